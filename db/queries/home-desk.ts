import { sql, type SQL } from 'drizzle-orm'
import { unsentClaims } from '#domain/claim'
import type { DeskGroup } from '#domain/desk'
import type { Instant, LocalDate } from '#domain/dates'
import type { Fen } from '#domain/money'
import { cameToNothing } from '#domain/parts-request'
import { betweenChanges } from '../between-changes.ts'
import type { Reader } from '../types.ts'
import { hereStatuses } from './home.ts'
import { isToCome, isUnused } from './parts-requests.ts'

export type DeskSubject = 'workOrder' | 'partsRequest' | 'returnedPart' | 'manifest' | 'claim' | 'batch' | 'blankPack'
/** `startAt`, `dueAt`: the clock that runs on it; `dueOn`: a piece's own day. */
export type DeskRow = {
  readonly subject: DeskSubject
  readonly id: number
  readonly revision: number
  readonly no: string
  readonly status: string
  readonly who: string
  readonly phone: string
  readonly what: string
  readonly technician: string
  readonly amountFen: Fen | null
  readonly since: Instant | null
  readonly startAt: Instant | null
  readonly dueAt: Instant | null
  readonly dueOn: LocalDate | null
  readonly requestId: number | null
}
export type DeskList = { readonly count: number; readonly rows: readonly DeskRow[] }

/** Whose desk: `technicianId` narrows to his own work and that of nobody yet; `today`, and the moment it began. */
export type DeskQuestion = {
  readonly group: DeskGroup
  readonly technicianId: number | null
  readonly today: LocalDate
  readonly dayStart: Instant
  readonly limit: number
}

/** `counted`: as much of `from` as `where` asks about, for a figure alone. */
type Source = { readonly columns: SQL; readonly from: SQL; readonly counted: SQL; readonly where: SQL; readonly order: SQL }

const people = sql`JOIN customers c ON c.id = o.customer_id JOIN units u ON u.id = o.unit_id`
const vehicle = sql`trim(u.model_name || ' ' || CASE WHEN u.plate_no = '' THEN substr(u.frame_no, -6) ELSE u.plate_no END)`
const orderColumns = sql`'workOrder' AS subject, o.id, o.revision, o.no, o.status, c.name AS who, CASE WHEN o.sender_phone = '' THEN c.phone ELSE o.sender_phone END AS phone, ${vehicle} AS what,
  o.technician_name AS technician, NULL AS amountFen, coalesce(o.received_at, o.reported_at) AS since, t.start_at AS startAt, t.due_at AS dueAt, NULL AS dueOn`
const urgentFirst = sql`t.due_at IS NULL, t.due_at, o.reported_at`

/** Orders in some states with the earliest of the named clocks. */
function orders(statuses: SQL, rules: SQL, narrowed: SQL = sql`1`): Source {
  return {
    columns: sql`${orderColumns}, (SELECT max(p.id) FROM parts_requests p WHERE p.work_order_id = o.id AND o.status = 'awaitingParts' AND p.status NOT IN ${cameToNothing}) AS requestId`,
    from: sql`work_orders o ${people} LEFT JOIN tasks t ON t.id = (SELECT k.id FROM tasks k WHERE k.rule IN ${rules} AND k.subject_kind = 'workOrder' AND k.subject_id = o.id AND k.done_at IS NULL ORDER BY k.due_at LIMIT 1)`,
    counted: sql`work_orders o`,
    where: sql`o.status IN ${statuses} AND ${narrowed}`,
    order: urgentFirst,
  }
}

/** 待回访 is only what a call-back is due for: orders from an old ledger have no clock. */
function toCallBack(): Source {
  return {
    columns: sql`${orderColumns}, NULL AS requestId`,
    from: sql`tasks t JOIN work_orders o ON o.id = t.subject_id ${people}`,
    counted: sql`tasks t JOIN work_orders o ON o.id = t.subject_id`,
    where: sql`t.done_at IS NULL AND t.rule = 'D07' AND t.subject_kind = 'workOrder' AND o.status = 'delivered'`,
    order: urgentFirst,
  }
}

const toCome = sql`l.qty_requested - l.qty_received`

/** `what`: the pieces still to come, which is all of them until something arrives; or what `pieces` counts. */
function requests(where: SQL, pieces = toCome): Source {
  return {
    columns: sql`'partsRequest' AS subject, p.id, p.revision, coalesce(p.no, '') AS no, p.status, coalesce(c.name, '') AS who, '' AS phone,
      coalesce((SELECT group_concat(l.part_name || ' ×' || (${pieces}), '、') FROM parts_request_lines l WHERE l.request_id = p.id AND ${pieces} > 0), '') AS what,
      coalesce(o.no, '') AS technician, NULL AS amountFen, coalesce(p.sent_at, p.created_at) AS since, NULL AS startAt, NULL AS dueAt, NULL AS dueOn, p.id AS requestId`,
    from: sql`parts_requests p LEFT JOIN work_orders o ON o.id = p.work_order_id LEFT JOIN customers c ON c.id = o.customer_id`,
    counted: sql`parts_requests p`,
    where,
    order: sql`coalesce(p.sent_at, p.created_at)`,
  }
}

function pieces(where: SQL): Source {
  return {
    columns: sql`'returnedPart' AS subject, r.id, r.revision, coalesce(r.label_no, o.no) AS no, r.status, r.part_name AS who, '' AS phone, ${vehicle} AS what, r.storage_bin AS technician, NULL AS amountFen,
      r.removed_at AS since, r.removed_at AS startAt, NULL AS dueAt, r.due_on AS dueOn, NULL AS requestId`,
    from: sql`returned_parts r JOIN work_orders o ON o.id = r.work_order_id JOIN units u ON u.id = o.unit_id`,
    counted: sql`returned_parts r JOIN work_orders o ON o.id = r.work_order_id`,
    where,
    order: sql`r.due_on IS NULL, r.due_on, r.id`,
  }
}

function claims(): Source {
  return {
    columns: sql`'claim' AS subject, m.id, m.revision, m.no, m.status, c.name AS who, '' AS phone, ${vehicle} AS what, '' AS technician, m.total_fen AS amountFen, o.finished_at AS since,
      t.start_at AS startAt, t.due_at AS dueAt, NULL AS dueOn, NULL AS requestId`,
    from: sql`claims m JOIN work_orders o ON o.id = m.work_order_id ${people} LEFT JOIN tasks t ON t.rule = 'D34' AND t.subject_kind = 'claim' AND t.subject_id = m.id AND t.done_at IS NULL`,
    counted: sql`claims m`,
    // `+` keeps to the index of states: claims without a batch may be many
    where: sql`m.status IN ${unsentClaims} AND +m.batch_id IS NULL`,
    order: sql`t.due_at IS NULL, t.due_at, m.id`,
  }
}

/** Begun and not on their way yet; an empty draft waits for nobody. `what`: pieces. */
function manifests(): Source {
  return {
    columns: sql`'manifest' AS subject, f.id, f.revision, coalesce(f.no, '') AS no, f.status, m.name AS who, '' AS phone,
      '×' || (SELECT count(*) FROM returned_parts r WHERE r.manifest_id = f.id) AS what, f.packer AS technician, NULL AS amountFen,
      coalesce(f.sealed_at, f.created_at) AS since, NULL AS startAt, NULL AS dueAt, NULL AS dueOn, NULL AS requestId`,
    from: sql`manifests f JOIN manufacturers m ON m.id = f.manufacturer_id`,
    counted: sql`manifests f`,
    where: sql`f.status IN ('draft', 'sealed') AND EXISTS (SELECT 1 FROM returned_parts r WHERE r.manifest_id = f.id)`,
    order: sql`f.status DESC, f.id`,
  }
}

/** Built and not handed in yet. `what`: the month. */
function batches(): Source {
  return {
    columns: sql`'batch' AS subject, b.id, b.revision, coalesce(b.no, '') AS no, b.status, m.name AS who, '' AS phone,
      substr(b.period_from, 1, 7) || ' ×' || b.claim_count AS what, '' AS technician, b.total_fen AS amountFen,
      coalesce(b.sealed_at, b.created_at) AS since, NULL AS startAt, NULL AS dueAt, NULL AS dueOn, NULL AS requestId`,
    from: sql`batches b JOIN manufacturers m ON m.id = b.manufacturer_id`,
    counted: sql`batches b`,
    where: sql`b.status IN ('draft', 'sealed')`,
    order: sql`b.status DESC, b.id`,
  }
}

/** Sheets given out that are due back: neither entered nor returned on their day. */
function blanks(today: LocalDate): Source {
  const open = sql`(SELECT min(b.number) AS first, count(*) AS left FROM blank_numbers b WHERE b.pack_id = k.id AND b.status = 'open')`
  return {
    columns: sql`'blankPack' AS subject, k.id, 0 AS revision, (SELECT first FROM ${open}) AS no, k.purpose AS status, k.holder AS who, '' AS phone, (SELECT left FROM ${open}) || ' / ' || k.count AS what, k.reason AS technician,
      NULL AS amountFen, k.created_at AS since, k.created_at AS startAt, NULL AS dueAt, k.due_on AS dueOn, NULL AS requestId`,
    from: sql`blank_packs k`,
    counted: sql`blank_packs k`,
    where: sql`k.due_on <= ${today} AND EXISTS (SELECT 1 FROM blank_numbers b WHERE b.pack_id = k.id AND b.status = 'open')`,
    order: sql`k.due_on, k.id`,
  }
}

const ownOf = (technicianId: number | null) =>
  technicianId === null ? sql`1` : sql`(o.technician_id IS NULL OR o.technician_id = ${technicianId})`

function sourceOf({ group, technicianId, today, dayStart }: Omit<DeskQuestion, 'limit'>): Source {
  const own = ownOf(technicianId)
  const others = technicianId === null ? sql`1` : sql`o.technician_id IS NOT ${technicianId}`
  switch (group) {
    case 'arrivals':
      return { ...orders(sql`('')`, sql`('D05')`), where: sql`o.received_at >= ${dayStart}`, order: sql`o.received_at DESC` }
    case 'toHandOver':
      return orders(sql`('reported')`, sql`('D01', 'D02')`)
    case 'toReceive':
      return orders(sql`('toDispatch')`, sql`('D03', 'D04', 'D06')`)
    case 'toRepair':
      return orders(sql`('waiting', 'repairing')`, sql`('D05', 'D06')`, own)
    case 'awaitingParts':
      return orders(sql`('awaitingParts')`, sql`('D05')`, own)
    case 'toInspect':
      return orders(sql`('finished')`, sql`('D07')`, others)
    case 'toDeliver':
      return orders(sql`('inspected')`, sql`('D07')`)
    case 'toCallBack':
      return toCallBack()
    case 'toClose':
      return orders(sql`('calledBack')`, sql`('D07')`)
    case 'toSend':
      return requests(sql`p.status IN ('draft', 'agreed')`)
    case 'toArrive':
      return requests(isToCome)
    case 'toGiveBack':
      return requests(isUnused, sql`l.qty_received - l.qty_fitted`)
    case 'toLabel':
      return pieces(
        sql`(r.status = 'collected' OR (r.status = 'toCollect' AND r.removed_at IS NOT NULL) OR (r.status = 'overdue' AND r.label_no IS NULL)) AND ${own}`,
      )
    case 'toPack':
      return pieces(sql`r.status IN ('labelled', 'overdue') AND r.label_no IS NOT NULL`)
    case 'toShip':
      return manifests()
    case 'toClaim':
      return claims()
    case 'toSubmit':
      return batches()
    case 'blanksBack':
      return blanks(today)
  }
}

const kept = betweenChanges<DeskList>()
const keptCounts = betweenChanges<number>()

/** One list of the home screen: how many wait, and the most urgent of them. */
export function listDesk(db: Reader, question: DeskQuestion): DeskList {
  const { group, technicianId, today, limit } = question
  return kept(db, `${group} ${technicianId ?? ''} ${today} ${limit}`, () => {
    const { columns, from, where, order } = sourceOf(question)
    const rows = db.all<DeskRow & { total: number }>(
      sql`SELECT ${columns}, count(*) OVER () AS total FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${limit}`,
    )
    return { count: rows[0]?.total ?? 0, rows }
  })
}

/** How many wait in one list, without its rows: the figure beside the navigation is asked for after every change. */
export function countDesk(db: Reader, question: Omit<DeskQuestion, 'limit'>): number {
  const { group, technicianId, today } = question
  return keptCounts(db, `${group} ${technicianId ?? ''} ${today}`, () => {
    const { counted, where } = sourceOf(question)
    return db.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${counted} WHERE ${where}`)[0]?.total ?? 0
  })
}

/** Old parts in the house whose day has passed; of one technician: those of his own orders and of nobody's yet. */
export function countOldPartsLate(db: Reader, today: LocalDate, technicianId: number | null): number {
  const { counted, where } = pieces(sql`r.status IN ${hereStatuses} AND r.due_on < ${today} AND ${ownOf(technicianId)}`)
  return db.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${counted} WHERE ${where}`)[0]?.total ?? 0
}
