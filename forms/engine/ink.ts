import { mmPerPoint } from '#domain/paper-stock'
import { emptyBox, isDrawnByUs, tickedBox } from './characters.ts'
import { drawablesOf, fit, type Fitted, measureFor, type Style } from './fit.ts'
import type { Metrics } from './metrics.ts'
import type { FontName, Frame, Item, Layer, Picture, QrCode, Ring, Rule, TextRun } from './page.ts'
import { joinRules } from './rules.ts'
import { type Setting, startIn } from './setting.ts'

export type Align = 'left' | 'centre' | 'right'
export type Vertical = 'top' | 'middle' | 'bottom'

export type TextPlace = {
  readonly align?: Align
  readonly vertical?: Vertical
  readonly padding?: number
  readonly colour?: string
  readonly layer?: 'form' | 'mark'
  /** It is filled in, not printed on the blank form. */
  readonly filled?: boolean
}

/**
 * The blank form as it is sold, or what is filled in. They are drawn apart, because papers of a form share the one and
 * differ only in the other, and because 套打 prints the other alone.
 */
export type Side = 'blank' | 'filled'

/** Collects what one side of a page shows. Every form draws through it, so that texts and rules are placed by one set of rules. */
export type Ink = {
  readonly setting: Setting
  readonly side: Side
  readonly rule: (x1: number, y1: number, x2: number, y2: number, weight?: number, colour?: string, dashed?: boolean) => void
  /** Four rules round a frame. */
  readonly frame: (frame: Frame, weight?: number, colour?: string, dashed?: boolean) => void
  readonly fill: (frame: Frame, colour: string) => void
  readonly text: (set: Fitted, frame: Frame, place?: TextPlace) => void
  /** Fits and places at once; shrinks as far as the frame demands. */
  readonly write: (text: string, style: Style, frame: Frame, place?: TextPlace) => void
  readonly ring: (frame: Frame, weight: number) => void
  readonly qr: (code: QrCode) => void
  /** Under everything else; `filled` as of a text. */
  readonly picture: (frame: Frame, sha256: string, filled: boolean) => void
  readonly layer: () => Layer
}

export const thin = 0.2
export const thick = 0.4
export const black = '#000000'
export const grey = '#8c8c8c'
/** Needles strike 0.2 mm wide: thinner rules come and go. */
const thinnestStruck = 0.25

/** Space left and right of a text in a cell, mm. */
export const cellPadding = 0.8

/** Of the em box of a Chinese character, what stands above the baseline. */
const aboveBaseline = 0.88

/** Blanks at the ends are room, not ink. */
const withoutBlanks = /\S(?:.*\S)?/gsu
const edgeBlank = /^\s|\s$/u
/** Words right behind a box belong to it: printed stock has them. */
const wordsOfBox = /^\S*/u

export function createInk(setting: Setting, side: Side): Ink {
  const { metrics, blackOnly, dataOnly } = setting
  const isBlank = side === 'blank'
  const draws = (filled: boolean): boolean => (isBlank ? !filled && !dataOnly : filled)
  const rules: Rule[] = []
  const pictures: Picture[] = []
  const fills: Item[] = []
  const runs: TextRun[] = []
  const codes: (QrCode | Ring)[] = []

  const rule: Ink['rule'] = (x1, y1, x2, y2, weight = thin, colour = black, dashed = false) => {
    if (dataOnly) return // the stock has them, boxes to tick too
    rules.push({
      kind: 'rule',
      x1,
      y1,
      x2,
      y2,
      weight: blackOnly ? Math.max(weight, thinnestStruck) : weight,
      colour: blackOnly ? black : colour,
      dashed,
    })
  }
  const frame: Ink['frame'] = ({ x, y, width, height }, weight, colour, dashed) => {
    rule(x, y, x + width, y, weight, colour, dashed)
    rule(x, y + height, x + width, y + height, weight, colour, dashed)
    rule(x, y, x, y + height, weight, colour, dashed)
    rule(x + width, y, x + width, y + height, weight, colour, dashed)
  }
  const text: Ink['text'] = (set, cell, place = {}) => {
    const { align = 'left', vertical = 'middle', padding = cellPadding, colour = black, layer = 'form', filled = false } = place
    if (!draws(filled)) return
    const free = cell.height - set.height
    const top = cell.y + startIn(setting, vertical === 'top' ? 0 : vertical === 'middle' ? free / 2 : free)
    const em = set.size * mmPerPoint
    let y = top + (set.line - em) / 2 + aboveBaseline * em
    for (const [nth, { pieces, width }] of linesOf(set).entries()) {
      const room = cell.width - 2 * padding - width
      let x = cell.x + padding + (align === 'left' ? 0 : align === 'centre' ? room / 2 : room)
      if (set.entries !== undefined)
        enter(set, nth, { x, y: top + nth * set.line, right: cell.x + cell.width - padding, bottom: cell.y + cell.height })
      for (const piece of pieces) {
        if (piece.box) drawBox(piece.text, x, y, set.size, cell)
        else if (set.entries === undefined) {
          for (const { text: words, from, width: inked } of piece.inked) {
            runs.push({
              kind: 'text',
              text: words,
              x: x + from,
              y,
              width: inked,
              font: piece.font,
              size: set.size,
              colour: blackOnly ? black : colour,
              frame: cell,
              layer,
            })
          }
        }
        x += piece.width
      }
      y += set.line
    }
  }
  /** What is filled in on this line of the stock's words: in the middle of its room, at the end of a line as far as the cell goes. */
  function enter(
    { entries = [], lines, size, bold, line }: Fitted,
    nth: number,
    from: { x: number; y: number; right: number; bottom: number },
  ): void {
    const measure = measureFor(metrics, bold)
    for (const { filled, before, room, isLast } of entries.filter((each) => each.line === nth)) {
      const x = from.x + measure(before) * size * mmPerPoint
      const isEnd = isLast && nth === lines.length - 1
      const width = isLast ? from.right - x : measure(room) * size * mmPerPoint
      const frame = { x, y: from.y, width, height: isEnd ? from.bottom - from.y : line }
      write(filled, { size, bold }, frame, {
        align: isLast ? 'left' : 'centre',
        vertical: isEnd ? 'top' : 'middle',
        padding: 0,
        filled: true,
      })
    }
  }
  /** What is cut of a text stays with it: copies show it again, papers their labels. */
  function linesOf(set: Fitted): readonly SetLine[] {
    const known = dataOnly ? undefined : cutBefore.get(set)
    if (known !== undefined) return known
    const lines = set.lines.map((line): SetLine => {
      const cut = piecesOf(metrics, line, set)
      const pieces = cut.map((piece, index) => ({ ...piece, inked: inkedParts(piece, set, dataOnly && cut[index - 1]?.box === true) }))
      return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) }
    })
    if (!dataOnly) cutBefore.set(set, lines)
    return lines
  }
  function inkedParts({ text: words, font, box, width: inkedWidth }: Piece, { size }: Fitted, isBoxOnStock: boolean): Inked[] {
    if (box) return []
    if (!isBoxOnStock && !edgeBlank.test(words)) return [{ text: words, from: 0, width: inkedWidth }]
    const skipped = isBoxOnStock ? (wordsOfBox.exec(words)?.[0].length ?? 0) : 0
    const widthOf = (part: string): number =>
      Array.from(part).reduce((sum, character) => sum + (metrics.advance(font, character.codePointAt(0) ?? 0) ?? 1), 0) * size * mmPerPoint
    return [...words.slice(skipped).matchAll(withoutBlanks)].map(({ 0: ink, index }) => ({
      text: ink,
      from: widthOf(words.slice(0, skipped + index)),
      width: widthOf(ink),
    }))
  }
  /** A square of 0.8 em on the baseline, with a ✓ in it when ticked. */
  function drawBox(character: string, x: number, y: number, size: number, cell: Frame): void {
    const em = size * mmPerPoint
    const side = em * 0.78
    frame({ x: x + em * 0.11, y: y - side * 0.97, width: side, height: side }, 0.18)
    if (character !== tickedBox) return
    const mark = drawablesOf(metrics, 'bold')('✓')
    const width = mark.width * em
    runs.push({
      kind: 'text',
      text: '✓',
      x: x + (em - width) / 2,
      y: y - em * 0.04,
      width,
      font: mark.font,
      size,
      colour: black,
      frame: cell,
      layer: 'form',
    })
  }
  const write: Ink['write'] = (words, style, cell, place = {}) => {
    if (words === '' || !draws(place.filled ?? false)) return
    const width = cell.width - 2 * (place.padding ?? cellPadding)
    text(fit(setting, words, style, { width, height: cell.height, grow: false, limit: cell.height }), cell, place)
  }
  return {
    setting,
    side,
    text,
    write,
    rule: (...line) => {
      if (isBlank) rule(...line)
    },
    frame: (...edges) => {
      if (isBlank) frame(...edges)
    },
    fill: (cell, colour) => {
      if (isBlank && !blackOnly && !dataOnly) fills.push({ kind: 'fill', ...cell, colour })
    },
    ring: (cell, weight) => {
      if (!isBlank) codes.push({ kind: 'ring', ...cell, weight })
    },
    qr: (code) => {
      if (!isBlank) codes.push(code)
    },
    picture: (cell, sha256, filled) => {
      if (draws(filled)) pictures.push({ kind: 'picture', ...cell, sha256 })
    },
    layer: () => [
      ...pictures,
      ...fills,
      ...runs.filter((run) => run.layer === 'mark'),
      ...joinRules(rules),
      ...codes,
      ...runs.filter((run) => run.layer === 'form'),
    ],
  }
}

type Piece = { readonly text: string; readonly width: number; readonly font: FontName; readonly box: boolean }
/** What is drawn of a piece, `from` mm behind its beginning. */
type Inked = { readonly text: string; readonly from: number; readonly width: number }
type SetLine = { readonly pieces: readonly (Piece & { readonly inked: readonly Inked[] })[]; readonly width: number }

const cutBefore = new WeakMap<Fitted, readonly SetLine[]>()

/** Cuts a line where the font changes, and round the boxes we draw ourselves. */
function piecesOf(metrics: Metrics, line: string, { size, bold }: Fitted): Piece[] {
  const em = size * mmPerPoint
  const drawable = drawablesOf(metrics, bold ? 'bold' : 'regular')
  const pieces: { -readonly [Key in keyof Piece]: Piece[Key] }[] = []
  for (const original of line) {
    const box = original === emptyBox || isDrawnByUs(original.codePointAt(0) ?? 0)
    const { character, font, width } = drawable(original)
    const last = pieces[pieces.length - 1]
    if (!box && last !== undefined && !last.box && last.font === font) {
      last.text += character
      last.width += width * em
    } else pieces.push({ text: character, width: width * em, font, box })
  }
  return pieces
}
