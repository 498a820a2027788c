import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, readMigrations } from '#db/migrate'
import { closeDatabase, openDatabase } from '#db/open'
import { proveCopy } from '#db/prove-copy'
import type { Db } from '#db/types'
import { createHost } from '#host/create-host'
import { silentLogger } from '#host/log'
import { resources } from '#host/resources'

const shipped = resources().migrations
const at = '2026-11-21T01:00:00.000Z'
let folder: string
let migrations: string
let db: Db | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanbao-migrate-'))
  migrations = join(folder, 'migrations')
  cpSync(shipped, migrations, { recursive: true })
})
afterEach(() => {
  if (db?.$client.open === true) closeDatabase(db)
  rmSync(folder, { recursive: true, force: true })
})

function opened(mode: 'create' | 'existing' = 'create'): Db {
  db = openDatabase(join(folder, 'station.sqlite'), mode)
  return db
}

const add = (name: string, sql: string) => writeFileSync(join(migrations, name), sql)
let backedUp = 0
const backUp = async () => {
  backedUp += 1
  return 'backup.db'
}
const run = (sqlite = opened().$client) => migrate(sqlite, migrations, at, backUp)

test('a new file gets every table, once', async () => {
  const { $client } = opened()
  const known = readMigrations(migrations).length
  expect([
    await run($client),
    await run($client),
    $client.pragma('user_version', { simple: true }),
    $client.pragma('foreign_keys', { simple: true }),
  ]).toEqual([known, 0, known, 1])
})

test('every table is STRICT', async () => {
  const { $client } = opened()
  await run($client)
  const loose = $client
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  expect(loose).toEqual([])
})

test('a table rebuilt by a migration keeps its child rows', async () => {
  const { $client } = opened()
  await run($client)
  $client.exec(`INSERT INTO customers (id, name, kind, created_at) VALUES (1, '王喆', 'person', '${at}');
    INSERT INTO manufacturers (id, code, name, return_template, hour_rate_fen, part_markup, words) VALUES (1, 'A', 'a', 'F31', 1, 100, '{}');
    INSERT INTO units (id, manufacturer_id, owner_id, frame_no, usage, tamper_flag, created_at) VALUES (1, 1, 1, 'X', 'own', 0, '${at}')`)
  add(
    '0900_rebuild.sql',
    'CREATE TABLE c2 AS SELECT * FROM customers; DROP TABLE customers; CREATE TABLE customers (id integer PRIMARY KEY NOT NULL, name text NOT NULL) STRICT; INSERT INTO customers SELECT id, name FROM c2; DROP TABLE c2;',
  )
  backedUp = 0
  await run($client)
  expect([$client.prepare('SELECT count(*) FROM units').pluck().get(), backedUp]).toEqual([1, 1])
})

test('a migration that fails or leaves rows pointing to nothing changes nothing and names the backup', async () => {
  const { $client } = opened()
  await run($client)
  const version = $client.pragma('user_version', { simple: true })
  for (const sql of [
    'CREATE TABLE extra (a integer) STRICT; SELECT * FROM nowhere;',
    `CREATE TABLE extra (a integer) STRICT; INSERT INTO unit_owners (unit_id, customer_id, since) VALUES (7, 7, '2026-01-01');`,
  ]) {
    add('0900_bad.sql', sql)
    await expect(run($client)).rejects.toMatchObject({ sentence: { key: 'db.migrationFailed', params: { backup: 'backup.db' } } })
  }
  const extra = $client.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").pluck().get()
  expect([extra, $client.pragma('user_version', { simple: true }), $client.pragma('foreign_keys', { simple: true })]).toEqual([
    0,
    version,
    1,
  ])
})

test('a file of a newer program or with other migrations is refused in words', async () => {
  const { $client } = opened()
  add('0900_later.sql', 'CREATE TABLE later (a integer) STRICT;')
  await run($client)
  rmSync(join(migrations, '0900_later.sql'))
  await expect(run($client)).rejects.toMatchObject({ sentence: { key: 'db.newer' } })
  add('0900_later.sql', 'CREATE TABLE other (a integer) STRICT;')
  await expect(run($client)).rejects.toMatchObject({ sentence: { key: 'db.changed', params: { name: '0900_later.sql' } } })
})

test('line ends do not make a migration another one', async () => {
  const { $client } = opened()
  await run($client)
  for (const { name, sql } of readMigrations(migrations)) add(name, sql.replaceAll('\n', '\r\n'))
  expect(await run($client)).toBe(0)
})

test('the host keeps a proven copy from before an upgrade', async () => {
  const dbFile = join(folder, 'data', 'station.sqlite')
  const places = { ...resources(), migrations }
  const options = { dbFile, resources: places, clock: () => Date.parse(at), logger: silentLogger }
  await (await createHost({ ...options, createIfMissing: true })).close()
  add('0900_later.sql', 'CREATE TABLE later (a integer) STRICT;')
  await (await createHost(options)).close()
  const copies = readdirSync(join(folder, 'data', 'backups')).filter((name) => name.endsWith('.db'))
  expect([copies, proveCopy(join(folder, 'data', 'backups', copies[0] ?? ''))]).toEqual([
    ['20261121010000-beforeUpgrade.db'],
    expect.objectContaining({ ok: true, userVersion: readMigrations(shipped).length }),
  ])
})
