import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import { dayReceived } from '#domain/policy-terms'
import type { Eligibility } from '#domain/words'
import { cameToNothing } from '#domain/parts-request'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { models, partsRequestLines, partsRequests, units, users, workOrderParts, workOrders } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type WorkOrder = typeof workOrders.$inferSelect
export type NewWorkOrder = Omit<typeof workOrders.$inferInsert, 'id' | 'revision'>
/** All but the row's own keys and its revision, which is counted here. */
export type WorkOrderChange = Partial<Omit<WorkOrder, 'id' | 'no' | 'revision' | 'createdAt' | 'createdBy'>>

export const insertWorkOrder: (tx: Tx, order: NewWorkOrder) => number = preparedInsert(workOrders)

const orderById = prepared((db) =>
  db
    .select()
    .from(workOrders)
    .where(eq(workOrders.id, sql.placeholder('id')))
    .prepare(),
)

export function findWorkOrder(db: Reader, id: number): WorkOrder | undefined {
  return orderById(db).get({ id })
}

export function findWorkOrderByNo(db: Reader, no: string): WorkOrder | undefined {
  return db.select().from(workOrders).where(eq(workOrders.no, no)).get()
}

/** The order an imported ledger line became. */
export function findWorkOrderByLedger(db: Reader, ledgerNo: string): WorkOrder | undefined {
  return db.select().from(workOrders).where(eq(workOrders.ledgerNo, ledgerNo)).get()
}

/** False when someone saved since `revision`. */
export const updateWorkOrder: (tx: Tx, id: number, revision: number, change: WorkOrderChange) => boolean = preparedUpdate(workOrders)

/** Orders of a vehicle whose 三包 decision is not printed yet. */
export function listUnprintedOrders(db: Reader, unitId: number): WorkOrder[] {
  return db
    .select()
    .from(workOrders)
    .where(and(eq(workOrders.unitId, unitId), eq(workOrders.voucherNo, ''), notInArray(workOrders.status, ['closed', 'cancelled'])))
    .all()
}

/** Orders of a maker still under way: nothing on them is settled. */
export function listUnfinishedOrders(db: Reader, manufacturerId: number): WorkOrder[] {
  return db
    .select()
    .from(workOrders)
    .where(
      and(
        eq(workOrders.manufacturerId, manufacturerId),
        isNull(workOrders.finishedAt),
        notInArray(workOrders.status, ['closed', 'cancelled']),
      ),
    )
    .all()
}

/** The decision follows from other records; whoever has the order open has not been overtaken, so its revision stays. */
export function setEligibility(tx: Tx, id: number, eligibility: Eligibility): void {
  tx.update(workOrders).set({ eligibility }).where(eq(workOrders.id, id)).run()
}

/** Orders of a record that was merged into another one; who has one open has not been overtaken, so revisions stay. */
export function moveOrders(tx: Tx, of: 'customer' | 'unit', fromId: number, toId: number): void {
  if (of === 'customer') tx.update(workOrders).set({ customerId: toId }).where(eq(workOrders.customerId, fromId)).run()
  else tx.update(workOrders).set({ unitId: toId }).where(eq(workOrders.unitId, fromId)).run()
}

const partLinesOfOrder = prepared((db) =>
  db
    .select()
    .from(workOrderParts)
    .where(eq(workOrderParts.workOrderId, sql.placeholder('id')))
    .orderBy(asc(workOrderParts.position), asc(workOrderParts.id))
    .prepare(),
)

/** The part lines in the order they are shown and printed. */
export function listOrderPartLines(db: Reader, workOrderId: number) {
  return partLinesOfOrder(db).all({ id: workOrderId })
}

const unitOfOrder = prepared((db) =>
  db
    .select({
      orderNo: workOrders.no,
      manufacturerId: units.manufacturerId,
      modelId: units.modelId,
      purchasedOn: units.purchasedOn,
      exclusions: workOrders.exclusions,
      responsibility: workOrders.responsibility,
      receivedAt: workOrders.receivedAt,
      reportedAt: workOrders.reportedAt,
    })
    .from(workOrders)
    .innerJoin(units, eq(units.id, workOrders.unitId))
    .where(eq(workOrders.id, sql.placeholder('id')))
    .prepare(),
)

/** What policies and old parts ask about the vehicle of an order; `receivedOn`: the day whose terms hold; `manMade` = 人为损坏 is ticked or the user is responsible. */
export function findUnitOfOrder(
  db: Reader,
  workOrderId: number,
):
  | {
      orderNo: string
      manufacturerId: number
      modelId: number | null
      purchasedOn: LocalDate | null
      receivedOn: LocalDate
      manMade: boolean
    }
  | undefined {
  const row = unitOfOrder(db).get({ id: workOrderId })
  if (row === undefined) return undefined
  const { exclusions, responsibility, receivedAt, reportedAt, ...unit } = row
  return {
    ...unit,
    receivedOn: dayReceived({ receivedAt, reportedAt }),
    manMade: exclusions.includes('manMade') || responsibility === 'user',
  }
}

const traitsOfModel = prepared((db) =>
  db
    .select({ usesMileage: models.usesMileage, usesVin: models.usesVin, category: models.category })
    .from(models)
    .where(eq(models.id, sql.placeholder('id')))
    .prepare(),
)

/** Whether the model of a unit has an odometer; without a model on file it is taken to have one. */
export function findModelTraits(db: Reader, modelId: number | null) {
  if (modelId === null) return undefined
  return traitsOfModel(db).get({ id: modelId })
}

const nameOfUser = prepared((db) =>
  db
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare(),
)

/** 命令行 for what nobody signed in for. */
export function findUserName(db: Reader, id: number | null): string {
  if (id === null) return ''
  return nameOfUser(db).get({ id })?.name ?? ''
}

const requestsOfLine = prepared((db) =>
  db
    .select({ no: partsRequests.no, createdAt: partsRequests.createdAt })
    .from(partsRequestLines)
    .innerJoin(partsRequests, eq(partsRequests.id, partsRequestLines.requestId))
    .where(and(eq(partsRequestLines.workOrderPartLineId, sql.placeholder('id')), notInArray(partsRequests.status, [...cameToNothing])))
    .prepare(),
)

/** Numbers of the requests a part line stands on, those that came to nothing apart. */
export function listRequestsOfLine(db: Reader, partLineId: number): { no: string | null; createdAt: Instant }[] {
  return requestsOfLine(db).all({ id: partLineId })
}
