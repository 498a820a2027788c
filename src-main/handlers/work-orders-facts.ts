import { listAttachments } from '#db/queries/attachments'
import { hadClaim } from '#db/queries/claims'
import { listRequestLines, listRequestsOfOrder } from '#db/queries/parts-requests'
import { listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import { listTechnicians } from '#db/queries/users'
import { findEarlierReading, hasOdometerChange } from '#db/queries/work-order-history'
import type { Reader } from '#db/types'
import { checkAmount, outingAmount } from '#domain/amounts'
import { missingKinds } from '#domain/attachment'
import { localDateOf, type Instant } from '#domain/dates'
import type { Problem } from '#domain/errors'
import type { Fen } from '#domain/money'
import {
  dateProblems,
  labourLineProblems,
  mileageProblems,
  partLineProblems,
  poorTexts,
  similarJobProblems,
  type MileageFacts,
} from '#domain/work-order-checks'
import type { OrderFacts } from '#domain/work-order-guards'
import type { Eligibility } from '#domain/words'
import { asksOf } from '#domain/warranty'
import type { Actor } from './define.ts'
import { once } from './once.ts'
import { photoKindsRequiredBy } from './policy-parameters.ts'
import { reworkOf, similarJobsOf } from './work-orders-earlier.ts'
import { receivedOn, type OrderPicture } from './work-orders-picture.ts'
import { totalsOf, verdictOf } from './work-orders-verdict.ts'

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

type Standing = {
  readonly now: Instant
  readonly actor: Actor
  readonly eligibility: Eligibility
  readonly voucherIssued: () => boolean
  /** of the step; now when it is only looked at */ readonly at?: Instant
}

/** All the guards of domain.md §3.1 look at, from file, each read when a guard looks at it. People are compared by technician id. */
export function orderFacts(
  db: Reader,
  picture: OrderPicture,
  said: Said,
  { now, actor, eligibility, voucherIssued, at = now }: Standing,
): OrderFacts {
  const { id, moments, unit } = picture
  const reading = once(() => lastReading(db, picture, now))
  const partLines = once(() => partLinesOf(db, picture))
  const requests = once(() => (id === null ? [] : requestsOf(db, id)))
  const totals = once(() => totalsOf(picture))
  const claim = once(() => claimOf(db, picture, totals().claimTotalFen))
  return {
    now,
    handedAt: moments.handedAt,
    contactedAt: moments.contactedAt,
    planAt: moments.contactedAt,
    startedAt: moments.startedAt,
    finishedAt: moments.finishedAt,
    inspectedAt: moments.inspectedAt,
    deliveredAt: moments.deliveredAt,
    manufacturedAt: unit.manufacturedOn,
    purchaseDate: unit.purchasedOn,
    eligibility,
    inspectorId: actor.technicianId ?? noTechnician,
    userSigned: said.userSigned,
    takesOldParts: said.takesOldParts,
    billPaid: said.billPaid,
    callbackRecorded: said.reason.trim() !== '',
    customerConfirmed: said.confirmed,
    riskTold: said.confirmed,
    reason: said.reason,
    stepAt: at,
    get customerStatement() {
      return picture.content.customerStatement
    },
    get faultReason() {
      return picture.content.faultReason
    },
    get repairMethod() {
      return picture.content.repairMethod
    },
    get reportedAt() {
      return picture.content.reportedAt
    },
    get receivedAt() {
      return picture.content.receivedAt
    },
    get mileage() {
      return picture.content.mileage
    },
    get usesMileage() {
      return picture.usesMileage
    },
    get lastMileage() {
      return reading().lastMileage
    },
    get odometerChanged() {
      return reading().odometerChanged
    },
    get customerPhone() {
      return picture.customerPhone
    },
    get repairType() {
      return picture.content.repairType
    },
    get nature() {
      return picture.content.nature
    },
    get approvalNo() {
      return picture.content.approvalNo
    },
    get solution() {
      return picture.content.solution
    },
    get asks() {
      return asksOfPicture(db, picture, eligibility)
    },
    get technicianIds() {
      return techniciansOf(picture)
    },
    get stationTechnicians() {
      return listTechnicians(db).filter((person) => person.active).length
    },
    get partLines() {
      return partLines()
    },
    get labourLines() {
      return labourLinesOf(picture)
    },
    get hasOuting() {
      return picture.content.outings.length > 0
    },
    get requests() {
      return requests()
    },
    get similarJobs() {
      return similarJobsOf(picture)
    },
    get rework() {
      return reworkOf(db, picture)
    },
    get photosMissing() {
      return id === null ? [] : photosMissingOf(db, id, picture)
    },
    get voucherIssued() {
      return voucherIssued()
    },
    get claim() {
      return claim()
    },
    get claimTotalFen() {
      return totals().claimTotalFen
    },
    get payableFen() {
      return totals().payableFen
    },
    get waitingFrom() {
      return picture.waits.find(({ to }) => to === null)?.from ?? null
    },
    get clocks() {
      return picture.terms
    },
  }
}

function techniciansOf({ content }: OrderPicture): number[] {
  return [content.technicianId, ...content.labourLines.map((line) => line.technicianId)].filter((technician) => technician !== null)
}

function labourLinesOf({ content }: OrderPicture): OrderFacts['labourLines'] {
  return content.labourLines.map(({ labourName: name, hours, rateFen }, index) => ({ row: index + 1, name, hours, rateFen }))
}

function photosMissingOf(db: Reader, workOrderId: number, { policy }: OrderPicture): OrderFacts['photosMissing'] {
  const wanted = photoKindsRequiredBy(policy)
  return wanted.length === 0 ? [] : missingKinds(wanted, listAttachments(db, workOrderId))
}

function asksOfPicture(db: Reader, picture: OrderPicture, eligibility: Eligibility): OrderFacts['asks'] {
  return eligibility === 'pending' ? asksOf(verdictOf(db, picture).decision) : []
}

/** What is wrong with the content itself, whatever step comes next: V-08, V-09, V-11, V-12, V-14, V-16 and the outings. */
export function contentProblems(db: Reader, picture: OrderPicture, now: Instant): Problem[] {
  const { content, moments, unit, usesMileage } = picture
  const { mileage, receivedAt, customerStatement, faultReason, repairMethod } = content
  return [
    ...dateProblems({
      ...moments,
      now,
      manufacturedAt: unit.manufacturedOn,
      purchaseDate: unit.purchasedOn,
      reportedAt: content.reportedAt,
      receivedAt: content.receivedAt,
    }),
    ...mileageProblems({ usesMileage, mileage, receivedAt, ...lastReading(db, picture, now) }, false),
    ...partLineProblems(partLinesOf(db, picture)),
    ...labourLineProblems(labourLinesOf(picture)),
    ...poorTexts({ customerStatement, faultReason, repairMethod }),
    ...similarJobProblems(similarJobsOf(picture)),
    ...content.outings.flatMap((outing, index) =>
      outingAmount(outing, picture.terms).problems.map((problem) => ({
        ...problem,
        field: problem.field && `outings.${index}.${problem.field}`,
      })),
    ),
    ...content.otherFees.flatMap(({ amountFen }, index) => checkAmount(amountFen, `otherFees.${index}.amountFen`)),
  ]
}

/** V-09: what the odometer said at the last visit before this one; where there was none, what is on the vehicle's file. */
export function lastReading(db: Reader, picture: OrderPicture, now: Instant): Pick<MileageFacts, 'lastMileage' | 'odometerChanged'> {
  const { unit, id, content } = picture
  if (unit.id === null) return { lastMileage: null, odometerChanged: false }
  const earlier = findEarlierReading(db, unit.id, id, content.receivedAt ?? now)
  const onUnit =
    unit.lastMileage !== null && unit.lastMileageOn !== null && unit.lastMileageOn < receivedOn(picture)
      ? { km: unit.lastMileage, on: unit.lastMileageOn }
      : null
  const lastMileage = earlier ? { km: earlier.km, on: localDateOf(earlier.at) } : onUnit
  return { lastMileage, odometerChanged: lastMileage !== null && hasOdometerChange(db, unit.id, lastMileage.on) }
}

/** While typing, pieces count as registered: saving registers them. */
function partLinesOf(db: Reader, { id, content, isTyping }: OrderPicture): OrderFacts['partLines'] {
  const pieces = id === null || isTyping ? [] : listReturnedPartsOfOrder(db, id)
  return content.partLines.map(({ id: lineId, partId, partName, qty, priceFen, oldPartRequired }, index) => {
    const registered = pieces.filter((piece) => piece.partLineId === lineId).reduce((sum, piece) => sum + piece.qty, 0)
    return {
      row: index + 1,
      partId,
      partName,
      qty,
      priceFen,
      oldPartRequired,
      oldPartPieces: isTyping && oldPartRequired ? qty : registered,
    }
  })
}

function requestsOf(db: Reader, workOrderId: number): OrderFacts['requests'] {
  return listRequestsOfOrder(db, workOrderId).map(({ id, no, kind, status }) => ({
    no: no ?? '（草稿）',
    kind,
    status,
    received: listRequestLines(db, id).reduce((sum, line) => sum + line.qtyReceived, 0),
  }))
}

function claimOf(db: Reader, picture: OrderPicture, claimTotalFen: Fen): OrderFacts['claim'] {
  if (claimTotalFen === 0) return 'notDue'
  return picture.id !== null && hadClaim(db, picture.id) ? 'made' : 'missing'
}
