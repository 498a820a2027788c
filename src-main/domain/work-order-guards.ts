import { millisOf, type Instant } from './dates.ts'
import type { DueParameters } from './due-dates.ts'
import { stop, warn, type Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf, warnIf } from './guards.ts'
import { formatFen, type Fen } from './money.ts'
import { cameToNothing } from './parts-request.ts'
import { reworkProblems, type ReworkFacts } from './rework.ts'
import {
  dateProblems,
  labourLineProblems,
  mileageProblems,
  missingTexts,
  partLineProblems,
  poorTexts,
  shown,
  similarJobProblems,
  type FaultTexts,
  type LabourLineFacts,
  type MileageFacts,
  type PartLineFacts,
  type SimilarJob,
  type TimeFacts,
} from './work-order-checks.ts'
import type { WarrantyAsk } from './warranty.ts'
import type { WorkOrderEvent } from './work-order.ts'
import {
  nature as natureWords,
  type AttachmentKind,
  type Eligibility,
  type Nature,
  type RequestKind,
  type RequestStatus,
  type RepairType,
  type Solution,
} from './words.ts'

/** All the guards of §3.1 look at. Absent is null; texts are '' while empty. */
export type OrderFacts = TimeFacts &
  MileageFacts &
  FaultTexts & {
    readonly customerPhone: string
    readonly repairType: RepairType
    readonly nature: Nature
    readonly eligibility: Eligibility
    /** what 待判 waits for */
    readonly asks: readonly WarrantyAsk[]
    readonly approvalNo: string
    readonly solution: Solution | null
    readonly handedAt: Instant | null
    readonly contactedAt: Instant | null
    readonly planAt: Instant | null
    /** user ids */
    readonly technicianIds: readonly number[]
    readonly inspectorId: number | null
    /** technicians on duty at the station; with one, they may inspect their own work (settled.md) */
    readonly stationTechnicians: number
    readonly partLines: readonly PartLineFacts[]
    readonly labourLines: readonly LabourLineFacts[]
    readonly hasOuting: boolean
    /** parts requests of this order; `received` = Σ qtyReceived */
    readonly requests: readonly {
      readonly no: string
      readonly kind: RequestKind
      readonly status: RequestStatus
      readonly received: number
    }[]
    readonly similarJobs: readonly SimilarJob[]
    readonly rework: ReworkFacts | null
    /** kinds of picture the maker asks for and that are not attached yet (V-15) */
    readonly photosMissing: readonly AttachmentKind[]
    /** F16 issued and not voided; ticked as signed by the user */
    readonly voucherIssued: boolean
    readonly userSigned: boolean
    readonly takesOldParts: boolean | null
    /** bill paid or credit approved */
    readonly billPaid: boolean
    readonly callbackRecorded: boolean
    /** `made`: also when it was voided since; `notDue`: no line, outing or fee is charged to 三包 */
    readonly claim: 'made' | 'missing' | 'notDue'
    /** what the lines ask of the maker and of the customer */
    readonly claimTotalFen: Fen
    readonly payableFen: Fen
    /** ticks of the dialogue that takes the step */
    readonly customerConfirmed: boolean
    readonly riskTold: boolean
    /** the moment the step is said to happen */
    readonly stepAt: Instant
    /** of the wait that goes on */
    readonly waitingFrom: Instant | null
    /** asked for by 取消, 检验不合格, 转退换 and 转投诉 */
    readonly reason: string
    /** D02–D04 */
    readonly clocks: Pick<DueParameters, 'csForwardH' | 'techContactH' | 'solutionH'>
  }

type Guard = (facts: OrderFacts) => Problem[]

/** 三包, 混合 and 特批 orders send something to the maker. */
function concernsMaker({ nature }: OrderFacts): boolean {
  return nature !== 'paid'
}

function lateBy(from: Instant | null, to: Instant | null, hours: number): boolean {
  return from !== null && to !== null && millisOf(to) - millisOf(from) > hours * 3_600_000
}

const reasonGiven: Guard = ({ reason }) => reasonProblems(reason)

const registered: Guard = (facts) => [
  ...stopIf(isBlank(facts.customerPhone), 'order.phoneMissing', 'customer.phone'),
  ...stopIf(isBlank(facts.customerStatement), 'order.statementMissing', 'customerStatement'),
  ...reworkProblems(facts),
  ...dateProblems(facts),
  ...mileageProblems(facts, false),
]

const handedOver: Guard = ({ reportedAt, handedAt, now, clocks: { csForwardH: hours } }) =>
  warnIf(lateBy(reportedAt, handedAt ?? now, hours), 'order.handedLate', 'handedAt', { hours })

const planned: Guard = ({ contactedAt, solution, reportedAt, handedAt, planAt, now, clocks: { techContactH, solutionH } }) => [
  ...stopIf(contactedAt === null, 'order.contactMissing', 'contactedAt'),
  ...stopIf(solution === null, 'order.solutionMissing', 'solution'),
  ...warnIf(lateBy(handedAt ?? reportedAt, contactedAt, techContactH), 'order.contactedLate', 'contactedAt', { hours: techContactH }),
  ...warnIf(lateBy(reportedAt, planAt ?? now, solutionH), 'order.planLate', 'planAt', { hours: solutionH }),
]

const received: Guard = (facts) => [
  ...stopIf(facts.technicianIds.length === 0, 'order.technicianMissing', 'technicianId'),
  ...stopIf(facts.receivedAt === null, 'order.receivedMissing', 'receivedAt'),
  ...mileageProblems(facts, true),
  ...dateProblems(facts),
]

const askFields: Readonly<Record<WarrantyAsk, string>> = {
  proof: 'unit.invoiceNo',
  purchaseDate: 'unit.purchasedOn',
  mileage: 'mileage',
  policy: 'unit.modelName',
  limit: 'eligibility',
}

/** 待判 names what is missing, and the field where it is entered. */
export function undecidedProblems({ asks }: Pick<OrderFacts, 'asks'>): Problem[] {
  return asks.length === 0
    ? [stop('order.eligibilityPending', 'eligibility')]
    : asks.map((ask) => stop(`order.undecided.${ask}`, askFields[ask]))
}

/** §3.1 开工: judged, and a special approval carries the maker's number (§4.4.4 override). */
const judged: Guard = (facts) => {
  if (!concernsMaker(facts)) return []
  const { eligibility, approvalNo, nature } = facts
  if (eligibility === 'pending') return undecidedProblems(facts)
  if (eligibility === 'special' && isBlank(approvalNo)) return [stop('order.approvalMissing', 'approvalNo')]
  return warnIf(eligibility === 'notCovered' && nature !== 'mixed', 'order.natureMismatch', 'nature', { nature: natureWords[nature] })
}

const isAlive = ({ status }: OrderFacts['requests'][number]): boolean => !cameToNothing.includes(status)

const requested: Guard = ({ requests }) => stopIf(!requests.some(isAlive), 'order.requestMissing', 'requests')

const arrived: Guard = ({ requests }) => {
  if (!requests.some(isAlive)) return [warn('order.requestCameToNothing', 'requests')] // the part may come from elsewhere
  return stopIf(!requests.some(({ received }) => received > 0), 'order.nothingReceived', 'requests')
}

/** 待件 days lengthen the term (MC2): a wait begins after the work did and ends after it began; 回访 and 关闭 follow 交车. */
const inItsTime: Guard = ({ stepAt, waitingFrom, startedAt, reportedAt, deliveredAt }) => {
  const [later, earlier, since] =
    waitingFrom !== null
      ? (['到件时间', '缺件时间', waitingFrom] as const)
      : deliveredAt !== null
        ? (['步骤时间', '交车时间', deliveredAt] as const)
        : startedAt !== null
          ? (['缺件时间', '开工时间', startedAt] as const)
          : (['缺件时间', '报修时间', reportedAt] as const)
  return since === null || stepAt >= since
    ? []
    : [stop('order.timesReversed', 'at', { later, laterAt: shown(stepAt), earlier, earlierAt: shown(since) })]
}

/** V-15 stops the claim; here it is said while the vehicle can still be photographed. */
const photographed: Guard = (facts) =>
  concernsMaker(facts) && facts.claim !== 'notDue'
    ? facts.photosMissing.map((kind) => warn(`order.photo.${kind}`, `attachments.${kind}`))
    : []

/** On a 收费 order nobody claims: what its lines still ask of the maker would be paid by no one. */
const somebodyPays: Guard = ({ nature, claimTotalFen }) =>
  stopIf(nature === 'paid' && claimTotalFen > 0, 'order.nobodyPays', 'nature', { amount: formatFen(claimTotalFen) })

const workDone: Guard = (facts) => [
  ...missingTexts(facts),
  ...stopIf(facts.partLines.length + facts.labourLines.length === 0 && !facts.hasOuting, 'order.noLines', 'labourLines'),
  ...partLineProblems(facts.partLines),
  ...labourLineProblems(facts.labourLines),
  ...somebodyPays(facts),
  ...dateProblems(facts),
  ...mileageProblems(facts, true),
  ...poorTexts(facts),
  ...similarJobProblems(facts.similarJobs),
  ...photographed(facts),
]

const inspected: Guard = (facts) => {
  const { inspectorId, technicianIds, stationTechnicians } = facts
  if (inspectorId === null) return [stop('order.inspectorMissing', 'inspectorId')]
  const own = technicianIds.includes(inspectorId)
  const whoProblems = !own
    ? []
    : [stationTechnicians > 1 ? stop('order.inspectorIsTechnician', 'inspectorId') : warn('order.inspectorAlone', 'inspectorId')]
  return [...whoProblems, ...dateProblems(facts), ...photographed(facts)]
}

/** V of F16: a three-guarantee old part belongs to the maker, the customer cannot take it away. */
export function takeAwayProblems(takesOldParts: boolean | null, partLines: readonly PartLineFacts[]): Problem[] {
  return stopIf(takesOldParts === true && partLines.some((line) => line.oldPartRequired), 'order.takesOldParts', 'takesOldParts')
}

const handedBack: Guard = (facts) => [
  ...stopIf(concernsMaker(facts) && !facts.voucherIssued, 'order.voucherMissing', 'voucher'),
  ...stopIf(concernsMaker(facts) && facts.voucherIssued && !facts.userSigned, 'order.notSigned', 'userSigned'),
  ...takeAwayProblems(facts.takesOldParts, facts.partLines),
  ...paid(facts),
  ...dateProblems(facts),
  ...photographed(facts),
]

/** A 三包 order may hold lines for the customer too: what he owes decides. */
const paid: Guard = (facts) => [
  ...somebodyPays(facts),
  ...stopIf((facts.nature === 'paid' || facts.nature === 'mixed' || facts.payableFen > 0) && !facts.billPaid, 'order.unpaid', 'billPaid'),
]

const settledAll: Guard = (facts) => [
  ...stopIf(concernsMaker(facts) && facts.claim === 'missing', 'order.claimMissing', 'claim'),
  ...paid(facts),
  // an ordered part becomes the station's own stock
  ...facts.requests
    .filter((request) => request.kind !== 'order' && isAlive(request) && !['settled', 'billed'].includes(request.status))
    .map(({ no }) => stop('order.borrowingOpen', 'requests', { no })),
]

const guards: Readonly<Record<WorkOrderEvent, Guard>> = {
  register: registered,
  handOver: handedOver,
  plan: planned,
  solveByPhone: ({ solution, customerConfirmed }) => [
    ...stopIf(solution !== 'byPhone', 'order.solutionNotByPhone', 'solution'),
    ...stopIf(!customerConfirmed, 'order.customerNotConfirmed', 'customerConfirmed'),
  ],
  sendParts: (facts) => [
    ...inItsTime(facts),
    ...stopIf(facts.solution !== 'sendParts', 'order.solutionNotSendParts', 'solution'),
    ...judged(facts),
    ...requested(facts),
  ],
  receive: received,
  start: (facts) => [...judged(facts), ...dateProblems(facts)],
  lackPart: (facts) => [...requested(facts), ...inItsTime(facts)],
  partArrived: (facts) => [...arrived(facts), ...inItsTime(facts)],
  customerFitted: (facts) => [
    ...stopIf(facts.solution !== 'sendParts', 'order.solutionNotSendParts', 'solution'),
    ...stopIf(!facts.riskTold, 'order.riskNotTold', 'riskTold'),
    ...arrived(facts),
    ...inItsTime(facts),
    ...missingTexts(facts),
    ...partLineProblems(facts.partLines),
    ...dateProblems(facts),
  ],
  finish: workDone,
  failInspection: reasonGiven,
  passInspection: inspected,
  deliver: handedBack,
  callBack: (facts) => [...stopIf(!facts.callbackRecorded, 'order.callbackMissing', 'callback'), ...inItsTime(facts)],
  close: (facts) => [...settledAll(facts), ...inItsTime(facts)],
  cancel: (facts) => [...reasonGiven(facts), ...stopIf(facts.partLines.length > 0, 'order.partsUsed', 'partLines')],
  toExchange: reasonGiven,
  toComplaint: reasonGiven,
}

/**
 * What stands before a step of the work order (domain.md §3.1): the list 还缺 of the step bar and the refusal in the
 * handler are the same answer. Stops forbid the step, warnings do not.
 */
export function problemsBeforeOrderStep(event: WorkOrderEvent, facts: OrderFacts): Problem[] {
  return guards[event](facts)
}

/** The findings of several steps taken in one save, each said once. */
export function problemsBeforeOrderSteps(events: readonly WorkOrderEvent[], facts: OrderFacts): Problem[] {
  const all = events.flatMap((event) => problemsBeforeOrderStep(event, facts))
  const seen = new Set<string>()
  return all.filter((problem) => {
    const id = JSON.stringify(problem)
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
  })
}
