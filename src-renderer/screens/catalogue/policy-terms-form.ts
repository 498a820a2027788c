import type { z } from 'zod'
import { contract } from '#contract/index'
import type { LocalDate } from '#domain/dates'
import { termBounds, type PolicyTerms } from '#domain/policy-terms'
import type { PolicyTerm } from '#domain/words'
import type { ApiOutput } from '../../api.ts'
import { money } from '../../format.ts'
import type { Word } from '../../messages/index.ts'

export type TermsRow = ApiOutput<'catalogue', 'policyTerms'>['rows'][number]
export const termsForm = contract.catalogue.savePolicyTerms.input
export type TermsForm = z.input<typeof termsForm>

/** What belongs together, in the order it is asked. */
export const termGroups = {
  outing: ['kmRate', 'kmBasis', 'mealPerDay', 'lodgingPerNight'],
  oldParts: ['billUnreturned', 'smallPartLimit', 'oldPartDueRule', 'borrowReturnD', 'urgentReturnD'],
  claims: ['claimMaxD', 'appealDays', 'photosRequired', 'vinCheck'],
  hours: ['salesForwardH', 'csForwardH', 'techContactH', 'solutionH', 'orderHandleH', 'assessH', 'callbackH'],
  reports: ['feedbackPerMonth', 'monthlyReportDay', 'statDay', 'unreturnedListDay', 'reconcileDay'],
} as const satisfies Record<string, readonly PolicyTerm[]>
export type TermGroup = keyof typeof termGroups
export const groupsOfTerms = Object.keys(termGroups) as TermGroup[]

/** The row that holds for what is received today. */
export function inForceOn(rows: readonly TermsRow[], today: LocalDate): TermsRow | undefined {
  return rows.findLast(({ validFrom }) => validFrom === null || validFrom <= today)
}

/** A value in words. `yes`, `no`: of a tick. */
export function shownTerm(word: Word, terms: PolicyTerms, term: PolicyTerm, said: { readonly yes: string; readonly no: string }): string {
  if (term === 'kmBasis' || term === 'vinCheck') return word(term, terms[term])
  if (term === 'billUnreturned') return terms.billUnreturned ? said.yes : said.no
  if (term === 'oldPartDueRule') {
    const rule = terms.oldPartDueRule
    return `${word('oldPartDueKind', rule.kind)} ${rule.kind === 'days' ? rule.days : rule.day}`
  }
  const { unit } = termBounds[term]
  return unit === 'yuan' ? money(terms[term as 'kmRate']) : `${terms[term]} ${word('termUnit', unit)}`
}

/** The terms that say something else than those before. */
export function changedTerms(before: PolicyTerms, after: PolicyTerms): readonly PolicyTerm[] {
  return groupsOfTerms
    .flatMap((group) => termGroups[group] as readonly PolicyTerm[])
    .filter((term) => JSON.stringify(before[term]) !== JSON.stringify(after[term]))
}
