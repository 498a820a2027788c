import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import { useLatest } from '../use-latest.ts'
import { newRow, type RowDraft } from './row-draft.ts'
import type { RowDrafts } from './use-row-drafts.ts'

type Options<R extends { readonly id: number; readonly revision: number }> = {
  readonly api: GridApi<R> | null
  readonly drafts: RowDrafts<R>
  readonly fields: readonly string[]
  /** begins with what the row is found by: its code or its day */
  readonly nameOf: (row: R) => string
  readonly onText: ((text: string) => void) | undefined
  readonly focus: (index: number, field: string, pin: 'top' | null) => void
}

/** To a cell of a row that is not saved; a row that is not among those loaded is searched first. */
export function useJump<R extends { readonly id: number; readonly revision: number }>(options: Options<R>) {
  const { api, drafts, fields, nameOf, onText } = options
  const now = useLatest(options)
  const sought = useRef<readonly [key: string, field: string] | null>(null)
  const isThere = (key: string, field: string): boolean => {
    const node = key === newRow ? api?.getPinnedTopRow(0) : api?.getRowNode(key)
    if (!node || typeof node.rowIndex !== 'number') return false
    if (key !== newRow) api?.ensureIndexVisible(node.rowIndex)
    now.current.focus(node.rowIndex, field, key === newRow ? 'top' : null)
    return true
  }
  const arrived = useLatest(() => {
    if (sought.current !== null && isThere(...sought.current)) sought.current = null
  })
  useEffect(() => {
    const onRows = () => setTimeout(() => arrived.current(), 0)
    api?.addEventListener('modelUpdated', onRows)
    return () => {
      if (api && !api.isDestroyed()) api.removeEventListener('modelUpdated', onRows)
    }
  }, [api, arrived])

  const jump = (key: string, field: string) => {
    // gone on before the row sought last arrived
    sought.current = null
    if (isThere(key, field)) return
    const draft = drafts.of(key)
    if (draft === undefined) return
    sought.current = [key, field]
    onText?.(nameOf(draft.base).split(' ')[0] ?? '')
  }
  const typedIn = ({ wrong, values }: RowDraft<R>) =>
    fields.find((field) => field in wrong) ?? fields.find((field) => field in values) ?? fields[0] ?? ''
  /** The unsaved row after the one the cursor is in, round and round. The grid is asked: the row under the cursor may be another one since it got there. */
  const next = () => {
    const at = api?.getFocusedCell() ?? null
    const from = at?.rowPinned === 'top' ? newRow : String(api?.getDisplayedRowAtIndex(at?.rowIndex ?? -1)?.data?.id ?? '')
    const keys = drafts.keys()
    const key = keys[(keys.indexOf(from) + 1) % keys.length]
    const draft = key === undefined ? undefined : drafts.of(key)
    if (key !== undefined && draft !== undefined) jump(key, typedIn(draft))
  }
  return { jump, next }
}
