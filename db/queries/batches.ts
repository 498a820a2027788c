import { createHash } from 'node:crypto'
import { and, asc, desc, eq, inArray, like, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Instant, LocalDate } from '#domain/dates'
import type { Fen } from '#domain/money'
import type { BatchStatus } from '#domain/words'
import { prepared, preparedUpdate } from '../prepared.ts'
import { batches, batchFiles, manufacturers, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Batch = typeof batches.$inferSelect

const b = batches
const handlers = alias(users, 'handlers')
const seconds = alias(users, 'seconds')
const rowColumns = {
  id: b.id, revision: b.revision, no: sql<string>`coalesce(${b.no}, '')`, manufacturerId: b.manufacturerId, manufacturerName: manufacturers.name, status: b.status, periodFrom: b.periodFrom, periodTo: b.periodTo,
  claimCount: b.claimCount, totalFen: b.totalFen, approvedFen: b.approvedFen, handler: sql<string>`coalesce(${handlers.name}, CASE WHEN ${b.sealedAt} IS NULL THEN '' ELSE '命令行' END)`,
  secondHandler: sql<string>`coalesce(${seconds.name}, '')`, singlePerson: b.singlePerson, sealedAt: b.sealedAt, exportedAt: b.exportedAt, hash: b.hash,
}

function joined(db: Reader) {
  return db.select(rowColumns).from(b).innerJoin(manufacturers, eq(manufacturers.id, b.manufacturerId)).leftJoin(handlers, eq(handlers.id, b.handlerId)).leftJoin(seconds, eq(seconds.id, b.secondHandlerId))
}

export type BatchRow = ReturnType<ReturnType<typeof joined>['all']>[number]
export type BatchFilter = { statuses: readonly BatchStatus[]; manufacturerId: number | null; text: string }
export type BatchSort = { column: 'no' | 'status' | 'periodFrom' | 'totalFen'; direction: 'asc' | 'desc' }

function where({ statuses, manufacturerId, text }: BatchFilter): SQL | undefined {
  return and(
    statuses.length > 0 ? inArray(b.status, [...statuses]) : undefined, manufacturerId === null ? undefined : eq(b.manufacturerId, manufacturerId),
    text === '' ? undefined : like(b.no, `%${text}%`),
  )
}

export function listBatches(db: Reader, filter: BatchFilter, sort: readonly BatchSort[], offset: number, limit: number): BatchRow[] {
  const order = sort.map(({ column, direction }) => (direction === 'asc' ? asc : desc)(b[column]))
  return joined(db).where(where(filter)).orderBy(...order, desc(b.id)).limit(limit).offset(offset).all()
}

export function countBatches(db: Reader, filter: BatchFilter): { total: number; totalFen: number } {
  return db.select({ total: sql<number>`count(*)`, totalFen: sql<number>`coalesce(sum(${b.totalFen}), 0)` }).from(b).where(where(filter)).get() ?? { total: 0, totalFen: 0 }
}

export function findBatchRow(db: Reader, id: number): BatchRow | undefined {
  return joined(db).where(eq(b.id, id)).get()
}

const batchById = prepared((db) => db.select().from(b).where(eq(b.id, sql.placeholder('id'))).prepare())

export function findBatch(db: Reader, id: number): Batch | undefined {
  return batchById(db).get({ id })
}

export function findBatchByNo(db: Reader, no: string): Batch | undefined {
  return db.select().from(b).where(eq(b.no, no)).get()
}

/** The open draft of a maker and period, so that building twice fills the same batch. */
export function findDraftBatch(db: Reader, manufacturerId: number, periodFrom: LocalDate): Batch | undefined {
  return db.select().from(b).where(and(eq(b.manufacturerId, manufacturerId), eq(b.periodFrom, periodFrom), eq(b.status, 'draft'))).get()
}

export function insertBatch(tx: Tx, batch: { manufacturerId: number; periodFrom: LocalDate; periodTo: LocalDate; createdAt: Instant; createdBy: number | null }): number {
  return tx.insert(b).values({ ...batch, status: 'draft', singlePerson: false, claimCount: 0, totalFen: 0 as Fen }).returning({ id: b.id }).get().id
}

/** False when someone saved since `revision`. */
export const updateBatch: (tx: Tx, id: number, revision: number, fields: Partial<Omit<Batch, 'id' | 'revision' | 'document' | 'hash'>>) => boolean = preparedUpdate(batches)

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

export function findBatchDocument(db: Reader, id: number): string | undefined {
  return db.select({ document: b.document }).from(b).where(eq(b.id, id)).get()?.document?.toString('utf8')
}

export function listBatchFiles(db: Reader, batchId: number) {
  return db.select({ id: batchFiles.id, name: batchFiles.name, bytes: batchFiles.bytes, sha256: batchFiles.sha256, at: batchFiles.at, by: sql<string>`coalesce(${users.name}, '命令行')` })
    .from(batchFiles).leftJoin(users, eq(users.id, batchFiles.userId)).where(eq(batchFiles.batchId, batchId)).orderBy(asc(batchFiles.id)).all()
}

export function insertBatchFile(tx: Tx, file: { batchId: number; name: string; bytes: number; sha256: string; at: Instant; userId: number | null }): void {
  tx.insert(batchFiles).values(file).run()
}

/** After an unsealing the next export is a new file. */
export function deleteBatchFiles(tx: Tx, batchId: number): void {
  tx.delete(batchFiles).where(eq(batchFiles.batchId, batchId)).run()
}
