import { findClaimOfOrder } from '#db/queries/claims'
import type { IssuedPaper } from '#db/queries/papers'
import { findWorkOrder, updateWorkOrder } from '#db/queries/work-orders'
import { unsentClaims } from '#domain/claim'
import { AppError } from '#domain/errors'
import { claimStatus } from '#domain/words'
import { missing, orConflict, type CommandContext } from './define.ts'
import { recordStep } from './history.ts'
import { moveClaim } from './move-claim.ts'

/** A void voucher lets the order be corrected and issued anew; a claim that waited in the pool goes back to 草稿. */
export function releaseVoucher(context: CommandContext, stored: IssuedPaper, reason: string): void {
  const order = findWorkOrder(context.db, stored.subjectId) ?? missing('工单')
  if (order.voucherNo !== stored.number) return
  const claim = findClaimOfOrder(context.db, order.id)
  if (claim && !unsentClaims.includes(claim.status)) {
    throw new AppError('rule', 'paper.voucherClaimed', { number: stored.number, no: claim.no, status: claimStatus[claim.status] })
  }
  if (claim?.status === 'ready') {
    if (claim.batchId !== null)
      throw new AppError('rule', 'paper.voucherClaimed', { number: stored.number, no: claim.no, status: claimStatus[claim.status] })
    moveClaim(context, claim, { event: 'reopen', status: 'draft', note: reason })
  }
  orConflict(updateWorkOrder(context.db, order.id, order.revision, { voucherNo: '', userSigned: false }))
  recordStep(context, 'workOrder', order.id, { event: 'voidVoucher', from: order.status, to: order.status, note: reason })
}
