import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { contract, type Api } from '#contract/index'
import type { Seat } from '#host/seats'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

/** A browser that opened the one-time address, and the person who signed in there. */
function browser(): { readonly token: string; readonly seat: Seat; readonly api: Api } {
  const { seats } = station.host
  const token = seats.pair(seats.newCode()) ?? ''
  const seat = seats.of(token)!
  return {
    token,
    seat,
    api: createClient(
      contract,
      (call) => station.host.route(call, seat),
      () => crypto.randomUUID(),
    ),
  }
}
const chiefId = async () => (await station.api.session.state({})).people.find(({ role }) => role === 'chief')!.id

test('the list says where the program is open and who sits there', async () => {
  const counter = browser()
  browser()
  await counter.api.session.signIn({ userId: await chiefId(), pin: '9001' })
  await counter.api.seats.rename({ name: '前台' })
  station.host.seats.serve({ url: 'http://127.0.0.1:1/', port: 1, newAddress: () => 'http://127.0.0.1:1/#123' })
  const times = { since: expect.any(String), lastAt: expect.any(String) }
  expect([await counter.api.seats.list({}), await counter.api.seats.invite({})]).toEqual([
    {
      url: 'http://127.0.0.1:1/',
      isInviting: false,
      second: null,
      items: [
        { id: 'seat-1', kind: 'browser', name: '前台', person: { id: await chiefId(), name: '王振华' }, mine: true, ...times },
        { id: 'seat-2', kind: 'browser', name: '', person: null, mine: false, ...times },
      ],
    },
    { address: 'http://127.0.0.1:1/#123' },
  ])
})

test('the chief closes a seat: its browser is unknown from then on', async () => {
  const other = browser()
  await station.api.seats.close({ id: other.seat.id })
  expect([station.host.seats.of(other.token), (await station.api.seats.list({})).items]).toEqual([undefined, []])
  await expect(station.api.seats.close({ id: other.seat.id })).rejects.toMatchObject({ sentence: { key: 'seat.gone' } })
})

test('nobody closes the own seat, and only the chief closes any', async () => {
  const own = browser()
  await own.api.session.signIn({ userId: await chiefId(), pin: '9001' })
  await expect(own.api.seats.close({ id: own.seat.id })).rejects.toMatchObject({ sentence: { key: 'seat.ownSeat' } })
  await expect(station.as('reception').seats.close({ id: own.seat.id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('without a second seat being served there is no address to give', async () => {
  await expect(station.api.seats.invite({})).rejects.toMatchObject({ sentence: { key: 'seat.notServed' } })
})
