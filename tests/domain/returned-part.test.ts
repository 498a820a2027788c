import { describe, expect, test } from 'vitest'
import { instant, localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { problemsBeforeReturnedPartStep, type ReturnedPartEvent, type ReturnedPartFacts } from '#domain/returned-part'
import { say } from '#domain/sentences/index'

const facts: ReturnedPartFacts = {
  status: 'labelled',
  partCode: 'P-1',
  partName: '灯泡座',
  faultText: '接触不良',
  qty: 1,
  qtyReplaced: 2,
  qtyRegistered: 2,
  workOrderNo: 'W1',
  unitPrice: fen(5000),
  smallPartLimit: fen(5000),
  noRecyclingValue: true,
  manMade: false,
  exemptReason: 'smallPart',
  exemptBy: '',
  labelNo: 'SD0731261100001',
  boxNo: null,
  manifestStatus: 'draft',
  dueOn: localDate('2026-11-21'),
  today: localDate('2026-11-22'),
  feedback: 'off',
  receivedAt: instant('2026-11-20T02:00:00.000Z'),
  qtyReceived: 1,
  verdictOn: localDate('2026-11-07'),
  appealDays: 15,
  appealedBefore: false,
  disposal: 'toMaker',
  reason: '运输中损坏',
}
const before = (event: ReturnedPartEvent, change: Partial<ReturnedPartFacts> = {}): string[] =>
  problemsBeforeReturnedPartStep(event, { ...facts, ...change }).map(say)

describe('before a step of an old part', () => {
  test('nothing stands in the way where all is there', () => {
    const events: ReturnedPartEvent[] = [
      'create',
      'collect',
      'exempt',
      'label',
      'pack',
      'unpack',
      'receive',
      'accept',
      'reject',
      'acceptPartly',
      'appeal',
      'dispose',
      'lose',
      'fallOverdue',
    ]
    expect(events.flatMap((event) => before(event))).toEqual([])
  })

  test('no more old parts than replaced', () => {
    expect(before('create', { qtyRegistered: 3 })).toEqual(['灯泡座：登记旧件 3 件，多于更换的 2 件，请核对数量'])
  })

  test('a small part is exempt up to 50 元, without value, not broken by people', () => {
    expect(before('exempt', { unitPrice: fen(5001), noRecyclingValue: false, manMade: true })).toEqual([
      '灯泡座：单价 50.01 元，超过小件限额 50.00 元，免回收须财务批准',
      '灯泡座：请确认没有回收价值，否则不能免回收',
      '灯泡座：人为损坏的零件不能按小件免回收，请照常返厂或改为收费',
    ])
    expect(before('exempt', { exemptReason: 'approved', unitPrice: fen(90_000) })).toEqual(['灯泡座：免回收须由财务签字，请填写批准人'])
    expect(before('exempt', { exemptReason: 'approved', unitPrice: fen(90_000), exemptBy: '刘会计' })).toEqual([])
    expect(before('exempt', { exemptReason: 'no' })).toEqual(['灯泡座：请选择免回收的理由'])
  })

  test('a label needs the order, the part number and the fault, and is given once', () => {
    expect(before('label', { partCode: '', faultText: ' ', workOrderNo: null })).toEqual([
      '灯泡座：请填写零件编号',
      '灯泡座：请填写故障描述',
      '灯泡座：工单尚未登记编号，请先登记工单再打印标签',
    ])
    expect(before('label', { status: 'overdue' })).toEqual(['灯泡座：已贴标签 SD0731261100001，请直接装箱'])
  })

  test('is packed labelled, into one open box', () => {
    expect(before('pack', { labelNo: null, boxNo: '3', manifestStatus: 'sealed', feedback: 'missing' })).toEqual([
      '灯泡座：尚未贴标签，请先贴标签再装箱',
      '灯泡座：已装在 3 号箱，请先从该箱拆出',
      '灯泡座：返厂清单已封箱，不能再改',
      '灯泡座：该车的维修信息反馈尚未报送，不能装箱',
    ])
    expect([before('unpack', { manifestStatus: 'withdrawn' }), before('unpack', { manifestStatus: 'sealed' }).length]).toEqual([[], 1])
  })

  test('follows its manifest', () => {
    expect([
      before('ship'),
      before('ship', { manifestStatus: 'shipped' }),
      before('takeBack'),
      before('takeBack', { manifestStatus: 'withdrawn' }),
    ]).toEqual([['灯泡座：所在返厂清单尚未发运'], [], ['灯泡座：所在返厂清单没有撤回'], []])
    expect(before('receive', { qtyReceived: 0 })).toEqual(['灯泡座：厂方签收 0 件，发出 1 件，数量不符请及时联系'])
  })

  test('is appealed once, within the days', () => {
    expect([
      before('appeal', { today: localDate('2026-11-22') }),
      before('appeal', { today: localDate('2026-11-23') }),
      before('appeal', { appealedBefore: true }),
    ]).toEqual([[], ['灯泡座：鉴定已超过 15 天，不能再申诉，应按鉴定处理'], ['灯泡座：已申诉过一次，鉴定为最终结论，应按它处理']])
  })

  test('is late from the day after the due day', () => {
    expect([before('fallOverdue', { today: localDate('2026-11-21') }).length, before('fallOverdue', { dueOn: null }).length]).toEqual([
      1, 1,
    ])
  })
})
