import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { literalLike } from './search.ts'

export function contains(column: SQLiteColumn | SQL, text: string): SQL {
  return sql`${column} LIKE ${`%${literalLike(text)}%`} ESCAPE '\\'`
}

export function startsWith(column: SQLiteColumn | SQL, text: string): SQL {
  return sql`${column} LIKE ${`${literalLike(text)}%`} ESCAPE '\\'`
}

/** Numbers are typed without the signs they are stamped or printed with. */
export function withoutSigns(column: SQLiteColumn): SQL {
  return sql`replace(replace(replace(${column}, '-', ''), '*', ''), '/', '')`
}
