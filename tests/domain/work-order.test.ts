import { describe, expect, test } from 'vitest'
import { instant, localDate } from '#domain/dates'
import { defaultDueParameters } from '#domain/due-dates'
import { stopsOf, type Problem } from '#domain/errors'
import { fen } from '#domain/money'
import { say } from '#domain/sentences/index'
import { problemsBeforeOrderStep, problemsBeforeOrderSteps, type OrderFacts } from '#domain/work-order-guards'
import type { WorkOrderEvent } from '#domain/work-order'

/** A 三包 job on which nothing is missing for any step. */
const complete: OrderFacts = {
  customerPhone: '13805311234',
  repairType: 'general',
  nature: 'warranty',
  eligibility: 'covered',
  asks: [],
  approvalNo: '',
  solution: 'onSite',
  manufacturedAt: localDate('2026-01-10'),
  purchaseDate: localDate('2026-03-01'),
  reportedAt: instant('2026-11-20T01:00:00.000Z'),
  handedAt: instant('2026-11-20T01:10:00.000Z'),
  contactedAt: instant('2026-11-20T01:20:00.000Z'),
  planAt: instant('2026-11-20T01:30:00.000Z'),
  receivedAt: instant('2026-11-20T02:00:00.000Z'),
  startedAt: instant('2026-11-20T02:30:00.000Z'),
  finishedAt: instant('2026-11-20T08:00:00.000Z'),
  inspectedAt: instant('2026-11-20T08:30:00.000Z'),
  deliveredAt: null,
  now: instant('2026-11-22T02:00:00.000Z'),
  usesMileage: true,
  mileage: 3200,
  lastMileage: { km: 1500, on: localDate('2026-07-01') },
  odometerChanged: false,
  customerStatement: '行驶中排气管处有异响',
  faultReason: '消声器内隔板焊缝开裂',
  repairMethod: '更换消声器总成',
  technicianIds: [2],
  inspectorId: 3,
  stationTechnicians: 2,
  partLines: [{ row: 1, partId: 7, partName: '消声器', qty: 1, priceFen: fen(12_000), oldPartRequired: true, oldPartPieces: 1 }],
  labourLines: [{ row: 1, name: '更换消声器', hours: 50, rateFen: fen(4000) }],
  hasOuting: false,
  requests: [{ no: 'SD0731-BD15-202611-0001', kind: 'borrow', status: 'settled', received: 1 }],
  similarJobs: [],
  rework: null,
  photosMissing: [],
  voucherIssued: true,
  userSigned: true,
  takesOldParts: false,
  billPaid: false,
  callbackRecorded: true,
  claim: 'made',
  claimTotalFen: fen(14_000),
  payableFen: fen(0),
  stepAt: instant('2026-11-22T02:00:00.000Z'),
  waitingFrom: null,
  customerConfirmed: true,
  riskTold: true,
  reason: '用户改期',
  clocks: defaultDueParameters,
}

/** The same job at the customer's expense. */
const paid = { nature: 'paid', claim: 'notDue', claimTotalFen: fen(0), payableFen: fen(14_000) } as const

const keysBefore = (event: WorkOrderEvent, change: Partial<OrderFacts> = {}): string[] =>
  told(problemsBeforeOrderStep(event, { ...complete, ...change }))
const told = (problems: readonly Problem[]): string[] => problems.map(({ level, key, field }) => `${level} ${key} @${field ?? ''}`)

describe('before a step of the work order', () => {
  test('nothing stands in the way of a complete job', () => {
    const events: WorkOrderEvent[] = [
      'register',
      'handOver',
      'plan',
      'receive',
      'start',
      'lackPart',
      'partArrived',
      'finish',
      'passInspection',
      'deliver',
      'callBack',
      'close',
    ]
    expect(problemsBeforeOrderSteps(events, complete)).toEqual([])
  })

  test('登记 wants a phone and the fault, and refuses dates that run backwards', () => {
    expect(keysBefore('register', { customerPhone: ' ', customerStatement: '' })).toEqual([
      'stop order.phoneMissing @customer.phone',
      'stop order.statementMissing @customerStatement',
    ])
    expect(keysBefore('register', { purchaseDate: localDate('2026-11-21') })).toEqual([
      'stop order.reportedBeforePurchase @unit.purchaseDate',
    ])
    expect(keysBefore('register', { purchaseDate: localDate('2025-12-31') })).toEqual(['stop order.purchaseBeforeMade @unit.purchaseDate'])
    expect(keysBefore('register', { manufacturedAt: localDate('2024-02-28') })).toEqual(['warn order.longInStock @unit.manufacturedAt'])
  })

  test('late clocks warn and never stop', () => {
    const late = {
      handedAt: instant('2026-11-20T13:00:00.001Z'),
      contactedAt: instant('2026-11-21T02:00:00.000Z'),
      planAt: instant('2026-11-21T02:00:00.000Z'),
    }
    expect(keysBefore('handOver', late)).toEqual(['warn order.handedLate @handedAt'])
    expect(keysBefore('handOver', { handedAt: instant('2026-11-20T13:00:00.000Z') })).toEqual([])
    expect(keysBefore('plan', late)).toEqual(['warn order.contactedLate @contactedAt', 'warn order.planLate @planAt'])
  })

  test('接车 wants a technician, the time and the mileage', () => {
    expect(keysBefore('receive', { technicianIds: [], receivedAt: null, mileage: null })).toEqual([
      'stop order.technicianMissing @technicianId',
      'stop order.receivedMissing @receivedAt',
      'stop order.mileageMissing @mileage',
    ])
    expect(keysBefore('receive', { usesMileage: false, mileage: null })).toEqual([])
  })

  test('the mileage does not fall unless the odometer was changed, and a jump warns', () => {
    expect(keysBefore('receive', { mileage: 1499 })).toEqual(['stop order.mileageBackwards @mileage'])
    expect(keysBefore('receive', { mileage: 1499, odometerChanged: true })).toEqual([])
    expect(keysBefore('receive', { mileage: 1500 })).toEqual([])
    expect(keysBefore('receive', { mileage: 1_000_000 })).toEqual(['stop order.mileageInvalid @mileage'])
    // 142 days at 300 km are 42,600 km.
    expect(keysBefore('receive', { mileage: 1500 + 42_600 })).toEqual([])
    expect(keysBefore('receive', { mileage: 1500 + 42_800 })).toEqual(['warn order.mileageJump @mileage'])
  })

  test('开工 wants the judgement for 三包 only, and a number for 特批', () => {
    expect(keysBefore('start', { eligibility: 'pending' })).toEqual(['stop order.eligibilityPending @eligibility'])
    expect(keysBefore('start', { eligibility: 'pending', asks: ['proof', 'mileage'] })).toEqual([
      'stop order.undecided.proof @unit.invoiceNo',
      'stop order.undecided.mileage @mileage',
    ])
    expect(keysBefore('start', { eligibility: 'pending', nature: 'paid' })).toEqual([])
    expect(keysBefore('start', { eligibility: 'special' })).toEqual(['stop order.approvalMissing @approvalNo'])
    expect(keysBefore('start', { eligibility: 'notCovered' })).toEqual(['warn order.natureMismatch @nature'])
  })

  test('缺件 wants a living request, 到件 a received piece; a request that came to nothing does not keep the vehicle', () => {
    const refused = [{ no: 'R1', kind: 'borrow', status: 'refused', received: 0 }] as const
    expect(keysBefore('lackPart', { requests: refused })).toEqual(['stop order.requestMissing @requests'])
    const sent = [{ no: 'R2', kind: 'borrow', status: 'sent', received: 0 }] as const
    expect(keysBefore('partArrived', { requests: [...refused, ...sent] })).toEqual(['stop order.nothingReceived @requests'])
    expect(keysBefore('partArrived', { requests: refused })).toEqual(['warn order.requestCameToNothing @requests'])
  })

  test('完工 names the row and the piece that is missing', () => {
    const partLines = [
      ...complete.partLines,
      { row: 2, partId: null, partName: '挡泥板', qty: 0, priceFen: null, oldPartRequired: false, oldPartPieces: 0 },
      { row: 3, partId: 9, partName: '轮胎', qty: 2, priceFen: null, oldPartRequired: true, oldPartPieces: 1 },
      { row: 4, partId: 10, partName: '气门油封', qty: 1, priceFen: fen(500), oldPartRequired: false, oldPartPieces: 2 },
    ]
    const problems = problemsBeforeOrderStep('finish', {
      ...complete,
      repairMethod: '',
      partLines,
      labourLines: [{ row: 1, name: '补胎', hours: 9, rateFen: null }],
    })
    expect(problems.map((problem) => [problem.field, say(problem)])).toEqual([
      ['repairMethod', '请填写维修措施'],
      ['partLines.1.qty', '零件第 2 行（挡泥板）：数量应为 1 以上的整数'],
      ['partLines.2.priceFen', '零件第 3 行（轮胎）：请填写单价'],
      ['partLines.2.oldPartRequired', '零件第 3 行（轮胎）：旧件必须返厂，还差 1 件旧件未登记'],
      ['partLines.3.oldPartRequired', '零件第 4 行（气门油封）：登记的旧件比更换的多 1 件，请核对数量'],
      ['labourLines.0.hours', '工时第 1 行（补胎）：工时应在 0.1 到 99.9 之间'],
      ['labourLines.0.rateFen', '工时第 1 行（补胎）：请填写工时单价'],
    ])
  })

  test('a part that is not in the catalogue is warned of by its row, and hinders nothing', () => {
    const [line] = complete.partLines
    expect(
      problemsBeforeOrderStep('finish', { ...complete, partLines: [{ ...line!, row: 2, partId: null }] }).map(({ level, field, key }) => [
        level,
        field,
        key,
      ]),
    ).toEqual([['warn', 'partLines.1.partCode', 'order.partNotListed']])
  })

  test('a part that costs nothing is warned of: the catalogue may know no price yet', () => {
    const [line] = complete.partLines
    expect(keysBefore('finish', { partLines: [{ ...line!, priceFen: fen(0) }] })).toEqual(['warn order.priceZero @partLines.0.priceFen'])
  })

  test('完工 without any line is refused, an outing counts as one', () => {
    expect(keysBefore('finish', { partLines: [], labourLines: [] })).toEqual(['stop order.noLines @labourLines'])
    expect(keysBefore('finish', { partLines: [], labourLines: [], hasOuting: true })).toEqual([])
  })

  test('poor texts and the same job within 30 days warn', () => {
    expect(keysBefore('finish', { customerStatement: '异响', faultReason: '异响' })).toEqual([
      'warn order.textShort @customerStatement',
      'warn order.textShort @faultReason',
      'warn order.textSame @faultReason',
    ])
    const similarJobs = [
      { no: 'A', partName: '消声器', daysAgo: 30 },
      { no: 'B', partName: '消声器', daysAgo: 31 },
    ]
    expect(problemsBeforeOrderStep('finish', { ...complete, similarJobs }).map(say)).toEqual([
      '同一台车 30 天前已在工单 A 更换过消声器，请核对是否重复',
    ])
  })

  test('the times of the job follow each other and are not in the future', () => {
    const wrong = { startedAt: instant('2026-11-20T01:59:00.000Z'), inspectedAt: instant('2026-11-23T00:00:00.000Z') }
    expect(problemsBeforeOrderStep('deliver', { ...complete, ...wrong }).map(say)).toEqual([
      '开工时间（2026-11-20 09:59）不能早于送修时间（2026-11-20 10:00），请核对',
      '检验时间（2026-11-23 08:00）晚于现在，请核对',
    ])
  })

  test('the inspector is another person, except where there is only one technician', () => {
    expect(keysBefore('passInspection', { inspectorId: null })).toEqual(['stop order.inspectorMissing @inspectorId'])
    expect(keysBefore('passInspection', { inspectorId: 2 })).toEqual(['stop order.inspectorIsTechnician @inspectorId'])
    expect(keysBefore('passInspection', { inspectorId: 2, stationTechnicians: 1 })).toEqual(['warn order.inspectorAlone @inspectorId'])
    expect(keysBefore('failInspection', { reason: '漏' })).toEqual(['stop common.reasonRequired @reason'])
  })

  test('交车 wants the voucher, then the signature, and keeps the old part here', () => {
    expect(keysBefore('deliver', { voucherIssued: false, userSigned: false })).toEqual(['stop order.voucherMissing @voucher'])
    expect(keysBefore('deliver', { userSigned: false })).toEqual(['stop order.notSigned @userSigned'])
    expect(keysBefore('deliver', { takesOldParts: true })).toEqual(['stop order.takesOldParts @takesOldParts'])
    expect(keysBefore('deliver', { ...paid, voucherIssued: false })).toEqual(['stop order.unpaid @billPaid'])
    expect(keysBefore('deliver', { ...paid, voucherIssued: false, billPaid: true })).toEqual([])
  })

  test('关闭 wants claim and money, and no open borrowing; an ordered part does not hold it up', () => {
    const requests = [
      { no: 'R1', kind: 'borrow', status: 'oldPartDue', received: 1 },
      { no: 'R2', kind: 'order', status: 'arrived', received: 1 },
      { no: 'R3', kind: 'borrow', status: 'billed', received: 1 },
    ] as const
    expect(problemsBeforeOrderStep('close', { ...complete, nature: 'mixed', claim: 'missing', requests }).map(say)).toEqual([
      '三包费用尚未生成索赔单',
      '收费款尚未收讫，也没有批准赊欠，请先收款或勾选已批准',
      '求援单 R1 尚未了结，请先核销或退回',
    ])
  })

  test('a wait begins after the work did and ends after it began; 回访 and 关闭 come after 交车', () => {
    const early = instant('2020-01-01T00:00:00.000Z')
    expect(keysBefore('lackPart', { stepAt: early })).toEqual(['stop order.timesReversed @at'])
    expect(keysBefore('lackPart', { stepAt: early, startedAt: null })).toEqual(['stop order.timesReversed @at'])
    expect(
      keysBefore('partArrived', { waitingFrom: instant('2026-11-21T02:00:00.000Z'), stepAt: instant('2026-11-21T01:59:59.999Z') }),
    ).toEqual(['stop order.timesReversed @at'])
    expect(
      keysBefore('partArrived', { waitingFrom: instant('2026-11-21T02:00:00.000Z'), stepAt: instant('2026-11-21T02:00:00.000Z') }),
    ).toEqual([])
    expect(
      ['callBack', 'close'].map((event) =>
        keysBefore(event as WorkOrderEvent, { deliveredAt: instant('2026-11-21T02:00:00.000Z'), stepAt: early }),
      ),
    ).toEqual([['stop order.timesReversed @at'], ['stop order.timesReversed @at']])
  })

  test('取消 wants a reason and no parts used', () => {
    expect(keysBefore('cancel', { reason: '' })).toEqual(['stop common.reasonRequired @reason', 'stop order.partsUsed @partLines'])
    expect(keysBefore('cancel', { partLines: [] })).toEqual([])
  })

  test('the two short ways want the matching solution and a confirmation', () => {
    expect(keysBefore('solveByPhone', { customerConfirmed: false })).toEqual([
      'stop order.solutionNotByPhone @solution',
      'stop order.customerNotConfirmed @customerConfirmed',
    ])
    expect(keysBefore('sendParts', { solution: 'sendParts' })).toEqual([])
    expect(keysBefore('customerFitted', { solution: 'sendParts', riskTold: false })).toEqual(['stop order.riskNotTold @riskTold'])
  })

  test('返修 needs an original with the same unit and fault inside the guarantee of the repair', () => {
    const rework = { originalNo: 'A', sameUnit: true, sameFault: true, days: 10, km: 800, termDays: 10, termKm: 800 }
    expect(keysBefore('register', { repairType: 'rework' })).toEqual(['stop order.reworkUnknown @repeatOfId'])
    expect(keysBefore('register', { repairType: 'rework', rework })).toEqual([])
    expect(keysBefore('register', { repairType: 'rework', rework: { ...rework, sameUnit: false, sameFault: false, km: 801 } })).toEqual([
      'stop order.reworkOtherUnit @repeatOfId',
      'stop order.reworkOtherFault @repeatOfId',
      'stop order.reworkTooLate @repeatOfId',
    ])
  })

  test('a walk of several steps says each finding once', () => {
    const problems = problemsBeforeOrderSteps(['register', 'handOver', 'receive'], {
      ...complete,
      purchaseDate: localDate('2026-11-21'),
      technicianIds: [],
    })
    expect(told(stopsOf(problems))).toEqual([
      'stop order.reportedBeforePurchase @unit.purchaseDate',
      'stop order.technicianMissing @technicianId',
    ])
  })
})
