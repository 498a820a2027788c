import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { zeroFen, type Fen } from '#domain/money'
import type { ClaimStatus, Nature, PaperStatus, WorkOrderStatus } from '#domain/words'
import { claims, issuedPapers, returnedParts, units, workOrderParts, workOrders } from '../schema/index.ts'
import type { Reader } from '../types.ts'

export type StoryOrder = {
  readonly id: number
  readonly no: string
  readonly status: WorkOrderStatus
  readonly nature: Nature
  readonly reportedAt: Instant
  readonly receivedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly mileage: number | null
  readonly customerStatement: string
  readonly faultReason: string
  readonly repairMethod: string
  readonly totalFen: Fen
  readonly customerId: number
  readonly unitId: number
  readonly frameNo: string
  readonly modelName: string
  readonly parts: readonly { readonly code: string; readonly name: string; readonly qty: number }[]
  readonly claim: {
    readonly id: number
    readonly no: string
    readonly status: ClaimStatus
    readonly totalFen: Fen
    readonly approvedFen: Fen | null
  } | null
  readonly papers: readonly { readonly id: number; readonly form: string; readonly number: string; readonly status: PaperStatus }[]
}

const o = workOrders
const orderColumns = {
  id: o.id,
  no: o.no,
  status: o.status,
  nature: o.nature,
  reportedAt: o.reportedAt,
  receivedAt: o.receivedAt,
  finishedAt: o.finishedAt,
  deliveredAt: o.deliveredAt,
  mileage: o.mileage,
  customerStatement: o.customerStatement,
  faultReason: o.faultReason,
  repairMethod: o.repairMethod,
  totalFen: o.totalFen,
  customerId: o.customerId,
  unitId: o.unitId,
  frameNo: units.frameNo,
  modelName: units.modelName,
}

/** The newest repairs of a vehicle with the parts that were changed, their claims and papers. */
export function listUnitRepairs(db: Reader, unitId: number, limit: number): StoryOrder[] {
  return told(
    db,
    db
      .select(orderColumns)
      .from(o)
      .innerJoin(units, eq(units.id, o.unitId))
      .where(eq(o.unitId, unitId))
      .orderBy(desc(o.reportedAt), desc(o.id))
      .limit(limit)
      .all(),
  )
}

/** The newest orders of a customer, whatever the vehicle. */
export function listCustomerRepairs(db: Reader, customerId: number, limit: number): StoryOrder[] {
  return told(
    db,
    db
      .select(orderColumns)
      .from(o)
      .innerJoin(units, eq(units.id, o.unitId))
      .where(eq(o.customerId, customerId))
      .orderBy(desc(o.reportedAt), desc(o.id))
      .limit(limit)
      .all(),
  )
}

export type RepairSums = { readonly orders: number; readonly totalFen: Fen; readonly claimedFen: Fen; readonly approvedFen: Fen }

/** Over all orders, not only those shown; voided claims ask for nothing. */
export function sumRepairs(db: Reader, of: 'customer' | 'unit', id: number): RepairSums {
  const mine = of === 'customer' ? eq(o.customerId, id) : eq(o.unitId, id)
  const money = db
    .select({ orders: sql<number>`count(*)`, totalFen: sql<Fen>`coalesce(sum(${o.totalFen}), 0)` })
    .from(o)
    .where(and(mine, sql`${o.status} <> 'cancelled'`))
    .get()
  const claimed = db
    .select({
      claimedFen: sql<Fen>`coalesce(sum(${claims.totalFen}), 0)`,
      approvedFen: sql<Fen>`coalesce(sum(${claims.approvedTotalFen}), 0)`,
    })
    .from(o)
    .innerJoin(claims, eq(claims.workOrderId, o.id))
    .where(and(mine, sql`${claims.status} <> 'voided'`))
    .get()
  return {
    orders: money?.orders ?? 0,
    totalFen: money?.totalFen ?? zeroFen,
    claimedFen: claimed?.claimedFen ?? zeroFen,
    approvedFen: claimed?.approvedFen ?? zeroFen,
  }
}

type Bare = Omit<StoryOrder, 'parts' | 'claim' | 'papers'>

function told(db: Reader, orders: readonly Bare[]): StoryOrder[] {
  const ids = orders.map(({ id }) => id)
  if (ids.length === 0) return []
  const lines = db
    .select({ orderId: workOrderParts.workOrderId, code: workOrderParts.partCode, name: workOrderParts.partName, qty: workOrderParts.qty })
    .from(workOrderParts)
    .where(inArray(workOrderParts.workOrderId, ids))
    .orderBy(asc(workOrderParts.position), asc(workOrderParts.id))
    .all()
  const claimed = db
    .select({
      orderId: claims.workOrderId,
      id: claims.id,
      no: claims.no,
      status: claims.status,
      totalFen: claims.totalFen,
      approvedFen: claims.approvedTotalFen,
    })
    .from(claims)
    .where(inArray(claims.workOrderId, ids))
    .orderBy(desc(claims.id))
    .all()
  const papers = papersOf(db, ids)
  return orders.map((order) => {
    const claim = claimed.find(({ orderId }) => orderId === order.id)
    return {
      ...order,
      parts: lines.filter(({ orderId }) => orderId === order.id).map(({ code, name, qty }) => ({ code, name, qty })),
      claim: claim ? { id: claim.id, no: claim.no, status: claim.status, totalFen: claim.totalFen, approvedFen: claim.approvedFen } : null,
      papers: papers.filter(({ orderId }) => orderId === order.id).map(({ id, form, number, status }) => ({ id, form, number, status })),
    }
  })
}

/** Vouchers of the orders and labels of their old parts, in the order they were issued. */
function papersOf(db: Reader, orderIds: readonly number[]) {
  const p = issuedPapers
  const columns = { id: p.id, form: p.form, number: p.number, status: p.status }
  const vouchers = db
    .select({ ...columns, orderId: p.subjectId })
    .from(p)
    .where(and(eq(p.subjectKind, 'workOrder'), inArray(p.subjectId, [...orderIds])))
    .all()
  const labels = db
    .select({ ...columns, orderId: returnedParts.workOrderId })
    .from(returnedParts)
    .innerJoin(p, and(eq(p.subjectKind, 'returnedPart'), eq(p.subjectId, returnedParts.id)))
    .where(inArray(returnedParts.workOrderId, [...orderIds]))
    .all()
  return [...vouchers, ...labels].toSorted((a, b) => a.id - b.id)
}
