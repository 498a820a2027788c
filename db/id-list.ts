import { type SQL, sql } from 'drizzle-orm'

/** For `IN`: any number of ids in one value, so the statement stays the same however many there are. */
export function idList(ids: readonly number[]): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}
