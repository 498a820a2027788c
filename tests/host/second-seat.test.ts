import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveHttp } from '#host/http'
import { followSecondSeat } from '#host/second-seat'
import { openTestHost, type TestHost } from '#tests/support/host'

const rendererDir = join(import.meta.dirname, '..', '..', 'src-renderer')

const follow = (station: TestHost) => followSecondSeat(station.host, () => serveHttp(station.host, { rendererDir, port: 0 }))
const urlOf = async (station: TestHost) => (await station.api.seats.list({})).url
const answers = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => 'nobody there',
  )

test('beside the desk browsers are let in when the chief says so, a one-time address leads in, and out again', async () => {
  const station = await openTestHost()
  const end = follow(station)
  expect(await station.api.seats.list({})).toMatchObject({ second: 'off', url: null })
  await station.api.seats.letIn({ second: 'loopback' })
  await expect.poll(() => urlOf(station)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const url = (await urlOf(station)) ?? ''
  const { address } = await station.api.seats.invite({})
  expect([await answers(url), address.startsWith(`${url}#`)]).toEqual([200, true])
  await station.api.seats.letIn({ second: 'off' })
  await expect.poll(() => urlOf(station)).toBeNull()
  expect(await answers(url)).toBe('nobody there')
  await expect(station.api.seats.invite({})).rejects.toMatchObject({ sentence: { key: 'seat.notServed' } })
  await end()
  await station.close()
})

test('what was chosen holds at the next start; only the chief chooses; a program that runs for browsers has nothing to choose', async () => {
  const station = await openTestHost()
  expect(await station.api.seats.list({})).toMatchObject({ second: null })
  await expect(station.as('reception').seats.letIn({ second: 'loopback' })).rejects.toMatchObject({ code: 'forbidden' })
  await station.api.seats.letIn({ second: 'loopback' })
  const end = follow(station)
  await expect.poll(() => urlOf(station)).not.toBeNull()
  const url = (await urlOf(station)) ?? ''
  await end()
  expect(await answers(url)).toBe('nobody there')
  await station.close()
})
