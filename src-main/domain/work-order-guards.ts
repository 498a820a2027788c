import { millisOf, type Instant } from './dates.ts'
import type { DueParameters } from './due-dates.ts'
import { stop, warn, type Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf, warnIf } from './guards.ts'
import { formatFen, type Fen } from './money.ts'
import { grouped } from './text.ts'
import {
  dateProblems, labourLineProblems, mileageProblems, missingTexts, partLineProblems, poorTexts, shown, similarJobProblems,
  type FaultTexts, type LabourLineFacts, type MileageFacts, type PartLineFacts, type SimilarJob, type TimeFacts,
} from './work-order-checks.ts'
import type { WarrantyAsk } from './warranty.ts'
import type { WorkOrderEvent } from './work-order.ts'
import { nature as natureWords, type AttachmentKind, type Eligibility, type Nature, type RequestKind, type RequestStatus, type RepairType, type Solution } from './words.ts'

/** The job a 返修 goes back to, measured against domain.md §4.5 (`reworkTerm`). */
export type ReworkFacts = {
  readonly originalNo: string
  readonly sameUnit: boolean
  readonly sameFault: boolean
  /** since 完工 of the original; km null where the model has no odometer */
  readonly days: number
  readonly km: number | null
  readonly termDays: number
  readonly termKm: number | null
}

/** `assembly`: an assembly or a main part was changed */
export type ReworkedJob = { readonly nature: Nature; readonly repairType: RepairType; readonly assembly: boolean; readonly isCar: boolean }

/** All the guards of §3.1 look at. Absent is null; texts are '' while empty. */
export type OrderFacts = TimeFacts & MileageFacts & FaultTexts & {
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
  readonly requests: readonly { readonly no: string; readonly kind: RequestKind; readonly status: RequestStatus; readonly received: number }[]
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

const reworkAllowed: Guard = ({ repairType, rework }) => {
  if (repairType !== 'rework') return []
  if (rework === null) return [stop('order.reworkUnknown', 'repeatOfId')]
  const { originalNo: no, sameUnit, sameFault, days, km, termDays, termKm } = rework
  const tooLate = days > termDays || (km !== null && termKm !== null && km > termKm)
  return [
    ...stopIf(!sameUnit, 'order.reworkOtherUnit', 'repeatOfId', { no }),
    ...stopIf(!sameFault, 'order.reworkOtherFault', 'repeatOfId', { no }),
    ...stopIf(tooLate, 'order.reworkTooLate', 'repeatOfId', { no, days, km: km === null ? '—' : grouped(km), termDays, termKm: termKm === null ? '—' : grouped(termKm) }),
  ]
}

const registered: Guard = (facts) => [
  ...stopIf(isBlank(facts.customerPhone), 'order.phoneMissing', 'customer.phone'),
  ...stopIf(isBlank(facts.customerStatement), 'order.statementMissing', 'customerStatement'),
  ...reworkAllowed(facts),
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
  proof: 'unit.invoiceNo', purchaseDate: 'unit.purchasedOn', mileage: 'mileage', policy: 'unit.modelName', limit: 'eligibility',
}

/** 待判 names what is missing, and the field where it is entered. */
export function undecidedProblems({ asks }: Pick<OrderFacts, 'asks'>): Problem[] {
  return asks.length === 0 ? [stop('order.eligibilityPending', 'eligibility')] : asks.map((ask) => stop(`order.undecided.${ask}`, askFields[ask]))
}

/** §3.1 开工: judged, and a special approval carries the maker's number (§4.4.4 override). */
const judged: Guard = (facts) => {
  if (!concernsMaker(facts)) return []
  const { eligibility, approvalNo, nature } = facts
  if (eligibility === 'pending') return undecidedProblems(facts)
  if (eligibility === 'special' && isBlank(approvalNo)) return [stop('order.approvalMissing', 'approvalNo')]
  return warnIf(eligibility === 'notCovered' && nature !== 'mixed', 'order.natureMismatch', 'nature', { nature: natureWords[nature] })
}

const requested: Guard = ({ requests }) =>
  stopIf(!requests.some(({ status }) => status !== 'refused' && status !== 'withdrawn'), 'order.requestMissing', 'requests')

const arrived: Guard = ({ requests }) => stopIf(!requests.some((request) => request.received > 0), 'order.nothingReceived', 'requests')

/** 待件 days lengthen the term (MC2): a wait begins after the work did and ends after it began; 回访 and 关闭 follow 交车. */
const inItsTime: Guard = ({ stepAt, waitingFrom, startedAt, reportedAt, deliveredAt }) => {
  const [later, earlier, since] = waitingFrom !== null ? ['到件时间', '缺件时间', waitingFrom] as const
    : deliveredAt !== null ? ['步骤时间', '交车时间', deliveredAt] as const
      : startedAt !== null ? ['缺件时间', '开工时间', startedAt] as const : ['缺件时间', '报修时间', reportedAt] as const
  return since === null || stepAt >= since ? [] : [stop('order.timesReversed', 'at', { later, laterAt: shown(stepAt), earlier, earlierAt: shown(since) })]
}

/** V-15 stops the claim; here it is said while the vehicle can still be photographed. */
const photographed: Guard = (facts) =>
  concernsMaker(facts) && facts.claim !== 'notDue' ? facts.photosMissing.map((kind) => warn(`order.photo.${kind}`, `attachments.${kind}`)) : []

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
  const whoProblems = !own ? []
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

/** A 三包 order may hold lines for the customer too; what he owes decides, not the nature alone. */
const paid: Guard = (facts) => [
  ...somebodyPays(facts),
  ...stopIf((facts.nature === 'paid' || facts.nature === 'mixed' || facts.payableFen > 0) && !facts.billPaid, 'order.unpaid', 'billPaid'),
]

const settledAll: Guard = (facts) => [
  ...stopIf(concernsMaker(facts) && facts.claim === 'missing', 'order.claimMissing', 'claim'),
  ...paid(facts),
  ...facts.requests.filter(isOpenBorrowing).map(({ no }) => stop('order.borrowingOpen', 'requests', { no })),
]

/** An ordered part becomes the station's own stock; only borrowed and exchanged ones must be squared with the maker. */
function isOpenBorrowing({ kind, status }: OrderFacts['requests'][number]): boolean {
  return kind !== 'order' && !['settled', 'billed', 'refused', 'withdrawn', 'sentBack'].includes(status)
}

const guards: Readonly<Record<WorkOrderEvent, Guard>> = {
  register: registered,
  handOver: handedOver,
  plan: planned,
  solveByPhone: ({ solution, customerConfirmed }) => [
    ...stopIf(solution !== 'byPhone', 'order.solutionNotByPhone', 'solution'),
    ...stopIf(!customerConfirmed, 'order.customerNotConfirmed', 'customerConfirmed'),
  ],
  sendParts: (facts) => [...inItsTime(facts), ...stopIf(facts.solution !== 'sendParts', 'order.solutionNotSendParts', 'solution'), ...judged(facts), ...requested(facts)],
  receive: received,
  start: (facts) => [...judged(facts), ...dateProblems(facts)],
  lackPart: (facts) => [...requested(facts), ...inItsTime(facts)],
  partArrived: (facts) => [...arrived(facts), ...inItsTime(facts)],
  customerFitted: (facts) => [
    ...stopIf(facts.solution !== 'sendParts', 'order.solutionNotSendParts', 'solution'),
    ...stopIf(!facts.riskTold, 'order.riskNotTold', 'riskTold'),
    ...arrived(facts), ...inItsTime(facts), ...missingTexts(facts), ...partLineProblems(facts.partLines), ...dateProblems(facts),
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

/**
 * The station's own guarantee on a finished job, domain.md §4.5: motorcycles 80 d / 7 000 km after a whole-vehicle or
 * assembly repair, else 10 d / 800 km; cars 100 d / 20 000 km, 30 d / 5 000 km after a service, else 10 d / 2 000 km; a 三包
 * job 30 d.
 */
export function reworkTerm({ nature, repairType, assembly, isCar }: ReworkedJob): { readonly days: number; readonly km: number | null } {
  if (nature !== 'paid') return { days: 30, km: null }
  if (!isCar) return assembly ? { days: 80, km: 7000 } : { days: 10, km: 800 }
  if (assembly) return { days: 100, km: 20_000 }
  return repairType === 'firstService' || repairType === 'periodicService' ? { days: 30, km: 5000 } : { days: 10, km: 2000 }
}
