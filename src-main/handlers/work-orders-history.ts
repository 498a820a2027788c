import type { AppContract } from '#contract/index'
import { orderChange } from '#contract/work-orders'
import { findFaultCode } from '#db/queries/catalogue'
import { listPapersOf, listPrints } from '#db/queries/papers'
import { listSteps } from '#db/queries/step-history'
import { listTechnicians } from '#db/queries/users'
import { insertOrderChanges, listOrderChanges } from '#db/queries/work-order-changes'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { changesBetween, type OrderChange } from '#domain/order-changes'
import { missing, type CommandContext, type Handler } from './define.ts'
import type { WorkOrderContent } from './work-orders-content.ts'

/** Who stands behind an id now; the record must say it even after a person or code was renamed. */
function named(db: Reader, field: string, value: unknown): unknown {
  if (typeof value !== 'number') return value
  if (field === 'technicianId') return listTechnicians(db).find(({ id }) => id === value)?.name ?? value
  if (field === 'repeatOfId') return findWorkOrder(db, value)?.no ?? value
  const fault = field === 'faultCodeId' ? findFaultCode(db, value) : undefined
  return fault === undefined ? value : `${fault.code} ${fault.text}`
}

/** Writes into the order's record what a save changed, with what stood there before. */
export function recordChanges(
  { db, now, actor }: CommandContext,
  workOrderId: number,
  before: WorkOrderContent,
  after: WorkOrderContent,
): void {
  const changes = changesBetween(before, after).map((change): OrderChange => ({
    ...change,
    before: named(db, change.field, change.before),
    after: named(db, change.field, change.after),
  }))
  if (changes.length > 0) insertOrderChanges(db, workOrderId, { at: now, userId: actor.userId, changes })
}

/** Steps, saves and prints in the order they happened. */
export const getOrderHistory: Handler<AppContract['workOrders']['history']> = ({ db }, { id }) => {
  const steps = listSteps(db, 'workOrder', id).map((step) => ({ ...step, changes: [] }))
  const saves = listOrderChanges(db, id).map(({ at, by, changes }) => ({
    at,
    by,
    event: 'save',
    note: '',
    changes: orderChange.array().parse(changes),
  }))
  const prints = listPapersOf(db, 'workOrder', id).flatMap((paper) =>
    listPrints(db, paper.id).map(({ at, by, reason }) => ({
      at,
      by,
      event: 'print',
      note: [paper.number, reason].filter((part) => part !== '').join(' '),
      changes: [],
    })),
  )
  if (steps.length === 0 && findWorkOrder(db, id) === undefined) missing('工单')
  return [...steps, ...saves, ...prints].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}
