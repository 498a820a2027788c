import type { ColDef, GridApi } from 'ag-grid-community'
import { usualRank, type ColumnPlace } from '../grid/column-room.ts'
import { headingWidth } from '../grid/heading-width.ts'
import type { headingsOf } from '../grid/headings.ts'
import { isRight, type RecordColumn } from './columns.ts'
import { RecordCellEditor } from './RecordCellEditor.tsx'
import { newRow, type RowDraft } from './row-draft.ts'

type Row = { readonly id: number }

/** The rows with what is typed in them; `wrongAt`: what is wrong with a cell, '' when nothing. */
export type RowsNow<R> = {
  readonly draftOf: (key: string) => RowDraft<R> | undefined
  readonly rowNow: (key: string, row: R) => R
  readonly textOf: (column: RecordColumn<R>, key: string, row: R) => string
  readonly wrongAt: (key: string, field: string) => string
  readonly edit: (column: RecordColumn<R>, key: string, row: R, typed: unknown) => void
}

type Ways<R> = RowsNow<R> & {
  readonly mayEdit: boolean
  readonly headings: ReturnType<typeof headingsOf>
  /** how much wider columns are: by the scale, those of codes also by the language */
  readonly scale: number
  readonly words: number
}

type Node = { readonly rowPinned?: string | null | undefined } | null | undefined
export const keyAt = (row: Row, node: Node) => (node?.rowPinned === 'top' ? newRow : String(row.id))
const coded = new Set(['word', 'choice', 'tick'])

/** Keys that are the grid's own commands, so that the cell under the cursor does not take them for typing. */
function isCommand({ key, ctrlKey, metaKey }: KeyboardEvent, kind: string): boolean {
  return ctrlKey || metaKey ? ['Delete', 'Enter', 'z', 'Z', 's', 'S'].includes(key) : key === ' ' && kind === 'tick'
}

export function recordDefinitions<R extends Row>(
  columns: readonly RecordColumn<R>[],
  { mayEdit, headings, scale, words, draftOf, rowNow, textOf, wrongAt, edit }: Ways<R>,
): ColDef<R>[] {
  return columns.map((column) => {
    const { field, title, kind } = column
    const wanted = (column.width ?? 120) * (coded.has(kind) ? words : 1)
    const width = Math.round(Math.max(wanted, words > 1 ? headingWidth(title) : 0) * scale)
    const plain = kind === 'code' ? 'mono' : kind === 'date' ? 'figures' : ''
    return {
      colId: field,
      headerName: title,
      ...headings(field, isRight(column)),
      resizable: true,
      width,
      minWidth: column.flex === undefined ? 48 : width,
      context: { hidden: column.hidden ?? false, rank: column.rank ?? usualRank, scale } satisfies ColumnPlace,
      ...(column.flex === undefined ? {} : { flex: column.flex }),
      editable: ({ data, node }) =>
        mayEdit && data !== undefined && column.editable !== false && (column.editable !== 'new' || node.rowPinned === 'top'),
      valueGetter: ({ data, node }) => (data === undefined ? '' : textOf(column, keyAt(data, node), data)),
      cellEditor: RecordCellEditor,
      cellEditorParams: ({ data, node, value }: { data: R; node: Node; value: string }) => {
        const key = keyAt(data, node)
        return {
          recordColumn: column,
          rowNow: () => rowNow(key, data),
          lost: kind === 'finder' ? draftOf(key)?.wrong[field]?.typed : undefined,
          onLate: (given: unknown) => edit(column, key, data, given),
          value: coded.has(kind) ? String(rowNow(key, data)[field] ?? '') : value,
        }
      },
      suppressKeyboardEvent: ({ editing, event }) =>
        editing
          ? (kind === 'finder' && ['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) || (event.ctrlKey && event.key === 'Enter')
          : isCommand(event, kind),
      cellClass: isRight(column) ? 'cell-right figures' : plain,
      cellClassRules: {
        'record-wrong': ({ data, node }) => data !== undefined && wrongAt(keyAt(data, node), field) !== '',
        'record-typed': ({ data, node }) => data !== undefined && draftOf(keyAt(data, node))?.values[field] !== undefined,
        'record-fixed': ({ data, node }) =>
          mayEdit && data !== undefined && (column.editable === false || (column.editable === 'new' && node.rowPinned !== 'top')),
      },
    }
  })
}

/** What is typed in other cells of the row may have changed what they show. Beware: a cell that is just being opened would be closed by it. */
export function redrawClosed<R>(api: GridApi<R> | null): void {
  if (!api || api.isDestroyed()) return
  const open = new Set(api.getEditingCells().map(({ column }) => column))
  api.refreshCells({ force: true, columns: api.getColumns()?.filter((column) => !open.has(column)) ?? [] })
}
