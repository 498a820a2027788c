import {
  listFinishedOrders,
  listLabourOf,
  listOdometerOffsets,
  listOpenOrders,
  listOrdersById,
  listOrderWords,
  listPartsOf,
  listReceivedOrders,
  type OrderRow,
} from '#db/queries/gather-orders'
import { listCallBacks } from '#db/queries/gather-registers'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { outingAmount, partAmount, type OutingCosts } from '#domain/amounts'
import { isDone, isWarranty, totalOf, type EarlierFact, type OrderFact } from '#domain/gather/base-sets'
import { calledBackIn, type CallBackFact } from '#domain/gather/call-backs'
import type { FeedbackJob } from '#domain/gather/feedback'
import type { FaultFact } from '#domain/gather/faults'
import { spanOf, type Period, type Span } from '#domain/gather/period'
import type { JobCosts } from '#domain/gather/service-statistics'
import { mainTechnician, type LabourFact } from '#domain/gather/technicians'
import { groupedBy } from '#domain/grouping'
import { addFen, zeroFen } from '#domain/money'
import { missing } from './define.ts'
import { pictureOf } from './work-orders-picture.ts'

/** The facts the reports of domain/gather are made from. `maker` null: the work for every manufacturer. */

/** What these orders repeat, and who did most of that. */
function withEarlier(db: Reader, rows: readonly OrderRow[]): OrderFact[] {
  const ids = rows.flatMap(({ repeatOfId }) => (repeatOfId === null ? [] : [repeatOfId]))
  const labour = groupedBy(listLabourOf(db, ids), ({ workOrderId }) => workOrderId)
  const earlier = new Map(
    listOrdersById(db, ids).map((order): [number, EarlierFact] => {
      const { id, finishedAt, nature, mileage } = order
      return [id, { finishedAt, nature, mileage, technicianId: mainTechnician(order, labour.get(id) ?? []) }]
    }),
  )
  return rows.map(({ repeatOfId, ...row }) => ({ ...row, earlier: earlier.get(repeatOfId ?? 0) ?? null }))
}

export function finishedOrders(db: Reader, span: Span, maker: number | null): OrderFact[] {
  return withEarlier(db, listFinishedOrders(db, span, maker))
}

/** For counts that do not ask what an order repeats. */
export function withoutEarlier({ repeatOfId: _, ...row }: OrderRow): OrderFact {
  return { ...row, earlier: null }
}

/** Received or finished in the span, or open at its end. */
export function ordersOfSpan(db: Reader, span: Span, maker: number | null): OrderFact[] {
  const rows = [...listReceivedOrders(db, span, maker), ...listFinishedOrders(db, span, maker), ...listOpenOrders(db, span.before, maker)]
  return withEarlier(db, [...new Map(rows.map((row) => [row.id, row])).values()])
}

export function labourOf(db: Reader, orders: readonly { readonly id: number }[]): LabourFact[] {
  return listLabourOf(
    db,
    orders.map(({ id }) => id),
  )
}

/** Called back in the period, as its 回访调查表 say. */
export function callBacksOf(db: Reader, period: Period, maker: number | null): CallBackFact[] {
  return calledBackIn(listCallBacks(db, period.from, maker), period)
}

/** What was said of an order is said of whoever did most of it. */
export function withMainTechnician(db: Reader, callBacks: readonly CallBackFact[]): CallBackFact[] {
  const ids = callBacks.map(({ workOrderId }) => workOrderId)
  const labour = groupedBy(listLabourOf(db, ids), ({ workOrderId }) => workOrderId)
  return callBacks.map((said) => ({ ...said, technicianId: mainTechnician(said, labour.get(said.workOrderId) ?? []) }))
}

export function withWords(db: Reader, orders: readonly OrderFact[]): FeedbackJob[] {
  const words = new Map(
    listOrderWords(
      db,
      orders.map(({ id }) => id),
    ).map((each) => [each.id, each]),
  )
  return orders.flatMap((order) => {
    const said = words.get(order.id)
    return said === undefined ? [] : [{ ...order, ...said }]
  })
}

/** Main parts of the 三包 work finished in a period (domain.md §5.3, §5.5); `model` '': of every model. */
export function faultsOf(db: Reader, period: Period, maker: number | null, model: string): FaultFact[] {
  const span = spanOf(period)
  const orders = listFinishedOrders(db, span, maker).filter(
    (order) => isDone(order, span) && isWarranty(order) && (model === '' || order.model === model),
  )
  const ids = orders.map(({ id }) => id)
  const offsets = listOdometerOffsets(
    db,
    orders.map(({ unitId }) => unitId),
  )
  const words = new Map(listOrderWords(db, ids).map(({ id, repairMethod }) => [id, repairMethod]))
  const orderOf = new Map(orders.map((order) => [order.id, order]))
  return listPartsOf(db, ids)
    .filter(({ isMain, chargeMode }) => isMain && chargeMode !== 'paid')
    .flatMap(({ workOrderId, partCode, partName, supplier, faultMode, qty }) => {
      const order = orderOf.get(workOrderId)
      if (order === undefined) return []
      return [
        {
          model: order.model,
          partCode,
          partName,
          supplier,
          faultMode,
          qty,
          km: order.mileage === null ? null : order.mileage + (offsets.get(order.unitId) ?? 0),
          repairMethod: words.get(workOrderId) ?? '',
        },
      ]
    })
}

/** What each job cost and brought in (domain.md §5.7 C03): the catalogue's 三包价 as the cost of parts, outings split by the rates of the order's day. */
export function jobCosts(db: Reader, jobs: readonly OrderFact[]): ReadonlyMap<number, JobCosts> {
  const partsOf = groupedBy(
    listPartsOf(
      db,
      jobs.map(({ id }) => id),
    ),
    ({ workOrderId }) => workOrderId,
  )
  return new Map(
    jobs.map((job): [number, JobCosts] => {
      const lines = partsOf.get(job.id) ?? []
      const order = findWorkOrder(db, job.id) ?? missing('工单')
      const outing = job.hasOuting ? outingCosts(db, order) : noOuting
      return [
        job.id,
        {
          partsCost: totalOf(lines, ({ qty, priceFen, catalogueFen }) => partAmount({ qty, priceFen: catalogueFen ?? priceFen })),
          partsIncome: totalOf(
            lines.filter(({ chargeMode }) => chargeMode === 'paid'),
            partAmount,
          ),
          labour: job.labourFen,
          mileageFee: outing.mileageFen,
          meal: outing.mealFen,
          lodging: outing.lodgingFen,
          other: outing.faresFen + job.otherFen,
          unpaid: order.billPaid ? 0 : order.payableFen,
        },
      ]
    }),
  )
}

const noOuting: OutingCosts = { mileageFen: zeroFen, mealFen: zeroFen, lodgingFen: zeroFen, faresFen: zeroFen }

function outingCosts(db: Reader, order: Parameters<typeof pictureOf>[1]): OutingCosts {
  const { content, terms } = pictureOf(db, order)
  return content.outings
    .map((outing) => outingAmount(outing, terms).costs)
    .reduce(
      (sum, costs) => ({
        mileageFen: addFen(sum.mileageFen, costs.mileageFen),
        mealFen: addFen(sum.mealFen, costs.mealFen),
        lodgingFen: addFen(sum.lodgingFen, costs.lodgingFen),
        faresFen: addFen(sum.faresFen, costs.faresFen),
      }),
      noOuting,
    )
}
