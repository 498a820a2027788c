import { asc, eq } from 'drizzle-orm'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { setInUse, type Changed } from '../in-use.ts'
import { preparedInsert, preparedUpdate } from '../prepared.ts'
import { outlets } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Outlet = typeof outlets.$inferSelect

export function listOutlets(db: Reader): Outlet[] {
  return db.select().from(outlets).orderBy(asc(outlets.code)).all()
}

export function findOutlet(db: Reader, id: number): Outlet | undefined {
  return db.select().from(outlets).where(eq(outlets.id, id)).get()
}

export function findOutletByCode(db: Reader, code: string): Outlet | undefined {
  return db.select().from(outlets).where(eq(outlets.code, code)).get()
}

export const insertOutlet = preparedInsert(outlets)
/** False when another seat was faster. */
export const updateOutlet = preparedUpdate(outlets)

export function setOutletsInUse(tx: Tx, ids: readonly number[], active: boolean): Changed[] {
  return setInUse(tx, outlets, ids, active)
}

export function deleteOutlet(tx: Tx, id: number, revision: number): boolean {
  return deleteUnchanged(tx, outlets, id, revision)
}
