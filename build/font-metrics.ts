/**
 * Writes forms/fonts/metrics.json: which characters each paper font has and how wide they are, so that layout and the
 * check for unprintable characters need no font parser. Run again only when a font file changes:
 * `node build/font-metrics.ts`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'

const fontsDir = new URL('../forms/fonts/', import.meta.url)

const files = { regular: 'NotoSansSC-Regular.ttf', bold: 'NotoSansSC-Bold.ttf', rare: 'HanaMinB.ttf' }

type ParsedFont = {
  unitsPerEm: number
  ascent: number
  descent: number
  characterSet: number[]
  glyphForCodePoint(codePoint: number): { advanceWidth: number }
}

/** Flat triples: gap since the end of the run before, number of code points, advance in font units. */
function runsOf(font: ParsedFont): number[] {
  const runs: number[] = []
  let end = 0
  let advance = -1
  for (const codePoint of [...new Set(font.characterSet)].sort((a, b) => a - b)) {
    const width = Math.round(font.glyphForCodePoint(codePoint).advanceWidth)
    const length = runs.length
    if (codePoint === end && width === advance) runs[length - 2] = (runs[length - 2] ?? 0) + 1
    else runs.push(codePoint - end, 1, width)
    end = codePoint + 1
    advance = width
  }
  return runs
}

function metricsOf(file: string) {
  // fontkit ships without types; only the members named in ParsedFont are used.
  const font = fontkit.openSync(fileURLToPath(new URL(file, fontsDir))) as unknown as ParsedFont
  const { unitsPerEm, ascent, descent } = font
  return { file, unitsPerEm, ascent, descent, runs: runsOf(font) }
}

const metrics = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, metricsOf(file)]))
writeFileSync(new URL('metrics.json', fontsDir), `${JSON.stringify(metrics).replaceAll('},"', '},\n"')}\n`)
