import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicationId, closeDatabase, openDatabase } from '#db/open'
import { hashPin, pinMatches } from '#db/pin'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanbao-open-'))
  file = join(folder, 'station.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refusal = (work: () => unknown) => {
  try {
    work()
    return 'opened'
  } catch (error) {
    return error instanceof Error && 'sentence' in error ? (error.sentence as { key: string }).key : String(error)
  }
}

test('a new file bears our mark and the storage profile of reliability.md C.2', () => {
  const db = openDatabase(file, 'create')
  const pragma = (name: string) => db.$client.pragma(name, { simple: true })
  expect(
    Object.fromEntries(
      [
        'application_id',
        'journal_mode',
        'synchronous',
        'foreign_keys',
        'locking_mode',
        'trusted_schema',
        'secure_delete',
        'cell_size_check',
        'temp_store',
      ].map((name) => [name, pragma(name)]),
    ),
  ).toEqual({
    application_id: applicationId,
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    locking_mode: 'exclusive',
    trusted_schema: 0,
    secure_delete: 1,
    cell_size_check: 1,
    temp_store: 2,
  })
  closeDatabase(db)
})

test('missing, present, foreign and unreadable files are refused in words', () => {
  const other = join(folder, 'other.sqlite')
  new Database(other).exec('CREATE TABLE notes (a)').close()
  const text = join(folder, 'notes.txt')
  writeFileSync(text, 'these are notes and no database, however long they may grow in time')
  expect([
    refusal(() => openDatabase(file, 'existing')),
    refusal(() => openDatabase(other, 'create')),
    refusal(() => openDatabase(other, 'existing')),
    refusal(() => openDatabase(text, 'existing')),
  ]).toEqual(['db.missing', 'db.exists', 'db.foreign', 'db.foreign'])
})

test('a foreign file is left as it was found', () => {
  const other = join(folder, 'other.sqlite')
  new Database(other).exec('CREATE TABLE notes (a)').close()
  refusal(() => openDatabase(other, 'existing'))
  const again = new Database(other)
  expect(again.pragma('journal_mode', { simple: true })).toBe('delete')
  again.close()
})

test('a file in use is refused, for a second owner and for another program', () => {
  const db = openDatabase(file, 'create')
  db.$client.exec('CREATE TABLE notes (a)')
  const outside = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
    import Database from 'better-sqlite3'
    try { new Database(process.argv[1], { timeout: 100 }).prepare('SELECT * FROM notes').all(); console.log('read') } catch (error) { console.log(error.code) }`,
      file,
    ],
    { encoding: 'utf8' },
  ).trim()
  expect([refusal(() => openDatabase(file, 'existing')), outside]).toEqual(['db.inUse', 'SQLITE_BUSY'])
  closeDatabase(db)
  expect(refusal(() => closeDatabase(openDatabase(file, 'existing')))).toBe('opened')
})

test('a PIN is kept as a salted hash that only the PIN opens', () => {
  const [first, second] = [hashPin('4711'), hashPin('4711')]
  expect([
    first === second,
    first.includes('4711'),
    pinMatches('4711', first),
    pinMatches('4712', first),
    pinMatches('4711', ''),
    pinMatches('4711', 'plain$x$4711'),
  ]).toEqual([false, false, true, false, false, false])
})
