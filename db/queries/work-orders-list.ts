import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Nature, WorkOrderStatus } from '#domain/words'
import { betweenChanges } from '../between-changes.ts'
import type { Page } from '../page.ts'
import { claims, customers, units, workOrders } from '../schema/index.ts'
import type { Reader } from '../types.ts'
import { ordersFound } from './work-orders-search.ts'

export type OrderColumn = 'no' | 'status' | 'reportedAt' | 'receivedAt' | 'finishedAt' | 'totalFen' | 'claimTotalFen'
export type OrderView = 'all' | 'open' | 'toRepair' | 'awaitingParts' | 'notDelivered' | 'notClaimed'
export type OrderFilter = { readonly statuses: readonly WorkOrderStatus[]; readonly nature: Nature | null; readonly technicianId: number | null; readonly view: OrderView }

const viewStatuses: Readonly<Record<Exclude<OrderView, 'all' | 'notClaimed'>, readonly WorkOrderStatus[]>> = {
  open: ['reported', 'toDispatch', 'waiting', 'repairing', 'awaitingParts', 'finished', 'inspected', 'delivered', 'calledBack', 'toComplaint'],
  toRepair: ['toDispatch', 'waiting', 'repairing'],
  awaitingParts: ['awaitingParts'],
  notDelivered: ['waiting', 'repairing', 'awaitingParts', 'finished', 'inspected'],
}

/** More orders than this in the asked states: the sorted index is walked, where rows in such states come soon. */
const few = 5_000
/** Beyond so many matching rows their sums are not worth the reading (they need the rows themselves, not an index). */
const summable = 20_000

const columns = {
  id: workOrders.id, no: workOrders.no, status: workOrders.status, customerName: customers.name, customerPhone: customers.phone, modelName: units.modelName,
  frameNo: units.frameNo, plateNo: units.plateNo, nature: workOrders.nature, repairType: workOrders.repairType, eligibility: workOrders.eligibility,
  reportedAt: workOrders.reportedAt, receivedAt: workOrders.receivedAt, finishedAt: workOrders.finishedAt, technicianName: workOrders.technicianName,
  voucherNo: workOrders.voucherNo, totalFen: workOrders.totalFen, claimTotalFen: workOrders.claimTotalFen,
}

/** One block of the grid: the ids by the index of the sorted column, then only their rows. */
export function listWorkOrders(db: Reader, { offset, limit, sort, text }: Page<OrderColumn>, filter: OrderFilter) {
  const ids = db.select({ id: workOrders.id }).from(workOrders).where(and(where(db, filter, 'show'), ordersFound(db, text, 'show'))).orderBy(...sorted(sort)).limit(limit).offset(offset).all()
  if (ids.length === 0) return []
  const rows = db.select(columns).from(workOrders).innerJoin(customers, eq(customers.id, workOrders.customerId)).innerJoin(units, eq(units.id, workOrders.unitId))
    .where(inArray(workOrders.id, ids.map(({ id }) => id))).all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap(({ id }) => byId.get(id) ?? [])
}

/** The last sort direction goes on to the id (after a state: to the day of report), so that an index serves the whole order. */
function sorted(sort: Page<OrderColumn>['sort']): SQL[] {
  const order = sort.length > 0 ? sort : [{ column: 'reportedAt', direction: 'desc' } as const]
  const last = order.at(-1)
  const towards = last?.direction === 'asc' ? asc : desc
  return [
    ...order.map(({ column, direction }) => (direction === 'asc' ? asc : desc)(workOrders[column])),
    ...(last?.column === 'status' ? [towards(workOrders.reportedAt)] : []), towards(workOrders.id),
  ]
}

function where(db: Reader, { statuses, nature, technicianId, view }: OrderFilter, purpose: 'show' | 'count'): SQL | undefined {
  const inView = view === 'all' || view === 'notClaimed' ? [] : viewStatuses[view]
  return and(
    statusIn(db, statuses, purpose), statusIn(db, inView, purpose),
    view === 'notClaimed' ? sql`${workOrders.id} IN (SELECT ${claims.workOrderId} FROM ${claims} WHERE ${claims.status} IN ('draft', 'ready', 'sentBack'))` : undefined,
    nature === null ? undefined : eq(workOrders.nature, nature), technicianId === null ? undefined : eq(workOrders.technicianId, technicianId),
  )
}

/** Few orders are found by their state and sorted; among many the sorted index is walked (`+` hides the column from the index of states). */
function statusIn(db: Reader, statuses: readonly WorkOrderStatus[], purpose: 'show' | 'count'): SQL | undefined {
  if (statuses.length === 0) return undefined
  const found = inArray(workOrders.status, [...statuses])
  if (purpose === 'count') return found
  const enough = db.select({ one: sql`1` }).from(workOrders).where(found).limit(few + 1).as('enough')
  const narrow = (db.select({ n: sql<number>`count(*)` }).from(enough).get()?.n ?? 0) <= few
  return narrow ? found : sql`+${workOrders.status} IN ${[...statuses]}`
}

type Totals = { total: number; sums: Record<string, number> }
const kept = betweenChanges<Totals>()

/** How many match, and what they come to as long as that is worth reading. */
export function countWorkOrders(db: Reader, text: string, filter: OrderFilter): Totals {
  return kept(db, JSON.stringify([text, filter]), () => counted(db, text, filter))
}

function counted(db: Reader, text: string, filter: OrderFilter): Totals {
  const which = and(where(db, filter, 'count'), ordersFound(db, text, 'count'))
  const total = db.select({ n: sql<number>`count(*)` }).from(workOrders).where(which).get()?.n ?? 0
  if (which === undefined) return { total, sums: { totalFen: sumOf(db, 'total_fen'), claimTotalFen: sumOf(db, 'claim_total_fen') } }
  if (total > summable) return { total, sums: {} }
  const sums = db.select({ totalFen: sql<number>`coalesce(sum(${workOrders.totalFen}), 0)`, claimTotalFen: sql<number>`coalesce(sum(${workOrders.claimTotalFen}), 0)` }).from(workOrders).where(which).get()
  return { total, sums: { ...sums } }
}

/** Over all orders, read from the index of the column alone. */
function sumOf(db: Reader, column: 'total_fen' | 'claim_total_fen'): number {
  return db.get<{ sum: number }>(sql`SELECT coalesce(sum(${sql.identifier(column)}), 0) AS sum FROM work_orders`).sum
}
