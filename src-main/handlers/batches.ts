import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { batchList, findBatch, findBatchRow, insertBatchFile, listBatchFiles, updateBatch, type BatchRow } from '#db/queries/batches'
import { findClaim, listClaimRowsOfBatch, listClaimsOfBatch, updateClaim, type Claim } from '#db/queries/claims'
import { listPapersOf } from '#db/queries/papers'
import { listSteps } from '#db/queries/step-history'
import { batchAction, batchEvent, batchLine, batchMachine, problemsBeforeBatchStep } from '#domain/claim-batch'
import { AppError } from '#domain/errors'
import { sumFen } from '#domain/money'
import { mayDo } from '#domain/permissions'
import { allowedSteps } from '#domain/steps'
import type { BatchStatus } from '#domain/words'
import { buildBatch, previewBuild } from './batch-build.ts'
import { batchFacts } from './batch-facts.ts'
import { refreshBatchSums } from './batch-sums.ts'
import { exportBatch, verifyUploadedBatch } from './batch-export.ts'
import { takeBatchStep } from './batch-steps.ts'
import { gravestFirst, presentClaim } from './claims.ts'
import { missing, orConflict, type HandlersOf } from './define.ts'
import { listOf } from './list-of.ts'

/** Steps of issue 2; answers, invoices and settlement follow with the claims loop. */
const offered: ReadonlySet<string> = new Set(['seal', 'unseal', 'confirm', 'submit', 'withdraw', 'void'])

function presentBatch(row: BatchRow): OutputOf<AppContract['batches']['list']>['rows'][number] {
  return { ...row, nextEvent: nextEventOf(row.status, row.secondHandler !== '' || row.singlePerson) }
}

function nextEventOf(status: BatchStatus, confirmed: boolean): string | null {
  if (status === 'sealed' && !confirmed) return 'confirm'
  const open = allowedSteps(batchMachine, status)
  return batchLine.find((event) => open.includes(event) && offered.has(event)) ?? null
}

export const batchRegister = listOf(batchList, presentBatch)

export const batchesHandlers: HandlersOf<AppContract['batches']> = {
  list: batchRegister.page,

  get(context, { id }) {
    const { db, actor } = context
    const row = findBatchRow(db, id) ?? missing('索赔批次')
    const batch = findBatch(db, id) ?? missing('索赔批次')
    const claims = listClaimsOfBatch(db, id)
    const sum = (pick: (claim: Claim) => Claim['totalFen']) => sumFen(claims.map(pick))
    const facts = batchFacts(db, batch, context, { reason: '', ticked: false })
    const steps = allowedSteps(batchMachine, batch.status).flatMap((event) => {
      const to = batchMachine[batch.status][event]
      if (to === undefined || !offered.has(event)) return []
      return [
        {
          event,
          word: batchEvent[event],
          to,
          allowed: actor.role !== null && mayDo(actor.role, batchAction[event]),
          problems: problemsBeforeBatchStep(event, facts),
        },
      ]
    })
    const shown = listClaimRowsOfBatch(db, id).map((claim) => presentClaim(context, claim))
    return {
      ...presentBatch(row),
      steps,
      claims: row.status === 'draft' ? gravestFirst(shown) : shown,
      claimed: {
        partsFen: sum((c) => c.partsFen),
        labourFen: sum((c) => c.labourFen),
        outingFen: sum((c) => c.outingFen),
        otherFen: sum((c) => c.otherFen),
        totalFen: sum((c) => c.totalFen),
      },
      papers: listPapersOf(db, 'batch', id),
      files: listBatchFiles(db, id),
      history: listSteps(db, 'batch', id),
    }
  },

  build: buildBatch,
  buildPreview: previewBuild,

  removeClaim(context, { id, revision, claimId }) {
    const batch = findBatch(context.db, id) ?? missing('索赔批次')
    const claim = findClaim(context.db, claimId) ?? missing('索赔单')
    if (batch.status !== 'draft') throw new AppError('rule', 'batch.fixed', { no: batch.no ?? '' })
    if (claim.batchId !== id) missing('索赔单')
    orConflict(updateClaim(context.db, claimId, claim.revision, { batchId: null }))
    refreshBatchSums(context, id, revision)
    return { revision: revision + 1 }
  },

  step: takeBatchStep,
  export: exportBatch,
  verify: verifyUploadedBatch,

  recordExport({ db, now, actor }, { id, name, bytes, sha256 }) {
    const batch = findBatch(db, id) ?? missing('索赔批次')
    if (!listBatchFiles(db, id).some((file) => file.sha256 === sha256))
      insertBatchFile(db, { batchId: id, name, bytes, sha256, at: now, userId: actor.userId })
    orConflict(updateBatch(db, id, batch.revision, { exportedAt: batch.exportedAt ?? now }))
    return {}
  },
}
