import { findClaimOfOrder, type Claim } from '#db/queries/claims'
import { findReplacedLine, listReturnedPartsOfOrder, updateReturnedPart, type ReturnedPart } from '#db/queries/returned-parts'
import { markTasksDone } from '#db/queries/tasks'
import { splitPartLine, updateClaimedLines, updatePartLineCharge } from '#db/queries/work-order-lines'
import { concernsMaker } from '#domain/amounts'
import type { Bearer } from '#domain/words'
import { refreshBatchSums } from './batch-sums.ts'
import { orConflict, type CommandContext } from './define.ts'
import { moveClaim } from './move-claim.ts'
import { followsOrder, refreshOrderTotals } from './work-orders-keep.ts'

/**
 * 报损 (domain.md §3.3): each lost piece takes the part that replaced it out of the claim; who bears it was said then. A
 * claim that is sealed or with the maker stays as it is, and follows when it comes back. One with nothing left is void.
 */
export function chargeLostPieces(context: CommandContext, workOrderId: number, reason: string): void {
  const claim = findClaimOfOrder(context.db, workOrderId)
  if (claim !== undefined && !followsOrder(context.db, claim)) return
  const charged = listReturnedPartsOfOrder(context.db, workOrderId).filter((piece) => chargePiece(context, piece))
  if (charged.length === 0) return
  refreshOrderTotals(context, workOrderId)
  const left = findClaimOfOrder(context.db, workOrderId)
  if (left?.totalFen === 0) voidClaim(context, left, reason)
}

function chargePiece({ db }: CommandContext, piece: ReturnedPart): boolean {
  const line = findReplacedLine(db, piece.partLineId)?.line
  if (piece.bearer === null || line === undefined || !concernsMaker(line)) return false
  if (line.qty > piece.qty)
    orConflict(updateReturnedPart(db, piece.id, piece.revision, { partLineId: splitPartLine(db, line.id, piece.bearer) }))
  else updatePartLineCharge(db, line.id, piece.bearer)
  return true
}

/** 作废 (domain.md §3.4): the order keeps its lines, and what the maker was asked for is borne by the station or the customer. */
export function giveUpClaim(context: CommandContext, claim: Claim, reason: string, bearer: Bearer): void {
  voidClaim(context, claim, reason)
  updateClaimedLines(context.db, claim.workOrderId, bearer)
  refreshOrderTotals(context, claim.workOrderId)
}

function voidClaim(context: CommandContext, claim: Claim, reason: string): void {
  moveClaim(context, claim, { event: 'void', status: 'voided', note: reason }, { voidReason: reason, batchId: null })
  markTasksDone(context.db, 'claim', claim.id, context.now)
  if (claim.batchId !== null) refreshBatchSums(context, claim.batchId)
}
