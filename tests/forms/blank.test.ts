import { expect, test } from 'vitest'
import { formIds } from '#domain/form-ids'
import { blankOf } from '#forms/blank'
import { itemsOf } from '#forms/engine/page'
import { forms, layoutForm, type FormId, type PaperOf, type Printable } from '#forms/index'
import { sampleOf } from '#forms/samples'
import { wordsOfForm } from '#forms/words'
import { crossedTexts, overlappingTexts, runsOf, strayTexts } from './geometry.ts'

const number = 'SD0731-BD16-202611-0042'

function blankPages<F extends FormId>(form: F) {
  const { words, station } = sampleOf(form)
  const paper = blankOf(form, { base: { words, station }, number, known: { stationName: station.name } })
  const printable: Printable<PaperOf[F]> = { paper, number, hash: 'BLANK', mark: { kind: 'blank', again: 0, date: '2026-11-21' } }
  return layoutForm(form, [printable])
}

test.each(formIds)('%s: one empty page for every copy, with its number and marked as a blank', (form) => {
  const pages = blankPages(form)
  const { copies } = wordsOfForm(form, forms[form].words, sampleOf(form).words)
  expect(new Set(pages.map(({ copy }) => copy)).size).toBe(copies.length)
  for (const page of pages) {
    const text = runsOf(page)
      .map((run) => run.text)
      .join('')
    expect(text).toContain('空白备用单')
    expect(
      text +
        itemsOf(page)
          .flatMap((item) => (item.kind === 'qr' ? [item.payload] : []))
          .join(''),
    ).toContain(number)
    expect(text).not.toMatch(/null|undefined|NaN|☑/)
    expect([strayTexts(page), overlappingTexts(page), crossedTexts(page)]).toEqual([[], [], []])
  }
})
