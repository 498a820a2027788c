import { and, asc, eq, sql } from 'drizzle-orm'
import { prepared } from '../prepared.ts'
import { attachments, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Attachment = typeof attachments.$inferSelect

const attachmentsOfOrder = prepared((db) =>
  db
    .select({
      id: attachments.id,
      name: attachments.name,
      kind: attachments.kind,
      turns: attachments.turns,
      thumb: attachments.thumb,
      bytes: attachments.bytes,
      sha256: attachments.sha256,
      addedAt: attachments.addedAt,
      addedBy: sql<string>`coalesce(${users.name}, '命令行')`,
    })
    .from(attachments)
    .leftJoin(users, eq(users.id, attachments.addedBy))
    .where(eq(attachments.workOrderId, sql.placeholder('id')))
    .orderBy(asc(attachments.id))
    .prepare(),
)

/** Files of an order; their bytes lie in the data folder under their hash. */
export function listAttachments(db: Reader, workOrderId: number) {
  return attachmentsOfOrder(db).all({ id: workOrderId })
}

export function findAttachment(db: Reader, id: number): Attachment | undefined {
  return db.select().from(attachments).where(eq(attachments.id, id)).get()
}

export function findAttachmentNamed(db: Reader, workOrderId: number, name: string): Attachment | undefined {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.workOrderId, workOrderId), eq(attachments.name, name)))
    .get()
}

export function insertAttachment(tx: Tx, attachment: Omit<typeof attachments.$inferInsert, 'id'>): number {
  return tx.insert(attachments).values(attachment).returning({ id: attachments.id }).get().id
}

/** What it shows and which way up; false when there is no such file. */
export function updateAttachment(tx: Tx, id: number, change: Pick<Attachment, 'kind' | 'turns'>): boolean {
  return tx.update(attachments).set(change).where(eq(attachments.id, id)).run().changes === 1
}

/** The row only: the bytes may stand in a batch file already. */
export function deleteAttachment(tx: Tx, id: number): void {
  tx.delete(attachments).where(eq(attachments.id, id)).run()
}
