import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Reader, Tx } from './types.ts'

/**
 * A query built once per connection instead of at every call: drizzle spends ten times longer on building a small query
 * than SQLite on answering it. For the queries every step of an order asks; others stay plain. Values come in by
 * `sql.placeholder('name')`.
 */
export function prepared<Q>(build: (db: Reader) => Q): (db: Reader) => Q {
  const built = new WeakMap<object, Q>()
  return (db) => {
    const connection = connectionOf(db)
    const known = built.get(connection)
    if (known !== undefined) return known
    const query = build(db)
    built.set(connection, query)
    return query
  }
}

/**
 * An insert built once that names every column but the id; what a row does not say is the column's default, else null.
 * For tables whose yes/no columns are never null: a missing yes/no would be stored as no.
 */
export function preparedInsert<T extends SQLiteTable & { readonly id: SQLiteColumn }>(table: T): (tx: Tx, row: T['$inferInsert']) => number {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key !== 'id')
  const absent = Object.fromEntries(columns.map(([key, column]) => [key, column.default ?? null]))
  const places = Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)]))
  // safe: a place stands for each column of the table
  const insert = prepared((db) => db.insert(table).values(places as T['$inferInsert']).returning({ id: table.id }).prepare())
  return (tx, row) => Number(insert(tx).get({ ...absent, ...row }).id)
}

/** A transaction shares the session of the database it was opened on; drizzle does not say so in its types. */
function connectionOf(db: Reader): object {
  const { session } = db as unknown as { readonly session: object }
  return session
}
