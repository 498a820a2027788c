import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { proveCopy } from '#db/prove-copy'
import { closeDatabase, openDatabase } from '#db/open'
import { countCustomers } from '#db/queries/customers'
import { createBackups } from '#host/backups'
import { aCustomer } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost

beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const saveCustomer = () => station.api.customers.save({ ...aCustomer(), id: null, revision: 0 })

test('a backup is one file that stands alone and opens as a station', async () => {
  await saveCustomer()
  const { file } = await station.api.station.backUp({})
  expect([basename(file), readdirSync(dirname(file))]).toEqual(['20261121010000-manual.db', ['20261121010000-manual.db']])
  const copy = openDatabase(file, 'existing')
  expect(countCustomers(copy, '', { kind: null })).toBe(1)
  closeDatabase(copy)
})

test('work goes on while the copy is made', async () => {
  const making = station.api.station.backUp({})
  await saveCustomer()
  await making
  await expect(station.api.customers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { kind: null } })).resolves.toMatchObject({ total: 1 })
})

test('the newest comes first; foreign files in the folder are not counted', async () => {
  await station.api.station.backUp({})
  station.advance({ days: 1 })
  const { file } = await station.api.station.backUp({})
  writeFileSync(join(dirname(file), 'notes.db'), 'x')
  const { items } = await station.api.station.backups({})
  expect(items.map(({ at }) => at)).toEqual(['2026-11-22T01:00:00.000Z', '2026-11-21T01:00:00.000Z'])
})

test('a damaged copy is found out', async () => {
  const { file } = await station.api.station.backUp({})
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0x55, 4096 * 3, 4096 * 6))
  const cut = `${file}.cut`
  writeFileSync(cut, bytes.subarray(0, 4096 * 4))
  const foreign = `${file}.txt`
  writeFileSync(foreign, 'not a database at all, but long enough to be looked at')
  expect([proveCopy(file).ok, proveCopy(cut).ok, proveCopy(foreign).ok]).toEqual([false, false, false])
})

test('a backup that cannot be proven is refused and leaves nothing', async () => {
  const folder = join(dirname((await station.api.station.backUp({})).file), 'other')
  mkdirSync(folder)
  const sqlite = station.db().$client
  // the mark of our files is missing in the copy only while it is made
  const backups = createBackups({ sqlite: () => sqlite, folder, clock: () => 0 })
  const mark = sqlite.pragma('application_id', { simple: true })
  sqlite.pragma('application_id = 1')
  await expect(backups.make('manual')).rejects.toMatchObject({ sentence: { key: 'db.backupUnproven' } })
  sqlite.pragma(`application_id = ${String(mark)}`)
  expect(readdirSync(folder)).toEqual([])
})
