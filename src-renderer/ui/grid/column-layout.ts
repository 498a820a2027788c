import type { ColDef, ColumnState, GridApi } from 'ag-grid-community'
import type { ColumnPlace } from './column-room.ts'
import type { ViewState } from './SavedViews.tsx'

/**
 * What a person made of a list's columns: their order and sorting; the width (px at scale 1) of those he drew himself and
 * which ones he shows. null leaves that to the list, which gives each its width and hides what has no room.
 */
export type Layout = {
  readonly columns: readonly { readonly field: string; readonly width: number | null; readonly hidden: boolean | null }[]
  readonly sort: ViewState['sort']
}

export function isLayout(value: unknown): value is Layout {
  return (
    typeof value === 'object' &&
    value !== null &&
    'columns' in value &&
    Array.isArray(value.columns) &&
    'sort' in value &&
    Array.isArray(value.sort)
  )
}

/** Columns that sort together. */
export const mostSorts = 3

export function sortOf(columns: readonly ColumnState[]): ViewState['sort'] {
  return columns
    .filter(({ sort }) => sort === 'asc' || sort === 'desc')
    .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .slice(0, mostSorts)
    .map(({ colId, sort }) => ({ column: colId, direction: sort === 'desc' ? 'desc' : 'asc' }))
}

type Stand = {
  readonly field: string
  readonly definition: ColDef
  readonly place: ColumnPlace
  readonly width: number
  readonly isShared: boolean
  readonly hidden: boolean
}

/** Our columns as they stand in the grid, from the left; the boxes for choosing are none of them. */
function standing<R>(api: GridApi<R>): readonly Stand[] {
  return api.getColumnState().flatMap(({ colId, width, flex, hide }) => {
    const definition = api.getColumn(colId)?.getColDef()
    const place: ColumnPlace | undefined = definition?.context
    return definition === undefined || place === undefined
      ? []
      : [{ field: colId, definition, place, width: width ?? 0, isShared: Boolean(flex), hidden: hide === true }]
  })
}

/** Whether other columns are shown than the list would by itself in this room. */
const isChosen = (columns: readonly Stand[]) => columns.some(({ hidden, definition }) => hidden !== (definition.initialHide === true))

export function layoutOf<R>(api: GridApi<R>): Layout {
  const columns = standing(api)
  const chosen = isChosen(columns)
  return {
    columns: columns.map(({ field, definition, place, width, isShared, hidden }) => ({
      field,
      width: isShared || width === definition.width ? null : Math.round(width / place.scale),
      hidden: chosen ? hidden : null,
    })),
    sort: sortOf(api.getColumnState()),
  }
}

/** Puts the layout into the grid; columns it does not know stand behind the others as the list has them. */
export function applyLayout<R>(api: GridApi<R>, { columns, sort }: Layout): void {
  const sorted = new Map(sort.map(({ column, direction }, sortIndex) => [column, { sort: direction, sortIndex }]))
  const kept = new Map(columns.map((column, nth) => [column.field, { ...column, nth }]))
  const nthOf = (field: string) => kept.get(field)?.nth ?? columns.length
  api.applyColumnState({
    state: standing(api)
      .toSorted((a, b) => nthOf(a.field) - nthOf(b.field))
      .map(({ field, definition, place }) => {
        const { width = null, hidden = null } = kept.get(field) ?? {}
        return {
          colId: field,
          hide: hidden ?? definition.initialHide === true,
          ...(sorted.get(field) ?? { sort: null }),
          ...(width === null
            ? { width: definition.width ?? 100, flex: definition.flex ?? null }
            : { width: Math.round(width * place.scale), flex: null }),
        }
      }),
    applyOrder: true,
  })
}

/** The columns of a saved view; the list says which are hidden where the person did not. */
export function layoutToSave<R>(api: GridApi<R>): Pick<ViewState, 'columns' | 'sort'> {
  const { columns, sort } = layoutOf(api)
  const places = new Map(standing(api).map(({ field, place }) => [field, place]))
  return {
    columns: columns.map(({ field, width, hidden }) => ({ field, width, hidden: hidden ?? places.get(field)?.hidden ?? false })),
    sort,
  }
}

/** A view that shows what the list would show by itself gives way to the room, too. */
export function layoutOfView<R>(api: GridApi<R>, { columns, sort }: Pick<ViewState, 'columns' | 'sort'>): Layout {
  const places = new Map(standing(api).map(({ field, place }) => [field, place]))
  const isUsual = columns.every(({ field, hidden }) => (places.get(field)?.hidden ?? hidden) === hidden)
  return { columns: isUsual ? columns.map((column) => ({ ...column, hidden: null })) : columns, sort }
}

/** The columns that belong to the list as it stands, those too that only want room: for what is copied and exported. */
export function listedFields<R>(api: GridApi<R>): readonly string[] {
  const columns = standing(api)
  const chosen = isChosen(columns)
  return columns.filter(({ hidden, place }) => !(chosen ? hidden : place.hidden)).map(({ field }) => field)
}
