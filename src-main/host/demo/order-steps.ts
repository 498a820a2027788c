import { listOrderLines } from '#db/queries/work-order-lines'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Actor } from '#handlers/define'
import { contentOf } from '#handlers/work-orders-content'
import type { Content } from './job.ts'
import type { Shop } from './shop.ts'

/** One step of the order at its present revision. */
export function step(
  { shop, id }: { readonly shop: Shop; readonly id: number },
  actor: Actor,
  event: string,
  said: { reason?: string; userSigned?: boolean; billPaid?: boolean; confirmed?: boolean; userOpinion?: string } = {},
): void {
  shop.call(actor, 'workOrders', 'step', { id, revision: orderOf(shop, id).revision, event, ...said })
}

export function orderOf(shop: Shop, id: number) {
  const order = findWorkOrder(shop.db(), id)
  if (order === undefined) throw new Error(`order ${id} is gone`)
  return order
}

/** The order as it would be typed. */
export function contentOnFile(shop: Shop, id: number): Content {
  return contentOf(orderOf(shop, id), listOrderLines(shop.db(), id))
}
