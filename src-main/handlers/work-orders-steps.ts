import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { insertWait, markWaitEnded } from '#db/queries/work-order-lines'
import { findWorkOrder, updateWorkOrder, type WorkOrder, type WorkOrderChange } from '#db/queries/work-orders'
import { localDateOf, localTimeOf, monthOf, type Instant } from '#domain/dates'
import { AppError, stop, stopsOf, type Problem } from '#domain/errors'
import { step } from '#domain/steps'
import { workOrderAction, workOrderEvent, workOrderMachine, type WorkOrderEvent } from '#domain/work-order'
import { problemsBeforeOrderStep } from '#domain/work-order-guards'
import { workOrderStatus, type WorkOrderStatus } from '#domain/words'
import { missing, orConflict, requireRight, type CommandContext, type Handler, type QueryContext } from './define.ts'
import { recordStep } from './history.ts'
import { followRequests, haltBorrowClocks } from './parts-request-follow.ts'
import type { WorkOrderContent } from './work-orders-content.ts'
import { orderFacts, type Said } from './work-orders-facts.ts'
import { validVoucher } from './work-orders-freeze.ts'
import { keepClaim, keepClocks, keepMileage, startOldPartClocks } from './work-orders-keep.ts'
import { pictureOf, type OrderPicture } from './work-orders-picture.ts'

type StepInput = ParsedInputOf<AppContract['workOrders']['step']>

/** One step of domain.md §3.1: right, place, guards; then the new state with its moment, history and all that follows. */
export const takeWorkOrderStep: Handler<AppContract['workOrders']['step']> = (context, input) => {
  const { db, actor, now } = context
  const event = eventNamed(input.event)
  requireRight(actor, workOrderAction[event], workOrderEvent[event])
  const order = findWorkOrder(db, input.id) ?? missing('工单')
  orConflict(order.revision === input.revision)
  const at = input.at ?? now
  const said = saidOf(order, input)
  const { change, picture } = prospect(context, order, event, at, said)
  const stops = stopsOf([...futureProblems(at, now), ...guardProblems(context, order, picture, event, said, at)])
  if (stops.length > 0) throw new AppError('rule', 'order.stepRefused', { event: workOrderEvent[event], count: stops.length }, stops)
  const opinion = input.userOpinion === null ? {} : { userOpinion: input.userOpinion }
  const ticks = { userSigned: said.userSigned, billPaid: said.billPaid }
  const after = take(context, order, event, { change: { ...change, ...opinion, ...ticks }, picture }, at, input.reason)
  return { revision: after.revision, status: after.status }
}

function eventNamed(name: string): WorkOrderEvent {
  if (Object.hasOwn(workOrderEvent, name)) return name as WorkOrderEvent
  throw new AppError('invalid', 'order.unknownStep', { event: name.slice(0, 40) })
}

/** A tick once given stays given: the bill paid at 交车 is paid at 关闭. */
function saidOf(order: WorkOrder, { reason, userSigned, billPaid, confirmed, takesOldParts }: StepInput): Said {
  return {
    reason,
    userSigned: userSigned ?? order.userSigned,
    billPaid: billPaid ?? order.billPaid,
    confirmed: confirmed ?? false,
    takesOldParts,
  }
}

const unsaid: Said = { reason: '', userSigned: false, billPaid: false, confirmed: false, takesOldParts: null }

function futureProblems(at: Instant, now: Instant): Problem[] {
  return at > now ? [stop('order.inFuture', 'at', { what: '步骤时间', at: `${localDateOf(at)} ${localTimeOf(at)}` })] : []
}

type Change = WorkOrderChange & { readonly status: WorkOrderStatus }
type Prospect = { readonly change: Change; readonly picture: OrderPicture }

/** The order as it would be after the step. @throws AppError when the machine has no such step from here. */
function prospect(context: CommandContext, order: WorkOrder, event: WorkOrderEvent, at: Instant, said: Said): Prospect {
  const next = step(workOrderMachine, order.status, event)
  if (!next.ok) throw new AppError('rule', 'common.wrongState', { status: workOrderStatus[order.status], event: workOrderEvent[event] })
  const change = { status: next.state, ...stampOf(context, order, event, at) }
  return { change, picture: pictureOf(context.db, { ...order, ...change, userSigned: said.userSigned, billPaid: said.billPaid }) }
}

/** Which moments and people a step writes. */
function stampOf({ actor }: QueryContext, order: WorkOrder, event: WorkOrderEvent, at: Instant): WorkOrderChange {
  const finish = { finishedAt: at, finishedMonth: monthOf(localDateOf(at)) }
  const stamps: Partial<Record<WorkOrderEvent, WorkOrderChange>> = {
    handOver: { handedAt: at },
    plan: { contactedAt: at, handedAt: order.handedAt ?? at },
    receive: { receivedAt: order.receivedAt ?? at, handedAt: order.handedAt ?? at },
    start: { startedAt: order.startedAt ?? at },
    finish,
    customerFitted: finish,
    failInspection: { finishedAt: null, finishedMonth: null },
    passInspection: { inspectedAt: at, inspectorId: actor.userId },
    deliver: { deliveredAt: at },
    callBack: { calledBackAt: at },
    close: { closedAt: at },
    solveByPhone: { closedAt: at },
  }
  return stamps[event] ?? {}
}

function guardProblems(
  context: QueryContext,
  order: WorkOrder,
  picture: OrderPicture,
  event: WorkOrderEvent,
  said: Said,
  at = context.now,
): Problem[] {
  const { db, now, actor } = context
  return problemsBeforeOrderStep(
    event,
    orderFacts(db, picture, said, {
      now,
      actor,
      eligibility: order.eligibility,
      voucherIssued: () => validVoucher(db, order.id) !== null,
      at,
    }),
  )
}

/** What stops a step that needs no dialogue, on the order as it is on file. */
export function stopsBefore(context: CommandContext, orderId: number, event: WorkOrderEvent): Problem[] {
  return stopsOf(problemsBeforeStep(context, findWorkOrder(context.db, orderId) ?? missing('工单'), event, unsaid))
}

/** What stands before a step taken now; the same answer as the refusal. With `content` as if that had been saved before. */
export function problemsBeforeStep(
  context: QueryContext,
  order: WorkOrder,
  event: WorkOrderEvent,
  said: Said,
  content?: WorkOrderContent,
): Problem[] {
  const stamp = stampOf(context, order, event, context.now)
  const stamped = { ...order, ...stamp }
  if (content === undefined) return guardProblems(context, order, pictureOf(context.db, stamped), event, said)
  const typed = { ...content, receivedAt: stamp.receivedAt ?? content.receivedAt }
  return guardProblems(context, order, pictureOf(context.db, stamped, typed, true), event, said)
}

/** Walks on as far as each step is open and nothing stands before it. */
export function walkOrder(context: CommandContext, orderId: number, events: readonly WorkOrderEvent[]): void {
  let order = findWorkOrder(context.db, orderId) ?? missing('工单')
  for (const event of events) {
    if (!step(workOrderMachine, order.status, event).ok) return
    const at = event === 'receive' ? (order.receivedAt ?? context.now) : context.now
    const next = prospect(context, order, event, at, unsaid)
    if (stopsOf(guardProblems(context, order, next.picture, event, unsaid, at)).length > 0) return
    order = take(context, order, event, next, at, '')
  }
}

/** 到件: the requests of the order have something received, so a waiting repair goes on. */
export function resumeAfterArrival(context: CommandContext, workOrderId: number): void {
  const order = findWorkOrder(context.db, workOrderId)
  if (order?.status === 'awaitingParts' && order.solution !== 'sendParts') walkOrder(context, workOrderId, ['partArrived'])
}

/** Writes the step and what follows from it. The checks are done, on the picture as it is after the step. */
function take(
  context: CommandContext,
  order: WorkOrder,
  event: WorkOrderEvent,
  { change, picture }: Prospect,
  at: Instant,
  note: string,
): WorkOrder {
  const { db, now } = context
  orConflict(updateWorkOrder(db, order.id, order.revision, { ...change, updatedAt: now }))
  const after = { ...order, ...change, updatedAt: now, revision: order.revision + 1 }
  recordStep(context, 'workOrder', order.id, { event, from: order.status, to: change.status, note })
  if (change.status === 'awaitingParts') insertWait(db, order.id, at)
  else if (order.status === 'awaitingParts') markWaitEnded(db, order.id, at)
  if (event === 'receive') keepMileage(context, after)
  if (event === 'finish' || event === 'customerFitted') {
    startOldPartClocks(context, after, picture, at)
    keepClaim(context, after, picture)
    followRequests(context, order.id)
  }
  if (event === 'failInspection') haltBorrowClocks(context, order.id)
  keepClocks(context, after, picture)
  return after
}
