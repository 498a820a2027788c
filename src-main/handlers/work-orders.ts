import type { AppContract } from '#contract/index'
import { findWorkOrder, updateWorkOrder } from '#db/queries/work-orders'
import { AppError } from '#domain/errors'
import { reasonProblems } from '#domain/guards'
import { eligibility as eligibilityWords } from '#domain/words'
import { missing, orConflict, type Handler, type HandlersOf } from './define.ts'
import { recordStep } from './history.ts'
import { createWorkOrder } from './work-orders-create.ts'
import { assessWorkOrder, getWorkOrder, orderRegister } from './work-orders-detail.ts'
import { refuseFrozenOrder } from './work-orders-freeze.ts'
import { getOrderHistory } from './work-orders-history.ts'
import { pictureOf } from './work-orders-picture.ts'
import { refuseStops, saveWorkOrder } from './work-orders-save.ts'
import { takeWorkOrderStep } from './work-orders-steps.ts'
import { verdictOf } from './work-orders-verdict.ts'
import { issueVoucher, recordSignature } from './work-orders-voucher.ts'

/** 保外特批: the maker's number, the person and the day (domain.md §4.4.4); only where the decision refused or could not be made. */
const overrideEligibility: Handler<AppContract['workOrders']['override']> = (context, { id, revision, approvalNo, reason }) => {
  const { db, now, actor } = context
  const order = findWorkOrder(db, id) ?? missing('工单')
  orConflict(order.revision === revision)
  refuseFrozenOrder(db, id)
  refuseStops(reasonProblems(reason))
  if (order.eligibility === 'covered' || order.eligibility === 'special')
    throw new AppError('rule', 'order.overrideNotNeeded', { eligibility: eligibilityWords[order.eligibility] })
  const change = { approvalNo, overrideBy: actor.userId, overrideAt: now }
  const eligibility = verdictOf(db, pictureOf(db, { ...order, ...change })).decision.result
  orConflict(updateWorkOrder(db, id, revision, { ...change, eligibility, updatedAt: now }))
  recordStep(context, 'workOrder', id, { event: 'override', from: order.eligibility, to: eligibility, note: `${approvalNo} ${reason}` })
  return { revision: revision + 1 }
}

export const workOrdersHandlers: HandlersOf<AppContract['workOrders']> = {
  list: orderRegister.page,
  get: getWorkOrder,
  history: getOrderHistory,
  assess: assessWorkOrder,
  create: createWorkOrder,
  save: saveWorkOrder,
  step: takeWorkOrderStep,
  override: overrideEligibility,
  issueVoucher,
  recordSignature,
}
