import { sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import { betweenChanges } from '../between-changes.ts'
import type { Reader } from '../types.ts'

type Span = { readonly from: Instant; readonly before: Instant }
export type DayOrders = { readonly day: LocalDate; readonly warranty: number; readonly mixed: number; readonly paid: number }
export type FaultCount = { readonly id: number | null; readonly code: string; readonly text: string; readonly count: number }

const keptDays = betweenChanges<DayOrders[]>()
const keptFaults = betweenChanges<FaultCount[]>()

/** Orders reported on each day of the shop that had any, cancelled ones left out. Read from the index of natures alone. */
export function countOrdersByDay(db: Reader, { from, before }: Span): DayOrders[] {
  return keptDays(db, from, () =>
    db.all(sql`SELECT date(reported_at, '+8 hours') AS day, sum(nature IN ('warranty', 'special')) AS warranty, sum(nature = 'mixed') AS mixed, sum(nature = 'paid') AS paid
    FROM work_orders WHERE nature IN ('warranty', 'special', 'mixed', 'paid') AND reported_at >= ${from} AND reported_at < ${before} AND status <> 'cancelled' GROUP BY 1 ORDER BY 1`),
  )
}

/** Faults of the orders reported in a span, the most frequent first; `id` null: no fault code chosen yet. */
export function countFaults(db: Reader, { from, before }: Span): FaultCount[] {
  return keptFaults(db, from, () =>
    db.all(sql`SELECT n.id, coalesce(f.code, '') AS code, coalesce(f.text, '') AS text, n.count
    FROM (SELECT fault_code_id AS id, count(*) AS count FROM work_orders WHERE reported_at >= ${from} AND reported_at < ${before} AND status <> 'cancelled' GROUP BY fault_code_id) n
    LEFT JOIN fault_codes f ON f.id = n.id ORDER BY n.count DESC, f.code`),
  )
}

export type OldPartsUntil = { readonly late: LocalDate; readonly soon: LocalDate; readonly week: LocalDate }
type Spans = { readonly span: 'late' | 'days3' | 'days7' | 'later' | 'noDay'; readonly count: number; readonly oldest: LocalDate | null }

/** Old parts still in the house by their day, asked of the index of states and days. */
export function countOldPartsBySpan(db: Reader, { late, soon, week }: OldPartsUntil): Spans[] {
  return db.all(sql`SELECT CASE WHEN due_on IS NULL THEN 'noDay' WHEN due_on < ${late} THEN 'late' WHEN due_on <= ${soon} THEN 'days3' WHEN due_on <= ${week} THEN 'days7' ELSE 'later' END AS span,
    count(*) AS count, min(due_on) AS oldest FROM returned_parts WHERE status IN ('toCollect', 'collected', 'labelled', 'packed', 'overdue') GROUP BY 1`)
}

/** The first day on which a paper of a form was issued in a span of days, voided ones left out. */
export function findFirstIssue(db: Reader, form: string, from: LocalDate, to: LocalDate): LocalDate | null {
  return (
    db.all<{ day: LocalDate | null }>(
      sql`SELECT min(issued_on) AS day FROM issued_papers WHERE form = ${form} AND status = 'issued' AND issued_on BETWEEN ${from} AND ${to}`,
    )[0]?.day ?? null
  )
}
