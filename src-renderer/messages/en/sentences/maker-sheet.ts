import type { makerSheetSentences } from '#domain/sentences/maker-sheet'

export const makerSheetEn = {
  'sheet.noFields': 'There is no field on the sheet yet: place at least one before saving',
  'sheet.outside': 'Field {place} reaches beyond the sheet: keep it within {width} × {height} mm',
  'sheet.noQuestion': 'Field {place} has no name: say what is to be filled in each time',
  'sheet.noText': 'Field {place} has no text: write what is to be printed, or delete the field',
  'sheet.tooLarge': '“{name}” is too large: a background has at most {limit} MB; compress it or choose another file',
  'sheet.notAPicture': '“{name}” cannot be a background: it should be a JPEG or PNG picture (grey or colour) or a PDF',
  'sheet.notReadable': '“{name}” cannot be opened, it may be damaged: choose a PDF that is whole',
  'sheet.encrypted': '“{name}” is protected by a password: ask the manufacturer for one without, or save it without',
} satisfies Record<keyof typeof makerSheetSentences, string>
