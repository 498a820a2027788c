import { describe, expect, test } from 'vitest'
import { checkCustomerRows, customer, inWords, known, type Row } from './import-files.ts'

const imported = {
  row: 2,
  name: '周志强',
  kind: 'person',
  phone: '13807310001',
  phone2: null,
  contactName: null,
  address: null,
  unit: {
    makerCode: 'DEMO',
    modelCode: 'CG125',
    model: '示例 125',
    frameNo: 'LZZ1BLMJ4TJ465057',
    legacyFrameNo: false,
    engineNo: '1P52FMI*24A01234',
    plateNo: '湘A12345',
    manufacturedOn: '2025-03-10',
    purchasedOn: '2025-06-18',
    invoiceNo: null,
    warrantyCardNo: null,
    sellerName: null,
  },
}

test('a customer with a vehicle, one without, and a company with two', () => {
  const rows: Row[] = [
    customer,
    { 用户姓名: '李喆', 用户电话: '0731-88881234', 用户类型: '私人' },
    { ...customer, 用户姓名: '宏达公司', 用户类型: '公司', 车架号: 'LDC613P23A1305189', 发动机号: 'ENG001' },
    { ...customer, 用户姓名: '宏达公司', 用户类型: '公司', 车架号: 'LSJA24U62JG269225', 发动机号: 'ENG002' },
  ]
  const { read, rows: taken, rejected, warnings } = checkCustomerRows(rows)
  expect({
    read,
    first: taken[0],
    rest: taken.slice(1).map(({ name, kind, unit }) => [name, kind, unit?.frameNo ?? null]),
    rejected,
    warnings,
  }).toEqual({
    read: 4,
    first: imported,
    rejected: [],
    warnings: [],
    rest: [
      ['李喆', 'person', null],
      ['宏达公司', 'company', 'LDC613P23A1305189'],
      ['宏达公司', 'company', 'LSJA24U62JG269225'],
    ],
  })
})

test('个体 is 个人, and a name that Excel turned into TRUE is kept as the text it was', () => {
  const { rows: taken, rejected, warnings } = checkCustomerRows([{ ...customer, 用户姓名: true, 用户类型: '个体' }])
  expect({ taken: taken.map(({ name, kind }) => [name, kind]), rejected, warnings: inWords(warnings) }).toEqual({
    taken: [['TRUE', 'person']],
    rejected: [],
    warnings: [
      '用户与车辆 2 用户姓名「TRUE」：Excel 把这一格存成了逻辑值，按文字「TRUE」读取 → 核对内容；确实是文字的，请把单元格设为文本再输入',
    ],
  })
})

const bad: readonly (readonly [string, Row, string])[] = [
  ['no phone', { 用户电话: null }, '用户与车辆 2 用户电话「」：必填，现在是空的 → 填写用户电话'],
  [
    'a second phone that is none',
    { 第二电话: '110' },
    '用户与车辆 2 第二电话「110」：不是可用的电话号码 → 手机 11 位，如 13812345678；座机带区号，如 0731-88881234；国外号码以 + 开头；一格只写一个号码',
  ],
  ['an unknown kind', { 用户类型: '路人' }, '用户与车辆 2 用户类型「路人」：不是可用的词 → 改为其中之一：个人、单位、经销商(售前库存)'],
  [
    'a vehicle without frame number',
    { 车架号: null },
    '用户与车辆 2 车架号「」：填了车型，却没有车架号 → 补填车架号；没有车辆的用户把车辆各列留空',
  ],
  ['a vehicle without model', { 车型: null }, '用户与车辆 2 车型「」：有车架号却没有车型 → 填写车型代码或名称'],
  [
    'bought before it was made',
    { 生产日期: '2025-07-01' },
    '用户与车辆 2 购车日期「2025-06-18」：早于生产日期（2025-07-01） → 核对两个日期：购车日期不能早于生产日期',
  ],
  [
    'bought tomorrow',
    { 购车日期: '2026-11-23' },
    '用户与车辆 2 购车日期「2026-11-23」：晚于今天（2026-11-22） → 填写实际发生的日期；还没有发生的留空',
  ],
]

describe('a bad row', () => {
  test.each(bad)('%s', (_, change, told) => {
    const { rows, rejected } = checkCustomerRows([{ ...customer, ...change }])
    expect({ rows, rejected: inWords(rejected) }).toEqual({ rows: [], rejected: [told] })
  })

  test('a vehicle with two owners', () => {
    const { rows, rejected } = checkCustomerRows([customer, { ...customer, 用户姓名: '别人' }])
    expect({ rows: rows.map(({ row }) => row), rejected: inWords(rejected) }).toEqual({
      rows: [2],
      rejected: ['用户与车辆 3 车架号「LZZ1BLMJ4TJ465057」：与第 2 行是同一辆车，内容不同 → 一辆车只写一行，填写现在的用户'],
    })
  })

  test('a model not on file where two manufacturers are', () => {
    const two = { ...known, manufacturers: [...known.manufacturers, { code: 'B', name: '乙厂', shortName: '', active: true }] }
    const { rows, rejected } = checkCustomerRows([customer, { ...customer, 车架号: 'LDC613P23A1305189', 车型: 'GN250' }], two)
    expect({ rows: rows.map(({ row }) => row), rejected: rejected.map(({ row, column, reason }) => [row, column, reason.key]) }).toEqual({
      rows: [2],
      rejected: [[3, '车型', 'import.bad.makerNeeded']],
    })
  })
})

test('what a voucher prints whose claim has not gone is not changed by a list; empty cells keep it', () => {
  const unit = {
    makerCode: 'DEMO',
    frameNo: 'LZZ1BLMJ4TJ465057',
    engineNo: '1P52FMI*24A01234',
    modelName: '示例 125',
    plateNo: '',
    manufacturedOn: '2025-03-10',
    purchasedOn: '2025-06-18',
    invoiceNo: '037166',
    warrantyCardNo: '',
  }
  const printed = [{ number: 'SD0731-BD16-202611-0001', unit }]
  expect(checkCustomerRows([customer], { ...known, printed }).rejected).toEqual([])
  const { rows, rejected } = checkCustomerRows([{ ...customer, 用户地址: '城西路 2 号', 生产日期: '2025-03-11', 发票号: '037167' }], {
    ...known,
    printed,
  })
  const told = (column: string, value: string, kept: string) =>
    `用户与车辆 2 ${column}「${value}」：凭证 SD0731-BD16-202611-0001 印的是「${kept}」，索赔还没有报出，不能改成别的 → 改成「${kept}」或留空；真要改，先作废该凭证，改好后重新开具`
  expect({ rows, rejected: inWords(rejected) }).toEqual({
    rows: [],
    rejected: [told('生产日期', '2025-03-11', '2025-03-10'), told('发票号', '037167', '037166')],
  })
})

test('the same row twice is imported once, with a warning', () => {
  const { read, rows, unchanged, warnings } = checkCustomerRows([customer, customer])
  expect({ read, rows: rows.length, unchanged, warnings: inWords(warnings) }).toEqual({
    read: 2,
    rows: 1,
    unchanged: [{ row: 3, key: 'LZZ1BLMJ4TJ465057' }],
    warnings: ['用户与车辆 3 车架号「LZZ1BLMJ4TJ465057」：与第 2 行完全相同，只导入一次 → 可以删去这一行'],
  })
})

test('a vehicle long in stock is doubted', () => {
  expect(inWords(checkCustomerRows([{ ...customer, 生产日期: '2023-01-01' }]).warnings)).toEqual([
    '用户与车辆 2 购车日期「2025-06-18」：购车日期比生产日期晚 24 个月以上 → 核对两个日期；确实如此可以不改',
  ])
})
