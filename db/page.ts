import { asc, desc, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { literalLike } from './search.ts'

export type Sort<C extends string> = { readonly column: C; readonly direction: 'asc' | 'desc' }
export type Page<C extends string> = { readonly offset: number; readonly limit: number; readonly sort: readonly Sort<C>[]; readonly text: string }

/** ORDER BY of a grid; `last` makes the order total, so that blocks neither repeat nor skip rows. */
export function orderOf<C extends string>(sort: readonly Sort<C>[], columns: Readonly<Record<C, SQLiteColumn>>, last: SQLiteColumn): SQL[] {
  return [...sort.map(({ column, direction }) => (direction === 'asc' ? asc : desc)(columns[column])), desc(last)]
}

export function contains(column: SQLiteColumn | SQL, text: string): SQL {
  return sql`${column} LIKE ${`%${literalLike(text)}%`} ESCAPE '\\'`
}

export function startsWith(column: SQLiteColumn, text: string): SQL {
  return sql`${column} LIKE ${`${literalLike(text)}%`} ESCAPE '\\'`
}

/** Numbers are typed without the signs they are stamped or printed with. */
export function withoutSigns(column: SQLiteColumn): SQL {
  return sql`replace(replace(replace(${column}, '-', ''), '*', ''), '/', '')`
}
