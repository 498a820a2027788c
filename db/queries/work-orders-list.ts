import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Nature, WorkOrderStatus } from '#domain/words'
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

/** States in which nearly all orders of a long-running station end up: an index on them would not narrow anything. */
const common: ReadonlySet<WorkOrderStatus> = new Set(['delivered', 'calledBack', 'closed', 'cancelled'])
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
  const ids = db.select({ id: workOrders.id }).from(workOrders).where(and(where(filter), ordersFound(db, text, 'show'))).orderBy(...sorted(sort)).limit(limit).offset(offset).all()
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

function where({ statuses, nature, technicianId, view }: OrderFilter): SQL | undefined {
  return and(
    statusIn(statuses), view === 'all' || view === 'notClaimed' ? undefined : statusIn(viewStatuses[view]),
    view === 'notClaimed' ? sql`${workOrders.id} IN (SELECT ${claims.workOrderId} FROM ${claims} WHERE ${claims.status} IN ('draft', 'ready', 'sentBack'))` : undefined,
    nature === null ? undefined : eq(workOrders.nature, nature), technicianId === null ? undefined : eq(workOrders.technicianId, technicianId),
  )
}

/** With a common state the sorted index is walked (`+` hides the column from the index of states), else the few are found by state. */
function statusIn(statuses: readonly WorkOrderStatus[]): SQL | undefined {
  if (statuses.length === 0) return undefined
  return statuses.some((status) => common.has(status)) ? sql`+${workOrders.status} IN ${[...statuses]}` : inArray(workOrders.status, [...statuses])
}

/** How many match, and what they come to as long as that is worth reading. */
export function countWorkOrders(db: Reader, text: string, filter: OrderFilter): { total: number; sums: Record<string, number> } {
  const which = and(where(filter), ordersFound(db, text, 'count'))
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
