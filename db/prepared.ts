import type { Reader } from './types.ts'

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

/** A transaction shares the session of the database it was opened on; drizzle does not say so in its types. */
function connectionOf(db: Reader): object {
  const { session } = db as unknown as { readonly session: object }
  return session
}
