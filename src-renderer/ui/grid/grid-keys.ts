import type { CellKeyDownEvent, FullWidthCellKeyDownEvent } from 'ag-grid-community'
import type { Word } from '../../messages/index.ts'
import { listedFields } from './column-layout.ts'
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
    else if (key === 'c' && isCtrl && window.getSelection()?.isCollapsed !== false)
      copyCells<R>({
        chosen: many?.chosen() ?? null,
        row: data,
        field: 'column' in pressed && !event.shiftKey ? pressed.column.getColId() : null,
        listed: listedFields(api),
        textOf: (row, field) => {
          const column = columns.find((each) => each.field === field)
          return column === undefined ? '' : cellText(column, row, word)
        },
        onCopied,
      })
    else return
    event.preventDefault()
  }
}

type Copied<R> = {
  readonly chosen: Chosen<R> | null
  /** the one of the cursor */
  readonly row: R
  /** the cell of the cursor; null: the whole row */
  readonly field: string | null
  readonly listed: readonly string[]
  readonly textOf: (row: R, field: string) => string
  readonly onCopied: (rows: number | 'tooMany') => void
}

/** What is chosen, else the row of the cursor; of a single row only one cell unless `field` is null. */
export function copyCells<R>({ chosen, row, field, listed, textOf, onCopied }: Copied<R>): void {
  const isMany = chosen !== null && chosen.ids.length > 1
  if (isMany && chosen.rows === null) {
    onCopied('tooMany')
    return
  }
  const rows = isMany ? (chosen.rows ?? []) : [row]
  const isCell = !isMany && field !== null && listed.includes(field)
  const fields = isCell ? [field] : listed
  void navigator.clipboard.writeText(asTabSeparated(rows.map((each) => fields.map((name) => textOf(each, name)))))
  if (!isCell) onCopied(rows.length)
}
