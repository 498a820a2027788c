import { mmPerPoint } from '#domain/paper-stock'
import type { LinesBlock, TotalRow } from '../define.ts'
import { mayGrow, rowPiece, type Slot } from './fields.ts'
import { fit, type Fitted, remembering } from './fit.ts'
import { cellPadding } from './ink.ts'
import type { Measuring, Piece, Room } from './piece.ts'
import { linePitch } from './profiles.ts'
import { heightOn } from './setting.ts'

const rowHeight = 7
const headSize = 8.5
/** Numbers and codes are broken into parts of about equal length, so that all numbers of a column break alike. */
const code = /^[!-~]+$/
/** Narrow columns give up a little of the white beside their text; heads, which stand in the middle, always do. */
const narrow = 12

type CellLook = { readonly isHead: boolean; readonly bold: boolean; readonly size: number; readonly height: number }

function paddingIn(width: number, isHead: boolean): number {
  return isHead || width <= narrow ? cellPadding / 2 : cellPadding
}

/** What is filled into a narrow column gives up its white at the side where it ends: at the other it must not touch the rule. */
function paddingOf(width: number): number {
  return width <= narrow ? cellPadding * 0.875 : cellPadding
}

function setCell(room: Room, text: string, width: number, { isHead, bold, size, height }: CellLook): Fitted {
  const space = {
    width: width - 2 * paddingIn(width, isHead),
    height,
    grow: isHead || mayGrow(room, text),
    limit: room.limit,
  }
  return fit(room.setting, text, { size, bold, balanced: bold || code.test(text) }, space)
}

type Placed = { readonly x: number; readonly width: number }

/** Of capitals and digits as codes mix them, in em. */
const codeWidth = 0.6

/**
 * The columns across this sheet: as the form has them, on another width each in its share. Codes that must stay whole take
 * the room they need from the others.
 */
function columnPlaces({ columns, size }: Pick<LinesBlock<never>, 'columns' | 'size'>, width: number): Placed[] {
  const scale = width / sumOf(columns.map(({ mm }) => mm))
  const needs = columns.map(({ mm, whole = 0 }) => ({
    mm,
    least: scale < 1 && whole > 0 ? whole * codeWidth * size * mmPerPoint + 2 * cellPadding : 0,
  }))
  // what some keep makes the others narrower, of whom more may then have to keep theirs
  const shareBelow = (share: number): number => {
    const [kept, others] = [needs.filter(({ mm, least }) => least > mm * share), needs.filter(({ mm, least }) => least <= mm * share)]
    const left = (width - sumOf(kept.map(({ least }) => least))) / sumOf(others.map(({ mm }) => mm))
    return left < share ? shareBelow(left) : share
  }
  const share = shareBelow(scale)
  let x = 0
  return needs.map(({ mm, least }) => {
    const place = { x, width: Math.max(least, mm * share) }
    x += place.width
    return place
  })
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, mm) => sum + mm, 0)
}

function totalPiece(block: LinesBlock<never>, row: TotalRow, places: readonly Placed[], room: Room, head: Piece): Piece {
  let column = 0
  const texts: Fitted[] = []
  const slots = row.map(({ columns, text, align = 'right', bold = false, printed = false, name }): Slot => {
    const x = places[column]?.x ?? 0
    column += columns
    const width = (places[column]?.x ?? room.width) - x
    texts.push(setCell(room, text, width, { isHead: false, bold, size: block.size, height: heightOn(room.setting, rowHeight) }))
    return { x, width, align, padding: paddingOf(width), name, filled: !printed }
  })
  const look = `total ${row.map(({ columns, text, printed = false }) => `${columns} ${printed ? text : ''}`).join('\n')}`
  return { ...rowPiece(room, look, slots, texts, heightOn(room.setting, rowHeight), head), sticky: true }
}

/** Blank rows up to the minimum, or as many as may be missing on the last page of a list with a fixed number of rows. */
function blankRows({ minRows, rowsPerPage }: LinesBlock<never>, filled: number): number {
  return rowsPerPage === undefined ? Math.max(0, minRows - filled) : rowsPerPage - (filled === 0 ? 0 : 1)
}

function headPiece({ columns }: LinesBlock<never>, places: readonly Placed[], room: Room): Piece {
  const slots = places.map(({ x, width }): Slot => ({
    x,
    width,
    align: 'centre',
    padding: paddingIn(width, true),
    name: undefined,
    filled: false,
  }))
  const texts = columns.map(({ title }, index) =>
    setCell(room, title, places[index]?.width ?? 0, {
      isHead: true,
      bold: true,
      size: headSize,
      height: heightOn(room.setting, rowHeight),
    }),
  )
  return rowPiece(room, 'head', slots, texts, heightOn(room.setting, rowHeight))
}

/** On continuous paper narrower than the table's own sheet every row has two lines or more: printed stock cannot grow one. */
function rowHeightOn({ columns, narrowLines = 2 }: LinesBlock<never>, { setting, width }: Room): number {
  const isNarrower = sumOf(columns.map(({ mm }) => mm)) > width
  return setting.fixedPitch && isNarrower ? narrowLines * linePitch : heightOn(setting, rowHeight)
}

/**
 * A table: head, rows, blank rows, totals. Every row can begin a page under a repeated head; the totals stay with the last
 * row, so that a sum never stands alone.
 */
export function tablePieces<P>(block: LinesBlock<P>, room: Room): Measuring<P> {
  const places = columnPlaces(block, room.width)
  const height = rowHeightOn(block, room)
  const head = headPiece(block, places, room)
  const page = block.rowsPerPage === undefined ? {} : { rowsPerPage: block.rowsPerPage }
  const slots = block.columns.map(({ align, name }, index): Slot => {
    const { x, width } = places[index] ?? { x: 0, width: 0 }
    return { x, width, align, padding: paddingOf(width), name, filled: true }
  })
  const setters = slots.map(({ width }) =>
    remembering((text) => setCell(room, text, width, { isHead: false, bold: false, size: block.size, height })),
  )
  const { rows: fixedRows = 0, columns: fixedColumns = 0 } = block.onStock ?? {}
  const fixedSlots = slots.map((slot, column) => (column < fixedColumns ? { ...slot, filled: false } : slot))
  const rowOf = (row: readonly string[], index = fixedRows): Piece => {
    const isFixed = index < fixedRows
    const look = `row ${isFixed ? row.slice(0, fixedColumns).join() : ''}`
    return {
      ...rowPiece(
        room,
        look,
        isFixed ? fixedSlots : slots,
        setters.map((set, column) => set(row[column] ?? '')),
        height,
        head,
      ),
      ...page,
    }
  }
  const blank = rowOf([])
  const spare = { ...blank, spare: true }
  return (paper) => {
    const rows = block.cells(paper)
    const blanks = Array.from({ length: blankRows(block, rows.length) }, (_, nth) => (rows.length + nth > 0 ? spare : blank))
    const filled = rows.map((row, index) => {
      const isBoxed = room.setting.dataOnly && index > 0 && index >= fixedRows
      return isBoxed ? { ...rowOf(row, index), boxed: true } : rowOf(row, index)
    })
    const [first, ...others] = [...filled, ...blanks]
    const totals = block.totals(paper).map((row) => totalPiece(block, row, places, room, head))
    return [first === undefined ? head : joined(head, first), ...others, ...totals]
  }
}

/** The table as printed stock has it: blank but for the rows that are always there. */
export function onStock<P>(block: LinesBlock<P>): LinesBlock<P> {
  return { ...block, cells: (paper) => block.cells(paper).slice(0, block.onStock?.rows ?? 0) }
}

/** The head never stands alone at the foot of a page. */
function joined(above: Piece, below: Piece): Piece {
  return {
    ...below,
    height: above.height + below.height,
    look: `${above.look}, ${below.look}`,
    head: null,
    draw: (ink, x, y, isHidden) => {
      above.draw(ink, x, y, isHidden)
      below.draw(ink, x, y + above.height, isHidden)
    },
  }
}
