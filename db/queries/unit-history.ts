import { asc, eq, sql } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import { preparedInsert } from '../prepared.ts'
import { customers, odometerChanges, unitOwners, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

/** Who owned a vehicle since when, and when its odometer was changed. */

export const insertUnitOwner: (tx: Tx, owner: { unitId: number; customerId: number; since: LocalDate }) => void = preparedInsert(unitOwners)

export type OdometerChange = {
  readonly on: LocalDate
  readonly oldReading: number
  readonly newReading: number
  readonly reason: string
  readonly userId: number | null
}

export function insertOdometerChange(tx: Tx, unitId: number, change: OdometerChange): void {
  tx.insert(odometerChanges)
    .values({ unitId, ...change })
    .run()
}

/** Oldest first. */
export function listUnitOwners(db: Reader, unitId: number): { customerId: number; name: string; since: LocalDate }[] {
  return db
    .select({ customerId: unitOwners.customerId, name: customers.name, since: unitOwners.since })
    .from(unitOwners)
    .innerJoin(customers, eq(customers.id, unitOwners.customerId))
    .where(eq(unitOwners.unitId, unitId))
    .orderBy(asc(unitOwners.since), asc(unitOwners.id))
    .all()
}

/** Oldest first; `by` is 命令行 for changes nobody signed in for. */
export function listOdometerChanges(
  db: Reader,
  unitId: number,
): { on: LocalDate; oldReading: number; newReading: number; reason: string; by: string }[] {
  return db
    .select({
      on: odometerChanges.on,
      oldReading: odometerChanges.oldReading,
      newReading: odometerChanges.newReading,
      reason: odometerChanges.reason,
      by: users.name,
    })
    .from(odometerChanges)
    .leftJoin(users, eq(users.id, odometerChanges.userId))
    .where(eq(odometerChanges.unitId, unitId))
    .orderBy(asc(odometerChanges.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}

/** Of another record of the same person. */
export function moveOwnerships(tx: Tx, fromId: number, toId: number): void {
  tx.update(unitOwners).set({ customerId: toId }).where(eq(unitOwners.customerId, fromId)).run()
}

/** Owners and odometer changes of one record of a vehicle become those of the other; what both know stays once. */
export function moveUnitHistory(tx: Tx, fromId: number, toId: number): void {
  tx.run(
    sql`DELETE FROM unit_owners AS gone WHERE gone.unit_id = ${fromId} AND EXISTS (SELECT 1 FROM unit_owners k WHERE k.unit_id = ${toId} AND k.customer_id = gone.customer_id AND k.since = gone.since)`,
  )
  tx.run(sql`DELETE FROM odometer_changes AS gone WHERE gone.unit_id = ${fromId}
    AND EXISTS (SELECT 1 FROM odometer_changes k WHERE k.unit_id = ${toId} AND k."on" = gone."on" AND k.old_reading = gone.old_reading AND k.new_reading = gone.new_reading)`)
  tx.update(unitOwners).set({ unitId: toId }).where(eq(unitOwners.unitId, fromId)).run()
  tx.update(odometerChanges).set({ unitId: toId }).where(eq(odometerChanges.unitId, fromId)).run()
}
