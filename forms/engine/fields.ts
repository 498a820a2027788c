import type { KeptPicture } from '#domain/picture'
import type { BoxBlock, Cell, GridBlock, HeadingBlock, LetterBlock } from '../define.ts'
import { emptyBox, tickedBox } from './characters.ts'
import { isOfStock } from './entries.ts'
import { fit, type Fitted, remembering } from './fit.ts'
import { type Align, cellPadding } from './ink.ts'
import { fittedInto } from './page.ts'
import type { Measuring, Piece, Room } from './piece.ts'
import { halfLine } from './profiles.ts'
import { heightFor, heightOn } from './setting.ts'

const labelSize = 8.5
/** Labels may come nearer to their rules than values, so that seven characters stay on one line. */
const labelPadding = 0.4
const valueSize = 9
const rowHeight = 7

/** A framed cell of a row, the same on every paper. `name`: a copy that hides it leaves the cell empty. `filled`: its text is not printed on the blank form. */
export type Slot = {
  readonly x: number
  readonly width: number
  readonly align: Align
  readonly padding: number
  readonly name: string | undefined
  readonly filled: boolean
}

/** How the texts of a cell are set. */
type SetText = (text: string) => Fitted

function valueSetter(room: Room, width: number, height: number): SetText {
  return remembering((text) =>
    fit(room.setting, text, { size: valueSize }, { width: width - 2 * cellPadding, height, grow: mayGrow(room, text), limit: room.limit }),
  )
}

/** On printed stock the cells are as high as they are; its words and boxes to tick took what room they needed. */
export function mayGrow({ setting }: Room, text: string): boolean {
  return !setting.dataOnly || isOfStock(text) || text.includes(emptyBox) || text.includes(tickedBox)
}

function setLabel(room: Room, label: string, width: number, height: number): Fitted {
  return fit(
    room.setting,
    label,
    { size: labelSize, balanced: true },
    { width: width - 2 * labelPadding, height, grow: true, limit: room.limit },
  )
}

function labelSlot(x: number, width: number): Slot {
  return { x, width, align: 'centre', padding: labelPadding, name: undefined, filled: false }
}

/** White above and below a text that made its row grow, mm. */
const grownPadding = 0.8
const rounding = 0.01

/** Cells side by side, all as high as the highest; `texts` in the order of the slots. `look`: what the texts that are printed depend on. */
export function rowPiece(
  { setting, block }: Room,
  look: string,
  slots: readonly Slot[],
  texts: readonly Fitted[],
  least: number,
  head: Piece | null = null,
): Piece {
  let height = least
  for (const text of texts) {
    if (text.height > least + rounding)
      height = Math.max(height, heightFor(setting, setting.fixedPitch ? text.height : text.height + grownPadding))
  }
  return {
    height,
    look: `${block} ${look} ${height}`,
    framed: true,
    sticky: false,
    head,
    draw: (ink, left, y, isHidden) => {
      const isBlank = ink.side === 'blank'
      for (let nth = 0; nth < slots.length; nth += 1) {
        const [slot, text] = [slots[nth], texts[nth]]
        if (slot === undefined || text === undefined || (!isBlank && !slot.filled)) continue
        const frame = { x: left + slot.x, y, width: slot.width, height }
        if (isBlank) ink.frame(frame)
        if (!isHidden(slot.name)) ink.text(text, frame, slot)
      }
    },
  }
}

/** How wide labels are (domain.md §0.6), in grids and boxes alike, so that their rules stand under each other, mm. */
function labelColumn({ width }: Room): number {
  return width > 240 ? 24 : 22
}

function gridRow<P>(block: GridBlock<P>, nth: number, row: readonly Cell<P>[], room: Room): (...on: Parameters<Measuring<P>>) => Piece {
  const pair = room.width / block.pairs
  const labelWidth = block.labelMm ?? (pair >= 60 ? labelColumn(room) : 20)
  const least = heightOn(room.setting, block.rowMm ?? rowHeight)
  let used = 0
  const cells = row.map(({ label, value, picture, span: wanted = 1, align = 'left', name }, index) => {
    const span = index === row.length - 1 ? block.pairs - used : wanted
    const x = used * pair
    const width = span * pair - labelWidth
    used += span
    const slots: Slot[] = [labelSlot(x, labelWidth), { x: x + labelWidth, width, align, padding: cellPadding, name, filled: true }]
    return { slots, label: setLabel(room, label, labelWidth, least), value, picture, set: valueSetter(room, width, least) }
  })
  const slots = cells.flatMap((cell) => cell.slots)
  const frames = cells.flatMap(({ picture, slots: [, slot] }) => (picture === undefined || slot === undefined ? [] : [{ picture, slot }]))
  return (paper, place) => {
    const piece = rowPiece(
      room,
      `row ${nth}`,
      slots,
      cells.flatMap(({ label, value, set }) => [label, set(value(paper, place))]),
      least,
    )
    return frames.length === 0
      ? piece
      : withPictures(
          piece,
          frames.map(({ picture, slot }) => ({ picture: picture(paper), slot })),
        )
  }
}

/** White round a picture, mm. */
const pictureMargin = 1

function withPictures(piece: Piece, shown: readonly { readonly picture: KeptPicture | null; readonly slot: Slot }[]): Piece {
  return {
    ...piece,
    draw: (ink, left, y, isHidden) => {
      piece.draw(ink, left, y, isHidden)
      for (const { picture, slot } of shown) {
        if (picture === null) continue
        const frame = {
          x: left + slot.x + pictureMargin,
          y: y + pictureMargin,
          width: slot.width - 2 * pictureMargin,
          height: piece.height - 2 * pictureMargin,
        }
        ink.picture(fittedInto(picture, frame), picture.sha256, true)
      }
    },
  }
}

export function gridPieces<P>(block: GridBlock<P>, room: Room): Measuring<P> {
  const rows = block.rows.map((row, nth) => gridRow(block, nth, row, room))
  return (paper, place) => rows.map((row) => row(paper, place))
}

/** Room for the foot of a box: where to sign. */
const footHeight = 5.5

/** At a fixed pitch lines fill their height to the last; several in a box keep off its rules. */
function airy({ setting: { fixedPitch } }: Room, { lines, height }: Fitted): number {
  return fixedPitch && lines.length > 1 ? height + halfLine : height
}

/** A box: its label in the label column, its text beside it, its foot under the text at the right. */
export function boxPiece<P>({ label, value, foot = '', mm: wanted }: BoxBlock<P>, room: Room): Measuring<P> {
  const mm = heightOn(room.setting, Math.min(wanted, Math.max(rowHeight, wanted * room.boxShare), room.limit))
  const boxLabelWidth = labelColumn(room)
  const width = room.width - boxLabelWidth
  const below = foot === '' ? 0 : heightOn(room.setting, footHeight)
  const slots: Slot[] = [
    labelSlot(0, boxLabelWidth),
    { x: boxLabelWidth, width, align: 'left', padding: cellPadding, name: undefined, filled: true },
  ]
  const labelText = setLabel(room, label, boxLabelWidth, mm)
  const set = valueSetter(room, width, mm - below)
  return (paper, place) => {
    const said = value(paper, place)
    const text = set(said)
    const piece = rowPiece(
      room,
      '',
      slots,
      [labelText, below === 0 ? text : { ...text, height: text.height + below }],
      mayGrow(room, said) ? Math.max(mm, airy(room, text) + below) : mm,
    )
    if (foot === '') return [piece]
    return [
      {
        ...piece,
        draw: (ink, left, y, isHidden) => {
          piece.draw(ink, left, y, isHidden)
          ink.write(
            foot,
            { size: labelSize },
            { x: left + boxLabelWidth, y: y + piece.height - below, width, height: below },
            { align: 'right' },
          )
        },
      },
    ]
  }
}

export function headingPiece<P>(block: HeadingBlock<P>, room: Room): Measuring<P> {
  const height = heightOn(room.setting, 6)
  const text = fit(room.setting, block.text, { size: 9, bold: true }, { width: room.width - 2, height, grow: true, limit: room.limit })
  const slot: Slot = { x: 0, width: room.width, align: 'centre', padding: cellPadding, name: undefined, filled: false }
  const pieces = [{ ...rowPiece(room, '', [slot], [text], height), leads: true }]
  return () => pieces
}

const letterSize = 10.5
const letterLeading = 1.6

/** Paragraphs of a letter, each line a piece of its own so that a long letter may run on. */
export function letterPieces<P>(block: LetterBlock<P>, room: Room): Measuring<P> {
  const end = spacer(room, heightFor(room.setting, 1.5))
  return (paper, place) => {
    const lines = block.paragraphs(paper, place).flatMap((paragraph) => {
      const set = fit(room.setting, paragraph, { size: letterSize }, { width: room.width, height: Infinity, grow: true, limit: Infinity })
      return set.lines.map((line) => ({ ...set, lines: [line], height: set.height / set.lines.length }))
    })
    const pieces = lines.map((line): Piece => {
      const height = room.setting.fixedPitch ? line.height : (line.height / 1.2) * letterLeading
      const look = `${room.block} ${line.lines.join('\n')} ${height}`
      return {
        height,
        look,
        framed: false,
        sticky: false,
        head: null,
        draw: (ink, x, y) => ink.text(line, { x, y, width: room.width, height }, { padding: 0 }),
      }
    })
    return [...pieces, end]
  }
}

export function spacer({ block }: Room, height: number): Piece {
  return { height, look: `${block} ${height}`, framed: false, sticky: false, head: null, draw: () => undefined }
}
