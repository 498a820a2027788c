import type { CellKeyDownEvent, FullWidthCellKeyDownEvent, GridApi } from 'ag-grid-community'
import { useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { today } from '../../format.ts'
import { listedFields } from '../grid/column-layout.ts'
import { copyCells } from '../grid/grid-keys.ts'
import type { Chosen } from '../grid/use-chosen.ts'
import { take, type RecordColumn } from './columns.ts'
import { keyAt } from './definitions.ts'
import { newRow } from './row-draft.ts'
import type { RowDrafts } from './use-row-drafts.ts'

type Options<R extends { readonly id: number; readonly revision: number }> = {
  readonly api: GridApi<R> | null
  readonly columns: readonly RecordColumn<R>[]
  readonly mayEdit: boolean
  readonly drafts: RowDrafts<R>
  /** a cell as it is shown, typing included */
  readonly textOf: (column: RecordColumn<R>, key: string, row: R) => string
  readonly takeBack: (key: string) => void
  readonly onRemove: (row: R) => void
  readonly many: { readonly chosen: () => Chosen<R>; readonly all: () => void }
  readonly onCopied: (rows: number | 'tooMany') => void
}

/** What keys do in a cell that is not open: Esc takes the row back, Ctrl+Delete deletes it, Space ticks, Ctrl+A chooses all that match, Ctrl+C copies the cell or what is chosen and Ctrl+Shift+C the row. */
export function useCellKeys<R extends { readonly id: number; readonly revision: number }>({
  api,
  columns,
  mayEdit,
  drafts,
  textOf,
  takeBack,
  onRemove,
  many,
  onCopied,
}: Options<R>) {
  /** keys that found a cell open: the grid tells of them later, when it has closed it and further keys may have come */
  const intoOpen = useRef(new WeakSet<Event>())
  const beforeKey = ({ key, target, nativeEvent }: KeyboardEvent<HTMLElement>) => {
    const isOpen = (api?.getEditingCells().length ?? 0) > 0 || (target instanceof Element && target.closest('.record-editor') !== null)
    if (isOpen) intoOpen.current.add(nativeEvent)
    const cell = api?.getFocusedCell()
    // An input method's keys have no letter: the grid would not open the cell for them.
    if (key !== 'Process' || isOpen || !api || !cell || !(target instanceof HTMLElement && target.classList.contains('ag-cell'))) return
    flushSync(() => api.startEditingCell({ rowIndex: cell.rowIndex, colKey: cell.column, rowPinned: cell.rowPinned ?? null }))
  }
  const onKey = ({ event, data, node, ...rest }: CellKeyDownEvent<R> | FullWidthCellKeyDownEvent<R>) => {
    if (!(event instanceof window.KeyboardEvent) || data === undefined || intoOpen.current.has(event)) return
    const key = keyAt(data, node)
    const column = 'column' in rest ? columns.find(({ field }) => field === rest.column.getColId()) : undefined
    if (event.key === 'Escape' && (key === newRow || drafts.of(key))) {
      event.stopPropagation()
      takeBack(key)
    }
    if (event.key === 'Delete' && event.ctrlKey && mayEdit && key !== newRow) onRemove(data)
    if (event.key === ' ' && column?.kind === 'tick' && mayEdit && column.editable !== false) {
      event.preventDefault()
      drafts.edit(
        key === newRow ? null : data.id,
        data,
        column.field,
        take(column, String(drafts.shown(key, data)[column.field] !== true), today()) as { values: Partial<R> },
      )
    }
    const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : ''
    if (letter === 'a') {
      event.preventDefault()
      many.all()
    }
    if (letter === 'c' && api)
      copyCells<R>({
        chosen: many.chosen(),
        row: data,
        field: 'column' in rest && !event.shiftKey ? rest.column.getColId() : null,
        listed: listedFields(api),
        textOf: (row, name) => {
          const shown = columns.find((each) => each.field === name)
          return shown === undefined ? '' : textOf(shown, row === data ? key : String(row.id), row)
        },
        onCopied,
      })
  }
  return { beforeKey, onKey }
}
