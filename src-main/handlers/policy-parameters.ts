import type { Policy } from '#db/queries/manufacturers'
import { defaultAmountParameters, defaultOutingRates, type AmountParameters } from '#domain/amounts'
import { readPhotoKinds } from '#domain/attachment'
import { defaultDueParameters, type DueParameters, type OldPartDueRule } from '#domain/due-dates'
import { defaultReportParameters, type ReportParameters } from '#domain/report-dates'
import { fen, type Fen } from '#domain/money'
import type { WarrantyPolicy } from '#domain/warranty-term'
import type { AttachmentKind } from '#domain/words'

/**
 * The parameters of a policy as the rules want them. A policy stores them under their keys of domain.md §4; what it does
 * not say, or says in a shape the rule cannot use, is the rule's default.
 */
type Stored = Readonly<Record<string, unknown>>

function wholeOf(stored: Stored, key: string, otherwise: number): number {
  const value = stored[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : otherwise
}

function fenOf(stored: Stored, key: string, otherwise: Fen): Fen {
  return fen(wholeOf(stored, key, otherwise))
}

function switchOf(stored: Stored, key: string, otherwise: boolean): boolean {
  const value = stored[key]
  return typeof value === 'boolean' ? value : otherwise
}

function dueRuleOf(value: unknown, otherwise: OldPartDueRule): OldPartDueRule {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return otherwise
  if (value.kind === 'days' && 'days' in value && typeof value.days === 'number') return { kind: 'days', days: value.days }
  if (value.kind === 'dayOfNextMonth' && 'day' in value && typeof value.day === 'number') return { kind: 'dayOfNextMonth', day: value.day }
  return otherwise
}

const hourKeys = ['salesForwardH', 'csForwardH', 'techContactH', 'solutionH', 'orderHandleH', 'assessH', 'callbackH', 'borrowReturnD', 'urgentReturnD', 'claimMaxD', 'appealDays'] as const

/** every step asks for them; a policy that was changed is read as another object */
const dueParametersRead = new WeakMap<Policy, DueParameters>()

/** D01–D35 */
export function dueParametersOf(policy: Policy | undefined): DueParameters {
  if (policy === undefined) return defaultDueParameters
  const known = dueParametersRead.get(policy)
  if (known !== undefined) return known
  const parameters = readDueParameters(policy.params)
  dueParametersRead.set(policy, parameters)
  return parameters
}

function readDueParameters(stored: Stored): DueParameters {
  const wholes = Object.fromEntries(hourKeys.map((key) => [key, wholeOf(stored, key, defaultDueParameters[key])]))
  return { ...defaultDueParameters, ...wholes, oldPartDueRule: dueRuleOf(stored['oldPartDueRule'], defaultDueParameters.oldPartDueRule) }
}

/** D12–D16 */
export function reportParametersOf(policy: Policy | undefined): ReportParameters {
  const stored = policy?.params ?? {}
  const whole = (key: keyof ReportParameters) => wholeOf(stored, key, defaultReportParameters[key])
  return {
    feedbackPerMonth: Math.min(whole('feedbackPerMonth'), 28), monthlyReportDay: whole('monthlyReportDay'), statDay: whole('statDay'), unreturnedListDay: whole('unreturnedListDay'),
    reconcileDay: whole('reconcileDay'),
  }
}

/** M04, M06–M08 */
export function amountParametersOf(policy: Policy | undefined): AmountParameters {
  const stored = policy?.params ?? {}
  const rates = defaultOutingRates
  return {
    billUnreturned: switchOf(stored, 'billUnreturned', defaultAmountParameters.billUnreturned),
    rates: {
      kmRate: fenOf(stored, 'kmRate', rates.kmRate), mealPerDay: fenOf(stored, 'mealPerDay', rates.mealPerDay), lodgingPerNight: fenOf(stored, 'lodgingPerNight', rates.lodgingPerNight),
      kmBasis: stored['kmBasis'] === 'oneWay' ? 'oneWay' : rates.kmBasis,
    },
  }
}

/** M01, 分 */
export function smallPartLimitOf(policy: Policy | undefined): Fen {
  return fenOf(policy?.params ?? {}, 'smallPartLimit', fen(5000))
}

/** Photos a claim must carry: a number, or `true` for at least one (V-15). */
export function photosRequiredBy(policy: Policy | undefined): number {
  const stored = policy?.params ?? {}
  return switchOf(stored, 'photosRequired', false) ? 1 : wholeOf(stored, 'photosRequired', 0)
}

/** The kinds of photo a claim must carry (V-15): `photoKinds`, words of `attachmentKind`. */
export function photoKindsRequiredBy(policy: Policy | undefined): readonly AttachmentKind[] {
  return readPhotoKinds(policy?.params['photoKinds'])
}

/** Repairs of the same fault that give a claim to exchange; null = the rule's own number. */
export function repeatLimitOf(policy: Policy | undefined): number | null {
  const limit = wholeOf(policy?.rules ?? {}, 'repeatLimit', 0)
  return limit > 0 ? limit : null
}

/** Terms of the decision of §4.4.4. The table keeps the commercial factor in thousandths. */
export function warrantyPolicyOf(policy: Policy | undefined): WarrantyPolicy | null {
  if (policy === undefined) return null
  const { name, startRule, deductRepairDays, deductWaitDays, holidayShift, partProductionLimitMonths } = policy
  return {
    name, startRule, deductRepairDays, deductWaitDays, holidayShift, partProductionLimitMonths, commercialUseFactor: Math.round(policy.commercialUseFactor / 10),
    limits: policy.limits.map(({ scope, scopeRef, months, km, exclude }) => ({ scope, ref: scopeRef, months, km, exclude })),
  }
}
