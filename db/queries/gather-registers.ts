import { sql, type SQL } from 'drizzle-orm'
import type { Instant, LocalDate } from '#domain/dates'
import type { Amounts } from '#domain/gather/business-month'
import { overallItem, type CallBackFact } from '#domain/gather/call-backs'
import type { PackedPiece } from '#domain/gather/feedback'
import type { Span } from '#domain/gather/period'
import type { OutstandingPiece, ReportedCase } from '#domain/gather/registers'
import type { ClaimType } from '#domain/words'
import { idList } from '../id-list.ts'
import { ofMaker, yearBefore, type Reach } from '../reach.ts'
import type { Reader } from '../types.ts'

/** Rows of the registers and lists that are gathered: what was reported, what stands on issued forms, pieces packed or not in. */

export function listReportedCases(db: Reader, { from, before }: Span, maker: Reach): ReportedCase[] {
  return db.all(sql`SELECT w.id, w.reported_at AS reportedAt, w.channel, w.urgency, c.name AS customerName, coalesce(nullif(w.sender_name, ''), c.contact_name) AS contactName, coalesce(nullif(w.sender_phone, ''), c.phone) AS phone,
    u.model_name AS model, u.frame_no AS frameNo, w.customer_statement AS statement, w.handed_at AS handedAt, coalesce(t.name, w.technician_name) AS technicianName, w.finished_at AS finishedAt
    FROM work_orders w JOIN customers c ON c.id = w.customer_id JOIN units u ON u.id = w.unit_id LEFT JOIN technicians t ON t.id = w.technician_id
    WHERE w.reported_at >= ${from} AND w.reported_at < ${before} AND w.status <> 'cancelled'${ofMaker(sql`+w.manufacturer_id`, maker)}`)
}

export type IssuedRow = { readonly source: string; readonly number: string }

/** With a last day: issued in these days or reporting on days that end in them, for a half month is reported after it is over. */
function issuedIn(since: LocalDate, until: LocalDate | null): SQL {
  if (until === null) return sql`p.issued_on >= ${since}`
  return sql`(p.issued_on BETWEEN ${since} AND ${until} OR json_extract(f.content, '$.values.periodTo') BETWEEN ${since} AND ${until})`
}

/** Gathered rows of a table that stand on valid papers of a form issued since a day, or in these days and about them. */
export function listIssuedRows(
  db: Reader,
  { form, table, since, until, maker }: { form: string; table: string; since: LocalDate; until: LocalDate | null; maker: Reach },
): IssuedRow[] {
  return db.all(sql`SELECT json_extract(row.value, '$.source') AS source, p.number FROM filled_forms f JOIN issued_papers p ON p.id = f.paper_id AND p.status = 'issued', json_each(f.content, ${`$.tables.${table}`}) row
    WHERE f.form = ${form} AND p.form = ${form} AND ${issuedIn(since, until)}${ofMaker(sql`f.manufacturer_id`, maker)} AND source IS NOT NULL`)
}

/** What valid 回访调查表 (C05) issued since a day say of the orders they were filled in from, in the order they were issued. */
export function listCallBacks(db: Reader, since: LocalDate, maker: Reach): CallBackFact[] {
  return db.all(sql`SELECT w.id AS workOrderId, w.technician_id AS technicianId, substr(json_extract(f.content, '$.values.calledAt'), 1, 10) AS calledOn, json_extract(row.value, '$.grade') AS grade
    FROM issued_papers p JOIN filled_forms f ON f.paper_id = p.id JOIN work_orders w ON w.id = f.work_order_id, json_each(f.content, '$.tables.items') row
    WHERE f.form = 'C05' AND p.form = 'C05' AND p.status = 'issued' AND p.issued_on >= ${since}${ofMaker(sql`+w.manufacturer_id`, maker)} AND json_extract(row.value, '$.item') = ${overallItem} AND grade <> '' ORDER BY p.issued_at, p.id`)
}

/** Pieces of these part lines that are packed or further on their way; nobody has refused them. */
export function listPackedPieces(db: Reader, lineIds: readonly number[]): Omit<PackedPiece, 'feedbackNo'>[] {
  return db.all(sql`SELECT r.part_line_id AS partLineId, w.voucher_no AS voucherNo, r.part_code AS partCode, r.part_name AS partName, r.qty, coalesce(r.label_no, '') AS labelNo, coalesce(m.no, '') AS returnNo
    FROM returned_parts r JOIN work_orders w ON w.id = r.work_order_id LEFT JOIN manifests m ON m.id = r.manifest_id
    WHERE r.part_line_id IN ${idList(lineIds)} AND r.status IN ('packed', 'shipped', 'received', 'accepted', 'partial', 'appealed', 'disposed') ORDER BY r.id`)
}

/** Pieces taken out in the year before a moment and not in the store then: no step of theirs had brought them there. */
export function listOutstandingPieces(db: Reader, before: Instant, maker: Reach): OutstandingPiece[] {
  return db.all(sql`SELECT r.part_line_id AS partLineId, w.no AS orderNo, coalesce(t.name, w.technician_name) AS technicianName, r.part_name AS partName, r.qty, l.price_fen AS priceFen, r.due_on AS dueOn
    FROM returned_parts r JOIN work_orders w ON w.id = r.work_order_id JOIN work_order_parts l ON l.id = r.part_line_id LEFT JOIN technicians t ON t.id = w.technician_id
    WHERE r.removed_at >= ${yearBefore(before)} AND r.removed_at < ${before} AND r.status NOT IN ('exempt', 'lost') AND l.charge_mode <> 'paid'${ofMaker(sql`r.manufacturer_id`, maker)}
      AND NOT EXISTS (SELECT 1 FROM step_history h WHERE h.subject_kind = 'returnedPart' AND h.subject_id = r.id AND h.event IN ('collect', 'label', 'pack') AND h.at < ${before})`)
}

/** What is claimed of these orders, 分. */
export function listClaimedAmounts(db: Reader, orderIds: readonly number[]): ReadonlyMap<number, Amounts> {
  const rows: (Amounts & { id: number })[] =
    orderIds.length === 0
      ? []
      : db.all(sql`SELECT work_order_id AS id, labour_fen AS labour, parts_fen AS parts, outing_fen + other_fen AS other FROM claims
    WHERE work_order_id IN ${idList(orderIds)} AND status <> 'voided'`)
  return new Map(rows.map(({ id, ...amounts }) => [id, amounts]))
}

/** Models of the claims of a kind sent in a span, one entry for each claim; of repairs of the year before. */
export function listClaimedModels(db: Reader, { from, before }: Span, type: ClaimType, maker: Reach): string[] {
  return db
    .all<{
      model: string
    }>(sql`SELECT u.model_name AS model FROM work_orders w JOIN claims c ON c.work_order_id = w.id JOIN units u ON u.id = w.unit_id
    WHERE w.finished_at >= ${yearBefore(from)} AND w.finished_at < ${before} AND c.type = ${type} AND c.status <> 'voided' AND c.submitted_at >= ${from} AND c.submitted_at < ${before}${ofMaker(sql`+w.manufacturer_id`, maker)}`)
    .map(({ model }) => model)
}
