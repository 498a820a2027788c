import type { ColumnState } from 'ag-grid-community'
import { createContext, useContext } from 'react'

/** Whose grids these are: state is kept per user and screen. The frame gives the signed-in user. */
export const OwnerContext = createContext('nobody')

export type GridMemory = { readonly columns: ColumnState[] | null; readonly row: number; readonly openId: number | null }

const nothing: GridMemory = { columns: null, row: 0, openId: null }

function isMemory(value: unknown): value is GridMemory {
  return typeof value === 'object' && value !== null && 'columns' in value && 'row' in value && 'openId' in value
}

/** Columns live on in localStorage; the row one was at only for this window (sessionStorage). */
export function useGridMemory(id: string) {
  const owner = useContext(OwnerContext)
  const key = `grid:${owner}:${id}`
  const read = (): GridMemory => {
    try {
      const columns: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      const place: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
      const whole: unknown = { ...nothing, ...(typeof place === 'object' ? place : {}), columns: Array.isArray(columns) ? columns : null }
      return isMemory(whole) ? whole : nothing
    } catch {
      return nothing
    }
  }
  return {
    read,
    keepColumns: (columns: ColumnState[]) => localStorage.setItem(key, JSON.stringify(columns)),
    keepPlace: (place: Pick<GridMemory, 'row' | 'openId'>) => sessionStorage.setItem(key, JSON.stringify(place)),
    forgetColumns: () => localStorage.removeItem(key),
  }
}
