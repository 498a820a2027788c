import { canonicalText } from '#contract/batch-document'
import { checkBatchDocument } from '#contract/batch-document-check'
import type { AppContract } from '#contract/index'
import { findBatch, freezeBatchDocument, thawBatchDocument, updateBatch, type Batch } from '#db/queries/batches'
import { findClaim, listClaimsOfBatch, updateClaim } from '#db/queries/claims'
import { findManufacturer } from '#db/queries/manufacturers'
import { markTasksDone } from '#db/queries/tasks'
import { findWorkOrder } from '#db/queries/work-orders'
import { batchAction, batchEvent, batchMachine, problemsBeforeBatchStep, type BatchEvent } from '#domain/claim-batch'
import { AppError, stopsOf } from '#domain/errors'
import { formCode } from '#domain/numbering'
import { returnedPartEvent } from '#domain/returned-part'
import { step } from '#domain/steps'
import { batchStatus } from '#domain/words'
import { gatherBatchDocument } from './batch-document.ts'
import { batchFacts, stationUsersFor } from './batch-facts.ts'
import { gatherClaimSummary } from './batch-paper.ts'
import { startClaimClock } from './claim-clock.ts'
import { missing, orConflict, requireRight, type CommandContext, type Handler } from './define.ts'
import { recordStep } from './history.ts'
import { issuePaper } from './issue-paper.ts'
import { moveClaim } from './move-claim.ts'
import { numberForPaper } from './next-number.ts'
import { chargeLostPieces } from './no-longer-claimed.ts'
import { voidPapersOf } from './void-with-record.ts'
import { pictureOf } from './work-orders-picture.ts'

function eventNamed(name: string): BatchEvent {
  if (Object.hasOwn(batchEvent, name) && name !== 'create') return name as BatchEvent
  throw new AppError('invalid', 'common.invalid', { detail: name })
}

/** 封批 · 第二经办人确认 · 拆批 · 提交 · 撤回 · 作废 (domain.md §3.5; settled.md 14, 17, 19). */
export const takeBatchStep: Handler<AppContract['batches']['step']> = (context, input) => {
  const { db, actor } = context
  const event = eventNamed(input.event)
  requireRight(actor, batchAction[event], batchEvent[event])
  const batch = findBatch(db, input.id) ?? missing('索赔批次')
  const next = step(batchMachine, batch.status, event)
  if (!next.ok) throw new AppError('rule', 'common.wrongState', { status: batchStatus[batch.status], event: batchEvent[event] })
  const stops = stopsOf(problemsBeforeBatchStep(event, batchFacts(db, batch, context, input)))
  if (stops.length > 0) throw new AppError('rule', 'batch.notYet', { event: batchEvent[event] }, stops)

  orConflict(updateBatch(db, batch.id, input.revision, { status: next.state, ...stampOf(context, event) }))
  const paperId = event === 'seal' ? seal(context, batch.id) : null
  if (event === 'unseal') thawBatchDocument(db, batch.id)
  if (event === 'unseal' || event === 'withdraw')
    voidPapersOf(context, 'batch', batch.id, input.reason || batchEvent[event], event === 'unseal')
  moveClaims(context, batch.id, event)
  recordStep(context, 'batch', batch.id, { event, from: batch.status, to: next.state, note: input.reason })
  const after = findBatch(db, batch.id) ?? missing('索赔批次')
  return { revision: after.revision, status: after.status, no: after.no ?? '', paperId }
}

function stampOf(context: CommandContext, event: BatchEvent): Partial<Omit<Batch, 'id' | 'revision' | 'document' | 'hash'>> {
  const { now, actor, db } = context
  switch (event) {
    case 'seal':
      return {
        sealedAt: now,
        handlerId: actor.userId,
        secondHandlerId: null,
        confirmedAt: null,
        singlePerson: stationUsersFor(db, actor) <= 1,
      }
    case 'confirm':
      return { confirmedAt: now, secondHandlerId: actor.userId }
    case 'unseal':
      return { sealedAt: null, handlerId: null, secondHandlerId: null, confirmedAt: null, singlePerson: false }
    case 'submit':
      return { submittedAt: now }
    default:
      return {}
  }
}

/** Number (kept through an unsealing) → frozen batch.json → its hash → F19, in one transaction. */
function seal(context: CommandContext, id: number): number {
  const { db } = context
  const first = findBatch(db, id) ?? missing('索赔批次')
  const taken =
    first.no === null ? numberForPaper(context, { form: 'F19', formCode: formCode.batch, subjectKind: 'batch', subjectId: id }) : undefined
  if (taken) orConflict(updateBatch(db, id, first.revision, { no: taken.number }))
  const batch = findBatch(db, id) ?? missing('索赔批次')
  const document = gatherBatchDocument(context, batch)
  const problems = stopsOf(checkBatchDocument(document))
  if (problems.length > 0) throw new AppError('rule', 'batch.notYet', { event: batchEvent.seal }, problems)
  const hash = freezeBatchDocument(db, id, canonicalText(document))
  const maker = findManufacturer(db, batch.manufacturerId)
  return issuePaper(context, {
    form: 'F19',
    formCode: formCode.batch,
    manufacturerId: batch.manufacturerId,
    subjectKind: 'batch',
    subjectId: id,
    subject: `${maker?.name ?? ''} ${batch.periodFrom.slice(0, 7)}`,
    gather: () => gatherClaimSummary(db, batch, hash),
    ...(taken ? { taken } : {}),
  }).paperId
}

/** Claims go with their batch: submitted with it, back in the pool when it is withdrawn or void. */
function moveClaims(context: CommandContext, batchId: number, event: BatchEvent): void {
  for (const claim of listClaimsOfBatch(context.db, batchId)) {
    if (event === 'seal') markTasksDone(context.db, 'claim', claim.id, context.now, 'D34')
    if (event === 'unseal' || event === 'withdraw')
      startClaimClock(context, claim, pictureOf(context.db, findWorkOrder(context.db, claim.workOrderId) ?? missing('工单')))
    if (event === 'submit') moveClaim(context, claim, { event: 'submit', status: 'submitted' }, { submittedAt: context.now })
    if (event === 'withdraw') moveClaim(context, claim, { event: 'withdraw', status: 'ready' }, { submittedAt: null, batchId: null })
    if (event === 'unseal' || event === 'withdraw') chargeLostPieces(context, claim.workOrderId, returnedPartEvent.lose)
    if (event === 'void') {
      const current = findClaim(context.db, claim.id) ?? missing('索赔单')
      orConflict(updateClaim(context.db, current.id, current.revision, { batchId: null }))
    }
  }
}
