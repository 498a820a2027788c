import { type Fill, type Item, mmPerPoint, type Page, type Picture, type QrCode, type Ring, type Rule, type TextRun } from '#forms/engine/page'

/**
 * What one item becomes on a page: `pen` sets everything it depends on, `shape` follows, `paint` ends a row of shapes
 * with the same pen. Two inks with the same `key` look alike.
 */
export type Ink = { readonly pen: string; readonly shape: string; readonly paint: string; readonly layer: Layer; readonly key: string }

/** What is drawn over what: pictures, then fills and watermarks, then all else. */
export const layers = ['ground', 'under', 'over'] as const
export type Layer = (typeof layers)[number]

/** What the document calls things: the glyphs of a text in a font of its own, and a picture by the hash of its bytes. */
export type Names = { readonly encode: (font: TextRun['font'], text: string) => string; readonly picture: (sha256: string) => string }

export const fontNames: Readonly<Record<TextRun['font'], string>> = { regular: 'F1', bold: 'F2', rare: 'F3' }

const hundredths: string[] = []

function written(count: number): string {
  const sign = count < 0 ? '-' : ''
  const size = Math.abs(count)
  const whole = Math.floor(size / 100)
  const part = size % 100
  if (part === 0) return sign + whole
  const decimals = part % 10 === 0 ? String(part / 10) : String(part).padStart(2, '0')
  return `${sign}${whole === 0 ? '' : whole}.${decimals}`
}

/** A length in points to a hundredth, which is 0.0035 mm. */
export function point(value: number): string {
  const count = Math.round(value * 100)
  if (count < 0 || count > 200_000) return written(count)
  return (hundredths[count] ??= written(count))
}

function points(mm: number): string {
  return point(mm / mmPerPoint)
}

const colours = new Map<string, string>()

/** `#rrggbb` as the numbers of the format and its operator for greys or colours. */
function colourOf(colour: string, grey: string, rgb: string): string {
  const known = colours.get(colour + grey)
  if (known !== undefined) return known
  const parts = [1, 3, 5].map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000)
  const text = parts.every((part) => part === parts[0]) ? `${parts[0]} ${grey}` : `${parts.join(' ')} ${rgb}`
  colours.set(colour + grey, text)
  return text
}

const filling = (colour: string): string => colourOf(colour, 'g', 'rg')
const drawing = (colour: string): string => colourOf(colour, 'G', 'RG')

function inkOf(pen: string, shape: string, paint: string, layer: Layer = 'over'): Ink {
  return { pen, shape, paint, layer, key: `${pen} ${shape}` }
}

function textInk({ text, x, y, font, size, colour, layer }: TextRun, height: number, { encode }: Names): Ink {
  return inkOf(`/${fontNames[font]} ${point(size)} Tf ${filling(colour)}`, `BT ${points(x)} ${points(height - y)} Td(${encode(font, text)})Tj ET`, '', layer === 'mark' ? 'under' : 'over')
}

/** Solid rules reach half their weight beyond their ends, so that corners are square. */
function ruleInk({ x1, y1, x2, y2, weight, colour, dashed }: Rule, height: number): Ink {
  return inkOf(`${points(weight)} w ${dashed ? '0 J[3 2]0 d' : '2 J[]0 d'} ${drawing(colour)}`, `${points(x1)} ${points(height - y1)} m ${points(x2)} ${points(height - y2)} l`, 'S')
}

function fillInk({ x, y, width, height: tall, colour }: Fill, height: number): Ink {
  return inkOf(filling(colour), `${points(x)} ${points(height - y - tall)} ${points(width)} ${points(tall)} re`, 'f', 'under')
}

/** How far the handles of a quarter of a circle of radius 1 stand from its ends. */
const handle = 0.5522847

function ringInk({ x, y, width, height: tall, weight }: Ring, height: number): Ink {
  const [rx, ry] = [width / 2, tall / 2]
  const [cx, cy] = [x + rx, height - y - ry]
  const at = (dx: number, dy: number): string => `${points(cx + dx * rx)} ${points(cy + dy * ry)}`
  const quarter = (ax: number, ay: number, bx: number, by: number): string =>
    `${at(ax + handle * bx, ay + handle * by)} ${at(bx + handle * ax, by + handle * ay)} ${at(bx, by)} c`
  return inkOf(`${points(weight)} w 2 J[]0 d 0 G`, [`${at(1, 0)} m`, quarter(1, 0, 0, 1), quarter(0, 1, -1, 0), quarter(-1, 0, 0, -1), quarter(0, -1, 1, 0), 'h'].join(' '), 'S')
}

/** Dark runs of each row as rectangles of whole modules; the matrix makes millimetres of them and goes down row by row, so that rows compress well. */
function qrInk({ x, y, size, rows }: QrCode, height: number): Ink {
  const module = (size / Math.max(1, rows.length) / mmPerPoint).toFixed(5)
  let shapes = ''
  for (const modules of rows) {
    for (let start = modules.indexOf('1'); start >= 0; ) {
      const next = modules.indexOf('0', start)
      const end = next < 0 ? modules.length : next
      shapes += `${start} 0 ${end - start} 1 re `
      start = modules.indexOf('1', end)
    }
    shapes += 'f 1 0 0 1 0 1 cm\n'
  }
  return inkOf('0 g', `q ${module} 0 0 -${module} ${points(x)} ${points(height - y)} cm\n${shapes}Q`, '')
}

function pictureInk({ x, y, width, height: tall, sha256 }: Picture, height: number, { picture }: Names): Ink {
  return inkOf('', `q ${points(width)} 0 0 ${points(tall)} ${points(x)} ${points(height - y - tall)} cm /${picture(sha256)} Do Q`, '', 'ground')
}

/** `known`: what copies show again is the same item, which need not be written out again. */
export function inksOf({ items, height }: Page, names: Names, known: Map<Item, Ink>): Ink[] {
  return items.map((item) => {
    const ink = known.get(item) ?? itemInk(item, height, names)
    known.set(item, ink)
    return ink
  })
}

function itemInk(item: Item, height: number, names: Names): Ink {
  switch (item.kind) {
    case 'text': return textInk(item, height, names)
    case 'rule': return ruleInk(item, height)
    case 'fill': return fillInk(item, height)
    case 'ring': return ringInk(item, height)
    case 'qr': return qrInk(item, height)
    case 'picture': return pictureInk(item, height, names)
  }
}

/** The operators of a list of inks. It relies on nothing set before it, so that it can stand on any page. */
export function operatorsOf(inks: readonly Ink[]): string {
  let text = ''
  let pen = ''
  let paint = ''
  for (const ink of inks) {
    if (ink.pen !== pen || ink.paint !== paint) {
      if (paint !== '') text += `${paint}\n`
      if (ink.pen !== '') text += `${ink.pen}\n`
      pen = ink.pen
      paint = ink.paint
    }
    text += `${ink.shape}\n`
  }
  return text + paint
}
