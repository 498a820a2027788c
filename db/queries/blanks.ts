import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import type { BlankSubject } from '#domain/number-register'
import { prepared } from '../prepared.ts'
import { blankNumbers, blankPacks, blankPrints, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type BlankPack = typeof blankPacks.$inferSelect
export type BlankNumber = typeof blankNumbers.$inferSelect
const b = blankNumbers

export function insertBlankPack(tx: Tx, pack: Omit<BlankPack, 'id'>): number {
  return tx.insert(blankPacks).values(pack).returning({ id: blankPacks.id }).get().id
}

export function insertBlank(tx: Tx, blank: Pick<BlankNumber, 'packId' | 'form' | 'number' | 'sequence'>): number {
  return tx
    .insert(b)
    .values({ ...blank, status: 'open' })
    .returning({ id: b.id })
    .get().id
}

export function findBlank(db: Reader, id: number): BlankNumber | undefined {
  return db.select().from(b).where(eq(b.id, id)).get()
}

export function findBlankPack(db: Reader, id: number): (BlankPack & { by: string }) | undefined {
  const row = db
    .select({ pack: blankPacks, by: users.name })
    .from(blankPacks)
    .leftJoin(users, eq(users.id, blankPacks.createdBy))
    .where(eq(blankPacks.id, id))
    .get()
  return row && { ...row.pack, by: row.by ?? '命令行' }
}

export function listBlanksOfPack(db: Reader, packId: number): BlankNumber[] {
  return db.select().from(b).where(eq(b.packId, packId)).orderBy(asc(b.id)).all()
}

export function listBlanks(db: Reader, ids: readonly number[]): BlankNumber[] {
  const byId = new Map(
    db
      .select()
      .from(b)
      .where(inArray(b.id, [...ids]))
      .all()
      .map((blank) => [blank.id, blank]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const boundBlanks = prepared((db) =>
  db
    .select()
    .from(b)
    .where(and(eq(b.subjectKind, sql.placeholder('kind')), eq(b.subjectId, sql.placeholder('id')), eq(b.status, 'open')))
    .prepare(),
)

/** The open numbers kept for a record, of whatever form. */
export function listBlanksFor(db: Reader, kind: string, id: number): BlankNumber[] {
  return boundBlanks(db).all({ kind, id })
}

/** Keeps the number for a record, or (null) for none. False when it is not open any more. */
export function bindBlank(tx: Tx, id: number, subject: { kind: BlankSubject; id: number } | null): boolean {
  return (
    tx
      .update(b)
      .set({ subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null })
      .where(and(eq(b.id, id), eq(b.status, 'open')))
      .run().changes === 1
  )
}

/** False when it is not open any more. */
export function closeBlank(
  tx: Tx,
  id: number,
  closed: { status: 'entered' | 'returned'; at: Instant; by: number | null; reason: string },
): boolean {
  return (
    tx
      .update(b)
      .set({ status: closed.status, closedAt: closed.at, closedBy: closed.by, closeReason: closed.reason })
      .where(and(eq(b.id, id), eq(b.status, 'open')))
      .run().changes === 1
  )
}

/** The paper stored under a number that was just entered. */
export function setPaperOfBlank(tx: Tx, id: number, paperId: number): void {
  tx.update(b).set({ paperId }).where(eq(b.id, id)).run()
}

export function hasOpenBlanks(db: Reader, packId: number): boolean {
  return (
    db
      .select({ id: b.id })
      .from(b)
      .where(and(eq(b.packId, packId), eq(b.status, 'open')))
      .limit(1)
      .get() !== undefined
  )
}

export function insertBlankPrint(tx: Tx, blankId: number, print: { at: Instant; userId: number | null; reason: string }): void {
  const times =
    tx
      .update(b)
      .set({ printCount: sql`${b.printCount} + 1` })
      .where(eq(b.id, blankId))
      .returning({ times: b.printCount })
      .get()?.times ?? 1
  tx.insert(blankPrints)
    .values({ blankId, times, ...print })
    .run()
}

export function listBlankPrints(db: Reader, blankId: number): { at: Instant; by: string; times: number; reason: string }[] {
  return db
    .select({ at: blankPrints.at, by: users.name, times: blankPrints.times, reason: blankPrints.reason })
    .from(blankPrints)
    .leftJoin(users, eq(users.id, blankPrints.userId))
    .where(eq(blankPrints.blankId, blankId))
    .orderBy(asc(blankPrints.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}
