import { mmPerPoint } from '#domain/paper-stock'
import type { Fill, Item, Layer, Picture, QrCode, Ring, Rule, TextRun } from '#forms/engine/page'

/** Where the last text of a row began, in hundredths of a point: the next is placed from there, as cells in a row repeat their distances. */
type Place = { x: number; y: number }

/** `set` says everything an item depends on; its shape follows; `paint` ends a row of shapes drawn with the same pen. */
type Pen = { readonly set: string; readonly paint: string }

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

function textPen({ font, size, colour }: TextRun): Pen {
  return { set: `/${fontNames[font]} ${point(size)} Tf ${filling(colour)} BT`, paint: 'ET' }
}

function textShape({ text, x, y, font }: TextRun, height: number, { encode }: Names, last: Place): string {
  const [right, up] = [Math.round((x / mmPerPoint) * 100), Math.round(((height - y) / mmPerPoint) * 100)]
  const move = `${hundredth(right - last.x)} ${hundredth(up - last.y)} Td(`
  last.x = right
  last.y = up
  return `${move}${encode(font, text)})Tj`
}

/** Solid rules reach half their weight beyond their ends, so that corners are square. */
function rulePen({ weight, colour, dashed }: Rule): Pen {
  return { set: `${points(weight)} w ${dashed ? '0 J[3 2]0 d' : '2 J[]0 d'} ${drawing(colour)}`, paint: 'S' }
}

function ruleShape({ x1, y1, x2, y2 }: Rule, height: number): string {
  return `${points(x1)} ${points(height - y1)} m ${points(x2)} ${points(height - y2)} l`
}

function fillShape({ x, y, width, height: tall }: Fill, height: number): string {
  return `${points(x)} ${points(height - y - tall)} ${points(width)} ${points(tall)} re`
}

/** How far the handles of a quarter of a circle of radius 1 stand from its ends. */
const handle = 0.5522847

function ringShape({ x, y, width, height: tall }: Ring, height: number): string {
  const [rx, ry] = [width / 2, tall / 2]
  const [cx, cy] = [x + rx, height - y - ry]
  const at = (dx: number, dy: number): string => `${points(cx + dx * rx)} ${points(cy + dy * ry)}`
  const quarter = (ax: number, ay: number, bx: number, by: number): string =>
    `${at(ax + handle * bx, ay + handle * by)} ${at(bx + handle * ax, by + handle * ay)} ${at(bx, by)} c`
  return [`${at(1, 0)} m`, quarter(1, 0, 0, 1), quarter(0, 1, -1, 0), quarter(-1, 0, 0, -1), quarter(0, -1, 1, 0), 'h'].join(' ')
}

const dark = '1'

/** One bit for each module, rows filled up to whole bytes; in a mask it is 0 that draws. */
function bitsOf(rows: readonly string[]): Uint8Array {
  const across = Math.ceil(rows.length / 8)
  const bytes = new Uint8Array(across * rows.length).fill(0xff)
  for (const [y, row] of rows.entries()) {
    for (let x = row.indexOf(dark); x >= 0; x = row.indexOf(dark, x + 1)) {
      const at = y * across + (x >> 3)
      bytes[at] = (bytes[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  return bytes
}

const firstLetter = 33

/** Four bytes as five letters: a code is too small for compressing, and letters cannot be taken for the end of a picture. */
function ascii85(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const given = Math.min(4, bytes.length - at)
    let rest = 0
    for (let nth = 0; nth < 4; nth += 1) rest = rest * 256 + (bytes[at + nth] ?? 0)
    if (rest === 0 && given === 4) text += 'z'
    else {
      let letters = ''
      for (let worth = 85 ** 4; letters.length <= given; rest %= worth, worth /= 85)
        letters += String.fromCharCode(firstLetter + Math.floor(rest / worth))
      text += letters
    }
  }
  return `${text}~>`
}

/** A picture of black and nothing; as rectangles a code took ten times the room. */
function qrShape({ x, y, size, rows }: QrCode, height: number): string {
  const side = points(size)
  return `q ${side} 0 0 ${side} ${points(x)} ${points(height - y - size)} cm\nBI/IM true/W ${rows.length}/H ${rows.length}/F/A85 ID ${ascii85(bitsOf(rows))}\nEI Q`
}

function pictureShape({ x, y, width, height: tall, sha256 }: Picture, height: number, { picture }: Names): string {
  return `q ${points(width)} 0 0 ${points(tall)} ${points(x)} ${points(height - y - tall)} cm /${picture(sha256)} Do Q`
}

function penOf(item: Item): Pen {
  switch (item.kind) {
    case 'text':
      return textPen(item)
    case 'rule':
      return rulePen(item)
    case 'fill':
      return { set: filling(item.colour), paint: 'f' }
    case 'ring':
      return { set: `${points(item.weight)} w 2 J[]0 d 0 G`, paint: 'S' }
    case 'qr':
      return { set: '0 g', paint: '' }
    case 'picture':
      return { set: '', paint: '' }
  }
}

/** Most items are drawn with the pen of the one before: seeing that takes less than writing the pen down again. */
function hasPenOf(item: Item, before: Item | undefined): boolean {
  if (item.kind === 'text')
    return before?.kind === 'text' && item.font === before.font && item.size === before.size && item.colour === before.colour
  return (
    item.kind === 'rule' &&
    before?.kind === 'rule' &&
    item.weight === before.weight &&
    item.colour === before.colour &&
    item.dashed === before.dashed
  )
}

function shapeOf(item: Item, height: number, names: Names, last: Place): string {
  switch (item.kind) {
    case 'text':
      return textShape(item, height, names, last)
    case 'rule':
      return ruleShape(item, height)
    case 'fill':
      return fillShape(item, height)
    case 'ring':
      return ringShape(item, height)
    case 'qr':
      return qrShape(item, height)
    case 'picture':
      return pictureShape(item, height, names)
  }
}

const noPen: Pen = { set: '', paint: '' }

/** The operators of a layer on a page `height` mm high. They rely on nothing set before them, so that they can stand on any page. */
export function operatorsOf(layer: Layer, height: number, names: Names): string {
  const last = { x: 0, y: 0 }
  let text = ''
  let pen = noPen
  let before: Item | undefined
  for (const item of layer) {
    const next = hasPenOf(item, before) ? pen : penOf(item)
    if (next.set !== pen.set || next.paint !== pen.paint) {
      if (pen.paint !== '') text += `${pen.paint}\n`
      if (next.set !== '') text += `${next.set}\n`
      last.x = last.y = 0
    }
    pen = next
    before = item
    text += `${shapeOf(item, height, names, last)}\n`
  }
  return text + pen.paint
}
