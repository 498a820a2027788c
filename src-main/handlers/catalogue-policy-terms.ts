import type { AppContract } from '#contract/index'
import type { OutputOf, ParsedInputOf } from '#contract/define'
import { findPolicy, type Policy } from '#db/queries/manufacturers'
import {
  countSettled,
  deleteDatedTerms,
  findDatedTerms,
  firstTermsOf,
  insertDatedTerms,
  listDatedTerms,
  updateDatedTerms,
  type DatedTerms,
} from '#db/queries/policy-terms'
import { findWorkOrder, listUnfinishedOrders } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import type { LocalDate } from '#domain/dates'
import { AppError, stop } from '#domain/errors'
import { checkTerms, earliestStart, settledUnder } from '#domain/policy-terms'
import { refuseStops } from './catalogue-records.ts'
import { missing, orConflict, type CommandContext, type QueryContext } from './define.ts'
import { keepClocks, refreshOrderTotals, totalColumns } from './work-orders-keep.ts'
import { pictureOf } from './work-orders-picture.ts'
import { totalsOf } from './work-orders-verdict.ts'

type Feature = AppContract['catalogue']

export function listPolicyTerms({ db, today }: QueryContext, { id }: { readonly id: number }): OutputOf<Feature['policyTerms']> {
  const policy = findPolicy(db, id) ?? missing('三包政策')
  const dated = listDatedTerms(db, policy)
  const starts = startsOf(dated)
  const settled = countSettled(db, policy, starts[0] !== undefined && starts[0] < today ? starts[0] : today)
  const rows = dated.map((each) => ({
    id: each.id,
    revision: each.revision,
    validFrom: each.validFrom,
    settled: settledUnder(each.validFrom, starts, settled),
    terms: each.terms,
  }))
  return {
    rows: [{ id: null, revision: 0, validFrom: null, settled: 0, terms: firstTermsOf(policy) }, ...rows],
    earliest: earliestStart(today, starts, settled),
  }
}

export function savePolicyTerms(
  context: CommandContext,
  { policyId, id, revision, validFrom, terms }: ParsedInputOf<Feature['savePolicyTerms']>,
): OutputOf<Feature['savePolicyTerms']> {
  const { db } = context
  const policy = findPolicy(db, policyId) ?? missing('三包政策')
  refuseStops(checkTerms(terms))
  const others = listDatedTerms(db, policy).filter((each) => each.id !== id)
  if (others.some((each) => each.validFrom === validFrom))
    throw new AppError('rule', 'policyTerms.twice', { day: validFrom }, [stop('policyTerms.twice', 'validFrom', { day: validFrom })])
  if (id !== null) refuseSettled(context, policy, findDatedTerms(db, id) ?? missing('费用与期限'))
  refuseSettledStart(db, policy, validFrom, startsOf(others))
  const { manufacturerId, code } = policy
  const savedId = id ?? insertDatedTerms(db, { manufacturerId, code, validFrom, terms })
  if (id !== null) orConflict(updateDatedTerms(db, id, revision, { validFrom, terms }))
  followTerms(context, manufacturerId)
  return { id: savedId, revision: id === null ? 0 : revision + 1 }
}

/** Terms that have settled nothing; what was received under them is under those before again. */
export function removePolicyTerms(context: CommandContext, { id, revision }: { readonly id: number; readonly revision: number }): boolean {
  const terms = findDatedTerms(context.db, id) ?? missing('费用与期限')
  refuseSettled(context, terms, terms)
  if (!deleteDatedTerms(context.db, id, revision)) return false
  followTerms(context, terms.manufacturerId)
  return true
}

function startsOf(dated: readonly DatedTerms[]): readonly LocalDate[] {
  return dated.map(({ validFrom }) => validFrom)
}

/** What a finished order was settled by stays as it is. */
function refuseSettled({ db, today }: CommandContext, policy: Pick<Policy, 'manufacturerId' | 'code'>, { validFrom }: DatedTerms): void {
  const starts = startsOf(listDatedTerms(db, policy))
  const settled = countSettled(db, policy, validFrom < today ? validFrom : today)
  const count = settledUnder(validFrom, starts, settled)
  if (count > 0) throw new AppError('rule', 'policyTerms.kept', { day: validFrom, count, earliest: earliestStart(today, starts, settled) })
}

function refuseSettledStart(db: Reader, policy: Policy, validFrom: LocalDate, starts: readonly LocalDate[]): void {
  const settled = countSettled(db, policy, validFrom)
  const count = settledUnder(validFrom, starts, settled)
  if (count === 0) return
  const earliest = earliestStart(validFrom, starts, settled)
  throw new AppError('rule', 'policyTerms.settled', { day: validFrom, count, earliest }, [
    stop('policyTerms.settledStart', 'validFrom', { earliest }),
  ])
}

/** Orders still under way are reckoned anew, as their pages already show them: amounts, draft claim, running clocks. */
function followTerms(context: CommandContext, manufacturerId: number): void {
  for (const order of listUnfinishedOrders(context.db, manufacturerId)) {
    const picture = pictureOf(context.db, order)
    const totals = Object.entries(totalColumns(totalsOf(picture)))
    if (totals.some(([column, amount]) => order[column as keyof typeof order] !== amount)) refreshOrderTotals(context, order.id)
    keepClocks(context, findWorkOrder(context.db, order.id) ?? missing('工单'), picture)
  }
}
