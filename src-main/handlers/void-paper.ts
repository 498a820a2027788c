import type { AppContract } from '#contract/index'
import { findSealedBatch } from '#db/queries/batches'
import { findClaimOfOrder } from '#db/queries/claims'
import { findFilledForm, updateFilledForm } from '#db/queries/filled-forms'
import { findManifest } from '#db/queries/manifests'
import { findPaper, markPaperVoided, type IssuedPaper } from '#db/queries/papers'
import { findRequest } from '#db/queries/parts-requests'
import { findReturnedPart, updateReturnedPart } from '#db/queries/returned-parts'
import { AppError } from '#domain/errors'
import { isFilledForm } from '#domain/form-ids'
import { requestStatus } from '#domain/words'
import { missing, orConflict, type CommandContext, type Handler } from './define.ts'
import { recordStep } from './history.ts'
import { releaseVoucher } from './release-voucher.ts'

/**
 * 作废: the number stays used, the copies print 作废, and the record is free to be issued again under a new number. What
 * is printed for a sealed batch or a shipped box is undone there first (reliability.md D.5).
 */
export const voidPaper: Handler<AppContract['papers']['void']> = (context, { id, reason, copiesBack }) => {
  const stored = findPaper(context.db, id) ?? missing('单据')
  if (stored.status === 'voided') throw new AppError('rule', 'paper.alreadyVoid', { number: stored.number })
  releaseSubject(context, stored, reason)
  orConflict(markPaperVoided(context.db, id, { at: context.now, by: context.actor.userId, reason, copiesBack }))
  return {}
}

function releaseSubject(context: CommandContext, stored: IssuedPaper, reason: string): void {
  switch (stored.form) {
    case 'F16':
      return releaseVoucher(context, stored, reason)
    case 'F27':
    case 'F30':
      return releaseLabel(context, stored, reason)
    case 'F17':
    case 'F31':
      return requireWithdrawn(context, stored)
    case 'F15':
      return refuseRequest(context, stored)
    case 'F19':
      throw new AppError('rule', 'paper.voidByBatch', { number: stored.number })
    default:
      if (!isFilledForm(stored.form)) throw new Error(`no rule for voiding ${stored.form}`)
      return reopenForm(context, stored)
  }
}

/** F15 is void with 撤回 of its request; once the maker has answered it is evidence. */
function refuseRequest(context: CommandContext, { number, subjectId }: IssuedPaper): never {
  const { status } = findRequest(context.db, subjectId) ?? missing('求援单')
  if (status === 'sent') throw new AppError('rule', 'paper.voidByRequest', { number })
  throw new AppError('rule', 'paper.requestAnswered', { number, status: requestStatus[status] })
}

/** The piece goes back to 拆下入库 and gets a new label; packed or shipped it keeps the one it wears. */
function releaseLabel(context: CommandContext, stored: IssuedPaper, reason: string): void {
  const piece = findReturnedPart(context.db, stored.subjectId) ?? missing('旧件')
  if (piece.labelNo !== stored.number) return
  refuseSealed(context, piece.workOrderId, stored.number)
  if (piece.status !== 'labelled' && piece.status !== 'overdue') throw new AppError('rule', 'paper.labelPacked', { number: stored.number })
  orConflict(updateReturnedPart(context.db, piece.id, piece.revision, { status: 'collected', labelNo: null, labelledAt: null }))
  recordStep(context, 'returnedPart', piece.id, { event: 'voidLabel', from: piece.status, to: 'collected', note: reason })
}

/** batch.json of a sealed batch names the label. */
function refuseSealed({ db }: CommandContext, workOrderId: number, number: string): void {
  const batch = findSealedBatch(db, findClaimOfOrder(db, workOrderId)?.batchId ?? null)
  if (batch !== undefined) throw new AppError('rule', 'paper.labelInBatch', { number, no: batch.no ?? '' })
}

/** What was typed becomes a draft again, to be corrected and issued under a new number. */
function reopenForm({ db }: CommandContext, stored: IssuedPaper): void {
  const record = findFilledForm(db, stored.subjectId)
  if (record?.paperId === stored.id) orConflict(updateFilledForm(db, record.id, record.revision, { paperId: null }))
}

/** A list is void only with its manifest: withdrawn, its pieces back on the shelf. */
function requireWithdrawn(context: CommandContext, stored: IssuedPaper): void {
  const manifest = findManifest(context.db, stored.subjectId) ?? missing('返厂清单')
  if (manifest.status !== 'withdrawn') throw new AppError('rule', 'paper.voidByManifest', { number: stored.number })
}
