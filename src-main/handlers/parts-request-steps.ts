import type { AppContract } from '#contract/index'
import {
  findRequest,
  findRequestSubject,
  listRequestLines,
  updateRequest,
  updateRequestLine,
  type PartsRequest,
} from '#db/queries/parts-requests'
import { markTasksDone } from '#db/queries/tasks'
import type { Instant } from '#domain/dates'
import { AppError, stopsOf } from '#domain/errors'
import { formCode } from '#domain/numbering'
import { problemsBeforeRequestStep, requestAction, requestEvent, requestMachine, type RequestEvent } from '#domain/parts-request'
import { step } from '#domain/steps'
import { requestStatus } from '#domain/words'
import { missing, orConflict, requireRight, type CommandContext, type Handler } from './define.ts'
import { recordStep } from './history.ts'
import { issuePaper } from './issue-paper.ts'
import { followRequests } from './parts-request-follow.ts'
import { requestFacts, statedQuantity } from './parts-request-facts.ts'
import { gatherPartsRequest } from './parts-request-paper.ts'
import { voidPapersOf } from './void-with-record.ts'
import { resumeAfterArrival } from './work-orders-steps.ts'

/** Which instant a step stamps on the request. */
const stamps: Partial<Record<RequestEvent, 'sentAt' | 'shippedAt' | 'arrivedAt' | 'fittedAt'>> = {
  send: 'sentAt',
  ship: 'shippedAt',
  receive: 'arrivedAt',
  fit: 'fittedAt',
}
const endings: readonly RequestEvent[] = ['refuse', 'withdraw', 'sendBack', 'settle']

function eventNamed(name: string): RequestEvent {
  if (Object.hasOwn(requestEvent, name)) return name as RequestEvent
  throw new AppError('invalid', 'common.invalid', { detail: name })
}

/** One step of domain.md §3.2; 发出 takes F15's number and freezes the paper. */
export const takeRequestStep: Handler<AppContract['partsRequests']['step']> = (context, input) => {
  const { db, today, actor } = context
  const event = eventNamed(input.event)
  const request = findRequest(db, input.id) ?? missing('求援单')
  const action = requestAction[event]
  if (action === 'system') throw new AppError('rule', 'request.systemStep', { event: requestEvent[event] })
  requireRight(actor, action, requestEvent[event])
  const next = step(requestMachine, request.status, event)
  if (!next.ok) throw new AppError('rule', 'common.wrongState', { status: requestStatus[request.status], event: requestEvent[event] })
  const quantities = new Map(input.quantities.map(({ lineId, qty }) => [lineId, qty]))
  const said = {
    reason: input.reason,
    waybillNo: input.waybillNo,
    stamped: input.ticked,
    makerBilled: input.ticked,
    makerConfirmed: input.ticked,
    quantities,
  }
  const stops = stopsOf(problemsBeforeRequestStep(event, requestFacts(db, request, today, event, said)))
  if (stops.length > 0) throw new AppError('rule', 'request.notYet', { event: requestEvent[event] }, stops)

  const note = event === 'sendBackRest' ? takeRestAway(context, request, input.reason) : input.reason
  writeQuantities(context, request, event, quantities)
  const issued = event === 'send' ? issueRequest(context, request) : null
  const waybill = input.waybillNo === null ? {} : { waybillNo: input.waybillNo }
  orConflict(
    updateRequest(db, request.id, input.revision, {
      status: next.state,
      ...stampOf(request, event, context.now),
      ...waybill,
      ...(issued ? { no: issued.number } : {}),
    }),
  )
  recordStep(context, 'partsRequest', request.id, { event, from: request.status, to: next.state, note })
  if (event === 'withdraw') voidPapersOf(context, 'partsRequest', request.id, input.reason, false)
  if (endings.includes(event)) markTasksDone(db, 'partsRequest', request.id, context.now)
  if (request.workOrderId !== null) {
    if (event === 'receive' || event === 'receiveRest') resumeAfterArrival(context, request.workOrderId)
    followRequests(context, request.workOrderId)
  }
  const after = findRequest(db, request.id) ?? missing('求援单')
  return { revision: after.revision, status: after.status, paperId: issued?.paperId ?? null }
}

type Stamped = Pick<PartsRequest, 'sentAt' | 'shippedAt' | 'arrivedAt' | 'fittedAt'>

/** The first time counts: what is fitted from a later parcel does not move 装车. */
function stampOf(request: Stamped, event: RequestEvent, now: Instant): Partial<Stamped> {
  const column = stamps[event]
  return column === undefined || request[column] !== null ? {} : { [column]: now }
}

function writeQuantities(
  { db }: CommandContext,
  request: PartsRequest,
  event: RequestEvent,
  quantities: ReadonlyMap<number, number>,
): void {
  const column = statedQuantity(event)
  if (column === null) return
  for (const line of listRequestLines(db, request.id)) {
    const qty = quantities.get(line.id)
    if (qty === undefined) continue
    // a later parcel has no step 厂方发货 of its own
    updateRequestLine(db, line.id, event === 'receiveRest' ? { qtyReceived: qty, qtySent: Math.max(line.qtySent, qty) } : { [column]: qty })
  }
}

/** The unused pieces are the maker's again: they count as neither sent nor arrived. What went back stands in the record. */
function takeRestAway({ db }: CommandContext, request: PartsRequest, reason: string): string {
  const unused = listRequestLines(db, request.id).filter(({ qtyReceived, qtyFitted }) => qtyReceived > qtyFitted)
  for (const { id, qtySent, qtyReceived, qtyFitted } of unused)
    updateRequestLine(db, id, { qtySent: Math.max(0, qtySent - (qtyReceived - qtyFitted)), qtyReceived: qtyFitted })
  const pieces = unused.map(({ partName, qtyReceived, qtyFitted }) => `${partName} ×${qtyReceived - qtyFitted}`).join('、')
  return reason === '' ? pieces : `${pieces}；${reason}`
}

function issueRequest(context: CommandContext, request: PartsRequest): { paperId: number; number: string } {
  const subject = request.workOrderId === null ? undefined : findRequestSubject(context.db, request.workOrderId)
  return issuePaper(context, {
    form: 'F15',
    formCode: formCode.partsRequest,
    manufacturerId: request.manufacturerId,
    subjectKind: 'partsRequest',
    subjectId: request.id,
    subject: [subject?.customer.name, subject?.unit.frameNo].filter(Boolean).join(' '),
    gather: () => gatherPartsRequest(context.db, request),
  })
}
