import { and, asc, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FormId } from '#domain/form-ids'
import { registerFields } from '#domain/list-fields'
import type { SeriesCounts } from '#domain/number-register'
import { codesOf, registerState, type RegisterState } from '#domain/words'
import { defineList } from '../list.ts'
import { own, reckoned } from '../list-condition.ts'
import { day, instant } from '../schema/columns.ts'
import type { Reader } from '../types.ts'

/** A view (migration blank_numbers), read like a table. Papers have even ids, numbers without a paper odd ones. */
const register = sqliteTable('number_register', {
  id: integer('id').notNull(),
  form: text('form').$type<FormId>().notNull(),
  number: text('number').notNull(),
  period: text('period').notNull(),
  sequence: integer('sequence').notNull(),
  year: text('year').notNull(),
  state: text('state', { enum: codesOf(registerState) }).notNull(),
  subject: text('subject').notNull(),
  printCount: integer('print_count').notNull(),
  at: instant('at').notNull(),
  byId: integer('by_id'),
  closedAt: instant('closed_at'),
  closerId: integer('closer_id'),
  reason: text('reason').notNull(),
  holder: text('holder').notNull(),
  dueOn: day('due_on'),
  paperId: integer('paper_id'),
  blankId: integer('blank_id'),
  packId: integer('pack_id'),
})
const r = register

// written out: they stand inside queries of one table, where drizzle drops the table names
const byName = sql<string>`coalesce((SELECT name FROM users WHERE users.id = number_register.by_id), '命令行')`
const approverName = sql<string>`CASE WHEN number_register.closed_at IS NULL THEN '' ELSE coalesce((SELECT name FROM users WHERE users.id = number_register.closer_id), '命令行') END`

export type RegisterFilter = {
  readonly form: FormId | null
  readonly year: string | null
  readonly state: RegisterState | null
  readonly packId: number | null
}

function where({ form, year, state, packId }: RegisterFilter, typed: string): SQL | undefined {
  const word = `%${typed}%`
  return and(
    form === null ? undefined : eq(r.form, form),
    year === null ? undefined : eq(r.year, year),
    state === null ? undefined : eq(r.state, state),
    packId === null ? undefined : eq(r.packId, packId),
    typed === '' ? undefined : or(like(r.number, word), like(r.subject, word), like(r.holder, word)),
  )
}

const listed = {
  id: r.id,
  form: r.form,
  number: r.number,
  period: r.period,
  year: r.year,
  state: r.state,
  subject: r.subject,
  printCount: r.printCount,
  at: r.at,
  by: byName,
  closedAt: r.closedAt,
  approver: approverName,
  reason: r.reason,
  holder: r.holder,
  dueOn: r.dueOn,
  paperId: r.paperId,
  blankId: r.blankId,
  packId: r.packId,
}

export const registerList = defineList({
  name: 'numbers',
  table: r,
  kinds: registerFields,
  sums: {},
  rows: (db, ids) =>
    db
      .select(listed)
      .from(r)
      .where(inArray(r.id, [...ids]))
      .all(),
  columns: {
    number: own(r.number),
    form: own(r.form),
    state: own(r.state),
    year: own(r.year),
    subject: own(r.subject),
    printCount: own(r.printCount),
    at: own(r.at),
    by: reckoned(byName),
    closedAt: own(r.closedAt),
    approver: reckoned(approverName),
    reason: own(r.reason),
    holder: own(r.holder),
    dueOn: own(r.dueOn),
  },
  where: (_, filter: RegisterFilter, typed) => where(filter, typed),
  usual: () => [sql`${r.period} DESC`, asc(r.form), sql`${r.sequence} DESC`],
})

/** F27 and F30 share their numbers: the series of both bears the code of the label. */
const series = sql<string>`CASE WHEN form IN ('F27', 'F30') THEN 'F27' ELSE form END`

export type CountedSeries = { readonly form: FormId; readonly period: string; readonly counts: SeriesCounts }

/** Every series that stands in the register, with its counts; labels under F27. `year`: only of that year, and those counted without an end. */
export function countRegister(db: Reader, year: string | null): CountedSeries[] {
  type Row = { form: FormId; period: string; distinct: number; lowest: number; highest: number } & Record<RegisterState, number>
  const states = sql.join(
    codesOf(registerState).map((state) => sql`sum(state = ${state}) AS ${sql.identifier(state)}`),
    sql`, `,
  )
  const rows =
    db.all<Row>(sql`SELECT ${series} AS form, period, count(DISTINCT sequence) AS "distinct", min(sequence) AS lowest, max(sequence) AS highest, ${states}
    FROM number_register ${year === null ? sql`` : sql`WHERE period = 'all' OR substr(period, 1, 4) = ${year}`} GROUP BY 1, 2`)
  return rows.map(({ form, period, distinct, lowest, highest, ...counted }) => ({
    form,
    period,
    counts: { states: counted, distinct, lowest, highest },
  }))
}

/** The numbers of one series as they stand in the register. */
export function listSequencesOf(db: Reader, form: FormId, period: string): number[] {
  return db
    .all<{ sequence: number }>(sql`SELECT sequence FROM number_register WHERE ${series} = ${form} AND period = ${period} ORDER BY sequence`)
    .map(({ sequence }) => sequence)
}

/** The years of the register, newest first. */
export function listRegisterYears(db: Reader): string[] {
  return db.all<{ year: string }>(sql`SELECT DISTINCT year FROM number_register ORDER BY 1 DESC`).map(({ year }) => year)
}

export function findRegistered(db: Reader, id: number) {
  return db.select(listed).from(r).where(eq(r.id, id)).get()
}
