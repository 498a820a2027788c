import { describe, expect, test } from 'vitest'
import { mmPerPoint } from '#domain/paper-stock'
import { blankOf } from '#forms/blank'
import { measureFor } from '#forms/engine/fit'
import { readMetrics } from '#forms/engine/metrics'
import metricsFile from '../../forms/fonts/metrics.json' with { type: 'json' }
import { forms, type FormId, type Page } from '#forms/index'
import { formIds, layoutOf, sampleOf } from './drawing.ts'
import { overlappingTexts, runsOf } from './geometry.ts'

// the manufacturer's own sheet has its words in its picture
const pairs = formIds
  .filter((id) => id !== 'A14')
  .flatMap((id) => forms[id].profiles.map((profile) => ({ id, profile })))
  .filter(({ id, profile }) => profile === forms[id].profiles[0] || profile === 'NCR241x280')

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
  test.each(pairs)('$id on $profile: no value stands over a word', ({ id, profile }) => {
    const stock = stockOf(id, profile)
    const data = layoutOf(id, [sampleOf(id)], { profile, dataOnly: true })
    const over = data.flatMap((page, index) =>
      overlappingTexts({ ...page, layers: [[...printedWords(stock[index]), ...runsOf(page).filter(({ text }) => text !== '✓')]] }),
    )
    expect(over).toEqual([])
  })

  test.each(pairs.filter(({ profile }) => profile !== 'NCR241x280'))(
    '$id: its room is large enough for what is usual',
    ({ id, profile }) => {
      const [whole, data] = [false, true].map((dataOnly) => layoutOf(id, [sampleOf(id)], { profile, dataOnly }).flatMap(runsOf))
      const smallest = Math.min(7, ...(whole ?? []).map(({ size }) => size))
      expect((data ?? []).filter(({ size }) => size < smallest).map(({ text, size }) => `${text} ${size}`)).toEqual([])
    },
  )
})
