import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { findBatch, findDraftBatch, insertBatch, type Batch } from '#db/queries/batches'
import {
  findClaim,
  listClaimsForBatch,
  listMakersWithClaims,
  listOldestForBatch,
  listOrdersWithoutClaim,
  updateClaim,
  type Claim,
} from '#db/queries/claims'
import { findManufacturer } from '#db/queries/manufacturers'
import { listPastDue } from '#db/queries/tasks'
import { unsentClaims } from '#domain/claim'
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
import { refusedClaim } from './claims.ts'
import { missing, orConflict, type CommandContext, type Handler, type QueryContext } from './define.ts'
import { recordStep } from './history.ts'
import { moveClaim } from './move-claim.ts'

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
  const ofPlace = listClaimsForBatch(db, manufacturerId, period, claimIds)
  const refused: OutputOf<AppContract['batches']['build']>['refused'] = []
  const entering: Claim[] = []
  for (const claim of ofPlace) {
    const problems = completeForBatch(context, claim, place)
    if (problems.length > 0) refused.push(refusedClaim(claim, problems))
    else entering.push(findClaim(db, claim.id) ?? missing('索赔单'))
  }
  refused.push(...refusedStrays(context, claimIds ?? [], ofPlace, place, draft?.id ?? null))
  const id = draft?.id ?? (entering.length > 0 ? createBatch(context, place) : null)
  if (id === null) return { id, revision: 0, claims: 0, entered: 0, totalFen: zeroFen, refused }
  for (const claim of entering) orConflict(updateClaim(db, claim.id, claim.revision, { batchId: id }))
  refreshBatchSums(context, id)
  const { revision, claimCount, totalFen } = findBatch(db, id) ?? missing('索赔批次')
  return { id: claimCount === 0 ? null : id, revision, claims: claimCount, entered: entering.length, totalFen, refused }
}

/** Chosen claims that are not of this batch: of another manufacturer or month, in another batch, or gone already. */
function refusedStrays(
  context: CommandContext,
  chosen: readonly number[],
  ofPlace: readonly Claim[],
  place: BatchPlace,
  draftId: number | null,
) {
  const known = new Set(ofPlace.map(({ id }) => id))
  return chosen
    .filter((id) => !known.has(id))
    .flatMap((id) => {
      const claim = findClaim(context.db, id) ?? missing('索赔单')
      if (claim.batchId !== null && claim.batchId === draftId) return []
      const gone = unsentClaims.includes(claim.status)
        ? []
        : [stop('batch.claimNotReady', 'claims', { no: claim.no, status: claimStatus[claim.status] })]
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

/** Claims looked at for a month to propose; those that can no longer go (too late) stay few. */
const mostLookedAt = 50

/** What `build` would find: nothing is changed yet. The month proposed is that of the oldest claim that can go. */
export const previewBuild: Handler<AppContract['batches']['buildPreview']> = (
  context: QueryContext,
  { manufacturerId, period, claimIds },
) => {
  const { db, now, today } = context
  const waiting = listOldestForBatch(db, claimIds, mostLookedAt)
  const oldest = waiting.find((claim) => stopsOf(claimProblems(claimFacts(db, claim, context))).length === 0) ?? waiting[0]
  const maker = manufacturerId ?? oldest?.manufacturerId ?? null
  const month = period ?? oldest?.period ?? today.slice(0, 7)
  const makers = listMakersWithClaims(db, claimIds)
  const nothing = { count: 0, totalFen: zeroFen }
  if (maker === null) return { manufacturerId: null, period: month, makers, ready: nothing, unchecked: 0, late: 0, strays: 0, draft: null }
  const found = listClaimsForBatch(db, maker, month, claimIds)
  const past = listPastDue(db, 'D34', 'claim', now)
  const inTime = found.filter(({ id }) => !past.has(id))
  const ready = inTime.filter(({ status }) => status === 'ready')
  const unopened = claimIds === null ? listOrdersWithoutClaim(db, maker, month).length : 0
  const draft = findDraftBatch(db, maker, placeOf(maker, month).periodFrom)
  return {
    manufacturerId: maker,
    period: month,
    makers,
    ready: { count: ready.length, totalFen: sumFen(ready.map(({ totalFen }) => totalFen)) },
    unchecked: inTime.length - ready.length + unopened,
    late: found.length - inTime.length,
    strays: claimIds === null ? 0 : new Set(claimIds).size - found.length,
    draft: draft === undefined ? null : { id: draft.id, claims: draft.claimCount, totalFen: draft.totalFen },
  }
}
