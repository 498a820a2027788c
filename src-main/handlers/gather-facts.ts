import { listFinishedOrders, listLabourOf, listOdometerOffsets, listOpenOrders, listOrdersById, listOrderWords, listPartsOf, listReceivedOrders, type OrderRow } from '#db/queries/gather-orders'
import type { Reader } from '#db/types'
import { isDone, isWarranty, type EarlierFact, type OrderFact } from '#domain/gather/base-sets'
import type { FaultFact } from '#domain/gather/faults'
import { spanOf, type Period, type Span } from '#domain/gather/period'
import { mainTechnician, type JobFact, type LabourFact } from '#domain/gather/technicians'

/** The facts the reports of domain/gather are made from. `maker` null: the work for every manufacturer. */

/** What these orders repeat, and who did most of that. */
function withEarlier(db: Reader, rows: readonly OrderRow[]): OrderFact[] {
  const ids = rows.flatMap(({ repeatOfId }) => (repeatOfId === null ? [] : [repeatOfId]))
  const labour = listLabourOf(db, ids)
  const earlier = new Map(listOrdersById(db, ids).map((order): [number, EarlierFact] => {
    const { id, finishedAt, nature, mileage } = order
    return [id, { finishedAt, nature, mileage, technicianId: mainTechnician(order, labour.filter(({ workOrderId }) => workOrderId === id)) }]
  }))
  return rows.map(({ repeatOfId, ...row }) => ({ ...row, earlier: earlier.get(repeatOfId ?? 0) ?? null }))
}

export function finishedOrders(db: Reader, span: Span, maker: number | null): OrderFact[] {
  return withEarlier(db, listFinishedOrders(db, span, maker))
}

/** Received or finished in the span, or open at its end. */
export function ordersOfSpan(db: Reader, span: Span, maker: number | null): OrderFact[] {
  const rows = [...listReceivedOrders(db, span, maker), ...listFinishedOrders(db, span, maker), ...listOpenOrders(db, span.before, maker)]
  return withEarlier(db, [...new Map(rows.map((row) => [row.id, row])).values()])
}

export function labourOf(db: Reader, orders: readonly { readonly id: number }[]): LabourFact[] {
  return listLabourOf(db, orders.map(({ id }) => id))
}

export function withWords(db: Reader, orders: readonly OrderFact[]): JobFact[] {
  const words = new Map(listOrderWords(db, orders.map(({ id }) => id)).map((each) => [each.id, each]))
  return orders.flatMap((order) => {
    const said = words.get(order.id)
    return said === undefined ? [] : [{ ...order, ...said }]
  })
}

/** Main parts of the 三包 work finished in a period (domain.md §5.3, §5.5); `model` '': of every model. */
export function faultsOf(db: Reader, period: Period, maker: number | null, model: string): FaultFact[] {
  const span = spanOf(period)
  const orders = listFinishedOrders(db, span, maker).filter((order) => isDone(order, span) && isWarranty(order) && (model === '' || order.model === model))
  const ids = orders.map(({ id }) => id)
  const offsets = listOdometerOffsets(db, orders.map(({ unitId }) => unitId))
  const words = new Map(listOrderWords(db, ids).map(({ id, repairMethod }) => [id, repairMethod]))
  const orderOf = new Map(orders.map((order) => [order.id, order]))
  return listPartsOf(db, ids).filter(({ isMain, chargeMode }) => isMain && chargeMode !== 'paid').flatMap(({ workOrderId, partCode, partName, supplier, faultMode, qty }) => {
    const order = orderOf.get(workOrderId)
    if (order === undefined) return []
    return [{ model: order.model, partCode, partName, supplier, faultMode, qty, km: order.mileage === null ? null : order.mileage + (offsets.get(order.unitId) ?? 0), repairMethod: words.get(workOrderId) ?? '' }]
  })
}
