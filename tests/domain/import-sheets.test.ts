import { describe, expect, test } from 'vitest'
import { checkImport } from '#domain/import-check'
import { columnLetter } from '#domain/import-layout'
import { findingLimit, type ImportCell, type ImportSheet } from '#domain/import-result'
import { checkPartRows, inWords, known, labourLine, order, ordersBook, outingLine, part, partLine, sheetOf } from './import-files.ts'

function told(sheets: readonly ImportSheet[], kind: 'work-orders' | 'parts' = 'work-orders') {
  const { read, rows, rejected, warnings } = checkImport(kind, sheets, known)
  return { read, rows: rows.length, rejected: inWords(rejected), warnings: inWords(warnings) }
}
const orders = sheetOf('工单', [order])
const lines = ordersBook().slice(1)
const good = { read: 1, rows: 1, rejected: [], warnings: [] }

/** The sheet with one column's heading changed. */
function renamed(sheet: ImportSheet, heading: string, name: ImportCell): ImportSheet {
  return { ...sheet, rows: sheet.rows.map((row, index) => (index === 0 ? row.map((cell) => (cell === heading ? name : cell)) : row)) }
}

describe('sheets', () => {
  test('may stand in any order, beside 填写说明, with blanks in their names', () => {
    const explanation: ImportSheet = { name: '填写说明', rows: [['随便']] }
    expect(told([...lines, explanation, { ...orders, name: ' 工单 ' }])).toEqual(good)
  })

  test('are remarked on in the order they are read: orders first, then their lines, row by row', () => {
    const badLines = ordersBook({
      parts: [{ ...partLine, 数量: '三' }],
      labour: [{ ...labourLine, 工时: '多' }],
      outings: [{ ...outingLine, 单程里程: '远' }],
    }).slice(1)
    const badOrders = sheetOf('工单', [
      { ...order, 行驶里程: '很多' },
      { ...order, 台账号: 'T2', 用户电话: '110' },
    ])
    const { rejected } = checkImport('work-orders', [...badLines.toReversed(), badOrders], known)
    expect(rejected.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual(['工单 2', '工单 3', '零件 2', '工时 2', '外出 2'])
  })

  test('a main sheet that is missing', () => {
    expect(told([{ ...orders, name: 'Sheet1' }, ...lines]).rejected).toEqual([
      '工单 0 「」：没有名为「工单」的工作表；文件里有：Sheet1、零件、工时、外出 → 把工作表改名为「工单」，或用模板重新填写',
    ])
  })

  test('line sheets that are missing are only mentioned', () => {
    expect(told([orders])).toEqual({
      ...good,
      warnings: ['零件', '工时', '外出'].map(
        (name) => `${name} 0 「」：没有「${name}」工作表，按没有${name}处理 → 如有${name}，请加上名为「${name}」的工作表`,
      ),
    })
  })

  test('a sheet that stands twice', () => {
    expect(told([orders, { ...orders, name: '工单 ' }, ...lines]).rejected).toEqual([
      '工单 0 「」：有两个工作表都叫「工单」 → 合并成一个工作表',
    ])
  })

  test('a strange sheet is not read, an empty one not mentioned', () => {
    expect(told([...ordersBook(), { name: '统计', rows: [['合计', 3]] }, { name: 'Sheet2', rows: [[null], []] }])).toEqual({
      ...good,
      warnings: ['统计 0 「」：工作表「统计」不属于模板，没有读取 → 不需要导入的可以不管；需要的请改名为：工单、零件、工时、外出'],
    })
  })

  test('of a price list the only filled sheet is taken whatever its name', () => {
    const renamedSheet = { ...sheetOf('零件价格', [part]), name: '2026 价格' }
    expect(told([{ name: '填写说明', rows: [['x']] }, renamedSheet, { name: 'Sheet2', rows: [] }], 'parts')).toEqual(good)
    expect(told([renamedSheet, { name: '旧价', rows: [['x']] }], 'parts').rejected).toHaveLength(1)
  })

  test('headings without rows', () => {
    expect(told(ordersBook({ orders: [] })).rejected).toEqual(['工单 0 「」：工作表里没有可导入的行 → 从标题行的下一行开始填写'])
  })
})

describe('headings', () => {
  test('may carry a star, blanks and full width, stand in any order and below a title; rows count as in Excel', () => {
    const [headings = [], values = []] = orders.rows
    const starred = headings.map((cell) => (cell === '车架号' ? ' 车 架 号＊ ' : `${String(cell)}*`)).toReversed()
    const blank: ImportCell[] = [null, '  ']
    const sheet = { name: '工单', rows: [['2026 年台账'], blank, starred, blank, [], values.toReversed()] }
    const { rows, rejected } = checkImport('work-orders', [sheet, ...lines], known)
    expect({ rows: rows.map(({ row }) => row), rejected }).toEqual({ rows: [6], rejected: [] })
  })

  test('required ones that are missing are all named; optional ones may be missing', () => {
    expect(told([renamed(renamed(renamed(orders, '车架号', null), '用户电话', null), '备注', null), ...lines]).rejected).toEqual([
      '工单 1 用户电话「」：缺少必填的列「用户电话」 → 加上标题为「用户电话」的列并填写',
      '工单 1 车架号「」：缺少必填的列「车架号」 → 加上标题为「车架号」的列并填写',
    ])
    expect(told([renamed(orders, '备注', null), ...lines])).toEqual(good)
  })

  test('one that stands twice', () => {
    expect(told([renamed(orders, '备注', '车型'), ...lines])).toMatchObject({
      rejected: ['工单 1 车型「」：列「车型」出现了两次：第 O 列和第 Z 列 → 删去其中一列'],
      warnings: [],
    })
  })

  test('strange ones are not read and named with those still free', () => {
    expect(told([renamed(orders, '备注', '备考'), ...lines])).toEqual({
      ...good,
      warnings: [
        '工单 1 备考「备考」：第 Z 列的标题「备考」不在模板里，这一列没有读取 → 不需要导入的可以不管；需要的请改成模板里的标题，本表还可用：备注',
      ],
    })
  })

  test('a filled column without heading', () => {
    const sheet = { name: '工单', rows: orders.rows.map((row, index) => [...row, index === 0 ? null : '漏写标题']) }
    expect(told([sheet, ...lines]).warnings).toEqual(['工单 1 AA「」：第 AA 列有内容但没有标题，这一列没有读取 → 补上标题，或删去这一列'])
  })

  test('none at all', () => {
    expect(
      told([
        {
          name: '工单',
          rows: [
            ['a', 'b'],
            [1, 2],
          ],
        },
        ...lines,
      ]).rejected,
    ).toEqual(['工单 1 「」：找不到标题行：前 10 行里没有一行含有「台账号」 → 把模板的标题行放在第一行'])
  })

  test('columns are lettered as in Excel', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

test('of very many remarks the first thousand are kept and all are counted', () => {
  const { rejected, rejectedTotal } = checkPartRows(Array.from({ length: findingLimit + 5 }, () => ({ 零件名称: '无编号' })))
  expect([rejected.length, rejectedTotal]).toEqual([findingLimit, findingLimit + 5])
})
