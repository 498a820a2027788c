import { canonicalText } from '#contract/batch-document'
import type { AppContract } from '#contract/index'
import { deleteDraft } from '#db/queries/drafts'
import { listPapersOf } from '#db/queries/papers'
import { detachRequestLines } from '#db/queries/parts-requests'
import { findFaultCode, findPart } from '#db/queries/catalogue'
import { deleteUnlabelledParts, listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import { markTasksDone } from '#db/queries/tasks'
import { findUnit } from '#db/queries/units'
import { listTechnicians } from '#db/queries/users'
import { listOrderLines, replaceOtherLines, replacePartLines } from '#db/queries/work-order-lines'
import { findWorkOrder, listOrderPartLines, listRequestsOfLine, updateWorkOrder, type WorkOrder } from '#db/queries/work-orders'
import { AppError, stop, stopsOf, type Problem } from '#domain/errors'
import { mayEditPart, orderParts, type OrderPart } from '#domain/order-rights'
import { role as roleWords, workOrderStatus } from '#domain/words'
import { mayCorrect } from '#domain/work-order'
import { missing, orConflict, type Actor, type CommandContext, type Handler } from './define.ts'
import { cleanContent, columnsOf, contentOf, type WorkOrderContent } from './work-orders-content.ts'
import { contentProblems } from './work-orders-facts.ts'
import { refuseFrozen, validVoucher } from './work-orders-freeze.ts'
import { recordChanges } from './work-orders-history.ts'
import { keepClaim, keepClocks, keepMileage, keepOldParts, restartOldPartClocks, totalColumns } from './work-orders-keep.ts'
import { pictureOf, type OrderPicture } from './work-orders-picture.ts'
import { totalsOf, verdictOf } from './work-orders-verdict.ts'

/** The whole order at the revision it was read; a printed voucher freezes what stands on it. */
export const saveWorkOrder: Handler<AppContract['workOrders']['save']> = (context, { id, revision, content: typed, draftKey }) => {
  const { db } = context
  const order = findWorkOrder(db, id) ?? missing('工单')
  orConflict(order.revision === revision)
  if (!mayCorrect(order.status, listPapersOf(db, 'workOrder', id)))
    throw new AppError('rule', 'order.ended', { status: workOrderStatus[order.status] })
  const { content, problems: cleaned } = cleanContent(typed)
  const before = contentOf(order, listOrderLines(db, id))
  refuseForeignParts(context.actor, before, content)
  const voucher = validVoucher(db, id)
  if (voucher !== null) refuseFrozen(before, content, voucher)
  const warnings = writeContent(context, order, content, cleaned)
  recordChanges(context, id, before, content)
  discardDraft(context, draftKey)
  return { revision: revision + 1, warnings }
}

/** Every part of the order has its people; what one may not change must be as it was. */
function refuseForeignParts(actor: Actor, before: WorkOrderContent, after: WorkOrderContent): void {
  const role = actor.role
  if (role === null) throw new AppError('forbidden', 'common.notSignedIn')
  for (const [part, { word, fields }] of Object.entries(orderParts) as [OrderPart, (typeof orderParts)[OrderPart]][]) {
    if (!mayEditPart(role, part) && changesAny(fields, before, after))
      throw new AppError('forbidden', 'common.forbidden', { role: roleWords[role], action: word })
  }
}

function changesAny(fields: readonly string[], before: WorkOrderContent, after: WorkOrderContent): boolean {
  const picked = (content: WorkOrderContent) =>
    canonicalText(Object.fromEntries(Object.entries(content).filter(([field]) => fields.includes(field))))
  return picked(before) !== picked(after)
}

/**
 * Writes content over an order on file, with all that is kept in step with it, and returns the warnings. The revision
 * counts up by one. @throws AppError `rule` with field paths when the content breaks a blocking rule.
 */
export function writeContent(context: CommandContext, order: WorkOrder, content: WorkOrderContent, cleaned: readonly Problem[]): Problem[] {
  const { db, now } = context
  refuseUnknown(context, order, content)
  releaseGoneLines(context, order, content)
  replacePartLines(db, order.id, content.partLines)
  replaceOtherLines(db, order.id, content)
  const technicianName = listTechnicians(db).find((person) => person.id === content.technicianId)?.name ?? ''
  const picture = pictureOf(db, { ...order, ...columnsOf(content) })
  const columns = {
    ...columnsOf(content),
    ...totalColumns(totalsOf(picture)),
    eligibility: verdictOf(db, picture).decision.result,
    technicianName,
    updatedAt: now,
  }
  orConflict(updateWorkOrder(db, order.id, order.revision, columns))
  const saved = findWorkOrder(db, order.id) ?? missing('工单')
  keepOldParts(context, saved, picture)
  const problems = [...cleaned, ...contentProblems(db, picture, now)]
  refuseStops(problems)
  if (content.severity !== order.severity) restartOldPartClocks(context, saved, picture)
  keepAll(context, saved, picture)
  return problems
}

function keepAll(context: CommandContext, order: WorkOrder, picture: OrderPicture): void {
  keepMileage(context, order)
  keepClaim(context, order, picture)
  keepClocks(context, order, picture)
}

export function refuseStops(problems: readonly Problem[]): void {
  const stops = stopsOf(problems)
  if (stops.length > 0) throw new AppError('rule', 'order.notSavable', { count: stops.length }, stops)
}

export function discardDraft({ db, actor }: CommandContext, key: string | null): void {
  if (key !== null && actor.userId !== null) deleteDraft(db, { userId: actor.userId, key, seat: actor.seatId })
}

/** Ids that point nowhere, before the database refuses them without a word. */
function refuseUnknown({ db }: CommandContext, order: WorkOrder, content: WorkOrderContent): void {
  const onFile = new Set(listOrderPartLines(db, order.id).map((line) => line.id))
  const technicians = new Set(listTechnicians(db).map((person) => person.id))
  const knows = (id: number | null, known: (id: number) => boolean) => id === null || known(id)
  const unknown = (field: string, what: string) => [stop('order.codeUnknown', field, { what })]
  refuseStops([
    ...(findUnit(db, order.unitId)?.manufacturerId === content.manufacturerId ? [] : [stop('order.otherMaker', 'manufacturerId')]),
    ...(knows(content.technicianId, (id) => technicians.has(id)) ? [] : unknown('technicianId', '维修技师')),
    ...(knows(content.faultCodeId, (id) => findFaultCode(db, id) !== undefined) ? [] : unknown('faultCodeId', '故障代码')),
    ...(knows(content.repeatOfId, (id) => findWorkOrder(db, id) !== undefined) ? [] : unknown('repeatOfId', '原工单')),
    ...content.partLines.flatMap(({ id, partId, partName: part }, index) => [
      ...(knows(id, (lineId) => onFile.has(lineId)) ? [] : [stop('order.unknownLine', `partLines.${index}`, { row: index + 1, part })]),
      ...(knows(partId, (known) => findPart(db, known) !== undefined) ? [] : unknown(`partLines.${index}.partId`, '零件')),
    ]),
    ...content.labourLines.flatMap(({ technicianId }, index) =>
      knows(technicianId, (id) => technicians.has(id)) ? [] : unknown(`labourLines.${index}.technicianId`, '主修工'),
    ),
  ])
}

/** Lines taken off the order: their waiting old parts go too, but nothing that was handled or asked from the maker. */
function releaseGoneLines({ db, now }: CommandContext, order: WorkOrder, content: WorkOrderContent): void {
  const kept = new Set(content.partLines.map((line) => line.id))
  const gone = listOrderPartLines(db, order.id).filter((line) => !kept.has(line.id))
  const pieces = gone.length === 0 ? [] : listReturnedPartsOfOrder(db, order.id)
  refuseStops(
    gone.flatMap(({ id, partName: part }) => {
      const request = listRequestsOfLine(db, id)[0]
      if (request !== undefined) return [stop('order.lineRequested', 'partLines', { part, no: request.no ?? '（草稿）' })]
      detachRequestLines(db, id)
      for (const piece of pieces.filter(({ partLineId }) => partLineId === id)) markTasksDone(db, 'returnedPart', piece.id, now)
      return deleteUnlabelledParts(db, id) ? [] : [stop('order.oldPartHandledGone', 'partLines', { part })]
    }),
  )
}
