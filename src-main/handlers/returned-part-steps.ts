import type { AppContract } from '#contract/index'
import { findManifest } from '#db/queries/manifests'
import {
  findReplacedLine,
  findReturnedPart,
  listReturnedPartsOfOrder,
  updateReturnedPart,
  type ReturnedPart,
} from '#db/queries/returned-parts'
import { markTasksDone } from '#db/queries/tasks'
import { updatePartLineCharge } from '#db/queries/work-order-lines'
import { AppError, stopsOf } from '#domain/errors'
import {
  problemsBeforeReturnedPartStep,
  returnedPartAction,
  returnedPartEvent,
  returnedPartMachine,
  type ReturnedPartEvent,
} from '#domain/returned-part'
import { step } from '#domain/steps'
import {
  bearer as bearerWords,
  returnedPartStatus,
  type Bearer,
  type Disposal,
  type ReturnedPartStatus,
  type ReturnExempt,
} from '#domain/words'
import { missing, orConflict, requireRight, type CommandContext, type Handler } from './define.ts'
import { recordStep } from './history.ts'
import { chargeLostPieces } from './no-longer-claimed.ts'
import { followRequests } from './parts-request-follow.ts'
import { nothingSaidOfPart, returnedPartFacts, type ReturnedPartSaid } from './returned-part-facts.ts'
import { refreshOrderTotals } from './work-orders-keep.ts'

/** Steps that have an act of their own: the label takes a number, packing needs a box. */
const elsewhere: readonly ReturnedPartEvent[] = ['create', 'label', 'pack', 'unpack', 'ship', 'takeBack', 'fallOverdue']

function eventNamed(name: string): ReturnedPartEvent {
  if (Object.hasOwn(returnedPartEvent, name) && !elsewhere.includes(name as ReturnedPartEvent)) return name as ReturnedPartEvent
  throw new AppError('invalid', 'common.invalid', { detail: name })
}

/** 旧件入库 · 免回收 · 报损 …: the same step of domain.md §3.3 on one or many pieces; all or none. */
export const stepReturnedParts: Handler<AppContract['returnedParts']['step']> = (
  context,
  { ids, event: name, reason, storageBin, bearer, disposal },
) => {
  const event = eventNamed(name)
  const action = returnedPartAction[event]
  if (action !== 'system') requireRight(context.actor, action, returnedPartEvent[event])
  // a reason makes an exemption one that was approved; without it only M01 small parts are exempt
  const exemptReason = event === 'exempt' ? (reason.trim() === '' ? ('smallPart' as const) : ('approved' as const)) : ('no' as const)
  const said = {
    ...nothingSaidOfPart,
    reason: event === 'lose' && reason.trim() !== '' ? `${bearerWords[bearer]}；${reason}` : reason,
    exemptReason,
    exemptBy: context.actor.name,
    disposal: event === 'dispose' ? disposal : null,
  }
  const orders = new Set<number>()
  for (const id of ids) {
    const piece = findReturnedPart(context.db, id) ?? missing('旧件')
    if (event === 'collect') collectPiece(context, piece, storageBin)
    else advancePiece(context, piece, event, said, changeOf(context, piece, event, { exempt: exemptReason, bearer, reason, disposal }))
    if (event === 'lose') chargeLostPieces(context, piece.workOrderId, reason)
    if (event === 'exempt' || event === 'lose') settleWaitingLine(context, piece)
    if (event === 'exempt' || event === 'lose') markTasksDone(context.db, 'returnedPart', piece.id, context.now)
    orders.add(piece.workOrderId)
  }
  for (const workOrderId of orders) followRequests(context, workOrderId)
  return { changed: ids.length }
}

const verdictOf = { accept: 'accepted', reject: 'rejected', acceptPartly: 'partial' } as const

function changeOf(
  { db, actor, now }: CommandContext,
  piece: ReturnedPart,
  event: ReturnedPartEvent,
  { exempt, bearer, reason, disposal }: { exempt: ReturnExempt; bearer: Bearer; reason: string; disposal: Disposal | null },
): Change {
  if (event === 'exempt') return { exempt, exemptBy: actor.userId }
  if (event === 'accept' || event === 'reject' || event === 'acceptPartly')
    return { verdict: verdictOf[event], verdictAt: now, rejectReason: event === 'accept' ? '' : reason }
  if (event === 'dispose') return { disposal }
  if (event !== 'lose') return {}
  // lost before the box was sealed: it is taken out of it; a sealed list was printed and keeps its line
  const isInOpenBox = piece.manifestId !== null && findManifest(db, piece.manifestId)?.status === 'draft'
  return { bearer, ...(isInOpenBox ? { manifestId: null, boxNo: null, packedAt: null } : {}) }
}

/** 旧件入库: the piece lies on its shelf, and its line is 三包 from now on. */
export function collectPiece(context: CommandContext, piece: ReturnedPart, storageBin: string | null): void {
  advancePiece(context, piece, 'collect', nothingSaidOfPart, {
    removedAt: piece.removedAt ?? context.now,
    storageBin: storageBin ?? piece.storageBin,
  })
  settleWaitingLine(context, piece)
}

type Change = Partial<Omit<ReturnedPart, 'id' | 'revision' | 'status'>>

/** Moves one piece a step on, or refuses with everything that stands in the way. The state it is in afterwards. */
export function advancePiece(
  context: CommandContext,
  piece: ReturnedPart,
  event: ReturnedPartEvent,
  said: ReturnedPartSaid,
  change: Change,
): ReturnedPartStatus {
  const next = step(returnedPartMachine, piece.status, event)
  if (!next.ok)
    throw new AppError('rule', 'returnedPart.wrongState', {
      part: piece.partName,
      status: returnedPartStatus[piece.status],
      event: returnedPartEvent[event],
    })
  const stops = stopsOf(problemsBeforeReturnedPartStep(event, returnedPartFacts(context.db, piece, context.today, said)))
  if (stops.length > 0) throw new AppError('rule', 'returnedPart.notYet', { part: piece.partName, event: returnedPartEvent[event] }, stops)
  orConflict(updateReturnedPart(context.db, piece.id, piece.revision, { ...change, status: next.state }))
  recordStep(context, 'returnedPart', piece.id, { event, from: piece.status, to: next.state, note: said.reason })
  return next.state
}

/** Still owed to the shelf: a late piece that never got a label was never brought in, a lost one never will be. */
function isNotIn({ status, labelNo }: ReturnedPart): boolean {
  return status === 'toCollect' || status === 'lost' || (status === 'overdue' && labelNo === null)
}

/** M04: the line was charged to the customer until its old parts are in; with the last of them in, or needing no return, it is 三包. */
function settleWaitingLine(context: CommandContext, piece: ReturnedPart): void {
  if (findReplacedLine(context.db, piece.partLineId)?.line.chargeMode !== 'awaitingOldPart') return
  if (listReturnedPartsOfOrder(context.db, piece.workOrderId).some((each) => each.partLineId === piece.partLineId && isNotIn(each))) return
  updatePartLineCharge(context.db, piece.partLineId, 'warranty')
  refreshOrderTotals(context, piece.workOrderId)
}
