import type { FontName } from './page.ts'

/** As in forms/fonts/metrics.json, written by build/font-metrics.ts. `runs`: gap, number of code points, advance, again and again. */
export type FontMetricsFile = {
  readonly file: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly runs: readonly number[]
}

export type MetricsFile = Readonly<Record<FontName, FontMetricsFile>>

/** Widths are in em: multiply by the font size. */
export type Metrics = {
  /** null when the font lacks the character. */
  readonly advance: (font: FontName, codePoint: number) => number | null
  /** The first of the wanted font and the rare-character font that has it; null: it cannot be printed. */
  readonly fontFor: (wanted: FontName, codePoint: number) => FontName | null
}

type Table = { readonly starts: Int32Array; readonly ends: Int32Array; readonly advances: Float64Array }

function tableOf({ runs, unitsPerEm }: FontMetricsFile): Table {
  const count = Math.floor(runs.length / 3)
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  const advances = new Float64Array(count)
  let end = 0
  for (let run = 0; run < count; run += 1) {
    const start = end + (runs[run * 3] ?? 0)
    end = start + (runs[run * 3 + 1] ?? 0)
    starts[run] = start
    ends[run] = end
    advances[run] = (runs[run * 3 + 2] ?? 0) / unitsPerEm
  }
  return { starts, ends, advances }
}

function lookUp({ starts, ends, advances }: Table, codePoint: number): number | null {
  let low = 0
  let high = starts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (starts[middle] ?? 0)) high = middle - 1
    else if (codePoint >= (ends[middle] ?? 0)) low = middle + 1
    else return advances[middle] ?? null
  }
  return null
}

/** Makes the tables once; every answer afterwards is a look-up in a map. */
export function readMetrics(file: MetricsFile): Metrics {
  const tables = { regular: tableOf(file.regular), bold: tableOf(file.bold), rare: tableOf(file.rare) }
  const known = {
    regular: new Map<number, number | null>(),
    bold: new Map<number, number | null>(),
    rare: new Map<number, number | null>(),
  }
  function advance(font: FontName, codePoint: number): number | null {
    const seen = known[font].get(codePoint)
    if (seen !== undefined) return seen
    const found = lookUp(tables[font], codePoint)
    known[font].set(codePoint, found)
    return found
  }
  function fontFor(wanted: FontName, codePoint: number): FontName | null {
    if (advance(wanted, codePoint) !== null) return wanted
    return advance('rare', codePoint) === null ? null : 'rare'
  }
  return { advance, fontFor }
}
