import { and, asc, eq, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import type { Fen } from '#domain/money'
import { requestFields } from '#domain/list-fields'
import type { RequestKind, RequestStatus } from '#domain/words'
import { defineList } from '../list.ts'
import { own, reckoned, through, type FieldColumn, type Who } from '../list-condition.ts'
import { prepared, preparedUpdate } from '../prepared.ts'
import {
  customers,
  manufacturers,
  partsRequestLines,
  partsRequests,
  returnedParts,
  units,
  workOrderParts,
  workOrders,
} from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type PartsRequest = typeof partsRequests.$inferSelect
export type PartsRequestLine = typeof partsRequestLines.$inferSelect

const q = partsRequests
/** Written out: it stands inside queries of one table too, where drizzle drops the table names. */
const partsOfRequest = sql<string>`(SELECT group_concat(l.part_name || ' ×' || l.qty_requested, '、') FROM parts_request_lines l WHERE l.request_id = parts_requests.id)`
const rowColumns = {
  id: partsRequests.id,
  no: partsRequests.no,
  kind: partsRequests.kind,
  status: partsRequests.status,
  workOrderId: partsRequests.workOrderId,
  workOrderNo: workOrders.no,
  customerName: customers.name,
  modelName: units.modelName,
  frameNo: units.frameNo,
  agreedBy: partsRequests.agreedBy,
  createdAt: partsRequests.createdAt,
  sentAt: partsRequests.sentAt,
  arrivedAt: partsRequests.arrivedAt,
  fittedAt: partsRequests.fittedAt,
  oldPartDueOn: partsRequests.oldPartDueOn,
  chargedFen: partsRequests.chargedFen,
  parts: partsOfRequest,
}

export type RequestFilter = { readonly statuses: readonly RequestStatus[]; readonly view: 'open' | 'toCome' | 'unused' | 'all' }

/**
 * Of `parts_requests p`: what the maker sends is not all here. Of a request that came in part the rest is awaited
 * (补登到货); once the repair is done only what the maker says he has sent.
 */
export const isToCome = sql`(p.status IN ('sent', 'shipped') OR p.status IN ('arrived', 'fitted', 'oldPartDue', 'oldPartSent', 'overdue', 'billed') AND EXISTS (SELECT 1 FROM parts_request_lines l WHERE l.request_id = p.id AND l.qty_received < CASE p.status WHEN 'arrived' THEN l.qty_requested ELSE l.qty_sent END))`

/** Of `parts_requests p`: borrowed parts that came when the repair was done and were not fitted, 核销 or not. */
export const isUnused = sql`(p.kind = 'borrow' AND p.status IN ('fitted', 'oldPartDue', 'oldPartSent', 'overdue', 'billed', 'settled') AND p.id IN (SELECT l.request_id FROM parts_request_lines l WHERE l.qty_received > l.qty_fitted))`

export const openRequests: readonly RequestStatus[] = [
  'draft',
  'agreed',
  'sent',
  'shipped',
  'arrived',
  'fitted',
  'oldPartDue',
  'oldPartSent',
  'overdue',
  'billed',
]

function where({ statuses, view }: RequestFilter, text: string): SQL | undefined {
  const word = `%${text}%`
  const inStates = statuses.length > 0 ? statuses : view === 'open' ? openRequests : []
  return and(
    inStates.length > 0 ? inArray(q.status, [...inStates]) : undefined,
    view === 'toCome' || view === 'unused'
      ? sql`${q.id} IN (SELECT p.id FROM parts_requests p WHERE ${view === 'toCome' ? isToCome : isUnused})`
      : undefined,
    text === ''
      ? undefined
      : or(
          like(q.no, word),
          like(q.agreedBy, word),
          sql`${q.workOrderId} IN (SELECT o.id FROM work_orders o JOIN customers c ON c.id = o.customer_id JOIN units u ON u.id = o.unit_id WHERE o.no LIKE ${word} OR c.name LIKE ${word} OR u.frame_no LIKE ${word})`,
        ),
  )
}

function rows(db: Reader, ids: readonly number[]) {
  return db
    .select(rowColumns)
    .from(q)
    .leftJoin(workOrders, eq(workOrders.id, q.workOrderId))
    .leftJoin(customers, eq(customers.id, workOrders.customerId))
    .leftJoin(units, eq(units.id, workOrders.unitId))
    .where(inArray(q.id, [...ids]))
    .all()
}

const ofOrder = (column: FieldColumn | Parameters<typeof own>[0]) => through(q.workOrderId, workOrders, column)

/** 我的: requests this person opened, and those for the repairs of this technician. */
function mine({ userId, technicianId }: Who): FieldColumn {
  return reckoned(
    or(
      userId === null ? undefined : eq(q.createdBy, userId),
      technicianId === null ? undefined : sql`${q.workOrderId} IN (SELECT id FROM work_orders WHERE technician_id = ${technicianId})`,
    ) ?? sql`0`,
  )
}

export const requestList = defineList({
  name: 'partsRequests',
  table: q,
  kinds: requestFields,
  rows,
  sums: { chargedFen: q.chargedFen },
  columns: {
    no: own(q.no, { indexed: true }),
    kind: own(q.kind),
    status: own(q.status, { indexed: true }),
    workOrderNo: ofOrder(workOrders.no),
    customerName: ofOrder(through(workOrders.customerId, customers, own(customers.name, { indexed: true }))),
    modelName: ofOrder(through(workOrders.unitId, units, own(units.modelName, { indexed: true }))),
    frameNo: ofOrder(through(workOrders.unitId, units, own(units.frameNo, { indexed: true }))),
    parts: reckoned(partsOfRequest),
    agreedBy: own(q.agreedBy),
    createdAt: own(q.createdAt, { indexed: true }),
    sentAt: own(q.sentAt),
    arrivedAt: own(q.arrivedAt),
    oldPartDueOn: own(q.oldPartDueOn, { indexed: true }),
    chargedFen: own(q.chargedFen),
    mine,
  },
  where: (_, filter: RequestFilter, text) => where(filter, text),
  usual: ({ view }) => (view !== 'all' ? [sql`${q.oldPartDueOn} IS NULL`, asc(q.oldPartDueOn)] : []),
})

const requestById = prepared((db) =>
  db
    .select()
    .from(partsRequests)
    .where(eq(partsRequests.id, sql.placeholder('id')))
    .prepare(),
)

export function findRequest(db: Reader, id: number): PartsRequest | undefined {
  return requestById(db).get({ id })
}

const requestsOfOrder = prepared((db) =>
  db
    .select()
    .from(partsRequests)
    .where(eq(partsRequests.workOrderId, sql.placeholder('id')))
    .orderBy(asc(partsRequests.id))
    .prepare(),
)
const linesOfRequest = prepared((db) =>
  db
    .select()
    .from(partsRequestLines)
    .where(eq(partsRequestLines.requestId, sql.placeholder('id')))
    .orderBy(asc(partsRequestLines.position))
    .prepare(),
)

export function listRequestsOfOrder(db: Reader, workOrderId: number): PartsRequest[] {
  return requestsOfOrder(db).all({ id: workOrderId })
}

export function listRequestLines(db: Reader, requestId: number): PartsRequestLine[] {
  return linesOfRequest(db).all({ id: requestId })
}

const subjectOfOrder = prepared((db) =>
  db
    .select({ order: workOrders, customer: customers, unit: units, manufacturer: manufacturers })
    .from(workOrders)
    .innerJoin(customers, eq(customers.id, workOrders.customerId))
    .innerJoin(units, eq(units.id, workOrders.unitId))
    .innerJoin(manufacturers, eq(manufacturers.id, workOrders.manufacturerId))
    .where(eq(workOrders.id, sql.placeholder('id')))
    .prepare(),
)

/** Whom the request is for: order, customer and vehicle, when there is an order. */
export function findRequestSubject(db: Reader, workOrderId: number) {
  return subjectOfOrder(db).get({ id: workOrderId })
}

const piecesOfLine = prepared((db) => ({
  required: db
    .select({ required: workOrderParts.oldPartRequired })
    .from(workOrderParts)
    .where(eq(workOrderParts.id, sql.placeholder('id')))
    .prepare(),
  pieces: db
    .select({ labelNo: returnedParts.labelNo, status: returnedParts.status, qty: returnedParts.qty })
    .from(returnedParts)
    .where(eq(returnedParts.partLineId, sql.placeholder('id')))
    .prepare(),
}))

/** Pieces of the old parts that belong to an order's part line, by how far they are. */
export function countOldPieces(db: Reader, workOrderPartLineId: number): { required: boolean; labelled: number; returned: number } {
  const required = piecesOfLine(db).required.get({ id: workOrderPartLineId })?.required ?? false
  const pieces = piecesOfLine(db).pieces.all({ id: workOrderPartLineId })
  const gone = new Set(['shipped', 'received', 'accepted', 'rejected', 'partial', 'appealed', 'disposed'])
  const sum = (rows: typeof pieces) => rows.reduce((total, row) => total + row.qty, 0)
  const owed = pieces.some((piece) => piece.status !== 'exempt')
  return {
    required: required && owed,
    labelled: sum(pieces.filter((piece) => piece.labelNo !== null)),
    returned: sum(pieces.filter((piece) => gone.has(piece.status))),
  }
}

type NewRequest = {
  kind: RequestKind
  manufacturerId: number
  workOrderId: number | null
  receiver: string
  receiverPhone: string
  shipTo: string
  createdAt: Instant
  createdBy: number | null
}

export function insertRequest(tx: Tx, request: NewRequest): number {
  return tx
    .insert(partsRequests)
    .values({ ...request, status: 'draft', chargedFen: 0 as Fen })
    .returning({ id: partsRequests.id })
    .get().id
}

/** False when someone saved since `revision`. */
export const updateRequest: (tx: Tx, id: number, revision: number, fields: Partial<Omit<PartsRequest, 'id' | 'revision'>>) => boolean =
  preparedUpdate(partsRequests)

export function insertRequestLine(tx: Tx, line: Omit<typeof partsRequestLines.$inferInsert, 'id'>): void {
  tx.insert(partsRequestLines).values(line).run()
}

/** Lines of a request not yet sent are written anew as a whole. */
export function replaceRequestLines(
  tx: Tx,
  requestId: number,
  lines: readonly Omit<typeof partsRequestLines.$inferInsert, 'id' | 'requestId' | 'position'>[],
): void {
  tx.delete(partsRequestLines).where(eq(partsRequestLines.requestId, requestId)).run()
  lines.forEach((line, position) => insertRequestLine(tx, { ...line, requestId, position }))
}

export function updateRequestLine(
  tx: Tx,
  id: number,
  quantities: Partial<Pick<PartsRequestLine, 'qtySent' | 'qtyReceived' | 'qtyFitted'>>,
): void {
  tx.update(partsRequestLines).set(quantities).where(eq(partsRequestLines.id, id)).run()
}

/** The part line leaves its order; what was asked for stays written on the request. */
export function detachRequestLines(tx: Tx, workOrderPartLineId: number): void {
  tx.update(partsRequestLines)
    .set({ workOrderPartLineId: null })
    .where(eq(partsRequestLines.workOrderPartLineId, workOrderPartLineId))
    .run()
}

const overdueRequests = prepared((db) =>
  db
    .select()
    .from(partsRequests)
    .where(and(eq(partsRequests.status, 'oldPartDue'), lt(partsRequests.oldPartDueOn, sql.placeholder('today'))))
    .prepare(),
)

/** Requests whose old part should be on its way by now but is not. */
export function listOverdueRequests(db: Reader, today: LocalDate): PartsRequest[] {
  return overdueRequests(db).all({ today })
}
