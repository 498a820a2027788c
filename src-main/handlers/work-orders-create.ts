import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { findCustomer, touchCustomerOrder } from '#db/queries/customers'
import { mergedInto } from '#db/queries/merges'
import { findUnit } from '#db/queries/units'
import { findWorkOrder, insertWorkOrder } from '#db/queries/work-orders'
import { AppError } from '#domain/errors'
import { zeroFen } from '#domain/money'
import { formCode } from '#domain/numbering'
import { workOrderEvent, workOrderLine } from '#domain/work-order'
import { createCustomer, createUnit } from './customer-records.ts'
import { missing, type CommandContext, type Handler } from './define.ts'
import { recordStep } from './history.ts'
import { takeNumber } from './next-number.ts'
import { cleanContent, columnsOf, type WorkOrderContent } from './work-orders-content.ts'
import { discardDraft, writeContent } from './work-orders-save.ts'
import { stopsBefore, walkOrder } from './work-orders-steps.ts'

type Input = ParsedInputOf<AppContract['workOrders']['create']>

/** What an intake walks through when the vehicle is here. */
const arrival = workOrderLine.slice(1, 3)

/** A new order under its number, at 报修; `arrive` takes it on to 待修 as far as nothing is missing. */
export const createWorkOrder: Handler<AppContract['workOrders']['create']> = (
  context,
  { customer, unit, content: typed, arrive, draftKey },
) => {
  const { db, now } = context
  const { content, problems: cleaned } = cleanContent(typed)
  const customerId = chosenCustomer(context, customer)
  const unitId = chosenUnit(context, unit, customerId)
  const { number: no } = takeNumber(context, formCode.workOrder)
  const id = insertWorkOrder(db, { ...blank(context, content), no, customerId, unitId })
  const order = findWorkOrder(db, id) ?? missing('工单')
  writeContent(context, order, content, cleaned)
  const stops = stopsBefore(context, id, 'register')
  if (stops.length > 0) throw new AppError('rule', 'order.stepRefused', { event: workOrderEvent.register, count: stops.length }, stops)
  recordStep(context, 'workOrder', id, { event: 'register', from: '', to: 'reported' })
  touchCustomerOrder(db, customerId, now)
  if (arrive) walkOrder(context, id, arrival)
  discardDraft(context, draftKey)
  return { id, no, revision: (findWorkOrder(db, id) ?? missing('工单')).revision }
}

/** A draft may name a record that was merged into another one meanwhile. */
function chosenCustomer(context: CommandContext, choice: Input['customer']): number {
  if ('id' in choice)
    return (
      findCustomer(context.db, choice.id) ??
      findCustomer(context.db, mergedInto(context.db, 'customer', choice.id)) ??
      missing('用户')
    ).id
  return under('customer', () => createCustomer(context, choice.create).id)
}

function chosenUnit(context: CommandContext, choice: Input['unit'], ownerId: number): number {
  if ('id' in choice)
    return (findUnit(context.db, choice.id) ?? findUnit(context.db, mergedInto(context.db, 'unit', choice.id)) ?? missing('车辆')).id
  return under('unit', () => createUnit(context, choice.create, ownerId).id)
}

/** Findings on a customer or unit typed inline point at its own part of the page. */
function under<T>(part: string, create: () => T): T {
  try {
    return create()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const problems = error.problems.map((problem) => ({ ...problem, field: problem.field === null ? part : `${part}.${problem.field}` }))
    throw new AppError(error.code, error.sentence.key, error.sentence.params, problems, { cause: error })
  }
}

/** An order before its first save: nothing judged, nothing summed. */
function blank({ now, actor }: CommandContext, content: WorkOrderContent) {
  return {
    ...columnsOf(content),
    status: 'reported' as const,
    eligibility: 'pending' as const,
    userSigned: false,
    billPaid: false,
    receptionistId: actor.userId,
    partsFen: zeroFen,
    labourFen: zeroFen,
    outingFen: zeroFen,
    otherFen: zeroFen,
    totalFen: zeroFen,
    claimTotalFen: zeroFen,
    payableFen: zeroFen,
    technicianId: null,
    faultCodeId: null,
    repeatOfId: null,
    createdAt: now,
    createdBy: actor.userId,
    updatedAt: now,
  }
}
