import { writeXlsx, type Cell, type CellValue } from 'hucre'
import { afterAll, expect, test } from 'vitest'
import { instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { importPlans } from '#domain/import-plans'
import { importKinds, type ImportKind } from '#domain/import-result'
import { createImportChecker, type ImportProgress } from '#host/import/import-checker'
import { templateWorkbook } from '#host/import/template'
import { readWorkbook } from '#host/workbook'
import { customer, inWords, known, labourLine, order, outingLine, part, partLine, type Row } from '#tests/domain/import-files'

const at = instant('2026-11-22T01:00:00.000Z')
const checker = createImportChecker()
afterAll(() => checker.close())

/** A cell as a person leaves it in Excel: `{ date }` becomes a real date cell. */
function excelCell(cell: Row[string] | undefined): CellValue {
  if (cell === null || cell === undefined) return null
  return typeof cell === 'object' ? new Date(`${cell.date.replace(' ', 'T')}${cell.date.length > 10 ? ':00' : 'T00:00:00'}Z`) : cell
}

/** The template of a kind with rows filled in below its headings, saved by another program. */
async function filled(kind: ImportKind, rows: Readonly<Record<string, readonly Row[]>>): Promise<Uint8Array> {
  const sheets = await readWorkbook(await templateWorkbook(kind, at))
  return writeXlsx({
    sheets: sheets.map(({ name, rows: [headings = [], ...rest] }) => {
      const given = rows[name]
      const body =
        given === undefined
          ? rest.filter((cells) => cells.some((cell) => cell !== null))
          : given.map((row) => headings.map((heading) => row[String(heading).replace('*', '')]))
      return { name, rows: [headings.map(excelCell), ...body.map((cells) => cells.map(excelCell))] }
    }),
  })
}

test.each(importKinds)(
  'the empty template of %s has the headings of its plan, required ones starred, and nothing to import',
  async (kind) => {
    const bytes = await templateWorkbook(kind, at)
    const sheets = await readWorkbook(bytes)
    expect(sheets.map(({ name, rows }) => [name, rows[0]]).slice(0, -1)).toEqual(
      importPlans[kind].map(({ name, columns }) => [
        name,
        Object.values(columns).map(({ heading, required }) => (required ? `${heading}*` : heading)),
      ]),
    )
    expect(sheets.at(-1)?.name).toBe('填写说明')
    const { read, rejected, warnings } = await checker.check(kind, bytes, known)
    expect({ read, rejected: inWords(rejected), warnings }).toEqual({
      read: 0,
      warnings: [],
      rejected: [`${importPlans[kind][0].name} 0 「」：工作表里没有可导入的行 → 从标题行的下一行开始填写`],
    })
  },
)

test('the same template twice is the same bytes', async () => {
  expect(Buffer.compare(await templateWorkbook('parts', at), await templateWorkbook('parts', at))).toBe(0)
})

test('the examples of 填写说明 pass the check themselves', async () => {
  for (const kind of importKinds) {
    const examples = Object.fromEntries(
      importPlans[kind].map(({ name, columns }) => [
        name,
        [Object.fromEntries(Object.values(columns).map(({ heading, example }) => [heading, example]))],
      ]),
    )
    const { rows, rejected, warnings } = await checker.check(kind, await filled(kind, examples), known)
    expect({ kind, rows: rows.length, rejected: inWords(rejected), warnings: inWords(warnings) }).toEqual({
      kind,
      rows: 1,
      rejected: [],
      warnings: [],
    })
  }
})

test('a template filled in by a person imports as it is', async () => {
  const orders = await checker.check(
    'work-orders',
    await filled('work-orders', {
      工单: [{ ...order, 报修日期: { date: '2026-03-02' }, 送修时间: { date: '2026-03-02 09:10' } }],
      零件: [partLine],
      工时: [labourLine],
      外出: [outingLine],
    }),
    known,
  )
  const customers = await checker.check('customers', await filled('customers', { 用户与车辆: [customer] }), known)
  const parts = await checker.check('parts', await filled('parts', { 零件价格: [part] }), known)
  expect([orders, customers, parts].map(({ kind, read, rejected, warnings }) => ({ kind, read, rejected, warnings }))).toEqual(
    ['work-orders', 'customers', 'parts'].map((kind) => ({ kind, read: 1, rejected: [], warnings: [] })),
  )
  expect(orders.rows).toMatchObject([
    {
      ledgerNo: 'T2026-0158',
      reportedOn: '2026-03-02',
      receivedAt: '2026-03-02T01:10:00.000Z',
      parts: [{ unitPrice: 8650 }],
      labour: [{ hours: 150 }],
      outings: [{ oneWayKm: 38 }],
    },
  ])
})

test('formulas count by their value; without a value the cell is empty; an error is named', async () => {
  const headings = Object.values(importPlans.parts[0].columns).map(({ heading }) => heading)
  const price = headings.indexOf('三包价')
  const formulas: [string, Partial<Cell>][] = [
    [`1,${price}`, { formula: '80+6.5', formulaResult: 86.5 }],
    [`2,${price}`, { formula: 'WEBSERVICE("http://localhost/")' }],
    ['3,1', { formula: 'REF!', formulaResult: '#REF!' }],
  ]
  const bytes = await writeXlsx({
    sheets: [{ name: '零件价格', rows: [headings, ['A-1', '=cmd|calc'], ['A-2', '螺母'], ['A-3', '']], cells: new Map(formulas) }],
  })
  const result = await checker.check('parts', bytes, known)
  expect({ rows: result.rows, rejected: inWords(result.rejected) }).toMatchObject({
    rows: [
      { code: 'A-1', name: '=cmd|calc', priceFen: 8650 },
      { code: 'A-2', priceFen: null },
    ],
    rejected: ['零件价格 4 零件名称「#REF!」：单元格是出错的公式（#REF!） → 改成直接填写内容'],
  })
})

test('huge texts, hostile names and wrong order of sheets are told or ignored, never fatal', async () => {
  const huge = '长'.repeat(32_000)
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '外出',
        rows: [
          ['台账号', '__proto__', 'constructor'],
          ['T404', 'x', 'y'],
        ],
      },
      { name: '填写说明', rows: [[huge]] },
      {
        name: '工单',
        rows: [
          Object.keys(order),
          Object.values({ ...order, 故障现象: huge }).map(excelCell),
          Object.values({ ...order, 台账号: '__proto__' }).map(excelCell),
        ],
      },
    ],
  })
  const { rows, rejected } = await checker.check('work-orders', bytes, known)
  expect({
    rows: rows.map(({ row }) => row),
    rejected: rejected.map(({ sheet, row, column, reason }) => [sheet, row, column, reason.key]),
    polluted: 'x' in {},
  }).toEqual({
    rows: [3],
    polluted: false,
    rejected: [
      ['工单', 2, '故障现象', 'import.bad.tooLong'],
      ['外出', 2, '台账号', 'import.bad.noOrder'],
    ],
  })
})

test('a file that is no workbook is refused in words, and the checker goes on', async () => {
  await expect(checker.check('parts', new TextEncoder().encode('零件编号,零件名称'), known)).rejects.toBeInstanceOf(AppError)
  expect((await checker.check('parts', await filled('parts', { 零件价格: [part] }), known)).read).toBe(1)
})

const rows = 10_000

let many: Promise<Uint8Array> | null = null

function manyOrders(): Promise<Uint8Array> {
  const numbers = Array.from({ length: rows }, (_, index) => String(index).padStart(5, '0'))
  many ??= filled('work-orders', {
    工单: numbers.map((number) => ({ ...order, 台账号: `T${number}`, 车型: 'SL110', 车架号: `SL110${number}`, 发动机号: `E${number}` })),
    零件: numbers.map((number) => ({ ...partLine, 台账号: `T${number}` })),
  })
  return many
}

test('ten thousand orders with parts are checked, with progress, while this thread does other work', async () => {
  const bytes = await manyOrders()
  const told: ImportProgress[] = []
  let turns = 0
  const pulse = setInterval(() => {
    turns += 1
  }, 5)
  const result = await checker.check('work-orders', bytes, known, (progress) => told.push(progress))
  clearInterval(pulse)
  expect({
    read: result.read,
    rows: result.rows.length,
    rejected: result.rejected,
    progressed: told.length > 5 && told.every(({ done, total }) => done <= total),
    free: turns > told.length,
  }).toEqual({
    read: rows,
    rows,
    rejected: [],
    progressed: true,
    free: true,
  })
}, 60_000)

test('a check can be called off, before and while it runs; the next one works', async () => {
  const bytes = await manyOrders()
  const before = AbortSignal.abort()
  await expect(checker.check('work-orders', bytes, known, undefined, before)).rejects.toMatchObject({
    sentence: { key: 'import.cancelled' },
  })
  const stop = new AbortController()
  const running = checker.check('work-orders', bytes, known, () => stop.abort(), stop.signal)
  await expect(running).rejects.toMatchObject({ sentence: { key: 'import.cancelled' } })
  expect((await checker.check('parts', await filled('parts', { 零件价格: [part] }), known)).read).toBe(1)
}, 60_000)

test('a check that takes too long is ended in words', async () => {
  const hasty = createImportChecker({ seconds: 0.05, megabytes: 512 })
  await expect(hasty.check('work-orders', await manyOrders(), known)).rejects.toMatchObject({ sentence: { key: 'import.tooHeavy' } })
  await hasty.close()
}, 60_000)

test('closing ends what is running', async () => {
  const short = createImportChecker()
  const running = short.check('work-orders', await manyOrders(), known, () => void short.close())
  await expect(running).rejects.toMatchObject({ sentence: { key: 'import.cancelled' } })
  await expect(short.check('parts', new Uint8Array(), known)).rejects.toMatchObject({ sentence: { key: 'import.cancelled' } })
}, 60_000)
