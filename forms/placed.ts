import { type FillValue, isBlank } from '#domain/form-fill'
import { fieldOf, type MakerSheet, type SheetField, sectionsOfSheet, tenthsPerMm } from '#domain/maker-sheet'
import type { Place, PlacedForm, PlacedSheet } from './define.ts'
import { factsOf, type FilledForm, type FilledPaper } from './filled.ts'
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

/** As large as it fits, in the middle. */
function pictureOf({ width, height, background }: MakerSheet): PlacedSheet['picture'] {
  if (background === null) return null
  const scale = Math.min(width / background.width, height / background.height)
  const size = { width: mm(background.width * scale), height: mm(background.height * scale) }
  return { x: (mm(width) - size.width) / 2, y: (mm(height) - size.height) / 2, ...size, sha256: background.sha256 }
}

function placedOn(sheet: MakerSheet, { values }: FilledPaper, { number }: Place): PlacedSheet {
  return {
    width: mm(sheet.width), height: mm(sheet.height), picture: pictureOf(sheet),
    texts: sheet.fields.map((field) => ({ x: mm(field.x), y: mm(field.y), width: mm(field.width), height: mm(field.height), size: field.size, align: field.align, text: textOf(field, values, number) })),
  }
}

type Written = Omit<PlacedForm<FilledPaper>, 'kind' | 'sheet' | 'facts'>

/** A form whose sheet each manufacturer brings along; `standard` is printed for those that have none. */
export function placedFor(form: Written, standard: MakerSheet): FilledForm {
  const sections = sectionsOfSheet(standard)
  return { ...form, kind: 'placed', facts: factsOf(sections), sheet: (paper, place) => placedOn(paper.sheet ?? standard, paper, place), sections }
}
