import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaperBase } from '#forms/define'
import { formIds, layoutOf, sampleOf } from './drawing.ts'
import { strayTexts } from './geometry.ts'

/** The same text in every field that is free text; dates, codes of words and moments stay what they are. */
function filledWith(value: unknown, text: string, key = ''): unknown {
  if (['words', 'repairType', 'faultMode', 'supplyMode', 'claimType', 'agreedVia', 'shipMethod', 'origin', 'batchHash'].includes(key))
    return value
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? value : text
  if (Array.isArray(value)) return value.map((part) => filledWith(part, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filledWith(part, text, name)]))
}

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('-', ' ', '\n', '□', '☑', '（', '。', 'W', '车', '𠮷', '😀', '\ud800', '　'), maxLength: 400 }),
  fc.integer({ min: 100, max: 600 }).map((length) => '车'.repeat(length)),
  fc.integer({ min: 50, max: 500 }).map((length) => 'W'.repeat(length)),
)

describe('layout has already been given its number', () => {
  test.each(formIds)('%s: whatever is written, it is laid out inside its cells', (id) => {
    fc.assert(
      fc.property(awkward, (text) => {
        const pages = layoutOf(id, [filledWith(sampleOf(id), text) as PaperBase]) // same fields, other texts
        expect(pages.flatMap(strayTexts)).toEqual([])
      }),
      { numRuns: 15, seed: 16, examples: [['\ud800']] },
    )
  })
})
