import type { CellFocusedEvent, GridApi } from 'ag-grid-community'
import { useRef, useState, type FocusEvent } from 'react'
import { newRow } from './row-draft.ts'

type Options<R> = {
  readonly api: GridApi<R> | null
  /** the cursor goes to another row, or out of the list */
  readonly onLeave: (key: string) => void
}

/** The cell of the cursor: its row's key and its column; and the row it leaves. */
export function useCursorRow<R extends { readonly id: number }>({ api, onLeave }: Options<R>) {
  const [cursor, setCursor] = useState<{ readonly row: string; readonly field: string } | null>(null)
  const at = useRef<string | null>(null)
  const leave = () => {
    if (at.current !== null) onLeave(at.current)
  }
  /** The row is there no more: whether the cursor was in it. */
  const forget = (key: string): boolean => {
    if (at.current !== key) return false
    at.current = null
    return true
  }
  const onFocused = ({ rowIndex, rowPinned, column }: CellFocusedEvent<R>) => {
    const row = rowPinned === 'top' ? newRow : rowIndex === null ? null : String(api?.getDisplayedRowAtIndex(rowIndex)?.data?.id ?? '')
    if (row !== null && column !== null) setCursor({ row, field: typeof column === 'string' ? column : column.getColId() })
    if (row === at.current || row === null) return
    leave()
    at.current = row
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
    leave()
  }
  return { cursor, forget, onFocused, onBlur }
}
