import type { ColumnState, GridApi } from 'ag-grid-community'
import type { Condition } from '#domain/list-filter'
import * as words from '#domain/words'
import { codesOf } from '#domain/words'
import type { Word } from '../../messages/index.ts'
import type { GridColumn } from './columns.tsx'
import type { ExportAsked } from './ExportButton.tsx'
import type { ViewState } from './SavedViews.tsx'

/** Columns that sort together. */
export const mostSorts = 3

export function sortOf(columns: readonly ColumnState[]): ViewState['sort'] {
  return columns.filter(({ sort }) => sort === 'asc' || sort === 'desc').sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0)).slice(0, mostSorts)
    .map(({ colId, sort }) => ({ column: colId, direction: sort === 'desc' ? 'desc' : 'asc' }))
}

/** What a saved view keeps of the grid as it stands. */
export function stateOf<R>(api: GridApi<R>, known: readonly GridColumn<R>[], rest: { readonly filters: readonly Condition[]; readonly base: string; readonly text: string }): ViewState {
  const columns = api.getColumnState().filter(({ colId }) => known.some(({ field }) => field === colId))
  return {
    columns: columns.map(({ colId, width, flex, hide }) => ({ field: colId, width: flex ? null : Math.round(Math.min(2000, Math.max(20, width ?? 100))), hidden: hide === true })),
    sort: sortOf(columns), filters: [...rest.filters], base: rest.base, text: rest.text,
  }
}

/** Puts columns and sorting of a view into the grid; columns the view does not know keep their place at the end. */
export function applyState<R>(api: GridApi<R>, { columns, sort }: Pick<ViewState, 'columns' | 'sort'>): void {
  const sorted = new Map(sort.map(({ column, direction }, sortIndex) => [column, { sort: direction, sortIndex }]))
  api.applyColumnState({
    state: columns.map(({ field, width, hidden }) => ({ colId: field, hide: hidden, ...(width === null ? {} : { width, flex: null }), ...(sorted.get(field) ?? { sort: null }) })), applyOrder: true, defaultState: { sort: null },
  })
}

const exported = { money: 'money', number: 'count', hours: 'hundredths', instant: 'instant', day: 'date', date: 'date', text: 'text', link: 'text', phone: 'text', frameNo: 'text', mono: 'text', word: 'text', status: 'text' } as const

/** The shown columns, in order, as they go into a workbook; the next step is no data. */
export function exportColumns<R>(api: GridApi<R>, known: readonly GridColumn<R>[], word: Word): ExportAsked['columns'] {
  return api.getAllDisplayedColumns().flatMap((shown) => {
    const column = known.find(({ field }) => field === shown.getColId())
    if (column === undefined || column.last) return []
    const { field, title, kind = 'text', table } = column
    const named = table === undefined ? null : Object.fromEntries(codesOf(words[table]).map((code) => [code, word(table, code)]))
    return [{ field, title, kind: exported[kind], words: column.words === undefined ? named : { ...named, ...column.words } }]
  })
}
