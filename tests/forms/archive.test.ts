import { describe, expect, test } from 'vitest'
import type { Page } from '#forms/index'
import { openPaperFonts } from '#host/pdf/paper-fonts'
import { resources } from '#host/resources'
import { aPng } from '#tests/support/a-picture'
import { archiveFaults } from './archive-rules.ts'
import { formIds, layoutOf, madeAt, sampleOf } from './drawing.ts'
import { type PdfDictionary, type PdfObjects, type PdfStream, readObjects } from './pdf-objects.ts'
import { rareSampleOf } from './rare-samples.ts'
import { writtenPages } from './written-pages.ts'

const fonts = openPaperFonts(resources().fonts)

function written(pages: readonly Page[], pictures: ReadonlyMap<string, Uint8Array> = new Map()): Buffer {
  return Buffer.from(
    writtenPages(
      fonts,
      { title: '保修作业凭证 <SD0731> & 标签', number: 'SD0731-BD16-202611-0007', station: '济南历下（一）站', createdAt: madeAt },
      pages,
      pictures,
    ),
  )
}

describe('every form keeps to PDF/A-2b, rule by rule', () => {
  test.each(formIds)('%s', (id) => {
    const bytes = written(layoutOf(id, [sampleOf(id), rareSampleOf(id)]))
    expect(archiveFaults(bytes, readObjects(bytes))).toEqual([])
  })

  test('a sheet with pictures: grey, coloured, and one that shone through', () => {
    const pictures = new Map([
      ['grey', aPng(16, 8, () => [90])],
      ['colour', aPng(16, 8, () => [200, 30, 30])],
      ['alpha', aPng(16, 8, () => [200, 30, 30, 128])],
    ])
    const items = [...pictures.keys()].map((sha256, nth) => ({
      kind: 'picture' as const,
      x: 5,
      y: 5 + 12 * nth,
      width: 20,
      height: 10,
      sha256,
    }))
    const bytes = written([{ paper: 0, copy: '', number: 1, count: 1, width: 60, height: 60, layers: [items] }], pictures)
    expect(archiveFaults(bytes, readObjects(bytes))).toEqual([])
  })
})

describe('what would break the rules is seen', () => {
  const bytes = written(layoutOf('F16', [sampleOf('F16')]))
  const typed = ({ objects }: PdfObjects, type: string): PdfDictionary => {
    const found = [...objects.values()].find(
      (value): value is PdfDictionary => value instanceof Map && (value.get('Type') as { name?: string } | undefined)?.name === type,
    )
    if (found === undefined) throw new Error(`no ${type}`)
    return found
  }
  /** The stream an object refers to under a key. */
  const streamAt = ({ objects }: PdfObjects, of: PdfDictionary, key: string) =>
    objects.get((of.get(key) as { ref: number }).ref) as PdfStream
  const breaks: readonly (readonly [string, (file: PdfObjects) => unknown, string])[] = [
    ['a script', (file) => typed(file, 'Catalog').set('OpenAction', { ref: 1 }), 'Catalog: OpenAction has not been gone through'],
    ['a remark on a page', (file) => typed(file, 'Page').set('Annots', []), 'Page: Annots has not been gone through'],
    ['fonts of all pages together', (file) => typed(file, 'Page').delete('Resources'), '6.2.2: a page inherits its fonts'],
    [
      'a page larger than readers take',
      (file) => typed(file, 'Page').set('MediaBox', [0, 0, 20_000, 100]),
      '6.1.13: a page is too small or too large',
    ],
    ['no description', (file) => typed(file, 'Catalog').delete('Metadata'), '6.6.2.1: no description'],
    [
      'another level',
      (file) =>
        streamAt(file, typed(file, 'Catalog'), 'Metadata').data.write(
          '3',
          streamAt(file, typed(file, 'Catalog'), 'Metadata').data.indexOf('part>2') + 5,
        ),
      '6.6.4: the description does not say PDF/A-2b',
    ],
    ['no colours', (file) => typed(file, 'Catalog').delete('OutputIntents'), '6.2.3: no output intent of PDF/A'],
    ['a font left out', (file) => typed(file, 'FontDescriptor').delete('FontFile2'), '6.2.11.4.1: a font is not embedded'],
    ['a secret', (file) => file.trailer.set('Encrypt', { ref: 1 }), '6.1.3: the file is encrypted'],
    ['no name', (file) => file.trailer.delete('ID'), '6.1.3: the file has no ID'],
    [
      'an old filter',
      (file) => streamAt(file, typed(file, 'FontDescriptor'), 'FontFile2').dictionary.set('Filter', { name: 'LZWDecode' }),
      '6.1.7.2: the filter LZWDecode',
    ],
  ]
  test.each(breaks)('%s', (_, change, fault) => {
    const file = readObjects(bytes)
    change(file)
    expect(archiveFaults(bytes, file)).toContain(fault)
  })

  test('widths that are not the font’s, a character without a glyph, an operator of other colours', () => {
    const file = readObjects(bytes)
    for (const value of file.objects.values()) if (value instanceof Map && value.has('DW')) value.set('DW', 500)
    const first = [...file.objects.entries()].find(
      ([, value]) => value !== null && typeof value === 'object' && 'dictionary' in value && value.data.includes(')Tj'),
    )
    if (first === undefined) throw new Error('no text')
    const [id, stream] = first as [number, PdfStream]
    file.objects.set(id, {
      ...stream,
      data: Buffer.concat([stream.data, Buffer.from('\n/F1 9 Tf BT 0 0 Td(\0\0)Tj ET 0 0 0 1 k', 'latin1')]),
    })
    const faults = archiveFaults(bytes, file)
    expect(
      [/^6\.2\.11\.5: glyph \d+ is 1000 wide, not 500$/, /^6\.2\.11\.8/, /the operator k is not one of ours/].map((fault) =>
        faults.some((each) => fault.test(each)),
      ),
    ).toEqual([true, true, true])
  })
})
