import { daysBetween, type Instant, type LocalDate } from './dates.ts'
import { stop, type Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf, warnIf } from './guards.ts'
import { formatFen, type Fen } from './money.ts'
import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { Disposal, ManifestStatus, ReturnedPartStatus, ReturnExempt } from './words.ts'

/** Verbs of the old part, domain.md §3.3. */
export const returnedPartEvent = {
  create: '登记旧件',
  collect: '旧件入库',
  exempt: '免回收',
  label: '贴标签',
  pack: '装箱',
  unpack: '拆箱',
  ship: '发运',
  takeBack: '承运退回',
  receive: '签收',
  accept: '鉴定合格',
  reject: '鉴定驳回',
  acceptPartly: '部分合格',
  appeal: '申诉',
  dispose: '处置',
  lose: '报损',
  fallOverdue: '逾期',
} as const
export type ReturnedPartEvent = keyof typeof returnedPartEvent
export type ReturnedPartPlace = 'new' | ReturnedPartStatus

/**
 * Every row of domain.md §3.3. Beyond it: a late part goes on where it stood (入库, 贴标签 or 装箱), and a shipment the
 * carrier brought back (撤回 of the manifest) puts its parts back on the shelf.
 */
export const returnedPartMachine: Machine<ReturnedPartPlace, ReturnedPartEvent, ReturnedPartStatus> = {
  new: { create: 'toCollect' },
  toCollect: { collect: 'collected', exempt: 'exempt', fallOverdue: 'overdue', lose: 'lost' },
  collected: { label: 'labelled', lose: 'lost' },
  labelled: { pack: 'packed', fallOverdue: 'overdue', lose: 'lost' },
  packed: { ship: 'shipped', unpack: 'labelled', lose: 'lost' },
  shipped: { receive: 'received', takeBack: 'labelled', lose: 'lost' },
  received: { accept: 'accepted', reject: 'rejected', acceptPartly: 'partial', lose: 'lost' },
  accepted: { dispose: 'disposed' },
  rejected: { appeal: 'appealed', dispose: 'disposed' },
  partial: { appeal: 'appealed', dispose: 'disposed' },
  appealed: { accept: 'accepted', reject: 'rejected', acceptPartly: 'partial' },
  overdue: { collect: 'collected', label: 'labelled', pack: 'packed', exempt: 'exempt', lose: 'lost' },
  disposed: {},
  exempt: {},
  lost: {},
}

export const returnedPartAction: Readonly<Record<ReturnedPartEvent, Action | 'system'>> = {
  create: 'finishWork',
  collect: 'collectOldPart',
  exempt: 'exemptOldPart',
  label: 'labelOldPart',
  pack: 'packOldParts',
  unpack: 'packOldParts',
  ship: 'shipOldParts',
  takeBack: 'shipOldParts',
  receive: 'shipOldParts',
  accept: 'importData',
  reject: 'importData',
  acceptPartly: 'importData',
  appeal: 'voidClaim',
  dispose: 'shipOldParts',
  lose: 'exemptOldPart',
  fallOverdue: 'system',
}

/** From here on nobody waits for the station to send the piece. */
export const oldPartClockStops: readonly ReturnedPartStatus[] = [
  'shipped',
  'received',
  'accepted',
  'rejected',
  'partial',
  'appealed',
  'disposed',
  'exempt',
  'lost',
]

export const returnedPartLine: readonly ReturnedPartEvent[] = ['create', 'collect', 'label', 'pack', 'ship', 'receive', 'accept', 'dispose']

/** All the guards of §3.3 look at for one old part. */
export type ReturnedPartFacts = {
  readonly status: ReturnedPartPlace
  readonly partCode: string
  readonly partName: string
  readonly faultText: string
  /** pieces: of this row, replaced on the order line, registered for that line in all (this row included) */
  readonly qty: number
  readonly qtyReplaced: number
  readonly qtyRegistered: number
  /** number of the work order; null while the order has none */
  readonly workOrderNo: string | null
  readonly unitPrice: Fen
  readonly smallPartLimit: Fen
  /** M01: no recycling value; not broken by people */
  readonly noRecyclingValue: boolean
  readonly manMade: boolean
  readonly exemptReason: ReturnExempt
  /** who signed a 财务批准 exemption */
  readonly exemptBy: string
  readonly labelNo: string | null
  readonly boxNo: string | null
  readonly manifestStatus: ManifestStatus | null
  readonly dueOn: LocalDate | null
  readonly today: LocalDate
  /** F25 before return: a policy switch, off until that form exists (settled.md 16) */
  readonly feedback: 'off' | 'missing' | 'sent'
  readonly receivedAt: Instant | null
  readonly qtyReceived: number | null
  /** D35 appeal days counted from the verdict */
  readonly verdictOn: LocalDate | null
  readonly appealDays: number
  readonly appealedBefore: boolean
  readonly disposal: Disposal | null
  /** of 驳回, 部分, 申诉 and 报损 */
  readonly reason: string
}

type Guard = (facts: ReturnedPartFacts) => Problem[]

const reasonGiven: Guard = ({ reason }) => reasonProblems(reason)

/** V-11: returned ≤ replaced. */
const registered: Guard = ({ partName: part, qty, qtyReplaced, qtyRegistered }) => [
  ...stopIf(!Number.isSafeInteger(qty) || qty < 1, 'returnedPart.qtyInvalid', 'qty', { part }),
  ...stopIf(qtyRegistered > qtyReplaced, 'returnedPart.tooMany', 'qty', { part, qtyRegistered, qtyReplaced }),
]

/** M01: a small part without value, not broken by people; M02: a larger one with the signature of finance. */
const exemptible: Guard = ({ partName: part, exemptReason, exemptBy, unitPrice, smallPartLimit, noRecyclingValue, manMade }) => {
  if (exemptReason === 'approved') return stopIf(isBlank(exemptBy), 'returnedPart.exemptUnsigned', 'exemptBy', { part })
  if (exemptReason === 'no') return [stop('returnedPart.exemptReasonMissing', 'exemptReason', { part })]
  return [
    ...stopIf(unitPrice > smallPartLimit, 'returnedPart.notSmall', 'exemptReason', {
      part,
      price: formatFen(unitPrice),
      limit: formatFen(smallPartLimit),
    }),
    ...stopIf(!noRecyclingValue, 'returnedPart.hasValue', 'noRecyclingValue', { part }),
    ...stopIf(manMade, 'returnedPart.manMade', 'exemptReason', { part }),
  ]
}

/** A label needs the order's number; it prints the voucher's only if there is one (settled.md 14, 15). */
const labellable: Guard = ({ status, partCode, partName: part, faultText, workOrderNo, labelNo }) => [
  ...stopIf(status === 'overdue' && labelNo !== null, 'returnedPart.alreadyLabelled', 'labelNo', { part, labelNo: labelNo ?? '' }),
  ...stopIf(isBlank(partCode), 'returnedPart.codeMissing', 'partCode', { part }),
  ...stopIf(isBlank(faultText), 'returnedPart.faultMissing', 'faultText', { part }),
  ...stopIf(workOrderNo === null, 'returnedPart.orderUnnumbered', 'workOrder', { part }),
]

const packable: Guard = ({ partName: part, labelNo, boxNo, manifestStatus, feedback }) => [
  ...stopIf(labelNo === null, 'returnedPart.noLabel', 'labelNo', { part }),
  ...stopIf(boxNo !== null, 'returnedPart.inOtherBox', 'boxNo', { part, boxNo: boxNo ?? '' }),
  ...stopIf(manifestStatus !== 'draft', 'returnedPart.boxClosed', 'manifest', { part }),
  ...stopIf(feedback === 'missing', 'returnedPart.feedbackMissing', 'feedback', { part }),
]

const guards: Readonly<Record<ReturnedPartEvent, Guard>> = {
  create: registered,
  collect: ({ status, partName: part, labelNo }) =>
    stopIf(status === 'overdue' && labelNo !== null, 'returnedPart.alreadyLabelled', 'labelNo', { part, labelNo: labelNo ?? '' }),
  exempt: exemptible,
  label: labellable,
  pack: packable,
  unpack: ({ partName: part, manifestStatus }) =>
    stopIf(manifestStatus !== 'draft' && manifestStatus !== 'withdrawn', 'returnedPart.boxClosed', 'manifest', { part }),
  ship: ({ partName: part, manifestStatus }) =>
    stopIf(manifestStatus !== 'shipped', 'returnedPart.manifestNotShipped', 'manifest', { part }),
  takeBack: ({ partName: part, manifestStatus }) =>
    stopIf(manifestStatus !== 'withdrawn', 'returnedPart.manifestNotWithdrawn', 'manifest', { part }),
  receive: ({ partName: part, receivedAt, qtyReceived, qty }) => [
    ...stopIf(receivedAt === null, 'returnedPart.receivedAtMissing', 'receivedAt', { part }),
    ...stopIf(qtyReceived === null, 'returnedPart.qtyReceivedMissing', 'qtyReceived', { part }),
    ...warnIf(qtyReceived !== null && qtyReceived !== qty, 'returnedPart.receivedDiffers', 'qtyReceived', {
      part,
      qtyReceived: qtyReceived ?? 0,
      qty,
    }),
  ],
  accept: () => [],
  reject: reasonGiven,
  acceptPartly: reasonGiven,
  appeal: ({ partName: part, verdictOn, today, appealDays: days, appealedBefore, reason }) => [
    ...reasonProblems(reason),
    ...stopIf(appealedBefore, 'returnedPart.appealFinal', null, { part }),
    ...stopIf(verdictOn !== null && daysBetween(verdictOn, today) > days, 'returnedPart.appealLate', null, { part, days }),
  ],
  dispose: ({ partName: part, disposal }) => stopIf(disposal === null, 'returnedPart.disposalMissing', 'disposal', { part }),
  lose: reasonGiven,
  fallOverdue: ({ partName: part, dueOn, today }) =>
    stopIf(dueOn === null || today <= dueOn, 'returnedPart.notOverdue', null, { part, due: dueOn ?? '—' }),
}

/** What stands before a step of an old part (domain.md §3.3). */
export function problemsBeforeReturnedPartStep(event: ReturnedPartEvent, facts: ReturnedPartFacts): Problem[] {
  return guards[event](facts)
}
