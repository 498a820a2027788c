import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import {
  batchList, findBatch, findBatchRow, findDraftBatch, insertBatch, insertBatchFile, listBatchFiles, updateBatch, type Batch, type BatchRow,
} from '#db/queries/batches'
import { findClaim, listClaimRowsOfBatch, listClaimsForBatch, listClaimsOfBatch, updateClaim, type Claim } from '#db/queries/claims'
import { findManufacturer } from '#db/queries/manufacturers'
import { listPapersOf } from '#db/queries/papers'
import { listSteps } from '#db/queries/step-history'
import { batchAction, batchEvent, batchLine, batchMachine, claimEntryProblems, problemsBeforeBatchStep } from '#domain/claim-batch'
import { claimProblems } from '#domain/claim-findings'
import { firstOfMonth, lastOfMonth, localDate } from '#domain/dates'
import { AppError, stopsOf, type Problem } from '#domain/errors'
import { sumFen, zeroFen } from '#domain/money'
import { mayDo } from '#domain/permissions'
import { allowedSteps } from '#domain/steps'
import type { BatchStatus } from '#domain/words'
import { batchClaimFacts, batchFacts } from './batch-facts.ts'
import { exportBatch, verifyUploadedBatch } from './batch-export.ts'
import { takeBatchStep } from './batch-steps.ts'
import { claimFacts } from './claim-facts.ts'
import { openClaimsOfMonth } from './claims-open.ts'
import { moveClaim, presentClaim } from './claims.ts'
import { missing, orConflict, type CommandContext, type HandlersOf } from './define.ts'
import { recordStep } from './history.ts'
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

/** Count and sum of a draft follow its claims. */
export function refreshBatchSums({ db }: CommandContext, id: number, revision: number): void {
  const claims = listClaimsOfBatch(db, id)
  orConflict(updateBatch(db, id, revision, { claimCount: claims.length, totalFen: sumFen(claims.map((claim) => claim.totalFen)) }))
}

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
      return [{ event, word: batchEvent[event], to, allowed: actor.role !== null && mayDo(actor.role, batchAction[event]), problems: problemsBeforeBatchStep(event, facts) }]
    })
    return {
      ...presentBatch(row), steps, claims: listClaimRowsOfBatch(db, id).map((claim) => presentClaim(context, claim)),
      claimed: { partsFen: sum((c) => c.partsFen), labourFen: sum((c) => c.labourFen), outingFen: sum((c) => c.outingFen), otherFen: sum((c) => c.otherFen), totalFen: sum((c) => c.totalFen) },
      papers: listPapersOf(db, 'batch', id), files: listBatchFiles(db, id), history: listSteps(db, 'batch', id),
    }
  },

  build(context, { manufacturerId, period, claimIds }) {
    const { db } = context
    if (!findManufacturer(db, manufacturerId)) missing('厂方')
    const periodFrom = firstOfMonth(localDate(`${period}-01`))
    const place: BatchPlace = { manufacturerId, periodFrom, periodTo: lastOfMonth(periodFrom) }
    const refused: OutputOf<AppContract['batches']['build']>['refused'] = []
    const entering: Claim[] = []
    openClaimsOfMonth(context, manufacturerId, period)
    const wanted = claimIds === null ? null : new Set(claimIds)
    for (const claim of listClaimsForBatch(db, manufacturerId, period).filter(({ id }) => wanted === null || wanted.has(id))) {
      const problems = completeForBatch(context, claim, place)
      if (problems.length > 0) refused.push({ id: claim.id, no: claim.no, problems })
      else entering.push(findClaim(db, claim.id) ?? missing('索赔单'))
    }
    const id = findDraftBatch(db, manufacturerId, periodFrom)?.id ?? (entering.length > 0 ? createBatch(context, place) : null)
    if (id === null) return { id, claims: 0, totalFen: zeroFen, refused }
    for (const claim of entering) orConflict(updateClaim(db, claim.id, claim.revision, { batchId: id }))
    const { revision } = findBatch(db, id) ?? missing('索赔批次')
    refreshBatchSums(context, id, revision)
    const { claimCount, totalFen } = findBatch(db, id) ?? missing('索赔批次')
    return { id: claimCount === 0 ? null : id, claims: claimCount, totalFen, refused }
  },

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
    if (!listBatchFiles(db, id).some((file) => file.sha256 === sha256)) insertBatchFile(db, { batchId: id, name, bytes, sha256, at: now, userId: actor.userId })
    orConflict(updateBatch(db, id, batch.revision, { exportedAt: batch.exportedAt ?? now }))
    return {}
  },
}

type BatchPlace = Pick<Batch, 'manufacturerId' | 'periodFrom' | 'periodTo'>

function createBatch(context: CommandContext, place: BatchPlace): number {
  const created = insertBatch(context.db, { ...place, createdAt: context.now, createdBy: context.actor.userId })
  recordStep(context, 'batch', created, { event: 'create', from: '', to: 'draft' })
  return created
}

/** Checks a claim that is in no batch as if complete and makes it 待提交; what keeps it out otherwise. */
function completeForBatch(context: CommandContext, claim: Claim, place: BatchPlace): Problem[] {
  const { db } = context
  if (claim.status !== 'ready') {
    const stops = stopsOf(claimProblems(claimFacts(db, claim, context)))
    if (stops.length > 0) return stops
    moveClaim(context, claim, { event: 'complete', status: 'ready' })
  }
  const complete = findClaim(db, claim.id) ?? missing('索赔单')
  return claimEntryProblems(batchClaimFacts(db, complete, null, context), place)
}
