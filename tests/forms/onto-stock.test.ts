import { describe, expect, test } from 'vitest'
import { mmPerPoint, plainLook } from '#domain/paper-stock'
import { blankOf } from '#forms/blank'
import { measureFor } from '#forms/engine/fit'
import { readMetrics } from '#forms/engine/metrics'
import metricsFile from '../../forms/fonts/metrics.json' with { type: 'json' }
import type { Form, PaperBase } from '#forms/define'
import { forms, type FormId, type Page } from '#forms/index'
import { paperProblems } from '#forms/papers'
import { formIds, layoutOf, sampleOf, stressedOf } from './drawing.ts'
import { overlappingTexts, rulesOf, runsOf, tolerance } from './geometry.ts'
import { withRows } from './stress.ts'

// the manufacturer's own sheet has its words in its picture
const pairs = formIds.filter((id) => id !== 'A14').flatMap((id) => forms[id].profiles.map((profile) => ({ id, profile })))
/** Where the sample has no more rows than the stock. */
const usual = pairs.filter(({ id, profile }) => profile === forms[id].profiles[0] || profile === 'NCR241x280')

function stockOf(id: FormId, profile: (typeof pairs)[number]['profile']): Page[] {
  const { words } = sampleOf(id)
  const blank = blankOf(id, { base: { words, station: { code: '', name: '' } }, number: '', known: {} })
  return layoutOf(id, [blank], { profile }, { kind: 'preview' })
}

const metrics = readMetrics(metricsFile)

/** The words of a page without the room between them. */
function printedWords(page: Page | undefined): ReturnType<typeof runsOf> {
  return (page === undefined ? [] : runsOf(page))
    .filter(({ text, layer }) => layer === 'form' && text !== '预览')
    .flatMap((run) => {
      const measure = measureFor(metrics, run.font === 'bold')
      const mm = (text: string): number => measure(text) * run.size * mmPerPoint
      return [...run.text.matchAll(/[^\s　]+/gu)].map(({ 0: text, index }) => ({
        ...run,
        text,
        x: run.x + mm(run.text.slice(0, index)),
        width: mm(text),
      }))
    })
}

describe('what is filled in, between the words of the stock', () => {
  test.each(usual)('$id on $profile: no value stands over a word', ({ id, profile }) => {
    const stock = stockOf(id, profile)
    const data = layoutOf(id, [sampleOf(id)], { profile, dataOnly: true })
    const over = data.flatMap((page, index) =>
      overlappingTexts({ ...page, layers: [[...printedWords(stock[index]), ...runsOf(page).filter(({ text }) => text !== '✓')]] }),
    )
    expect(over).toEqual([])
  })

  test.each(usual.filter(({ profile }) => profile !== 'NCR241x280'))(
    '$id: its room is large enough for what is usual',
    ({ id, profile }) => {
      const [whole, data] = [false, true].map((dataOnly) => layoutOf(id, [sampleOf(id)], { profile, dataOnly }).flatMap(runsOf))
      const smallest = Math.min(7, ...(whole ?? []).map(({ size }) => size))
      expect((data ?? []).filter(({ size }) => size < smallest).map(({ text, size }) => `${text} ${size}`)).toEqual([])
    },
  )
})

const isAt = (a: number, b: number): boolean => Math.abs(a - b) < tolerance

/** Texts in the columns of the stock that do not stand in a cell of it. */
function besideCells(stock: Page | undefined, data: Page): string[] {
  const rules = stock === undefined ? [] : rulesOf(stock)
  const upright = rules.filter(({ x1, x2 }) => isAt(x1, x2))
  const level = rules.filter(({ y1, y2 }) => isAt(y1, y2))
  return runsOf(data)
    .filter(({ text }) => !text.startsWith('SD0731-')) // the number in the head
    .filter(({ frame: { x, width } }) => [x, x + width].every((edge) => upright.some(({ x1 }) => isAt(x1, edge))))
    .filter(({ frame: { x, y, width, height } }) => {
      const [middle, half] = [x + width / 2, y + height / 2]
      return !(
        [x, x + width].every((edge) => upright.some(({ x1, y1, y2 }) => isAt(x1, edge) && y1 < half && y2 > half)) &&
        [y, y + height].every((edge) => level.some(({ x1, x2, y1 }) => isAt(y1, edge) && x1 < middle && x2 > middle))
      )
    })
    .map(({ text }) => text)
}

describe('rows filled into those of the stock', () => {
  const sheets = pairs.flatMap(({ id, profile }) => {
    const form: Form<PaperBase> = forms[id] as Form<PaperBase> // asked only about papers of this form
    const isSlip = form.kind !== 'sheet' || form.slips?.profile === profile
    return isSlip ? [] : [{ id, profile, form }]
  })

  test.each(sheets)('$id on $profile: as many as it has break where it breaks, more are refused', ({ id, profile, form }) => {
    const stock = stockOf(id, profile)
    const look = { ...plainLook, profile, dataOnly: true }
    const refused = (paper: PaperBase): boolean => paperProblems(form, [paper], look).length > 0
    for (const paperWith of [(rows: number) => withRows(sampleOf(id), rows), (rows: number) => stressedOf(id, rows)]) {
      const counts = Array.from({ length: 61 }, (_, rows) => rows).filter((rows) => !refused(paperWith(rows)))
      expect(counts).toEqual(counts.map((_, rows) => rows))
      for (const rows of new Set([0, Math.min(1, counts.length - 1), counts.length - 1])) {
        const data = layoutOf(id, [paperWith(rows)], { profile, dataOnly: true })
        expect({ rows, pages: data.length, beside: data.flatMap((page, index) => besideCells(stock[index], page)) }).toEqual({
          rows,
          pages: stock.length,
          beside: [],
        })
      }
    }
  })
})
