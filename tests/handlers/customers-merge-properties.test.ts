import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCustomer, builders, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders
let serial = 0

beforeAll(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterAll(() => station.close())

type Life = {
  readonly owners: number
  readonly vehicles: readonly { readonly owner: number; readonly visits: readonly number[] }[]
  readonly merges: readonly { readonly of: 'customer' | 'unit'; readonly one: number; readonly other: number }[]
}

const lives: fc.Arbitrary<Life> = fc.record({
  owners: fc.integer({ min: 2, max: 4 }),
  vehicles: fc.array(fc.record({ owner: fc.nat(3), visits: fc.array(fc.integer({ min: 100, max: 5000 }), { maxLength: 2 }) }), {
    minLength: 2,
    maxLength: 4,
  }),
  merges: fc.array(fc.record({ of: fc.constantFrom('customer' as const, 'unit' as const), one: fc.nat(5), other: fc.nat(5) }), {
    minLength: 1,
    maxLength: 5,
  }),
})

const rows = (sql: string) => station.db().$client.prepare<[], Record<string, unknown>>(sql).all()
/** What no merge may touch, and what it may only move. */
function belongings() {
  return {
    orders: rows('SELECT id, no, voucher_no, mileage, total_fen FROM work_orders ORDER BY id'),
    claims: rows('SELECT id, no, work_order_id FROM claims ORDER BY id'),
    papers: rows('SELECT id, number, hash FROM issued_papers ORDER BY id'),
    numbers: rows('SELECT * FROM number_sequences ORDER BY form, period'),
  }
}
const wholeFile = () =>
  JSON.stringify([
    belongings(),
    rows('SELECT * FROM customers'),
    rows('SELECT * FROM units'),
    rows('SELECT * FROM unit_owners'),
    rows('SELECT * FROM odometer_changes'),
    rows('SELECT * FROM record_merges'),
    rows('SELECT id, unit_id, customer_id FROM work_orders'),
  ])

async function live({ owners, vehicles }: Life) {
  const customers = await Promise.all(
    Array.from(
      { length: owners },
      async () =>
        (
          await station.api.customers.save({
            ...aCustomer({ phone: `137${String((serial += 1)).padStart(8, '0')}` }),
            id: null,
            revision: 0,
          })
        ).id,
    ),
  )
  const units: number[] = []
  for (const { owner, visits } of vehicles) {
    const ownerId = customers[owner % owners] ?? 0
    const unit = {
      ...given.aUnit({ frameNo: `FRAME-${String((serial += 1)).padStart(6, '0')}`, engineNo: '', plateNo: '', legacyFrame: true }),
      ownerId,
      id: null,
      revision: 0,
    }
    const { id } = await station.api.customers.saveUnit(unit)
    units.push(id)
    for (const mileage of visits.toSorted((a, b) => a - b)) {
      await station.as('reception').workOrders.create({
        customer: { id: ownerId },
        unit: { id },
        content: given.aContent({ mileage, partLines: [], labourLines: [] }),
        arrive: true,
        draftKey: null,
      })
      station.advance({ days: 30 })
    }
  }
  return { customers, units }
}

test('whatever is merged in whatever order, nothing is lost: every order, claim and paper is still there and is reached from its vehicle and its customer; a refusal changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const ids = await live(life)
      const before = belongings()
      for (const { of, one, other } of life.merges) {
        const among = of === 'customer' ? ids.customers : ids.units
        const [id, otherId] = [among[one % among.length] ?? 0, among[other % among.length] ?? 0]
        const whole = wholeFile()
        const preview = await station.api.customers.previewMerge({ of, id, otherId, take: null }).catch(() => null)
        const stands = (preview?.problems ?? []).some(({ level }) => level === 'stop')
        const done =
          preview === null
            ? null
            : await station.api.customers
                .merge({
                  of,
                  id,
                  otherId,
                  revision: preview.revision,
                  otherRevision: preview.otherRevision,
                  take: preview.take,
                  reason: '重复登记',
                })
                .catch(() => null)
        expect(done !== null).toBe(preview !== null && !stands)
        if (done === null) expect(wholeFile()).toBe(whole)
      }
      expect(belongings()).toEqual(before)
      const told = new Set<string>()
      const owned = new Set<string>()
      for (const id of ids.units) for (const { no } of (await station.api.customers.getUnit({ id })).orders) told.add(no)
      let counted = 0
      const seen = new Set<number>()
      for (const asked of ids.customers) {
        const { id, orders, orderCount } = await station.api.customers.get({ id: asked })
        if (!seen.has(id)) counted += orderCount
        seen.add(id)
        for (const { no } of orders) owned.add(no)
      }
      const visits = life.vehicles.reduce((sum, { visits: times }) => sum + times.length, 0)
      expect([told.size, owned.size, counted]).toEqual([visits, visits, visits])
      expect(station.db().$client.pragma('foreign_key_check')).toEqual([])
    }),
    { numRuns: 25 },
  )
})
