import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { forms, type Page, stackOfRegister } from '#forms/index'
import { draw, formIds, layoutOf, madeAt, makerForTests, sampleOf } from './drawing.ts'
import { runsOf, squeezed } from './geometry.ts'
import { type ReadPage, readPdf } from './reading.ts'
import { stressed } from './stress.ts'

const maker = makerForTests()
afterAll(() => maker.close())

/**
 * Texts of the layout that the PDF does not show at their place: same baseline within a twentieth of a millimetre, same
 * beginning and end. pdf.js cuts texts at wide blanks and joins neighbours, so a run may lie in several of its texts.
 */
function misplaced(page: Page, read: ReadPage | undefined): string[] {
  const onLine = (read?.texts ?? []).toSorted((a, b) => a.x - b.x)
  return runsOf(page)
    .filter((run) => {
      const end = run.x + run.width
      const texts = onLine.filter((text) => Math.abs(text.y - run.y) < 0.05 && text.x < end - 0.05 && text.x + text.width > run.x + 0.05)
      const joined = squeezed(texts.map((text) => text.text).join(''))
      const starts = (texts[0]?.x ?? Infinity) < run.x + 0.05
      const last = texts.at(-1)
      return !(joined.includes(squeezed(run.text)) && starts && last !== undefined && last.x + last.width > end - 0.05)
    })
    .map((run) => run.text)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describe.each(formIds)('%s as PDF', (id) => {
  test.each(['ordinary', 'longest texts'])('%s: another program reads every text where the layout put it', async (kind) => {
    const paper = kind === 'ordinary' ? sampleOf(id) : stressed(sampleOf(id), 3)
    for (const profile of forms[id].profiles.filter((name, nth) => nth === 0 || (kind === 'ordinary' && name === 'NCR241x140'))) {
      const pages = layoutOf(id, [paper], { profile })
      const read = await readPdf(await draw(maker, pages))
      const size = pages.map(({ width, height }) => [width, height].map(Math.round))
      expect(read.map(({ width, height }) => [width, height].map(Math.round))).toEqual(size)
      expect(pages.flatMap((page, index) => misplaced(page, read[index]))).toEqual([])
    }
  })
})

/** One paper of many pages. */
function registerOf(lines: number) {
  const line = { form: 'BD—16', state: '已开具', subject: '王建国', prints: '1', at: '', by: '', closed: '', approver: '', reason: '' }
  return stackOfRegister({
    words: sampleOf('F16').words,
    station: sampleOf('F16').station,
    scope: '',
    printedAt: '',
    printedBy: '',
    proof: [],
    lines: Array.from({ length: lines }, (_, nth) => ({ ...line, number: `SD0731-BD16-202611-${nth}` })),
  })
}

describe('making', () => {
  test('the same papers give the same bytes, also from another worker', async () => {
    const other = makerForTests()
    for (const id of formIds) {
      const [bytes, again] = await Promise.all([maker, other].map((one) => draw(one, layoutOf(id, [sampleOf(id)]))))
      expect({ id, hash: hashOf(again ?? new Uint8Array()) }).toEqual({ id, hash: hashOf(bytes ?? new Uint8Array()) })
    }
    await other.close()
  })

  test('tells its progress and can be cancelled without harm to the next paper', async () => {
    const papers = Array.from({ length: 300 }, () => ({ paper: sampleOf('F16'), number: '', hash: '', mark: { kind: 'preview' } as const }))
    const many = { stacks: [{ form: 'F16', papers, options: {} } as const] }
    const parts: number[] = []
    await maker.make(many, { title: 'many', createdAt: madeAt }, (part) => parts.push(part))
    expect(parts.length).toBeGreaterThan(5)
    expect(parts).toEqual([...parts].sort((a, b) => a - b))

    const one: number[] = []
    await maker.make({ stacks: [registerOf(1200)] }, { title: 'register', createdAt: madeAt }, (part) => one.push(part))
    expect([one.length > 2, one.at(-1)]).toEqual([true, 1])

    const stop = new AbortController()
    const cancelled = maker.make(many, { title: 'cancelled', createdAt: madeAt }, () => undefined, stop.signal)
    const behind = draw(maker, layoutOf('F27', [sampleOf('F27')]))
    stop.abort(new Error('用户取消'))
    await expect(cancelled).rejects.toThrow('用户取消')
    expect((await readPdf(await behind)).length).toBe(1)
  })
})
