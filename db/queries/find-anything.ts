import { sql, type SQL } from 'drizzle-orm'
import type {
  BatchStatus,
  ClaimStatus,
  ManifestStatus,
  PaperStatus,
  RequestStatus,
  ReturnedPartStatus,
  WorkOrderStatus,
} from '#domain/words'
import type { Reader } from '../types.ts'

/** `text`: the beginning of a number, or null when it is too short to be one; `numbers`: numbers it may be the end of. */
export type NumberQuestion = { readonly text: string | null; readonly numbers: readonly string[]; readonly limit: number }

type Numbered<Status> = { readonly id: number; readonly no: string; readonly status: Status; readonly detail: string }

export type FoundNumbers = {
  readonly workOrders: readonly Numbered<WorkOrderStatus>[]
  readonly partsRequests: readonly Numbered<RequestStatus>[]
  readonly returnedParts: readonly Numbered<ReturnedPartStatus>[]
  readonly manifests: readonly Numbered<ManifestStatus>[]
  readonly claims: readonly Numbered<ClaimStatus>[]
  readonly batches: readonly Numbered<BatchStatus>[]
  readonly papers: readonly Numbered<PaperStatus>[]
}

const none: FoundNumbers = { workOrders: [], partsRequests: [], returnedParts: [], manifests: [], claims: [], batches: [], papers: [] }

/** One line of the finder for every record that carries a number. */
const lines = {
  workOrders: sql`SELECT o.id, o.no, o.status, c.name || ' ' || u.model_name || ' ' || u.plate_no AS detail FROM work_orders o JOIN customers c ON c.id = o.customer_id JOIN units u ON u.id = o.unit_id`,
  partsRequests: sql`SELECT r.id, coalesce(r.no, '') AS no, r.status, coalesce(o.no, '') AS detail FROM parts_requests r LEFT JOIN work_orders o ON o.id = r.work_order_id`,
  returnedParts: sql`SELECT r.id, coalesce(r.label_no, '') AS no, r.status, r.part_name AS detail FROM returned_parts r`,
  manifests: sql`SELECT m.id, coalesce(m.no, '') AS no, m.status, m.waybill_no AS detail FROM manifests m`,
  claims: sql`SELECT c.id, c.no, c.status, o.no AS detail FROM claims c JOIN work_orders o ON o.id = c.work_order_id`,
  batches: sql`SELECT b.id, coalesce(b.no, '') AS no, b.status, b.period_from AS detail FROM batches b`,
  papers: sql`SELECT p.id, p.number AS no, p.status, p.title || ' ' || p.subject AS detail FROM issued_papers p`,
} satisfies Record<keyof FoundNumbers, SQL>

const alias: Record<keyof FoundNumbers, SQL> = {
  workOrders: sql`o`,
  partsRequests: sql`r`,
  returnedParts: sql`r`,
  manifests: sql`m`,
  claims: sql`c`,
  batches: sql`b`,
  papers: sql`p`,
}

/** Records by their ids. */
export function recallNumbered<K extends keyof FoundNumbers>(db: Reader, kind: K, ids: readonly number[]): FoundNumbers[K] {
  return ids.length === 0 ? none[kind] : (db.all(sql`${lines[kind]} WHERE ${alias[kind]}.id IN ${[...ids]}`) as unknown as FoundNumbers[K]) // safe: the line of that kind
}

/** Newest first. Every column that is compared here has an index of its own. */
export function findNumbers(db: Reader, question: NumberQuestion): FoundNumbers {
  const { text, numbers, limit } = question
  if (text === null && numbers.length === 0) return none
  const among = (kind: keyof FoundNumbers, ids: SQL) =>
    sql`${lines[kind]} WHERE ${alias[kind]}.id IN (${ids}) ORDER BY ${alias[kind]}.id DESC LIMIT ${limit}`
  return {
    workOrders: db.all(
      among('workOrders', sql`${idsOf(sql`work_orders`, sql`no`, question)} UNION ${idsOf(sql`work_orders`, sql`voucher_no`, question)}`),
    ),
    partsRequests: db.all(among('partsRequests', idsOf(sql`parts_requests`, sql`no`, question))),
    returnedParts: db.all(among('returnedParts', idsOf(sql`returned_parts`, sql`label_no`, question))),
    manifests: db.all(among('manifests', idsOf(sql`manifests`, sql`no`, question))),
    claims: db.all(among('claims', idsOf(sql`claims`, sql`no`, question))),
    batches: db.all(among('batches', idsOf(sql`batches`, sql`no`, question))),
    papers: db.all(among('papers', idsOf(sql`issued_papers`, sql`number`, question))),
  }
}

/**
 * Ids under a number or its beginning. A beginning may be that of every number there is (站代码), so each way in takes the
 * few last ones in the order of its index and reads no more.
 */
function idsOf(table: SQL, column: SQL, { text, numbers, limit }: NumberQuestion): SQL {
  const ends = sql`SELECT id FROM ${table} WHERE ${column} IN ${[...numbers]}`
  if (text === null) return ends
  const begins = sql`SELECT id FROM (SELECT id FROM ${table} WHERE ${column} >= ${text} AND ${column} < ${`${text}\u{10ffff}`} ORDER BY ${column} DESC LIMIT ${limit})`
  return numbers.length === 0 ? begins : sql`${ends} UNION ${begins}`
}
