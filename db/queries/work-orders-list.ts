import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { unsentClaims } from '#domain/claim'
import { workOrderFields } from '#domain/list-fields'
import type { Nature, WorkOrderStatus } from '#domain/words'
import { defineList, type Purpose } from '../list.ts'
import { own, reckoned, through, type FieldColumn, type Who } from '../list-condition.ts'
import { claims, customers, units, workOrders } from '../schema/index.ts'
import type { Reader } from '../types.ts'
import { ordersFound } from './work-orders-search.ts'

export type OrderView = 'all' | 'open' | 'toRepair' | 'awaitingParts' | 'notDelivered' | 'notClaimed'
export type OrderFilter = {
  readonly statuses: readonly WorkOrderStatus[]
  readonly nature: Nature | null
  readonly technicianId: number | null
  readonly view: OrderView
}

const viewStatuses: Readonly<Record<Exclude<OrderView, 'all' | 'notClaimed'>, readonly WorkOrderStatus[]>> = {
  open: [
    'reported',
    'toDispatch',
    'waiting',
    'repairing',
    'awaitingParts',
    'finished',
    'inspected',
    'delivered',
    'calledBack',
    'toComplaint',
  ],
  toRepair: ['toDispatch', 'waiting', 'repairing'],
  awaitingParts: ['awaitingParts'],
  notDelivered: ['waiting', 'repairing', 'awaitingParts', 'finished', 'inspected'],
}

/** More orders than this in the asked states: the sorted index is walked, where rows in such states come soon. */
const few = 5_000
const columns = {
  id: workOrders.id,
  no: workOrders.no,
  status: workOrders.status,
  customerName: customers.name,
  customerPhone: customers.phone,
  modelName: units.modelName,
  frameNo: units.frameNo,
  plateNo: units.plateNo,
  nature: workOrders.nature,
  repairType: workOrders.repairType,
  eligibility: workOrders.eligibility,
  reportedAt: workOrders.reportedAt,
  receivedAt: workOrders.receivedAt,
  finishedAt: workOrders.finishedAt,
  technicianName: workOrders.technicianName,
  voucherNo: workOrders.voucherNo,
  totalFen: workOrders.totalFen,
  claimTotalFen: workOrders.claimTotalFen,
}

function rows(db: Reader, ids: readonly number[]) {
  return db
    .select(columns)
    .from(workOrders)
    .innerJoin(customers, eq(customers.id, workOrders.customerId))
    .innerJoin(units, eq(units.id, workOrders.unitId))
    .where(inArray(workOrders.id, [...ids]))
    .all()
}

function where(db: Reader, { statuses, nature, technicianId, view }: OrderFilter, purpose: Purpose): SQL | undefined {
  const inView = view === 'all' || view === 'notClaimed' ? [] : viewStatuses[view]
  return and(
    statusIn(db, statuses, purpose),
    statusIn(db, inView, purpose),
    view === 'notClaimed'
      ? sql`${workOrders.id} IN (SELECT ${claims.workOrderId} FROM ${claims} WHERE ${claims.status} IN ${unsentClaims})`
      : undefined,
    nature === null ? undefined : eq(workOrders.nature, nature),
    technicianId === null ? undefined : eq(workOrders.technicianId, technicianId),
  )
}

/** Few orders are found by their state and sorted; among many the sorted index is walked (`+` hides the column from the index of states). */
function statusIn(db: Reader, statuses: readonly WorkOrderStatus[], purpose: Purpose): SQL | undefined {
  if (statuses.length === 0) return undefined
  const found = inArray(workOrders.status, [...statuses])
  if (purpose === 'count') return found
  const enough = db
    .select({ one: sql`1` })
    .from(workOrders)
    .where(found)
    .limit(few + 1)
    .as('enough')
  const narrow =
    (db
      .select({ n: sql<number>`count(*)` })
      .from(enough)
      .get()?.n ?? 0) <= few
  return narrow ? found : sql`+${workOrders.status} IN ${[...statuses]}`
}

const w = workOrders
const indexed = { indexed: true }

/** 我的: the repairs of a technician, what was taken in or opened by whoever sits at the counter. */
function mine({ userId, technicianId }: Who): FieldColumn {
  return reckoned(
    or(
      technicianId === null ? undefined : eq(w.technicianId, technicianId),
      userId === null ? undefined : or(eq(w.receptionistId, userId), eq(w.createdBy, userId)),
    ) ?? sql`0`,
  )
}

export const workOrderList = defineList({
  name: 'workOrders',
  table: w,
  kinds: workOrderFields,
  rows,
  sums: { totalFen: w.totalFen, claimTotalFen: w.claimTotalFen },
  columns: {
    no: own(w.no, indexed),
    status: own(w.status, indexed),
    customerName: through(w.customerId, customers, own(customers.name, indexed)),
    customerPhone: through(w.customerId, customers, own(customers.phone, indexed)),
    modelName: through(w.unitId, units, own(units.modelName, indexed)),
    frameNo: through(w.unitId, units, own(units.frameNo, indexed)),
    plateNo: through(w.unitId, units, own(units.plateNo, indexed)),
    nature: own(w.nature),
    repairType: own(w.repairType),
    eligibility: own(w.eligibility),
    reportedAt: own(w.reportedAt, indexed),
    receivedAt: own(w.receivedAt, indexed),
    finishedAt: own(w.finishedAt, indexed),
    technicianName: own(w.technicianName),
    voucherNo: own(w.voucherNo, indexed),
    totalFen: own(w.totalFen, indexed),
    claimTotalFen: own(w.claimTotalFen, indexed),
    mine,
  },
  where: (db, filter: OrderFilter, text, purpose) => and(where(db, filter, purpose), ordersFound(db, text, purpose)),
  usual: () => [desc(w.reportedAt)],
  further: { status: w.reportedAt },
})
