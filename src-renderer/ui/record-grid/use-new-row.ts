import type { GridApi } from 'ag-grid-community'
import { useEffect, useState } from 'react'
import { useLatest } from '../use-latest.ts'

type Options<R> = {
  readonly api: GridApi<R> | null
  /** a new record that was begun when the list was left */
  readonly begun: R | undefined
  /** a new record before anything is typed; null: none can be made */
  readonly newRecord: R | null
  /** counts up: a new record is wanted */
  readonly wanted: number
  readonly firstField: string
  readonly focus: (index: number, field: string, pin: 'top') => void
}

/** The record that is being made, pinned above the others. */
export function useNewRow<R>({ api, begun, newRecord, wanted, firstField, focus }: Options<R>) {
  const [pinned, setPinned] = useState<R[]>(begun === undefined ? [] : [begun])
  const add = () => {
    if (!api || newRecord === null) return
    setPinned((rows) => (rows.length > 0 ? rows : [newRecord]))
    openFirst(20)
  }
  /** The first cell, as soon as the grid has drawn it. */
  const openFirst = (tries: number) =>
    setTimeout(() => {
      if (!api || api.isDestroyed()) return
      if (api.getPinnedTopRow(0) === undefined && tries > 0) {
        openFirst(tries - 1)
        return
      }
      focus(0, firstField, 'top')
      api.startEditingCell({ rowIndex: 0, colKey: firstField, rowPinned: 'top' })
    }, 60)
  const latestAdd = useLatest(add)
  useEffect(() => {
    if (wanted > 0) latestAdd.current()
  }, [wanted, latestAdd])
  return { pinned, unpin: () => setPinned([]) }
}
