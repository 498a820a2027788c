import { sql } from 'drizzle-orm'
import type { Reader } from '../types.ts'

function one<T>(db: Reader, query: ReturnType<typeof sql>): T {
  return db.all<T>(query)[0] as T
}

export function schemaVersion(db: Reader): number {
  return one<{ version: number }>(db, sql`SELECT user_version AS version FROM pragma_user_version`).version
}

export function sqliteVersion(db: Reader): string {
  return one<{ version: string }>(db, sql`SELECT sqlite_version() AS version`).version
}

type Records = {
  readonly workOrders: number
  readonly customers: number
  readonly units: number
  readonly papers: number
  readonly commands: number
}

/** How much the station holds. */
export function countRecords(db: Reader): Records {
  return one(
    db,
    sql`SELECT (SELECT count(*) FROM work_orders) AS workOrders, (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM units) AS units,
    (SELECT count(*) FROM issued_papers) AS papers, (SELECT count(*) FROM command_log) AS commands`,
  )
}
