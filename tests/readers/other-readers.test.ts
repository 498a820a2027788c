import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Page } from '#forms/index'
import { openPaperFonts } from '#host/pdf/paper-fonts'
import { resources } from '#host/resources'
import { formIds, layoutOf, madeAt, sampleOf } from '#tests/forms/drawing'
import { runsOf, squeezed } from '#tests/forms/geometry'
import { strayInk } from '#tests/forms/pictures'
import { counted, rareSampleOf } from '#tests/forms/rare-samples'
import { writtenPages } from '#tests/forms/written-pages'
import { absenceOf, picturesByPoppler, said } from './installed-readers.ts'
import { picturesByPdfium, readWithPdfium } from './pdfium.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanbao-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fonts = openPaperFonts(resources().fonts)

function written(name: string, pages: readonly Page[]): { readonly bytes: Uint8Array; readonly path: string } {
  const bytes = writtenPages(fonts, { title: name, createdAt: madeAt }, pages)
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, bytes)
  return { bytes, path }
}

/** Each form's ordinary sample, and its sample with characters beyond the BMP, on its own paper. */
const whole = formIds.flatMap((id, index) => layoutOf(id, [sampleOf(id), rareSampleOf(id)]).map((page) => ({ ...page, paper: index })))
const all = written('every form', whole)
const inked = whole.map((page) => counted(runsOf(page).map(({ text }) => text)))

/** Eight dots to the millimetre: sheets, measured in whole millimetres, are whole dots. */
const dotsPerMm = 8
const firsts = formIds.flatMap((id, index) =>
  layoutOf(id, [sampleOf(id)])
    .slice(0, 1)
    .map((page) => ({ ...page, paper: index })),
)

describe('every form in PDFium, the reader inside Chrome and Edge', () => {
  test('it opens, has its pages in their size, and every character comes out, also those beyond the BMP', async () => {
    const read = await readWithPdfium(all.bytes)
    const sizes = (pages: readonly { readonly width: number; readonly height: number }[]) =>
      pages.map(({ width, height }) => [Math.round(width), Math.round(height)])
    expect(sizes(read)).toEqual(sizes(whole.map(({ width, height }) => ({ width: (width * 72) / 25.4, height: (height * 72) / 25.4 }))))
    expect(read.map(({ text }) => counted([text]))).toEqual(inked)
    expect(read.filter(({ text }) => squeezed(text).includes('𠮷𬭎')).length).toBeGreaterThanOrEqual(formIds.length)
  })

  test('it draws them as poppler does: ink has the other’s ink within an eighth of a millimetre', { timeout: 60_000 }, async ({ skip }) => {
    const absence = absenceOf('pdftoppm')
    if (absence !== null) skip(absence)
    const { bytes, path } = written('first pages', firsts)
    const byPdfium = await picturesByPdfium(
      bytes,
      firsts.map(({ width, height }) => ({ width: Math.round(width * dotsPerMm), height: Math.round(height * dotsPerMm) })),
    )
    const byPoppler = picturesByPoppler(path, dotsPerMm * 25.4)
    expect(byPoppler.length).toBe(firsts.length)
    const differing = formIds.flatMap((id, index) => {
      const [one, other] = [byPdfium[index], byPoppler[index]]
      const part = one === undefined || other === undefined ? 1 : strayInk(one, other)
      return part > 0.005 ? [`${id}: ${(part * 100).toFixed(2)} % of its ink`] : []
    })
    expect(differing).toEqual([])
  })
})

/** Debian builds it without colour profiles, and it says so once a run. */
const withoutProfiles = 'warning: ICC support is not available'

test('MuPDF opens every form without a complaint and takes the same characters out of it', ({ skip }) => {
  const absence = absenceOf('mutool')
  if (absence !== null) skip(absence)
  const { status, out, complaints } = said('mutool', ['draw', '-q', '-F', 'txt', '-o', '-', all.path])
  expect({ status, faults: complaints.replace(withoutProfiles, '') }).toEqual({ status: 0, faults: '' })
  expect(
    out
      .split('\f')
      .slice(0, whole.length)
      .map((text) => counted([text])),
  ).toEqual(inked)
})
