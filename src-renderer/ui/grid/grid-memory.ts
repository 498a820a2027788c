import type { ColumnState } from 'ag-grid-community'
import { createContext, useContext } from 'react'
import type { Condition } from '#domain/list-filter'
import type { SavedView } from './SavedViews.tsx'

/** Whose grids these are: state is kept per user and screen. The frame gives the signed-in user. */
export const OwnerContext = createContext('nobody')

/** Where one was in a list: first row in sight, the row and column of the cursor, what it was narrowed by, the view it was opened in. */
export type Place = { readonly row: number; readonly openId: number | null; readonly column: string | null; readonly filters: readonly Condition[]; readonly view: SavedView | null }
/** `isNew`: this list was not open in this window yet, so the default view is due. */
export type GridMemory = Place & { readonly columns: ColumnState[] | null; readonly isNew: boolean }

const nowhere: Place = { row: 0, openId: null, column: null, filters: [], view: null }

function stored(store: Storage, key: string): unknown {
  try {
    return JSON.parse(store.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'row' in value && 'openId' in value && 'filters' in value && Array.isArray(value.filters) && 'view' in value && 'column' in value
}

/** Columns and sorting live on in localStorage; where one was only for this window (sessionStorage). */
export function useGridMemory(id: string) {
  const owner = useContext(OwnerContext)
  const key = `grid:${owner}:${id}`
  const placeNow = (): Place | null => {
    const place = stored(sessionStorage, key)
    return isPlace(place) ? place : null
  }
  return {
    read: (): GridMemory => {
      const columns = stored(localStorage, key)
      const place = placeNow()
      // safe: written below from what the grid gave; it ignores columns it does not know
      return { ...(place ?? nowhere), isNew: place === null, columns: Array.isArray(columns) ? (columns as ColumnState[]) : null }
    },
    keepColumns: (columns: ColumnState[]) => localStorage.setItem(key, JSON.stringify(columns)),
    keepPlace: (place: Partial<Place>) => sessionStorage.setItem(key, JSON.stringify({ ...(placeNow() ?? nowhere), ...place })),
    forgetColumns: () => localStorage.removeItem(key),
  }
}
