import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimFields, unitListFields, workOrderFields, type ListFields } from '#domain/list-fields'
import { commandLine } from '#host/create-host'
import { frames } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

/** Two customers of one name and one without a plate, so that much sorts alike. */
beforeAll(async () => {
  station = await openTestHost()
  await aDeliveredOrder(station)
  await aDeliveredOrder(station, {
    customer: { phone: '13900008888' },
    unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00999', plateNo: '' },
  })
  await aDeliveredOrder(station, {
    customer: { name: '王喆', phone: '13700001234' },
    unit: { frameNo: frames[3], engineNo: 'SL156FMI-26A00777', plateNo: '苏M12345' },
  })
})
afterAll(() => station.close())

const lists: readonly { list: string; fields: ListFields; filter: unknown }[] = [
  { list: 'workOrders.list', fields: workOrderFields, filter: { statuses: [], nature: null, technicianId: null, view: 'all' } },
  { list: 'customers.listUnits', fields: unitListFields, filter: { manufacturerId: null } },
  { list: 'claims.list', fields: claimFields, filter: { statuses: [], manufacturerId: null, period: null, batchId: null } },
]

test.each(lists)('$list: the first rows are the beginning of the whole order, by whatever it is sorted', ({ list, fields, filter }) => {
  const [feature, method] = list.split('.') as ['workOrders', 'list']
  const sorted = Object.keys(fields).filter((field) => fields[field]?.sorts !== false)
  for (const column of sorted)
    for (const direction of ['asc', 'desc'] as const) {
      const sort = [{ column, direction }] as never
      const asked = { sort, text: '', filter: filter as never, filters: [] }
      const { rows } = station.host.now(feature, method, { ...asked, offset: 0, limit: 100 }, commandLine, '')
      const { ids } = station.host.now('lists', 'ids', { list, question: asked }, commandLine, '')
      expect({ column, direction, ids: rows.map(({ id }) => id) }).toEqual({ column, direction, ids })
      expect(ids).toHaveLength(3)
    }
})

test('a long list sorted by a field of another record walks the index of that record', () => {
  const plan = (column: string) => {
    const { $client } = station.db()
    const asked: string[] = []
    const prototype = Object.getPrototypeOf($client.prepare('SELECT 1')) as { all: unknown }
    const { all } = prototype
    prototype.all = function noting(this: { source: string }, ...given: unknown[]): unknown {
      asked.push(this.source)
      return Reflect.apply(all as () => unknown, this, given) as unknown
    }
    try {
      const sort = [{ column, direction: 'asc' }] as never
      const filter = { statuses: [], nature: null, technicianId: null, view: 'all' } as never
      station.host.now('workOrders', 'list', { offset: 0, limit: 100, sort, text: '', filter, filters: [] }, commandLine, '')
    } finally {
      prototype.all = all
    }
    const source = asked.find((statement) => statement.includes('ORDER BY')) ?? ''
    return $client
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
      .all(...Array.from({ length: (source.match(/\?/g) ?? []).length }, () => null))
      .map(({ detail }) => detail)[0]
  }
  expect(['customerName', 'customerPhone', 'modelName', 'frameNo', 'plateNo'].map(plan)).toEqual([
    'SCAN customers USING COVERING INDEX customers_name',
    'SCAN customers USING COVERING INDEX customers_phone',
    'SCAN units USING COVERING INDEX units_model_name',
    'SCAN units USING COVERING INDEX units_frame_only',
    'SCAN units USING COVERING INDEX units_plate',
  ])
})
