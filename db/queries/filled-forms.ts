import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import type { FilledFormId } from '#domain/form-ids'
import type { SheetContent } from '#domain/gather/gathered'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { filledForms, issuedPapers, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type FilledFormRecord = typeof filledForms.$inferSelect
const f = filledForms

/** The newest of one form, with the number of its paper. */
export function listFilledForms(db: Reader, form: FilledFormId, limit: number) {
  return db
    .select({
      id: f.id,
      subject: f.subject,
      updatedAt: f.updatedAt,
      by: users.name,
      paperId: f.paperId,
      number: issuedPapers.number,
      workOrderId: f.workOrderId,
    })
    .from(f)
    .leftJoin(users, eq(users.id, f.updatedBy))
    .leftJoin(issuedPapers, eq(issuedPapers.id, f.paperId))
    .where(eq(f.form, form))
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}

export function findFilledForm(db: Reader, id: number): FilledFormRecord | undefined {
  return db.select().from(f).where(eq(f.id, id)).get()
}

/** The one of these forms last filled in for an order. */
export function findNewestOfOrder(db: Reader, workOrderId: number, forms: readonly FilledFormId[]): FilledFormRecord | undefined {
  return db
    .select()
    .from(f)
    .where(and(eq(f.workOrderId, workOrderId), inArray(f.form, [...forms])))
    .orderBy(desc(f.updatedAt), desc(f.id))
    .limit(1)
    .get()
}

export function insertFilledForm(
  tx: Tx,
  record: {
    form: FilledFormId
    manufacturerId: number
    workOrderId: number | null
    subject: string
    content: SheetContent
    at: Instant
    by: number | null
  },
): number {
  const { at, by, ...fields } = record
  return tx
    .insert(f)
    .values({ ...fields, createdAt: at, updatedAt: at, updatedBy: by })
    .returning({ id: f.id })
    .get().id
}

/** False when another seat was faster. */
export function updateFilledForm(
  tx: Tx,
  id: number,
  revision: number,
  fields: Partial<Pick<FilledFormRecord, 'manufacturerId' | 'subject' | 'content' | 'paperId' | 'updatedAt' | 'updatedBy'>>,
): boolean {
  return (
    tx
      .update(f)
      .set({ ...fields, revision: revision + 1 })
      .where(and(eq(f.id, id), eq(f.revision, revision)))
      .run().changes === 1
  )
}

export function deleteFilledForm(tx: Tx, id: number, revision: number): boolean {
  return deleteUnchanged(tx, f, id, revision)
}
