import { describe, expect, test } from 'vitest'
import type { Form, PaperBase } from '#forms/define'
import { layoutLabels } from '#forms/engine/label'
import { readMetrics } from '#forms/engine/metrics'
import { itemsOf, type Page } from '#forms/engine/page'
import { sharedSheets } from '#domain/paper-stock'
import { layoutPlaced } from '#forms/engine/placed'
import { layoutSheets, type Printable } from '#forms/engine/sheet'
import { type FormId, forms, type Mark, type ProfileName } from '#forms/index'
import metricsFile from '../../forms/fonts/metrics.json' with { type: 'json' }
import { formIds, layoutOf, sampleOf, stressedOf } from './drawing.ts'
import { withRows } from './stress.ts'

const metrics = readMetrics(metricsFile)
const marks: readonly Mark[] = [
  { kind: 'original' },
  { kind: 'preview' },
  { kind: 'void' },
  { kind: 'reprint', times: 2, date: '2026-11-22' },
]

/** Papers that look different in every way a form allows: short and long, few rows and many, another maker's words. */
function variety(id: FormId): PaperBase[] {
  const sample = sampleOf(id)
  const words = {
    ...sample.words,
    company: '宏达摩托',
    forms: {
      [id]: {
        title: ['另一种标题'],
        note: '另一种说明',
        copies: [{ key: 'only', label: '仅一联', stripe: 'blue' as const, hides: ['money'] }],
      },
    },
  }
  return [sample, stressedOf(id, 3), withRows(sample, 0), withRows(sample, 40), { ...sample, words }, sample]
}

function layout(form: Form<PaperBase>, papers: readonly Printable<PaperBase>[], profile: ProfileName, dataOnly: boolean): Page[] {
  switch (form.kind) {
    case 'sheet':
      return layoutSheets(form, papers, profile === 'grid' ? 'A4P' : profile, metrics, dataOnly)
    case 'label':
      return layoutLabels(form, papers, { profile, grid: null, startAt: 1, dataOnly }, metrics)
    case 'placed':
      return layoutPlaced(form, papers, metrics, dataOnly)
  }
}

const shownOn = (pages: readonly Page[]): string => JSON.stringify(pages.map((page) => ({ ...page, layers: itemsOf(page) })))

describe.each(formIds)('%s', (id) => {
  test(`${id}: what is kept of its printed side never stands on a paper that should look otherwise`, () => {
    const form = forms[id] as Form<PaperBase> // the papers are made from its own sample
    const papers = variety(id).map((paper, nth) => ({
      paper,
      number: `NO-${nth}`,
      hash: '3fa912bc0d5e77a1',
      mark: marks[nth % marks.length] ?? { kind: 'original' as const },
    }))
    for (const profile of form.profiles.filter((name) => name !== 'grid')) {
      for (const dataOnly of [false, true]) {
        // a copy of the form has nothing kept
        const afresh = papers.map((paper, nth) => layout({ ...form }, [paper], profile, dataOnly).map((page) => ({ ...page, paper: nth })))
        const together = layout(form, papers, profile, dataOnly)
        const onePaperAPage = sharedSheets[profile] === undefined
        if (onePaperAPage)
          expect(papers.map((_, nth) => shownOn(together.filter((page) => page.paper === nth)))).toEqual(afresh.map(shownOn))
        else expect(shownOn(together)).toBe(shownOn(layout({ ...form }, papers, profile, dataOnly)))
      }
    }
  })
})

test('papers of a form show the same printed side, which is the same object, and copies of a paper the same values', () => {
  const papers = [sampleOf('F16'), { ...sampleOf('F16'), statement: '发动机异响' }]
  const [first, copy, second] = layoutOf('F16', papers).map(({ layers }) => layers)
  const shared = (one: Page['layers'] = [], other: Page['layers'] = []): number => one.filter((layer) => other.includes(layer)).length
  expect([first?.length, shared(first, copy), shared(first, second)]).toEqual([4, 2, 2])
})
