import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors'
import type { Sqlite } from './types.ts'

type Migration = { readonly name: string; readonly sql: string; readonly hash: string }
type Applied = { readonly name: string; readonly hash: string }

/**
 * Our runner, because drizzle's own wraps `PRAGMA foreign_keys=OFF` in a transaction, where SQLite ignores it, so that a
 * generated table rebuild silently deletes all child rows (architecture.md §7.3). All pending files are applied in one
 * transaction or none.
 */
export async function migrate(sqlite: Sqlite, folder: string, at: string, backUp: () => Promise<string>): Promise<number> {
  const shipped = readMigrations(folder)
  const applied = appliedMigrations(sqlite)
  checkPrefix(applied, shipped)
  const pending = shipped.slice(applied.length)
  if (pending.length === 0) return 0
  const backup = applied.length > 0 ? await backUp() : ''
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite.transaction(() => applyAll(sqlite, pending, shipped.length, at)).immediate()
  } catch (error) {
    throw new AppError('internal', 'db.migrationFailed', { backup }, [], { cause: error })
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  return pending.length
}

function applyAll(sqlite: Sqlite, pending: readonly Migration[], version: number, at: string): void {
  sqlite.exec('CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT')
  const record = sqlite.prepare('INSERT INTO schema_migrations (name, hash, applied_at) VALUES (?, ?, ?)')
  for (const migration of pending) {
    sqlite.exec(migration.sql)
    record.run(migration.name, migration.hash, at)
  }
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} rows point to nothing after the migration`)
  sqlite.pragma(`user_version = ${version}`)
}

/** The shipped files in order; line ends are unified so that a checkout with CRLF has the same hash. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

function appliedMigrations(sqlite: Sqlite): Applied[] {
  const exists = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'").get()
  if (!exists) return []
  return sqlite.prepare<[], Applied>('SELECT name, hash FROM schema_migrations ORDER BY name').all()
}

function checkPrefix(applied: readonly Applied[], shipped: readonly Migration[]): void {
  if (applied.length > shipped.length) throw new AppError('rule', 'db.newer', { applied: applied.length, known: shipped.length })
  applied.forEach((entry, index) => {
    const ours = shipped[index]
    if (ours?.name !== entry.name || ours.hash !== entry.hash) throw new AppError('rule', 'db.changed', { name: entry.name })
  })
}
