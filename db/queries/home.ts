import { sql } from 'drizzle-orm'
import { unsentClaims } from '#domain/claim'
import type { Instant, LocalDate } from '#domain/dates'
import type { Fen } from '#domain/money'
import { betweenChanges } from '../between-changes.ts'
import type { Reader } from '../types.ts'

/** How many wait and since when; `oldest` null when nothing waits. */
export type Waiting<At> = { readonly count: number; readonly oldest: At | null }

/** Old parts that are still in the house. */
export const hereStatuses = sql`('toCollect', 'collected', 'labelled', 'packed', 'overdue')`
/** Orders whose repair is done, so that they can be claimed. */
const repairedStatuses = sql`('finished', 'inspected', 'delivered', 'calledBack', 'closed')`
const withoutClaim = sql`status IN ${repairedStatuses} AND claim_total_fen > 0 AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.work_order_id = work_orders.id)`

function one<T>(db: Reader, query: ReturnType<typeof sql>): T {
  return db.all<T>(query)[0] as T
}

export function hasWorkOrders(db: Reader): boolean {
  return db.all(sql`SELECT 1 FROM work_orders LIMIT 1`).length > 0
}

export function countAwaitingParts(db: Reader): Waiting<Instant> {
  return one(db, sql`SELECT count(*) AS count, min(reported_at) AS oldest FROM work_orders WHERE status = 'awaitingParts'`)
}

/** Old parts that must be on their way by `until`. */
export function countOldPartsDue(db: Reader, until: LocalDate): Waiting<LocalDate> {
  return one(
    db,
    sql`SELECT count(*) AS count, min(due_on) AS oldest FROM returned_parts WHERE status IN ${hereStatuses} AND due_on <= ${until}`,
  )
}

/** Batches that have gone out and are not paid yet. */
export function countBatchesOut(db: Reader): Waiting<Instant> {
  return one(
    db,
    sql`SELECT count(*) AS count, min(coalesce(submitted_at, sealed_at)) AS oldest FROM batches
    WHERE status IN ('submitted', 'accepted', 'reviewing', 'reviewed', 'toInvoice', 'invoiced')`,
  )
}

const keptPool = betweenChanges<Waiting<LocalDate>>()

/**
 * 待报索赔: the claims of the pool, which no batch holds yet; the one count of the desk, the navigation and the pool's own
 * list. `oldest`: the month of 完工. `+` keeps to the index of states: claims without a batch may be many.
 */
export function countPool(db: Reader): Waiting<LocalDate> {
  return keptPool(db, '', () =>
    one(
      db,
      sql`SELECT count(*) AS count, min(period) || '-01' AS oldest FROM claims WHERE status IN ${unsentClaims} AND +batch_id IS NULL`,
    ),
  )
}

type Unclaimed = Waiting<LocalDate> & { readonly totalFen: Fen }
const keptUnclaimed = betweenChanges<Unclaimed>()

/** The money of repairs that has not been asked for yet: claims in the pool, claims in batches not sent, and orders without a claim. `oldest`: the month of 完工. */
export function countUnclaimed(db: Reader): Unclaimed {
  return keptUnclaimed(db, '', () =>
    one(
      db,
      sql`SELECT coalesce(sum(n), 0) AS count, coalesce(sum(fen), 0) AS totalFen, min(month) || '-01' AS oldest FROM (
    SELECT count(*) AS n, sum(total_fen) AS fen, min(period) AS month FROM claims WHERE status IN ${unsentClaims}
    UNION ALL SELECT count(*), sum(claim_total_fen), min(finished_month) FROM work_orders WHERE ${withoutClaim})`,
    ),
  )
}

export const sentLanes = ['claimed', 'disputed', 'approved', 'settled', 'received'] as const
export type SentLane = (typeof sentLanes)[number]
type LaneSum = { lane: SentLane; count: number; totalFen: Fen; oldest: LocalDate | null }
const keptLanes = betweenChanges<LaneSum[]>()

/** Where the money of claims that went out stands (product.md 工作台). */
export function listSentLanes(db: Reader): LaneSum[] {
  // by state first, which the index gives in order: a tenth of the time of sorting every claim into its lane
  return keptLanes(db, '', () =>
    db.all(sql`SELECT CASE WHEN status IN ('submitted', 'accepted') THEN 'claimed' WHEN status IN ('rejected', 'appealed') THEN 'disputed'
      WHEN status IN ('approved', 'partlyApproved', 'toSettle') THEN 'approved' WHEN status = 'settled' THEN 'settled' ELSE 'received' END AS lane,
    sum(n) AS count, sum(fen) AS totalFen, min(first) || '-01' AS oldest
    FROM (SELECT status, count(*) AS n, sum(coalesce(approved_total_fen, total_fen)) AS fen, min(period) AS first FROM claims GROUP BY status)
    WHERE status NOT IN ${unsentClaims} AND status <> 'voided' GROUP BY lane`),
  )
}
