import { describe, expect, test } from 'vitest'
import { statusReached } from '#domain/import-dates'
import { checkOrders, inWords, labourLine, order, outingLine, partLine } from './import-files.ts'

const imported = {
  row: 2,
  ledgerNo: 'T2026-0158',
  makerCode: 'DEMO',
  repairType: 'general',
  nature: 'warranty',
  reportedOn: '2026-03-02',
  receivedAt: '2026-03-02T01:10:00.000Z',
  startedAt: '2026-03-02T02:00:00.000Z',
  finishedAt: '2026-03-02T07:30:00.000Z',
  deliveredAt: '2026-03-02T09:00:00.000Z',
  customerName: '周志强',
  phone: '13807310001',
  address: '长沙市望城区金山桥街道 12 号',
  senderName: null,
  senderPhone: null,
  modelCode: 'CG125',
  model: '示例 125',
  frameNo: 'LZZ1BLMJ4TJ465057',
  legacyFrameNo: false,
  engineNo: '1P52FMI*24A01234',
  plateNo: '湘A12345',
  purchasedOn: '2025-06-18',
  invoiceNo: '04300251',
  mileage: 5320,
  symptom: '发动机异响',
  cause: '凸轮轴磨损',
  measure: '更换凸轮轴',
  technician: { code: 'J01', name: '张海涛' },
  note: null,
  parts: [],
  labour: [],
  outings: [],
}

describe('a good work order', () => {
  test('becomes a typed row with its lines, blanks filled as 填写说明 says', () => {
    expect(checkOrders({ parts: [partLine], labour: [labourLine], outings: [outingLine] })).toEqual({
      kind: 'work-orders',
      read: 1,
      unchanged: [],
      rejected: [],
      rejectedTotal: 0,
      warnings: [],
      warningsTotal: 0,
      rows: [
        {
          ...imported,
          repairType: 'outing',
          parts: [
            {
              row: 2,
              partCode: '14101-KRM-8400',
              partName: '凸轮轴',
              onFile: true,
              quantity: 1,
              unitPrice: 8650,
              faultMode: 'worn',
              oldPartNo: null,
              supplyMode: 'stock',
              note: null,
            },
          ],
          labour: [{ row: 2, code: 'E0105', name: '更换凸轮轴', onFile: true, hours: 150, rate: 4000, technician: null }],
          outings: [{ row: 2, place: '宁乡市', oneWayKm: 38, people: 1, days: 1, transport: 6000, lodging: 0, meals: 0 }],
        },
      ],
    })
  })

  test('may be written the way people write: full width, blanks, close words, any date form', () => {
    const result = checkOrders({
      orders: [
        {
          ...order,
          台账号: ' ｔ２０２６－０１５８ ',
          维修类别: '普通维修',
          性质: '保修',
          报修日期: { date: '2026-03-02' },
          送修时间: 46083.38194444444,
          维修开始: '2026/3/2 10:00',
          维修结束: '2026年3月2日15点30分',
          交车时间: { date: '2026-03-02 17:00' },
          用户电话: 13807310001,
          车型: '示例125',
          车架号: 'lzz1-blmj4-tj465057',
          购车日期: '2025.6.18',
          行驶里程: '5,320 公里',
          车牌号: '湘A·12345',
          修理工: 'j01',
          用户姓名: '　周志强　',
        },
      ],
    })
    expect({ rows: result.rows, rejected: inWords(result.rejected), warnings: result.warnings }).toEqual({
      rows: [imported],
      rejected: [],
      warnings: [],
    })
  })

  test('with days instead of times follows each step on the one before', () => {
    const { rows } = checkOrders({
      orders: [{ ...order, 送修时间: '2026-03-02 09:10', 维修开始: '2026-03-02', 维修结束: '2026-03-03', 交车时间: '20260303' }],
    })
    expect(rows.map(({ receivedAt, startedAt, finishedAt, deliveredAt }) => [receivedAt, startedAt, finishedAt, deliveredAt])).toEqual([
      ['2026-03-02T01:10:00.000Z', '2026-03-02T01:10:00.000Z', '2026-03-02T16:00:00.000Z', '2026-03-02T16:00:00.000Z'],
    ])
  })

  test('is placed as far as its dates carry it', () => {
    const steps = ['送修时间', '维修开始', '维修结束', '交车时间']
    const orders = [0, 1, 2, 3, 4].map((reached) => ({
      ...order,
      台账号: `P${reached}`,
      ...Object.fromEntries(steps.slice(reached).map((heading) => [heading, null])),
    }))
    expect(checkOrders({ orders }).rows.map(statusReached)).toEqual(['reported', 'waiting', 'repairing', 'finished', 'delivered'])
  })

  test('imported before stays as it is, and its lines are not looked at', () => {
    const again = { ...order, 台账号: 'T2025-0001', 车型: '没有的车型' }
    const result = checkOrders({ orders: [order, again], parts: [{ ...partLine, 台账号: 'T2025-0001', 零件编号: '没有' }] })
    expect({ ...result, rows: result.rows.length }).toEqual({
      kind: 'work-orders',
      read: 2,
      rows: 1,
      unchanged: [{ row: 3, key: 'T2025-0001' }],
      rejected: [],
      rejectedTotal: 0,
      warnings: [],
      warningsTotal: 0,
    })
  })
})
