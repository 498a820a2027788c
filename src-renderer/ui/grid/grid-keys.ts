import type { CellKeyDownEvent, FullWidthCellKeyDownEvent, GridApi } from 'ag-grid-community'
import type { Word } from '../../messages/index.ts'
import { cellText, type GridColumn } from './columns.tsx'
import { asTabSeparated } from './rows.ts'
import type { Chosen } from './use-chosen.ts'

type Keyed<R extends object> = {
  readonly columns: readonly GridColumn<R>[]
  readonly word: Word
  /** null: one row at a time, the one of the cursor */
  readonly many: { readonly chosen: () => Chosen<R>; readonly all: () => void } | null
  readonly onCopied: (rows: number | 'tooMany') => void
  readonly open: (row: R) => void
  readonly onEscape: (() => void) | undefined
}

type Pressed<R extends object> = CellKeyDownEvent<R> | FullWidthCellKeyDownEvent<R>

/** The keys on a row: Enter opens, Ctrl+A chooses all that match, Ctrl+C copies the cell or what is chosen, with Shift the row; Esc leaves. */
export function gridKeys<R extends object>({ columns, word, many, onCopied, open, onEscape }: Keyed<R>): (pressed: Pressed<R>) => void {
  return (pressed) => {
    const { event, data, api } = pressed
    if (!(event instanceof KeyboardEvent)) return
    const isCtrl = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (key === 'escape') onEscape?.()
    if (data === undefined) return
    if (key === 'enter' && !event.ctrlKey) open(data)
    else if (many !== null && key === 'a' && isCtrl) many.all()
    else if (key === 'c' && isCtrl && window.getSelection()?.isCollapsed !== false) copy(api, data, 'column' in pressed && !event.shiftKey ? pressed.column.getColId() : null)
    else return
    event.preventDefault()
  }

  /** What is chosen, else the row of the cursor; of a single row only one cell unless `field` is null. */
  function copy(api: GridApi<R>, row: R, field: string | null): void {
    const chosen = many?.chosen() ?? { ids: [], rows: [] }
    if (chosen.ids.length > 1 && chosen.rows === null) {
      onCopied('tooMany')
      return
    }
    const rows = chosen.ids.length > 1 && chosen.rows !== null ? chosen.rows : [row]
    const cell = rows.length > 1 ? undefined : columns.find((column) => column.field === field)
    const shown = cell === undefined ? api.getAllDisplayedColumns().flatMap((column) => columns.find(({ field: known }) => known === column.getColId()) ?? []) : [cell]
    void navigator.clipboard.writeText(asTabSeparated(rows.map((each) => shown.map((column) => cellText(column, each, word)))))
    if (cell === undefined) onCopied(rows.length)
  }
}
