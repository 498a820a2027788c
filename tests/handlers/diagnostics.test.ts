import { afterEach, beforeEach, expect, test } from 'vitest'
import { withoutPersons } from '#handlers/without-persons'
import { aCustomer } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

test('the program says where its data lie and how much there is', async () => {
  await station.api.customers.save({ ...aCustomer(), id: null, revision: 0 })
  expect(await station.as('technician').diagnostics.about({})).toMatchObject({
    dbFile: station.db().$client.name,
    schemaVersion: expect.any(Number),
    runtime: `Node ${process.versions.node}`,
    counts: { workOrders: 0, customers: 1, units: 0, papers: 0, commands: 2 },
  })
})

test('the exported log is a text with versions and without folders', async () => {
  const { fileId, name } = await station.api.diagnostics.exportLog({})
  const text = Buffer.from(station.host.produced(fileId)?.bytes ?? []).toString('utf8')
  expect([name, text.includes('schemaVersion: '), text.includes(station.db().$client.name)]).toEqual([
    'sanbao-log-2026-11-21.txt',
    true,
    false,
  ])
})

test('what could name a person or a vehicle is taken out of a log; times, calls and places in the code stay', () => {
  const log = [
    '2026-11-21T01:00:00.000Z error call customers.save failed, reference 1a2b3c4d: Error: no row for 张志强 13807310001',
    'params: 张志强,13807310001,LZZ1BLMJ4TJ465057',
    'frame LZZ1BLMJ4TJ465057 plate 苏M7K216 account 0000073100000001',
    '    at save (C:\\Users\\张志强\\三包站\\src-main\\handlers\\customers.ts:12:5)',
    '    at run (/home/zhang/sanbao/src-main/host/router.ts:77:1)',
  ].join('\n')
  const clean = withoutPersons(log)
  expect(['张', '138', '465057', 'M7K216', '0000073', 'zhang', 'Users'].filter((word) => clean.includes(word))).toEqual([])
  expect(
    ['2026-11-21T01:00:00.000Z', 'customers.save', '1a2b3c4d', 'customers.ts:12:5', 'router.ts:77:1'].filter(
      (word) => !clean.includes(word),
    ),
  ).toEqual([])
})
