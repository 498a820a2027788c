import type { GridApi } from 'ag-grid-community'
import { isFocusFree } from '../focus-free.ts'
import type { Place } from './grid-memory.ts'
import { shownRange } from './rows.ts'

/** Where one is, so that one comes back to it: the first row in sight and, with a row under the cursor, that. */
export function placeNow<R extends { readonly id: number }>(grid: GridApi<R>, row: R | null): Partial<Place> {
  return {
    row: Math.max(0, shownRange(grid)[0] - 1),
    ...(row === null ? {} : { openId: row.id, column: grid.getFocusedCell()?.column.getColId() ?? null }),
  }
}

type Way = { readonly firstColumn: string | undefined; readonly select: boolean; readonly autoFocus: boolean }

/**
 * Leads back to the row one came from: first its place, whose rows then arrive, then the row itself. Called whenever
 * rows have arrived; answers true when there is nothing more to do.
 */
export function returnToRow(
  grid: GridApi,
  { row, openId, column }: Pick<Place, 'row' | 'openId' | 'column'>,
  { firstColumn, select, autoFocus }: Way,
): boolean {
  if (grid.getDisplayedRowAtIndex(0)?.data === undefined) return false
  const known = openId !== null && row < grid.getDisplayedRowCount()
  if (known && row > 0 && grid.getDisplayedRowAtIndex(row)?.data === undefined) {
    grid.ensureIndexVisible(row, 'top')
    return false
  }
  const node = known ? grid.getRowNode(String(openId)) : undefined
  const index = node?.rowIndex ?? (autoFocus ? 0 : null)
  if (index === null || firstColumn === undefined) return true
  if (node && row > 0) grid.ensureIndexVisible(row, 'top')
  else if (node) grid.ensureIndexVisible(index)
  if (node && select) node.setSelected(true)
  // The rows are being drawn just now; what is focused before that is taken away again. A new row being typed keeps the cursor.
  setTimeout(() => {
    if (grid.isDestroyed() || !isFocusFree() || (grid.getFocusedCell()?.rowPinned ?? null) !== null) return
    grid.setFocusedCell(index, column !== null && grid.getColumn(column)?.isVisible() ? column : firstColumn)
  }, 60)
  return true
}
