import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#domain/dates'
import { aCustomer, builders, frames, type Builders, type Customer } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders
let nth = 0

beforeAll(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterAll(() => station.close())

/** Numbers nobody else in this file has. */
const aPhone = () => `139${String((nth += 1)).padStart(8, '0')}`
const aFrame = () => `LEGACY${String((nth += 1)).padStart(6, '0')}`
const person = async (changes: Partial<Customer> = {}) =>
  (await station.api.customers.save({ ...aCustomer({ phone: aPhone(), ...changes }), id: null, revision: 0 })).id
const vehicle = async (ownerId: number, changes = {}) =>
  (
    await station.api.customers.saveUnit({
      ...given.aUnit({ frameNo: aFrame(), engineNo: '', plateNo: '', legacyFrame: true, ...changes }),
      ownerId,
      id: null,
      revision: 0,
    })
  ).id
const visit = (unitId: number, content = {}) => given.anOrder({ unit: { id: unitId }, customer: { phone: aPhone() }, content })

async function merge(of: 'customer' | 'unit', id: number, otherId: number, take: readonly string[] | null = null) {
  const preview = await station.api.customers.previewMerge({ of, id, otherId, take: take === null ? null : [...take] })
  const merged = await station.api.customers.merge({
    of,
    id,
    otherId,
    revision: preview.revision,
    otherRevision: preview.otherRevision,
    take: preview.take,
    reason: '重复登记',
  })
  return { preview, ...merged }
}
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: { problems: { key: string; level: string }[] }) => error.problems.filter(({ level }) => level === 'stop').map(({ key }) => key),
  )
const result = (fields: readonly { name: string; result: unknown }[], name: string) => fields.find((field) => field.name === name)?.result

test('two records of one person become one: vehicles, orders and both telephones are kept, and the old address leads to it', async () => {
  const first = await person({ name: '周明', note: '老客户' })
  const second = await person({ name: '周明', address: '', note: '要开票' })
  const [carOfFirst, carOfSecond] = [await vehicle(first), await vehicle(second)]
  const { phone } = await station.api.customers.get({ id: second })
  const { id, preview } = await merge('customer', first, second)
  const merged = await station.api.customers.get({ id })
  expect({ ...merged, units: merged.units.map((unit) => unit.id).toSorted((a, b) => a - b) }).toMatchObject({
    name: '周明',
    phone2: phone,
    note: '老客户；要开票',
    address: '示例市城东区迎春东路12号',
    units: [carOfFirst, carOfSecond],
    unitCount: 2,
    merges: [{ said: '周明', reason: '重复登记', by: '王振华' }],
  })
  expect(preview.moves.units.map((unit) => unit.id)).toEqual([carOfSecond])
  expect([(await station.api.customers.get({ id: first })).id, (await station.api.customers.get({ id: second })).id]).toEqual([id, id])
})

test('a person is found once after the merge, by either telephone, and a later record never takes the place of the one that is gone', async () => {
  const [phoneOfFirst, phoneOfSecond] = [aPhone(), aPhone()]
  const first = await person({ name: '郑好', phone: phoneOfFirst })
  const { id } = await merge('customer', first, await person({ name: '郑好', phone: phoneOfSecond }))
  const found = async (text: string) => (await station.api.customers.find({ text, limit: 9 })).map(({ customer }) => customer.id)
  expect([await found(phoneOfFirst), await found(phoneOfSecond), await found('郑好')]).toEqual([[id], [id], [id]])
  expect(await person()).toBeGreaterThan(Math.max(first, id))
})

test('which value stays is chosen field by field', async () => {
  const first = await person({ name: '钱小明', address: '东路1号' })
  const second = await person({ name: '钱晓明', address: '西路2号' })
  const { id } = await merge('customer', first, second, ['name'])
  expect(await station.api.customers.get({ id })).toMatchObject({ name: '钱晓明', address: '东路1号' })
})

test('what a voucher prints stays as long as its claim has not gone', async () => {
  const order = await aDeliveredOrder(station, { customer: { name: '孙印', phone: aPhone() }, unit: { frameNo: frames[0], engineNo: '' } })
  const printed = (await station.api.workOrders.get({ id: order.id })).customer.id
  const other = await person({ name: '孙映' })
  expect(await refusal(merge('customer', other, printed, []))).toEqual(['record.printed'])
  const { id } = await merge('customer', other, printed, ['name', 'phone'])
  expect((await station.api.workOrders.get({ id: order.id })).customer).toMatchObject({ id, name: '孙印' })
})

test('two records of one vehicle become one story: orders, owners and odometer changes in their order', async () => {
  const [before, after] = [await person({ name: '吴前' }), await person({ name: '吴后' })]
  const first = await vehicle(before, { purchasedOn: localDate('2026-02-01'), plateNo: '苏M11111' })
  const second = await vehicle(after, { purchasedOn: localDate('2026-06-01'), engineNo: 'E1234567' })
  const early = await visit(first, { mileage: 900 })
  const told = await visit(first, { mileage: 1000 })
  const unit = await station.api.customers.getUnit({ id: first })
  await station.api.customers.changeOdometer({
    unitId: first,
    revision: unit.revision,
    on: station.today(),
    oldReading: 1000,
    newReading: 0,
    reason: '仪表更换',
  })
  station.advance({ days: 3 })
  const later = await visit(second, { mileage: 50 })
  const { preview, id } = await merge('unit', first, second)
  const story = await station.api.customers.getUnit({ id })
  expect(preview.moves).toMatchObject({ orders: [{ no: later.no }], owners: 1 })
  expect(story).toMatchObject({
    plateNo: '苏M11111',
    engineNo: 'E1234567',
    ownerName: '吴后',
    mileageOffset: 1000,
    lastMileage: 50,
    owners: [
      { name: '吴前', since: '2026-02-01' },
      { name: '吴后', since: '2026-06-01' },
    ],
    odometerChanges: [{ oldReading: 1000 }],
  })
  expect(story.orders.map(({ no }) => no)).toEqual([later.no, told.no, early.no])
  expect(story.readings.map(({ km, offset, total, found }) => [km, offset, total, found])).toEqual([
    [900, 0, 900, null],
    [1000, 0, 1000, null],
    [50, 1000, 1050, null],
  ])
})

test('papers and numbers forbid: two sound frame numbers, another maker, a printed frame number, a distance that runs back', async () => {
  const owner = await person()
  const [sound, otherSound] = [
    await vehicle(owner, { frameNo: frames[1], legacyFrame: false }),
    await vehicle(owner, { frameNo: frames[2], legacyFrame: false }),
  ]
  expect(await refusal(merge('unit', sound, otherSound))).toContain('merge.twoFrames')

  const printed = await aDeliveredOrder(station, { customer: { phone: aPhone() }, unit: { frameNo: frames[3], engineNo: '' } })
  const unit = (await station.api.workOrders.get({ id: printed.id })).unit.id
  const mistyped = await vehicle(owner)
  expect(await refusal(merge('unit', mistyped, unit, []))).toEqual(['merge.framePrinted'])
  expect((await merge('unit', mistyped, unit, ['frameNo', 'plateNo'])).id).toBeGreaterThan(0)

  const far = await vehicle(owner)
  await visit(far, { mileage: 9000 })
  station.advance({ days: 20 })
  const near = await vehicle(owner)
  await visit(near, { mileage: 700 })
  expect(await refusal(merge('unit', near, far))).toEqual(['merge.readings'])
  const { problems } = await station.api.customers.previewMerge({ of: 'unit', id: near, otherId: far, take: null })
  expect(problems.find(({ key }) => key === 'merge.readings')?.params).toMatchObject({ beforeKm: '9,000', km: '700' })
})

test('a record changed since the preview is not merged unseen; who may not edit customers may not merge', async () => {
  const [first, second] = [await person({ name: '何为' }), await person({ name: '何为' })]
  const asked = { of: 'customer' as const, id: first, otherId: second, revision: 0, otherRevision: 0, take: [], reason: '重复登记' }
  await station.api.customers.save({ ...aCustomer({ name: '何谓', phone: aPhone() }), id: second, revision: 0 })
  await expect(station.api.customers.merge(asked)).rejects.toMatchObject({ code: 'conflict', sentence: { key: 'merge.changed' } })
  await expect(station.api.customers.merge({ ...asked, otherId: first })).rejects.toMatchObject({ sentence: { key: 'merge.same' } })
  await expect(station.as('technician').customers.merge({ ...asked, otherRevision: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  expect(
    result((await station.api.customers.previewMerge({ of: 'customer', id: first, otherId: second, take: ['name'] })).fields, 'name'),
  ).toBe('何谓')
})

test('vehicles without a plate are not alike for it', async () => {
  const [owner, other] = [await person(), await person()]
  const id = await vehicle(owner, { plateNo: '无牌' })
  await vehicle(other, { plateNo: '无牌' })
  const all = await station.api.customers.doubles({ of: 'unit', id: null, limit: 50 })
  expect({ its: await station.api.customers.doubles({ of: 'unit', id, limit: 50 }), all: all.filter(({ by }) => by === 'plate') }).toEqual({
    its: [],
    all: [],
  })
})

test('doubles are proposed: the same telephone, plate or tail of the frame number, but not two sound frame numbers', async () => {
  const phone = aPhone()
  const [first, second] = [await person({ name: '冯一', phone }), await person({ name: '冯义', phone })]
  const [one, other] = [await vehicle(first, { frameNo: 'OLD-A-778899' }), await vehicle(second, { frameNo: 'OLD-B-778899' })]
  const pairs = async (of: 'customer' | 'unit', id: number | null) =>
    (await station.api.customers.doubles({ of, id, limit: 50 })).map((pair) => [pair.by, pair.value, pair.one.id, pair.other.id])
  expect([await pairs('customer', second), await pairs('unit', one)]).toEqual([
    [['phone', phone, second, first]],
    [['frameTail', '778899', one, other]],
  ])
  expect(await pairs('customer', null)).toContainEqual(['phone', phone, first, second])
  expect(await pairs('unit', null)).toContainEqual(['frameTail', '778899', one, other])
})

test('every table that points at a customer or a vehicle is one the merge moves', () => {
  const { $client } = station.db()
  const tables = $client.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const pointing = tables.flatMap(({ name }) =>
    ($client.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[])
      .filter(({ table }) => table === 'customers' || table === 'units')
      .map(({ table, from }) => `${name}.${from} → ${table}`),
  )
  expect(pointing.toSorted()).toEqual([
    'odometer_changes.unit_id → units',
    'unit_owners.customer_id → customers',
    'unit_owners.unit_id → units',
    'units.owner_id → customers',
    'work_orders.customer_id → customers',
    'work_orders.unit_id → units',
  ])
})
