import { and, eq } from 'drizzle-orm'
import { drafts } from '../schema/index.ts'
import type { Tx } from '../types.ts'

/** Typing that was saved or given up; no harm when it is gone already. */
export function deleteDraft(tx: Tx, userId: number, key: string): void {
  tx.delete(drafts).where(and(eq(drafts.userId, userId), eq(drafts.key, key))).run()
}
