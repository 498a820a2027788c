import type { LinesBlock, TotalRow } from '../define.ts'
import { fit } from './fit.ts'
import { cellPadding, type Align } from './ink.ts'
import { rowPiece } from './fields.ts'
import type { Piece, Room } from './piece.ts'

const rowHeight = 7
const headSize = 8.5
/** Numbers and codes are broken into parts of about equal length, so that all numbers of a column break alike. */
const code = /^[!-~]+$/
/** Narrow columns give up a little of the white beside their text; heads, which stand in the middle, always do. */
const narrow = 12

type CellText = { readonly head?: boolean; readonly text: string; readonly x: number; readonly width: number; readonly align: Align; readonly bold: boolean; readonly size: number; readonly name: string | undefined }

function setCell(room: Room, { head = false, text, x, width, align, bold, size, name }: CellText) {
  const padding = head || width <= narrow ? cellPadding / 2 : cellPadding
  const set = fit(room.metrics, text, { size, bold, balanced: bold || code.test(text) }, { width: width - 2 * padding, height: rowHeight, grow: true, limit: room.limit })
  return { x, width, text: set, align, padding, name }
}

function columnPlaces(columns: LinesBlock<never>['columns']): number[] {
  let x = 0
  return columns.map((column) => {
    const start = x
    x += column.mm
    return start
  })
}

function totalPiece(block: LinesBlock<never>, row: TotalRow, places: readonly number[], room: Room, head: Piece): Piece {
  let column = 0
  const cells = row.map(({ columns, text, align = 'right', bold = false, name }) => {
    const x = places[column] ?? 0
    column += columns
    const end = places[column] ?? room.width
    return setCell(room, { text, x, width: end - x, align, bold, size: block.size, name })
  })
  return { ...rowPiece(cells, rowHeight, head), sticky: true }
}

/** Blank rows up to the minimum, or as many as may be missing on the last page of a list with a fixed number of rows. */
function blankRows<P>({ columns, minRows, rowsPerPage }: LinesBlock<P>, filled: number): string[][] {
  const count = rowsPerPage === undefined ? Math.max(0, minRows - filled) : rowsPerPage - (filled === 0 ? 0 : 1)
  return Array.from({ length: count }, () => columns.map(() => ''))
}

/**
 * A table: head, rows, blank rows, totals. Every row can begin a page under a repeated head; the totals stay with the last
 * row, so that a sum never stands alone.
 */
export function tablePieces<P>(block: LinesBlock<P>, paper: P, room: Room): Piece[] {
  const places = columnPlaces(block.columns)
  const cellAt = (text: string, index: number, head: boolean) => {
    const column = block.columns[index]
    return setCell(room, {
      head, text, x: places[index] ?? 0, width: column?.mm ?? 0, bold: head, size: head ? headSize : block.size,
      align: head ? 'centre' : (column?.align ?? 'left'), name: head ? undefined : column?.name,
    })
  }
  const head = rowPiece(block.columns.map((column, index) => cellAt(column.title, index, true)), rowHeight)
  const rows = block.cells(paper)
  const page = block.rowsPerPage === undefined ? {} : { rowsPerPage: block.rowsPerPage }
  const body = [...rows, ...blankRows(block, rows.length)].map((row, index): Piece => ({
    ...rowPiece(row.map((text, column) => cellAt(text, column, false)), rowHeight, head), ...page, spare: index > 0 && index >= rows.length,
  }))
  const totals = block.totals(paper).map((row) => totalPiece(block, row, places, room, head))
  const first = body[0]
  const headWithFirst = first === undefined ? [head] : [joined(head, first)]
  return [...headWithFirst, ...body.slice(1), ...totals]
}

/** The head never stands alone at the foot of a page. */
function joined(above: Piece, below: Piece): Piece {
  return {
    ...below, height: above.height + below.height, head: null,
    draw: (ink, x, y, isHidden) => {
      above.draw(ink, x, y, isHidden)
      below.draw(ink, x, y + above.height, isHidden)
    },
  }
}
