import { mmPerPoint } from '#domain/paper-stock'
import type { Fill, Item, Layer, Picture, QrCode, Ring, Rule, TextRun } from '#forms/engine/page'

/** Where the last text of a row began, in hundredths of a point: the next is placed from there, as cells in a row repeat their distances. */
type Place = { x: number; y: number }

/** What one item becomes on a page: `pen` sets everything it depends on, `shape` follows, `paint` ends a row of shapes with the same pen. */
type Ink = { readonly pen: string; readonly shape: (last: Place) => string; readonly paint: string }

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

function hundredth(count: number): string {
  if (count < 0 || count > 200_000) return written(count)
  return (hundredths[count] ??= written(count))
}

/** A length in points to a hundredth, which is 0.0035 mm. */
function point(value: number): string {
  return hundredth(Math.round(value * 100))
}

/** A length in mm as the file says it. */
export function points(mm: number): string {
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

function textInk({ text, x, y, font, size, colour }: TextRun, height: number, { encode }: Names): Ink {
  const shape = (last: Place): string => {
    const [right, up] = [Math.round((x / mmPerPoint) * 100), Math.round(((height - y) / mmPerPoint) * 100)]
    const move = `${hundredth(right - last.x)} ${hundredth(up - last.y)} Td`
    last.x = right
    last.y = up
    return `${move}(${encode(font, text)})Tj`
  }
  return { pen: `/${fontNames[font]} ${point(size)} Tf ${filling(colour)} BT`, shape, paint: 'ET' }
}

/** Solid rules reach half their weight beyond their ends, so that corners are square. */
function ruleInk({ x1, y1, x2, y2, weight, colour, dashed }: Rule, height: number): Ink {
  return { pen: `${points(weight)} w ${dashed ? '0 J[3 2]0 d' : '2 J[]0 d'} ${drawing(colour)}`, shape: () => `${points(x1)} ${points(height - y1)} m ${points(x2)} ${points(height - y2)} l`, paint: 'S' }
}

function fillInk({ x, y, width, height: tall, colour }: Fill, height: number): Ink {
  return { pen: filling(colour), shape: () => `${points(x)} ${points(height - y - tall)} ${points(width)} ${points(tall)} re`, paint: 'f' }
}

/** How far the handles of a quarter of a circle of radius 1 stand from its ends. */
const handle = 0.5522847

function ringInk({ x, y, width, height: tall, weight }: Ring, height: number): Ink {
  const [rx, ry] = [width / 2, tall / 2]
  const [cx, cy] = [x + rx, height - y - ry]
  const at = (dx: number, dy: number): string => `${points(cx + dx * rx)} ${points(cy + dy * ry)}`
  const quarter = (ax: number, ay: number, bx: number, by: number): string =>
    `${at(ax + handle * bx, ay + handle * by)} ${at(bx + handle * ax, by + handle * ay)} ${at(bx, by)} c`
  const shape = (): string => [`${at(1, 0)} m`, quarter(1, 0, 0, 1), quarter(0, 1, -1, 0), quarter(-1, 0, 0, -1), quarter(0, -1, 1, 0), 'h'].join(' ')
  return { pen: `${points(weight)} w 2 J[]0 d 0 G`, shape, paint: 'S' }
}

/** One bit for each module, rows filled up to whole bytes; in a mask it is 0 that draws. */
function bitsOf(rows: readonly string[]): number[] {
  const bytes: number[] = []
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 8) {
      let byte = 0
      for (let bit = 0; bit < 8; bit += 1) byte = 2 * byte + (row[at + bit] === '1' ? 0 : 1)
      bytes.push(byte)
    }
  }
  return bytes
}

/** Four bytes as five letters: a code is too small for compressing, and letters cannot be taken for the end of a picture. */
function ascii85(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const given = Math.min(4, bytes.length - at)
    let group = 0
    for (let nth = 0; nth < 4; nth += 1) group = group * 256 + (bytes[at + nth] ?? 0)
    let letters = ''
    for (let nth = 0; nth < 5; nth += 1) {
      letters = String.fromCharCode(33 + (group % 85)) + letters
      group = Math.floor(group / 85)
    }
    text += given === 4 && letters === '!!!!!' ? 'z' : letters.slice(0, given + 1)
  }
  return `${text}~>`
}

/** A picture of black and nothing; as rectangles a code took ten times the room. */
function qrInk({ x, y, size, rows }: QrCode, height: number): Ink {
  const side = points(size)
  return { pen: '0 g', shape: () => `q ${side} 0 0 ${side} ${points(x)} ${points(height - y - size)} cm\nBI/IM true/W ${rows.length}/H ${rows.length}/F/A85 ID ${ascii85(bitsOf(rows))}\nEI Q`, paint: '' }
}

function pictureInk({ x, y, width, height: tall, sha256 }: Picture, height: number, { picture }: Names): Ink {
  return { pen: '', shape: () => `q ${points(width)} 0 0 ${points(tall)} ${points(x)} ${points(height - y - tall)} cm /${picture(sha256)} Do Q`, paint: '' }
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

/** The operators of a layer on a page `height` mm high. They rely on nothing set before them, so that they can stand on any page. */
export function operatorsOf(layer: Layer, height: number, names: Names): string {
  const last = { x: 0, y: 0 }
  let text = ''
  let pen = ''
  let paint = ''
  for (const item of layer) {
    const ink = itemInk(item, height, names)
    if (ink.pen !== pen || ink.paint !== paint) {
      if (paint !== '') text += `${paint}\n`
      if (ink.pen !== '') text += `${ink.pen}\n`
      pen = ink.pen
      paint = ink.paint
      last.x = last.y = 0
    }
    text += `${ink.shape(last)}\n`
  }
  return text + paint
}
