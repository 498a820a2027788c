import { and, asc, desc, eq, inArray, isNull, like, ne, or, sql, type SQL } from 'drizzle-orm'
import { unsentClaims } from '#domain/claim'
import { claimFields } from '#domain/list-fields'
import type { ClaimStatus } from '#domain/words'
import { defineList } from '../list.ts'
import { own, reckoned, through, type FieldColumn } from '../list-condition.ts'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { batches, claims, customers, units, workOrders } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Claim = typeof claims.$inferSelect
export type NewClaim = Omit<typeof claims.$inferInsert, 'id' | 'revision'>

const c = claims
const mainPart = sql<string>`coalesce((SELECT p.part_name FROM work_order_parts p WHERE p.work_order_id = claims.work_order_id ORDER BY p.is_main DESC, p.position LIMIT 1), '')`
const rowColumns = {
  id: c.id,
  revision: c.revision,
  no: c.no,
  status: c.status,
  type: c.type,
  workOrderId: c.workOrderId,
  workOrderNo: workOrders.no,
  voucherNo: workOrders.voucherNo,
  manufacturerId: c.manufacturerId,
  customerName: customers.name,
  modelName: units.modelName,
  frameNo: units.frameNo,
  finishedAt: workOrders.finishedAt,
  totalFen: c.totalFen,
  approvedFen: c.approvedTotalFen,
  batchId: c.batchId,
  batchNo: sql<string>`coalesce(${batches.no}, '')`,
  mainPart,
}

function joined(db: Reader) {
  return db
    .select(rowColumns)
    .from(c)
    .innerJoin(workOrders, eq(workOrders.id, c.workOrderId))
    .innerJoin(customers, eq(customers.id, workOrders.customerId))
    .innerJoin(units, eq(units.id, workOrders.unitId))
    .leftJoin(batches, eq(batches.id, c.batchId))
}

export type ClaimRow = ReturnType<ReturnType<typeof joined>['all']>[number]
export type ClaimFilter = {
  readonly statuses: readonly ClaimStatus[]
  readonly manufacturerId: number | null
  readonly period: string | null
  readonly batchId: number | 'none' | null
}

function where({ statuses, manufacturerId, period, batchId }: ClaimFilter, text: string): SQL | undefined {
  const word = `%${text}%`
  return and(
    statuses.length > 0 ? inArray(c.status, [...statuses]) : undefined,
    manufacturerId === null ? undefined : eq(c.manufacturerId, manufacturerId),
    period === null ? undefined : eq(c.period, period),
    batchId === null ? undefined : batchId === 'none' ? isNull(c.batchId) : eq(c.batchId, batchId),
    text === ''
      ? undefined
      : or(
          like(c.no, word),
          sql`${c.workOrderId} IN (SELECT o.id FROM work_orders o JOIN customers p ON p.id = o.customer_id JOIN units u ON u.id = o.unit_id WHERE o.no LIKE ${word} OR o.voucher_no LIKE ${word} OR p.name LIKE ${word} OR u.frame_no LIKE ${word})`,
        ),
  )
}

const ofOrder = (column: FieldColumn | Parameters<typeof own>[0]) => through(c.workOrderId, workOrders, column)

export const claimList = defineList({
  name: 'claims',
  table: c,
  kinds: claimFields,
  rows: (db, ids) =>
    joined(db)
      .where(inArray(c.id, [...ids]))
      .all(),
  sums: { totalFen: c.totalFen },
  columns: {
    no: own(c.no, { indexed: true }),
    status: own(c.status, { indexed: true }),
    type: own(c.type),
    workOrderNo: ofOrder(own(workOrders.no, { indexed: true })),
    voucherNo: ofOrder(own(workOrders.voucherNo, { indexed: true })),
    customerName: ofOrder(through(workOrders.customerId, customers, own(customers.name, { indexed: true }))),
    modelName: ofOrder(through(workOrders.unitId, units, own(units.modelName, { indexed: true }))),
    frameNo: ofOrder(through(workOrders.unitId, units, own(units.frameNo, { indexed: true }))),
    mainPart: reckoned(mainPart),
    finishedAt: ofOrder(own(workOrders.finishedAt, { indexed: true })),
    totalFen: own(c.totalFen, { indexed: true }),
    approvedFen: own(c.approvedTotalFen),
    batchNo: through(c.batchId, batches, batches.no),
  },
  where: (_, filter: ClaimFilter, text) => where(filter, text),
})

export function findClaimRow(db: Reader, id: number): ClaimRow | undefined {
  return joined(db).where(eq(c.id, id)).get()
}

export function listClaimRowsOfBatch(db: Reader, batchId: number): ClaimRow[] {
  return joined(db).where(eq(c.batchId, batchId)).orderBy(asc(c.no)).all()
}

const claimById = prepared((db) =>
  db
    .select()
    .from(c)
    .where(eq(c.id, sql.placeholder('id')))
    .prepare(),
)
const claimOfOrder = prepared((db) =>
  db
    .select()
    .from(c)
    .where(and(eq(c.workOrderId, sql.placeholder('id')), sql`${c.status} <> 'voided'`))
    .prepare(),
)

export function findClaim(db: Reader, id: number): Claim | undefined {
  return claimById(db).get({ id })
}

/** The living claim of an order; a void one leaves the order without. */
export function findClaimOfOrder(db: Reader, workOrderId: number): Claim | undefined {
  return claimOfOrder(db).get({ id: workOrderId })
}

const anyClaimOfOrder = prepared((db) =>
  db
    .select({ id: c.id })
    .from(c)
    .where(eq(c.workOrderId, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

/** Whether the order ever had a claim, voided ones included: what was given up is not claimed again. */
export function hadClaim(db: Reader, workOrderId: number): boolean {
  return anyClaimOfOrder(db).get({ id: workOrderId }) !== undefined
}

const ofOpenVouchers = (db: Reader) =>
  db.select({ number: workOrders.voucherNo, unitId: workOrders.unitId }).from(c).innerJoin(workOrders, eq(workOrders.id, c.workOrderId))
const isOpen = and(ne(workOrders.voucherNo, ''), inArray(c.status, unsentClaims))
const openVouchers = prepared((db) => ({
  customer: ofOpenVouchers(db)
    .where(and(eq(workOrders.customerId, sql.placeholder('id')), isOpen))
    .orderBy(asc(workOrders.id))
    .limit(1)
    .prepare(),
  unit: ofOpenVouchers(db)
    .where(and(eq(workOrders.unitId, sql.placeholder('id')), isOpen))
    .orderBy(asc(workOrders.id))
    .limit(1)
    .prepare(),
  all: ofOpenVouchers(db).where(isOpen).orderBy(asc(workOrders.id)).prepare(),
}))

/** The first valid voucher of a customer or a vehicle whose claim has not gone to the maker yet. */
export function findOpenVoucher(db: Reader, of: 'customer' | 'unit', id: number): string | null {
  return openVouchers(db)[of].get({ id })?.number ?? null
}

/** Every voucher whose claim has not gone to the maker yet. */
export function listOpenVouchers(db: Reader): { number: string; unitId: number }[] {
  return openVouchers(db).all.all()
}

/** Orders finished in a month (`2026-11`) that charge something to the maker and never had a claim, voided ones included. */
export function listOrdersWithoutClaim(db: Reader, manufacturerId: number, period: string): number[] {
  return db
    .select({ id: workOrders.id })
    .from(workOrders)
    .where(
      and(
        eq(workOrders.manufacturerId, manufacturerId),
        eq(workOrders.finishedMonth, period),
        sql`${workOrders.nature} <> 'paid'`,
        sql`${workOrders.claimTotalFen} > 0`,
        sql`${workOrders.status} NOT IN ('cancelled', 'toExchange')`,
        sql`NOT EXISTS (SELECT 1 FROM claims WHERE claims.work_order_id = ${workOrders.id})`,
      ),
    )
    .orderBy(asc(workOrders.id))
    .all()
    .map(({ id }) => id)
}

const claimOfVoucher = prepared((db) =>
  db
    .select({ no: c.no })
    .from(c)
    .innerJoin(workOrders, eq(workOrders.id, c.workOrderId))
    .where(and(eq(workOrders.voucherNo, sql.placeholder('voucherNo')), sql`${c.status} <> 'voided'`, ne(c.id, sql.placeholder('exceptId'))))
    .prepare(),
)

/** Another living claim made out on the same voucher number (V-14). */
export function findClaimOfVoucher(db: Reader, voucherNo: string, exceptId: number): { no: string } | undefined {
  return claimOfVoucher(db).get({ voucherNo, exceptId })
}

const claimsOfBatch = prepared((db) =>
  db
    .select()
    .from(c)
    .where(eq(c.batchId, sql.placeholder('id')))
    .orderBy(asc(c.no))
    .prepare(),
)

export function listClaimsOfBatch(db: Reader, batchId: number): Claim[] {
  return claimsOfBatch(db).all({ id: batchId })
}

const vouchersOfBatch = prepared((db) =>
  db
    .select({ claimNo: c.no, voucherNo: workOrders.voucherNo })
    .from(c)
    .innerJoin(workOrders, eq(workOrders.id, c.workOrderId))
    .where(and(eq(c.batchId, sql.placeholder('id')), ne(workOrders.voucherNo, '')))
    .orderBy(asc(c.no))
    .prepare(),
)

/** Their vouchers, in the order of `listClaimsOfBatch`; none of them can be voided while its claim is in a batch. */
export function listVouchersOfBatch(db: Reader, batchId: number): { claimNo: string; voucherNo: string }[] {
  return vouchersOfBatch(db).all({ id: batchId })
}

/** In no batch and not gone; `ids`: only these. */
const waitsForBatch = (ids: readonly number[] | null) =>
  and(
    inArray(c.status, unsentClaims),
    isNull(c.batchId),
    ids === null ? undefined : sql`${c.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )

/** What may go into the batch of a month: waiting, or not yet complete, of that month or left over from earlier ones; `ids`: only these. */
export function listClaimsForBatch(db: Reader, manufacturerId: number, period: string, ids: readonly number[] | null): Claim[] {
  return db
    .select()
    .from(c)
    .where(
      and(
        eq(c.manufacturerId, manufacturerId),
        waitsForBatch(ids),
        or(eq(c.period, period), and(eq(c.type, 'additional'), sql`${c.period} < ${period}`)),
      ),
    )
    .orderBy(asc(c.no))
    .all()
}

/** The oldest claims that wait for a batch, those that are ready first. */
export function listOldestForBatch(db: Reader, ids: readonly number[] | null, most: number): Claim[] {
  return db
    .select()
    .from(c)
    .where(waitsForBatch(ids))
    .orderBy(desc(sql`${c.status} = 'ready'`), asc(c.period), asc(c.id))
    .limit(most)
    .all()
}

/** Manufacturers with claims that wait for a batch. */
export function listMakersWithClaims(db: Reader, ids: readonly number[] | null): number[] {
  return db
    .selectDistinct({ id: c.manufacturerId })
    .from(c)
    .where(waitsForBatch(ids))
    .orderBy(asc(c.manufacturerId))
    .all()
    .map(({ id }) => id)
}

export const insertClaim: (tx: Tx, claim: NewClaim) => number = preparedInsert(claims)

/** False when someone saved since `revision`. */
export const updateClaim: (tx: Tx, id: number, revision: number, fields: Partial<Omit<Claim, 'id' | 'no' | 'revision'>>) => boolean =
  preparedUpdate(claims)
