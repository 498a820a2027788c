import { listUnprintedOrders, setEligibility } from '#db/queries/work-orders'
import type { CommandContext } from './define.ts'
import { pictureOf } from './work-orders-picture.ts'
import { verdictOf } from './work-orders-verdict.ts'

/**
 * After a change of the vehicle (its invoice, purchase date, use or odometer) its open orders are decided anew, as their
 * pages already show it. What a voucher has printed stays as it was decided.
 */
export function redecideOrdersOf({ db }: CommandContext, unitId: number): void {
  for (const order of listUnprintedOrders(db, unitId)) {
    const { result } = verdictOf(db, pictureOf(db, order)).decision
    if (result !== order.eligibility) setEligibility(db, order.id, result)
  }
}
