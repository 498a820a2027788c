import { addDays, type LocalDate } from './dates.ts'
import { stop, type Problem } from './errors.ts'
import { isBlank, stopIf } from './guards.ts'
import { checkFilled } from './catalogue.ts'
import { checkValidity } from './part-price.ts'
import { limitScope, type AttachmentKind, type LimitScope, type StartRule } from './words.ts'

/** `months` and `km`: null = no limit. `scopeRef`: a part category's code, a part's number or the name of an assembly; '' for the whole unit and the engine. */
export type PolicyLimitRule = {
  readonly scope: LimitScope
  readonly scopeRef: string
  readonly months: number | null
  readonly km: number | null
  readonly exclude: boolean
  readonly note: string
}

/** domain.md §2.8; `commercialUseFactor` in thousandths. */
export type PolicyRules = {
  readonly validFrom: LocalDate
  readonly startRule: StartRule
  readonly deductRepairDays: boolean
  readonly deductWaitDays: boolean
  readonly holidayShift: boolean
  readonly commercialUseFactor: number
  readonly partProductionLimitMonths: number | null
  readonly repeatLimit: number | null
  readonly photoKinds: readonly AttachmentKind[]
  readonly limits: readonly PolicyLimitRule[]
}

type PolicyTexts = { readonly code: string; readonly name: string; readonly validTo: LocalDate | null }

/** Whether a limit of this scope says which category, part or assembly it is for. */
export function needsRef(scope: LimitScope): boolean {
  return scope === 'category' || scope === 'part' || scope === 'assembly'
}

const placeOf = ({ scope, scopeRef }: PolicyLimitRule) => `${scope} ${needsRef(scope) ? scopeRef : ''}`

/** Each row of limits says of what, and how long, or that it is not covered; no two speak of the same thing. */
function checkLimits(limits: readonly PolicyLimitRule[]): Problem[] {
  return limits.flatMap((limit, index) => {
    const field = `limits.${index}.scopeRef`
    const row = index + 1
    const earlier = limits.findIndex((each) => placeOf(each) === placeOf(limit)) + 1
    return [
      ...stopIf(needsRef(limit.scope) && isBlank(limit.scopeRef), 'catalogue.limitRef', field, { row, scope: limitScope[limit.scope] }),
      ...stopIf(earlier < row, 'catalogue.limitTwice', field, { row, earlier }),
      ...stopIf(!limit.exclude && limit.months === null && limit.km === null, 'catalogue.limitEmpty', `limits.${index}.months`, { row }),
    ]
  })
}

export function checkPolicy(policy: PolicyRules & PolicyTexts): Problem[] {
  return [...checkFilled(policy, { code: '政策代码', name: '政策' }), ...checkValidity(policy), ...checkLimits(policy.limits)]
}

/** Whether the two decide otherwise: rules that have judged a vehicle are not changed under it. */
export function rulesDiffer(a: PolicyRules, b: PolicyRules): boolean {
  return JSON.stringify(decided(a)) !== JSON.stringify(decided(b))
}

function decided({
  validFrom,
  startRule,
  deductRepairDays,
  deductWaitDays,
  holidayShift,
  commercialUseFactor,
  partProductionLimitMonths,
  repeatLimit,
  photoKinds,
  limits,
}: PolicyRules) {
  return [
    validFrom,
    startRule,
    deductRepairDays,
    deductWaitDays,
    holidayShift,
    commercialUseFactor,
    partProductionLimitMonths,
    repeatLimit,
    photoKinds.toSorted(),
    limits.map(({ scope, scopeRef, months, km, exclude }) => [scope, scopeRef, months, km, exclude]),
  ]
}

/** A version begins after the one before, which ends on its eve. */
export function checkVersion(before: { readonly validFrom: LocalDate }, next: { readonly validFrom: LocalDate }): Problem[] {
  return next.validFrom <= before.validFrom
    ? [stop('catalogue.versionFrom', 'validFrom', { day: next.validFrom, before: before.validFrom })]
    : []
}

export function lastDayBefore(next: { readonly validFrom: LocalDate }): LocalDate {
  return addDays(next.validFrom, -1)
}
