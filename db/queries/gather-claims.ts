import { sql, type SQL } from 'drizzle-orm'
import { addMonths, localDateOf, type LocalDate } from '#domain/dates'
import type { OldPartFact } from '#domain/gather/old-parts'
import type { Span } from '#domain/gather/period'
import type { ClaimSums, RequestCounts } from '#domain/gather/station-month'
import { sumFen, zeroFen, type Fen } from '#domain/money'
import { ofMaker, type Reach } from '../reach.ts'
import type { Reader } from '../types.ts'

/** Claims, old parts and parts requests as the monthly reports count them (domain.md §5.3, §5.6). */

/** Claims of repairs of the year before the span and of the span itself: older ones have been sent and answered. */
function recentClaims({ from, before }: Span, maker: Reach): SQL {
  const since = addMonths(localDateOf(from), -12).slice(0, 7)
  const makers = maker === null ? sql`(SELECT id FROM manufacturers)` : sql`(${maker})`
  return sql`claims WHERE manufacturer_id IN ${makers} AND period >= ${since} AND period <= ${localDateOf(before).slice(0, 7)} AND status <> 'voided'`
}

/** Sent in the span, and decided in it; void claims count nowhere. */
export function sumClaims(db: Reader, span: Span, maker: Reach): ClaimSums {
  const [sent] = db.all<{ n: number; fen: Fen }>(
    sql`SELECT count(*) AS n, coalesce(sum(total_fen), 0) AS fen FROM ${recentClaims(span, maker)} AND submitted_at >= ${span.from} AND submitted_at < ${span.before}`,
  )
  const decided = db.all<{
    isIn: number
    isPassed: number
    fen: Fen | null
  }>(sql`SELECT decided_at >= ${span.from} AND decided_at < ${span.before} AS isIn, approved_total_fen = total_fen AS isPassed, approved_total_fen AS fen
    FROM ${recentClaims(span, maker)} AND decided_at IS NOT NULL`)
  const here = decided.filter(({ isIn }) => isIn === 1)
  return {
    count: sent?.n ?? 0,
    claimedFen: sent?.fen ?? zeroFen,
    decided:
      decided.length === 0
        ? null
        : {
            approvedFen: sumFen(here.map((claim) => claim.fen ?? zeroFen)),
            count: here.length,
            passed: here.filter(({ isPassed }) => isPassed === 1).length,
          },
  }
}

/** Pieces due in the period, still here, or shipped since a year before it: all that a report of the period can count. */
export function listOldPartFacts(
  db: Reader,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  maker: Reach,
): OldPartFact[] {
  const sentSince = `${addMonths(from, -12)}T00:00:00.000Z`
  return db.all(sql`SELECT r.status, r.due_on AS dueOn, m.shipped_at AS shippedAt, r.verdict, r.verdict_at AS verdictAt FROM returned_parts r LEFT JOIN manifests m ON m.id = r.manifest_id
    WHERE r.id IN (
      SELECT id FROM returned_parts WHERE due_on BETWEEN ${from} AND ${to}
      UNION SELECT id FROM returned_parts WHERE status IN ('toCollect', 'collected', 'labelled', 'packed', 'overdue') AND due_on < ${from}
      UNION SELECT p.id FROM manifests s JOIN returned_parts p ON p.manifest_id = s.id WHERE s.shipped_at >= ${sentSince}
    )${ofMaker(sql`r.manufacturer_id`, maker)}`)
}

export function countRequests(db: Reader, { from, before }: Span, maker: Reach): RequestCounts {
  const own = ofMaker(sql`manufacturer_id`, maker)
  const [sent] = db.all<{
    n: number
    pieces: number
  }>(sql`SELECT count(DISTINCT r.id) AS n, coalesce(sum(l.qty_requested), 0) AS pieces FROM parts_requests r LEFT JOIN parts_request_lines l ON l.request_id = r.id
    WHERE r.sent_at >= ${from} AND r.sent_at < ${before} AND r.status <> 'withdrawn'${ofMaker(sql`r.manufacturer_id`, maker)}`)
  const [open] = db.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM parts_requests WHERE status IN ('fitted', 'oldPartDue', 'overdue')${own}`,
  )
  return { sent: sent?.n ?? 0, pieces: sent?.pieces ?? 0, open: open?.n ?? 0 }
}

/** Papers of a form a manufacturer was sent, by the day they were issued. */
export function countFilledPapers(
  db: Reader,
  form: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  maker: Reach,
): number {
  return (
    db.all<{
      n: number
    }>(sql`SELECT count(*) AS n FROM issued_papers p JOIN filled_forms f ON f.paper_id = p.id AND p.subject_kind = 'filledForm'
    WHERE p.form = ${form} AND p.status = 'issued' AND p.issued_on BETWEEN ${from} AND ${to}${ofMaker(sql`f.manufacturer_id`, maker)}`)[0]
      ?.n ?? 0
  )
}
