import { createHash } from 'node:crypto'
import { and, asc, desc, eq, like, or, sql, type SQL } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { issuedPapers, paperPrints, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import type { SubjectKind } from './step-history.ts'

export type IssuedPaper = typeof issuedPapers.$inferSelect
export type NewPaper = {
  form: string; formVersion: number; number: string; period: string; sequence: number; subjectKind: SubjectKind; subjectId: number; subject: string; title: string
  /** the frozen paper, canonical JSON */
  paper: string; issuedAt: Instant; issuedOn: LocalDate; issuedBy: number | null
}

/** Stores a frozen paper with the sha256 of its content. Triggers refuse any later change. */
export function insertIssuedPaper(tx: Tx, paper: NewPaper): number {
  const hash = createHash('sha256').update(`${paper.form}\n${paper.number}\n${paper.paper}`).digest('hex')
  return tx.insert(issuedPapers).values({ ...paper, status: 'issued', hash }).returning({ id: issuedPapers.id }).get().id
}

export function findPaper(db: Reader, id: number): IssuedPaper | undefined {
  return db.select().from(issuedPapers).where(eq(issuedPapers.id, id)).get()
}

export function findPaperByNumber(db: Reader, form: string, number: string): IssuedPaper | undefined {
  return db.select().from(issuedPapers).where(and(eq(issuedPapers.form, form), eq(issuedPapers.number, number))).get()
}

const papersOfRecord = prepared((db) =>
  db.select({ id: issuedPapers.id, form: issuedPapers.form, number: issuedPapers.number, status: issuedPapers.status, issuedAt: issuedPapers.issuedAt }).from(issuedPapers)
    .where(and(eq(issuedPapers.subjectKind, sql.placeholder('kind')), eq(issuedPapers.subjectId, sql.placeholder('id')))).orderBy(desc(issuedPapers.id)).prepare())

/** Papers of one record, newest first. */
export function listPapersOf(db: Reader, kind: SubjectKind, id: number): { id: number; form: string; number: string; status: 'issued' | 'voided'; issuedAt: Instant }[] {
  return papersOfRecord(db).all({ kind, id })
}

export function listPrints(db: Reader, paperId: number): { at: Instant; by: string; times: number; reason: string }[] {
  return db.select({ at: paperPrints.at, by: users.name, times: paperPrints.times, reason: paperPrints.reason }).from(paperPrints).leftJoin(users, eq(users.id, paperPrints.userId))
    .where(eq(paperPrints.paperId, paperId)).orderBy(asc(paperPrints.id)).all().map((row) => ({ ...row, by: row.by ?? '命令行' }))
}

/** One more print of a paper: 1 = 正式, later ones are 补打 第 n−1 次. */
export function insertPrint(tx: Tx, paperId: number, print: { at: Instant; userId: number | null; reason: string }): number {
  const times = tx.update(issuedPapers).set({ printCount: sql`${issuedPapers.printCount} + 1` }).where(eq(issuedPapers.id, paperId)).returning({ times: issuedPapers.printCount }).get()?.times ?? 1
  tx.insert(paperPrints).values({ paperId, times, ...print }).run()
  return times
}

/** False when it is void already. */
export function markPaperVoided(tx: Tx, id: number, voided: { at: Instant; by: number | null; reason: string; copiesBack: boolean }): boolean {
  return tx.update(issuedPapers).set({ status: 'voided', voidedAt: voided.at, voidedBy: voided.by, voidReason: voided.reason, copiesBack: voided.copiesBack })
    .where(and(eq(issuedPapers.id, id), eq(issuedPapers.status, 'issued'))).run().changes === 1
}

export type PaperFilter = { form: string | null; status: 'issued' | 'voided' | null; period: string | null; text: string }
export type PaperSort = { column: 'number' | 'form' | 'issuedAt' | 'status'; direction: 'asc' | 'desc' }

function where({ form, status, period, text }: PaperFilter): SQL | undefined {
  const word = `%${text}%`
  return and(
    form === null ? undefined : eq(issuedPapers.form, form), status === null ? undefined : eq(issuedPapers.status, status),
    period === null ? undefined : like(issuedPapers.issuedOn, `${period}%`),
    text === '' ? undefined : or(like(issuedPapers.number, word), like(issuedPapers.subject, word)),
  )
}

const listed = {
  id: issuedPapers.id, form: issuedPapers.form, title: issuedPapers.title, number: issuedPapers.number, status: issuedPapers.status, subject: issuedPapers.subject, hash: issuedPapers.hash,
  issuedAt: issuedPapers.issuedAt, issuedBy: sql<string>`coalesce(${users.name}, '命令行')`, printCount: issuedPapers.printCount, voidedAt: issuedPapers.voidedAt, voidReason: issuedPapers.voidReason,
}

export function listPapers(db: Reader, filter: PaperFilter, sort: readonly PaperSort[], offset: number, limit: number) {
  const order = sort.map(({ column, direction }) => (direction === 'asc' ? asc : desc)(issuedPapers[column]))
  return db.select(listed).from(issuedPapers).leftJoin(users, eq(users.id, issuedPapers.issuedBy)).where(where(filter)).orderBy(...order, desc(issuedPapers.id)).limit(limit).offset(offset).all()
}

export function findListedPaper(db: Reader, id: number) {
  return db.select(listed).from(issuedPapers).leftJoin(users, eq(users.id, issuedPapers.issuedBy)).where(eq(issuedPapers.id, id)).get()
}

export function countPapers(db: Reader, filter: PaperFilter): number {
  return db.select({ n: sql<number>`count(*)` }).from(issuedPapers).where(where(filter)).get()?.n ?? 0
}

/** Papers of a form issued in a month, in the order of their numbers. */
export function listPaperIds(db: Reader, form: string, period: string): number[] {
  return db.select({ id: issuedPapers.id }).from(issuedPapers).where(and(eq(issuedPapers.form, form), like(issuedPapers.issuedOn, `${period}%`))).orderBy(asc(issuedPapers.number)).all().map((row) => row.id)
}
