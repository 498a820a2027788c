import { and, inArray, ne, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from './types.ts'

export type Changed = { id: number; revision: number }
type Retirable = SQLiteTable & { readonly id: SQLiteColumn; readonly active: SQLiteColumn; readonly revision: SQLiteColumn }

/** 停用 or 在用 for the named records; answers those that were otherwise, at their new revisions. */
export function setInUse(tx: Tx, table: Retirable, ids: readonly number[], active: boolean): Changed[] {
  return tx
    .update(table)
    .set({ active, revision: sql`${table.revision} + 1` })
    .where(and(inArray(table.id, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`), ne(table.active, active)))
    .returning({ id: table.id, revision: table.revision })
    .all()
    .map(({ id, revision }) => ({ id: Number(id), revision: Number(revision) }))
}
