import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '#host/create-host'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

beforeAll(async () => {
  station = await openTestHost()
})
afterAll(() => station.close())

/** Tables that grow with every repair. Catalogues, people and settings may be read from end to end. */
const growing = [
  'work_orders',
  'work_order_parts',
  'work_order_labour',
  'customers',
  'units',
  'claims',
  'returned_parts',
  'issued_papers',
  'step_history',
  'command_log',
]

/** Whole tables that SQLite would read for the statements of `work`, not counting those it finds in an index alone or in the order of one. */
function readFromEndToEnd(work: () => unknown): string[] {
  const { $client } = station.db()
  const asked = new Set<string>()
  const prototype = Object.getPrototypeOf($client.prepare('SELECT 1')) as { all: unknown; get: unknown }
  const { all, get } = prototype
  const noting = (original: unknown) =>
    function (this: { source: string }, ...given: unknown[]): unknown {
      asked.add(this.source)
      return Reflect.apply(original as () => unknown, this, given) as unknown
    }
  Object.assign(prototype, { all: noting(all), get: noting(get) })
  try {
    work()
  } finally {
    Object.assign(prototype, { all, get })
  }
  return [...asked].flatMap((source) => scans(source))
}

function scans(source: string): string[] {
  const { $client } = station.db()
  const parameters = Array.from({ length: (source.match(/\?/g) ?? []).length }, () => null)
  const steps = $client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`).all(...parameters)
  const aliases = new Map(
    [...source.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?\s+(?:AS\s+)?(\w+)/gi)].map(([, table = '', alias = '']) => [alias, table]),
  )
  return steps.flatMap(({ detail }) => {
    const [, name = ''] = /^SCAN (\w+)(?! USING)$/.exec(detail) ?? []
    const table = aliases.get(name) ?? name
    return growing.includes(table) ? [`${detail}: ${source.slice(0, 200)}`] : []
  })
}

type OrderFilter = {
  statuses: ('awaitingParts' | 'closed')[]
  nature: 'paid' | null
  technicianId: number | null
  view: 'all' | 'open' | 'notClaimed'
}
const everything: OrderFilter = { statuses: [], nature: null, technicianId: null, view: 'all' }

function orders(filter: Partial<OrderFilter>, column: 'reportedAt' | 'totalFen' | 'no' | 'finishedAt' = 'reportedAt', text = ''): unknown {
  return station.host.now(
    'workOrders',
    'list',
    { offset: 0, limit: 100, sort: [{ column, direction: 'desc' }], text, filter: { ...everything, ...filter } },
    commandLine,
    '',
  )
}

function ask(text: string): unknown[] {
  return [
    orders({}, 'reportedAt', text),
    station.host.now('customers', 'find', { text, limit: 20 }, commandLine, ''),
    station.host.now('home', 'find', { text, limit: 20 }, commandLine, ''),
  ]
}

test.each<[string, () => unknown]>([
  ['the newest orders', () => orders({})],
  ['the dearest orders', () => orders({}, 'totalFen')],
  ['orders by number', () => orders({}, 'no')],
  ['the orders finished last', () => orders({}, 'finishedAt')],
  ['orders that wait for parts', () => orders({ statuses: ['awaitingParts'] })],
  ['closed orders', () => orders({ statuses: ['closed'] })],
  ['open orders', () => orders({ view: 'open' })],
  ['orders not yet claimed', () => orders({ view: 'notClaimed' })],
  ['charged work of one technician', () => orders({ nature: 'paid', technicianId: 1 })],
  ['the desk', () => station.host.now('home', 'summary', {}, commandLine, '')],
  ['the work of the desk', () => station.host.now('home', 'desk', { mineOnly: false, limit: 6 }, commandLine, '')],
  ['the month of the desk', () => station.host.now('home', 'month', { month: '2026-11' }, commandLine, '')],
  ['the dates of the desk', () => station.host.now('home', 'dates', {}, commandLine, '')],
  [
    'customers by name',
    () =>
      station.host.now(
        'customers',
        'list',
        { offset: 0, limit: 100, sort: [{ column: 'name', direction: 'asc' }], text: '', filter: { kind: null } },
        commandLine,
        '',
      ),
  ],
  ['a name of two hanzi', () => ask('王喆')],
  ['the tail of a telephone', () => ask('1234')],
  ['a plate', () => ask('苏M12345')],
  ['the tail of a frame number', () => ask('305189')],
  ['an order number', () => ask('SD0731-WO-202611-0002')],
])('%s: no table that grows is read from end to end', (_, work) => {
  expect(readFromEndToEnd(work)).toEqual([])
})

test('a statement without an index would be noticed', () => {
  expect(readFromEndToEnd(() => station.db().$client.prepare("SELECT note FROM work_orders WHERE note = 'x'").all())).toHaveLength(1)
})
