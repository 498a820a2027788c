import { asc, eq } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { preparedInsert } from '../prepared.ts'
import { users, workOrderChanges } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

const insertChanges = preparedInsert(workOrderChanges)

export function insertOrderChanges(
  tx: Tx,
  workOrderId: number,
  entry: { readonly at: Instant; readonly userId: number | null; readonly changes: readonly unknown[] },
): void {
  insertChanges(tx, { workOrderId, at: entry.at, userId: entry.userId, changes: JSON.stringify(entry.changes) })
}

/** Oldest first; `changes` as they were written. */
export function listOrderChanges(db: Reader, workOrderId: number): { id: number; at: Instant; by: string; changes: unknown }[] {
  return db
    .select({ id: workOrderChanges.id, at: workOrderChanges.at, by: users.name, changes: workOrderChanges.changes })
    .from(workOrderChanges)
    .leftJoin(users, eq(users.id, workOrderChanges.userId))
    .where(eq(workOrderChanges.workOrderId, workOrderId))
    .orderBy(asc(workOrderChanges.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行', changes: JSON.parse(row.changes) }))
}
