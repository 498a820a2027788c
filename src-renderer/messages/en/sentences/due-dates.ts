import type { dueDatesSentences } from '#domain/sentences/due-dates'

export const dueDatesEn = {
  'due.D01': 'Sales forwards the report within {limit} [hour|hours]',
  'due.D02': 'Hand the report over to after-sales within {limit} [hour|hours]',
  'due.D03': 'Contact the user and fill in the repair request within {limit} [hour|hours] of the hand-over',
  'due.D04': 'Propose a solution within {limit} [hour|hours] of contacting the user',
  'due.D05': 'Finish within {limit} [hour|hours] of receiving the vehicle',
  'due.D06': 'Make the first assessment within {limit} [hour|hours] of the first contact',
  'due.D07': 'Call the user back within {limit} [hour|hours] of finishing',
  'due.D10': 'Borrowed part: return the old part with the quality report within {limit} [day|days] of the repair',
  'due.D11': 'Serious (batch, safety) fault: return the part within {limit} [day|days]',
  'due.D12': 'Repair feedback ({from} to {to})',
  'due.D13': 'Monthly business report ({month})',
  'due.D14': 'Service statistics for accounting ({month})',
  'due.D15': 'Warranty parts not yet returned ({month})',
  'due.D16': 'Reconciliation with accounting ({month})',
  'due.D32': 'Old part: return it to the manufacturer by {date}',
  'due.D34': 'Submit the claim within {limit} [day|days] of the repair',
  'due.D38': 'Blank sheets: enter or give back by {date}',
  'due.D35': 'Appeal within {limit} [day|days] of the rejection',
} satisfies Record<keyof typeof dueDatesSentences, string>
