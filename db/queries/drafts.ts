import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { drafts } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

/** A person's unfinished typing, the newest first. */
export function listDrafts(db: Reader, userId: number): { key: string; title: string; savedAt: Instant }[] {
  return db.select({ key: drafts.key, title: drafts.title, savedAt: drafts.savedAt }).from(drafts).where(eq(drafts.userId, userId)).orderBy(desc(drafts.savedAt)).all()
}

export function findDraft(db: Reader, userId: number, key: string): { content: unknown; savedAt: Instant } | undefined {
  const row = db.select({ content: drafts.content, savedAt: drafts.savedAt }).from(drafts).where(and(eq(drafts.userId, userId), eq(drafts.key, key))).get()
  return row && { content: JSON.parse(row.content), savedAt: row.savedAt }
}

/** The latest state of the typing stands; earlier ones are gone. */
export function updateDraft(tx: Tx, userId: number, draft: { key: string; title: string; content: unknown; savedAt: Instant }): void {
  const { key, title, savedAt } = draft
  const content = JSON.stringify(draft.content ?? null)
  tx.insert(drafts).values({ userId, key, title, content, savedAt }).onConflictDoUpdate({ target: [drafts.userId, drafts.key], set: { title, content, savedAt } }).run()
}

/** Typing that was saved or given up; no harm when it is gone already. */
export function deleteDraft(tx: Tx, userId: number, key: string): void {
  tx.delete(drafts).where(and(eq(drafts.userId, userId), eq(drafts.key, key))).run()
}

/** Typing on a record that is no more, whoever typed. */
export function deleteDraftsOf(tx: Tx, key: string): void {
  tx.delete(drafts).where(eq(drafts.key, key)).run()
}
