import type { GridApi } from 'ag-grid-community'
import type { Condition } from '#domain/list-filter'
import * as words from '#domain/words'
import { codesOf } from '#domain/words'
import type { Word } from '../../messages/index.ts'
import { applyLayout, layoutOfView, layoutToSave, listedFields } from './column-layout.ts'
import type { GridColumn } from './columns.tsx'
import type { ExportAsked } from './ExportButton.tsx'
import type { ViewState } from './SavedViews.tsx'

/** What a saved view keeps of the grid as it stands. */
export function stateOf<R>(
  api: GridApi<R>,
  rest: { readonly filters: readonly Condition[]; readonly base: string; readonly text: string },
): ViewState {
  return { ...layoutToSave(api), filters: [...rest.filters], base: rest.base, text: rest.text }
}

/** Puts columns and sorting of a view into the grid. */
export function applyState<R>(api: GridApi<R>, state: Pick<ViewState, 'columns' | 'sort'>): void {
  applyLayout(api, layoutOfView(api, state))
}

const exported = {
  money: 'money',
  number: 'count',
  hours: 'hundredths',
  instant: 'instant',
  day: 'date',
  date: 'date',
  text: 'text',
  link: 'text',
  phone: 'text',
  frameNo: 'text',
  mono: 'text',
  word: 'text',
  status: 'text',
} as const

/** The columns of the list, in order, as they go into a workbook; the next step is no data. */
export function exportColumns<R>(api: GridApi<R>, known: readonly GridColumn<R>[], word: Word): ExportAsked['columns'] {
  return listedFields(api).flatMap((listed) => {
    const column = known.find(({ field }) => field === listed)
    if (column === undefined || column.last) return []
    const { field, title, kind = 'text', table } = column
    const named = table === undefined ? null : Object.fromEntries(codesOf(words[table]).map((code) => [code, word(table, code)]))
    return [{ field, title, kind: exported[kind], words: column.words === undefined ? named : { ...named, ...column.words } }]
  })
}
