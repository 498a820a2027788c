import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHost, type TestHost } from '#tests/support/host'
import { aCustomer, builders, type Builders } from '#tests/support/builders'
import type { Seat } from '#host/seats'

let station: TestHost
let given: Builders
const nobody: Seat = { id: 'street', kind: 'browser', userId: null }

beforeEach(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterEach(() => station.close())

const call = (name: string, input: unknown, callId: string = crypto.randomUUID()) => ({ callId, name, input })
const chief = (): Seat => ({ id: 'desk', kind: 'cli', userId: null })

test.each(['workOrders.nothing', 'nothing.list', '__proto__.list', 'workOrders.list.more', 'constructor.constructor', ''])(
  'a call named %j is unknown, in words',
  async (name) => {
    expect(await station.host.route(call(name, {}), chief())).toMatchObject({
      ok: false,
      error: { code: 'not-found', sentence: { key: 'common.unknownCall' } },
    })
  },
)

test('nobody signed in: nothing but the sign-in screen answers', async () => {
  expect(await station.host.route(call('workOrders.get', { id: 1 }), nobody)).toMatchObject({
    ok: false,
    error: { code: 'forbidden', sentence: { key: 'common.notSignedIn' } },
  })
})

test('input of a wrong shape is refused before anything runs', async () => {
  expect(await station.host.route(call('workOrders.get', { id: 'eins' }), chief())).toMatchObject({
    ok: false,
    error: { code: 'invalid', sentence: { key: 'common.invalid' } },
  })
})

test('who has no right is told which role lacks it', async () => {
  await expect(
    station.as('technician').workOrders.create({
      customer: { create: aCustomer() },
      unit: { create: given.aUnit() },
      content: given.aContent(),
      arrive: true,
      draftKey: null,
    }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('a refused command leaves no trace: no rows, no number, no entry in the log', async () => {
  await expect(given.anOrder({ content: { customerStatement: '' } })).rejects.toMatchObject({ code: 'rule' })
  const count = (table: string) => station.db().$client.prepare(`SELECT count(*) AS n FROM ${table}`).get()
  expect(['customers', 'units', 'work_orders', 'step_history', 'tasks'].map(count)).toEqual(Array.from({ length: 5 }, () => ({ n: 0 })))
  expect((await given.anOrder()).no).toBe('SD0731-WO-202611-0001')
})

test('a repeated call id answers with the first result and does nothing again', async () => {
  const input = {
    customer: { create: aCustomer() },
    unit: { create: given.aUnit() },
    content: given.aContent(),
    arrive: false,
    draftKey: null,
  }
  const first = await station.host.route(call('workOrders.create', input, 'same'), chief())
  expect(await station.host.route(call('workOrders.create', input, 'same'), chief())).toEqual(first)
  expect((await given.anOrder({ customer: { phone: '13900000009' }, unit: { frameNo: 'LDC613P23A1305189', engineNo: '' } })).no).toBe(
    'SD0731-WO-202611-0002',
  )
})

test('after a command the lists it touches are told, after a query or a refusal nobody is', async () => {
  const heard: string[] = []
  station.host.changes.subscribe((topics) => heard.push(...topics))
  await station.api.workOrders.list({
    offset: 0,
    limit: 1,
    sort: [],
    text: '',
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  await given.anOrder({ content: { customerStatement: '' } }).catch(() => undefined)
  expect(heard).toEqual([])
  await given.anOrder()
  expect(new Set(heard)).toEqual(new Set(['workOrders', 'customers', 'home', 'drafts']))
})
