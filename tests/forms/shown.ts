import { isFilledForm } from '#domain/form-ids'
import type { PaperBase } from '#forms/define'
import type { FilledPaper } from '#forms/filled-parts'
import { printed } from '#forms/filled-print'
import { filledEntries, type FormId, type Page } from '#forms/index'
import { cellTexts, crossedTexts, overlappingTexts, squeezed, strayTexts } from './geometry.ts'

/** Fields that are printed as words, or not at all. */
const notPrintedAsTheyAre = new Set([
  'words',
  'repairType',
  'faultMode',
  'supplyMode',
  'claimType',
  'agreedVia',
  'shipMethod',
  'origin',
  'batchHash',
  'receivedAt',
  'deliveredAt',
  'agreedAt',
  'orderNo',
])

/** What a fill-in form must show: its values as they are printed; tick boxes are drawn, so of these the words. */
function filledTexts(id: FormId, { values, tables }: FilledPaper, isWithUnits = true): string[] {
  const sections = isFilledForm(id) ? filledEntries[id].form.sections : []
  return sections
    .flatMap((section) =>
      section.kind === 'fields'
        ? section.fields.map((field) => printed(isWithUnits ? field : { ...field, unit: '' }, values[field.key] ?? null))
        : (tables[section.key] ?? []).flatMap((row) =>
            section.columns.filter(({ onPaper }) => onPaper).map((column) => printed({ ...column, unit: '' }, row[column.key] ?? null)),
          ),
    )
    .flatMap((text) => text.split(/[□☑]/).map((word) => word.trim()))
    .filter((text) => text !== '')
}

function printedTexts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (notPrintedAsTheyAre.has(key) ? [] : printedTexts(part)))
}

/** The pages of each copy by its name. */
export function copiesOf(pages: readonly Page[]): Map<string, Page[]> {
  const copies = new Map<string, Page[]>()
  for (const page of pages) copies.set(page.copy, [...(copies.get(page.copy) ?? []), page])
  return copies
}

/** What is wrong with the geometry of these pages. */
export function faults(pages: readonly Page[]) {
  return {
    outside: pages.flatMap(strayTexts),
    overlapping: pages.flatMap(overlappingTexts),
    crossed: pages.flatMap(crossedTexts),
  }
}
export const noFaults = { outside: [], overlapping: [], crossed: [] }

/** The values of a paper that stand on none of these pages. */
export function missingOn(id: FormId, pages: readonly Page[], paper: PaperBase): string[] {
  const cells = pages.flatMap(cellTexts)
  const texts = isFilledForm(id) ? filledTexts(id, paper as FilledPaper) : printedTexts(paper) // a filled form's paper
  return texts.filter((text) => !cells.some((cell) => cell.includes(squeezed(text))))
}

/** The values of a fill-in form that stand on none of these pages, printed onto stock that looks like `blank`. */
export function missingOnStock(id: FormId, pages: readonly Page[], blank: readonly Page[], paper: PaperBase): string[] {
  const [cells, stock] = [pages, blank].map((some) => some.flatMap(cellTexts)) as [string[], string[]] // two in, two out
  return filledTexts(id, paper as FilledPaper, false).filter((text) => ![...cells, ...stock].some((cell) => cell.includes(squeezed(text)))) // a filled form's paper
}
