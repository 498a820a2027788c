import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { readMetrics } from '#forms/engine/metrics'
import type { FontName, Page, TextRun } from '#forms/engine/page'
import { openPaperFonts } from '#host/pdf/paper-fonts'
import { resources } from '#host/resources'
import metricsFile from '../../forms/fonts/metrics.json' with { type: 'json' }
import { layoutOf, madeAt, sampleOf } from './drawing.ts'
import { readPdf } from './reading.ts'
import { writtenPages } from './written-pages.ts'

const fonts = openPaperFonts(resources().fonts)
const metrics = readMetrics(metricsFile)
const fontNames: readonly FontName[] = ['regular', 'bold', 'rare']

function pageWith(lines: readonly (readonly [FontName, string])[]): Page {
  const frame = { x: 10, y: 10, width: 80, height: 60 }
  const items = lines.map(([font, text], index): TextRun => ({
    kind: 'text',
    text,
    x: 10,
    y: 10 + 7 * index,
    width: 60,
    font,
    size: 9,
    colour: '#000000',
    frame,
    layer: 'form',
  }))
  return { paper: 0, copy: '', number: 1, count: 1, width: 100, height: 80, layers: [items] }
}

function written(
  pages: readonly Page[],
  meta = {
    title: '保修作业凭证 SD0731-BD16-202611-0007',
    number: 'SD0731-BD16-202611-0007',
    station: '济南历下（一）站',
    createdAt: madeAt,
  },
): Uint8Array {
  return writtenPages(fonts, meta, pages)
}

/** Every character of a font, as the layout knows them. */
function charactersOf(font: FontName): number[] {
  const { runs } = metricsFile[font]
  const found: number[] = []
  let end = 0
  for (let at = 0; at < runs.length; at += 3) {
    const start = end + (runs[at] ?? 0)
    end = start + (runs[at + 1] ?? 0)
    for (let codePoint = start; codePoint < end; codePoint += 1) found.push(codePoint)
  }
  return found
}

describe('the paper fonts', () => {
  test.each(fontNames)('%s: the writer and the layout agree on every character and its width; no glyph is made of others', (name) => {
    const { font } = fonts(name)
    const wrong = charactersOf(name).filter((codePoint) => {
      const glyph = font.glyphOf(codePoint)
      const outline = font.outlineOf(glyph)
      const isComposite = outline.length > 1 && outline.readInt16BE(0) < 0
      return (
        glyph === 0 || isComposite || Math.abs(font.advanceOf(glyph) / font.unitsPerEm - (metrics.advance(name, codePoint) ?? -1)) > 1e-6
      )
    })
    expect(wrong.map((codePoint) => `U+${codePoint.toString(16)}`)).toEqual([])
    expect(join(resources().fonts, `${fonts(name).name}.ttf`)).toContain(metricsFile[name].file)
  })
})

describe('a paper as PDF', () => {
  test('text comes out as it went in: characters beyond the BMP, two characters with one outline, signs of the format itself', async () => {
    // ⼀ (a radical) and 一 look alike and are not the same
    const many = Array.from({ length: 5 }, (_, line) =>
      Array.from({ length: 22 }, (__, index) => String.fromCodePoint(0x4e00 + 41 * (22 * line + index))).join(''),
    )
    const lines: [FontName, string][] = [
      ['regular', '𬭎𬱖䶮喆'],
      ['rare', '𠮷𠀀'],
      ['regular', '⼀一⼆二'],
      ['bold', '(a\\b) 100% <c> ¥5'],
      ...many.map((text): [FontName, string] => ['regular', text]),
    ]
    const [page] = await readPdf(written([pageWith(lines)]))
    expect(page?.texts.map(({ text }) => text)).toEqual(lines.map(([, text]) => text))
  })

  test('it says what it is: title, number, station, day of issue, and that it is fit for archives', async () => {
    const task = getDocument({ data: written(layoutOf('F16', [sampleOf('F16')])), verbosity: 0 })
    const { info, metadata } = await (await task.promise).getMetadata()
    expect(info).toMatchObject({
      Title: '保修作业凭证 SD0731-BD16-202611-0007',
      Subject: 'SD0731-BD16-202611-0007',
      Author: '济南历下（一）站',
      CreationDate: 'D:20261122020000Z',
      Language: 'zh-CN',
    })
    expect([metadata?.get('pdfaid:part'), metadata?.get('pdfaid:conformance'), metadata?.get('dc:title')]).toEqual([
      '2',
      'B',
      '保修作业凭证 SD0731-BD16-202611-0007',
    ])
    await task.destroy()
  })

  test('copies of a paper cost little, papers of a form little more', () => {
    const one = layoutOf('F16', [sampleOf('F16')])
    const many = Array.from({ length: 50 }, (_, index) => one.map((page) => ({ ...page, paper: index }))).flat()
    const [single = 0, first = 0, fifty = 0] = [one.slice(0, 1), one, many].map((pages) => written(pages).length)
    expect(first - single).toBeLessThan(1500)
    expect((fifty - first) / 49).toBeLessThan(100)
  })
})
