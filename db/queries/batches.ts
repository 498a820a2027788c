import { createHash } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNotNull, like, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Instant, LocalDate } from '#domain/dates'
import { batchFields } from '#domain/list-fields'
import type { Fen } from '#domain/money'
import type { BatchStatus } from '#domain/words'
import { defineList } from '../list.ts'
import { own, reckoned, through } from '../list-condition.ts'
import { prepared, preparedUpdate } from '../prepared.ts'
import { batches, batchFiles, manufacturers, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Batch = typeof batches.$inferSelect

const b = batches
const seconds = alias(users, 'seconds')
// written out: it stands inside queries of one table too, where drizzle drops the table names
const handler = sql<string>`coalesce((SELECT name FROM users WHERE users.id = batches.handler_id), CASE WHEN batches.sealed_at IS NULL THEN '' ELSE '命令行' END)`
const rowColumns = {
  id: b.id,
  revision: b.revision,
  no: sql<string>`coalesce(${b.no}, '')`,
  manufacturerId: b.manufacturerId,
  manufacturerName: manufacturers.name,
  status: b.status,
  periodFrom: b.periodFrom,
  periodTo: b.periodTo,
  claimCount: b.claimCount,
  totalFen: b.totalFen,
  approvedFen: b.approvedFen,
  handler,
  secondHandler: sql<string>`coalesce(${seconds.name}, '')`,
  singlePerson: b.singlePerson,
  sealedAt: b.sealedAt,
  exportedAt: b.exportedAt,
  hash: b.hash,
}

function joined(db: Reader) {
  return db
    .select(rowColumns)
    .from(b)
    .innerJoin(manufacturers, eq(manufacturers.id, b.manufacturerId))
    .leftJoin(seconds, eq(seconds.id, b.secondHandlerId))
}

export type BatchRow = ReturnType<ReturnType<typeof joined>['all']>[number]
export type BatchFilter = { readonly statuses: readonly BatchStatus[]; readonly manufacturerId: number | null }

function where({ statuses, manufacturerId }: BatchFilter, text: string): SQL | undefined {
  return and(
    statuses.length > 0 ? inArray(b.status, [...statuses]) : undefined,
    manufacturerId === null ? undefined : eq(b.manufacturerId, manufacturerId),
    text === '' ? undefined : like(b.no, `%${text}%`),
  )
}

export const batchList = defineList({
  name: 'batches',
  table: b,
  kinds: batchFields,
  rows: (db, ids) =>
    joined(db)
      .where(inArray(b.id, [...ids]))
      .all(),
  sums: { totalFen: b.totalFen },
  columns: {
    no: own(b.no, { indexed: true }),
    status: own(b.status, { indexed: true }),
    manufacturerName: through(b.manufacturerId, manufacturers, manufacturers.name),
    periodFrom: own(b.periodFrom),
    claimCount: own(b.claimCount),
    totalFen: own(b.totalFen, { indexed: true }),
    approvedFen: own(b.approvedFen),
    handler: reckoned(handler),
    secondHandler: through(b.secondHandlerId, users, users.name),
    sealedAt: own(b.sealedAt),
    exportedAt: own(b.exportedAt),
    // 我的: sealed or confirmed by this person
    mine: ({ userId }) =>
      reckoned(
        userId === null
          ? sql`0`
          : sql`coalesce(${b.handlerId} = ${userId} OR ${b.secondHandlerId} = ${userId} OR ${b.createdBy} = ${userId}, 0)`,
      ),
  },
  where: (_, filter: BatchFilter, text) => where(filter, text),
})

export function findBatchRow(db: Reader, id: number): BatchRow | undefined {
  return joined(db).where(eq(b.id, id)).get()
}

const batchById = prepared((db) =>
  db
    .select()
    .from(b)
    .where(eq(b.id, sql.placeholder('id')))
    .prepare(),
)

export function findBatch(db: Reader, id: number): Batch | undefined {
  return batchById(db).get({ id })
}

/** The batch where it is sealed; `id` null: in none. */
export function findSealedBatch(db: Reader, id: number | null): (Batch & { readonly sealedAt: Instant }) | undefined {
  const batch = id === null ? undefined : findBatch(db, id)
  return batch === undefined || batch.sealedAt === null ? undefined : { ...batch, sealedAt: batch.sealedAt }
}

export function findBatchByNo(db: Reader, no: string): Batch | undefined {
  return db.select().from(b).where(eq(b.no, no)).get()
}

/** The open draft of a maker and period, so that building twice fills the same batch. */
export function findDraftBatch(db: Reader, manufacturerId: number, periodFrom: LocalDate): Batch | undefined {
  return db
    .select()
    .from(b)
    .where(and(eq(b.manufacturerId, manufacturerId), eq(b.periodFrom, periodFrom), eq(b.status, 'draft')))
    .get()
}

export function insertBatch(
  tx: Tx,
  batch: { manufacturerId: number; periodFrom: LocalDate; periodTo: LocalDate; createdAt: Instant; createdBy: number | null },
): number {
  return tx
    .insert(b)
    .values({ ...batch, status: 'draft', singlePerson: false, claimCount: 0, totalFen: 0 as Fen })
    .returning({ id: b.id })
    .get().id
}

/** False when someone saved since `revision`. */
export const updateBatch: (
  tx: Tx,
  id: number,
  revision: number,
  fields: Partial<Omit<Batch, 'id' | 'revision' | 'document' | 'hash'>>,
) => boolean = preparedUpdate(batches)

/** Freezes batch.json; the sha256 of its bytes is what F19 prints the beginning of (settled.md 19). */
export function freezeBatchDocument(tx: Tx, id: number, text: string): string {
  const document = Buffer.from(text, 'utf8')
  const hash = createHash('sha256').update(document).digest('hex')
  tx.update(b).set({ document, hash }).where(eq(b.id, id)).run()
  return hash
}

/** Unsealing forgets the frozen document; the number stays. */
export function thawBatchDocument(tx: Tx, id: number): void {
  tx.update(b).set({ document: null, hash: '' }).where(eq(b.id, id)).run()
}

/** batch.json as frozen. */
export function findBatchDocument(db: Reader, id: number): Uint8Array | undefined {
  return db.select({ document: b.document }).from(b).where(eq(b.id, id)).get()?.document ?? undefined
}

export function listBatchFiles(db: Reader, batchId: number) {
  return db
    .select({
      id: batchFiles.id,
      name: batchFiles.name,
      bytes: batchFiles.bytes,
      sha256: batchFiles.sha256,
      at: batchFiles.at,
      by: sql<string>`coalesce(${users.name}, '命令行')`,
    })
    .from(batchFiles)
    .leftJoin(users, eq(users.id, batchFiles.userId))
    .where(eq(batchFiles.batchId, batchId))
    .orderBy(asc(batchFiles.id))
    .all()
}

export function insertBatchFile(
  tx: Tx,
  file: { batchId: number; name: string; bytes: number; sha256: string; at: Instant; userId: number | null },
): void {
  tx.insert(batchFiles).values(file).run()
}

/** Sealed batches of a manufacturer, the newest first. */
export function listBatchNumbers(db: Reader, manufacturerId: number, limit: number): { id: number; no: string }[] {
  return db
    .select({ id: b.id, no: sql<string>`${b.no}` })
    .from(b)
    .where(and(eq(b.manufacturerId, manufacturerId), isNotNull(b.no)))
    .orderBy(desc(b.periodFrom), desc(b.id))
    .limit(limit)
    .all()
}

/** After an unsealing the next export is a new file. */
export function deleteBatchFiles(tx: Tx, batchId: number): void {
  tx.delete(batchFiles).where(eq(batchFiles.batchId, batchId)).run()
}
