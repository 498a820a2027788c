import { eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { prepared } from './prepared.ts'
import type { Tx } from './types.ts'

/**
 * The words of a record in its FTS5 table, under the record's id. Not part of the schema, for which virtual tables do not
 * exist. FTS5 knows no upsert, so a record is put in once and changed afterwards.
 */
export function preparedSearchIndex(name: 'customer_search' | 'unit_search') {
  const index = sqliteTable(name, { rowid: integer('rowid'), tokens: text('tokens') })
  const queries = prepared((db) => ({
    insert: db
      .insert(index)
      .values({ rowid: sql.placeholder('id'), tokens: sql.placeholder('tokens') })
      .prepare(),
    update: db
      .update(index)
      .set({ tokens: sql`${sql.placeholder('tokens')}` })
      .where(eq(index.rowid, sql.placeholder('id')))
      .prepare(),
  }))
  return {
    insert: (tx: Tx, id: number, tokens: string): void => {
      queries(tx).insert.run({ id, tokens })
    },
    update: (tx: Tx, id: number, tokens: string): void => {
      queries(tx).update.run({ id, tokens })
    },
  }
}
