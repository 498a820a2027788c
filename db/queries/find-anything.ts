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

/** Newest first. Every column that is compared here has an index of its own. */
export function findNumbers(db: Reader, question: NumberQuestion): FoundNumbers {
  const { text, numbers, limit } = question
  if (text === null && numbers.length === 0) return none
  const order = sql`SELECT o.id, o.no, o.status, c.name || ' ' || u.model_name || ' ' || u.plate_no AS detail FROM work_orders o
    JOIN customers c ON c.id = o.customer_id JOIN units u ON u.id = o.unit_id`
  return {
    workOrders: db.all(sql`${order} WHERE ${matches(sql`o.no`, question)} UNION ${order} WHERE ${matches(sql`o.voucher_no`, question)} ORDER BY 1 DESC LIMIT ${limit}`),
    partsRequests: db.all(sql`SELECT r.id, r.no, r.status, coalesce(o.no, '') AS detail FROM parts_requests r LEFT JOIN work_orders o ON o.id = r.work_order_id
      WHERE ${matches(sql`r.no`, question)} ORDER BY r.id DESC LIMIT ${limit}`),
    returnedParts: db.all(sql`SELECT r.id, r.label_no AS no, r.status, r.part_name AS detail FROM returned_parts r WHERE ${matches(sql`r.label_no`, question)} ORDER BY r.id DESC LIMIT ${limit}`),
    manifests: db.all(sql`SELECT m.id, m.no, m.status, m.waybill_no AS detail FROM manifests m WHERE ${matches(sql`m.no`, question)} ORDER BY m.id DESC LIMIT ${limit}`),
    claims: db.all(sql`SELECT c.id, c.no, c.status, o.no AS detail FROM claims c JOIN work_orders o ON o.id = c.work_order_id WHERE ${matches(sql`c.no`, question)} ORDER BY c.id DESC LIMIT ${limit}`),
    batches: db.all(sql`SELECT b.id, b.no, b.status, b.period_from AS detail FROM batches b WHERE ${matches(sql`b.no`, question)} ORDER BY b.id DESC LIMIT ${limit}`),
    papers: db.all(sql`SELECT p.id, p.number AS no, p.status, p.title AS detail FROM issued_papers p WHERE ${matches(sql`p.number`, question)} ORDER BY p.id DESC LIMIT ${limit}`),
  }
}

function matches(column: SQL, { text, numbers }: NumberQuestion): SQL {
  const ends = sql`${column} IN ${[...numbers]}`
  if (text === null) return ends
  const begins = sql`(${column} >= ${text} AND ${column} < ${`${text}\u{10ffff}`})`
  // beware: `0 OR …` would hide the range from the index
  return numbers.length === 0 ? begins : sql`(${ends} OR ${begins})`
}
