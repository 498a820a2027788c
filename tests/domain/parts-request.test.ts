import { describe, expect, test } from 'vitest'
import { instant, localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { lateCharge, problemsBeforeRequestStep, type RequestEvent, type RequestFacts, type RequestLineFacts } from '#domain/parts-request'
import { say } from '#domain/sentences/index'

const line: RequestLineFacts = {
  partName: '点火器',
  qtyRequested: 2,
  qtySent: 2,
  qtyReceived: 2,
  qtyFitted: 2,
  oldPartRequired: true,
  oldPartsLabelled: 2,
  qtyReturnedOld: 2,
}
const complete: RequestFacts = {
  status: 'oldPartSent',
  kind: 'borrow',
  lines: [line],
  receiver: '张喆',
  receiverPhone: '13805311234',
  shipTo: '济南市工业南路 1 号',
  agreedBy: '李科长',
  agreedAt: instant('2026-11-20T02:00:00.000Z'),
  agreedVia: 'phone',
  stamped: true,
  waybill: 'SF1',
  reason: '不再需要',
  workOrderNo: 'W1',
  oldPartDueOn: localDate('2026-11-21'),
  today: localDate('2026-11-22'),
  oldPartsShipped: true,
  qualityReport: 'off',
  makerBilled: true,
  refundLateReturn: true,
  makerConfirmed: true,
}
const before = (event: RequestEvent, change: Partial<RequestFacts> = {}): string[] =>
  problemsBeforeRequestStep(event, { ...complete, ...change }).map(say)

describe('before a step of the parts request', () => {
  test('nothing stands in the way of a complete one', () => {
    const events: RequestEvent[] = [
      'create',
      'agree',
      'send',
      'ship',
      'refuse',
      'receive',
      'fit',
      'oldPartReady',
      'returnOldPart',
      'fallOverdue',
      'bill',
      'settle',
      'withdraw',
    ]
    expect(events.flatMap((event) => before(event))).toEqual([])
  })

  test('the consent names who, when and how', () => {
    expect(before('agree', { agreedBy: '', agreedAt: null, agreedVia: null, lines: [] })).toEqual([
      '请至少填写一行配件',
      '请填写厂方同意人',
      '请填写征得同意的时间',
      '请选择征得同意的方式',
    ])
  })

  test('it is sent stamped and with an address', () => {
    expect(before('send', { receiver: '', receiverPhone: '', shipTo: '', stamped: false })).toEqual([
      '请填写收货人',
      '请填写收货人电话',
      '请填写收货地址',
      '请确认求援单已盖章并由负责人签字',
    ])
  })

  test('the maker sends no more than requested; a short delivery warns', () => {
    expect(before('ship', { waybill: '', lines: [{ ...line, qtySent: 3 }] })).toEqual([
      '请填写厂方发货的运单号',
      '第 1 行（点火器）：发货数量 3 多于申请数量 2，请核对',
    ])
    expect(problemsBeforeRequestStep('receive', { ...complete, lines: [{ ...line, qtyReceived: 1 }] })).toEqual([
      {
        level: 'warn',
        key: 'request.receivedDiffers',
        field: 'lines.0.qtyReceived',
        params: { row: 1, part: '点火器', qtyReceived: 1, qtySent: 2 },
      },
    ])
  })

  test('fitting needs the order and no more than came', () => {
    expect(before('fit', { workOrderNo: null, lines: [{ ...line, qtyReceived: 1 }] })).toEqual([
      '请先关联维修工单',
      '第 1 行（点火器）：装车 2 件，多于到货 1 件，请核对到货数量',
    ])
    expect(before('sendBack')).toEqual(['配件已装车，不能退回新件'])
  })

  test('each fitted piece has a labelled old one, unless it is exempt', () => {
    expect(before('oldPartReady', { lines: [{ ...line, oldPartsLabelled: 1 }] })).toEqual([
      '第 1 行（点火器）：还有 1 件旧件未贴标签，请先贴标签',
    ])
    expect(before('oldPartReady', { lines: [{ ...line, oldPartsLabelled: 0, oldPartRequired: false }] })).toEqual([])
  })

  test('the old part goes with a shipped manifest, and with the quality report once that form exists', () => {
    expect(before('returnOldPart', { oldPartsShipped: false, qualityReport: 'missing', lines: [{ ...line, qtyReturnedOld: 3 }] })).toEqual([
      '旧件还没有随返厂清单发运，请先装箱发运',
      '质量报表须与旧件一同返厂，请先填报',
      '第 1 行（点火器）：返厂旧件 3 件，多于装车 2 件，请核对装车数量',
    ])
    expect(before('returnOldPart', { status: 'billed', refundLateReturn: false })).toEqual(['厂方已计费，按现行政策旧件补返后不予冲回'])
  })

  test('it is late from the day after the due day', () => {
    expect(before('fallOverdue', { today: localDate('2026-11-21') })).toEqual(['旧件返厂期限 2026-11-21 尚未过，请在期限前返厂'])
    expect(before('fallOverdue', { oldPartDueOn: null })).toHaveLength(1)
  })

  test('it is settled without an old part only where none is owed', () => {
    expect(before('settle', { status: 'arrived' })).toEqual(['求援或兑换的配件须装车并返回旧件后才能核销'])
    expect(before('settle', { status: 'arrived', kind: 'order' })).toEqual([])
    expect(before('settle', { status: 'fitted' })).toEqual(['旧件必须返厂，返回后才能核销'])
    expect(before('settle', { status: 'fitted', lines: [{ ...line, oldPartRequired: false }] })).toEqual([])
    expect(before('settle', { makerConfirmed: false })).toEqual(['请先确认厂方已收到旧件'])
  })

  test('a late piece is charged at its price until it is back', () => {
    const charge = (qtyReturnedOld: number) => lateCharge({ unitPrice: fen(8_550), qtyFitted: 3, qtyReturnedOld })
    expect([charge(0), charge(1), charge(3), charge(4)]).toEqual([25_650, 17_100, 0, 0])
  })
})
