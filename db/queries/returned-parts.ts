import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import { returnedPartFields } from '#domain/list-fields'
import type { ReturnedPartStatus } from '#domain/words'
import { defineList } from '../list.ts'
import { own, reckoned, through, type FieldColumn, type Who } from '../list-condition.ts'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { customers, issuedPapers, manifests, parts, returnedParts, units, workOrderParts, workOrders } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type ReturnedPart = typeof returnedParts.$inferSelect

const r = returnedParts
const rowColumns = {
  id: r.id,
  revision: r.revision,
  labelNo: sql<string>`coalesce(${r.labelNo}, '')`,
  status: r.status,
  workOrderId: r.workOrderId,
  workOrderNo: workOrders.no,
  voucherNo: workOrders.voucherNo,
  customerName: customers.name,
  modelName: units.modelName,
  frameNo: units.frameNo,
  manufacturerId: r.manufacturerId,
  partCode: r.partCode,
  partName: r.partName,
  qty: r.qty,
  isMain: r.isMain,
  faultDesc: r.faultDesc,
  preliminary: r.preliminary,
  origin: r.origin,
  storageBin: r.storageBin,
  exempt: r.exempt,
  removedAt: r.removedAt,
  labelledAt: r.labelledAt,
  dueOn: r.dueOn,
  borrowed: r.borrowed,
  manifestId: r.manifestId,
  manifestNo: sql<string>`coalesce(${manifests.no}, '')`,
  boxNo: r.boxNo,
  verdict: r.verdict,
  rejectReason: r.rejectReason,
  disposal: r.disposal,
  paperId: sql<
    number | null
  >`(SELECT max(${issuedPapers.id}) FROM ${issuedPapers} WHERE ${issuedPapers.subjectKind} = 'returnedPart' AND ${issuedPapers.subjectId} = ${r.id} AND ${issuedPapers.status} = 'issued')`,
}

function joined(db: Reader) {
  return db
    .select(rowColumns)
    .from(r)
    .innerJoin(workOrders, eq(workOrders.id, r.workOrderId))
    .innerJoin(customers, eq(customers.id, workOrders.customerId))
    .innerJoin(units, eq(units.id, workOrders.unitId))
    .leftJoin(manifests, eq(manifests.id, r.manifestId))
}

export type ReturnedPartRow = ReturnType<ReturnType<typeof joined>['all']>[number]
export type ReturnedPartView = 'all' | 'toLabel' | 'toPack' | 'late'
export type ReturnedPartFilter = {
  readonly statuses: readonly ReturnedPartStatus[]
  readonly manufacturerId: number | null
  readonly view: ReturnedPartView
}

const notYetGone: ReturnedPartStatus[] = ['toCollect', 'collected', 'labelled', 'packed', 'overdue']

function where({ statuses, manufacturerId, view }: ReturnedPartFilter, text: string, today: LocalDate): SQL | undefined {
  const word = `%${text}%`
  const views: Record<ReturnedPartView, SQL | undefined> = {
    all: undefined,
    // before the repair is finished nothing has been taken out yet; who tags at the bench does so from the order
    toLabel: or(
      eq(r.status, 'collected'),
      and(eq(r.status, 'toCollect'), isNotNull(r.removedAt)),
      and(eq(r.status, 'overdue'), isNull(r.labelNo)),
    ),
    toPack: or(eq(r.status, 'labelled'), and(eq(r.status, 'overdue'), isNotNull(r.labelNo))),
    late: and(inArray(r.status, notYetGone), lt(r.dueOn, today)),
  }
  return and(
    views[view],
    statuses.length > 0 ? inArray(r.status, [...statuses]) : undefined,
    manufacturerId === null ? undefined : eq(r.manufacturerId, manufacturerId),
    text === ''
      ? undefined
      : or(
          like(r.labelNo, word),
          like(r.partName, word),
          like(r.partCode, word),
          sql`${r.workOrderId} IN (SELECT o.id FROM work_orders o JOIN customers c ON c.id = o.customer_id JOIN units u ON u.id = o.unit_id WHERE o.no LIKE ${word} OR c.name LIKE ${word} OR u.frame_no LIKE ${word})`,
        ),
  )
}

const ofOrder = (column: FieldColumn | Parameters<typeof own>[0]) => through(r.workOrderId, workOrders, column)
const indexed = { indexed: true }

/** 我的: pieces this technician took out. */
function mine({ technicianId }: Who): FieldColumn {
  return reckoned(
    technicianId === null ? sql`0` : sql`${r.workOrderId} IN (SELECT id FROM work_orders WHERE technician_id = ${technicianId})`,
  )
}

export const returnedPartList = defineList({
  name: 'returnedParts',
  table: r,
  kinds: returnedPartFields,
  rows: (db, ids) =>
    joined(db)
      .where(inArray(r.id, [...ids]))
      .all(),
  sums: { qty: r.qty },
  columns: {
    labelNo: own(r.labelNo, indexed),
    status: own(r.status, indexed),
    partName: own(r.partName),
    partCode: own(r.partCode),
    faultDesc: own(r.faultDesc),
    storageBin: own(r.storageBin, indexed),
    borrowed: own(r.borrowed),
    workOrderNo: ofOrder(own(workOrders.no, { indexed: true })),
    voucherNo: ofOrder(own(workOrders.voucherNo, { indexed: true })),
    customerName: ofOrder(through(workOrders.customerId, customers, own(customers.name, { indexed: true }))),
    modelName: ofOrder(through(workOrders.unitId, units, own(units.modelName, { indexed: true }))),
    frameNo: ofOrder(through(workOrders.unitId, units, own(units.frameNo, { indexed: true }))),
    removedAt: own(r.removedAt, indexed),
    labelledAt: own(r.labelledAt),
    dueOn: own(r.dueOn, indexed),
    manifestNo: through(r.manifestId, manifests, manifests.no),
    boxNo: own(r.boxNo),
    qty: own(r.qty),
    origin: own(r.origin),
    exempt: own(r.exempt),
    verdict: own(r.verdict),
    workOrderId: own(r.workOrderId),
    mine,
  },
  where: (_, filter: ReturnedPartFilter, text, __, { today }) => where(filter, text, today),
  // what is still here is worked off by due day, the late ones first; the whole register shows the newest first
  usual: ({ view }) => (view === 'all' ? [] : [sql`${r.dueOn} IS NULL`, asc(r.dueOn)]),
})

const rowQueries = prepared((db) => ({
  byId: joined(db)
    .where(eq(r.id, sql.placeholder('id')))
    .prepare(),
  byLabel: joined(db)
    .where(eq(r.labelNo, sql.placeholder('labelNo')))
    .prepare(),
  packed: joined(db)
    .where(eq(r.manifestId, sql.placeholder('manifestId')))
    .orderBy(asc(r.boxNo), asc(r.packedAt), asc(r.id))
    .prepare(),
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

const pieceById = prepared((db) =>
  db
    .select()
    .from(r)
    .where(eq(r.id, sql.placeholder('id')))
    .prepare(),
)
const piecesOfOrder = prepared((db) =>
  db
    .select()
    .from(r)
    .where(eq(r.workOrderId, sql.placeholder('id')))
    .orderBy(asc(r.id))
    .prepare(),
)

export function findReturnedPart(db: Reader, id: number): ReturnedPart | undefined {
  return pieceById(db).get({ id })
}

export function listReturnedPartsOfOrder(db: Reader, workOrderId: number): ReturnedPart[] {
  return piecesOfOrder(db).all({ id: workOrderId })
}

const replacedLine = prepared((db) => ({
  line: db
    .select({ line: workOrderParts, part: parts })
    .from(workOrderParts)
    .leftJoin(parts, eq(parts.id, workOrderParts.partId))
    .where(eq(workOrderParts.id, sql.placeholder('id')))
    .prepare(),
  registered: db
    .select({ qty: sql<number>`coalesce(sum(${r.qty}), 0)` })
    .from(r)
    .where(eq(r.partLineId, sql.placeholder('id')))
    .prepare(),
}))

/** The order line the piece was taken out for: price, how many were replaced, how many pieces are registered, who made it. */
export function findReplacedLine(db: Reader, partLineId: number) {
  const line = replacedLine(db).line.get({ id: partLineId })
  const registered = replacedLine(db).registered.get({ id: partLineId })?.qty ?? 0
  return line && { ...line, registered }
}

export const insertReturnedPart: (tx: Tx, piece: Omit<typeof returnedParts.$inferInsert, 'id' | 'revision'>) => number =
  preparedInsert(returnedParts)

/** False when someone saved since `revision`. */
export const updateReturnedPart: (tx: Tx, id: number, revision: number, fields: Partial<Omit<ReturnedPart, 'id' | 'revision'>>) => boolean =
  preparedUpdate(returnedParts)

/** Pieces that wear no label and went nowhere; false when one does or did: then none is deleted. */
export function deleteUnlabelledParts(tx: Tx, partLineId: number): boolean {
  const touched = tx
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.partLineId, partLineId), or(isNotNull(r.labelNo), sql`${r.status} NOT IN ('toCollect', 'exempt', 'collected')`)))
    .get()
  if (touched) return false
  tx.delete(r).where(eq(r.partLineId, partLineId)).run()
  return true
}

/** Pieces nobody has handled yet may vanish when their line asks for fewer; later ones may not. */
export function deleteUncollectedParts(tx: Tx, partLineId: number): boolean {
  const touched = tx
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.partLineId, partLineId), sql`${r.status} NOT IN ('toCollect', 'exempt')`))
    .get()
  if (touched) return false
  tx.delete(r).where(eq(r.partLineId, partLineId)).run()
  return true
}

const piecesWithManifest = prepared((db) =>
  db
    .select({ ...getTableColumns(r), manifestNo: manifests.no })
    .from(r)
    .leftJoin(manifests, eq(manifests.id, r.manifestId))
    .where(eq(r.workOrderId, sql.placeholder('id')))
    .orderBy(asc(r.id))
    .prepare(),
)

/** The pieces of an order with the number of the list they went on. */
export function listPiecesWithManifest(db: Reader, workOrderId: number): (ReturnedPart & { manifestNo: string | null })[] {
  return piecesWithManifest(db).all({ id: workOrderId })
}

const overdueParts = prepared((db) =>
  db
    .select({ id: r.id })
    .from(r)
    .where(and(inArray(r.status, ['toCollect', 'labelled']), lt(r.dueOn, sql.placeholder('today'))))
    .prepare(),
)

/** Pieces whose day has passed while nobody packed them; the calendar makes them 逾期. */
export function listOverdueParts(db: Reader, today: LocalDate): { id: number }[] {
  return overdueParts(db).all({ today })
}
