import { findMakerSheet } from '#db/queries/maker-sheets'
import type { Reader } from '#db/types'
import { type FillContent, type FillSection, settledContent } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import { type MakerSheet, sectionsOfSheet } from '#domain/maker-sheet'
import type { FilledPaper } from '#forms/filled-parts'
import { filledEntries } from '#forms/index'
import { paperBase } from './paper-base.ts'

/** The sheet this manufacturer has brought for a form; of all forms only A14 is laid on one. */
export function sheetFor(db: Reader, form: string, manufacturerId: number): MakerSheet | undefined {
  return form === 'A14' ? findMakerSheet(db, manufacturerId)?.sheet : undefined
}

/** What the screen asks for: the form's own, or what stands on the manufacturer's sheet. */
export function sectionsOf(db: Reader, form: FilledFormId, manufacturerId: number): readonly FillSection[] {
  const sheet = sheetFor(db, form, manufacturerId)
  return sheet === undefined ? filledEntries[form].form.sections : sectionsOfSheet(sheet)
}

/** What was filled in, with the station, the manufacturer's words and its sheet as they are now. */
export function filledPaper(db: Reader, form: FilledFormId, manufacturerId: number, content: FillContent): FilledPaper {
  const sheet = sheetFor(db, form, manufacturerId)
  return {
    ...paperBase(db, manufacturerId),
    ...settledContent(sectionsOf(db, form, manufacturerId), content),
    ...(sheet === undefined ? {} : { sheet }),
  }
}
