import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gte, inArray, like, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import { paperFields } from '#domain/list-fields'
import { defineList } from '../list.ts'
import { own, reckoned, type FieldColumn } from '../list-condition.ts'
import { prepared, preparedInsert } from '../prepared.ts'
import { issuedPapers, paperPrints, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import type { SubjectKind } from './step-history.ts'

export type IssuedPaper = typeof issuedPapers.$inferSelect
export type NewPaper = {
  form: string
  formVersion: number
  number: string
  period: string
  sequence: number
  subjectKind: SubjectKind
  subjectId: number
  subject: string
  title: string
  /** the frozen paper, canonical JSON */
  paper: string
  issuedAt: Instant
  issuedOn: LocalDate
  issuedBy: number | null
  /** under a number set aside before: 补录 */
  fromBlank: boolean
}

const insertPaper = preparedInsert(issuedPapers)
const paperById = prepared((db) =>
  db
    .select()
    .from(issuedPapers)
    .where(eq(issuedPapers.id, sql.placeholder('id')))
    .prepare(),
)

/** Stores a frozen paper with the sha256 of its content. Triggers refuse any later change. */
export function insertIssuedPaper(tx: Tx, paper: NewPaper): number {
  const hash = createHash('sha256').update(`${paper.form}\n${paper.number}\n${paper.paper}`).digest('hex')
  return insertPaper(tx, { ...paper, status: 'issued', hash })
}

export function findPaper(db: Reader, id: number): IssuedPaper | undefined {
  return paperById(db).get({ id })
}

const paperByNumber = prepared((db) =>
  db
    .select()
    .from(issuedPapers)
    .where(and(eq(issuedPapers.form, sql.placeholder('form')), eq(issuedPapers.number, sql.placeholder('number'))))
    .prepare(),
)

export function findPaperByNumber(db: Reader, form: string, number: string): IssuedPaper | undefined {
  return paperByNumber(db).get({ form, number })
}

const papersOfRecord = prepared((db) =>
  db
    .select({
      id: issuedPapers.id,
      form: issuedPapers.form,
      number: issuedPapers.number,
      status: issuedPapers.status,
      issuedAt: issuedPapers.issuedAt,
    })
    .from(issuedPapers)
    .where(and(eq(issuedPapers.subjectKind, sql.placeholder('kind')), eq(issuedPapers.subjectId, sql.placeholder('id'))))
    .orderBy(desc(issuedPapers.id))
    .prepare(),
)

/** Papers of one record, newest first. */
export function listPapersOf(
  db: Reader,
  kind: SubjectKind,
  id: number,
): { id: number; form: string; number: string; status: 'issued' | 'voided'; issuedAt: Instant }[] {
  return papersOfRecord(db).all({ kind, id })
}

export function listPrints(db: Reader, paperId: number): { at: Instant; by: string; times: number; reason: string }[] {
  return db
    .select({ at: paperPrints.at, by: users.name, times: paperPrints.times, reason: paperPrints.reason })
    .from(paperPrints)
    .leftJoin(users, eq(users.id, paperPrints.userId))
    .where(eq(paperPrints.paperId, paperId))
    .orderBy(asc(paperPrints.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}

/** One more print of a paper: 1 = 正式, later ones are 补打 第 n−1 次. */
export function insertPrint(tx: Tx, paperId: number, print: { at: Instant; userId: number | null; reason: string }): number {
  const times =
    tx
      .update(issuedPapers)
      .set({ printCount: sql`${issuedPapers.printCount} + 1` })
      .where(eq(issuedPapers.id, paperId))
      .returning({ times: issuedPapers.printCount })
      .get()?.times ?? 1
  tx.insert(paperPrints)
    .values({ paperId, times, ...print })
    .run()
  return times
}

/** False when it is void already. */
export function markPaperVoided(
  tx: Tx,
  id: number,
  voided: { at: Instant; by: number | null; reason: string; copiesBack: boolean },
): boolean {
  return (
    tx
      .update(issuedPapers)
      .set({ status: 'voided', voidedAt: voided.at, voidedBy: voided.by, voidReason: voided.reason, copiesBack: voided.copiesBack })
      .where(and(eq(issuedPapers.id, id), eq(issuedPapers.status, 'issued')))
      .run().changes === 1
  )
}

export type PaperFilter = { readonly form: string | null; readonly status: 'issued' | 'voided' | null; readonly period: string | null }

function where({ form, status, period }: PaperFilter, text: string): SQL | undefined {
  const word = `%${text}%`
  return and(
    form === null ? undefined : eq(issuedPapers.form, form),
    status === null ? undefined : eq(issuedPapers.status, status),
    period === null ? undefined : like(issuedPapers.issuedOn, `${period}%`),
    text === '' ? undefined : or(like(issuedPapers.number, word), like(issuedPapers.subject, word)),
  )
}

const p = issuedPapers
// written out: it stands inside queries of one table too, where drizzle drops the table names
const issuer = sql<string>`coalesce((SELECT name FROM users WHERE users.id = issued_papers.issued_by), '命令行')`
const listed = {
  id: issuedPapers.id,
  form: issuedPapers.form,
  title: issuedPapers.title,
  number: issuedPapers.number,
  status: issuedPapers.status,
  subject: issuedPapers.subject,
  hash: issuedPapers.hash,
  issuedAt: issuedPapers.issuedAt,
  issuedBy: sql<string>`coalesce(${users.name}, '命令行')`,
  printCount: issuedPapers.printCount,
  voidedAt: issuedPapers.voidedAt,
  voidReason: issuedPapers.voidReason,
  fromBlank: issuedPapers.fromBlank,
}

/** The papers of an order and of the pieces taken out in it. */
const ofOrders: FieldColumn = {
  where: (test) =>
    sql`((${p.subjectKind} = 'workOrder' AND ${test(sql`${p.subjectId}`)}) OR (${p.subjectKind} = 'returnedPart' AND ${p.subjectId} IN (SELECT id FROM returned_parts WHERE ${test(sql`work_order_id`)})))`,
  order: sql`${p.subjectId}`,
  quick: false,
}

const ofRequests: FieldColumn = {
  where: (test) => sql`(${p.subjectKind} = 'partsRequest' AND ${test(sql`${p.subjectId}`)})`,
  order: sql`${p.subjectId}`,
  quick: false,
}

export const paperList = defineList({
  name: 'papers',
  table: p,
  kinds: paperFields,
  sums: {},
  rows: (db, ids) =>
    db
      .select(listed)
      .from(p)
      .leftJoin(users, eq(users.id, p.issuedBy))
      .where(inArray(p.id, [...ids]))
      .all(),
  columns: {
    number: own(p.number, { indexed: true }),
    form: own(p.form, { indexed: true }),
    subject: own(p.subject),
    status: own(p.status, { indexed: true }),
    printCount: own(p.printCount),
    issuedAt: own(p.issuedAt, { indexed: true }),
    issuedBy: reckoned(issuer),
    voidedAt: own(p.voidedAt),
    voidReason: own(p.voidReason),
    workOrderId: ofOrders,
    requestId: ofRequests,
    mine: ({ userId }) => reckoned(userId === null ? sql`0` : sql`coalesce(${p.issuedBy} = ${userId}, 0)`),
  },
  where: (_, filter: PaperFilter, text) => where(filter, text),
  further: { form: p.issuedAt, status: p.issuedAt },
})

export function findListedPaper(db: Reader, id: number) {
  return db.select(listed).from(issuedPapers).leftJoin(users, eq(users.id, issuedPapers.issuedBy)).where(eq(issuedPapers.id, id)).get()
}

/** Papers of a form issued in a month, in the order of their numbers. */
export function listPaperIds(db: Reader, form: string, period: string): number[] {
  return db
    .select({ id: issuedPapers.id })
    .from(issuedPapers)
    .where(and(eq(issuedPapers.form, form), like(issuedPapers.issuedOn, `${period}%`)))
    .orderBy(asc(issuedPapers.number))
    .all()
    .map((row) => row.id)
}

type Period = { readonly from: LocalDate; readonly to: LocalDate; readonly unprinted: boolean }

function inPeriod({ from, to, unprinted }: Period): SQL | undefined {
  return and(
    eq(issuedPapers.status, 'issued'),
    gte(issuedPapers.issuedOn, from),
    lte(issuedPapers.issuedOn, to),
    unprinted ? eq(issuedPapers.printCount, 0) : undefined,
  )
}

/** Valid papers issued from one day to another, by form. */
export function countPapersOfPeriod(db: Reader, period: Period): { form: string; count: number; again: number }[] {
  return db
    .select({ form: issuedPapers.form, count: sql<number>`count(*)`, again: sql<number>`sum(${issuedPapers.printCount} > 0)` })
    .from(issuedPapers)
    .where(inPeriod(period))
    .groupBy(issuedPapers.form)
    .all()
}

/** The same of one form, in the order of their numbers. */
export function listPapersOfPeriod(db: Reader, form: string, period: Period): number[] {
  return db
    .select({ id: issuedPapers.id })
    .from(issuedPapers)
    .where(and(eq(issuedPapers.form, form), inPeriod(period)))
    .orderBy(asc(issuedPapers.period), asc(issuedPapers.sequence))
    .all()
    .map(({ id }) => id)
}
