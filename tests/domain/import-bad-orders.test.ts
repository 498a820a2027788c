import { describe, expect, test } from 'vitest'
import { checkOrders, inWords, known, order, type Row } from './import-files.ts'

const badOrders: readonly (readonly [string, Row, string])[] = [
  ['no ledger number', { 台账号: null }, '工单 2 台账号「」：必填，现在是空的 → 填写台账号'],
  ['no customer', { 用户姓名: '  ' }, '工单 2 用户姓名「  」：必填，现在是空的 → 填写用户姓名'],
  ['a name too long', { 用户姓名: '喆'.repeat(61) }, `工单 2 用户姓名「${'喆'.repeat(60)}…」：有 61 个字，最多 60 个 → 缩短到 60 个字以内`],
  [
    'a symptom too long',
    { 故障现象: '𬭎'.repeat(201) },
    `工单 2 故障现象「${'𬭎'.repeat(30)}…」：有 201 个字，最多 200 个 → 缩短到 200 个字以内`,
  ],
  ['a date that is text', { 报修日期: '昨天' }, '工单 2 报修日期「昨天」：不是日期 → 写成 2026-01-31 这样，或把单元格设为日期格式'],
  ['no such day', { 报修日期: '2026-02-30' }, '工单 2 报修日期「2026-02-30」：日历上没有这一天 → 核对年、月、日'],
  ['two-digit year', { 报修日期: '26-3-2' }, '工单 2 报修日期「26-3-2」：年份只有两位，看不出是哪一年 → 写出四位年份，如 2026-01-31'],
  [
    'a year that cannot be',
    { 购车日期: '1955-01-01' },
    '工单 2 购车日期「1955-01-01」：年份不合情理（1955-01-01） → 日期应在 1980 年以后，请核对',
  ],
  ['a number that is no date', { 报修日期: 12 }, '工单 2 报修日期「12」：不是日期 → 写成 2026-01-31 这样，或把单元格设为日期格式'],
  [
    'a time of day that is none',
    { 送修时间: '2026-03-02 25:10' },
    '工单 2 送修时间「2026-03-02 25:10」：不是日期时间 → 写成 2026-01-31 14:30 这样，24 小时制',
  ],
  [
    'reported tomorrow',
    { 报修日期: '2026-11-23', 送修时间: null, 维修开始: null, 维修结束: null, 交车时间: null },
    '工单 2 报修日期「2026-11-23」：晚于今天（2026-11-22） → 填写实际发生的日期；还没有发生的留空',
  ],
  [
    'reported before bought',
    { 购车日期: '2026-03-03' },
    '工单 2 报修日期「2026-03-02」：早于购车日期（2026-03-03） → 核对两个日期：报修日期不能早于购车日期',
  ],
  [
    'finished before reported',
    { 报修日期: '2026-03-04' },
    '工单 2 维修结束「2026-03-02 15:30」：早于报修日期（2026-03-04） → 核对两个日期：维修结束不能早于报修日期',
  ],
  [
    'finished before started',
    { 维修结束: '2026-03-02 09:30' },
    '工单 2 维修结束「2026-03-02 09:30」：早于维修开始（2026-03-02 10:00） → 核对两个日期：维修结束不能早于维修开始',
  ],
  [
    'delivered without end',
    { 维修结束: null },
    '工单 2 维修结束「」：填了交车时间，却没有维修结束 → 补填维修结束；还没有到这一步的话清空交车时间',
  ],
  [
    'started without arrival',
    { 送修时间: null },
    '工单 2 送修时间「」：填了维修开始，却没有送修时间 → 补填送修时间；还没有到这一步的话清空维修开始',
  ],
  [
    'finished without cause',
    { 故障原因: null },
    '工单 2 故障原因「」：填了维修结束，却没有故障原因 → 补填故障原因；还没有修完的话清空维修结束',
  ],
  [
    'finished without measure',
    { 维修措施: null },
    '工单 2 维修措施「」：填了维修结束，却没有维修措施 → 补填维修措施；还没有修完的话清空维修结束',
  ],
  [
    'a phone with a digit missing',
    { 用户电话: '1380731000' },
    '工单 2 用户电话「1380731000」：不是可用的电话号码 → 手机 11 位，如 13812345678；座机带区号，如 0731-88881234；国外号码以 + 开头；一格只写一个号码',
  ],
  [
    'a VIN with a character missing',
    { 车架号: 'LZZ1BLMJ4TJ46505' },
    '工单 2 车架号「LZZ1BLMJ4TJ46505」：车架号（VIN）应是 17 位，这里有 16 位 → 照车架上的钢印或行驶证核对，补足 17 位；确是老车的旧车架号，在前面写一个「旧」字',
  ],
  [
    'a VIN with O for 0',
    { 车架号: 'LZZ1BLMJ4TJ4650S7'.replace('S', 'O') },
    '工单 2 车架号「LZZ1BLMJ4TJ4650O7」：车架号（VIN）里不能有 O → 字母 I、O、Q 不用于车架号，通常是数字 1、0；请照钢印核对',
  ],
  [
    'a VIN whose repair fits',
    { 车架号: 'LDC613P23AI3O5189' },
    '工单 2 车架号「LDC613P23AI3O5189」：车架号（VIN）里不能有 I、O → 照钢印核对，是不是 LDC613P23A1305189；确实如此可以不改',
  ],
  ['mileage with decimals', { 行驶里程: 12.5 }, '工单 2 行驶里程「12.5」：应是整数 → 只填数字，不带小数'],
  [
    'mileage beyond the odometer',
    { 行驶里程: 1_000_000 },
    '工单 2 行驶里程「1000000」：应在 0 到 999,999 之间 → 核对后填写 0 到 999,999 之间的数',
  ],
  ['an unknown word', { 性质: '白送' }, '工单 2 性质「白送」：不是可用的词 → 改为其中之一：三包、收费、混合、保外特批'],
  ['an unknown manufacturer', { 厂方代码: 'XYZ' }, '工单 2 厂方代码「XYZ」：没有登记这个厂方代码 → 改为其中之一：DEMO；或先登记这个厂方'],
  ['a formula in error', { 发票号: '#REF!' }, '工单 2 发票号「#REF!」：单元格是出错的公式（#REF!） → 改成直接填写内容'],
  [
    'a code Excel made a date',
    { 发票号: { date: '2026-03-02' } },
    '工单 2 发票号「2026-03-02」：这里应是文字，单元格却是日期 → 把单元格设为「文本」格式后重新填写',
  ],
  [
    'a number Excel cut off',
    { 发票号: 1.2345678901234568e17 },
    '工单 2 发票号「123456789012345680」：是超过 15 位的数字，Excel 已经把末尾几位改成了 0 → 把这一列设为「文本」格式，重新填写这个号码',
  ],
  [
    'a number Excel made scientific',
    { 发票号: '1.23457E+17' },
    '工单 2 发票号「1.23457E+17」：被 Excel 改成了科学记数法，原来的数字已经看不全 → 把这一列设为「文本」格式，重新填写这个号码',
  ],
]

describe('a bad work order is left out and told by sheet, row, column, reason and remedy', () => {
  test.each(badOrders)('%s', (_, change, told) => {
    const { rows, rejected } = checkOrders({ orders: [{ ...order, ...change }] })
    expect({ rows, rejected: inWords(rejected) }).toEqual({ rows: [], rejected: [told] })
  })

  test('every bad cell of a row is told at once, and the good rows stay', () => {
    const bad = { ...order, 台账号: 'T2', 用户电话: '12', 行驶里程: '很多', 报修日期: null }
    const { read, rows, rejected } = checkOrders({ orders: [bad, order] })
    expect({ read, rows: rows.map(({ row }) => row), cells: rejected.map(({ row, column }) => [row, column]) }).toEqual({
      read: 2,
      rows: [3],
      cells: [
        [2, '报修日期'],
        [2, '用户电话'],
        [2, '行驶里程'],
      ],
    })
  })

  test('two manufacturers: an empty code is refused', () => {
    const two = { ...known, manufacturers: [...known.manufacturers, { code: 'B', name: '乙厂', shortName: '', active: true }] }
    expect(inWords(checkOrders({}, two).rejected)).toEqual([
      '工单 2 厂方代码「」：本站登记了 2 个厂方，看不出是哪一个 → 填写厂方代码，可用：DEMO、B',
    ])
  })

  test('no manufacturer on file', () => {
    expect(inWords(checkOrders({}, { ...known, manufacturers: [] }).rejected)).toEqual([
      '工单 2 厂方代码「」：还没有登记厂方 → 先登记厂方，再导入',
    ])
  })

  test('a model name that fits two models', () => {
    const [first] = known.models
    if (first === undefined) throw new Error('no model')
    const twins = { ...known, models: [first, { ...first, code: 'CG125A' }] }
    expect(inWords(checkOrders({ orders: [{ ...order, 车型: '示例 125' }] }, twins).rejected)).toEqual([
      '工单 2 车型「示例 125」：车型目录里有 2 个车型都叫这个名称 → 改填车型代码：CG125、CG125A',
    ])
  })

  test('a VIN with a wrong check digit stops where the policy blocks it', () => {
    const { rejected } = checkOrders({ orders: [{ ...order, 车架号: 'LZZ1BLMJ5TJ465057' }] }, { ...known, vinCheck: 'block' })
    expect(inWords(rejected)).toEqual(['工单 2 车架号「LZZ1BLMJ5TJ465057」：车架号（VIN）第 9 位校验不符 → 照钢印或铭牌核对'])
  })

  test('what is wrong with a line is said once, though its ledger number stands twice', () => {
    const { rejected } = checkOrders({
      orders: [order, { ...order, 车架号: 'LZZ1BLMJ0TJ465058' }],
      parts: [{ 台账号: 'T2026-0158', 零件编号: '无此件', 数量: 1 }],
    })
    expect(rejected.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['工单', 3, '台账号'],
      ['零件', 2, '零件名称'],
    ])
  })

  test('a ledger number that stands twice: both orders are left out', () => {
    const { rows, rejected } = checkOrders({ orders: [order, { ...order, 报修日期: '2026-03-01' }] })
    expect({ rows, rejected: inWords(rejected) }).toEqual({
      rows: [],
      rejected: ['工单 3 台账号「T2026-0158」：与第 2 行的台账号相同 → 一张工单一个台账号，改正其中一行'],
    })
  })

  test('the same vehicle with another model, engine or purchase date', () => {
    const { rows, rejected } = checkOrders({ orders: [order, { ...order, 台账号: 'T2', 购车日期: '2025-06-19', 发动机号: '9999999' }] })
    expect({ rows: rows.map(({ row }) => row), rejected: inWords(rejected) }).toEqual({
      rows: [2],
      rejected: [
        '工单 3 发动机号「9999999」：与第 2 行的同一辆车不一致：那里的发动机号是 1P52FMI*24A01234 → 照实物核对，改成一致',
        '工单 3 购车日期「2025-06-19」：与第 2 行的同一辆车不一致：那里的购车日期是 2025-06-18 → 照实物核对，改成一致',
      ],
    })
  })
})
