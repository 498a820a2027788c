import { sql, type SQL } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import type { OrderFact } from '#domain/gather/base-sets'
import type { Span } from '#domain/gather/period'
import type { LabourFact } from '#domain/gather/technicians'
import { hourAmount, type Fen } from '#domain/money'
import type { ChargeMode, Eligibility, FaultMode } from '#domain/words'
import { idList } from '../id-list.ts'
import { ofMaker, yearBefore, type Reach } from '../reach.ts'
import type { Reader } from '../types.ts'

/** Work orders as the monthly reports read them (domain.md §5), by the index of the moment that is asked for; `+` keeps SQLite from one that holds half the table. */

type Row = Omit<OrderFact, 'hasOuting' | 'earlier'> & { readonly hasOuting: number; readonly repeatOfId: number | null }
/** An order before it is known what it repeats. */
export type OrderRow = Omit<OrderFact, 'earlier'> & { readonly repeatOfId: number | null }

const columns = sql`w.id, w.status, w.nature, w.repair_type AS repairType, w.unit_id AS unitId, u.model_name AS model, w.mileage, w.received_at AS receivedAt, w.finished_at AS finishedAt, w.delivered_at AS deliveredAt, w.called_back_at AS calledBackAt,
  w.technician_id AS technicianId, w.repeat_of_id AS repeatOfId, w.labour_fen AS labourFen, w.parts_fen AS partsFen, w.outing_fen AS outingFen, w.other_fen AS otherFen,
  EXISTS (SELECT 1 FROM work_order_outings o WHERE o.work_order_id = w.id) AS hasOuting`

function ordersWhere(db: Reader, maker: Reach, condition: SQL): OrderRow[] {
  const rows: Row[] = db.all(
    sql`SELECT ${columns} FROM work_orders w JOIN units u ON u.id = w.unit_id WHERE ${condition}${ofMaker(sql`+w.manufacturer_id`, maker)} AND w.status <> 'cancelled'`,
  )
  return rows.map((row) => ({ ...row, hasOuting: row.hasOuting === 1 }))
}

export function listFinishedOrders(db: Reader, { from, before }: Span, maker: Reach): OrderRow[] {
  return ordersWhere(db, maker, sql`w.finished_at >= ${from} AND w.finished_at < ${before}`)
}

export function listReceivedOrders(db: Reader, { from, before }: Span, maker: Reach): OrderRow[] {
  return ordersWhere(db, maker, sql`w.received_at >= ${from} AND w.received_at < ${before}`)
}

/** Handed over in the span: repaired within the year before it. */
export function listDeliveredOrders(db: Reader, { from, before }: Span, maker: Reach): OrderRow[] {
  return ordersWhere(
    db,
    maker,
    sql`w.finished_at >= ${yearBefore(from)} AND w.finished_at < ${before} AND w.delivered_at >= ${from} AND w.delivered_at < ${before}`,
  )
}

/** In the shop at that moment and not finished before it: either finished later or not at all. */
export function listOpenOrders(db: Reader, moment: Instant, maker: Reach): OrderRow[] {
  return [
    ...ordersWhere(
      db,
      maker,
      sql`w.status IN ('reported', 'toDispatch', 'waiting', 'repairing', 'awaitingParts', 'toComplaint') AND w.finished_at IS NULL AND +w.received_at < ${moment}`,
    ),
    ...ordersWhere(db, maker, sql`w.finished_at >= ${moment} AND +w.received_at < ${moment}`),
  ]
}

/** The orders of these ids, which others repeat. */
export function listOrdersById(db: Reader, ids: readonly number[]): OrderRow[] {
  return ids.length === 0 ? [] : ordersWhere(db, null, sql`w.id IN ${idList(ids)}`)
}

/** Labour of these orders. */
export function listLabourOf(db: Reader, ids: readonly number[]): LabourFact[] {
  const rows: (Omit<LabourFact, 'amountFen'> & { rateFen: Fen })[] =
    ids.length === 0
      ? []
      : db.all(sql`SELECT work_order_id AS workOrderId, technician_id AS technicianId, hours, rate_fen AS rateFen
    FROM work_order_labour WHERE work_order_id IN ${idList(ids)} ORDER BY work_order_id, position`)
  return rows.map(({ rateFen, ...line }) => ({ ...line, amountFen: hourAmount(line.hours, rateFen) }))
}

/** What is said of an order beside its figures. */
export type OrderWords = {
  readonly id: number
  readonly no: string
  readonly voucherNo: string
  readonly customerName: string
  readonly customerPhone: string
  readonly frameNo: string
  readonly engineNo: string
  readonly statement: string
  readonly faultReason: string
  readonly repairMethod: string
  readonly purchasedOn: LocalDate | null
  readonly eligibility: Eligibility
}

export function listOrderWords(db: Reader, ids: readonly number[]): OrderWords[] {
  return ids.length === 0
    ? []
    : db.all(sql`SELECT w.id, w.no, w.voucher_no AS voucherNo, c.name AS customerName, c.phone AS customerPhone, u.frame_no AS frameNo, u.engine_no AS engineNo,
    w.customer_statement AS statement, w.fault_reason AS faultReason, w.repair_method AS repairMethod, u.purchased_on AS purchasedOn, w.eligibility
    FROM work_orders w JOIN customers c ON c.id = w.customer_id JOIN units u ON u.id = w.unit_id WHERE w.id IN ${idList(ids)}`)
}

export type PartRow = {
  readonly id: number
  readonly workOrderId: number
  readonly partCode: string
  readonly partName: string
  readonly supplier: string
  readonly qty: number
  readonly priceFen: Fen
  readonly catalogueFen: Fen | null
  readonly chargeMode: ChargeMode
  readonly faultMode: FaultMode | null
  readonly isMain: boolean
}

/** Part lines of these orders in their order. `catalogueFen`: 三包价 of the catalogue; null for a part not in it. */
export function listPartsOf(db: Reader, ids: readonly number[]): PartRow[] {
  const rows: (Omit<PartRow, 'isMain'> & { isMain: number })[] =
    ids.length === 0
      ? []
      : db.all(sql`SELECT l.id, l.work_order_id AS workOrderId, l.part_code AS partCode, l.part_name AS partName, coalesce(p.supplier_name, '') AS supplier,
    l.qty, l.price_fen AS priceFen, p.price_fen AS catalogueFen, l.charge_mode AS chargeMode, l.fault_mode AS faultMode, l.is_main AS isMain
    FROM work_order_parts l LEFT JOIN parts p ON p.id = l.part_id WHERE l.work_order_id IN ${idList(ids)} ORDER BY l.work_order_id, l.position`)
  return rows.map((row) => ({ ...row, isMain: row.isMain === 1 }))
}

/** km to add to the reading of a vehicle whose odometer was exchanged. */
export function listOdometerOffsets(db: Reader, unitIds: readonly number[]): ReadonlyMap<number, number> {
  const rows: { id: number; km: number }[] =
    unitIds.length === 0
      ? []
      : db.all(sql`SELECT id, mileage_offset AS km FROM units WHERE mileage_offset <> 0 AND id IN ${idList(unitIds)}`)
  return new Map(rows.map(({ id, km }) => [id, km]))
}

/** Orders called back in a span: repaired within the year before it. */
export function countCalledBack(db: Reader, { from, before }: Span, maker: Reach): number {
  return (
    db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM work_orders w WHERE w.finished_at >= ${yearBefore(from)} AND w.finished_at < ${before} AND w.called_back_at >= ${from} AND w.called_back_at < ${before}${ofMaker(sql`+w.manufacturer_id`, maker)}`,
    )[0]?.n ?? 0
  )
}

/** Of each of these services, how many the vehicle had here before it. */
export function countServicesBefore(db: Reader, ids: readonly number[]): ReadonlyMap<number, number> {
  const rows: { id: number; n: number }[] =
    ids.length === 0
      ? []
      : db.all(sql`SELECT w.id, count(*) AS n FROM work_orders w JOIN work_orders e ON e.unit_id = w.unit_id AND e.repair_type IN ('firstService', 'periodicService')
    AND e.finished_at < w.finished_at AND e.status <> 'cancelled' WHERE w.id IN ${idList(ids)} GROUP BY w.id`)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Orders in the shop at that moment that were waiting for parts then. */
export function countWaiting(db: Reader, moment: Instant, openIds: readonly number[]): number {
  return (
    db.all<{ n: number }>(
      sql`SELECT count(DISTINCT work_order_id) AS n FROM work_order_waits WHERE work_order_id IN ${idList(openIds)} AND "from" < ${moment} AND ("to" IS NULL OR "to" >= ${moment})`,
    )[0]?.n ?? 0
  )
}
