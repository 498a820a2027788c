import type { policyTermsSentences as zh } from '#domain/sentences/policy-terms'

export const policyTermsEn: Record<keyof typeof zh, string> = {
  'policyTerms.range': '{term} should be between {min} and {max} ({unit}); it is {value}',
  'policyTerms.twice': 'There are rates and terms from {day} already; change those, or choose another first day',
  'policyTerms.settled':
    'Of the orders received from {day} on, {count} [order|orders] are finished and their amounts and days are settled; new rates and terms should begin on {earliest} at the earliest',
  'policyTerms.settledStart': 'It should be {earliest} or later: orders received before are finished, their amounts and days settled',
  'policyTerms.kept':
    'The rates and terms from {day} stand on {count} finished [order|orders] and can no longer be changed or removed; make new ones, from {earliest} at the earliest',
  'policyTerms.keepsCode':
    'Policy “{name}” has {count} dated [set|sets] of rates and terms, which follow its code “{code}”; remove them first to change code or manufacturer, or keep these',
}
