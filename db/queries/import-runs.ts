import { desc, eq } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import type { ImportKind } from '#domain/import-result'
import { importRuns, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type ImportRun = {
  readonly kind: ImportKind
  readonly file: string
  readonly sha256: string
  readonly at: Instant
  readonly userId: number | null
  readonly read: number
  readonly created: number
  readonly updated: number
  readonly rejected: number
}

export function insertImportRun(tx: Tx, run: ImportRun): void {
  tx.insert(importRuns).values(run).run()
}

/** Newest first; `by` is 命令行 for runs nobody signed in for. */
export function listImportRuns(
  db: Reader,
  limit: number,
): { at: Instant; by: string; kind: string; file: string; created: number; updated: number }[] {
  return db
    .select({
      at: importRuns.at,
      by: users.name,
      kind: importRuns.kind,
      file: importRuns.file,
      created: importRuns.created,
      updated: importRuns.updated,
    })
    .from(importRuns)
    .leftJoin(users, eq(users.id, importRuns.userId))
    .orderBy(desc(importRuns.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}
