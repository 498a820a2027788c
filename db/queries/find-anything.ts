import { sql, type SQL } from 'drizzle-orm'
import type { BatchStatus, ClaimStatus, ManifestStatus, PaperStatus, RequestStatus, ReturnedPartStatus, WorkOrderStatus } from '#domain/words'
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

const alias: Record<keyof FoundNumbers, SQL> = { workOrders: sql`o`, partsRequests: sql`r`, returnedParts: sql`r`, manifests: sql`m`, claims: sql`c`, batches: sql`b`, papers: sql`p` }

/** Records by their ids. */
export function recallNumbered<K extends keyof FoundNumbers>(db: Reader, kind: K, ids: readonly number[]): FoundNumbers[K] {
  return ids.length === 0 ? none[kind] : db.all(sql`${lines[kind]} WHERE ${alias[kind]}.id IN ${[...ids]}`) as unknown as FoundNumbers[K] // safe: the line of that kind
}

/** Newest first. Every column that is compared here has an index of its own. */
export function findNumbers(db: Reader, question: NumberQuestion): FoundNumbers {
  const { text, numbers, limit } = question
  if (text === null && numbers.length === 0) return none
  return {
    workOrders: db.all(sql`${lines.workOrders} WHERE ${matches(sql`o.no`, question)} UNION ${lines.workOrders} WHERE ${matches(sql`o.voucher_no`, question)} ORDER BY 1 DESC LIMIT ${limit}`),
    partsRequests: db.all(sql`${lines.partsRequests} WHERE ${matches(sql`r.no`, question)} ORDER BY r.id DESC LIMIT ${limit}`),
    returnedParts: db.all(sql`${lines.returnedParts} WHERE ${matches(sql`r.label_no`, question)} ORDER BY r.id DESC LIMIT ${limit}`),
    manifests: db.all(sql`${lines.manifests} WHERE ${matches(sql`m.no`, question)} ORDER BY m.id DESC LIMIT ${limit}`),
    claims: db.all(sql`${lines.claims} WHERE ${matches(sql`c.no`, question)} ORDER BY c.id DESC LIMIT ${limit}`),
    batches: db.all(sql`${lines.batches} WHERE ${matches(sql`b.no`, question)} ORDER BY b.id DESC LIMIT ${limit}`),
    papers: db.all(sql`${lines.papers} WHERE ${matches(sql`p.number`, question)} ORDER BY p.id DESC LIMIT ${limit}`),
  }
}

function matches(column: SQL, { text, numbers }: NumberQuestion): SQL {
  const ends = sql`${column} IN ${[...numbers]}`
  if (text === null) return ends
  const begins = sql`(${column} >= ${text} AND ${column} < ${`${text}\u{10ffff}`})`
  // beware: `0 OR …` would hide the range from the index
  return numbers.length === 0 ? begins : sql`(${ends} OR ${begins})`
}
