import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { localDate, localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { workOrderFields } from '#domain/list-fields'
import { daysOf, opsOf, periods, type Condition, type Period, type Range } from '#domain/list-filter'
import { AppError } from '#domain/errors'
import { builders, frames, takeStep } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { commandLine } from '#host/create-host'

type Question = InputOf<AppContract['workOrders']['list']>
type Row = Awaited<ReturnType<TestHost['api']['workOrders']['list']>>['rows'][number]

let station: TestHost
let rows: readonly Row[]

const people = ['李建华', '王喆', '陈钢', '欧阳晓100%', "o'Neil_x", '王小军']
const everything: Question = {
  offset: 0,
  limit: 500,
  sort: [],
  text: '',
  filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
}

/** Twelve orders over two months, in several states, with and without plate, arrival and technician. */
beforeAll(async () => {
  station = await openTestHost({ today: '2026-09-28' })
  const given = builders(station)
  for (let nth = 0; nth < 12; nth += 1) {
    const arrive = nth % 3 !== 2
    const unit =
      nth < frames.length
        ? { frameNo: frames[nth] ?? '', engineNo: `E-${nth}`, plateNo: nth % 2 === 0 ? `苏M${nth}2345` : '' }
        : { id: (nth % frames.length) + 1 }
    const order = await given.anOrder({
      customer: { name: people[nth % people.length] ?? '', phone: `1390000${String(nth).padStart(4, '0')}` },
      unit,
      arrive,
      content: {
        receivedAt: arrive ? station.now() : null,
        nature: nth % 4 === 3 ? 'paid' : 'warranty',
        technicianId: nth % 5 === 0 ? null : given.technician(nth % 3),
        ...(nth % 2 === 0 ? {} : { partLines: [] }),
      },
    })
    if (nth % 3 === 1 && nth % 5 !== 0) await takeStep(station.as('chief'), order.id, 'start')
    station.advance({ days: 5, hours: nth })
  }
  rows = (await station.api.workOrders.list(everything)).rows
})
afterAll(() => station.close())

/** What a person means by a condition, told without SQL. */
function holds(row: Row, condition: Condition<keyof typeof workOrderFields>): boolean {
  if (condition.field === 'mine') return false
  const value: unknown = row[condition.field]
  const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const text = lower(typeof value === 'string' ? value : '')
  const day = () => (typeof value === 'string' ? localDateOf(value as Instant) : null)
  const within = <T extends string | number>(what: unknown, { from, to }: Range<T>) =>
    what !== null && (from === null || (what as T) >= from) && (to === null || (what as T) <= to)
  switch (condition.op) {
    case 'contains':
      return text.includes(lower(condition.value))
    case 'starts':
      return text.startsWith(lower(condition.value))
    case 'equals':
      return text === lower(condition.value)
    case 'empty':
      return value === null || value === ''
    case 'filled':
      return value !== null && value !== ''
    case 'between':
      return within(value, condition.value)
    case 'days':
      return within(day(), condition.value)
    case 'during':
      return within(day(), daysOf(condition.value, station.today()))
    case 'in':
      return condition.value.includes(String(value))
    case 'ids':
    case 'is':
      return false
  }
}

const fields = Object.entries(workOrderFields).filter(([name]) => name !== 'mine')
const aDay = fc
  .integer({ min: 0, max: 90 })
  .map((days) => new Date(Date.UTC(2026, 8, 20 + days)).toISOString().slice(0, 10))
  .map((text) => localDate(text))
const aText = fc
  .oneof(
    fc.constantFrom(...people, '王', '139', '8', '苏M', '%', '_', '\\', "'", 'sd0731', 'SD0731-WO-202610', "o'n", '--', '"', '5057', ' '),
    fc.string({ minLength: 1, maxLength: 6 }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '')

function aRange<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Range<T>> {
  return fc.record({ from: fc.option(value), to: fc.option(value) }).filter(({ from, to }) => from !== null || to !== null)
}

const aCondition: fc.Arbitrary<Condition<keyof typeof workOrderFields>> = fc.constantFrom(...fields).chain(([name, field]) => {
  const may = opsOf[field.kind].filter((op) => 'optional' in field || (op !== 'empty' && op !== 'filled'))
  return fc.constantFrom(...may).chain((op) => {
    const values: Record<string, fc.Arbitrary<unknown>> = {
      contains: aText,
      starts: aText,
      equals: aText,
      between: aRange<number>(fc.integer({ min: 0, max: 20_000 })),
      days: aRange<LocalDate>(aDay),
      during: fc.constantFrom<Period>(...periods),
      in: fc.uniqueArray(fc.constantFrom(...('codes' in field ? field.codes : ['x'])), { minLength: 1, maxLength: 4 }),
    }
    const value = values[op]
    // safe: op and value belong to the kind of the field
    return (value ?? fc.constant(null)).map(
      (each) => (value === undefined ? { field: name, op } : { field: name, op, value: each }) as Condition<keyof typeof workOrderFields>,
    )
  })
})

function list(question: Partial<Question>) {
  return station.host.now('workOrders', 'list', { ...everything, ...question }, commandLine, '')
}

test('what SQL finds is what the conditions mean', () => {
  expect(rows.length).toBe(12)
  fc.assert(
    fc.property(fc.array(aCondition, { minLength: 1, maxLength: 3 }), (filters) => {
      const meant = rows.filter((row) => filters.every((condition) => holds(row, condition)))
      const found = list({ filters })
      expect({ ids: found.rows.map(({ id }) => id), total: found.total, sums: found.sums }).toEqual({
        ids: meant.map(({ id }) => id),
        total: meant.length,
        sums: {
          totalFen: meant.reduce((sum, { totalFen }) => sum + totalFen, 0),
          claimTotalFen: meant.reduce((sum, { claimTotalFen }) => sum + claimTotalFen, 0),
        },
      })
    }),
    { numRuns: 400 },
  )
})

const sortable = fields.map(([name]) => name as Exclude<keyof typeof workOrderFields, 'mine'>)

test('any columns sort, and blocks neither repeat nor skip a row', () => {
  const aSort = fc.uniqueArray(
    fc.record({ column: fc.constantFrom(...sortable), direction: fc.constantFrom<'asc' | 'desc'>('asc', 'desc') }),
    { selector: ({ column }) => column, minLength: 1, maxLength: 3 },
  )
  const order = (a: unknown, b: unknown) =>
    a === b ? 0 : a === null ? -1 : b === null ? 1 : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
  const compare = (a: unknown, b: unknown) => (typeof a === 'number' && typeof b === 'number' ? a - b : order(a, b))
  fc.assert(
    fc.property(aSort, fc.integer({ min: 1, max: 5 }), (sort, limit) => {
      const blocks = Array.from(
        { length: Math.ceil(rows.length / limit) },
        (_, nth) => list({ sort, limit, offset: nth * limit }).rows,
      ).flat()
      const towards = sort.at(-1)?.direction === 'asc' ? 1 : -1
      const meant = [...rows].sort((a, b) => {
        for (const { column, direction } of sort) {
          const found = compare(a[column], b[column]) * (direction === 'asc' ? 1 : -1)
          if (found !== 0) return found
        }
        return sort.at(-1)?.column === 'status' ? (order(a.reportedAt, b.reportedAt) || a.id - b.id) * towards : (a.id - b.id) * towards
      })
      expect(blocks.map(({ id }) => id)).toEqual(meant.map(({ id }) => id))
    }),
    { numRuns: 150 },
  )
})

test('mine is what the asking person does: the repairs of a technician, what reception took in', async () => {
  const mine = { ...everything, filters: [{ field: 'mine' as const, op: 'is' as const, value: true }] }
  const [repairer, reception, clerk] = await Promise.all(
    [station.as('technician', 0), station.as('reception'), station.as('claimClerk')].map((api) => api.workOrders.list(mine)),
  )
  const byFirst = rows.filter(({ technicianName }) => technicianName === repairer?.rows[0]?.technicianName)
  expect({ repairer: repairer?.total, reception: reception?.total, clerk: clerk?.total }).toEqual({
    repairer: byFirst.length,
    reception: 12,
    clerk: 0,
  })
})

test.each([
  ['a column the list does not have', { field: 'pinHash', op: 'contains', value: 'x' }],
  ['a column of the prototype', { field: 'constructor', op: 'empty' }],
  ['a comparison of another kind', { field: 'totalFen', op: 'contains', value: '1' }],
  ['a state that does not exist', { field: 'status', op: 'in', value: ['nowhere'] }],
  ['SQL for a number', { field: 'totalFen', op: 'between', value: { from: '1 OR 1', to: null } }],
  ['a range without ends', { field: 'totalFen', op: 'between', value: { from: null, to: null } }],
  ['more than is asked', { field: 'no', op: 'contains', value: 'x', sql: '1' }],
  ['absence where nothing is ever absent', { field: 'totalFen', op: 'empty' }],
])('%s is refused', async (_, condition) => {
  const refused = await station.api.workOrders.list({ ...everything, filters: [condition as never] }).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(AppError)
})
