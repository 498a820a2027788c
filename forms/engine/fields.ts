import type { BoxBlock, Cell, GridBlock, HeadingBlock, LetterBlock, Place } from '../define.ts'
import { emptyBox, tickedBox } from './characters.ts'
import { fit, type Fitted } from './fit.ts'
import { type Align, cellPadding } from './ink.ts'
import type { Piece, Room } from './piece.ts'
import { heightFor, heightOn } from './setting.ts'

const labelSize = 8.5
/** Labels may come nearer to their rules than values, so that seven characters stay on one line. */
const labelPadding = 0.4
const valueSize = 9
const rowHeight = 7

/** One framed cell ready to draw. */
type SetCell = { readonly x: number; readonly width: number; readonly text: Fitted; readonly align: Align; readonly padding?: number; readonly name?: string | undefined; readonly filled?: boolean }

function setValue(room: Room, text: string, width: number, height: number): Fitted {
  return fit(room.setting, text, { size: valueSize }, { width: width - 2 * cellPadding, height, grow: mayGrow(room, text), limit: room.limit })
}

/** On printed stock the cells are as high as they are; boxes to tick are part of it and took what room they needed. */
export function mayGrow({ setting }: Room, text: string): boolean {
  return !setting.dataOnly || text.includes(emptyBox) || text.includes(tickedBox)
}

function labelCell(room: Room, label: string, x: number, width: number, height: number): SetCell {
  const space = { width: width - 2 * labelPadding, height, grow: true, limit: room.limit }
  return { x, width, text: fit(room.setting, label, { size: labelSize, balanced: true }, space), align: 'centre', padding: labelPadding }
}

/** White above and below a text that made its row grow, mm. */
const grownPadding = 0.8
const rounding = 0.01

/** Cells side by side, all as high as the highest. */
export function rowPiece({ setting }: Room, look: string, cells: readonly SetCell[], least: number, head: Piece | null = null): Piece {
  const height = Math.max(least, ...cells.map(({ text }) => (text.height > least + rounding ? heightFor(setting, setting.fixedPitch ? text.height : text.height + grownPadding) : 0)))
  return {
    height, look, framed: true, sticky: false, head,
    draw: (ink, left, y, isHidden) => {
      for (const { x, width, text, align, padding = cellPadding, name, filled = false } of cells) {
        const frame = { x: left + x, y, width, height }
        ink.frame(frame)
        if (!isHidden(name)) ink.text(text, frame, { align, padding, filled })
      }
    },
  }
}

function gridRow<P>(block: GridBlock<P>, nth: number, row: readonly Cell<P>[], paper: P, place: Place, room: Room): Piece {
  const pair = room.width / block.pairs
  const labelWidth = block.labelMm ?? (room.width / block.pairs >= 60 ? Math.min(24, Math.max(22, pair - 44.25)) : 20)
  const least = heightOn(room.setting, block.rowMm ?? rowHeight)
  const cells: SetCell[] = []
  let used = 0
  for (const [index, cell] of row.entries()) {
    const span = index === row.length - 1 ? block.pairs - used : (cell.span ?? 1)
    const x = used * pair
    const width = span * pair - labelWidth
    cells.push(labelCell(room, cell.label, x, labelWidth, least))
    cells.push({ x: x + labelWidth, width, text: setValue(room, cell.value(paper, place), width, least), align: cell.align ?? 'left', name: cell.name, filled: true })
    used += span
  }
  return rowPiece(room, `row ${nth}`, cells, least)
}

export function gridPieces<P>(block: GridBlock<P>, paper: P, place: Place, room: Room): Piece[] {
  return block.rows.map((row, nth) => gridRow(block, nth, row, paper, place, room))
}

const boxLabelWidth = 22

/** Room for the foot of a box: where to sign. */
const footHeight = 5.5

/** A box: its label in the label column, its text beside it, its foot under the text at the right. */
export function boxPiece<P>(block: BoxBlock<P>, paper: P, place: Place, room: Room): Piece {
  const { label, value, foot = '' } = block
  const mm = heightOn(room.setting, Math.min(block.mm, room.limit))
  const width = room.width - boxLabelWidth
  const below = foot === '' ? 0 : heightOn(room.setting, footHeight)
  const text = setValue(room, value(paper, place), width, mm - below)
  const piece = rowPiece(room, '', [labelCell(room, label, 0, boxLabelWidth, mm), { x: boxLabelWidth, width, text: { ...text, height: text.height + below }, align: 'left', filled: true }], mm)
  if (foot === '') return piece
  return {
    ...piece,
    draw: (ink, left, y, isHidden) => {
      piece.draw(ink, left, y, isHidden)
      ink.write(foot, { size: labelSize }, { x: left + boxLabelWidth, y: y + piece.height - below, width, height: below }, { align: 'right' })
    },
  }
}

export function headingPiece<P>(block: HeadingBlock<P>, room: Room): Piece {
  const height = heightOn(room.setting, 6)
  const text = fit(room.setting, block.text, { size: 9, bold: true }, { width: room.width - 2, height, grow: true, limit: room.limit })
  return { ...rowPiece(room, '', [{ x: 0, width: room.width, text, align: 'centre' }], height), leads: true }
}

const letterSize = 10.5
const letterLeading = 1.6

/** Paragraphs of a letter, each line a piece of its own so that a long letter may run on. */
export function letterPieces<P>(block: LetterBlock<P>, paper: P, place: Place, room: Room): Piece[] {
  const lines = block.paragraphs(paper, place).flatMap((paragraph) => {
    const set = fit(room.setting, paragraph, { size: letterSize }, { width: room.width, height: Infinity, grow: true, limit: Infinity })
    return set.lines.map((line) => ({ ...set, lines: [line], height: set.height / set.lines.length }))
  })
  const pieces = lines.map((line): Piece => {
    const height = room.setting.fixedPitch ? line.height : (line.height / 1.2) * letterLeading
    return { height, look: line.lines.join('\n'), framed: false, sticky: false, head: null, draw: (ink, x, y) => ink.text(line, { x, y, width: room.width, height }, { padding: 0 }) }
  })
  return [...pieces, spacer(heightFor(room.setting, 1.5))]
}

export function spacer(height: number): Piece {
  return { height, look: '', framed: false, sticky: false, head: null, draw: () => undefined }
}
