import { and, asc, eq, ne } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { savedViews } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type SavedView = typeof savedViews.$inferSelect
const v = savedViews

/** A person's views of one grid, by name. */
export function listSavedViews(db: Reader, userId: number, grid: string): SavedView[] {
  return db
    .select()
    .from(v)
    .where(and(eq(v.userId, userId), eq(v.grid, grid)))
    .orderBy(asc(v.name))
    .all()
}

/** Only the person's own; somebody else's is as if it did not exist. */
export function findSavedView(db: Reader, userId: number, id: number): SavedView | undefined {
  return db
    .select()
    .from(v)
    .where(and(eq(v.userId, userId), eq(v.id, id)))
    .get()
}

export function insertSavedView(tx: Tx, view: { userId: number; grid: string; name: string; state: unknown; savedAt: Instant }): number {
  return tx
    .insert(v)
    .values({ ...view, isDefault: false })
    .returning({ id: v.id })
    .get().id
}

export function updateSavedView(tx: Tx, id: number, fields: { name: string; state: unknown; savedAt: Instant }): void {
  tx.update(v).set(fields).where(eq(v.id, id)).run()
}

export function deleteSavedView(tx: Tx, id: number): void {
  tx.delete(v).where(eq(v.id, id)).run()
}

/** The one the grid opens with; null: none. */
export function markDefaultView(tx: Tx, userId: number, grid: string, id: number | null): void {
  const ofGrid = and(eq(v.userId, userId), eq(v.grid, grid))
  tx.update(v)
    .set({ isDefault: false })
    .where(id === null ? ofGrid : and(ofGrid, ne(v.id, id)))
    .run()
  if (id !== null)
    tx.update(v)
      .set({ isDefault: true })
      .where(and(ofGrid, eq(v.id, id)))
      .run()
}
