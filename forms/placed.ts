import { type FillValue, isBlank } from '#domain/form-fill'
import { fieldOf, type MakerSheet, type SheetField, sectionsOfSheet, tenthsPerMm } from '#domain/maker-sheet'
import type { Place, PlacedForm, PlacedSheet } from './define.ts'
import { fittedInto } from './engine/page.ts'
import type { FilledForm, FilledPaper } from './filled-parts.ts'
import { factsOf } from './filled-sections.ts'
import { plainly } from './filled-print.ts'

function mm(tenths: number): number {
  return tenths / tenthsPerMm
}

function textOf(field: SheetField, values: FilledPaper['values'], number: string): string {
  const asked = fieldOf(field)
  if (asked === null) return field.words
  if (asked.kind === 'number') return number
  const value: FillValue = values[asked.key] ?? null
  return isBlank(value) ? '' : plainly(asked, value)
}

function pictureOf({ width, height, background }: MakerSheet): PlacedSheet['picture'] {
  if (background === null) return null
  return { ...fittedInto(background, { x: 0, y: 0, width: mm(width), height: mm(height) }), sha256: background.sha256 }
}

function placedOn(sheet: MakerSheet, { values }: FilledPaper, { number }: Place): PlacedSheet {
  return {
    width: mm(sheet.width),
    height: mm(sheet.height),
    picture: pictureOf(sheet),
    texts: sheet.fields.map((field) => ({
      x: mm(field.x),
      y: mm(field.y),
      width: mm(field.width),
      height: mm(field.height),
      size: field.size,
      align: field.align,
      printed: field.source === 'fixed',
      text: textOf(field, values, number),
    })),
  }
}

type Written = Omit<PlacedForm<FilledPaper>, 'kind' | 'sheet' | 'facts' | 'pictures'>

/** A form whose sheet each manufacturer brings along; `standard` is printed for those that have none. */
export function placedFor(form: Written, standard: MakerSheet): FilledForm {
  const sections = sectionsOfSheet(standard)
  return {
    ...form,
    kind: 'placed',
    facts: factsOf(sections),
    sections,
    sheet: (paper, place) => placedOn(paper.sheet ?? standard, paper, place),
    pictures: ({ sheet = standard }, dataOnly) => (dataOnly || sheet.background === null ? [] : [sheet.background.sha256]),
  }
}
