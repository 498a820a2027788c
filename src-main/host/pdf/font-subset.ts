import type { TrueType } from './truetype.ts'

/** The glyphs of one font that one document draws. */
export type GlyphSet = {
  /** Two characters a code point: the number of its glyph in the document, as it stands in a string of a PDF. */
  readonly encode: (text: string) => string
  /** In the order of their numbers; null where a number was left out. */
  readonly codePoints: () => readonly (number | null)[]
}

/** Bytes that mean something inside a string of a PDF: ( ) \ and the line end. */
const spoken = new Set([0x28, 0x29, 0x5c, 0x0d])

/**
 * Numbers glyphs in the order they are met, one for each character: two characters that share an outline stay two, so
 * that the text taken out of a document is the text that went in. Numbers whose bytes would need escaping are left out.
 */
export function createGlyphSet(): GlyphSet {
  const codes = new Map<number, string>()
  const points: (number | null)[] = [null] // 0 is the empty box
  function codeOf(codePoint: number): string {
    while (spoken.has(points.length & 0xff) || spoken.has(points.length >> 8)) points.push(null)
    const code = String.fromCharCode(points.length >> 8, points.length & 0xff)
    points.push(codePoint)
    codes.set(codePoint, code)
    return code
  }
  return {
    encode: (text) => {
      let encoded = ''
      for (let at = 0; at < text.length;) {
        const codePoint = text.codePointAt(at) ?? 0
        encoded += codes.get(codePoint) ?? codeOf(codePoint)
        at += codePoint > 0xffff ? 2 : 1
      }
      return encoded
    },
    codePoints: () => points,
  }
}

type Table = { readonly tag: string; readonly bytes: Buffer }

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function padded(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])
}

/** Directory and tables; the checksum of the whole goes into `head`. */
function fileOf(tables: readonly Table[]): Buffer {
  const log = Math.floor(Math.log2(tables.length))
  const directory = Buffer.alloc(12 + 16 * tables.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(16 * 2 ** log, 6)
  directory.writeUInt16BE(log, 8)
  directory.writeUInt16BE(16 * (tables.length - 2 ** log), 10)
  let offset = directory.length
  const bodies = tables.map(({ bytes }) => padded(bytes))
  for (const [index, { tag, bytes }] of tables.entries()) {
    const body = bodies[index] ?? bytes
    const at = 12 + 16 * index
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(checksum(body), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(bytes.length, at + 12)
    offset += body.length
  }
  const file = Buffer.concat([directory, ...bodies])
  const head = tables.findIndex(({ tag }) => tag === 'head')
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, file.readUInt32BE(12 + 16 * head + 8) + 8)
  return file
}

function withCounts(font: TrueType, glyphs: number): Table[] {
  const copy = (tag: string): Buffer => Buffer.from(font.table(tag) ?? Buffer.alloc(54))
  const head = copy('head')
  head.writeUInt32BE(0, 8) // checksum of the whole, filled in last
  head.writeInt16BE(1, 50) // long offsets
  const hhea = copy('hhea')
  hhea.writeUInt16BE(glyphs, 34)
  const maxp = copy('maxp')
  maxp.writeUInt16BE(glyphs, 4)
  return [
    { tag: 'head', bytes: head },
    { tag: 'hhea', bytes: hhea },
    { tag: 'maxp', bytes: maxp },
  ]
}

/**
 * A TrueType file with only these glyphs, numbered by their place in `codePoints`; outlines are copied as they are.
 * The paper fonts have no glyphs made of others (tests/forms/paper-pdf.test.ts holds them to it), so none need follow.
 */
export function subsetOf(font: TrueType, codePoints: readonly (number | null)[]): Buffer {
  const glyphs = codePoints.map((codePoint, index) => (codePoint === null ? (index === 0 ? 0 : null) : font.glyphOf(codePoint)))
  const hmtx = Buffer.alloc(4 * glyphs.length)
  const loca = Buffer.alloc(4 * glyphs.length + 4)
  const outlines: Buffer[] = []
  let end = 0
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph !== null) {
      const outline = padded(font.outlineOf(glyph))
      outlines.push(outline)
      end += outline.length
      hmtx.writeUInt16BE(font.advanceOf(glyph), 4 * index)
      hmtx.writeInt16BE(font.bearingOf(glyph), 4 * index + 2)
    }
    loca.writeUInt32BE(end, 4 * index + 4)
  }
  const hints = ['cvt ', 'fpgm', 'prep'].flatMap((tag) => {
    const bytes = font.table(tag)
    return bytes === null ? [] : [{ tag, bytes }]
  })
  const own = [
    { tag: 'glyf', bytes: Buffer.concat(outlines) },
    { tag: 'hmtx', bytes: hmtx },
    { tag: 'loca', bytes: loca },
  ]
  return fileOf([...hints, ...own, ...withCounts(font, glyphs.length)].toSorted((a, b) => (a.tag < b.tag ? -1 : 1)))
}
