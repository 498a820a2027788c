import { mmPerPoint } from '#domain/paper-stock'
import type { LinesBlock, TotalRow } from '../define.ts'
import { fit } from './fit.ts'
import { cellPadding, type Align } from './ink.ts'
import { mayGrow, rowPiece } from './fields.ts'
import type { Piece, Room } from './piece.ts'
import { heightOn } from './setting.ts'

const rowHeight = 7
const headSize = 8.5
/** Numbers and codes are broken into parts of about equal length, so that all numbers of a column break alike. */
const code = /^[!-~]+$/
/** Narrow columns give up a little of the white beside their text; heads, which stand in the middle, always do. */
const narrow = 12

/** `printed`: part of the blank form, as heads and the rows that are always there. */
type CellText = { readonly printed?: boolean; readonly head?: boolean; readonly text: string; readonly x: number; readonly width: number; readonly align: Align; readonly bold: boolean; readonly size: number; readonly name: string | undefined }

function setCell(room: Room, { head = false, printed = head, text, x, width, align, bold, size, name }: CellText) {
  const padding = head || width <= narrow ? cellPadding / 2 : cellPadding
  const set = fit(room.setting, text, { size, bold, balanced: bold || code.test(text) }, { width: width - 2 * padding, height: heightOn(room.setting, rowHeight), grow: head || mayGrow(room, text), limit: room.limit })
  return { x, width, text: set, align, padding, name, filled: !printed }
}

type Placed = { readonly x: number; readonly width: number }

/** Of capitals and digits as codes mix them, in em. */
const codeWidth = 0.6

/**
 * The columns across this sheet: as the form has them, on another width each in its share. Codes that must stay whole take
 * the room they need from the others.
 */
function columnPlaces({ columns, size }: Pick<LinesBlock<never>, 'columns' | 'size'>, width: number): Placed[] {
  const scale = width / columns.reduce((sum, column) => sum + column.mm, 0)
  const kept = columns.map(({ whole = 0 }) => (scale < 1 && whole > 0 ? whole * codeWidth * size * mmPerPoint + 2 * cellPadding : 0))
  const isKept = columns.map(({ mm }, index) => (kept[index] ?? 0) > mm * scale)
  const keptMm = kept.reduce((sum, mm, index) => sum + (isKept[index] === true ? mm : 0), 0)
  const others = columns.reduce((sum, { mm }, index) => sum + (isKept[index] === true ? 0 : mm), 0)
  const share = keptMm === 0 ? scale : (width - keptMm) / others
  let x = 0
  return columns.map(({ mm }, index) => {
    const place = { x, width: isKept[index] === true ? (kept[index] ?? 0) : mm * share }
    x += place.width
    return place
  })
}

function totalPiece(block: LinesBlock<never>, row: TotalRow, places: readonly Placed[], room: Room, head: Piece): Piece {
  let column = 0
  const cells = row.map(({ columns, text, align = 'right', bold = false, name }) => {
    const x = places[column]?.x ?? 0
    column += columns
    const end = places[column]?.x ?? room.width
    return { ...setCell(room, { text, x, width: end - x, align, bold, size: block.size, name }), filled: !bold }
  })
  const look = `total ${row.map(({ columns, text, bold = false }) => `${columns} ${bold ? text : ''}`).join('\n')}`
  return { ...rowPiece(room, look, cells, heightOn(room.setting, rowHeight), head), sticky: true }
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
  const places = columnPlaces(block, room.width)
  const height = heightOn(room.setting, rowHeight)
  const { rows: fixedRows = 0, columns: fixedColumns = 0 } = block.onStock ?? {}
  const cellAt = (text: string, index: number, head: boolean, printed = head) => {
    const column = block.columns[index]
    return setCell(room, {
      head, printed, text, x: places[index]?.x ?? 0, width: places[index]?.width ?? 0, bold: head, size: head ? headSize : block.size,
      align: head ? 'centre' : (column?.align ?? 'left'), name: head ? undefined : column?.name,
    })
  }
  const head = rowPiece(room, 'head', block.columns.map((column, index) => cellAt(column.title, index, true)), height)
  const rows = block.cells(paper)
  const page = block.rowsPerPage === undefined ? {} : { rowsPerPage: block.rowsPerPage }
  const body = [...rows, ...blankRows(block, rows.length)].map((row, index): Piece => ({
    ...rowPiece(room, `row ${index < fixedRows ? row.slice(0, fixedColumns).join() : ''}`, row.map((text, column) => cellAt(text, column, false, index < fixedRows && column < fixedColumns)), height, head), ...page, spare: index > 0 && index >= rows.length,
  }))
  const totals = block.totals(paper).map((row) => totalPiece(block, row, places, room, head))
  const first = body[0]
  const headWithFirst = first === undefined ? [head] : [joined(head, first)]
  return [...headWithFirst, ...body.slice(1), ...totals]
}

/** The head never stands alone at the foot of a page. */
function joined(above: Piece, below: Piece): Piece {
  return {
    ...below, height: above.height + below.height, look: `${above.look}, ${below.look}`, head: null,
    draw: (ink, x, y, isHidden) => {
      above.draw(ink, x, y, isHidden)
      below.draw(ink, x, y + above.height, isHidden)
    },
  }
}
