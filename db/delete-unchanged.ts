import { and, eq } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Tx } from './types.ts'

type Counted = SQLiteTable & { readonly id: SQLiteColumn; readonly revision: SQLiteColumn }

/** Takes a record out as somebody saw it; false when it is no longer at that revision. */
export function deleteUnchanged(tx: Tx, table: Counted, id: number, revision: number): boolean {
  return (
    tx
      .delete(table)
      .where(and(eq(table.id, id), eq(table.revision, revision)))
      .run().changes === 1
  )
}
