import { findPart } from '#db/queries/catalogue'
import {
  findRequest,
  findRequestSubject,
  insertRequest,
  insertRequestLine,
  listRequestLines,
  replaceRequestLines,
  requestList,
  updateRequest,
  type PartsRequest,
} from '#db/queries/parts-requests'
import { listPapersOf } from '#db/queries/papers'
import { findStation } from '#db/queries/station'
import { listSteps } from '#db/queries/step-history'
import { listOrderPartLines } from '#db/queries/work-orders'
import type { AppContract } from '#contract/index'
import type { Reader } from '#db/types'
import type { Instant, LocalDate } from '#domain/dates'
import { dayTaskState } from '#domain/due-dates'
import { localDateOf } from '#domain/dates'
import { AppError, stop, stopsOf } from '#domain/errors'
import { stopIf } from '#domain/guards'
import {
  awaitsRest,
  problemsBeforeRequestStep,
  requestAction,
  requestEvent,
  requestLine,
  requestMachine,
  unusedPieces,
} from '#domain/parts-request'
import { say } from '#domain/sentences/index'
import { allowedSteps } from '#domain/steps'
import { mayDo } from '#domain/permissions'
import { workOrderStatus, type RequestStatus } from '#domain/words'
import { isEnded } from '#domain/work-order'
import { missing, orConflict, type Actor, type HandlersOf } from './define.ts'
import { recordStep } from './history.ts'
import { listOf } from './list-of.ts'
import { nothingSaid, requestFacts } from './parts-request-facts.ts'
import { takeRequestStep } from './parts-request-steps.ts'

/** The next step of the main line, shown in the grid's last column; what leads nowhere else is not next. */
function nextEventOf(status: RequestStatus): string | null {
  return requestLine.find((event) => (requestMachine[status][event] ?? status) !== status) ?? null
}

function stateOf(request: { oldPartDueOn: LocalDate | null; fittedAt: Instant | null; status: RequestStatus }, today: LocalDate): string {
  if (request.oldPartDueOn === null || !['fitted', 'oldPartDue', 'overdue', 'billed'].includes(request.status)) return 'normal'
  return dayTaskState(request.fittedAt === null ? today : localDateOf(request.fittedAt), request.oldPartDueOn, today)
}

function stepsOf(db: Reader, request: PartsRequest, today: LocalDate, actor: Actor) {
  const lines = listRequestLines(db, request.id)
  const holdsUnused = request.kind === 'borrow' && unusedPieces(lines) > 0
  return allowedSteps(requestMachine, request.status).flatMap((event) => {
    if (event === 'receiveRest' && !awaitsRest(lines)) return []
    if ((event === 'sendBackRest' || (event === 'fit' && request.status !== 'arrived')) && !holdsUnused) return []
    const action = requestAction[event]
    const to = requestMachine[request.status][event]
    if (action === 'system' || to === undefined) return []
    const problems = problemsBeforeRequestStep(event, requestFacts(db, request, today, event, nothingSaid))
    return [{ event, word: requestEvent[event], to, allowed: actor.role !== null && mayDo(actor.role, action), problems }]
  })
}

export const requestRegister = listOf(requestList, ({ fittedAt, ...row }, { today }) => ({
  ...row,
  no: row.no ?? '',
  workOrderNo: row.workOrderNo ?? '',
  customerName: row.customerName ?? '',
  modelName: row.modelName ?? '',
  frameNo: row.frameNo ?? '',
  parts: row.parts ?? '',
  taskState: stateOf({ ...row, fittedAt }, today),
  nextEvent: nextEventOf(row.status),
}))

export const partsRequestsHandlers: HandlersOf<AppContract['partsRequests']> = {
  list: requestRegister.page,

  get({ db, today, actor }, { id }) {
    const request = findRequest(db, id) ?? missing('求援单')
    const subject = request.workOrderId === null ? undefined : findRequestSubject(db, request.workOrderId)
    return {
      ...request,
      no: request.no ?? '',
      workOrderNo: subject?.order.no ?? '',
      customerName: subject?.customer.name ?? '',
      customerPhone: subject?.customer.phone ?? '',
      modelName: subject?.unit.modelName ?? '',
      frameNo: subject?.unit.frameNo ?? '',
      lines: listRequestLines(db, id),
      steps: stepsOf(db, request, today, actor),
      papers: listPapersOf(db, 'partsRequest', id),
      history: listSteps(db, 'partsRequest', id),
    }
  },

  createFromOrder(context, { workOrderId, kind, lines }) {
    const { db, now, actor } = context
    const subject = findRequestSubject(db, workOrderId) ?? missing('工单')
    if (isEnded(subject.order.status)) throw new AppError('rule', 'request.orderEnded', { status: workOrderStatus[subject.order.status] })
    const station = findStation(db) ?? missing('本站资料')
    const onOrder = new Map(listOrderPartLines(db, workOrderId).map((line) => [line.id, line]))
    const id = insertRequest(db, {
      kind,
      manufacturerId: subject.order.manufacturerId,
      workOrderId,
      receiver: station.warrantyClerk || station.contact,
      receiverPhone: station.warrantyClerkPhone || station.phone,
      shipTo: station.address,
      createdAt: now,
      createdBy: actor.userId,
    })
    lines.forEach(({ partLineId, qty }, position) => {
      const line = onOrder.get(partLineId) ?? refuseForeignLine()
      insertRequestLine(db, {
        requestId: id,
        position,
        workOrderPartLineId: line.id,
        partId: line.partId,
        partCode: line.partCode,
        partName: line.partName,
        unit: line.unit,
        qtyRequested: qty,
        qtySent: 0,
        qtyReceived: 0,
        qtyFitted: 0,
        unitPriceFen: line.priceFen,
        note: '',
      })
    })
    recordStep(context, 'partsRequest', id, { event: 'create', from: '', to: 'draft' })
    return { id, revision: 0 }
  },

  save({ db }, { id, revision, content }) {
    const request = findRequest(db, id) ?? missing('求援单')
    if (request.status !== 'draft' && request.status !== 'agreed') throw new AppError('rule', 'request.fixed')
    const { lines, workOrderId: _, kind, ...fields } = content
    refuseUnknown(db, request, lines)
    orConflict(updateRequest(db, id, revision, { ...fields, kind }))
    replaceRequestLines(
      db,
      id,
      lines.map(({ id: __, ...line }) => ({ ...line, qtySent: 0, qtyReceived: 0, qtyFitted: 0 })),
    )
    return { revision: revision + 1 }
  },

  step: takeRequestStep,
}

/** Lines of another order, and parts nobody knows, before the database refuses them without a word. */
function refuseUnknown(
  db: Reader,
  { workOrderId }: PartsRequest,
  lines: readonly { readonly workOrderPartLineId: number | null; readonly partId: number | null }[],
): void {
  const onOrder = new Set(workOrderId === null ? [] : listOrderPartLines(db, workOrderId).map(({ id }) => id))
  const problems = lines.flatMap(({ workOrderPartLineId, partId }, index) => [
    ...stopIf(workOrderPartLineId !== null && !onOrder.has(workOrderPartLineId), 'request.foreignLine', `lines.${index}`),
    ...stopIf(partId !== null && findPart(db, partId) === undefined, 'order.codeUnknown', `lines.${index}.partId`, { what: '零件' }),
  ])
  if (problems.length > 0) throw new AppError('invalid', 'common.invalid', { detail: problems.map(say).join('；') }, problems)
}

function refuseForeignLine(): never {
  throw new AppError('invalid', 'request.foreignLine', {}, stopsOf([stop('request.foreignLine', 'lines')]))
}
