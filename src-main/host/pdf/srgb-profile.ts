/** s15Fixed16: thousandths would be too coarse for colours. */
function fixed(value: number): number {
  return Math.round(value * 65536)
}

function textTag(text: string): Buffer {
  const letters = Buffer.from(text, 'utf16le').swap16()
  const bytes = Buffer.alloc(28 + letters.length)
  bytes.write('mluc', 0, 'latin1')
  bytes.writeUInt32BE(1, 8)
  bytes.writeUInt32BE(12, 12)
  bytes.write('enUS', 16, 'latin1')
  bytes.writeUInt32BE(letters.length, 20)
  bytes.writeUInt32BE(28, 24)
  letters.copy(bytes, 28)
  return bytes
}

function numbersTag(kind: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * values.length)
  bytes.write(kind, 0, 'latin1')
  for (const [index, value] of values.entries()) bytes.writeInt32BE(fixed(value), 8 + 4 * index)
  return bytes
}

/** IEC 61966-2-1: a power of 2.4 with a straight piece near black. */
function curveTag(): Buffer {
  const numbers = numbersTag('para', [0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
  numbers.writeUInt32BE(0x00030000, 8) // which of the formulas
  return numbers
}

/** The primaries of sRGB, seen under the D50 of profiles instead of its own D65 (Bradford). */
const red = [0.43607, 0.22249, 0.01392]
const green = [0.38515, 0.71687, 0.09708]
const blue = [0.14307, 0.06061, 0.7141]
const white = [0.9642, 1, 0.82491]
const adaptation = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168]

const headerLength = 128

function headerOf(length: number): Buffer {
  const header = Buffer.alloc(headerLength)
  header.writeUInt32BE(length, 0)
  header.writeUInt32BE(0x04200000, 8)
  header.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [index, part] of [2026, 1, 1].entries()) header.writeUInt16BE(part, 24 + 2 * index)
  header.write('acsp', 36, 'latin1')
  for (const [index, value] of white.entries()) header.writeInt32BE(fixed(value), 68 + 4 * index)
  return header
}

/** An ICC profile (version 4) that says: colours are sRGB. Written from the published numbers, so it is nobody's property. */
export function srgbProfile(): Buffer {
  const curve = curveTag()
  const xyz = (values: readonly number[]): Buffer => numbersTag('XYZ ', values)
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', textTag('sRGB')],
    ['cprt', textTag('Public domain')],
    ['wtpt', xyz(white)],
    ['chad', numbersTag('sf32', adaptation)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const directory = Buffer.alloc(4 + 12 * tags.length)
  directory.writeUInt32BE(tags.length, 0)
  const bodies = new Map<Buffer, number>()
  const pieces: Buffer[] = []
  let at = headerLength + directory.length
  for (const [index, [name, body]] of tags.entries()) {
    const place = bodies.get(body) ?? at
    if (!bodies.has(body)) {
      bodies.set(body, at)
      const room = Buffer.alloc(Math.ceil(body.length / 4) * 4)
      body.copy(room)
      pieces.push(room)
      at += room.length
    }
    directory.write(name, 4 + 12 * index, 'latin1')
    directory.writeUInt32BE(place, 8 + 12 * index)
    directory.writeUInt32BE(body.length, 12 + 12 * index)
  }
  return Buffer.concat([headerOf(at), directory, ...pieces])
}
