import { and, asc, eq, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { noPlates } from '#domain/identity'
import { recordMerges, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type MergeOf = 'customer' | 'unit'

export type NewMerge = {
  readonly of: MergeOf
  readonly keptId: number
  readonly goneId: number
  readonly before: Record<string, unknown>
  readonly reason: string
  readonly at: Instant
  readonly userId: number | null
}

export function insertMerge(tx: Tx, merge: NewMerge): void {
  tx.insert(recordMerges).values(merge).run()
}

/** Where a record that is gone went; the record itself when it never was merged. */
export function mergedInto(db: Reader, of: MergeOf, id: number): number {
  const next = db
    .select({ id: recordMerges.keptId })
    .from(recordMerges)
    .where(and(eq(recordMerges.of, of), eq(recordMerges.goneId, id)))
    .get()
  return next === undefined ? id : mergedInto(db, of, next.id)
}

/** What was merged into a record, oldest first; `said` is the gone record's name or frame number. */
export function listMerges(db: Reader, of: MergeOf, keptId: number): { at: Instant; by: string; reason: string; said: string }[] {
  const name = of === 'customer' ? '$.gone.name' : '$.gone.frameNo'
  return db
    .select({
      at: recordMerges.at,
      by: users.name,
      reason: recordMerges.reason,
      said: sql<string>`coalesce(json_extract(${recordMerges.before}, ${name}), '')`,
    })
    .from(recordMerges)
    .leftJoin(users, eq(users.id, recordMerges.userId))
    .where(and(eq(recordMerges.of, of), eq(recordMerges.keptId, keptId)))
    .orderBy(asc(recordMerges.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}

const ordersOf = (of: MergeOf, id: number): SQL => (of === 'customer' ? sql`o.customer_id = ${id}` : sql`o.unit_id = ${id}`)

export type MovedOrder = {
  readonly id: number
  readonly no: string
  readonly receivedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly mileage: number | null
  readonly status: string
}

/** Newest first. */
export function listOrdersToMove(db: Reader, of: MergeOf, id: number): MovedOrder[] {
  return db.all(
    sql`SELECT o.id, o.no, o.received_at AS receivedAt, o.delivered_at AS deliveredAt, o.mileage, o.status FROM work_orders o WHERE ${ordersOf(of, id)} ORDER BY o.id DESC`,
  )
}

export function countClaimsToMove(db: Reader, of: MergeOf, id: number): { claims: number; papers: number } {
  const [row] = db.all<{ claims: number; papers: number }>(sql`SELECT
    (SELECT count(*) FROM work_orders o JOIN claims c ON c.work_order_id = o.id WHERE ${ordersOf(of, id)}) AS claims,
    (SELECT count(*) FROM work_orders o JOIN issued_papers p ON p.subject_kind = 'workOrder' AND p.subject_id = o.id WHERE ${ordersOf(of, id)})
    + (SELECT count(*) FROM work_orders o JOIN returned_parts r ON r.work_order_id = o.id JOIN issued_papers p ON p.subject_kind = 'returnedPart' AND p.subject_id = r.id WHERE ${ordersOf(of, id)}) AS papers`)
  return row ?? { claims: 0, papers: 0 }
}

/** A valid voucher or label that prints the vehicle's frame number. */
export function findFramePaper(db: Reader, unitId: number): string | undefined {
  return db.all<{
    number: string
  }>(sql`SELECT p.number FROM work_orders o JOIN issued_papers p ON p.subject_kind = 'workOrder' AND p.subject_id = o.id AND p.status = 'issued' WHERE o.unit_id = ${unitId}
    UNION ALL SELECT p.number FROM work_orders o JOIN returned_parts r ON r.work_order_id = o.id JOIN issued_papers p ON p.subject_kind = 'returnedPart' AND p.subject_id = r.id AND p.status = 'issued'
    WHERE o.unit_id = ${unitId} LIMIT 1`)[0]?.number
}

export type DoubleBy = 'phone' | 'frameTail' | 'plate' | 'engine'
export type DoubleGroup = { readonly by: DoubleBy; readonly value: string }

/** Values several records share, newest first; each is read from an index alone. */
export function listSharedPhones(db: Reader, limit: number): DoubleGroup[] {
  return shared(db, 'phone', sql`customers`, sql`phone`, limit)
}

export function listSharedUnitNumbers(db: Reader, limit: number): DoubleGroup[] {
  return [
    ...shared(db, 'plate', sql`units`, sql`plate_no`, limit, noPlates),
    ...shared(db, 'engine', sql`units`, sql`engine_no`, limit),
    ...shared(db, 'frameTail', sql`units`, sql`substr(frame_no, -6)`, limit),
  ]
}

function shared(db: Reader, by: DoubleBy, table: SQL, column: SQL, limit: number, except: readonly string[] = []): DoubleGroup[] {
  return db
    .all<{ value: string }>(
      sql`SELECT ${column} AS value FROM ${table} WHERE ${column} NOT IN ${['', ...except]} GROUP BY ${column} HAVING count(*) > 1 ORDER BY max(id) DESC LIMIT ${limit}`,
    )
    .map(({ value }) => ({ by, value }))
}

/** Ids of the records that say so, oldest first. */
export function listIdsSharing(db: Reader, { by, value }: DoubleGroup, limit: number): number[] {
  const places: Record<DoubleBy, SQL> = {
    phone: sql`customers WHERE phone = ${value}`,
    plate: sql`units WHERE plate_no = ${value}`,
    engine: sql`units WHERE engine_no = ${value}`,
    frameTail: sql`units WHERE substr(frame_no, -6) = ${value}`,
  }
  return db.all<{ id: number }>(sql`SELECT id FROM ${places[by]} ORDER BY id LIMIT ${limit}`).map(({ id }) => id)
}
