import { and, asc, desc, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { LocalDate } from '#domain/dates'
import type { Condition, FieldKind } from '#domain/list-filter'
import { betweenChanges } from './between-changes.ts'
import { testOf, type FieldColumn, type Walk, type Who } from './list-condition.ts'
import type { Reader } from './types.ts'

/** `show`: the next rows of a grid are wanted. `count`: all that match. */
export type Purpose = 'show' | 'count'
export type Asked = { readonly who: Who; readonly today: LocalDate }
export type ListSort<F extends string> = { readonly column: F; readonly direction: 'asc' | 'desc' }
export type Question<F extends string, V> = {
  readonly sort: readonly ListSort<F>[]
  readonly text: string
  readonly filter: V
  readonly filters: readonly Condition[]
}

/** How the list of one feature is read. The contract names its fields and their kinds; here stands where each one is. */
export type ListDeclaration<F extends string, V, R> = {
  readonly name: string
  readonly table: SQLiteTable & { readonly id: SQLiteColumn }
  readonly kinds: Readonly<Record<F, { readonly kind: FieldKind }>>
  readonly columns: Readonly<Record<F, FieldColumn | ((who: Who) => FieldColumn)>>
  /** the list's own views and the free text */
  readonly where: (db: Reader, filter: V, text: string, purpose: Purpose, asked: Asked) => SQL | undefined
  /** the order when none is asked for */
  readonly usual?: (filter: V) => readonly SQL[]
  /** a further column that goes with the last one asked for, so that an index serves the whole order */
  readonly further?: Partial<Record<F, SQLiteColumn>>
  readonly rows: (db: Reader, ids: readonly number[]) => R[]
  /** columns, or what is reckoned for each row */
  readonly sums: Readonly<Record<string, SQLiteColumn | SQL>>
}

export type List<F extends string, V, R> = {
  readonly rows: (db: Reader, ids: readonly number[]) => R[]
  readonly page: (
    db: Reader,
    question: Question<F, V> & { readonly offset: number; readonly limit: number },
    asked: Asked,
  ) => { rows: R[]; total: number; sums: Record<string, number> }
  /** all that match, in order */
  readonly ids: (db: Reader, question: Question<F, V>, asked: Asked) => Int32Array
}

/** Blocks up to here are read by the index of the sorted column; further down the whole order is made once and kept. */
const walked = 1000
/** More matching rows than this: among them an index of another table is walked; fewer are found and sorted. */
const few = 5000
/** Beyond so many matching rows their sums are not worth the reading (they need the rows themselves, not an index). */
const summable = 250_000

const opposite = <F extends string>({ column, direction }: ListSort<F>): ListSort<F> => ({
  column,
  direction: direction === 'asc' ? 'desc' : 'asc',
})

type Totals = { total: number; sums: Record<string, number> }

/** The queries of a list: which rows in which order, then only those rows. Answers are kept until the file changes. */
export function defineList<F extends string, V, R extends { readonly id: number }>(list: ListDeclaration<F, V, R>): List<F, V, R> {
  const totals = betweenChanges<Totals>()
  const orders = betweenChanges<Int32Array>(8)

  const which = (db: Reader, { filter, text, filters }: Question<F, V>, purpose: Purpose, asked: Asked) =>
    and(...filters.map((condition) => conditionOf(condition, asked)), list.where(db, filter, text.trim(), purpose, asked))

  function conditionOf(condition: Condition, asked: Asked): SQL {
    if (condition.field === 'id') return testOf(condition, 'key', asked.today)(sql`${list.table.id}`)
    // the contract has let no other field through; own properties only, should it ever
    if (!Object.hasOwn(list.columns, condition.field)) throw new Error(`${list.name} has no field ${condition.field}`)
    const field = condition.field as F
    return columnOf(field, asked).where(testOf(condition, list.kinds[field].kind, asked.today))
  }

  function columnOf(field: F, { who }: Asked): FieldColumn {
    const declared: FieldColumn | ((who: Who) => FieldColumn) = list.columns[field]
    return typeof declared === 'function' ? declared(who) : declared
  }

  /** The last direction goes on to the id, so that the order is total and an index can serve all of it. */
  function order({ sort, filter }: Question<F, V>, asked: Asked, walk?: Walk): SQL[] {
    const last = sort.at(-1)
    if (last === undefined) return [...(list.usual?.(filter) ?? []), desc(list.table.id)]
    const towards = last.direction === 'asc' ? asc : desc
    const further = list.further?.[last.column]
    return [
      ...sort.map(({ column, direction }, nth) =>
        (direction === 'asc' ? asc : desc)(nth === 0 && walk !== undefined ? walk.order : columnOf(column, asked).order),
      ),
      ...(further === undefined ? [] : [towards(further)]),
      towards(list.table.id),
    ]
  }

  function someIds(db: Reader, question: Question<F, V>, asked: Asked, cut?: SQL, walk?: Walk): number[] {
    const where = which(db, question, cut === undefined ? 'count' : 'show', asked)
    const from = walk === undefined ? sql`${list.table}` : sql`${walk.from} CROSS JOIN ${list.table} ON ${walk.on}`
    return db
      .values<[number]>(
        sql`SELECT ${list.table.id} FROM ${from}${where === undefined ? sql`` : sql` WHERE ${where}`} ORDER BY ${sql.join(order(question, asked, walk), sql`, `)}${cut ?? sql``}`,
      )
      .map(([id]) => id)
  }

  const keyOf = ({ sort, text, filter, filters }: Question<F, V>, asked: Asked) => JSON.stringify([sort, text, filter, filters, asked])
  /** Downwards is upwards read from the end, the id included: the second click on a heading finds the order of the first. */
  const ids: List<F, V, R>['ids'] = (db, question, asked) => {
    if (question.sort[0]?.direction === 'desc') return ids(db, { ...question, sort: question.sort.map(opposite) }, asked).toReversed()
    return orders(db, keyOf(question, asked), () => Int32Array.from(someIds(db, question, asked)))
  }

  /** `total`: how many rows match. */
  function block(db: Reader, question: Question<F, V> & { offset: number; limit: number }, asked: Asked, total: number): readonly number[] {
    const { sort, offset, limit } = question
    if (offset < walked) {
      const cut = sql` LIMIT ${limit} OFFSET ${offset}`
      if (sort.every(({ column }) => columnOf(column, asked).quick)) return someIds(db, question, asked, cut)
      const walk = sort[0] && columnOf(sort[0].column, asked).walk
      if (walk !== undefined && (total > few || which(db, question, 'show', asked) === undefined))
        return someIds(db, question, asked, cut, walk)
    }
    return [...ids(db, question, asked).subarray(offset, offset + limit)]
  }

  function count(db: Reader, question: Question<F, V>, asked: Asked): Totals {
    const where = which(db, question, 'count', asked)
    const names = Object.entries(list.sums)
    if (where === undefined) {
      // over the whole table each sum is read from the index of its column alone
      const sums = names.map(([name, column]) => [name, read(db, [[name, column]], undefined).sums[name] ?? 0])
      return { total: size(db), sums: Object.fromEntries(sums) }
    }
    // as a rule all is counted and added up in one reading
    if (size(db) <= summable) return read(db, names, where)
    const { total } = read(db, [], where)
    return total > summable ? { total, sums: {} } : read(db, names, where)
  }

  const size = (db: Reader): number => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${list.table}`).n

  function read(db: Reader, names: readonly (readonly [string, SQLiteColumn | SQL])[], where: SQL | undefined): Totals {
    const { total, ...sums } = db.get<Record<string, number> & { total: number }>(
      sql`SELECT ${sql.join(
        [sql`count(*) AS total`, ...names.map(([name, column]) => sql`coalesce(sum(${column}), 0) AS ${sql.identifier(name)}`)],
        sql`, `,
      )} FROM ${list.table}${where === undefined ? sql`` : sql` WHERE ${where}`}`,
    )
    return { total, sums }
  }

  const rows = (db: Reader, wanted: readonly number[]): R[] => {
    if (wanted.length === 0) return []
    const byId = new Map(list.rows(db, wanted).map((row) => [row.id, row]))
    return wanted.flatMap((id) => byId.get(id) ?? [])
  }

  return {
    ids,
    rows,
    page: (db, question, asked) => {
      const matching = totals(db, keyOf({ ...question, sort: [] }, asked), () => count(db, question, asked))
      return { rows: rows(db, block(db, question, asked, matching.total)), ...matching }
    },
  }
}
