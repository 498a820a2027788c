import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { claimList, findClaim, findClaimRow, updateClaim, type Claim, type ClaimRow } from '#db/queries/claims'
import { listPapersOf } from '#db/queries/papers'
import { findPolicyFor } from '#db/queries/manufacturers'
import { listSteps } from '#db/queries/step-history'
import { findUnitOfOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { claimEvent, claimMachine } from '#domain/claim'
import { claimFindings, claimProblems } from '#domain/claim-findings'
import type { LocalDate } from '#domain/dates'
import { claimDue } from '#domain/due-dates'
import { AppError, stop, stopsOf, type Problem } from '#domain/errors'
import { step } from '#domain/steps'
import { bearer as bearerWords, claimStatus, type ClaimStatus } from '#domain/words'
import { claimFacts } from './claim-facts.ts'
import { missing, orConflict, type CommandContext, type HandlersOf, type QueryContext } from './define.ts'
import { recordStep } from './history.ts'
import { listOf } from './list-of.ts'
import { moneyLanes } from './money-lanes.ts'
import { giveUpClaim } from './no-longer-claimed.ts'
import { dueParametersOf } from './policy-parameters.ts'

/** States in which the check still decides something, and from which a claim goes into a batch. */
export const waiting: readonly ClaimStatus[] = ['draft', 'ready', 'sentBack']

type ShownClaim = OutputOf<AppContract['claims']['list']>['rows'][number]

/** A stored row with the count of its findings; the check of a claim that has gone is history and not made again. */
export function presentClaim(context: QueryContext | CommandContext, row: ClaimRow): ShownClaim {
  const claim = waiting.includes(row.status) ? findClaim(context.db, row.id) : undefined
  const problems = claim === undefined ? [] : claimProblems(claimFacts(context.db, claim, context))
  const stops = stopsOf(problems).length
  return { ...row, stops, warns: problems.length - stops, dueOn: dueOf(context.db, row) }
}

/** D34, by the policy of the vehicle. */
function dueOf(db: Reader, { finishedAt, workOrderId }: ClaimRow): LocalDate | null {
  const unit = findUnitOfOrder(db, workOrderId)
  return finishedAt === null ? null : claimDue(finishedAt, dueParametersOf(unit && findPolicyFor(db, unit))).dueOn
}

export const claimRegister = listOf(claimList, (row, context) => presentClaim(context, row))

/** Moves one claim a step on; the caller has looked at the guards. */
export function moveClaim(context: CommandContext, claim: Claim, to: { event: string; status: ClaimStatus; note?: string }, change: Partial<Omit<Claim, 'id' | 'no' | 'revision' | 'status'>> = {}): void {
  orConflict(updateClaim(context.db, claim.id, claim.revision, { ...change, status: to.status }))
  recordStep(context, 'claim', claim.id, { event: to.event, from: claim.status, to: to.status, note: to.note ?? '' })
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
    const voucher = listPapersOf(context.db, 'workOrder', claim.workOrderId).find((paper) => paper.form === 'F16' && paper.status === 'issued')
    return {
      ...presentClaim(context, row),
      claimed: { partsFen: claim.partsFen, labourFen: claim.labourFen, outingFen: claim.outingFen, otherFen: claim.otherFen, totalFen: claim.totalFen },
      approved: approvedOf(claim), checks: claimFindings(claimFacts(context.db, claim, context)).map(({ rule, ok, problems }) => ({ rule, ok, problems: [...problems] })),
      voucherPaperId: voucher?.id ?? null, history: listSteps(context.db, 'claim', id),
    }
  },

  lanes({ db }) {
    return moneyLanes(db)
  },

  ready(context, { ids }) {
    const refused: OutputOf<AppContract['claims']['ready']>['refused'] = []
    let ready = 0
    for (const id of ids) {
      const claim = findClaim(context.db, id) ?? missing('索赔单')
      if (claim.status === 'ready') continue
      const next = step(claimMachine, claim.status, 'complete')
      const problems = next.ok ? stopsOf(claimProblems(claimFacts(context.db, claim, context))) : [stop('common.wrongState', null, { status: claimStatus[claim.status], event: claimEvent.complete })]
      if (!next.ok || problems.length > 0) refused.push(refusedClaim(claim, problems))
      else {
        moveClaim(context, claim, { event: 'complete', status: next.state })
        ready += 1
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
  if (approvedPartsFen === null || approvedLabourFen === null || approvedOutingFen === null || approvedOtherFen === null || approvedTotalFen === null) return null
  return { partsFen: approvedPartsFen, labourFen: approvedLabourFen, outingFen: approvedOutingFen, otherFen: approvedOtherFen, totalFen: approvedTotalFen }
}
