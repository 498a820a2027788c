import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findBatch, findDraftBatch, insertBatch, type Batch } from '#db/queries/batches'
import { findClaim, findOldestForBatch, listClaimsForBatch, listMakersWithClaims, listOrdersWithoutClaim, updateClaim, type Claim } from '#db/queries/claims'
import { findManufacturer } from '#db/queries/manufacturers'
import { claimEntryProblems, claimPlaceProblems } from '#domain/claim-batch'
import { claimProblems } from '#domain/claim-findings'
import { firstOfMonth, lastOfMonth, localDate } from '#domain/dates'
import { stop, stopsOf, type Problem } from '#domain/errors'
import { sumFen, zeroFen } from '#domain/money'
import { claimStatus } from '#domain/words'
import { batchClaimFacts } from './batch-facts.ts'
import { refreshBatchSums } from './batch-sums.ts'
import { claimFacts } from './claim-facts.ts'
import { openClaimsOfMonth } from './claims-open.ts'
import { moveClaim, refusedClaim, waiting } from './claims.ts'
import { missing, orConflict, type CommandContext, type Handler, type QueryContext } from './define.ts'
import { recordStep } from './history.ts'

type BatchPlace = Pick<Batch, 'manufacturerId' | 'periodFrom' | 'periodTo'>

function placeOf(manufacturerId: number, period: string): BatchPlace {
  const periodFrom = firstOfMonth(localDate(`${period}-01`))
  return { manufacturerId, periodFrom, periodTo: lastOfMonth(periodFrom) }
}

export const buildBatch: Handler<AppContract['batches']['build']> = (context, { manufacturerId, period, claimIds }) => {
  const { db } = context
  if (!findManufacturer(db, manufacturerId)) missing('厂方')
  const place = placeOf(manufacturerId, period)
  const draft = findDraftBatch(db, manufacturerId, place.periodFrom)
  openClaimsOfMonth(context, manufacturerId, period)
  const wanted = claimIds === null ? null : new Set(claimIds)
  const ofPlace = listClaimsForBatch(db, manufacturerId, period).filter(({ id }) => wanted === null || wanted.has(id))
  const refused: OutputOf<AppContract['batches']['build']>['refused'] = []
  const entering: Claim[] = []
  for (const claim of ofPlace) {
    const problems = completeForBatch(context, claim, place)
    if (problems.length > 0) refused.push(refusedClaim(claim, problems))
    else entering.push(findClaim(db, claim.id) ?? missing('索赔单'))
  }
  refused.push(...refusedStrays(context, claimIds ?? [], ofPlace, place, draft?.id ?? null))
  const id = draft?.id ?? (entering.length > 0 ? createBatch(context, place) : null)
  if (id === null) return { id, claims: 0, entered: 0, totalFen: zeroFen, refused }
  for (const claim of entering) orConflict(updateClaim(db, claim.id, claim.revision, { batchId: id }))
  refreshBatchSums(context, id)
  const { claimCount, totalFen } = findBatch(db, id) ?? missing('索赔批次')
  return { id: claimCount === 0 ? null : id, claims: claimCount, entered: entering.length, totalFen, refused }
}

/** Chosen claims that are not of this batch: of another manufacturer or month, in another batch, or gone already. */
function refusedStrays(context: CommandContext, chosen: readonly number[], ofPlace: readonly Claim[], place: BatchPlace, draftId: number | null) {
  const known = new Set(ofPlace.map(({ id }) => id))
  return chosen.filter((id) => !known.has(id)).flatMap((id) => {
    const claim = findClaim(context.db, id) ?? missing('索赔单')
    if (claim.batchId !== null && claim.batchId === draftId) return []
    const gone = waiting.includes(claim.status) ? [] : [stop('batch.claimNotReady', 'claims', { no: claim.no, status: claimStatus[claim.status] })]
    return [refusedClaim(claim, [...gone, ...claimPlaceProblems(batchClaimFacts(context.db, claim, draftId, context), place)])]
  })
}

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

/** What `build` would find: nothing is checked or changed yet. */
export const previewBuild: Handler<AppContract['batches']['buildPreview']> = ({ db, today }: QueryContext, { manufacturerId, period, claimIds }) => {
  const oldest = findOldestForBatch(db, claimIds)
  const maker = manufacturerId ?? oldest?.manufacturerId ?? null
  const month = period ?? oldest?.period ?? today.slice(0, 7)
  const makers = listMakersWithClaims(db, claimIds)
  if (maker === null) return { manufacturerId: null, period: month, makers, ready: { count: 0, totalFen: zeroFen }, unchecked: 0, strays: 0, draft: null }
  const wanted = claimIds === null ? null : new Set(claimIds)
  const found = listClaimsForBatch(db, maker, month).filter(({ id }) => wanted === null || wanted.has(id))
  const ready = found.filter(({ status }) => status === 'ready')
  const unopened = wanted === null ? listOrdersWithoutClaim(db, maker, month).length : 0
  const draft = findDraftBatch(db, maker, placeOf(maker, month).periodFrom)
  return {
    manufacturerId: maker, period: month, makers, ready: { count: ready.length, totalFen: sumFen(ready.map(({ totalFen }) => totalFen)) }, unchecked: found.length - ready.length + unopened,
    strays: wanted === null ? 0 : wanted.size - found.length, draft: draft === undefined ? null : { id: draft.id, claims: draft.claimCount, totalFen: draft.totalFen },
  }
}
