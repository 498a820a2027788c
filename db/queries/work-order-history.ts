import { and, asc, desc, eq, gte, isNotNull, lt, ne, sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { faultCodes, odometerChanges, workOrderParts, workOrders, workOrderWaits } from '../schema/index.ts'
import type { Reader } from '../types.ts'

/** ids begin at 1 */
const noOrder = 0

const columns = {
  id: workOrders.id,
  no: workOrders.no,
  status: workOrders.status,
  nature: workOrders.nature,
  repairType: workOrders.repairType,
  reportedAt: workOrders.reportedAt,
  receivedAt: workOrders.receivedAt,
  finishedAt: workOrders.finishedAt,
  deliveredAt: workOrders.deliveredAt,
  mileage: workOrders.mileage,
  repeatOfId: workOrders.repeatOfId,
  faultPart: faultCodes.part,
  faultSystem: faultCodes.system,
  faultMode: faultCodes.mode,
}

const ordersOfUnit = prepared((db) =>
  db
    .select(columns)
    .from(workOrders)
    .leftJoin(faultCodes, eq(faultCodes.id, workOrders.faultCodeId))
    .where(
      and(
        eq(workOrders.unitId, sql.placeholder('unitId')),
        ne(workOrders.id, sql.placeholder('exceptId')),
        ne(workOrders.status, 'cancelled'),
      ),
    )
    .orderBy(asc(workOrders.receivedAt), asc(workOrders.id))
    .prepare(),
)

function fromUnit(db: Reader, unitId: number, exceptId: number | null) {
  return ordersOfUnit(db).all({ unitId, exceptId: exceptId ?? noOrder })
}

const linesOfUnit = prepared((db) => ({
  parts: db
    .select({
      orderId: workOrderParts.workOrderId,
      partId: workOrderParts.partId,
      partCode: workOrderParts.partCode,
      partName: workOrderParts.partName,
      isMain: workOrderParts.isMain,
      faultMode: workOrderParts.faultMode,
    })
    .from(workOrders)
    .innerJoin(workOrderParts, eq(workOrderParts.workOrderId, workOrders.id))
    .where(eq(workOrders.unitId, sql.placeholder('unitId')))
    .orderBy(asc(workOrderParts.position))
    .prepare(),
  waits: db
    .select({ orderId: workOrderWaits.workOrderId, from: workOrderWaits.from, to: workOrderWaits.to })
    .from(workOrders)
    .innerJoin(workOrderWaits, eq(workOrderWaits.workOrderId, workOrders.id))
    .where(eq(workOrders.unitId, sql.placeholder('unitId')))
    .prepare(),
}))

/** Every other order of the unit that was not cancelled, oldest first, with its part lines and waits: what the term and the repeat counter look at. */
export function listOrdersOfUnit(db: Reader, unitId: number, exceptId: number | null) {
  const orders = fromUnit(db, unitId, exceptId)
  if (orders.length === 0) return []
  const { parts: partsQuery, waits: waitsQuery } = linesOfUnit(db)
  const lines = partsQuery.all({ unitId })
  const waits = waitsQuery.all({ unitId })
  return orders.map((order) => ({
    ...order,
    parts: lines.filter((line) => line.orderId === order.id),
    waits: waits.filter((wait) => wait.orderId === order.id),
  }))
}

export type OrderOfUnit = ReturnType<typeof listOrdersOfUnit>[number]

const earlierReading = prepared((db) =>
  db
    .select({ km: workOrders.mileage, at: workOrders.receivedAt })
    .from(workOrders)
    .where(
      and(
        eq(workOrders.unitId, sql.placeholder('unitId')),
        ne(workOrders.id, sql.placeholder('exceptId')),
        ne(workOrders.status, 'cancelled'),
        isNotNull(workOrders.mileage),
        isNotNull(workOrders.receivedAt),
        lt(workOrders.receivedAt, sql.placeholder('before')),
      ),
    )
    .orderBy(desc(workOrders.receivedAt))
    .prepare(),
)

/** The newest reading of the unit before `before` on another order (V-09). */
export function findEarlierReading(
  db: Reader,
  unitId: number,
  exceptId: number | null,
  before: Instant,
): { km: number; at: Instant } | undefined {
  const row = earlierReading(db).get({ unitId, exceptId: exceptId ?? noOrder, before })
  return row === undefined || row.km === null || row.at === null ? undefined : { km: row.km, at: row.at }
}

const odometerChange = prepared((db) =>
  db
    .select({ one: sql<number>`1` })
    .from(odometerChanges)
    .where(and(eq(odometerChanges.unitId, sql.placeholder('unitId')), gte(odometerChanges.on, sql.placeholder('since'))))
    .prepare(),
)

/** Whether 换表 was recorded on or after a day (V-10). */
export function hasOdometerChange(db: Reader, unitId: number, since: LocalDate): boolean {
  return odometerChange(db).get({ unitId, since }) !== undefined
}
