import { mmPerPoint } from '#domain/paper-stock'
import { emptyBox, isDrawnByUs, tickedBox } from './characters.ts'
import type { Metrics } from './metrics.ts'
import type { FontName } from './page.ts'
import { lineHeight, type Setting } from './setting.ts'
import { type Measure, prepare, wordsFit, wrap, type Wrappable } from './wrap.ts'

/** `balanced`: lines of about equal length, for labels and headings. */
export type Style = { readonly size: number; readonly bold?: boolean; readonly balanced?: boolean }

/** Text set in lines at one size. `line`, the distance of its lines, and `height` in mm. */
export type Fitted = { readonly lines: readonly string[]; readonly size: number; readonly bold: boolean; readonly line: number; readonly height: number }

/** Space to fit into. `grow`: at the smallest readable size the height may be exceeded, up to `limit`; without it the text shrinks on instead. */
export type Space = { readonly width: number; readonly height: number; readonly grow: boolean; readonly limit: number }

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

/**
 * The largest size from `style.size` down to the smallest readable at which the text fits; at that the box grows. Nothing is ever cut off
 * (settled.md 22). When the text must shrink anyway, one line a little above the smallest is preferred to several larger ones,
 * and a list of tick boxes asks for one line in any case.
 */
export function fit(setting: Setting, text: string, style: Style, space: Space): Fitted {
  const before = fittedWith(setting.metrics)
  const known = before.of.get(text)?.find((set) => isAsked(set, setting, style, space))
  if (known !== undefined) return known.fitted
  const fitted = findFit(setting, text, style, space)
  if (before.count === mostKnown) {
    before.of.clear()
    before.count = 0
  }
  before.of.set(text, [...(before.of.get(text) ?? []), { setting, style, space, fitted }])
  before.count += 1
  return fitted
}

/** A text set before. It stands in few cells, so these are compared one by one: making one key of everything took longer. */
type Known = { readonly setting: Setting; readonly style: Style; readonly space: Space; readonly fitted: Fitted }

function isAsked({ setting: set, style: styled, space: spaced }: Known, setting: Setting, style: Style, space: Space): boolean {
  return (
    spaced.width === space.width && spaced.height === space.height && spaced.limit === space.limit && spaced.grow === space.grow &&
    styled.size === style.size && styled.bold === style.bold && styled.balanced === style.balanced && set.fixedPitch === setting.fixedPitch && set.smallest === setting.smallest
  )
}

/** Labels, names and codes come back on every paper and every copy. */
type Before = { readonly of: Map<string, readonly Known[]>; count: number }
const fittedBefore = new WeakMap<Metrics, Before>()
const mostKnown = 10_000

function fittedWith(metrics: Metrics): Before {
  const known = fittedBefore.get(metrics) ?? { of: new Map<string, readonly Known[]>(), count: 0 }
  fittedBefore.set(metrics, known)
  return known
}

function findFit(setting: Setting, text: string, style: Style, space: Space): Fitted {
  const bold = style.bold ?? false
  const measure = measureFor(setting.metrics, bold)
  const prepared = prepare(text, measure)
  const at = (size: number): Fitted => {
    const limit = (space.width + slack) / (size * mmPerPoint)
    const lines = style.balanced === true ? balance(prepared, limit, measure) : wrap(prepared, limit, measure)
    const line = lineHeight(setting, size)
    return { lines, size, bold, line, height: lines.length * line }
  }
  const fits = (set: Fitted): boolean =>
    set.height <= space.height + slack && wordsFit(prepared, (space.width + slack) / (set.size * mmPerPoint))
  const wanted = at(style.size)
  const ticked = text.includes(emptyBox) || text.includes(tickedBox)
  if (fits(wanted) && !(ticked && wanted.lines.length > 1)) return wanted
  const onOneLine = singleLineSize(prepared.widest, space.width)
  if (prepared.single && onOneLine >= setting.smallest + step && onOneLine < style.size) return at(onOneLine)
  if (fits(wanted)) return wanted
  for (let size = style.size - step; size >= setting.smallest; size -= step) {
    const set = at(size)
    if (fits(set)) return set
  }
  return shrinkOn(at, space, Math.min(style.size, setting.smallest))
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
