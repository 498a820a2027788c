import { describe, expect, test } from 'vitest'
import { checkOrders, inWords, labourLine, order, outingLine, partLine, type Book, type Row } from './import-files.ts'

type Case = readonly [string, Partial<Book>, string]
const part = (change: Row): Partial<Book> => ({ parts: [{ ...partLine, ...change }] })
const labour = (change: Row): Partial<Book> => ({ labour: [{ ...labourLine, ...change }] })
const outing = (change: Row): Partial<Book> => ({ outings: [{ ...outingLine, ...change }] })

const bad: readonly Case[] = [
  ['quantity 0', part({ 数量: 0 }), '零件 2 数量「0」：应在 1 到 9,999 之间 → 核对后填写 1 到 9,999 之间的数'],
  ['half a part', part({ 数量: 0.5 }), '零件 2 数量「0.5」：应是整数 → 只填数字，不带小数'],
  ['no part number', part({ 零件编号: null }), '零件 2 零件编号「」：必填，现在是空的 → 填写零件编号'],
  ['a third decimal', part({ 单价: '12.345' }), '零件 2 单价「12.345」：金额最多两位小数 → 精确到分，如 12.35'],
  ['a negative price', part({ 单价: -1 }), '零件 2 单价「-1」：不能是负数 → 填 0 或正数'],
  ['a price in words', part({ 单价: '面议' }), '零件 2 单价「面议」：不是金额 → 写成以元为单位的数字，如 1280.50'],
  ['an amount too large', part({ 单价: 9_000_000, 数量: 2 }), '零件 2 数量「2」：数量乘单价超过 10,000,000.00 元 → 核对数量和单价'],
  [
    'a part not on file without a name',
    part({ 零件编号: 'X-1' }),
    '零件 2 零件名称「」：零件目录里没有 X-1，目录外件必须写零件名称 → 填写零件名称，或改正零件编号',
  ],
  [
    'an unknown fault',
    part({ 故障模式: '坏了' }),
    '零件 2 故障模式「坏了」：不是可用的词 → 改为其中之一：断裂、开裂、变形、磨损、烧蚀、渗漏、异响、松脱、卡滞、短路、断路、老化、锈蚀、掉漆变色、尺寸不符、功能失效、其它',
  ],
  ['hours beyond a day’s end', labour({ 工时: 100 }), '工时 2 工时「100」：应在 0.1 到 99.9 之间 → 核对后填写 0.1 到 99.9 之间的数'],
  ['hours in words', labour({ 工时: '半天' }), '工时 2 工时「半天」：不是工时数 → 写成小时数，最多两位小数，如 1.5'],
  ['unknown labour without hours', labour({ 工时代码: 'Z9', 维修项目: '抛光' }), '工时 2 工时「」：没有工时，工时目录里也没有 → 填写工时'],
  [
    'unknown labour without name',
    labour({ 工时代码: 'Z9', 工时: 1 }),
    '工时 2 维修项目「」：工时目录里没有 Z9，目录外工时必须写维修项目 → 填写维修项目，或改正工时代码',
  ],
  ['nobody went', outing({ 人数: 0 }), '外出 2 人数「0」：应在 1 到 50 之间 → 核对后填写 1 到 50 之间的数'],
  ['a fare that is none', outing({ 交通费: '六十' }), '外出 2 交通费「六十」：不是金额 → 写成以元为单位的数字，如 1280.50'],
]

describe('a bad line takes its order with it', () => {
  test.each(bad)('%s', (_, book, told) => {
    const { rows, rejected } = checkOrders(book)
    expect({ rows, rejected: inWords(rejected) }).toEqual({ rows: [], rejected: [told] })
  })

  test('but not the other orders', () => {
    const { rows } = checkOrders({ orders: [order, { ...order, 台账号: 'T9', 行驶里程: 5400 }], parts: [{ ...partLine, 数量: 0 }] })
    expect(rows.map(({ ledgerNo }) => ledgerNo)).toEqual(['T9'])
  })

  test('a line whose ledger number no order has', () => {
    const { rows, rejected } = checkOrders({ outings: [outingLine, { ...outingLine, 台账号: 'T404' }] })
    expect({ rows: rows.length, rejected: inWords(rejected) }).toEqual({
      rows: 1,
      rejected: ['外出 3 台账号「T404」：「工单」表里没有台账号 T404 → 改正台账号，或在「工单」表里补上这张工单'],
    })
  })

  test('lines of an order that is itself bad are not told again', () => {
    const { rejected } = checkOrders({ orders: [{ ...order, 行驶里程: -1 }], parts: [partLine] })
    expect(rejected.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([['工单', 2, '行驶里程']])
  })
})

const doubtful: readonly Case[] = [
  [
    'a part not on file',
    part({ 零件编号: 'X-1', 零件名称: '支架' }),
    '零件 2 零件编号「X-1」：零件目录里没有，按目录外件收下（同样的只提示一次） → 核对零件编号；新零件可先导入零件价格表',
  ],
  [
    'another name than on file',
    part({ 零件名称: '活塞' }),
    '零件 2 零件名称「活塞」：与零件目录里的名称「凸轮轴」不同，以目录为准 → 核对零件编号是否写错',
  ],
  ['no price anywhere', part({ 零件编号: 'NOPRICE', 单价: null }), '零件 2 单价「」：没有单价，零件目录里也没有，按 0 元收下 → 填写单价'],
  [
    'labour not on file',
    labour({ 工时代码: 'Z9', 维修项目: '抛光', 工时: '1.25 小时' }),
    '工时 2 工时代码「Z9」：工时目录里没有，按目录外工时收下（同样的只提示一次） → 核对工时代码；新项目可先录入工时目录',
  ],
]

describe('a doubtful line is taken with a warning', () => {
  test.each(doubtful)('%s', (_, book, told) => {
    const { rows, rejected, warnings } = checkOrders(book)
    expect({ rows: rows.length, rejected, warnings: inWords(warnings) }).toEqual({ rows: 1, rejected: [], warnings: [told] })
  })

  test('parts on an order that was never begun', () => {
    const reported = { ...order, 送修时间: null, 维修开始: null, 维修结束: null, 交车时间: null }
    expect(inWords(checkOrders({ orders: [reported], parts: [partLine] }).warnings)).toEqual([
      '工单 2 维修开始「」：有零件或工时，却没有维修开始 → 补填送修时间和维修开始',
    ])
  })
})

test('a line without a price takes that of the list in force on the day the repair began', () => {
  const priced = (change: Row) =>
    checkOrders({ orders: [{ ...order, ...change }], parts: [{ ...partLine, 零件编号: 'DATED', 单价: null }] }).rows[0]?.parts[0]?.unitPrice
  expect({
    inForce: priced({}),
    before: priced({ 报修日期: '2026-02-28', 送修时间: '2026-03-01 09:10', 维修开始: '2026-03-01 10:00' }),
  }).toEqual({ inForce: 1200, before: 1000 })
})
