import type { Instant, LocalDate } from './dates.ts'
import type { Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf, warnIf } from './guards.ts'
import { timesFen, type Fen } from './money.ts'
import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { AgreedVia, RequestKind, RequestStatus } from './words.ts'

/** Verbs of the parts request, domain.md §3.2. */
export const requestEvent = {
  create: '新建',
  agree: '征得同意',
  send: '发出',
  ship: '厂方发货',
  refuse: '厂方拒绝',
  receive: '到货',
  receiveRest: '补登到货',
  fit: '装车',
  sendBack: '退回新件',
  sendBackRest: '退回余件',
  oldPartReady: '旧件待返',
  returnOldPart: '旧件返厂',
  fallOverdue: '逾期',
  bill: '计费',
  settle: '核销',
  withdraw: '撤回',
} as const
export type RequestEvent = keyof typeof requestEvent
export type RequestPlace = 'new' | RequestStatus

/**
 * Every row of domain.md §3.2. Beyond it: a late old part may still be shipped (逾期/已计费 → 旧件已返; a refund is a
 * policy matter, see the guard), a request without an old part to return is settled from 已装车 or 已到货, and what comes
 * in a later parcel is entered from 已到货 on (补登到货). A parcel after 已装车 finds the repair done: its part is
 * fitted after all (装车, when the order was taken up again) or goes back unused (退回余件; S3: 未使用配件…返还). One after
 * 核销 can only go back: what was settled stays so.
 */
export const requestMachine: Machine<RequestPlace, RequestEvent, RequestStatus> = {
  new: { create: 'draft' },
  draft: { agree: 'agreed', withdraw: 'withdrawn' },
  agreed: { send: 'sent', withdraw: 'withdrawn' },
  sent: { ship: 'shipped', refuse: 'refused', withdraw: 'withdrawn' },
  shipped: { receive: 'arrived' },
  arrived: { fit: 'fitted', receiveRest: 'arrived', sendBack: 'sentBack', settle: 'settled' },
  fitted: { oldPartReady: 'oldPartDue', settle: 'settled', fit: 'fitted', receiveRest: 'fitted', sendBackRest: 'fitted' },
  oldPartDue: {
    returnOldPart: 'oldPartSent',
    fallOverdue: 'overdue',
    fit: 'oldPartDue',
    receiveRest: 'oldPartDue',
    sendBackRest: 'oldPartDue',
  },
  oldPartSent: { settle: 'settled', receiveRest: 'oldPartSent', sendBackRest: 'oldPartSent' },
  overdue: { returnOldPart: 'oldPartSent', bill: 'billed', receiveRest: 'overdue', sendBackRest: 'overdue' },
  billed: { returnOldPart: 'oldPartSent', receiveRest: 'billed', sendBackRest: 'billed' },
  settled: { receiveRest: 'settled', sendBackRest: 'settled' },
  refused: {},
  withdrawn: {},
  sentBack: {},
}

/** `system`: taken by the program itself as the consequence of another step or of the date. */
export const requestAction: Readonly<Record<RequestEvent, Action | 'system'>> = {
  create: 'editRequest',
  agree: 'editRequest',
  send: 'sendRequest',
  ship: 'sendRequest',
  refuse: 'sendRequest',
  receive: 'receiveParts',
  receiveRest: 'receiveParts',
  fit: 'editWorkLines',
  sendBack: 'receiveParts',
  sendBackRest: 'receiveParts',
  oldPartReady: 'system',
  returnOldPart: 'shipOldParts',
  fallOverdue: 'system',
  bill: 'sendRequest',
  settle: 'sendRequest',
  withdraw: 'editRequest',
}

export const requestLine: readonly RequestEvent[] = [
  'create',
  'agree',
  'send',
  'ship',
  'receive',
  'fit',
  'oldPartReady',
  'returnOldPart',
  'settle',
]

export type RequestLineFacts = {
  readonly partName: string
  readonly qtyRequested: number
  readonly qtySent: number
  readonly qtyReceived: number
  /** pieces fitted on the work order of the request */
  readonly qtyFitted: number
  readonly oldPartRequired: boolean
  /** old parts of this line that carry their label */
  readonly oldPartsLabelled: number
  readonly qtyReturnedOld: number
}

/** All the guards of §3.2 look at. */
export type RequestFacts = {
  readonly status: RequestPlace
  readonly kind: RequestKind
  readonly lines: readonly RequestLineFacts[]
  readonly receiver: string
  readonly receiverPhone: string
  readonly shipTo: string
  readonly agreedBy: string
  readonly agreedAt: Instant | null
  readonly agreedVia: AgreedVia | null
  /** tick: F15 stamped and signed by the person in charge; the paper itself is issued by 发出 */
  readonly stamped: boolean
  readonly waybill: string
  /** of 拒绝, 撤回 */
  readonly reason: string
  readonly workOrderNo: string | null
  /** day the old parts are due (D10: 完工 + 7 d); null before 装车 */
  readonly oldPartDueOn: LocalDate | null
  readonly today: LocalDate
  /** a shipped manifest holds the old parts */
  readonly oldPartsShipped: boolean
  /** F21 goes along with the old part: a policy switch, off until that form exists (settled.md 16) */
  readonly qualityReport: 'off' | 'missing' | 'sent'
  /** the maker has billed it or the period is closed */
  readonly makerBilled: boolean
  readonly refundLateReturn: boolean
  readonly makerConfirmed: boolean
}

type Guard = (facts: RequestFacts) => Problem[]

const reasonGiven: Guard = ({ reason }) => reasonProblems(reason)

function eachLine(lines: readonly RequestLineFacts[], check: (line: RequestLineFacts, row: number, at: string) => Problem[]): Problem[] {
  return lines.flatMap((line, index) => check(line, index + 1, `lines.${index}`))
}

const linesFilled: Guard = ({ lines }) => [
  ...stopIf(lines.length === 0, 'request.noLines', 'lines'),
  ...eachLine(lines, ({ partName: part, qtyRequested: qty }, row, at) =>
    stopIf(!Number.isSafeInteger(qty) || qty < 1, 'request.qtyInvalid', `${at}.qtyRequested`, { row, part }),
  ),
]

const agreed: Guard = (facts) => [
  ...linesFilled(facts),
  ...stopIf(isBlank(facts.agreedBy), 'request.agreedByMissing', 'agreedBy'),
  ...stopIf(facts.agreedAt === null, 'request.agreedAtMissing', 'agreedAt'),
  ...stopIf(facts.agreedVia === null, 'request.agreedViaMissing', 'agreedVia'),
]

const readyToSend: Guard = (facts) => [
  ...agreed(facts),
  ...stopIf(isBlank(facts.receiver), 'request.receiverMissing', 'receiver'),
  ...stopIf(isBlank(facts.receiverPhone), 'request.receiverPhoneMissing', 'receiverPhone'),
  ...stopIf(isBlank(facts.shipTo), 'request.shipToMissing', 'shipTo'),
  ...stopIf(!facts.stamped, 'request.notStamped', 'stamped'),
]

const sentByMaker: Guard = ({ lines, waybill }) => [
  ...stopIf(isBlank(waybill), 'request.waybillMissing', 'waybill'),
  ...stopIf(!lines.some(({ qtySent }) => qtySent > 0), 'request.nothingSent', 'lines'),
  ...eachLine(lines, ({ partName: part, qtySent, qtyRequested }, row, at) =>
    stopIf(qtySent > qtyRequested, 'request.sentTooMany', `${at}.qtySent`, { row, part, qtySent, qtyRequested }),
  ),
]

const arrived: Guard = ({ lines }) => [
  ...stopIf(!lines.some(({ qtyReceived }) => qtyReceived > 0), 'request.nothingReceived', 'lines'),
  ...eachLine(lines, ({ partName: part, qtyReceived, qtySent }, row, at) =>
    warnIf(qtyReceived !== qtySent, 'request.receivedDiffers', `${at}.qtyReceived`, { row, part, qtyReceived, qtySent }),
  ),
]

const fitted: Guard = ({ lines, workOrderNo }) => [
  ...stopIf(workOrderNo === null, 'request.noWorkOrder', 'workOrderNo'),
  ...stopIf(!lines.some(({ qtyFitted }) => qtyFitted > 0), 'request.notFitted', 'lines'),
  ...eachLine(lines, ({ partName: part, qtyFitted, qtyReceived }, row, at) =>
    stopIf(qtyFitted > qtyReceived, 'request.fittedTooMany', `${at}.qtyFitted`, { row, part, qtyFitted, qtyReceived }),
  ),
]

const labelled: Guard = ({ lines }) =>
  eachLine(lines, ({ partName: part, oldPartRequired, oldPartsLabelled, qtyFitted }, row, at) =>
    stopIf(oldPartRequired && oldPartsLabelled < qtyFitted, 'request.oldPartUnlabelled', `${at}.oldParts`, {
      row,
      part,
      pieces: qtyFitted - oldPartsLabelled,
    }),
  )

const oldPartsGone: Guard = ({ status, oldPartsShipped, qualityReport, refundLateReturn, lines }) => [
  ...stopIf(!oldPartsShipped, 'request.oldPartsNotShipped', 'manifest'),
  ...stopIf(qualityReport === 'missing', 'request.qualityReportMissing', 'qualityReport'),
  ...eachLine(lines, ({ partName: part, qtyReturnedOld, qtyFitted }, row, at) =>
    stopIf(qtyReturnedOld > qtyFitted, 'request.returnedTooMany', `${at}.qtyReturnedOld`, { row, part, qtyReturnedOld, qtyFitted }),
  ),
  ...warnIf(status === 'billed' && !refundLateReturn, 'request.noRefund'),
]

/** What was borrowed, came, and was not fitted is the maker's still. */
const nothingUnused: Guard = ({ status, kind, lines }) => {
  const pieces = unusedPieces(lines)
  return stopIf(kind === 'borrow' && status !== 'arrived' && pieces > 0, 'request.restUnused', null, { pieces })
}

/** Who owes no old part is settled without one: an order for own stock once it is there, a part whose old one is exempt. */
const settled: Guard = (facts) => {
  const { status, kind, lines, makerConfirmed } = facts
  if (status === 'arrived') return stopIf(kind !== 'order', 'request.settleOnlyOrder')
  if (status === 'fitted')
    return [
      ...nothingUnused(facts),
      ...stopIf(
        lines.some((line) => line.oldPartRequired && line.qtyFitted > 0),
        'request.oldPartOwed',
        'oldParts',
      ),
    ]
  return [...nothingUnused(facts), ...stopIf(!makerConfirmed, 'request.makerNotConfirmed', 'makerConfirmed')]
}

const guards: Readonly<Record<RequestEvent, Guard>> = {
  create: () => [],
  agree: agreed,
  send: readyToSend,
  ship: sentByMaker,
  refuse: reasonGiven,
  receive: arrived,
  receiveRest: arrived,
  fit: fitted,
  sendBack: ({ lines }) =>
    stopIf(
      lines.some(({ qtyFitted }) => qtyFitted > 0),
      'request.alreadyFitted',
      'lines',
    ),
  sendBackRest: ({ lines }) => stopIf(unusedPieces(lines) === 0, 'request.nothingUnused', 'lines'),
  oldPartReady: labelled,
  returnOldPart: oldPartsGone,
  fallOverdue: ({ oldPartDueOn, today }) =>
    stopIf(oldPartDueOn === null || today <= oldPartDueOn, 'request.notOverdue', null, { due: oldPartDueOn ?? '—' }),
  bill: ({ makerBilled }) => stopIf(!makerBilled, 'request.notBilled', 'makerBilled'),
  settle: settled,
  withdraw: reasonGiven,
}

/** What stands before a step of the request (domain.md §3.2): the list 还缺 and the refusal are the same answer. */
export function problemsBeforeRequestStep(event: RequestEvent, facts: RequestFacts): Problem[] {
  return guards[event](facts)
}

/** Nothing was borrowed by them: refused by the maker, taken back, or sent back unused. */
export const cameToNothing: readonly RequestStatus[] = ['withdrawn', 'refused', 'sentBack']

/** Less came than was asked for: the rest may still follow. */
export function awaitsRest(lines: readonly Pick<RequestLineFacts, 'qtyRequested' | 'qtyReceived'>[]): boolean {
  return lines.some(({ qtyRequested, qtyReceived }) => qtyReceived < qtyRequested)
}

/** Pieces that came and were not fitted. */
export function unusedPieces(lines: readonly Pick<RequestLineFacts, 'qtyReceived' | 'qtyFitted'>[]): number {
  return lines.reduce((sum, { qtyReceived, qtyFitted }) => sum + Math.max(0, qtyReceived - qtyFitted), 0)
}

/** M05: a borrowed part whose old part is late is charged at part price × the pieces not yet back. */
export function lateCharge({ unitPrice, qtyFitted, qtyReturnedOld }: { unitPrice: Fen; qtyFitted: number; qtyReturnedOld: number }): Fen {
  return timesFen(unitPrice, Math.max(0, qtyFitted - qtyReturnedOld))
}
