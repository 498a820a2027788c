import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import type { ReturnedPartStatus } from '#domain/words'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { customers, issuedPapers, manifests, parts, returnedParts, units, workOrderParts, workOrders } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type ReturnedPart = typeof returnedParts.$inferSelect

const r = returnedParts
const rowColumns = {
  id: r.id, revision: r.revision, labelNo: sql<string>`coalesce(${r.labelNo}, '')`, status: r.status, workOrderId: r.workOrderId, workOrderNo: workOrders.no,
  voucherNo: workOrders.voucherNo, customerName: customers.name, modelName: units.modelName, frameNo: units.frameNo, manufacturerId: r.manufacturerId, partCode: r.partCode, partName: r.partName,
  qty: r.qty, isMain: r.isMain, faultDesc: r.faultDesc, preliminary: r.preliminary, origin: r.origin, storageBin: r.storageBin, exempt: r.exempt, removedAt: r.removedAt,
  labelledAt: r.labelledAt, dueOn: r.dueOn, borrowed: r.borrowed, manifestId: r.manifestId, manifestNo: sql<string>`coalesce(${manifests.no}, '')`, boxNo: r.boxNo, verdict: r.verdict,
  rejectReason: r.rejectReason, disposal: r.disposal,
  paperId: sql<number | null>`(SELECT max(${issuedPapers.id}) FROM ${issuedPapers} WHERE ${issuedPapers.subjectKind} = 'returnedPart' AND ${issuedPapers.subjectId} = ${r.id} AND ${issuedPapers.status} = 'issued')`,
}

function joined(db: Reader) {
  return db.select(rowColumns).from(r).innerJoin(workOrders, eq(workOrders.id, r.workOrderId)).innerJoin(customers, eq(customers.id, workOrders.customerId))
    .innerJoin(units, eq(units.id, workOrders.unitId)).leftJoin(manifests, eq(manifests.id, r.manifestId))
}

export type ReturnedPartRow = ReturnType<ReturnType<typeof joined>['all']>[number]
export type ReturnedPartView = 'all' | 'toLabel' | 'toPack' | 'late'
export type ReturnedPartFilter = { statuses: readonly ReturnedPartStatus[]; manufacturerId: number | null; view: ReturnedPartView; text: string; today: LocalDate }
export type ReturnedPartSort = { column: 'labelNo' | 'status' | 'dueOn' | 'removedAt' | 'storageBin'; direction: 'asc' | 'desc' }

const notYetGone: ReturnedPartStatus[] = ['toCollect', 'collected', 'labelled', 'packed', 'overdue']

function where({ statuses, manufacturerId, view, text, today }: ReturnedPartFilter): SQL | undefined {
  const word = `%${text}%`
  const views: Record<ReturnedPartView, SQL | undefined> = {
    all: undefined,
    // before the repair is finished nothing has been taken out yet; who tags at the bench does so from the order
    toLabel: or(eq(r.status, 'collected'), and(eq(r.status, 'toCollect'), isNotNull(r.removedAt)), and(eq(r.status, 'overdue'), isNull(r.labelNo))),
    toPack: or(eq(r.status, 'labelled'), and(eq(r.status, 'overdue'), isNotNull(r.labelNo))),
    late: and(inArray(r.status, notYetGone), lt(r.dueOn, today)),
  }
  return and(
    views[view], statuses.length > 0 ? inArray(r.status, [...statuses]) : undefined, manufacturerId === null ? undefined : eq(r.manufacturerId, manufacturerId),
    text === '' ? undefined : or(like(r.labelNo, word), like(r.partName, word), like(r.partCode, word), like(workOrders.no, word), like(customers.name, word), like(units.frameNo, word)),
  )
}

export function listReturnedParts(db: Reader, filter: ReturnedPartFilter, sort: readonly ReturnedPartSort[], offset: number, limit: number): ReturnedPartRow[] {
  const order = sort.map(({ column, direction }) => (direction === 'asc' ? asc : desc)(r[column]))
  // what is still here is worked off by due day, the late ones first; the whole register shows the newest first
  const given = sort.length > 0 || filter.view === 'all' ? order : [sql`${r.dueOn} IS NULL`, asc(r.dueOn)]
  return joined(db).where(where(filter)).orderBy(...given, desc(r.id)).limit(limit).offset(offset).all()
}

export function countReturnedParts(db: Reader, filter: ReturnedPartFilter): { total: number; pieces: number } {
  return db.select({ total: sql<number>`count(*)`, pieces: sql<number>`coalesce(sum(${r.qty}), 0)` }).from(r).innerJoin(workOrders, eq(workOrders.id, r.workOrderId))
    .innerJoin(customers, eq(customers.id, workOrders.customerId)).innerJoin(units, eq(units.id, workOrders.unitId)).where(where(filter)).get() ?? { total: 0, pieces: 0 }
}

const rowQueries = prepared((db) => ({
  byId: joined(db).where(eq(r.id, sql.placeholder('id'))).prepare(),
  byLabel: joined(db).where(eq(r.labelNo, sql.placeholder('labelNo'))).prepare(),
  packed: joined(db).where(eq(r.manifestId, sql.placeholder('manifestId'))).orderBy(asc(r.boxNo), asc(r.packedAt), asc(r.id)).prepare(),
}))

export function findReturnedPartRow(db: Reader, id: number): ReturnedPartRow | undefined {
  return rowQueries(db).byId.get({ id })
}

export function findReturnedPartRowByLabel(db: Reader, labelNo: string): ReturnedPartRow | undefined {
  return rowQueries(db).byLabel.get({ labelNo })
}

export function listPackedParts(db: Reader, manifestId: number): ReturnedPartRow[] {
  return rowQueries(db).packed.all({ manifestId })
}

const pieceById = prepared((db) => db.select().from(r).where(eq(r.id, sql.placeholder('id'))).prepare())
const piecesOfOrder = prepared((db) => db.select().from(r).where(eq(r.workOrderId, sql.placeholder('id'))).orderBy(asc(r.id)).prepare())

export function findReturnedPart(db: Reader, id: number): ReturnedPart | undefined {
  return pieceById(db).get({ id })
}

export function listReturnedPartsOfOrder(db: Reader, workOrderId: number): ReturnedPart[] {
  return piecesOfOrder(db).all({ id: workOrderId })
}

const replacedLine = prepared((db) => ({
  line: db.select({ line: workOrderParts, part: parts }).from(workOrderParts).leftJoin(parts, eq(parts.id, workOrderParts.partId)).where(eq(workOrderParts.id, sql.placeholder('id'))).prepare(),
  registered: db.select({ qty: sql<number>`coalesce(sum(${r.qty}), 0)` }).from(r).where(eq(r.partLineId, sql.placeholder('id'))).prepare(),
}))

/** The order line the piece was taken out for: price, how many were replaced, how many pieces are registered, who made it. */
export function findReplacedLine(db: Reader, partLineId: number) {
  const line = replacedLine(db).line.get({ id: partLineId })
  const registered = replacedLine(db).registered.get({ id: partLineId })?.qty ?? 0
  return line && { ...line, registered }
}

export const insertReturnedPart: (tx: Tx, piece: Omit<typeof returnedParts.$inferInsert, 'id' | 'revision'>) => number = preparedInsert(returnedParts)

/** False when someone saved since `revision`. */
export const updateReturnedPart: (tx: Tx, id: number, revision: number, fields: Partial<Omit<ReturnedPart, 'id' | 'revision'>>) => boolean = preparedUpdate(returnedParts)

/** Pieces nobody has handled yet may vanish with their order line; later ones may not. */
export function deleteUncollectedParts(tx: Tx, partLineId: number): boolean {
  const touched = tx.select({ id: r.id }).from(r).where(and(eq(r.partLineId, partLineId), sql`${r.status} NOT IN ('toCollect', 'exempt')`)).get()
  if (touched) return false
  tx.delete(r).where(eq(r.partLineId, partLineId)).run()
  return true
}

const piecesWithManifest = prepared((db) =>
  db.select({ ...getTableColumns(r), manifestNo: manifests.no }).from(r).leftJoin(manifests, eq(manifests.id, r.manifestId)).where(eq(r.workOrderId, sql.placeholder('id'))).orderBy(asc(r.id)).prepare())

/** The pieces of an order with the number of the list they went on. */
export function listPiecesWithManifest(db: Reader, workOrderId: number): (ReturnedPart & { manifestNo: string | null })[] {
  return piecesWithManifest(db).all({ id: workOrderId })
}

/** Pieces whose day has passed while nobody packed them; the calendar makes them 逾期. */
export function listOverdueParts(db: Reader, today: LocalDate): { id: number }[] {
  return db.select({ id: r.id }).from(r).where(and(inArray(r.status, ['toCollect', 'labelled']), lt(r.dueOn, today))).all()
}
