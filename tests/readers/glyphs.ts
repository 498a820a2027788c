import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One drawn character, as pdf.js makes it out from the operators of a page: mm from the top left corner, y the baseline. */
export type DrawnGlyph = { readonly text: string; readonly x: number; readonly y: number; readonly size: number }

type Matrix = readonly [number, number, number, number, number, number]
type Glyph = { readonly unicode: string; readonly width: number }

const mm = 25.4 / 72

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

const same: Matrix = [1, 0, 0, 1, 0, 0]

/** The few operators of text and of the matrix; what else a page does moves no text. */
function glyphsOf(names: readonly number[], values: readonly unknown[][], height: number): DrawnGlyph[] {
  const found: DrawnGlyph[] = []
  const kept: { matrix: Matrix; size: number }[] = []
  let matrix = same
  let size = 0
  let line = same
  let at = same
  const show = (parts: readonly (Glyph | number)[]): void => {
    for (const part of parts) {
      if (typeof part === 'number') {
        at = times(at, [1, 0, 0, 1, (-part / 1000) * size, 0])
        continue
      }
      const place = times(matrix, at)
      if (part.unicode.trim() !== '')
        found.push({ text: part.unicode, x: place[4] * mm, y: (height - place[5]) * mm, size: size * Math.abs(place[3]) })
      at = times(at, [1, 0, 0, 1, (part.width / 1000) * size, 0])
    }
  }
  const moves: Readonly<Record<number, (args: unknown[]) => void>> = {
    [OPS.save]: () => kept.push({ matrix, size }),
    [OPS.restore]: () => ({ matrix, size } = kept.pop() ?? { matrix: same, size }),
    [OPS.transform]: (args) => (matrix = times(matrix, args as unknown as Matrix)), // six numbers
    [OPS.beginText]: () => (line = at = same),
    [OPS.setFont]: ([, value]) => (size = Number(value)),
    [OPS.setTextMatrix]: (args) => (line = at = [...((args[0] as Iterable<number>) ?? [])] as unknown as Matrix), // one list of six numbers
    [OPS.moveText]: ([x, y]) => (line = at = times(line, [1, 0, 0, 1, Number(x), Number(y)])),
    [OPS.showText]: ([parts]) => show(parts as (Glyph | number)[]), // pdf.js gives glyphs and the gaps between them
  }
  for (const [index, name] of names.entries()) moves[name]?.(values[index] ?? [])
  return found
}

/** The characters of every page of a PDF, in the order drawn. */
export async function drawnGlyphs(bytes: Uint8Array): Promise<DrawnGlyph[][]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  const document = await task.promise
  const pages: DrawnGlyph[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    pages.push(glyphsOf(fnArray, argsArray, page.view[3] ?? 0))
  }
  await task.destroy()
  return pages
}
