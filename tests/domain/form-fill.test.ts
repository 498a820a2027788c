import { describe, expect, test } from 'vitest'
import { checkContent, computedOf, emptyContent, type FillColumn, type FillTable, rowsWithPreset, settledContent } from '#domain/form-fill'

function columnOf(key: string, changes: Partial<FillColumn> = {}): FillColumn {
  return {
    key,
    label: key,
    kind: 'count',
    max: 9,
    options: [],
    unit: '',
    required: false,
    computed: null,
    sum: false,
    onPaper: true,
    ...changes,
  }
}

const business: FillTable = {
  kind: 'table',
  key: 'categories',
  title: '业务量',
  preset: ['三包维修', '收费维修'],
  columns: [
    columnOf('category', { kind: 'text', max: 20 }),
    columnOf('now', { required: true }),
    columnOf('before'),
    columnOf('growth', { kind: 'tenths', computed: { by: 'growth', from: ['now', 'before'] } }),
  ],
}

describe('computed columns', () => {
  const row = { a: 7, b: 2, c: 5 }
  test('sum, product, difference, percent and growth; shares in tenths of a percent', () => {
    const from = ['a', 'b']
    expect((['sum', 'product', 'difference', 'percent', 'growth'] as const).map((by) => computedOf({ by, from }, row))).toEqual([
      9, 14, 5, 3500, 2500,
    ])
  })

  test('blank where a column is blank or nothing can be divided; a sum takes what there is', () => {
    expect([
      computedOf({ by: 'product', from: ['a', 'x'] }, row),
      computedOf({ by: 'percent', from: ['a', 'zero'] }, { ...row, zero: 0 }),
      computedOf({ by: 'sum', from: ['a', 'x'] }, row),
      computedOf({ by: 'sum', from: ['x', 'y'] }, row),
    ]).toEqual([null, null, 7, null])
  })

  test('what cannot be computed stays as it was typed', () => {
    const { tables } = settledContent([business], {
      values: {},
      tables: {
        categories: [
          { category: '三包维修', now: 10, growth: 55 },
          { category: '收费维修', now: 12, before: 10, growth: 1 },
        ],
      },
    })
    expect(tables.categories?.map(({ growth }) => growth)).toEqual([55, 200])
  })
})

describe('rows that are always there', () => {
  test('stand first, in their order, whatever was typed; others follow and none is lost', () => {
    const typed = [
      { category: '收费维修', now: 1 },
      { category: '加装', now: 2 },
      { category: '收费维修', now: 3 },
    ]
    expect(rowsWithPreset(business, typed)).toEqual([{ category: '三包维修' }, typed[0], typed[1], typed[2]])
  })

  test('a form left blank keeps them, and nothing is asked of a row that says nothing but its name', () => {
    const content = settledContent([business], emptyContent)
    expect(content.tables.categories?.map(({ category }) => category)).toEqual(['三包维修', '收费维修'])
    expect(checkContent([business], content)).toEqual([])
    expect(
      checkContent([business], { values: {}, tables: { categories: [{ category: '三包维修', before: 4 }] } }).map(({ field }) => field),
    ).toEqual(['categories.0.now'])
  })
})
