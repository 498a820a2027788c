import { emptyBox, isDrawnByUs, tickedBox } from './characters.ts'
import type { Metrics } from './metrics.ts'
import { type FontName, leading, mmPerPoint } from './page.ts'
import { type Measure, prepare, wordsFit, wrap, type Wrappable } from './wrap.ts'

/** `balanced`: lines of about equal length, for labels and headings. */
export type Style = { readonly size: number; readonly bold?: boolean; readonly balanced?: boolean }

/** Text set in lines at one size. `height` in mm. */
export type Fitted = { readonly lines: readonly string[]; readonly size: number; readonly bold: boolean; readonly height: number }

/** Space to fit into. `grow`: at 7 pt the height may be exceeded, up to `limit`; without it the text shrinks on instead. */
export type Space = { readonly width: number; readonly height: number; readonly grow: boolean; readonly limit: number }

const smallestReadable = 7
const smallestOfAll = 0.75
const step = 0.5
/** Rounding of sums of millimetres must not push a text to the next size. */
const slack = 0.011

/** A character no font has is drawn as this one, so that an old paper can still be laid out; issuing refuses it by name. */
export const replacement = '〓'

export function drawable(metrics: Metrics, wanted: FontName, character: string): { character: string; font: FontName; width: number } {
  const codePoint = character.codePointAt(0) ?? 0
  if (isDrawnByUs(codePoint)) return { character, font: wanted, width: 1 }
  const font = metrics.fontFor(wanted, codePoint)
  if (font === null) return { character: replacement, font: wanted, width: 1 }
  return { character, font, width: metrics.advance(font, codePoint) ?? 1 }
}

export function measureFor(metrics: Metrics, bold: boolean): Measure {
  const wanted = bold ? 'bold' : 'regular'
  return (text) => {
    let width = 0
    for (const character of text) width += drawable(metrics, wanted, character).width
    return width
  }
}

export function lineHeight(size: number): number {
  return size * leading * mmPerPoint
}

function heightOf(lines: readonly string[], size: number): number {
  return lines.length * lineHeight(size)
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
  return widest === 0 ? smallestReadable : Math.floor(width / (widest * mmPerPoint) / step) * step
}

/**
 * The largest size from `style.size` down to 7 pt at which the text fits; at 7 pt the box grows. Nothing is ever cut off
 * (settled.md 22). When the text must shrink anyway, one line at 7.5 pt or more is preferred to several larger ones,
 * and a list of tick boxes asks for one line in any case.
 */
export function fit(metrics: Metrics, text: string, style: Style, space: Space): Fitted {
  const bold = style.bold ?? false
  const measure = measureFor(metrics, bold)
  const prepared = prepare(text, measure)
  const at = (size: number): Fitted => {
    const limit = (space.width + slack) / (size * mmPerPoint)
    const lines = style.balanced === true ? balance(prepared, limit, measure) : wrap(prepared, limit, measure)
    return { lines, size, bold, height: heightOf(lines, size) }
  }
  const fits = (set: Fitted): boolean =>
    set.height <= space.height + slack && wordsFit(prepared, (space.width + slack) / (set.size * mmPerPoint))
  const wanted = at(style.size)
  const ticked = text.includes(emptyBox) || text.includes(tickedBox)
  if (fits(wanted) && !(ticked && wanted.lines.length > 1)) return wanted
  const onOneLine = singleLineSize(prepared.widest, space.width)
  if (prepared.single && onOneLine >= 7.5 && onOneLine < style.size) return at(onOneLine)
  if (fits(wanted)) return wanted
  for (let size = style.size - step; size >= smallestReadable; size -= step) {
    const set = at(size)
    if (fits(set)) return set
  }
  return shrinkOn(at, space, Math.min(style.size, smallestReadable))
}

/** Below 7 pt only where the paper itself ends: a label, or a row higher than a page. */
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
