import { asc, eq } from 'drizzle-orm'
import { attachments } from '../schema/index.ts'
import type { Reader } from '../types.ts'

/** Files of an order; their bytes lie in the data folder under their hash. */
export function listAttachments(db: Reader, workOrderId: number) {
  return db.select().from(attachments).where(eq(attachments.workOrderId, workOrderId)).orderBy(asc(attachments.id)).all()
}
