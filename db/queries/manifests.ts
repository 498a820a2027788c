import { and, asc, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { manifestFields } from '#domain/list-fields'
import type { Fen } from '#domain/money'
import type { ManifestStatus } from '#domain/words'
import { defineList } from '../list.ts'
import { own, reckoned, through } from '../list-condition.ts'
import { prepared, preparedUpdate } from '../prepared.ts'
import { boxes, manifests, manufacturers } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Manifest = typeof manifests.$inferSelect
export type Box = typeof boxes.$inferSelect

const m = manifests
const boxesOf = sql<number>`(SELECT count(*) FROM boxes b WHERE b.manifest_id = manifests.id)`
const piecesOf = sql<number>`(SELECT coalesce(sum(p.qty), 0) FROM returned_parts p WHERE p.manifest_id = manifests.id)`
const rowColumns = {
  id: m.id,
  no: sql<string>`coalesce(${m.no}, '')`,
  manufacturerId: m.manufacturerId,
  manufacturerName: manufacturers.name,
  status: m.status,
  boxCount: boxesOf,
  pieceCount: piecesOf,
  carrier: m.carrier,
  waybillNo: m.waybillNo,
  createdAt: m.createdAt,
  sealedAt: m.sealedAt,
  shippedAt: m.shippedAt,
}

export type ManifestFilter = { readonly statuses: readonly ManifestStatus[]; readonly manufacturerId: number | null }

function where({ statuses, manufacturerId }: ManifestFilter, text: string): SQL | undefined {
  const word = `%${text}%`
  return and(
    statuses.length > 0 ? inArray(m.status, [...statuses]) : undefined,
    manufacturerId === null ? undefined : eq(m.manufacturerId, manufacturerId),
    text === '' ? undefined : or(like(m.no, word), like(m.waybillNo, word), like(m.carrier, word)),
  )
}

export const manifestList = defineList({
  name: 'manifests',
  table: m,
  kinds: manifestFields,
  sums: { boxCount: boxesOf, pieceCount: piecesOf },
  rows: (db, ids) =>
    db
      .select(rowColumns)
      .from(m)
      .innerJoin(manufacturers, eq(manufacturers.id, m.manufacturerId))
      .where(inArray(m.id, [...ids]))
      .all(),
  columns: {
    no: own(m.no, { indexed: true }),
    status: own(m.status, { indexed: true }),
    manufacturerName: through(m.manufacturerId, manufacturers, manufacturers.name),
    boxCount: reckoned(boxesOf),
    pieceCount: reckoned(piecesOf),
    carrier: own(m.carrier),
    waybillNo: own(m.waybillNo),
    createdAt: own(m.createdAt, { indexed: true }),
    sealedAt: own(m.sealedAt),
    shippedAt: own(m.shippedAt, { indexed: true }),
  },
  where: (_, filter: ManifestFilter, text) => where(filter, text),
})

const manifestQueries = prepared((db) => ({
  byId: db
    .select()
    .from(m)
    .where(eq(m.id, sql.placeholder('id')))
    .prepare(),
  boxes: db
    .select()
    .from(boxes)
    .where(eq(boxes.manifestId, sql.placeholder('id')))
    .orderBy(asc(boxes.boxNo))
    .prepare(),
}))

export function findManifest(db: Reader, id: number): Manifest | undefined {
  return manifestQueries(db).byId.get({ id })
}

export function listBoxes(db: Reader, manifestId: number): Box[] {
  return manifestQueries(db).boxes.all({ id: manifestId })
}

export function insertManifest(
  tx: Tx,
  fields: { manufacturerId: number; packer: string; preparedBy: string; createdAt: Instant; createdBy: number | null },
): number {
  return tx
    .insert(m)
    .values({ ...fields, status: 'draft', method: 'road', payMode: 'collect', freightFen: 0 as Fen })
    .returning({ id: m.id })
    .get().id
}

/** False when someone saved since `revision`. */
export const updateManifest: (tx: Tx, id: number, revision: number, fields: Partial<Omit<Manifest, 'id' | 'revision'>>) => boolean =
  preparedUpdate(manifests)

export function insertBox(tx: Tx, manifestId: number): number {
  const last =
    tx
      .select({ boxNo: sql<number>`coalesce(max(${boxes.boxNo}), 0)` })
      .from(boxes)
      .where(eq(boxes.manifestId, manifestId))
      .get()?.boxNo ?? 0
  tx.insert(boxes)
    .values({ manifestId, boxNo: last + 1 })
    .run()
  return last + 1
}

export function updateBox(
  tx: Tx,
  manifestId: number,
  boxNo: number,
  fields: { weightGrams: number | null; size: string; packing: string },
): boolean {
  return (
    tx
      .update(boxes)
      .set(fields)
      .where(and(eq(boxes.manifestId, manifestId), eq(boxes.boxNo, boxNo)))
      .run().changes === 1
  )
}

/** An empty box of a draft goes; the remaining ones keep their numbers. */
export function deleteBox(tx: Tx, manifestId: number, boxNo: number): void {
  tx.delete(boxes)
    .where(and(eq(boxes.manifestId, manifestId), eq(boxes.boxNo, boxNo)))
    .run()
}
