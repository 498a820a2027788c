import { listAttachments } from '#db/queries/attachments'
import { findSealedBatch } from '#db/queries/batches'
import { findClaimOfVoucher, type Claim } from '#db/queries/claims'
import { listReturnedPartsOfOrder, type ReturnedPart } from '#db/queries/returned-parts'
import { findWorkOrder, type WorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { isClaimed } from '#domain/amounts'
import type { ClaimFacts } from '#domain/claim-findings'
import type { PartLineFacts } from '#domain/work-order-checks'
import { localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { pick } from '#domain/pick'
import type { ChargeMode } from '#domain/words'
import { missing, type Actor } from './define.ts'
import { everythingSaid, orderFacts } from './work-orders-facts.ts'
import { pictureOf, type OrderPicture } from './work-orders-picture.ts'
import { totalsOf } from './work-orders-verdict.ts'

type Standing = { readonly now: Instant; readonly today: LocalDate; readonly actor: Actor }

const factsOfOrder = [
  'manufacturedAt',
  'purchaseDate',
  'reportedAt',
  'receivedAt',
  'startedAt',
  'finishedAt',
  'inspectedAt',
  'deliveredAt',
  'usesMileage',
  'mileage',
  'lastMileage',
  'odometerChanged',
  'customerStatement',
  'faultReason',
  'repairMethod',
  'asks',
  'similarJobs',
  'photosMissing',
] as const

/** What the claim asks for. */
export const claimedOf = (claim: Claim) => pick(claim, ['partsFen', 'labourFen', 'outingFen', 'otherFen', 'totalFen'])

/** The order a claim is for, as it stands. */
export function claimPicture(db: Reader, claim: Claim): { order: WorkOrder; picture: OrderPicture } {
  const order = findWorkOrder(db, claim.workOrderId) ?? missing('工单')
  return { order, picture: pictureOf(db, order) }
}

/** Everything V-15 and its neighbours look at (domain.md §2.21, §3.4), from file; lines are those charged to 三包. */
export function claimFacts(
  db: Reader,
  claim: Claim,
  { now, today, actor }: Standing,
  { order, picture } = claimPicture(db, claim),
): ClaimFacts {
  const facts = orderFacts(db, picture, everythingSaid, {
    now,
    actor,
    eligibility: order.eligibility,
    voucherIssued: () => order.voucherNo !== '',
  })
  const totals = totalsOf(picture)
  return {
    now,
    ...pick(facts, factsOfOrder),
    eligibility: order.eligibility,
    approvalNo: order.approvalNo,
    partLines: claimedParts(db, order, picture, facts.partLines),
    labourLines: facts.labourLines.filter((_, index) => isClaimedLine(picture, picture.content.labourLines[index])),
    outingFen: totals.claimOutingFen,
    otherFen: totals.claimOtherFen,
    claimed: claimedOf(claim),
    voucherNo: order.voucherNo === '' ? null : order.voucherNo,
    userSigned: order.userSigned,
    voucherClaimedBy: order.voucherNo === '' ? null : (findClaimOfVoucher(db, order.voucherNo, claim.id)?.no ?? null),
    takesOldParts: null,
    photos: listAttachments(db, order.id).length,
    photosRequired: picture.terms.photosRequired,
    today: sealedOn(db, claim) ?? today,
    claimMaxDays: picture.terms.claimMaxD,
  }
}

/** D34 is kept with the sealing: in a sealed batch a claim grows no older. */
function sealedOn(db: Reader, { batchId }: Claim): LocalDate | null {
  const sealed = findSealedBatch(db, batchId)
  return sealed === undefined ? null : localDateOf(sealed.sealedAt)
}

/** Whether the maker is asked for the line today: by the maker's policy one 待旧件入库 may wait (M04). */
export function isClaimedLine({ terms }: OrderPicture, line: { readonly chargeMode: ChargeMode } | undefined): boolean {
  return line !== undefined && isClaimed(line.chargeMode, terms.billUnreturned)
}

const ready: ReadonlySet<string> = new Set([
  'labelled',
  'packed',
  'shipped',
  'received',
  'accepted',
  'rejected',
  'partial',
  'appealed',
  'disposed',
  'exempt',
])

function isReady({ status, labelNo }: ReturnedPart): boolean {
  return ready.has(status) || (status === 'overdue' && labelNo !== null)
}

function claimedParts(db: Reader, order: WorkOrder, picture: OrderPicture, lines: readonly PartLineFacts[]): ClaimFacts['partLines'] {
  const pieces = listReturnedPartsOfOrder(db, order.id)
  const countOf = (lineId: number | null, counts: (piece: ReturnedPart) => boolean) =>
    pieces.filter((piece) => piece.partLineId === lineId && counts(piece)).reduce((sum, piece) => sum + piece.qty, 0)
  return picture.content.partLines.flatMap((line, index) => {
    const facts = lines[index]
    if (facts === undefined || !isClaimedLine(picture, line)) return []
    return [{ ...facts, oldPartsReady: countOf(line.id, isReady), oldPartsLost: countOf(line.id, ({ status }) => status === 'lost') }]
  })
}
