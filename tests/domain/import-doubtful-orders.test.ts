import { describe, expect, test } from 'vitest'
import { checkOrders, inWords, order, type Row } from './import-files.ts'

const doubtful: readonly (readonly [string, Row, string])[] = [
  [
    'a wrong check digit',
    { 车架号: 'LZZ1BLMJ5TJ465057' },
    '工单 2 车架号「LZZ1BLMJ5TJ465057」：车架号（VIN）第 9 位校验不符，多半是抄错了一位 → 照钢印核对；确实如此可以不改',
  ],
  [
    'a model not on file',
    { 车型: 'GN250' },
    '工单 2 车型「GN250」：车型目录里没有，按目录外车型收下（同样的只提示一次） → 核对车型代码或名称；新车型可先录入车型目录',
  ],
  [
    'a technician not on file',
    { 修理工: '王五' },
    '工单 2 修理工「王五」：人员里没有这位修理工，只记下姓名（同样的只提示一次） → 核对姓名或工号；新人可先录入人员',
  ],
  [
    'two technicians of one name',
    { 修理工: '李明' },
    '工单 2 修理工「李明」：有 2 位修理工同名，只记下姓名（同样的只提示一次） → 改填工号：J02、J03',
  ],
  ['a strange plate', { 车牌号: '12345' }, '工单 2 车牌号「12345」：不像车牌号，照原样收下 → 如 湘A12345；没有牌照的填 无牌'],
  [
    'a strange engine number',
    { 发动机号: '12' },
    '工单 2 发动机号「12」：不像发动机（电动机）号（4–25 位字母、数字、*、-、/），照原样收下 → 照钢印核对',
  ],
  ['a foreign phone', { 用户电话: '+44 20 7946 0958' }, '工单 2 用户电话「+44 20 7946 0958」：是国外或其他号码，照原样收下 → 核对号码'],
  ['no start of repair', { 维修开始: null }, '工单 2 维修开始「」：没有维修开始，按送修时间计 → 知道的话补填维修开始'],
  [
    'invisible characters',
    { 用户姓名: '周\u202E志\u0007强' },
    '工单 2 用户姓名「周□志□强」：含有看不见的控制字符 U+202E、U+0007，已去掉 → 核对去掉后的内容：周志强',
  ],
]

describe('a doubtful work order is taken with a warning', () => {
  test.each(doubtful)('%s', (_, change, told) => {
    const { rows, rejected, warnings } = checkOrders({ orders: [{ ...order, ...change }] })
    expect({ rows: rows.length, rejected, warnings: inWords(warnings) }).toEqual({ rows: 1, rejected: [], warnings: [told] })
  })

  test('an old frame number: marked 旧, or of a model not on file, or of a model without VIN', () => {
    const marked = { ...order, 台账号: 'A', 车架号: '旧 JL-12345678', 发动机号: 'ENG001' }
    const strange = { ...order, 台账号: 'B', 车型: 'GN250', 车架号: 'AB*123456', 发动机号: 'ENG002' }
    const tricycle = { ...order, 台账号: 'C', 车型: 'SL110', 车架号: 'SL12345678', 发动机号: 'ENG003' }
    const { rows, rejected } = checkOrders({ orders: [marked, strange, tricycle] })
    expect({ rejected, frames: rows.map(({ frameNo, legacyFrameNo }) => [frameNo, legacyFrameNo]) }).toEqual({
      rejected: [],
      frames: [
        ['JL-12345678', true],
        ['AB*123456', true],
        ['SL12345678', false],
      ],
    })
  })

  test('the odometer of a vehicle runs back', () => {
    const later = {
      ...order,
      台账号: 'T3',
      报修日期: '2026-05-01',
      送修时间: null,
      维修开始: null,
      维修结束: null,
      交车时间: null,
      行驶里程: 4000,
    }
    expect(inWords(checkOrders({ orders: [later, order] }).warnings)).toEqual([
      '工单 2 行驶里程「4000」：比同一辆车更早的工单（第 3 行，5,320 km）里程还小 → 核对里程；确实换过里程表的可以不改',
    ])
  })

  test('another vehicle has the same engine number', () => {
    const other = { ...order, 台账号: 'T3', 车架号: 'LDC613P23A1305189' }
    expect(inWords(checkOrders({ orders: [order, other] }).warnings)).toEqual([
      '工单 3 发动机号「1P52FMI*24A01234」：与第 2 行的另一辆车发动机号相同 → 照钢印核对两辆车的发动机号',
    ])
  })

  test('the same unknown model is told once', () => {
    const orders = Array.from({ length: 5 }, (_, index) => ({ ...order, 台账号: `N${index}`, 车型: 'GN250' }))
    expect(checkOrders({ orders }).warnings.map(({ row }) => row)).toEqual([2])
  })
})
