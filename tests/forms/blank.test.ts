import { expect, test } from 'vitest'
import { emptyContent } from '#domain/form-fill'
import { formIds } from '#domain/form-ids'
import { blankOf } from '#forms/blank'
import type { PaperBase } from '#forms/define'
import { itemsOf } from '#forms/engine/page'
import { forms, layoutForm, type FormId, type PaperOf, type Printable } from '#forms/index'
import { sampleOf } from '#forms/samples'
import { wordsOfForm } from '#forms/words'
import { layoutOf } from './drawing.ts'
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

test.each([
  { id: 'F23', profile: 'A4L', values: ['11', 'QM150 系列'] },
  { id: 'F23', profile: 'NCR241x280', values: ['11', 'QM150 系列'] },
  { id: 'F23', profile: 'NCR241x140', values: ['11', 'QM150 系列'] },
  { id: 'F25', profile: 'A4L', values: ['11'] },
  { id: 'F25', profile: 'NCR241x280', values: ['11'] },
  { id: 'F25', profile: 'NCR241x140', values: ['11'] },
] as const)('$id on $profile: what its title says of the month stands in the room the printed one leaves', ({ id, profile, values }) => {
  const titleOf = (paper: PaperBase, dataOnly: boolean) =>
    (layoutOf(id, [paper], { profile, dataOnly })[0]?.layers.flat() ?? []).flatMap((item) =>
      item.kind === 'text' && item.font === 'bold' && item.y < 22 ? [item] : [],
    )
  const sample = sampleOf(id)
  const [printed] = titleOf({ ...sample, ...emptyContent } as PaperBase, false)
  const filled = titleOf(sample, true)
  expect(filled.map(({ text }) => text)).toEqual(values)
  const { text = '', x = 0, y = 0, width = 0 } = printed ?? {}
  const em = width / text.length
  const rooms = [...text.matchAll(/　+/g)].map(({ 0: room, index }) => [x + index * em, x + (index + room.length) * em] as const)
  const isInRoom = (from: number, to: number) => to < x || rooms.some(([begin, end]) => from >= begin && to <= end)
  expect(filled.filter((run) => !isInRoom(run.x, run.x + run.width) || Math.abs(run.y - y) > 1)).toEqual([])
})
