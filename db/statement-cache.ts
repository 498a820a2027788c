import type { Statement } from 'better-sqlite3'
import type { Sqlite } from './types.ts'

const most = 400

/**
 * The connection as drizzle gets it: a statement is compiled once, not at every call, where a third of the time of a
 * small query went. SQLite itself compiles anew after a change of the schema. Lists in `IN (?, ?, …)` make many texts, so
 * the oldest are forgotten. Beware: two uses of one text must not run inside each other by `iterate`, which drizzle has not.
 */
export function withStatementCache(sqlite: Sqlite): Sqlite {
  const kept = new Map<string, Statement>()
  const prepare = (source: string): Statement => {
    const found = kept.get(source)
    if (found !== undefined) return asNew(found)
    const statement = sqlite.prepare(withQuietValues(source))
    kept.set(source, statement)
    const oldest = kept.size > most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return statement
  }
  // safe: everything but prepare is the connection itself
  return Object.create(sqlite, { prepare: { value: prepare } }) as Sqlite
}

/**
 * `= ?` becomes `= +?`, the same to SQLite's eyes but for one thing: since 3.54 the planner notes a bare `?` it looked at
 * (is it 0 or 1, a flag?), and the driver's clearing of values after each call then has the whole statement compiled anew
 * at the next. A join of three tables by id took ten times as long.
 */
function withQuietValues(source: string): string {
  return source.replaceAll('= ?', '= +?')
}

/** Drizzle switches a statement to rows as lists where it needs them, and counts on objects elsewhere. */
function asNew(statement: Statement): Statement {
  return statement.reader ? statement.raw(false) : statement
}
