import type { AppContract } from '#contract/index'
import type { OutputOf, ParsedInputOf } from '#contract/define'
import {
  countJudgedUnits,
  findManufacturer,
  findPolicy,
  insertPolicy,
  listPolicies,
  listVersions,
  updatePolicy,
  type Policy,
} from '#db/queries/manufacturers'
import { listDatedTerms } from '#db/queries/policy-terms'
import type { Tx } from '#db/types'
import { normaliseCode } from '#domain/catalogue'
import { AppError, stop } from '#domain/errors'
import { pick } from '#domain/pick'
import { checkPolicy, checkVersion, lastDayBefore, rulesDiffer } from '#domain/policy'
import { refuseStops } from './catalogue-records.ts'
import { missing, orConflict, type CommandContext, type QueryContext } from './define.ts'
import { photoKindsRequiredBy, repeatLimitOf } from './policy-parameters.ts'

type Feature = AppContract['catalogue']
type Shown = OutputOf<Feature['policies']>[number]
type Typed = Omit<ParsedInputOf<Feature['savePolicy']>, 'id' | 'revision'>
type Saved = { id: number; revision: number }

const shownFields = [
  'id',
  'revision',
  'manufacturerId',
  'code',
  'name',
  'basis',
  'validFrom',
  'validTo',
  'startRule',
  'deductRepairDays',
  'deductWaitDays',
  'holidayShift',
  'commercialUseFactor',
  'partProductionLimitMonths',
] as const

export function shownPolicy(policy: Policy): Shown {
  return {
    ...pick(policy, shownFields),
    repeatLimit: repeatLimitOf(policy),
    photoKinds: [...photoKindsRequiredBy(policy)],
    limits: policy.limits.map(({ scope, scopeRef, months, km, exclude, note }) => ({ scope, scopeRef, months, km, exclude, note })),
  }
}

/** The typed fields as they are stored; rules and parameters this page does not show stay as they were. */
function storedOf({ repeatLimit, photoKinds, limits: _, ...typed }: Typed, before: Policy | undefined) {
  const { repeatLimit: __, ...rules } = before?.rules ?? {}
  const { photoKinds: ___, ...params } = before?.params ?? {}
  return {
    ...typed,
    rules: repeatLimit === null ? rules : { ...rules, repeatLimit },
    params: photoKinds.length === 0 ? params : { ...params, photoKinds },
    active: true,
  }
}

function checked(db: Tx, typed: Typed): Typed {
  const policy = { ...typed, code: normaliseCode(typed.code) }
  if (!findManufacturer(db, policy.manufacturerId)) missing('厂方')
  refuseStops(checkPolicy(policy))
  return policy
}

/** Two versions of one code never begin on one day. */
function refuseTwin(db: Tx, policy: Typed, id: number | null): void {
  const twin = listVersions(db, policy).find(({ validFrom }) => validFrom === policy.validFrom)
  if (twin && twin.id !== id)
    throw new AppError('rule', 'station.codeTaken', { what: '三包政策', code: `${policy.code} ${policy.validFrom}`, name: twin.name }, [
      stop('station.codeTaken', 'code', { what: '三包政策', code: policy.code, name: twin.name }),
    ])
}

/** Dated terms follow the code: renamed, the policy would silently lose them. */
function refuseDatedTerms(db: Tx, { name, ...policy }: Policy): void {
  const count = listDatedTerms(db, policy).length
  if (count > 0)
    throw new AppError('rule', 'policyTerms.keepsCode', { name, count, code: policy.code }, [
      stop('policyTerms.keepsCode', 'code', { name, count, code: policy.code }),
    ])
}

export function listShownPolicies({ db }: QueryContext): Shown[] {
  return listPolicies(db).map(shownPolicy)
}

export function policyUse({ db }: QueryContext, { id }: { readonly id: number }): { units: number } {
  return { units: countJudgedUnits(db, id) }
}

export function savePolicy({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['savePolicy']>): Saved {
  const policy = checked(db, typed)
  refuseTwin(db, policy, id)
  if (id === null) return { id: insertPolicy(db, storedOf(policy, undefined), policy.limits), revision: 0 }
  const before = findPolicy(db, id) ?? missing('三包政策')
  if (before.code !== policy.code || before.manufacturerId !== policy.manufacturerId) refuseDatedTerms(db, before)
  const differs = rulesDiffer(shownPolicy(before), policy) || before.code !== policy.code || before.manufacturerId !== policy.manufacturerId
  const judged = differs ? countJudgedUnits(db, id) : 0
  if (judged > 0) throw new AppError('rule', 'catalogue.policyDecided', { name: before.name, count: judged })
  orConflict(updatePolicy(db, id, revision, storedOf(policy, before), policy.limits))
  return { id, revision: revision + 1 }
}

export function newPolicyVersion({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['newPolicyVersion']>): Saved {
  const before = findPolicy(db, id) ?? missing('三包政策')
  const policy = checked(db, { ...typed, code: before.code, manufacturerId: before.manufacturerId })
  refuseStops(checkVersion(before, policy))
  refuseTwin(db, policy, null)
  const ends = lastDayBefore(policy)
  orConflict(updatePolicy(db, id, revision, before.validTo !== null && before.validTo < ends ? {} : { validTo: ends }, null))
  return { id: insertPolicy(db, storedOf(policy, before), policy.limits), revision: 0 }
}
