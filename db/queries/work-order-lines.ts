import { and, asc, eq, gt, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { pick } from '#domain/pick'
import type { ChargeMode } from '#domain/words'
import { prepared, preparedInsert } from '../prepared.ts'
import { workOrderFees, workOrderLabour, workOrderOutings, workOrderParts, workOrderWaits } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import { listOrderPartLines } from './work-orders.ts'

export type PartLineRow = typeof workOrderParts.$inferSelect
type Written<T> = Omit<T, 'id' | 'workOrderId' | 'position'>
export type PartLineFields = Written<PartLineRow> & { readonly id: number | null }
export type LabourLineFields = Written<typeof workOrderLabour.$inferSelect>
export type OutingFields = Written<typeof workOrderOutings.$inferSelect>
export type FeeFields = Written<typeof workOrderFees.$inferSelect>

const linesOfOrder = prepared((db) => ({
  labour: db
    .select()
    .from(workOrderLabour)
    .where(eq(workOrderLabour.workOrderId, sql.placeholder('id')))
    .orderBy(asc(workOrderLabour.position))
    .prepare(),
  outings: db
    .select()
    .from(workOrderOutings)
    .where(eq(workOrderOutings.workOrderId, sql.placeholder('id')))
    .orderBy(asc(workOrderOutings.position))
    .prepare(),
  fees: db
    .select()
    .from(workOrderFees)
    .where(eq(workOrderFees.workOrderId, sql.placeholder('id')))
    .orderBy(asc(workOrderFees.position))
    .prepare(),
}))

export function listOrderLines(db: Reader, workOrderId: number) {
  const { labour, outings, fees } = linesOfOrder(db)
  const which = { id: workOrderId }
  return {
    partLines: listOrderPartLines(db, workOrderId),
    labourLines: labour.all(which),
    outings: outings.all(which),
    otherFees: fees.all(which),
  }
}

const insertPartLine = preparedInsert(workOrderParts)
const insertLabourLine = preparedInsert(workOrderLabour)

const partLineFields = [
  'partId',
  'partCode',
  'partName',
  'unit',
  'qty',
  'priceFen',
  'chargeMode',
  'supplyMode',
  'faultMode',
  'oldPartRequired',
  'oldPartCode',
  'isMain',
  'newSerial',
  'oldSerial',
  'note',
] as const

/**
 * Writes the part lines as given and returns their ids in the same order. Lines with an id stay the rows they are, since
 * requests and old parts point at them; lines not named are deleted, which the caller has made sure is allowed.
 */
export function replacePartLines(tx: Tx, workOrderId: number, lines: readonly PartLineFields[]): number[] {
  const kept = lines.flatMap(({ id }) => (id === null ? [] : [id]))
  if (kept.length === 0) removeLines(tx).parts.run({ id: workOrderId })
  else
    tx.delete(workOrderParts)
      .where(and(eq(workOrderParts.workOrderId, workOrderId), notInArray(workOrderParts.id, kept)))
      .run()
  return lines.map((line, position) => {
    const { id } = line
    const fields = { position, ...pick(line, partLineFields) }
    if (id === null) return insertPartLine(tx, { workOrderId, ...fields })
    tx.update(workOrderParts)
      .set(fields)
      .where(and(eq(workOrderParts.id, id), eq(workOrderParts.workOrderId, workOrderId)))
      .run()
    return id
  })
}

const removeLines = prepared((db) => ({
  parts: db
    .delete(workOrderParts)
    .where(eq(workOrderParts.workOrderId, sql.placeholder('id')))
    .prepare(),
  labour: db
    .delete(workOrderLabour)
    .where(eq(workOrderLabour.workOrderId, sql.placeholder('id')))
    .prepare(),
  outings: db
    .delete(workOrderOutings)
    .where(eq(workOrderOutings.workOrderId, sql.placeholder('id')))
    .prepare(),
  fees: db
    .delete(workOrderFees)
    .where(eq(workOrderFees.workOrderId, sql.placeholder('id')))
    .prepare(),
}))

/** Labour, outings and fees have nothing pointing at them and are written anew. */
export function replaceOtherLines(
  tx: Tx,
  workOrderId: number,
  {
    labourLines,
    outings,
    otherFees,
  }: { labourLines: readonly LabourLineFields[]; outings: readonly OutingFields[]; otherFees: readonly FeeFields[] },
): void {
  const { labour, outings: trips, fees } = removeLines(tx)
  for (const remove of [labour, trips, fees]) remove.run({ id: workOrderId })
  labourLines.forEach(({ labourCode, labourName, hours, rateFen, chargeMode, technicianId }, position) => {
    insertLabourLine(tx, { workOrderId, position, labourCode, labourName, hours, rateFen, chargeMode, technicianId })
  })
  outings.forEach(
    ({ place, oneWayKm, drivenKm, people, days, nights, faresFen, lodgingFen, mealFen, noReceiptApproved, chargeMode, note }, position) => {
      tx.insert(workOrderOutings)
        .values({
          workOrderId,
          position,
          place,
          oneWayKm,
          drivenKm,
          people,
          days,
          nights,
          faresFen,
          lodgingFen,
          mealFen,
          noReceiptApproved,
          chargeMode,
          note,
        })
        .run()
    },
  )
  otherFees.forEach(({ kind, amountFen, chargeMode, note }, position) => {
    tx.insert(workOrderFees).values({ workOrderId, position, kind, amountFen, chargeMode, note }).run()
  })
}

/** Whom the line is charged to, when its old part is in (domain.md M04) or lost (§3.3). Refresh the order's totals afterwards. */
export function updatePartLineCharge(tx: Tx, id: number, chargeMode: ChargeMode): void {
  tx.update(workOrderParts).set({ chargeMode }).where(eq(workOrderParts.id, id)).run()
}

/** One piece of a line of several becomes a line of its own behind it, charged to somebody else; its id. Refresh the order's totals afterwards. */
export function splitPartLine(tx: Tx, id: number, chargeMode: ChargeMode): number {
  const { id: _, ...line } = tx
    .update(workOrderParts)
    .set({ qty: sql`${workOrderParts.qty} - 1` })
    .where(eq(workOrderParts.id, id))
    .returning()
    .get()
  tx.update(workOrderParts)
    .set({ position: sql`${workOrderParts.position} + 1` })
    .where(and(eq(workOrderParts.workOrderId, line.workOrderId), gt(workOrderParts.position, line.position)))
    .run()
  return insertPartLine(tx, { ...line, position: line.position + 1, qty: 1, chargeMode })
}

/** Everything of the order that the maker was asked for is charged to somebody else (domain.md §3.4 作废). Refresh the order's totals afterwards. */
export function updateClaimedLines(tx: Tx, workOrderId: number, chargeMode: ChargeMode): void {
  for (const table of [workOrderParts, workOrderLabour, workOrderOutings, workOrderFees]) {
    tx.update(table)
      .set({ chargeMode })
      .where(and(eq(table.workOrderId, workOrderId), inArray(table.chargeMode, ['warranty', 'awaitingOldPart'])))
      .run()
  }
}

const waitsOfOrder = prepared((db) =>
  db
    .select({ from: workOrderWaits.from, to: workOrderWaits.to })
    .from(workOrderWaits)
    .where(eq(workOrderWaits.workOrderId, sql.placeholder('id')))
    .orderBy(asc(workOrderWaits.id))
    .prepare(),
)

export function listWaits(db: Reader, workOrderId: number): { from: Instant; to: Instant | null }[] {
  return waitsOfOrder(db).all({ id: workOrderId })
}

export function insertWait(tx: Tx, workOrderId: number, from: Instant, to: Instant | null = null): void {
  tx.insert(workOrderWaits).values({ workOrderId, from, to }).run()
}

/** Ends the wait that is running, if any. */
export function markWaitEnded(tx: Tx, workOrderId: number, to: Instant): void {
  tx.update(workOrderWaits)
    .set({ to })
    .where(and(eq(workOrderWaits.workOrderId, workOrderId), isNull(workOrderWaits.to)))
    .run()
}
