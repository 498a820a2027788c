import { findClaimOfOrder, listOrdersWithoutClaim } from '#db/queries/claims'
import { findWorkOrder } from '#db/queries/work-orders'
import { missing, type CommandContext } from './define.ts'
import { keepClaim } from './work-orders-keep.ts'
import { pictureOf } from './work-orders-picture.ts'

/**
 * The claim of a finished order that came in without one: from a ledger (settled.md 2). It arises where it is first
 * needed, with the voucher or with the batch of its month. An order whose claim was voided stays without.
 */
export function openClaim(context: CommandContext, workOrderId: number): void {
  if (findClaimOfOrder(context.db, workOrderId) !== undefined) return
  const order = findWorkOrder(context.db, workOrderId) ?? missing('工单')
  if (order.finishedAt !== null) keepClaim(context, order, pictureOf(context.db, order))
}

/** For every order finished in the month `2026-11` that has something to claim and never had a claim. */
export function openClaimsOfMonth(context: CommandContext, manufacturerId: number, period: string): void {
  for (const id of listOrdersWithoutClaim(context.db, manufacturerId, period)) openClaim(context, id)
}
