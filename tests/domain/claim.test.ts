import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventOfDecision, problemsBeforeClaimStep, type ClaimEvent, type ClaimStepFacts } from '#domain/claim'
import { claimFindings, claimProblems, sumsOfClaimLines, type ClaimFacts } from '#domain/claim-findings'
import { instant, localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { say } from '#domain/sentences/index'

const complete: ClaimFacts = {
  eligibility: 'covered',
  asks: [],
  approvalNo: '',
  manufacturedAt: localDate('2026-01-10'),
  purchaseDate: localDate('2026-03-01'),
  reportedAt: instant('2026-11-20T01:00:00.000Z'),
  receivedAt: instant('2026-11-20T02:00:00.000Z'),
  startedAt: instant('2026-11-20T02:30:00.000Z'),
  finishedAt: instant('2026-11-20T08:00:00.000Z'),
  inspectedAt: instant('2026-11-20T08:30:00.000Z'),
  deliveredAt: instant('2026-11-20T09:00:00.000Z'),
  now: instant('2026-11-22T02:00:00.000Z'),
  usesMileage: true,
  mileage: 3200,
  lastMileage: null,
  odometerChanged: false,
  customerStatement: '行驶中排气管处有异响',
  faultReason: '消声器内隔板焊缝开裂',
  repairMethod: '更换消声器总成',
  partLines: [
    {
      row: 1,
      partId: 7,
      partName: '消声器',
      qty: 2,
      priceFen: fen(12_050),
      oldPartRequired: true,
      oldPartPieces: 2,
      oldPartsReady: 2,
      oldPartsLost: 0,
    },
  ],
  labourLines: [{ row: 1, name: '更换消声器', hours: 50, rateFen: fen(4000) }],
  outingFen: fen(3000),
  otherFen: fen(0),
  claimed: { partsFen: fen(24_100), labourFen: fen(2000), outingFen: fen(3000), otherFen: fen(0), totalFen: fen(29_100) },
  voucherNo: 'SD0731-BD16-202611-0001',
  userSigned: true,
  voucherClaimedBy: null,
  takesOldParts: false,
  photos: 0,
  photosRequired: 0,
  photosMissing: [],
  similarJobs: [],
  today: localDate('2026-11-22'),
  claimMaxDays: 60,
}
const said = (change: Partial<ClaimFacts>): string[] => claimProblems({ ...complete, ...change }).map(say)
const part = complete.partLines[0]

describe('the findings on a claim', () => {
  test('give every rule a ✓ when all is there', () => {
    expect(claimFindings(complete).map(({ rule, level, ok }) => `${level} ${rule} ${ok}`)).toEqual(
      [
        'eligibility',
        'voucher',
        'texts',
        'textQuality',
        'lines',
        'oldParts',
        'takeAway',
        'amounts',
        'dates',
        'mileage',
        'photos',
        'age',
        'duplicate',
      ].map((rule) => `pass ${rule} true`),
    )
  })

  test('keep ✓ × and ! apart', () => {
    const findings = claimFindings({ ...complete, faultReason: '坏', userSigned: false })
    expect(findings.filter(({ level }) => level !== 'pass').map(({ rule, level, ok }) => [rule, level, ok])).toEqual([
      ['voucher', 'stop', false],
      ['textQuality', 'warn', true],
    ])
  })

  test('refuse what is not covered, not judged or approved without a number', () => {
    expect([
      said({ eligibility: 'notCovered' }),
      said({ eligibility: 'pending' }),
      said({ eligibility: 'special' }),
      said({ eligibility: 'special', approvalNo: 'T1' }),
    ]).toEqual([
      ['三包判定为「三包外」，不能索赔；如厂方同意，请取得特批号'],
      ['三包尚未判定，请先判定为三包内、三包外或特批'],
      ['特批必须填写厂方批准号'],
      [],
    ])
  })

  test('want voucher and signature, and the voucher only once', () => {
    expect([said({ voucherNo: null }), said({ userSigned: false }), said({ voucherClaimedBy: 'C2' })]).toEqual([
      ['请先开具保修作业凭证'],
      ['请确认用户已在保修作业凭证上签字'],
      ['凭证号 SD0731-BD16-202611-0001 已用于索赔单 C2，同一凭证不能索赔两次；请核对凭证号'],
    ])
  })

  test('want every required old piece labelled and kept', () => {
    if (part === undefined) throw new Error('no part line')
    expect(said({ partLines: [{ ...part, oldPartsReady: 1, oldPartsLost: 0 }], takesOldParts: true })).toEqual([
      '零件第 1 行（消声器）：还有 1 件旧件未贴标签，请先贴标签',
      '三包旧件须返厂，「带走旧件」必须为「否」',
    ])
    expect(said({ partLines: [{ ...part, row: 3, oldPartsReady: 1, oldPartsLost: 1 }] })).toEqual([
      '零件第 3 行（消声器）：1 件旧件已报损，不能向厂方索赔，请把这一行的计费改为「站担」或「收费」',
    ])
    expect(
      said({ partLines: [{ ...part, oldPartRequired: false, oldPartPieces: 0, oldPartsReady: 0, oldPartsLost: 0 }], takesOldParts: true }),
    ).toEqual([])
  })

  test('compare each amount with its lines to the 分', () => {
    expect(said({ claimed: { ...complete.claimed, partsFen: fen(24_101), totalFen: fen(29_101) } })).toEqual([
      '材料费填报 241.01 元，明细合计 241.00 元，两者应相同',
      '合计填报 291.01 元，明细合计 291.00 元，两者应相同',
    ])
    const zero = { partsFen: fen(0), labourFen: fen(0), outingFen: fen(0), otherFen: fen(0), totalFen: fen(0) }
    expect(said({ partLines: [], labourLines: [], outingFen: fen(0), claimed: zero })).toEqual([
      '没有三包零件、工时或费用，请在工单上至少填写一行',
      '索赔金额为 0，没有可以索赔的费用；请核对各行的计费方式和单价',
    ])
  })

  test('stop on the sixty-first day after 完工, counted on the shop’s calendar', () => {
    // 17:00 UTC is already the 21st in Shanghai.
    const finishedAt = instant('2026-09-20T17:00:00.000Z')
    const times = { reportedAt: null, receivedAt: null, startedAt: null, finishedAt }
    expect([said({ ...times, today: localDate('2026-11-20') }), said({ ...times, today: localDate('2026-11-21') })]).toEqual([
      [],
      ['完工已 61 天，超过索赔时限 60 天，不能再报；请站长作废这张索赔单，选由谁承担'],
    ])
    expect(said({ finishedAt: null })).toEqual(['工单尚未完工，请先完工'])
  })

  test('ask for the photos of the policy and for the mileage', () => {
    expect([said({ photosRequired: 5, photos: 3 }), said({ photosMissing: ['odometer'] }), said({ mileage: null })]).toEqual([
      ['照片 3 张，厂方要求 5 张，请在工单附件里补上'],
      ['缺「里程表」照片，厂方要求有，请在工单附件里补上'],
      ['请填写行驶里程'],
    ])
  })

  test('warn of the same job within 30 days', () => {
    expect(claimFindings({ ...complete, similarJobs: [{ no: 'A', partName: '消声器', daysAgo: 12 }] }).at(-1)).toMatchObject({
      rule: 'duplicate',
      level: 'warn',
      ok: true,
    })
  })

  test('let pass exactly the sums of the lines, whatever they are', () => {
    const line = fc.record({ qty: fc.integer({ min: 1, max: 20 }), priceFen: fc.oneof(fc.constant(0), fc.nat(1_000_000)).map(fen) })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.nat(100_000).map(fen),
        fc.integer({ min: 1, max: 5000 }),
        (lines, outingFen, off) => {
          const partLines = lines.map((one, index) => ({
            row: index + 1,
            partId: 7,
            partName: '件',
            oldPartRequired: false,
            oldPartPieces: 0,
            oldPartsReady: 0,
            oldPartsLost: 0,
            ...one,
          }))
          const facts = { ...complete, partLines, outingFen }
          const claimed = sumsOfClaimLines(facts)
          const free = partLines.filter(({ priceFen }) => priceFen === 0).map(({ row }) => `partLines.${row - 1}.priceFen`)
          expect(claimProblems({ ...facts, claimed }).map(({ level, field }) => `${level} ${field}`)).toEqual(
            free.map((field) => `warn ${field}`),
          )
          expect(
            claimProblems({ ...facts, claimed: { ...claimed, totalFen: fen(claimed.totalFen + off) } }).map(({ field }) => field),
          ).toEqual([...free, 'claimed.totalFen'])
        },
      ),
    )
  })
})

const stepFacts: ClaimStepFacts = {
  claim: complete,
  claimedTotal: fen(29_100),
  approvedTotal: fen(29_100),
  deductions: [],
  decidedOn: localDate('2026-11-07'),
  batchNos: ['B1'],
  sealedInBatch: null,
  appealDays: 15,
  appealedBefore: false,
  verdictBeforeSettle: true,
  oldPartsUndecided: [],
  settlementPaid: true,
  reconciliationSigned: true,
  reason: '重复录入',
  today: localDate('2026-11-22'),
}
const before = (event: ClaimEvent, change: Partial<ClaimStepFacts> = {}): string[] =>
  problemsBeforeClaimStep(event, { ...stepFacts, ...change }).map(say)

describe('before a step of the claim', () => {
  test('nothing stands in the way of a complete one', () => {
    const events: ClaimEvent[] = [
      'create',
      'complete',
      'reopen',
      'submit',
      'withdraw',
      'accept',
      'approve',
      'sendBack',
      'appeal',
      'toSettle',
      'settle',
      'reconcile',
      'void',
    ]
    expect(events.flatMap((event) => before(event))).toEqual([])
  })

  test('转待提交 and 提交 pass on what the findings say', () => {
    const claim = { ...complete, userSigned: false }
    expect([before('complete', { claim }), before('submit', { claim, batchNos: [] })]).toEqual([
      ['请确认用户已在保修作业凭证上签字'],
      ['索赔单应当且只能在一个批次里，现在 0 个', '请确认用户已在保修作业凭证上签字'],
    ])
  })

  test('a claim in a sealed batch is frozen', () => {
    expect([before('reopen', { sealedInBatch: 'B1' }), before('void', { sealedInBatch: 'B1' })]).toEqual([
      ['索赔单在已封的批次 B1 里，请先拆批'],
      ['索赔单在已封的批次 B1 里，请先拆批'],
    ])
  })

  test('a decision fits its amounts, and a part approval explains the whole difference', () => {
    const deductions = [
      { amount: fen(1000), reason: '工时过高' },
      { amount: fen(100), reason: '' },
    ]
    expect([
      before('approve', { approvedTotal: fen(29_000) }),
      before('approvePartly', { approvedTotal: fen(0) }),
      before('approvePartly'),
      before('approvePartly', { approvedTotal: fen(28_000), deductions }),
      before('approvePartly', { approvedTotal: fen(28_100), deductions: deductions.slice(0, 1) }),
      before('reject', { approvedTotal: fen(1), reason: '' }),
    ]).toEqual([
      ['审核通过时核定金额应等于申报金额 291.00 元，现在是 290.00 元'],
      ['部分通过的核定金额应大于 0、小于申报金额 291.00 元'],
      ['部分通过的核定金额应大于 0、小于申报金额 291.00 元'],
      ['扣款第 2 行：请填写原因'],
      [],
      ['驳回的索赔单核定金额应为 0', '请填写原因（至少 2 个字）'],
    ])
  })

  test('the amounts of an answer tell the step', () => {
    const claimedTotal = fen(100)
    expect([0, 1, 99, 100].map((amount) => eventOfDecision({ claimedTotal, approvedTotal: fen(amount) }))).toEqual([
      'reject',
      'approvePartly',
      'approvePartly',
      'approve',
    ])
  })

  test('an appeal comes once and in time', () => {
    expect([before('appeal', { today: localDate('2026-11-23') }), before('appeal', { appealedBefore: true })]).toEqual([
      ['审核结论已超过 15 天，不能再申诉，应按结论结算'],
      ['已申诉过一次，这是最终结论，应按它结算'],
    ])
  })

  test('settling waits for the verdict on the old parts where the policy says so', () => {
    const oldPartsUndecided = ['L1']
    expect([before('toSettle', { oldPartsUndecided }), before('toSettle', { oldPartsUndecided, verdictBeforeSettle: false })]).toEqual([
      ['旧件 L1 尚未鉴定合格，请先登记鉴定结果再结算'],
      [],
    ])
  })
})
