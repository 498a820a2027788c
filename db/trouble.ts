import { AppError } from '#domain/errors'
import type { Sqlite } from './types.ts'

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

/** What the disk or the database file itself refused, in words; undefined for every other error. */
export function troubleOf(error: unknown, file: string): AppError | undefined {
  const code = codeOf(error)
  const because = { cause: error }
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('internal', 'db.damaged', { file }, [], because)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT') return new AppError('rule', 'db.diskFull', {}, [], because)
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new AppError('internal', 'db.ioError', { file }, [], because)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new AppError('rule', 'db.inUse', {}, [], because)
  if (code === 'SQLITE_NOTADB') return new AppError('rule', 'db.foreign', { file }, [], because)
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
    return new AppError('rule', 'db.cannotOpen', { file }, [], because)
  return undefined
}

/** larger files are read whole only with each automatic copy, beside the main thread (0.24 s for 143 MB, reliability.md D.5) */
const readAtStart = 256 * 1024 * 1024

/** Reads the structure of every page. @throws AppError when the file is damaged. */
export function requireWhole(sqlite: Sqlite): void {
  const bytes = Number(sqlite.pragma('page_count', { simple: true })) * Number(sqlite.pragma('page_size', { simple: true }))
  if (bytes > readAtStart) return
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('internal', 'db.damaged', { file: sqlite.name })
}
