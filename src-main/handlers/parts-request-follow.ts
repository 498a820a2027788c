import {
  findRequestSubject,
  listRequestLines,
  listRequestsOfOrder,
  updateRequest,
  updateRequestLine,
  type PartsRequest,
} from '#db/queries/parts-requests'
import { listReturnedPartsOfOrder, updateReturnedPart } from '#db/queries/returned-parts'
import { insertTask, markTasksDone } from '#db/queries/tasks'
import { findTermsFor } from '#db/queries/policy-terms'
import { borrowedPartDue, dueOfDays } from '#domain/due-dates'
import { stopsOf } from '#domain/errors'
import { fen, sumFen } from '#domain/money'
import { lateCharge, problemsBeforeRequestStep, requestMachine, type RequestEvent } from '#domain/parts-request'
import { dayReceived } from '#domain/policy-terms'
import { oldPartClockStops } from '#domain/returned-part'
import { step } from '#domain/steps'
import { orConflict, type CommandContext } from './define.ts'
import { recordStep } from './history.ts'
import { nothingSaid, requestFacts } from './parts-request-facts.ts'

/** Steps nobody takes by hand: they follow from the labels, the shipment and the calendar. */
const following: readonly RequestEvent[] = ['oldPartReady', 'returnOldPart', 'fallOverdue']

/**
 * Brings the borrowings of an order up to date after something happened to the order or its old parts: fitted with the
 * order's 完工, 旧件待返 with the labels, 旧件已返 with the shipment, 逾期 after the seventh day (domain.md §3.2).
 */
export function followRequests(context: CommandContext, workOrderId: number): void {
  for (const request of listRequestsOfOrder(context.db, workOrderId)) follow(context, request)
}

function follow(context: CommandContext, first: PartsRequest): void {
  // what comes after 装车 is the keeper's to say: fitted after all, or unused
  const fitted = first.status === 'arrived' ? take(context, first, 'fit') : null
  let request = startBorrowClock(context, fitted ?? first)
  for (const event of following) request = take(context, request, event) ?? request
}

/** Something was fitted whose old part must go back: not an exempt one, not a part for stock. */
function owesOldPart({ db, today }: CommandContext, request: PartsRequest): boolean {
  return requestFacts(db, request, today, '', nothingSaid).lines.some((line) => line.oldPartRequired && line.qtyFitted > 0)
}

/** D10 counts from the order's 完工; until then, and for what was never fitted, there is no due day. */
function startBorrowClock(context: CommandContext, request: PartsRequest): PartsRequest {
  const { db } = context
  const isRunning = request.status === 'fitted' || request.status === 'oldPartDue'
  if (!isRunning || request.oldPartDueOn !== null || request.workOrderId === null || request.kind !== 'borrow') return request
  const subject = findRequestSubject(db, request.workOrderId)
  if (!subject?.order.finishedAt || !owesOldPart(context, request)) return request
  const due = borrowedPartDue(subject.order.finishedAt, findTermsFor(db, subject.unit, dayReceived(subject.order)))
  orConflict(updateRequest(db, request.id, request.revision, { oldPartDueOn: due.dueOn }))
  const { start, due: dueAt } = dueOfDays(due)
  insertTask(db, {
    rule: 'D10',
    subjectKind: 'partsRequest',
    subjectId: request.id,
    subjectNo: request.no ?? '',
    role: 'claimClerk',
    technicianId: null,
    startAt: start,
    dueAt,
  })
  return { ...request, oldPartDueOn: due.dueOn, revision: request.revision + 1 }
}

/** The repair was not at its end after all: its borrowed parts are due again when it is (D10: 待该车故障处理完毕后). */
export function haltBorrowClocks(context: CommandContext, workOrderId: number): void {
  const { db, now } = context
  for (const request of listRequestsOfOrder(db, workOrderId)) {
    if (request.oldPartDueOn === null || (request.status !== 'fitted' && request.status !== 'oldPartDue')) continue
    orConflict(updateRequest(db, request.id, request.revision, { oldPartDueOn: null }))
    markTasksDone(db, 'partsRequest', request.id, now, 'D10')
  }
  for (const piece of listReturnedPartsOfOrder(db, workOrderId)) {
    if (!piece.borrowed || piece.dueOn === null || oldPartClockStops.includes(piece.status)) continue
    orConflict(updateReturnedPart(db, piece.id, piece.revision, { dueOn: null }))
    markTasksDone(db, 'returnedPart', piece.id, now, 'D10')
  }
}

function take(context: CommandContext, request: PartsRequest, event: RequestEvent): PartsRequest | null {
  const next = step(requestMachine, request.status, event)
  if (!next.ok || (event === 'oldPartReady' && !owesOldPart(context, request))) return null
  const fitted = event === 'fit' ? fittedQuantities(context, request) : new Map<number, number>()
  if (fitted === null) return null
  const facts = requestFacts(context.db, request, context.today, event, { ...nothingSaid, quantities: fitted })
  if (stopsOf(problemsBeforeRequestStep(event, facts)).length > 0) return null
  for (const [lineId, qtyFitted] of fitted) updateRequestLine(context.db, lineId, { qtyFitted })
  const change = {
    status: next.state,
    ...(event === 'fit' ? { fittedAt: context.now } : {}),
    ...(event === 'fallOverdue' ? { chargedFen: chargeOf(context, request) } : {}),
  }
  orConflict(updateRequest(context.db, request.id, request.revision, change))
  recordStep(context, 'partsRequest', request.id, { event, from: request.status, to: next.state })
  if (event === 'returnOldPart') markTasksDone(context.db, 'partsRequest', request.id, context.now, 'D10')
  return { ...request, ...change, revision: request.revision + 1 }
}

/** With the order's 完工 what arrived counts as fitted, as far as it was asked for; null while the order goes on. */
function fittedQuantities(context: CommandContext, request: PartsRequest): Map<number, number> | null {
  const finished = request.workOrderId !== null && findRequestSubject(context.db, request.workOrderId)?.order.finishedAt
  if (!finished) return null
  return new Map(listRequestLines(context.db, request.id).map((line) => [line.id, Math.min(line.qtyReceived, line.qtyRequested)]))
}

function chargeOf(context: CommandContext, request: PartsRequest) {
  const facts = requestFacts(context.db, request, context.today, '', nothingSaid)
  const lines = listRequestLines(context.db, request.id)
  return sumFen(
    lines.map((line, index) => {
      const fact = facts.lines[index]
      return fact?.oldPartRequired
        ? lateCharge({ unitPrice: line.unitPriceFen, qtyFitted: line.qtyFitted, qtyReturnedOld: fact.qtyReturnedOld })
        : fen(0)
    }),
  )
}
