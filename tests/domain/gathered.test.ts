import { describe, expect, test } from 'vitest'
import { instant, localDate } from '#domain/dates'
import type { FillColumn, FillSection } from '#domain/form-fill'
import {
  applyGathered,
  backToGathered,
  countCorrections,
  gatheredCell,
  gatheredRow,
  unfedFigures,
  type Gathered,
  type GatheredCells,
} from '#domain/gather/gathered'

const field = (key: string, changes: Partial<FillColumn> = {}): FillColumn => ({
  key,
  label: key,
  kind: 'count',
  max: 9,
  options: [],
  unit: '',
  required: false,
  computed: null,
  sum: false,
  onPaper: true,
  ...changes,
})
const sections: readonly FillSection[] = [
  { kind: 'fields', title: '', fields: [field('period', { kind: 'text' }), field('claimed', { kind: 'amount' }), field('visits')] },
  {
    kind: 'table',
    key: 'models',
    title: '车型',
    preset: [],
    columns: [
      field('model', { kind: 'text' }),
      field('done'),
      field('open'),
      field('sum', { computed: { by: 'sum', from: ['done', 'open'] } }),
      field('note', { kind: 'text' }),
    ],
  },
  { kind: 'table', key: 'works', title: '业务', preset: ['三包', '收费'], columns: [field('work', { kind: 'text' }), field('count')] },
]
const ask = { from: localDate('2026-10-01'), to: localDate('2026-10-31'), allMakers: false, technicianId: null, model: '', batchId: null }
const says = (cells: Partial<GatheredCells>, month = ask): Gathered => ({
  ask: month,
  at: instant('2026-11-03T01:00:00.000Z'),
  values: {},
  tables: {},
  ...cells,
})
const row = (model: string, done: number) => ({ source: `model:${model}`, model, done })
const empty = { values: { period: null, claimed: null, visits: null }, tables: {} }

describe('gathering into a form', () => {
  test('fills what is fed, works out computed columns, keeps what is typed', () => {
    const typed = {
      values: { ...empty.values, visits: 4 },
      tables: {
        models: [
          { model: '旧车', done: 1 },
          { model: null, done: null },
        ],
        works: [{ work: '收费', count: 9 }],
      },
    }
    const content = applyGathered(
      sections,
      typed,
      says({ values: { claimed: 500 }, tables: { models: [row('A', 3)], works: [{ source: '三包', work: '三包', count: 2 }] } }),
    )
    expect(content.values).toEqual({ period: null, claimed: 500, visits: 4 })
    expect(content.tables).toEqual({
      models: [
        { source: 'model:A', model: 'A', done: 3, open: null, sum: 3, note: null },
        { model: '旧车', done: 1, open: null, sum: 1, note: null },
      ],
      works: [
        { source: '三包', work: '三包', count: 2 },
        { work: '收费', count: 9 },
      ],
    })
  })

  test('the same again keeps corrections and notes, takes new figures, drops what is gone; another month starts anew', () => {
    const first = applyGathered(sections, empty, says({ values: { claimed: 500 }, tables: { models: [row('A', 3), row('B', 1)] } }))
    const [a, b] = first.tables['models'] ?? []
    const corrected = {
      ...first,
      values: { ...first.values, claimed: 600 },
      tables: {
        models: [
          { ...a, done: 4, note: '含补录' },
          { ...b, open: 2 },
        ],
      },
    }
    expect(countCorrections(corrected)).toBe(2)
    const again = says({ values: { claimed: 510 }, tables: { models: [row('A', 5), row('C', 7)] } })
    const same = applyGathered(sections, corrected, again)
    expect([same.values['claimed'], same.tables['models']?.map(({ model, done, note }) => [model, done, note])]).toEqual([
      600,
      [
        ['A', 4, '含补录'],
        ['C', 7, null],
      ],
    ])
    const other = applyGathered(sections, corrected, { ...again, ask: { ...ask, to: localDate('2026-10-15') } })
    expect([other.values['claimed'], other.tables['models']?.map(({ model, done, note }) => [model, done, note])]).toEqual([
      510,
      [
        ['A', 5, '含补录'],
        ['C', 7, null],
      ],
    ])
    expect([countCorrections(backToGathered(sections, same)), backToGathered(sections, same).values['claimed']]).toEqual([0, 510])
  })

  test('a corrected cell shows what the records say; a row taken out counts; figures nobody feeds are named', () => {
    const gathered = says({ values: { claimed: 500 }, tables: { models: [row('A', 3)] } })
    const content = applyGathered(sections, empty, gathered)
    const [first = {}] = content.tables['models'] ?? []
    const cellOf = (typed: typeof first, key: string) => gatheredCell(gatheredRow(content, 'models', typed), typed, key)
    expect([cellOf(first, 'done'), cellOf({ ...first, done: 9 }, 'done'), cellOf(first, 'note')]).toEqual([
      { value: 3, isCorrected: false },
      { value: 3, isCorrected: true },
      null,
    ])
    expect(countCorrections({ ...content, tables: { models: [] } })).toBe(1)
    expect(unfedFigures(sections, gathered)).toEqual(['visits', '车型·open', '业务·count'])
  })
})
