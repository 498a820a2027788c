import { fileURLToPath } from 'node:url'
import type { PaperBase } from '#forms/define'
import { filledEntries, type FormId, forms, layoutForm, type LayoutOptions, type Mark, type Page } from '#forms/index'
import { sampleOf } from '#forms/samples'
import type { FilledPaper } from '#forms/filled-parts'
import { isFilledForm } from '#domain/form-ids'
import type { PictureBytes } from '#host/pdf/embed-picture'
import { createPdfMaker, type PdfMaker } from '#host/pdf/pdf-maker'
import { stressed, stressedFilled } from './stress.ts'

export const madeAt = '2026-11-22T02:00:00.000Z'
const hash = '3fa912bc0d5e77a1'

export const formIds = Object.keys(forms) as FormId[] // the keys of the table of forms are its ids

export function makerForTests(): PdfMaker {
  return createPdfMaker({ fontsDir: fileURLToPath(new URL('../../forms/fonts', import.meta.url)) })
}

export function numberOf(id: FormId, mark: Mark): string {
  return mark.kind === 'preview' ? '' : `SD0731-${forms[id].words.numberCode}-202611-0007`
}

export { sampleOf }

/** The form's sample with the longest text in every field and `rows` rows in every table. */
export function stressedOf(id: FormId, rows: number): PaperBase {
  const paper = sampleOf(id)
  return isFilledForm(id) ? stressedFilled(paper as FilledPaper, filledEntries[id].form.sections, rows) : stressed(paper, rows) // a filled form's paper
}

/** Pages of papers of a form known only at run time. */
export function layoutOf(id: FormId, papers: readonly PaperBase[], options: LayoutOptions = {}, mark: Mark = { kind: 'original' }): Page[] {
  const printables = papers.map((paper) => ({ paper, number: numberOf(id, mark), hash, mark }))
  // The papers come from the samples of the same form; the compiler cannot follow that through the table of forms.
  return layoutForm(id, printables as never, options)
}

export async function draw(maker: PdfMaker, pages: readonly Page[], pictures?: PictureBytes): Promise<Uint8Array> {
  const { bytes } = await maker.make({ pages, ...(pictures === undefined ? {} : { pictures }) }, { title: 'test', createdAt: madeAt })
  return bytes
}
