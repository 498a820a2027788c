import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findFaultCode } from '#db/queries/catalogue'
import { findClaimOfOrder } from '#db/queries/claims'
import { findCustomer } from '#db/queries/customers'
import { listPapersOf } from '#db/queries/papers'
import { listRequestsOfOrder } from '#db/queries/parts-requests'
import { listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import { listSteps } from '#db/queries/step-history'
import { findUnit } from '#db/queries/units'
import { workOrderList } from '#db/queries/work-orders-list'
import { findUserName, findWorkOrder, type WorkOrder } from '#db/queries/work-orders'
import { mayDo } from '#domain/permissions'
import { stopsOf } from '#domain/errors'
import { allowedSteps } from '#domain/steps'
import { workOrderAction, workOrderEvent, workOrderLine, workOrderMachine } from '#domain/work-order'
import type { WorkOrderStatus } from '#domain/words'
import { missing, type Handler, type QueryContext } from './define.ts'
import { columnsOf, type WorkOrderContent } from './work-orders-content.ts'
import { unnamedOn } from './issue-paper.ts'
import { listOf } from './list-of.ts'
import { makerWords } from './paper-base.ts'
import { contentProblems, everythingSaid, lastReading } from './work-orders-facts.ts'
import { validVoucher } from './work-orders-freeze.ts'
import { pictureOf, pictureOfTyping } from './work-orders-picture.ts'
import { problemsBeforeStep } from './work-orders-steps.ts'
import { totalsOf, verdictOf } from './work-orders-verdict.ts'

type Detail = OutputOf<AppContract['workOrders']['get']>

export const getWorkOrder: Handler<AppContract['workOrders']['get']> = (context, { id }) => {
  const { db, now } = context
  const order = findWorkOrder(db, id) ?? missing('工单')
  const picture = pictureOf(db, order)
  const totals = totalsOf(picture)
  return {
    ...picture.content,
    id,
    revision: order.revision,
    no: order.no,
    status: order.status,
    voucherNo: order.voucherNo,
    customer: findCustomer(db, order.customerId) ?? missing('用户'),
    unit: findUnit(db, order.unitId) ?? missing('车辆'),
    lastMileage: lastReading(db, picture, now).lastMileage?.km ?? null,
    handedAt: order.handedAt,
    contactedAt: order.contactedAt,
    startedAt: order.startedAt,
    finishedAt: order.finishedAt,
    inspectedAt: order.inspectedAt,
    deliveredAt: order.deliveredAt,
    inspectorName: findUserName(db, order.inspectorId),
    userSigned: order.userSigned,
    billPaid: order.billPaid,
    ledgerNo: order.ledgerNo ?? '',
    waits: [...picture.waits],
    eligibility: order.eligibility,
    eligibilityOverride: overrideOf(context, order),
    totals,
    verdict: verdictOf(db, picture).shown,
    faultText: faultTextOf(context, order),
    repeatOfNo: order.repeatOfId === null ? '' : (findWorkOrder(db, order.repeatOfId)?.no ?? ''),
    repeatedBy: picture.earlier.filter(({ repeatOfId }) => repeatOfId === id).map(({ id: laterId, no }) => ({ id: laterId, no })),
    steps: stepsOf(context, order),
    voucherStops: unnamedOn(db, 'F16', order.manufacturerId, makerWords(db, order.manufacturerId)),
    problems: contentProblems(db, picture, now),
    ...relatedTo(context, id),
    frozenBy: validVoucher(db, id),
  }
}

function faultTextOf({ db }: QueryContext, { faultCodeId }: WorkOrder): string {
  const fault = faultCodeId === null ? undefined : findFaultCode(db, faultCodeId)
  return fault === undefined ? '' : `${fault.code} ${fault.text}`
}

function overrideOf({ db }: QueryContext, order: WorkOrder): Detail['eligibilityOverride'] {
  return order.overrideAt === null
    ? null
    : { by: findUserName(db, order.overrideBy) || '命令行', approvalNo: order.approvalNo, at: order.overrideAt }
}

/** Every step open now with what is missing on the order; ticks and reasons are asked by the step's own dialogue. */
function stepsOf(context: QueryContext, order: WorkOrder, typed?: WorkOrderContent): Detail['steps'] {
  const { actor } = context
  return allowedSteps(workOrderMachine, order.status).flatMap((event) => {
    const to = workOrderMachine[order.status][event]
    if (to === undefined) return []
    const problems = problemsBeforeStep(context, order, event, everythingSaid, typed)
    const may = actor.role !== null && mayDo(actor.role, workOrderAction[event])
    return [{ event, word: workOrderEvent[event], to, allowed: may && stopsOf(problems).length === 0, problems }]
  })
}

function relatedTo({ db }: QueryContext, id: number): Pick<Detail, 'requests' | 'returnedParts' | 'papers' | 'claim' | 'history'> {
  const claim = findClaimOfOrder(db, id)
  return {
    requests: listRequestsOfOrder(db, id).map(({ id: requestId, no, status, createdAt }) => ({
      id: requestId,
      no: no ?? '',
      status,
      createdAt,
    })),
    returnedParts: listReturnedPartsOfOrder(db, id).map(
      ({ id: pieceId, partLineId, labelNo, partCode, partName, status, exempt, dueOn }) => ({
        id: pieceId,
        partLineId,
        labelNo: labelNo ?? '',
        partCode,
        partName,
        status,
        exempt,
        dueOn,
      }),
    ),
    papers: listPapersOf(db, 'workOrder', id),
    claim: claim ? { id: claim.id, no: claim.no, status: claim.status } : null,
    history: listSteps(db, 'workOrder', id),
  }
}

export const orderRegister = listOf(workOrderList, (row) => ({ ...row, nextEvent: nextEventOf(row.status) }))

/** The next step of the main line, or the one that leads back to it, shown in the grid's last column. */
function nextEventOf(status: WorkOrderStatus): string | null {
  return workOrderLine.find((event) => workOrderMachine[status][event] !== undefined) ?? allowedSteps(workOrderMachine, status)[0] ?? null
}

/** Verdict, totals, findings and step bar of what is being typed. */
export const assessWorkOrder: Handler<AppContract['workOrders']['assess']> = (context, { id, unitId, unit, content }) => {
  const { db, now } = context
  const order = id === null ? undefined : (findWorkOrder(db, id) ?? missing('工单'))
  const onFile = unitId === null ? undefined : (findUnit(db, unitId) ?? missing('车辆'))
  const picture = pictureOfTyping(db, order, onFile ?? unit ?? undefined, content)
  const verdict = verdictOf(db, picture).shown
  return {
    verdict,
    totals: totalsOf(picture),
    problems: contentProblems(db, picture, now),
    steps: order === undefined ? [] : stepsOf(context, { ...order, ...columnsOf(content), eligibility: verdict.result }, content),
  }
}
