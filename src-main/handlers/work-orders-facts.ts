import { listAttachments } from '#db/queries/attachments'
import { findPart } from '#db/queries/catalogue'
import { hadClaim } from '#db/queries/claims'
import { listRequestLines, listRequestsOfOrder } from '#db/queries/parts-requests'
import { listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import { listTechnicians } from '#db/queries/users'
import { findEarlierReading, hasOdometerChange } from '#db/queries/work-order-history'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { checkAmount, outingAmount } from '#domain/amounts'
import { missingKinds } from '#domain/attachment'
import { daysBetween, localDateOf, type Instant } from '#domain/dates'
import type { Problem } from '#domain/errors'
import type { Fen } from '#domain/money'
import { dateProblems, labourLineProblems, mileageProblems, partLineProblems, poorTexts, similarJobProblems, type MileageFacts, type SimilarJob } from '#domain/work-order-checks'
import { reworkTerm, type OrderFacts, type ReworkFacts } from '#domain/work-order-guards'
import type { Eligibility } from '#domain/words'
import { asksOf } from '#domain/warranty'
import { isSameFault } from '#domain/warranty-repeat'
import type { Actor } from './define.ts'
import { amountParametersOf, dueParametersOf, photoKindsRequiredBy } from './policy-parameters.ts'
import { receivedOn, type OrderPicture } from './work-orders-picture.ts'
import { faultOf, faultOnFile, totalsOf, verdictOf } from './work-orders-verdict.ts'

/** What the person who takes the step says and ticks in its dialogue. */
export type Said = {
  readonly reason: string
  readonly userSigned: boolean
  readonly billPaid: boolean
  readonly confirmed: boolean
  readonly takesOldParts: boolean | null
}

/** As if the dialogue had been answered: then only what is missing on the order itself remains. */
export const everythingSaid: Said = { reason: '——', userSigned: true, billPaid: true, confirmed: true, takesOldParts: false }

/** Stands for a person who is no technician: never equal to a technician's id. */
const noTechnician = 0

type Standing = { readonly now: Instant; readonly actor: Actor; readonly eligibility: Eligibility; readonly voucherIssued: boolean; /** of the step; now when it is only looked at */ readonly at?: Instant }

/** All the guards of domain.md §3.1 look at, from file. People are compared by technician id. */
export function orderFacts(db: Reader, picture: OrderPicture, said: Said, { now, actor, eligibility, voucherIssued, at = now }: Standing): OrderFacts {
  const { id, content, moments, unit, policy } = picture
  const { claimTotalFen, payableFen } = totalsOf(picture)
  const technicians = [content.technicianId, ...content.labourLines.map((line) => line.technicianId)].filter((technician) => technician !== null)
  return {
    ...contentFacts(db, picture, now), ...moments, now, planAt: moments.contactedAt,
    manufacturedAt: unit.manufacturedOn, purchaseDate: unit.purchasedOn, reportedAt: content.reportedAt, receivedAt: content.receivedAt,
    customerPhone: picture.customerPhone, repairType: content.repairType, nature: content.nature, eligibility, asks: asksOfPicture(db, picture, eligibility), approvalNo: content.approvalNo, solution: content.solution,
    technicianIds: technicians, inspectorId: actor.technicianId ?? noTechnician, stationTechnicians: listTechnicians(db).filter((person) => person.active).length,
    hasOuting: content.outings.length > 0, requests: id === null ? [] : requestsOf(db, id), rework: reworkOf(db, picture), photosMissing: id === null ? [] : missingKinds(photoKindsRequiredBy(policy), listAttachments(db, id)), voucherIssued,
    userSigned: said.userSigned, takesOldParts: said.takesOldParts, billPaid: said.billPaid, callbackRecorded: said.reason.trim() !== '', claim: claimOf(db, picture, claimTotalFen), claimTotalFen, payableFen,
    customerConfirmed: said.confirmed, riskTold: said.confirmed, reason: said.reason, stepAt: at, waitingFrom: picture.waits.find(({ to }) => to === null)?.from ?? null, clocks: dueParametersOf(policy),
  }
}

function asksOfPicture(db: Reader, picture: OrderPicture, eligibility: Eligibility): OrderFacts['asks'] {
  return eligibility === 'pending' ? asksOf(verdictOf(db, picture).decision) : []
}

type ContentFacts = MileageFacts & Pick<OrderFacts, 'partLines' | 'labourLines' | 'similarJobs' | 'customerStatement' | 'faultReason' | 'repairMethod'>

function contentFacts(db: Reader, picture: OrderPicture, now: Instant): ContentFacts {
  const { content, usesMileage } = picture
  const { customerStatement, faultReason, repairMethod, mileage, receivedAt } = content
  return {
    customerStatement, faultReason, repairMethod, mileage, receivedAt, usesMileage, ...lastReading(db, picture, now), partLines: partLinesOf(db, picture),
    labourLines: content.labourLines.map(({ labourName: name, hours, rateFen }) => ({ name, hours, rateFen })), similarJobs: similarJobsOf(picture),
  }
}

/** What is wrong with the content itself, whatever step comes next: V-08, V-09, V-11, V-12, V-14, V-16 and the outings. */
export function contentProblems(db: Reader, picture: OrderPicture, now: Instant): Problem[] {
  const { content, moments, unit } = picture
  const facts = contentFacts(db, picture, now)
  const { rates } = amountParametersOf(picture.policy)
  return [
    ...dateProblems({ ...moments, now, manufacturedAt: unit.manufacturedOn, purchaseDate: unit.purchasedOn, reportedAt: content.reportedAt, receivedAt: content.receivedAt }),
    ...mileageProblems(facts, false), ...partLineProblems(facts.partLines), ...labourLineProblems(facts.labourLines), ...poorTexts(facts), ...similarJobProblems(facts.similarJobs),
    ...content.outings.flatMap((outing, index) => outingAmount(outing, rates).problems.map((problem) => ({ ...problem, field: problem.field && `outings.${index}.${problem.field}` }))),
    ...content.otherFees.flatMap(({ amountFen }, index) => checkAmount(amountFen, `otherFees.${index}.amountFen`)),
  ]
}

function lastReading(db: Reader, picture: OrderPicture, now: Instant): Pick<MileageFacts, 'lastMileage' | 'odometerChanged'> {
  const { unit, id, content } = picture
  if (unit.id === null) return { lastMileage: null, odometerChanged: false }
  const earlier = findEarlierReading(db, unit.id, id, content.receivedAt ?? now)
  const onUnit = unit.lastMileage !== null && unit.lastMileageOn !== null && unit.lastMileageOn < receivedOn(picture) ? { km: unit.lastMileage, on: unit.lastMileageOn } : null
  const lastMileage = earlier ? { km: earlier.km, on: localDateOf(earlier.at) } : onUnit
  return { lastMileage, odometerChanged: lastMileage !== null && hasOdometerChange(db, unit.id, lastMileage.on) }
}

/** While typing, pieces count as registered: saving registers them. */
function partLinesOf(db: Reader, { id, content, isTyping }: OrderPicture): OrderFacts['partLines'] {
  const pieces = id === null || isTyping ? [] : listReturnedPartsOfOrder(db, id)
  return content.partLines.map(({ id: lineId, partId, partName, qty, priceFen, oldPartRequired }) => {
    const registered = pieces.filter((piece) => piece.partLineId === lineId).reduce((sum, piece) => sum + piece.qty, 0)
    return { partId, partName, qty, priceFen, oldPartRequired, oldPartPieces: isTyping && oldPartRequired ? qty : registered }
  })
}

function requestsOf(db: Reader, workOrderId: number): OrderFacts['requests'] {
  return listRequestsOfOrder(db, workOrderId).map(({ id, no, kind, status }) => ({
    no: no ?? '（草稿）', kind, status, received: listRequestLines(db, id).reduce((sum, line) => sum + line.qtyReceived, 0),
  }))
}

function claimOf(db: Reader, picture: OrderPicture, claimTotalFen: Fen): OrderFacts['claim'] {
  if (claimTotalFen === 0) return 'notDue'
  return picture.id !== null && hadClaim(db, picture.id) ? 'made' : 'missing'
}

function similarJobsOf(picture: OrderPicture): SimilarJob[] {
  const day = receivedOn(picture)
  const codes = new Map(picture.content.partLines.filter((line) => line.partCode !== '').map((line) => [line.partCode, line.partName]))
  return picture.earlier.flatMap(({ no, receivedAt, parts }) => {
    const daysAgo = receivedAt === null ? -1 : daysBetween(localDateOf(receivedAt), day)
    const same = parts.find((part) => codes.has(part.partCode))
    return daysAgo < 0 || same === undefined ? [] : [{ no, partName: same.partName, daysAgo }]
  })
}

function reworkOf(db: Reader, picture: OrderPicture): ReworkFacts | null {
  const { content, unit } = picture
  if (content.repeatOfId === null) return null
  const original = findWorkOrder(db, content.repeatOfId)
  if (original === undefined || original.finishedAt === null) return null
  const onUnit = picture.earlier.find((order) => order.id === original.id)
  const assembly = onUnit?.parts.some(({ partId }) => partId !== null && findPart(db, partId)?.category === 'main') ?? false
  const term = reworkTerm({ ...original, assembly, isCar: picture.category === 'car' })
  const sameFault = onUnit !== undefined && (isSameFault(faultOf(db, picture), faultOnFile(onUnit)) || content.faultCodeId === null || original.faultCodeId === null)
  const km = content.mileage === null || original.mileage === null ? null : content.mileage - original.mileage
  return { originalNo: original.no, sameUnit: original.unitId === unit.id, sameFault, days: daysBetween(localDateOf(original.finishedAt), receivedOn(picture)), km, termDays: term.days, termKm: term.km }
}
