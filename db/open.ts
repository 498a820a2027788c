import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { AppError } from '#domain/errors'
import { troubleOf } from './trouble.ts'
import { withStatementCache } from './statement-cache.ts'
import type { Db, Sqlite } from './types.ts'

/** 'SBC1': tells our files from any other SQLite file. */
export const applicationId = 0x53424331

/** better-sqlite3 13 dies without a word below Node 22.14 (Node-API 10), so the refusal must come before the driver loads. */
function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 14)) throw new AppError('rule', 'db.oldNode', { version })
}

const profile: readonly [pragma: string, value: string | number, expected: string | number][] = [
  ['locking_mode', 'exclusive', 'exclusive'],
  ['journal_mode', 'wal', 'wal'],
  // the driver's default in WAL is NORMAL, which loses acknowledged commits on power cut (reliability.md 0.1)
  ['synchronous', 2, 2],
  ['foreign_keys', 1, 1],
  ['trusted_schema', 0, 0],
  ['cell_size_check', 1, 1],
  ['secure_delete', 1, 1],
  ['mmap_size', 0, 0],
  ['wal_autocheckpoint', 1000, 1000],
  // what a savepoint may have to undo stays in memory: as a file in the system's folder it cost two writes for every page touched, and left personal data there
  ['temp_store', 2, 2],
]

/**
 * Opens a database file with the storage profile of reliability.md C.2 and proves the profile.
 * Refuses in words: file missing (or present, when creating), not ours, in use by another program.
 */
export function openDatabase(file: string, mode: 'create' | 'existing'): Db {
  requireNode(process.versions.node)
  if (mode === 'existing' && !existsSync(file)) throw new AppError('not-found', 'db.missing', { file })
  if (mode === 'create' && existsSync(file)) throw new AppError('rule', 'db.exists', { file })
  let sqlite: Sqlite | undefined
  try {
    sqlite = new Database(file, { timeout: 500 })
    applyProfile(sqlite, mode)
    sqlite.pragma('busy_timeout = 5000')
    return Object.assign(drizzle(withStatementCache(sqlite)), { $client: sqlite })
  } catch (error) {
    sqlite?.close()
    throw troubleOf(error, file) ?? error
  }
}

function applyProfile(sqlite: Sqlite, mode: 'create' | 'existing'): void {
  // exclusive must be set before the first read: one owner per file (reliability.md 0.14)
  sqlite.pragma('locking_mode = exclusive')
  if (mode === 'create') sqlite.pragma(`application_id = ${applicationId}`)
  // before journal_mode, which would rewrite the header of a file that is not ours
  const found = sqlite.pragma('application_id', { simple: true })
  if (found !== applicationId) throw new AppError('rule', 'db.foreign', { file: sqlite.name })
  for (const [pragma, value] of profile) sqlite.pragma(`${pragma} = ${value}`)
  for (const [pragma, , expected] of profile) {
    const actual = sqlite.pragma(pragma, { simple: true })
    if (actual !== expected) throw new Error(`pragma ${pragma} is ${String(actual)}, must be ${expected}`)
  }
}

/** Writes what is pending back into the main file and lets go of it. */
export function closeDatabase(db: Db): void {
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.close()
}
