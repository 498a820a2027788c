import { createContext, useContext } from 'react'
import type { Condition } from '#domain/list-filter'
import { isLayout, type Layout } from './column-layout.ts'
import type { SavedView } from './SavedViews.tsx'

/** Whose grids these are: state is kept per user and screen. The frame gives the signed-in user. */
export const OwnerContext = createContext('nobody')

/** Where one was in a list: first row in sight, the row and column of the cursor, what it was narrowed by, the view it was opened in. */
export type Place = {
  readonly row: number
  readonly openId: number | null
  readonly column: string | null
  readonly filters: readonly Condition[]
  readonly view: SavedView | null
}
/** `isNew`: this list was not open in this window yet, so the default view is due. */
export type GridMemory = Place & { readonly layout: Layout; readonly isNew: boolean }

const untouched: Layout = { columns: [], sort: [] }
const nowhere: Place = { row: 0, openId: null, column: null, filters: [], view: null }

function stored(store: Storage, key: string): unknown {
  try {
    return JSON.parse(store.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'row' in value &&
    'openId' in value &&
    'filters' in value &&
    Array.isArray(value.filters) &&
    'view' in value &&
    'column' in value
  )
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
      const layout = stored(localStorage, key)
      const place = placeNow()
      return { ...(place ?? nowhere), isNew: place === null, layout: isLayout(layout) ? layout : untouched }
    },
    keepLayout: (layout: Layout) => localStorage.setItem(key, JSON.stringify(layout)),
    keepPlace: (place: Partial<Place>) => sessionStorage.setItem(key, JSON.stringify({ ...(placeNow() ?? nowhere), ...place })),
    forgetLayout: () => localStorage.removeItem(key),
  }
}

/** The row an address names goes before where one was; on the way back one comes to where one was. */
export function placeOf(memory: GridMemory, named: number | null, isWayBack: boolean): GridMemory & { readonly isNamed: boolean } {
  const isNamed = named !== null && (memory.isNew || !isWayBack)
  return isNamed ? { ...memory, row: 0, openId: named, column: null, isNamed } : { ...memory, isNamed }
}
