import { and, eq, getTableColumns, is, SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { quick } from './quick-query.ts'
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
    const query = quickened(build(db))
    built.set(connection, query)
    return query
  }
}

/**
 * An insert built once that names every column but the id; what a row does not say is the column's default, else null.
 */
export function preparedInsert<T extends SQLiteTable & { readonly id: SQLiteColumn }>(
  table: T,
): (tx: Tx, row: T['$inferInsert']) => number {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key !== 'id')
  const absent = Object.fromEntries(columns.map(([key, column]) => [key, column.default ?? null]))
  const places = Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)]))
  // safe: a place stands for each column of the table
  const insert = prepared((db) =>
    db
      .insert(table)
      .values(places as T['$inferInsert'])
      .prepare(),
  )
  // the id from the driver: RETURNING makes SQLite keep a journal of the statement, which doubles its time
  return (tx, row) => Number(insert(tx).run({ ...absent, ...row }).lastInsertRowid)
}

/** One query, or several under their names. */
function quickened<Q>(built: Q): Q {
  if (typeof built !== 'object' || built === null || Object.getPrototypeOf(built) !== Object.prototype) return quick(built)
  for (const query of Object.values(built)) quick(query)
  return built
}

type Counted = SQLiteTable & { readonly id: SQLiteColumn; readonly revision: SQLiteColumn }
type Changes<T extends Counted> = { readonly [K in keyof T['$inferInsert']]?: T['$inferInsert'][K] | SQL | undefined }

/**
 * An update of one row that counts its revision up, built once for each set of columns that changes; false when the row is
 * no longer at that revision. A value that is an expression goes the plain way.
 */
export function preparedUpdate<T extends Counted>(table: T): (tx: Tx, id: number, revision: number, change: Changes<T>) => boolean {
  const unchanged = and(eq(table.id, sql.placeholder('where id')), eq(table.revision, sql.placeholder('where revision')))
  const build = (db: Reader, set: object) => db.update(table).set(set).where(unchanged)
  const known = prepared(() => new Map<string, { run(values: Record<string, unknown>): { changes: number } }>())
  return (tx, id, revision, change) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const values = { ...Object.fromEntries(given), revision: revision + 1, 'where id': id, 'where revision': revision }
    if (given.some(([, value]) => is(value, SQL)))
      return (
        tx
          .update(table)
          .set({ ...change, revision: revision + 1 })
          .where(and(eq(table.id, id), eq(table.revision, revision)))
          .run().changes === 1
      )
    const names = [...given.map(([name]) => name), 'revision']
    const shape = names.join()
    const update =
      known(tx).get(shape) ?? quick(build(tx, Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))).prepare())
    known(tx).set(shape, update)
    return update.run(values).changes === 1
  }
}

/** A transaction shares the session of the database it was opened on; drizzle does not say so in its types. */
function connectionOf(db: Reader): object {
  const { session } = db as unknown as { readonly session: object }
  return session
}
