import { describe, expect, test } from 'vitest'
import { checkPartRows, inWords, known, part, type Row } from './import-files.ts'

test('a part with all its columns, and one with the two required only', () => {
  const { rows, rejected, warnings } = checkPartRows([
    {
      ...part,
      规格: '125cc',
      厂方代码: 'demo',
      配套厂家: '宏盛',
      产地: '日产',
      零售价: '￥1,200.5元',
      三包里程: 12000,
      是否序列管理: true,
    },
    { 零件编号: 'b-2', 零件名称: '螺栓' },
  ])
  const empty = {
    unit: null,
    spec: null,
    supplierName: null,
    supplierCode: null,
    origin: null,
    priceFen: null,
    retailPriceFen: null,
    category: null,
    warrantyMonths: null,
    warrantyKm: null,
    oldPartReturn: null,
    serialControlled: null,
    assembly: null,
    isEngine: null,
    active: null,
  }
  expect({ rows, rejected, warnings }).toEqual({
    rejected: [],
    warnings: [],
    rows: [
      {
        ...empty,
        row: 2,
        code: '14101-KRM-8400',
        name: '凸轮轴',
        unit: '件',
        spec: '125cc',
        makerCode: 'DEMO',
        supplierName: '宏盛',
        origin: 'imported',
        priceFen: 8650,
        retailPriceFen: 120_050,
        category: 'main',
        warrantyMonths: 12,
        warrantyKm: 12_000,
        oldPartReturn: 'mustReturn',
        serialControlled: true,
      },
      { row: 3, code: 'B-2', name: '螺栓', makerCode: 'DEMO', ...empty },
    ],
  })
})

const bad: readonly (readonly [string, Row, string])[] = [
  ['no name', { 零件名称: null }, '零件价格 2 零件名称「」：必填，现在是空的 → 填写零件名称'],
  [
    'a name too long',
    { 零件名称: '轴'.repeat(41) },
    `零件价格 2 零件名称「${'轴'.repeat(41)}」：有 41 个字，最多 40 个 → 缩短到 40 个字以内`,
  ],
  [
    'a price out of reach',
    { 三包价: 10_000_000.01 },
    '零件价格 2 三包价「10000000.01」：应在 0.00 到 10,000,000.00 之间 → 核对后填写 0.00 到 10,000,000.00 之间的数',
  ],
  ['months with decimals', { 三包月数: '一年' }, '零件价格 2 三包月数「一年」：应是整数 → 只填数字，不带小数'],
  [
    'an unknown category',
    { 零件三包类别: '杂件' },
    '零件价格 2 零件三包类别「杂件」：不是可用的词 → 改为其中之一：主要件(总成)、一般件、易损件、消耗件、附属(外观)件、蓄电池、动力电池',
  ],
  ['neither yes nor no', { 是否序列管理: '也许' }, '零件价格 2 是否序列管理「也许」：不是可用的词 → 改为其中之一：是、否'],
]

describe('a bad row', () => {
  test.each(bad)('%s', (_, change, told) => {
    const { rows, rejected } = checkPartRows([{ ...part, ...change }])
    expect({ rows, rejected: inWords(rejected) }).toEqual({ rows: [], rejected: [told] })
  })

  test('one part number with two prices', () => {
    const { rows, rejected } = checkPartRows([part, { ...part, 三包价: 90 }])
    expect({ rows: rows.map(({ row }) => row), rejected: inWords(rejected) }).toEqual({
      rows: [2],
      rejected: ['零件价格 3 零件编号「14101-KRM-8400」：与第 2 行说的是同一条，内容不同 → 只留一行'],
    })
  })
})

test('the same part number of two manufacturers is two parts', () => {
  const two = { ...known, manufacturers: [...known.manufacturers, { code: 'B', name: '乙厂', shortName: '', active: true }] }
  const { rows } = checkPartRows(
    [
      { ...part, 厂方代码: 'DEMO' },
      { ...part, 厂方代码: '乙厂' },
    ],
    two,
  )
  expect(rows.map(({ makerCode }) => makerCode)).toEqual(['DEMO', 'B'])
})

test('the same row twice is imported once', () => {
  const { rows, unchanged } = checkPartRows([part, part])
  expect({ rows: rows.length, unchanged }).toEqual({ rows: 1, unchanged: [{ row: 3, key: '14101-KRM-8400' }] })
})
