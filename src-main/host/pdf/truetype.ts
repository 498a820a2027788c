import { closeSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'

/**
 * What drawing needs of a TrueType file. Lengths in font units. Only the tables are kept in memory: of the outlines,
 * which are nearly all of the file, each is read when it is first drawn.
 */
export type TrueType = {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly box: readonly [number, number, number, number]
  /** The glyph of a character; 0, the empty box, when the font lacks it. */
  readonly glyphOf: (codePoint: number) => number
  readonly advanceOf: (glyph: number) => number
  readonly bearingOf: (glyph: number) => number
  /** The outline as it stands in the file; empty for a blank. */
  readonly outlineOf: (glyph: number) => Buffer
  /** A whole table; null when the file has none of that name. */
  readonly table: (tag: string) => Buffer | null
  readonly close: () => void
}

type Place = { readonly offset: number; readonly length: number }
type Read = (offset: number, length: number) => Buffer

const headerLength = 12
const entryLength = 16

function readerOf(file: number): Read {
  return (offset, length) => {
    const bytes = Buffer.allocUnsafe(length)
    if (readSync(file, bytes, 0, length, offset) !== length) throw new Error('font file ends early')
    return bytes
  }
}

function directoryOf(read: Read): Map<string, Place> {
  const count = read(0, headerLength).readUInt16BE(4)
  const entries = read(headerLength, count * entryLength)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = index * entryLength
      return [entries.toString('latin1', at, at + 4), { offset: entries.readUInt32BE(at + 8), length: entries.readUInt32BE(at + 12) }]
    }),
  )
}

const wholeUnicode = 12
const isLittleEndian = endianness() === 'LE'

/** Groups of code points that follow each other: first, last, glyph of the first (cmap format 12). */
function groupsOf(cmap: Buffer): Uint32Array {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + 8 * index + 4)
    if (cmap.readUInt16BE(at) !== wholeUnicode) continue
    const count = cmap.readUInt32BE(at + 12)
    // copied and turned round as a whole: number by number it was a tenth of the time to the first paper
    const groups = Uint8Array.from(cmap.subarray(at + 16, at + 16 + 12 * count))
    if (isLittleEndian) Buffer.from(groups.buffer).swap32()
    return new Uint32Array(groups.buffer)
  }
  throw new Error('font has no table for all of Unicode')
}

function glyphIn(groups: Uint32Array, codePoint: number): number {
  let low = 0
  let high = groups.length / 3 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const first = groups[3 * middle] ?? 0
    if (codePoint < first) high = middle - 1
    else if (codePoint > (groups[3 * middle + 1] ?? 0)) low = middle + 1
    else return (groups[3 * middle + 2] ?? 0) + codePoint - first
  }
  return 0
}

/** @throws Error when the file is no TrueType font with a table for all of Unicode. Keeps the file open until `close`. */
export function openTrueType(path: string): TrueType {
  const file = openSync(path, 'r')
  const read = readerOf(file)
  const places = directoryOf(read)
  const table: TrueType['table'] = (tag) => {
    const place = places.get(tag)
    return place === undefined ? null : read(place.offset, place.length)
  }
  const needed = (tag: string): Buffer => {
    const found = table(tag)
    if (found === null) throw new Error(`font ${path} has no table ${tag}`)
    return found
  }
  const head = needed('head')
  const hhea = needed('hhea')
  const hmtx = needed('hmtx')
  const loca = needed('loca')
  const os2 = needed('OS/2')
  const groups = groupsOf(needed('cmap'))
  const outlines = places.get('glyf')?.offset ?? 0
  const isLong = head.readInt16BE(50) === 1
  const fullMetrics = hhea.readUInt16BE(34)
  const drawn = new Map<number, Buffer>()
  const startOf = (glyph: number): number => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph))
  return {
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : hhea.readInt16BE(4),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: (codePoint) => glyphIn(groups, codePoint),
    advanceOf: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, fullMetrics - 1)),
    bearingOf: (glyph) =>
      glyph < fullMetrics ? hmtx.readInt16BE(4 * glyph + 2) : hmtx.readInt16BE(4 * fullMetrics + 2 * (glyph - fullMetrics)),
    outlineOf: (glyph) => {
      const known = drawn.get(glyph)
      if (known !== undefined) return known
      const start = startOf(glyph)
      const outline = read(outlines + start, startOf(glyph + 1) - start)
      drawn.set(glyph, outline)
      return outline
    },
    table,
    close: () => closeSync(file),
  }
}
