import type { formSentences } from '#domain/sentences/form'

export const formEn = {
  'form.issued': 'Issued as {number} and frozen; to correct it, void that paper first',
  'form.off': '{title} is switched off: ask the chief to switch it on in the form centre',
  'form.incomplete': '{count} entries need correcting before it can be issued',
  'form.noTitle': 'The title cannot be empty: write at least one line',
  'form.otherCopies': 'Copies and signatures belong to the form and cannot be added or removed; open this page again',
  'form.notGathered': '{title} cannot be gathered from the records: please fill it in by hand',
  'form.gatherBackwards': 'The period ends on {to}, before it begins on {from}: the first day must come first',
  'form.gatherTechnician': 'Choose the technician first, then gather',
  'form.gatherTooMany': '{title} has {count} rows, a sheet at most {max}: choose a shorter period and use several sheets',
  'form.required': '{label} is required: fill it in before issuing',
  'form.tooLong': '{label} is too long: {max} characters at most',
  'form.tooManyRows': '{title} has too many rows: {max} at most; use two sheets',
  'form.wrong.text': '{label} must be text',
  'form.wrong.date': '{label} must be a date, e.g. 2026-11-21',
  'form.wrong.minute': '{label} must be a date and time, e.g. 2026-11-21 14:05',
  'form.wrong.count': '{label} must be a whole number',
  'form.wrong.tenths': '{label} must be a number with one decimal at most',
  'form.wrong.amount': '{label} must be an amount (yuan) with two decimals at most',
  'form.wrong.choice': '{label} must be one of the words offered',
  'form.wrong.choices': '{label} must be some of the words offered',
} satisfies Record<keyof typeof formSentences, string>
