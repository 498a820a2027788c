import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { claimList, findClaim, findClaimRow, type Claim, type ClaimRow } from '#db/queries/claims'
import { listPapersOf } from '#db/queries/papers'
import { findTermsFor } from '#db/queries/policy-terms'
import { listSteps } from '#db/queries/step-history'
import { findUnitOfOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { claimEvent, claimMachine, unsentClaims } from '#domain/claim'
import { claimFindings, claimProblems, type ClaimFacts } from '#domain/claim-findings'
import { claimDue } from '#domain/due-dates'
import { AppError, stop, stopsOf, type Problem } from '#domain/errors'
import { step } from '#domain/steps'
import { bearer as bearerWords, claimStatus, type ClaimStatus } from '#domain/words'
import { claimedOf, claimFacts, claimPicture } from './claim-facts.ts'
import { claimLines } from './claim-lines.ts'
import { missing, orConflict, type CommandContext, type HandlersOf, type QueryContext } from './define.ts'
import { listOf } from './list-of.ts'
import { moneyLanes } from './money-lanes.ts'
import { moveClaim } from './move-claim.ts'
import { giveUpClaim } from './no-longer-claimed.ts'

type ShownClaim = OutputOf<AppContract['claims']['list']>['rows'][number]

/** A stored row with the count of its findings; the check of a claim that has gone is history and not made again. */
export function presentClaim(context: QueryContext | CommandContext, row: ClaimRow): ShownClaim {
  const claim = unsentClaims.includes(row.status) ? findClaim(context.db, row.id) : undefined
  return presented(context.db, row, claim && claimFacts(context.db, claim, context))
}

function presented(db: Reader, row: ClaimRow, facts: ClaimFacts | undefined): ShownClaim {
  const problems = facts === undefined ? [] : claimProblems(facts)
  const stops = stopsOf(problems).length
  const dueOn =
    row.finishedAt === null ? null : claimDue(row.finishedAt, { claimMaxD: facts?.claimMaxDays ?? claimMaxDaysOf(db, row) }).dueOn
  return { ...row, stops, warns: problems.length - stops, dueOn }
}

/** D34, by the terms of the order's day. */
function claimMaxDaysOf(db: Reader, { workOrderId }: ClaimRow): number {
  const unit = findUnitOfOrder(db, workOrderId) ?? missing('车辆')
  return findTermsFor(db, unit, unit.receivedOn).claimMaxD
}

export const claimRegister = listOf(claimList, (row, context) => presentClaim(context, row))

/** What keeps a batch from being sealed stands on top; those that pass follow by their numbers. */
export function gravestFirst(claims: readonly ShownClaim[]): ShownClaim[] {
  return claims.toSorted((one, other) => other.stops - one.stops || other.warns - one.warns)
}

/** A claim that was not let through, as a list of them shows it. */
export function refusedClaim({ id, no, workOrderId }: Claim, problems: Problem[]) {
  return { id, no, workOrderId, problems }
}

function requireStep(claim: Claim, event: keyof typeof claimEvent): ClaimStatus {
  const next = step(claimMachine, claim.status, event)
  if (!next.ok) throw new AppError('rule', 'common.wrongState', { status: claimStatus[claim.status], event: claimEvent[event] })
  return next.state
}

export const claimsHandlers: HandlersOf<AppContract['claims']> = {
  list: claimRegister.page,

  get(context, { id }) {
    const row = findClaimRow(context.db, id) ?? missing('索赔单')
    const claim = findClaim(context.db, id) ?? missing('索赔单')
    const voucher = listPapersOf(context.db, 'workOrder', claim.workOrderId).find(
      (paper) => paper.form === 'F16' && paper.status === 'issued',
    )
    const pictured = claimPicture(context.db, claim)
    const facts = claimFacts(context.db, claim, context, pictured)
    return {
      ...presented(context.db, row, unsentClaims.includes(row.status) ? facts : undefined),
      claimed: claimedOf(claim),
      approved: approvedOf(claim),
      checks: claimFindings(facts).map(({ rule, ok, problems }) => ({
        rule,
        ok,
        problems: [...problems],
      })),
      lines: claimLines(context.db, pictured.picture),
      voucherPaperId: voucher?.id ?? null,
      history: listSteps(context.db, 'claim', id),
    }
  },

  lanes({ db }) {
    return moneyLanes(db)
  },

  ready(context, { ids }) {
    const refused: OutputOf<AppContract['claims']['ready']>['refused'] = []
    const ready: OutputOf<AppContract['claims']['ready']>['ready'] = []
    for (const id of ids) {
      const claim = findClaim(context.db, id) ?? missing('索赔单')
      if (claim.status === 'ready') continue
      const next = step(claimMachine, claim.status, 'complete')
      const problems = next.ok
        ? stopsOf(claimProblems(claimFacts(context.db, claim, context)))
        : [stop('common.wrongState', null, { status: claimStatus[claim.status], event: claimEvent.complete })]
      if (!next.ok || problems.length > 0) refused.push(refusedClaim(claim, problems))
      else {
        moveClaim(context, claim, { event: 'complete', status: next.state })
        ready.push({ id, revision: claim.revision + 1 })
      }
    }
    return { ready, refused }
  },

  sendBack(context, { id, revision }) {
    const claim = findClaim(context.db, id) ?? missing('索赔单')
    const status = requireStep(claim, 'reopen')
    if (claim.batchId !== null) throw new AppError('rule', 'claim.inBatch', { no: claim.no })
    orConflict(claim.revision === revision)
    moveClaim(context, claim, { event: 'reopen', status })
    return { revision: revision + 1 }
  },

  void(context, { id, revision, reason, bearer }) {
    const claim = findClaim(context.db, id) ?? missing('索赔单')
    requireStep(claim, 'void')
    if (claim.batchId !== null) throw new AppError('rule', 'claim.inBatch', { no: claim.no })
    orConflict(claim.revision === revision)
    giveUpClaim(context, claim, `${bearerWords[bearer]}；${reason}`, bearer)
    return { revision: revision + 1 }
  },
}

function approvedOf({ approvedPartsFen, approvedLabourFen, approvedOutingFen, approvedOtherFen, approvedTotalFen }: Claim) {
  if (
    approvedPartsFen === null ||
    approvedLabourFen === null ||
    approvedOutingFen === null ||
    approvedOtherFen === null ||
    approvedTotalFen === null
  )
    return null
  return {
    partsFen: approvedPartsFen,
    labourFen: approvedLabourFen,
    outingFen: approvedOutingFen,
    otherFen: approvedOtherFen,
    totalFen: approvedTotalFen,
  }
}
