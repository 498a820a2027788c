import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { contract, type Api } from '#contract/index'
import { closeDatabase, openDatabase } from '#db/open'
import type { Host } from '#host/create-host'
import { silentLogger } from '#host/log'
import { openStationHost } from '#host/station-host'
import { aCustomer } from '#tests/support/builders'
import { openTestHost } from '#tests/support/host'

let folder: string
let file: string
let copy: string
let host: Host | undefined

/** A data folder with a station in it and one proven copy, closed. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanbao-trouble-'))
  file = join(folder, 'station.sqlite')
  const station = await openTestHost()
  copy = (await station.api.backups.make({})).name
  await station.api.customers.save({ ...aCustomer(), id: null, revision: 0 })
  station.db().$client.pragma('wal_checkpoint(TRUNCATE)')
  const from = dirname(station.db().$client.name)
  copyFileSync(join(from, 'station.sqlite'), file)
  const backups = join(folder, 'backups')
  await import('node:fs/promises').then(({ cp }) => cp(join(from, 'backups'), backups, { recursive: true }))
  await station.close()
})
afterEach(async () => {
  await host?.close()
  host = undefined
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<Api> {
  const opened = await openStationHost({
    dbFile: file,
    createIfMissing: true,
    logger: silentLogger,
    clock: () => Date.parse('2026-11-22T02:00:00.000Z'),
  })
  host = opened
  const seat = { id: 'desk', kind: 'desk' as const, userId: null }
  return createClient(
    contract,
    (call) => opened.route(call, seat),
    () => crypto.randomUUID(),
  )
}
const troubleAt = async (api: Api) =>
  api.session.state({}).then(
    ({ ready }) => `ready ${String(ready)}`,
    (error: { sentence: { key: string } }) => error.sentence.key,
  )
const damage = () => writeFileSync(file, readFileSync(file).fill(0x55, 4096, 4096 * 20))

test('a damaged database is said, with the copies that can take its place', async () => {
  damage()
  const api = await open()
  const { trouble, copies } = await api.rescue.state({})
  expect([await troubleAt(api), trouble?.key, copies.map(({ name, state }) => [name, state])]).toEqual([
    'db.damaged',
    'db.damaged',
    [[copy, 'proven']],
  ])
})

test('a copy takes its place; the damaged file is set aside as it was', async () => {
  damage()
  const bytes = readFileSync(file)
  const api = await open()
  const { aside } = await api.rescue.restore({ name: copy })
  expect([
    await troubleAt(api),
    readdirSync(aside).sort(),
    readFileSync(join(aside, 'station.sqlite')).equals(bytes),
    host?.db().$client.prepare('SELECT count(*) FROM customers').pluck().get(),
  ]).toEqual(['ready true', ['station.sqlite'], true, 0])
  await expect(api.rescue.restore({ name: copy })).rejects.toMatchObject({ sentence: { key: 'db.isOpen' } })
})

test('a damaged copy is refused and everything stays where it was', async () => {
  damage()
  const path = join(folder, 'backups', copy)
  writeFileSync(path, readFileSync(path).fill(0x55, 4096 * 3, 4096 * 9))
  const before = readFileSync(file)
  const api = await open()
  await expect(api.rescue.restore({ name: copy })).rejects.toMatchObject({ sentence: { key: 'backup.damaged' } })
  expect([
    await troubleAt(api),
    readFileSync(file).equals(before),
    readdirSync(folder).filter((name) => name.startsWith('set-aside') || name.startsWith('.restored')),
  ]).toEqual(['db.damaged', true, []])
})

test('a database in use by another program opens once it is let go, and is never moved', async () => {
  const other = openDatabase(file, 'existing')
  const api = await open()
  const first = await troubleAt(api)
  const { copies } = await api.rescue.state({})
  await expect(api.rescue.restore({ name: copy })).rejects.toMatchObject({ sentence: { key: 'db.inUse' } })
  closeDatabase(other)
  const { open: isOpen } = await api.rescue.retry({})
  expect([first, copies, isOpen, await troubleAt(api)]).toEqual(['db.inUse', [], true, 'ready true'])
})

test('a newer database is left alone', async () => {
  const db = openDatabase(file, 'existing')
  db.$client.exec("INSERT INTO schema_migrations (name, hash, applied_at) VALUES ('9999_future.sql', 'x', '2027-01-01')")
  closeDatabase(db)
  const api = await open()
  expect([await troubleAt(api), (await api.rescue.state({})).copies]).toEqual(['db.newer', []])
})

test('a folder that lost its database but not its copies is no first run', async () => {
  unlinkSync(file)
  const api = await open()
  const gone = [await troubleAt(api), existsSync(file)]
  await api.rescue.restore({ name: copy })
  expect([gone, await troubleAt(api)]).toEqual([['db.gone', false], 'ready true'])
})

test('while the disk is full a command is refused in words and changes nothing; with room again it goes through', async () => {
  const api = await open()
  const { people } = await api.session.state({})
  const chief = people.find(({ role }) => role === 'chief')!
  await api.session.signIn({ userId: chief.id, pin: chief.pin ?? '' })
  const sqlite = host!.db().$client
  sqlite.pragma(`max_page_count = ${String(sqlite.pragma('page_count', { simple: true }))}`)
  const save = (name: string) => api.customers.save({ ...aCustomer(), name, address: '长'.repeat(80), id: null, revision: 0 })
  const answers: string[] = []
  for (let count = 0; count < 400 && answers.length === 0; count += 1)
    await save(`用户${count}`).catch((error: { sentence: { key: string } }) => answers.push(error.sentence.key))
  const before = sqlite.prepare('SELECT count(*) FROM customers').pluck().get()
  sqlite.pragma('max_page_count = 1073741823')
  await save('又有地方了')
  expect([answers, Number(sqlite.prepare('SELECT count(*) FROM customers').pluck().get()) - Number(before)]).toEqual([['db.diskFull'], 1])
})
