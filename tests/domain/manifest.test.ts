import { describe, expect, test } from 'vitest'
import { instant } from '#domain/dates'
import { mayChangeLines, problemsBeforeManifestStep, type ManifestEvent, type ManifestFacts } from '#domain/manifest'
import { say } from '#domain/sentences/index'
import { codesOf, manifestStatus } from '#domain/words'

const piece = { labelNo: 'L1', partName: '消声器', status: 'packed', qty: 1 } as const
const facts: ManifestFacts = {
  status: 'draft',
  boxes: [{ boxNo: '1', pieces: [piece] }],
  packer: '陈犇',
  paperIssued: true,
  method: 'road',
  carrier: '德邦',
  waybillNo: 'DB1',
  boxLabels: 'off',
  receivedAt: instant('2026-11-20T02:00:00.000Z'),
  boxesReceived: 1,
  diffNote: '',
  carrierReturned: false,
  reason: '装错',
}
const before = (event: ManifestEvent, change: Partial<ManifestFacts> = {}): string[] =>
  problemsBeforeManifestStep(event, { ...facts, ...change }).map(say)

describe('before a step of the return manifest', () => {
  test('nothing stands in the way of a complete one', () => {
    expect((['create', 'seal', 'ship', 'receive', 'close', 'withdraw'] as const).flatMap((event) => before(event))).toEqual([])
  })

  test('boxes are sealed full of packed parts, by a named packer', () => {
    const boxes = [
      { boxNo: '1', pieces: [{ ...piece, status: 'labelled' } as const] },
      { boxNo: '2', pieces: [] },
    ]
    expect(before('seal', { boxes, packer: '' })).toEqual([
      '2 号箱是空的，请装入旧件或删除此箱',
      '旧件 L1（消声器）尚未装箱，请先装箱',
      '请填写装箱人',
    ])
    expect(before('seal', { boxes: [] })).toEqual(['清单里还没有箱子，请先装箱'])
  })

  test('a carrier has a name and a waybill, the own van has none', () => {
    expect(before('ship', { carrier: '', waybillNo: '', paperIssued: false })).toEqual([
      '请先开具返厂清单或旧件明细表',
      '请填写承运单位',
      '请填写货运单号；自己送去的请选「自送」',
    ])
    expect([
      before('ship', { method: 'own', carrier: '', waybillNo: '' }),
      before('ship', { method: null }),
      before('ship', { boxLabels: 'missing' }),
    ]).toEqual([[], ['请选择发运方式'], ['请先打印并粘贴包装箱标签']])
  })

  test('a difference at the maker is explained', () => {
    expect([before('receive', { boxesReceived: 2 }), before('receive', { boxesReceived: 2, diffNote: '多计一箱' })]).toEqual([
      ['厂方签收 2 箱，发出 1 箱，请写明差异并及时联系厂方'],
      [],
    ])
  })

  test('is judged when every piece is, and closed when no appeal is open', () => {
    const withStatus = (status: 'received' | 'accepted' | 'appealed') => [{ boxNo: '1', pieces: [{ ...piece, status }] }]
    expect([
      before('judge', { boxes: withStatus('received') }),
      before('judge', { boxes: withStatus('accepted') }),
      before('close', { boxes: withStatus('appealed') }),
    ]).toEqual([['还有 1 件旧件没有鉴定结果，如 L1（消声器），请先登记'], [], ['还有旧件在申诉中，不能关闭']])
  })

  test('a shipped one is withdrawn only when the carrier has brought it back', () => {
    expect([before('withdraw', { status: 'shipped' }), before('withdraw', { status: 'shipped', carrierReturned: true })]).toEqual([
      ['货已发运，承运方退回后才能撤回'],
      [],
    ])
  })

  test('lines change in 草稿 only', () => {
    expect(codesOf(manifestStatus).filter(mayChangeLines)).toEqual(['draft'])
  })
})
