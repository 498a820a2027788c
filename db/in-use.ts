import { and, inArray, ne, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from './types.ts'

type Retirable = SQLiteTable & { readonly id: SQLiteColumn; readonly active: SQLiteColumn; readonly revision: SQLiteColumn }

/** 停用 or 在用 for the named records; answers those that were otherwise. */
export function setInUse(tx: Tx, table: Retirable, ids: readonly number[], active: boolean): number[] {
  return tx
    .update(table)
    .set({ active, revision: sql`${table.revision} + 1` })
    .where(and(inArray(table.id, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`), ne(table.active, active)))
    .returning({ id: table.id })
    .all()
    .map(({ id }) => Number(id))
}
