import { and, desc, eq, not, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { drafts, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

/** Whose typing, on which record, at which seat. */
export type DraftPlace = { readonly userId: number; readonly key: string; readonly seat: string }

const at = ({ userId, key, seat }: DraftPlace) => and(eq(drafts.userId, userId), eq(drafts.key, key), eq(drafts.seat, seat))

/** A person's unfinished typing, the newest first; of one record typed on at two seats the newer. */
export function listDrafts(db: Reader, userId: number): { key: string; title: string; savedAt: Instant }[] {
  const rows = db
    .select({ key: drafts.key, title: drafts.title, savedAt: drafts.savedAt })
    .from(drafts)
    .where(eq(drafts.userId, userId))
    .orderBy(desc(drafts.savedAt))
    .all()
  return rows.filter((row, index) => rows.findIndex(({ key }) => key === row.key) === index)
}

/** The typing of this seat, else the person's newest at another (a browser paired anew is another seat). */
export function findDraft(db: Reader, place: DraftPlace): { content: unknown; savedAt: Instant; seat: string } | undefined {
  const { userId, key, seat } = place
  const row = db
    .select({ content: drafts.content, savedAt: drafts.savedAt, seat: drafts.seat })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.key, key)))
    .orderBy(sql`${drafts.seat} = ${seat} desc`, desc(drafts.savedAt))
    .limit(1)
    .get()
  return row && { ...row, content: JSON.parse(row.content) }
}

/** What is being typed on a record everywhere else. */
export function listOtherDrafts(db: Reader, place: DraftPlace): { userId: number; name: string; content: unknown; savedAt: Instant }[] {
  return db
    .select({ userId: drafts.userId, name: users.name, content: drafts.content, savedAt: drafts.savedAt })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.userId))
    .where(and(eq(drafts.key, place.key), not(sql`(${at(place)})`)))
    .orderBy(desc(drafts.savedAt))
    .all()
    .map((row) => ({ ...row, content: JSON.parse(row.content) }))
}

/** The latest state of the typing stands; earlier ones are gone. */
export function updateDraft(tx: Tx, place: DraftPlace, draft: { title: string; content: unknown; savedAt: Instant }): void {
  const { title, savedAt } = draft
  const content = JSON.stringify(draft.content ?? null)
  tx.insert(drafts)
    .values({ ...place, title, content, savedAt })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.key, drafts.seat], set: { title, content, savedAt } })
    .run()
}

/** Typing taken over from another seat belongs to this one from now on. */
export function updateDraftSeat(tx: Tx, place: DraftPlace, from: string): void {
  if (from === place.seat) return
  deleteDraft(tx, place)
  tx.update(drafts)
    .set({ seat: place.seat })
    .where(at({ ...place, seat: from }))
    .run()
}

/** Typing that was saved or given up; no harm when it is gone already. */
export function deleteDraft(tx: Tx, place: DraftPlace): void {
  tx.delete(drafts).where(at(place)).run()
}

/** Typing on a record that is no more, whoever typed. */
export function deleteDraftsOf(tx: Tx, key: string): void {
  tx.delete(drafts).where(eq(drafts.key, key)).run()
}
