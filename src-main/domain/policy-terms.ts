import { defaultAmountParameters, type AmountParameters } from './amounts.ts'
import { addDays, localDateOf, type Instant, type LocalDate } from './dates.ts'
import { defaultDueParameters, type DueParameters, type OldPartDueRule } from './due-dates.ts'
import type { Problem } from './errors.ts'
import { stopIf } from './guards.ts'
import { fen, formatFen, type Fen } from './money.ts'
import { defaultReportParameters, type ReportParameters } from './report-dates.ts'
import { codesOf, policyTerm, termUnit, vinCheck, type PolicyTerm, type TermUnit, type VinCheck } from './words.ts'

/**
 * What a policy says besides what it covers (domain.md §4.1, §4.2): rates, limits and times, under their keys there.
 * Rates in 分, …H in running hours, …D and …Days in calendar days, …Day a day of the month.
 */
export type PolicyTerms = AmountParameters &
  DueParameters &
  ReportParameters & {
    /** M01 */
    readonly smallPartLimit: Fen
    /** photos a claim must carry (V-15) */
    readonly photosRequired: number
    /** V-01 */
    readonly vinCheck: VinCheck
  }

export const defaultTerms: PolicyTerms = {
  ...defaultAmountParameters,
  ...defaultDueParameters,
  ...defaultReportParameters,
  smallPartLimit: fen(5000),
  photosRequired: 0,
  vinCheck: 'warn',
}

type Bounds = { readonly unit: TermUnit; readonly min: number; readonly max: number }

/** What is beyond them is a slip of the keys: 元 typed as 分, a day no month has. Amounts in 分. */
export const termBounds = {
  kmRate: { unit: 'yuan', min: 0, max: 10_000 },
  mealPerDay: { unit: 'yuan', min: 0, max: 100_000 },
  lodgingPerNight: { unit: 'yuan', min: 0, max: 500_000 },
  smallPartLimit: { unit: 'yuan', min: 0, max: 1_000_000 },
  borrowReturnD: { unit: 'days', min: 1, max: 365 },
  urgentReturnD: { unit: 'days', min: 1, max: 365 },
  claimMaxD: { unit: 'days', min: 1, max: 730 },
  appealDays: { unit: 'days', min: 1, max: 365 },
  photosRequired: { unit: 'photos', min: 0, max: 20 },
  salesForwardH: { unit: 'hours', min: 1, max: 720 },
  csForwardH: { unit: 'hours', min: 1, max: 720 },
  techContactH: { unit: 'hours', min: 1, max: 720 },
  solutionH: { unit: 'hours', min: 1, max: 720 },
  orderHandleH: { unit: 'hours', min: 1, max: 720 },
  assessH: { unit: 'hours', min: 1, max: 720 },
  callbackH: { unit: 'hours', min: 1, max: 720 },
  feedbackPerMonth: { unit: 'times', min: 0, max: 28 },
  monthlyReportDay: { unit: 'dayOfMonth', min: 1, max: 31 },
  statDay: { unit: 'dayOfMonth', min: 1, max: 31 },
  unreturnedListDay: { unit: 'dayOfMonth', min: 1, max: 31 },
  reconcileDay: { unit: 'dayOfMonth', min: 1, max: 31 },
} as const satisfies Partial<Record<PolicyTerm, Bounds>>

type Bounded = keyof typeof termBounds
const bounded = Object.keys(termBounds) as Bounded[]
/** D32: a month that is shorter has its last day instead. */
const dueRuleBounds = {
  days: { unit: 'days', min: 1, max: 365 },
  dayOfNextMonth: { unit: 'dayOfMonth', min: 1, max: 31 },
} as const satisfies Record<OldPartDueRule['kind'], Bounds>

function isWithin(value: unknown, { min, max }: Bounds): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
}

function checkBounds(term: PolicyTerm, value: number, bounds: Bounds, field: string): Problem[] {
  const { unit, min, max } = bounds
  const shown = (number: number) => (unit === 'yuan' ? formatFen(fen(number)) : number)
  return stopIf(!isWithin(value, bounds), 'policyTerms.range', field, {
    term: policyTerm[term],
    unit: termUnit[unit],
    min: shown(min),
    max: shown(max),
    value: shown(value),
  })
}

/** Every value within what is sensible; `within` stands before the fields. */
export function checkTerms(terms: PolicyTerms, within = 'terms.'): Problem[] {
  const rule = terms.oldPartDueRule
  return [
    ...bounded.flatMap((key) => checkBounds(key, terms[key], termBounds[key], within + key)),
    ...checkBounds('oldPartDueRule', rule.kind === 'days' ? rule.days : rule.day, dueRuleBounds[rule.kind], `${within}oldPartDueRule`),
  ]
}

type Stored = Readonly<Record<string, unknown>>

/** Stored terms as the rules want them: what they do not say, or say in a shape no rule can use, is the rule's default. */
export function readTerms(stored: Stored): PolicyTerms {
  const wholes = bounded.flatMap((key) => (isWithin(stored[key], termBounds[key]) ? [[key, stored[key]]] : []))
  return {
    ...defaultTerms,
    ...Object.fromEntries(wholes),
    ...(stored['photosRequired'] === true ? { photosRequired: 1 } : {}),
    oldPartDueRule: dueRuleOf(stored['oldPartDueRule']),
    billUnreturned: stored['billUnreturned'] !== false,
    kmBasis: stored['kmBasis'] === 'oneWay' ? 'oneWay' : 'actual',
    vinCheck: codesOf(vinCheck).find((check) => check === stored['vinCheck']) ?? defaultTerms.vinCheck,
  }
}

function dueRuleOf(value: unknown): OldPartDueRule {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return defaultTerms.oldPartDueRule
  if (value.kind === 'days' && 'days' in value && isWithin(value.days, dueRuleBounds.days)) return { kind: 'days', days: value.days }
  if (value.kind === 'dayOfNextMonth' && 'day' in value && isWithin(value.day, dueRuleBounds.dayOfNextMonth))
    return { kind: 'dayOfNextMonth', day: value.day }
  return defaultTerms.oldPartDueRule
}

/** The day whose terms hold for an order and all that follows from it: 送修, or 报修 while the vehicle is not here. */
export function dayReceived({ receivedAt, reportedAt }: { readonly receivedAt: Instant | null; readonly reportedAt: Instant }): LocalDate {
  return localDateOf(receivedAt ?? reportedAt)
}

/** Orders 完工, by the day their vehicle came in: their amounts and days are settled. */
export type SettledOn = { readonly day: LocalDate; readonly count: number }

/** How many of them came in while terms from `validFrom` hold: until others begin. `starts`: the first days of the policy's other terms. */
export function settledUnder(validFrom: LocalDate, starts: readonly LocalDate[], settled: readonly SettledOn[]): number {
  return heldBy(validFrom, starts, settled).reduce((sum, { count }) => sum + count, 0)
}

/** The first day, `from` or later, on which terms may begin without changing what is settled. */
export function earliestStart(from: LocalDate, starts: readonly LocalDate[], settled: readonly SettledOn[]): LocalDate {
  const last = heldBy(from, starts, settled).reduce<LocalDate | null>(
    (latest, { day }) => (latest === null || day > latest ? day : latest),
    null,
  )
  return last === null ? from : earliestStart(addDays(last, 1), starts, settled)
}

function heldBy(validFrom: LocalDate, starts: readonly LocalDate[], settled: readonly SettledOn[]): readonly SettledOn[] {
  return settled.filter(({ day }) => day >= validFrom && !starts.some((start) => start > validFrom && start <= day))
}
