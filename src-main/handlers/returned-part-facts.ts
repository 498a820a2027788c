import { findManifest } from '#db/queries/manifests'
import { findTermsFor } from '#db/queries/policy-terms'
import { findReplacedLine, type ReturnedPart } from '#db/queries/returned-parts'
import { hasTakenStep } from '#db/queries/step-history'
import { findUnitOfOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { fen } from '#domain/money'
import { defaultTerms } from '#domain/policy-terms'
import type { ReturnedPartFacts } from '#domain/returned-part'
import type { Disposal, ManifestStatus, ReturnExempt } from '#domain/words'

export type ReturnedPartSaid = {
  readonly reason: string
  readonly exemptReason: ReturnExempt
  readonly exemptBy: string
  readonly manifestStatus: ManifestStatus | null
  /** the manufacturer has signed for the piece */
  readonly receivedAt: Instant | null
  readonly qtyReceived: number | null
  readonly disposal: Disposal | null
}

export const nothingSaidOfPart: ReturnedPartSaid = {
  reason: '',
  exemptReason: 'no',
  exemptBy: '',
  manifestStatus: null,
  receivedAt: null,
  qtyReceived: null,
  disposal: null,
}

/** Everything the guards of domain.md §3.3 look at for one piece. */
export function returnedPartFacts(db: Reader, piece: ReturnedPart, today: LocalDate, said: ReturnedPartSaid): ReturnedPartFacts {
  const replaced = findReplacedLine(db, piece.partLineId)
  const manifest = piece.manifestId === null ? undefined : findManifest(db, piece.manifestId)
  const unit = findUnitOfOrder(db, piece.workOrderId)
  const { smallPartLimit, appealDays } = unit === undefined ? defaultTerms : findTermsFor(db, unit, unit.receivedOn)
  return {
    status: piece.status,
    partCode: piece.partCode,
    partName: piece.partName,
    faultText: piece.faultDesc,
    qty: piece.qty,
    qtyReplaced: replaced?.line.qty ?? 0,
    qtyRegistered: replaced?.registered ?? 0,
    workOrderNo: unit?.orderNo ?? null,
    unitPrice: replaced?.line.priceFen ?? fen(0),
    smallPartLimit,
    noRecyclingValue: replaced?.part?.oldPartReturn !== 'mustReturn',
    manMade: unit?.manMade ?? false,
    exemptReason: said.exemptReason,
    exemptBy: said.exemptBy,
    labelNo: piece.labelNo,
    boxNo: piece.boxNo === null ? null : String(piece.boxNo),
    manifestStatus: said.manifestStatus ?? manifest?.status ?? null,
    dueOn: piece.dueOn,
    today,
    feedback: 'off',
    receivedAt: said.receivedAt,
    qtyReceived: said.qtyReceived ?? piece.qtyReceived,
    verdictOn: piece.verdictAt === null ? null : localDateOf(piece.verdictAt),
    appealDays,
    appealedBefore: piece.verdictAt !== null && hasTakenStep(db, 'returnedPart', piece.id, 'appeal'),
    disposal: said.disposal ?? piece.disposal,
    reason: said.reason,
  }
}
