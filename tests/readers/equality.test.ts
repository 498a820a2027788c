import { afterAll, describe, expect, test } from 'vitest'
import { itemsOf } from '#forms/engine/page'
import type { FilledPaper } from '#forms/filled-parts'
import { forms, type Mark, type Page, type ProfileName } from '#forms/index'
import type { PictureBytes } from '#host/pdf/embed-picture'
import { draw, formIds, layoutOf, makerForTests, sampleOf, stressedOf } from '#tests/forms/drawing'
import { codesOf, difference, modulesIn, type Picture, picturesOf, withoutCodes } from '#tests/forms/pictures'
import { redJpeg } from '#tests/forms/red-jpeg'
import { aPng } from '#tests/support/a-picture'
import { type DrawnGlyph, drawnGlyphs } from './glyphs.ts'
import { drawWithPdfmake } from './pdfmake/reference.ts'

/**
 * Our back end against pdfmake, on every form and sheet: each character at the same place, each page the same picture.
 * Pages of the same size go through both in one document, which spares fonts being read a hundred times and lets layers
 * of many forms meet. Longest texts and pictures on a form's own sheet, ordinary ones
 * on every sheet; SANBAO_ALL_PICTURES=1 draws all of them on all sheets and compares the picture of every page.
 */
const maker = makerForTests()
afterAll(() => maker.close())

const everyPicture = process.env['SANBAO_ALL_PICTURES'] === '1'
const profileNames = [...new Set(formIds.flatMap((id) => forms[id].profiles))]
/** Millimetres; the issue allows 0.1. */
const apart = 0.01

/** `pictured`: of its pages a picture is compared too. */
type Named = { readonly name: string; readonly pictured: boolean; readonly pages: readonly Page[] }

function samplesOn(profile: ProfileName): Named[] {
  return formIds
    .filter((id) => forms[id].profiles.includes(profile))
    .flatMap((id): Named[] => {
      const isOwn = forms[id].profiles[0] === profile
      const ordinary = { name: id, pictured: isOwn || everyPicture, pages: layoutOf(id, [sampleOf(id)], { profile }) }
      if (!isOwn && !everyPicture) return [ordinary]
      return [ordinary, { name: `${id}, longest texts`, pictured: everyPicture, pages: layoutOf(id, [stressedOf(id, 3)], { profile }) }]
    })
}

/** Characters of ours that theirs does not have at the same place, and the other way round by number. */
function misplaced(ours: readonly DrawnGlyph[], theirs: readonly DrawnGlyph[]): string[] {
  const left = new Map<string, DrawnGlyph[]>()
  for (const glyph of theirs) left.set(glyph.text, [...(left.get(glyph.text) ?? []), glyph])
  const missing = ours.filter((glyph) => {
    const places = left.get(glyph.text) ?? []
    const found = places.findIndex(
      ({ x, y, size }) => Math.abs(x - glyph.x) < apart && Math.abs(y - glyph.y) < apart && Math.abs(size - glyph.size) < apart,
    )
    if (found >= 0) places.splice(found, 1)
    return found < 0
  })
  return [
    ...missing.map(({ text, x, y }) => `${text} at ${x.toFixed(2)}/${y.toFixed(2)}`),
    ...(ours.length === theirs.length ? [] : [`${ours.length} characters instead of ${theirs.length}`]),
  ]
}

/** The first page of each sample of which pictures are made: what comes later is more of the same. */
function firstPages(samples: readonly Named[]): number[] {
  let number = 1
  return samples.flatMap(({ pages, pictured }) => {
    const first = number
    number += pages.length
    if (!pictured) return []
    return everyPicture ? pages.map((_, index) => first + index) : [first]
  })
}

async function both(pages: readonly Page[], pictures?: PictureBytes): Promise<[Uint8Array, Uint8Array]> {
  return [await draw(maker, pages, pictures), await drawWithPdfmake(pages, pictures)]
}

/** Pages of which too much looks different, codes apart. */
function different(pages: readonly Page[], pictures: readonly Picture[], references: readonly Picture[]): number[] {
  return pages
    .map((page, index) => {
      const [ours, theirs] = [pictures[index], references[index]]
      return ours === undefined || theirs === undefined ? 1 : difference(withoutCodes(ours, page), withoutCodes(theirs, page))
    })
    .filter((part) => part > 0.001)
}

describe.each(profileNames)('%s', (profile) => {
  const samples = samplesOn(profile)
  const pages = samples.flatMap((sample) => sample.pages)

  test(`${profile}: every character stands where pdfmake puts it, every picture is the same`, { timeout: 180_000 }, async () => {
    const [ours, theirs] = await both(pages)
    const [glyphs, expected] = [await drawnGlyphs(ours), await drawnGlyphs(theirs)]
    let number = 0
    for (const sample of samples) {
      for (const { copy } of sample.pages) {
        expect({ of: sample.name, copy, wrong: misplaced(glyphs[number] ?? [], expected[number] ?? []) }).toEqual({
          of: sample.name,
          copy,
          wrong: [],
        })
        number += 1
      }
    }
    const wanted = firstPages(samples)
    const [pictures, references] = [await picturesOf(ours, 72, wanted), await picturesOf(theirs, 72, wanted)]
    const pictured = wanted.flatMap((number) => pages[number - 1] ?? [])
    expect(pictured.length).toBe(pictures.length)
    expect(different(pictured, pictures, references)).toEqual([])
  })

  test(`${profile}: every code shows the modules it should`, { timeout: 60_000 }, async () => {
    const coded = samples.flatMap((sample) => sample.pages.filter((page) => codesOf(page).length > 0).slice(0, 1))
    const pictures = await picturesOf(await draw(maker, coded), 200)
    const wrong = coded.flatMap((page, index) => {
      const picture = pictures[index]
      return codesOf(page)
        .filter((code) => picture === undefined || modulesIn(picture, page, code).join() !== code.rows.join())
        .map(({ payload }) => payload)
    })
    expect({ codes: coded.length > 0, wrong }).toEqual({ codes: true, wrong: [] })
  })
})

describe('what few papers have', () => {
  test.each(['A4P', 'A5L', 'NCR241x280', 'NCR241x140'] as const)(
    'photos stand in their frames where pdfmake puts them, upright and across, on %s',
    async (profile) => {
      const shade = (x: number, y: number) => [(x * 3) % 256, (y * 5) % 256, 120]
      const photos = new Map([
        ['a', redJpeg],
        ['b', aPng(60, 90, shade)],
        ['c', aPng(120, 40, shade)],
      ])
      const kept = (sha256: string, width: number, height: number) => ({ sha256, width, height })
      const sample = sampleOf('C06') as FilledPaper // a filled form's paper
      const paper = {
        ...sample,
        values: { ...sample.values, picture1: kept('a', 16, 8), picture2: kept('b', 60, 90), picture4: kept('c', 120, 40) },
      }
      const pages = layoutOf('C06', [paper], { profile })
      const shown = pages
        .filter((page) => page.copy === pages[0]?.copy)
        .flatMap(itemsOf)
        .flatMap((item) => (item.kind === 'picture' ? [item] : []))
      expect(shown.map(({ sha256, width, height }) => `${sha256} ${(width / height).toFixed(2)} ${width <= 94 && height <= 60}`)).toEqual([
        'a 2.00 true',
        'b 0.67 true',
        'c 3.00 true',
      ])
      const [ours, theirs] = await both(pages, photos)
      expect(different(pages, await picturesOf(ours, 72), await picturesOf(theirs, 72))).toEqual([])
      expect(
        layoutOf('C06', [paper], { profile, dataOnly: true })
          .flatMap(itemsOf)
          .filter(({ kind }) => kind === 'picture'),
      ).toHaveLength(3 * new Set(pages.map(({ copy }) => copy)).size)
    },
  )

  const marks: readonly Mark[] = [{ kind: 'preview' }, { kind: 'void' }, { kind: 'reprint', times: 2, date: '2026-11-22' }]
  test('watermarks lie under the text, also where papers with and without stand side by side', async () => {
    const mixed = [...marks, { kind: 'original' } as const]
      .flatMap((mark) => layoutOf('F16', [sampleOf('F16')], {}, mark))
      .map((page, index) => ({ ...page, paper: Math.floor(index / 2) }))
    const [ours, theirs] = await both(mixed)
    const [pictures, references] = [await picturesOf(ours, 72), await picturesOf(theirs, 72)]
    expect(different(mixed, pictures, references)).toEqual([])
  })
})
