import { mmPerPoint } from '#domain/paper-stock'
import { emptyBox, isDrawnByUs, tickedBox } from './characters.ts'
import { type Entry, isOfStock, placeEntries, readEntries } from './entries.ts'
import { keeper } from './kept.ts'
import type { Metrics } from './metrics.ts'
import type { FontName } from './page.ts'
import { lineHeight, type Setting } from './setting.ts'
import { type Measure, prepare, withoutBlanks, wordsFit, wrap, type Wrappable } from './wrap.ts'

/** `balanced`: lines of about equal length, for labels and headings. */
export type Style = { readonly size: number; readonly bold?: boolean; readonly balanced?: boolean }

/** Text set in lines at one size. `line`, the distance of its lines, and `height` in mm. `entries`: the lines are words of printed stock, this is filled in. */
export type Fitted = {
  readonly lines: readonly string[]
  readonly size: number
  readonly bold: boolean
  readonly line: number
  readonly height: number
  readonly entries?: readonly Entry[]
}

/** Space to fit into. `grow`: at the smallest readable size the height may be exceeded, up to `limit`; without it the text shrinks on instead. */
export type Space = { readonly width: number; readonly height: number; readonly grow: boolean; readonly limit: number }

const smallestOfAll = 0.75
const step = 0.5
/** Rounding of sums of millimetres must not push a text to the next size. */
const slack = 0.011

/** A character no font has is drawn as this one, so that an old paper can still be laid out; issuing refuses it by name. */
export const replacement = '〓'

export type Drawable = { readonly character: string; readonly font: FontName; readonly width: number }

function findDrawable(metrics: Metrics, wanted: FontName, character: string): Drawable {
  const codePoint = character.codePointAt(0) ?? 0
  if (isDrawnByUs(codePoint)) return { character, font: wanted, width: 1 }
  const font = metrics.fontFor(wanted, codePoint)
  if (font === null) return { character: replacement, font: wanted, width: 1 }
  return { character, font, width: metrics.advance(font, codePoint) ?? 1 }
}

const drawables = keeper<Map<string, Drawable>>(3)

/** What is drawn of each character, in em: one look-up for those met before, as every text is measured and then placed by it. */
export function drawablesOf(metrics: Metrics, wanted: FontName): (character: string) => Drawable {
  const known = drawables(metrics, wanted, () => new Map<string, Drawable>())
  return (character) => {
    let found = known.get(character)
    if (found === undefined) known.set(character, (found = findDrawable(metrics, wanted, character)))
    return found
  }
}

export function measureFor(metrics: Metrics, bold: boolean): Measure {
  const drawable = drawablesOf(metrics, bold ? 'bold' : 'regular')
  return (text) => {
    let width = 0
    for (const character of text) width += drawable(character).width
    return width
  }
}

/** The narrowest setting that takes no more lines. */
function balance(text: Wrappable, limit: number, measure: Measure): string[] {
  let best = wrap(text, limit, measure)
  const count = best.length
  for (let narrower = limit - 0.5; count > 1 && narrower > 1; narrower -= 0.5) {
    const lines = wrap(text, narrower, measure)
    if (lines.length > count || !wordsFit(text, narrower)) break
    best = lines
  }
  return best
}

/** Largest size, in half points, at which the whole text stands on one line. */
function singleLineSize(widest: number, width: number): number {
  return widest === 0 ? 0 : Math.floor(width / (widest * mmPerPoint) / step) * step
}

/** Most texts stand on one line as they are; where they might be broken need not be looked for. */
function onOneLine(
  setting: Setting,
  text: string,
  { size, bold = false }: Style,
  { width, height }: Space,
  measure: Measure,
): Fitted | null {
  const line = lineHeight(setting, size)
  if (line > height + slack || text.includes('\n')) return null
  const words = withoutBlanks(text)
  return measure(words) * size * mmPerPoint > width ? null : { lines: [words], size, bold, line, height: line }
}

/** A code, a document's number or a telephone number, which reads best in one piece. */
const inOnePiece = /^(?:[!-~]+|[\d ]+)$/
/** Broken, an amount would read as two. */
const amount = /^-?\d[\d,]{0,11}(?:\.\d+)?$/

/**
 * The largest size from `style.size` down to the smallest readable at which the text fits; at that the box grows. Nothing is ever cut off
 * (settled.md 22). When the text must shrink anyway, one line a little above the smallest is preferred to several larger ones;
 * a list of tick boxes and a code ask for one line in any case, and an amount never takes more.
 */
export function fit(setting: Setting, text: string, style: Style, space: Space): Fitted {
  if (!isOfStock(text)) return fitWords(setting, text, style, space)
  const { printed, found } = readEntries(text)
  const set = fitWords(setting, printed, style, space)
  return { ...set, entries: placeEntries(printed, set.lines, found) }
}

function fitWords(setting: Setting, text: string, style: Style, space: Space): Fitted {
  const bold = style.bold ?? false
  const measure = measureFor(setting.metrics, bold)
  const short = onOneLine(setting, text, style, space, measure)
  if (short !== null) return short
  const prepared = prepare(text, measure)
  const at = (size: number, line = lineHeight(setting, size)): Fitted => {
    const limit = (space.width + slack) / (size * mmPerPoint)
    const lines = style.balanced === true ? balance(prepared, limit, measure) : wrap(prepared, limit, measure)
    return { lines, size, bold, line, height: lines.length * line }
  }
  const fits = (set: Fitted): boolean =>
    set.height <= space.height + slack && wordsFit(prepared, (space.width + slack) / (set.size * mmPerPoint))
  const wanted = at(style.size)
  const asksForOne = text.includes(emptyBox) || text.includes(tickedBox) || inOnePiece.test(text)
  if (fits(wanted) && !(asksForOne && wanted.lines.length > 1)) return wanted
  const oneLineSize = singleLineSize(prepared.widest, space.width)
  if (amount.test(text)) return at(Math.min(style.size, Math.max(oneLineSize, smallestOfAll)))
  if (prepared.single && oneLineSize >= setting.smallest + step && oneLineSize < style.size) return at(oneLineSize)
  if (fits(wanted)) return wanted
  for (let size = style.size - step; size >= setting.smallest; size -= step) {
    const set = at(size)
    if (fits(set)) return set
  }
  // off the pitch of its printer: there the lines of the smallest would stand as far apart as those of the smallest readable
  const tight = { ...setting, fixedPitch: false }
  return shrinkOn(
    (size) => at(size, size < setting.smallest ? lineHeight(tight, size) : undefined),
    space,
    Math.min(style.size, setting.smallest),
  )
}

/** Below the smallest readable size only where the paper itself ends: a label, or a row higher than a page. */
function shrinkOn(at: (size: number) => Fitted, space: Space, from: number): Fitted {
  const limit = space.grow ? space.limit : space.height
  let size = from
  let set = at(size)
  while (set.height > limit + slack && size > smallestOfAll) {
    size -= 0.25
    set = at(size)
  }
  return set
}

/** Takes no room: a cell is never so low that an empty line would make it grow. */
const nothing: Fitted = { lines: [], size: 0, bold: false, line: 0, height: 0 }
/** Of one cell. Words, codes and sums come back; names and telephone numbers need not be kept for long. */
const mostRemembered = 200

/** Sets the texts of one cell, whose space and style are always the same, and remembers them for other papers and copies. */
export function remembering(set: (text: string) => Fitted): (text: string) => Fitted {
  const known = new Map<string, Fitted>()
  return (text) => {
    if (text === '') return nothing
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size === mostRemembered) known.clear()
    const fitted = set(text)
    known.set(text, fitted)
    return fitted
  }
}
