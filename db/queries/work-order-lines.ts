import { and, asc, eq, isNull, notInArray } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import type { ChargeMode } from '#domain/words'
import { workOrderFees, workOrderLabour, workOrderOutings, workOrderParts, workOrderWaits } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import { listOrderPartLines } from './work-orders.ts'

export type PartLineRow = typeof workOrderParts.$inferSelect
type Written<T> = Omit<T, 'id' | 'workOrderId' | 'position'>
export type PartLineFields = Written<PartLineRow> & { readonly id: number | null }
export type LabourLineFields = Written<typeof workOrderLabour.$inferSelect>
export type OutingFields = Written<typeof workOrderOutings.$inferSelect>
export type FeeFields = Written<typeof workOrderFees.$inferSelect>

export function listOrderLines(db: Reader, workOrderId: number) {
  return {
    partLines: listOrderPartLines(db, workOrderId),
    labourLines: db.select().from(workOrderLabour).where(eq(workOrderLabour.workOrderId, workOrderId)).orderBy(asc(workOrderLabour.position)).all(),
    outings: db.select().from(workOrderOutings).where(eq(workOrderOutings.workOrderId, workOrderId)).orderBy(asc(workOrderOutings.position)).all(),
    otherFees: db.select().from(workOrderFees).where(eq(workOrderFees.workOrderId, workOrderId)).orderBy(asc(workOrderFees.position)).all(),
  }
}

/**
 * Writes the part lines as given and returns their ids in the same order. Lines with an id stay the rows they are, since
 * requests and old parts point at them; lines not named are deleted, which the caller has made sure is allowed.
 */
export function replacePartLines(tx: Tx, workOrderId: number, lines: readonly PartLineFields[]): number[] {
  const kept = lines.flatMap(({ id }) => (id === null ? [] : [id]))
  tx.delete(workOrderParts).where(and(eq(workOrderParts.workOrderId, workOrderId), notInArray(workOrderParts.id, kept))).run()
  return lines.map((line, position) => {
    const { id, partId, partCode, partName, unit, qty, priceFen, chargeMode, supplyMode, faultMode, oldPartRequired, oldPartCode, isMain, newSerial, oldSerial, note } = line
    const fields = { position, partId, partCode, partName, unit, qty, priceFen, chargeMode, supplyMode, faultMode, oldPartRequired, oldPartCode, isMain, newSerial, oldSerial, note }
    if (id === null) return tx.insert(workOrderParts).values({ workOrderId, ...fields }).returning({ id: workOrderParts.id }).get().id
    tx.update(workOrderParts).set(fields).where(and(eq(workOrderParts.id, id), eq(workOrderParts.workOrderId, workOrderId))).run()
    return id
  })
}

/** Labour, outings and fees have nothing pointing at them and are written anew. */
export function replaceOtherLines(
  tx: Tx, workOrderId: number,
  { labourLines, outings, otherFees }: { labourLines: readonly LabourLineFields[]; outings: readonly OutingFields[]; otherFees: readonly FeeFields[] },
): void {
  tx.delete(workOrderLabour).where(eq(workOrderLabour.workOrderId, workOrderId)).run()
  tx.delete(workOrderOutings).where(eq(workOrderOutings.workOrderId, workOrderId)).run()
  tx.delete(workOrderFees).where(eq(workOrderFees.workOrderId, workOrderId)).run()
  labourLines.forEach(({ labourCode, labourName, hours, rateFen, chargeMode, technicianId }, position) => {
    tx.insert(workOrderLabour).values({ workOrderId, position, labourCode, labourName, hours, rateFen, chargeMode, technicianId }).run()
  })
  outings.forEach(({ place, oneWayKm, drivenKm, people, days, nights, faresFen, lodgingFen, mealFen, noReceiptApproved, note }, position) => {
    tx.insert(workOrderOutings).values({ workOrderId, position, place, oneWayKm, drivenKm, people, days, nights, faresFen, lodgingFen, mealFen, noReceiptApproved, note }).run()
  })
  otherFees.forEach(({ kind, amountFen, chargeMode, note }, position) => {
    tx.insert(workOrderFees).values({ workOrderId, position, kind, amountFen, chargeMode, note }).run()
  })
}

/** 待旧件入库 → 三包 when the old part is in (domain.md M04). Refresh the order's totals afterwards. */
export function updatePartLineCharge(tx: Tx, id: number, chargeMode: ChargeMode): void {
  tx.update(workOrderParts).set({ chargeMode }).where(eq(workOrderParts.id, id)).run()
}

export function listWaits(db: Reader, workOrderId: number): { from: Instant; to: Instant | null }[] {
  return db.select({ from: workOrderWaits.from, to: workOrderWaits.to }).from(workOrderWaits).where(eq(workOrderWaits.workOrderId, workOrderId)).orderBy(asc(workOrderWaits.id)).all()
}

export function insertWait(tx: Tx, workOrderId: number, from: Instant, to: Instant | null = null): void {
  tx.insert(workOrderWaits).values({ workOrderId, from, to }).run()
}

/** Ends the wait that is running, if any. */
export function markWaitEnded(tx: Tx, workOrderId: number, to: Instant): void {
  tx.update(workOrderWaits).set({ to }).where(and(eq(workOrderWaits.workOrderId, workOrderId), isNull(workOrderWaits.to))).run()
}
