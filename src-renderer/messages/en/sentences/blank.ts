import type { blankSentences } from '#domain/sentences/blank'

export const blankEn = {
  'blank.dueBefore': 'The day they are due back cannot be before today ({today})',
  'blank.entered': '{number} has been entered already and cannot be used again',
  'blank.returned': '{number} was given back and is void; it cannot be used again',
  'blank.otherKind': '{number} is not a number of this kind of form; check the number, or enter the sheet under its own kind',
  'blank.subjectIssued': 'This record is issued as {issued}; void {issued} before entering it under {number}',
  'blank.subjectKept': 'Number {kept} is kept for this record already, so {number} cannot be; release it first',
  'blank.notASheet': '{number} was used on paper before; no blank sheet is printed for it; enter what stands on the paper',
  'blank.onePack': 'Print the sheets of one pack at a time',
} satisfies Record<keyof typeof blankSentences, string>
