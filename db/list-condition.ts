import { and, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { LocalDate } from '#domain/dates'
import { daysOf, momentsOf, type Condition, type FieldKind, type Range } from '#domain/list-filter'
import { contains, startsWith } from './page.ts'

/** Whom 我的 means. */
export type Who = { readonly userId: number | null; readonly technicianId: number | null }

/** An index of another table that holds an order of the list's rows: that table (and what stands between), joined to the list by `on`. */
export type Walk = { readonly from: SQL; readonly on: SQL; readonly order: SQL }

/**
 * Where a field of a list stands. `where` puts a test of the column into a condition on the list's own rows; `order` is
 * what sorts them. `quick`: an index holds the order, so that a block is read without looking at every row; `walk`: an index of another table does.
 */
export type FieldColumn = {
  readonly where: (test: (column: SQL) => SQL) => SQL
  readonly order: SQL
  readonly quick: boolean
  readonly walk?: Walk
}

/** A column of the list's own table. */
export function own(column: SQLiteColumn, { indexed = false } = {}): FieldColumn {
  return { where: (test) => test(sql`${column}`), order: sql`${column}`, quick: indexed }
}

/** Something reckoned for each row. Write tables out in it. */
export function reckoned(value: SQL): FieldColumn {
  return { where: (test) => test(value), order: value, quick: false }
}

/**
 * A column of the record that `key` points to. Narrowed there first: those records are fewer, and `key` is indexed. Where
 * there may be no such record, its absence is tested like an empty column.
 */
export function through(
  key: SQLiteColumn,
  table: SQLiteTable & { readonly id: SQLiteColumn },
  column: FieldColumn | SQLiteColumn,
): FieldColumn {
  const there = 'where' in column ? column : own(column)
  const found = (test: (column: SQL) => SQL) => sql`${key} IN (SELECT ${table.id} FROM ${table} WHERE ${there.where(test)})`
  return {
    where: (test) => (key.notNull ? found(test) : sql`(${found(test)} OR (${key} IS NULL AND ${test(sql`NULL`)}))`),
    order: sql`(SELECT ${there.order} FROM ${table} WHERE ${table.id} = ${key})`,
    quick: false,
    ...walkOf(key, table, there),
  }
}

/** Only where every row has such a record: a join would lose the others. */
function walkOf(key: SQLiteColumn, table: SQLiteTable & { readonly id: SQLiteColumn }, there: FieldColumn): { readonly walk?: Walk } {
  if (!key.notNull) return {}
  const on = sql`${key} = ${table.id}`
  if (there.walk !== undefined)
    return { walk: { from: sql`${there.walk.from} CROSS JOIN ${table} ON ${there.walk.on}`, on, order: there.walk.order } }
  return there.quick ? { walk: { from: sql`${table}`, on, order: there.order } } : {}
}

function inRange(column: SQL, { from, to }: Range<number | LocalDate>): SQL {
  return and(from === null ? undefined : sql`${column} >= ${from}`, to === null ? undefined : sql`${column} <= ${to}`) ?? sql`1`
}

function inDays(column: SQL, kind: FieldKind, range: Range<LocalDate>): SQL {
  if (kind !== 'instant') return inRange(column, range)
  const { from, before } = momentsOf(range)
  return and(from === null ? undefined : sql`${column} >= ${from}`, before === null ? undefined : sql`${column} < ${before}`) ?? sql`1`
}

/** One condition as SQL over the column. Whoever has no value meets no condition but `empty`. */
export function testOf(condition: Condition, kind: FieldKind, today: LocalDate): (column: SQL) => SQL {
  switch (condition.op) {
    case 'contains':
      return (column) => contains(column, condition.value)
    case 'starts':
      return (column) => startsWith(column, condition.value)
    case 'equals':
      return (column) => sql`${column} = ${condition.value} COLLATE NOCASE`
    case 'empty':
      return (column) => sql`coalesce(${column}, '') = ''`
    case 'filled':
      return (column) => sql`coalesce(${column}, '') <> ''`
    case 'between':
      return (column) => inRange(column, condition.value)
    case 'days':
      return (column) => inDays(column, kind, condition.value)
    case 'during':
      return (column) => inDays(column, kind, daysOf(condition.value, today))
    case 'in':
      return (column) => sql`${column} IN ${condition.value}`
    // one parameter for any number of them
    case 'ids':
      return (column) => sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(condition.value)}))`
    case 'is':
      return (column) => (condition.value ? sql`${column}` : sql`NOT ${column}`)
  }
}
