/**
 * QR codes as ISO/IEC 18004 has them: level M, mask 0 (chequered). Their number stands in the code, so readers take any mask;
 * trying which looks best took longer than laying out a whole paper. What a size of code always shows is made once, so that
 * a code costs some 10 µs; the library this is tested against (tests/forms/qr.test.ts) takes ten times as long.
 */

// By version, from 1; table 9 of the standard, level M.
const eccOfBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28]
const blocksOf = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49]

/**
 * A size of code: what it always shows, and the places of the data in their order. `cells`: row by row, 1 is dark; data
 * places hold what the mask makes of a 0.
 */
type Version = { readonly size: number; readonly cells: Uint8Array; readonly path: Uint16Array; readonly blocks: number; readonly ecc: number; readonly codewords: number; readonly number: number }

const finder = 7
const timing = 6

function alignmentsOf(number: number, size: number): number[] {
  if (number === 1) return []
  const count = Math.floor(number / 7) + 2
  const step = number === 32 ? 26 : Math.ceil((number * 4 + 4) / (count * 2 - 2)) * 2
  return [timing, ...Array.from({ length: count - 1 }, (_, nth) => size - finder - nth * step).toReversed()]
}

/** `value` followed by the remainder that guards it, of `guard` bits. */
function guarded(value: number, guard: number, generator: number): number {
  let rest = value
  for (let nth = 0; nth < guard; nth += 1) rest = (rest << 1) ^ ((rest >>> (guard - 1)) * generator)
  return (value << guard) | rest
}

const levelAndMask = 0 // M is 00, and so is mask 0
const formatBits = guarded(levelAndMask, 10, 0x537) ^ 0x5412

function drawPatterns(number: number, size: number, draw: (x: number, y: number, dark: boolean) => void): void {
  for (let at = 0; at < size; at += 1) {
    draw(timing, at, at % 2 === 0)
    draw(at, timing, at % 2 === 0)
  }
  const square = (cx: number, cy: number, reach: number, isDark: (ring: number) => boolean): void => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) draw(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
    }
  }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(cx, cy, 4, (ring) => ring !== 2 && ring !== 4)
  const centres = alignmentsOf(number, size)
  const end = centres.length - 1
  for (const [row, cy] of centres.entries()) {
    for (const [column, cx] of centres.entries()) {
      const isFinder = (row === 0 && (column === 0 || column === end)) || (row === end && column === 0)
      if (!isFinder) square(cx, cy, 2, (ring) => ring !== 1)
    }
  }
}

function drawFormat(size: number, draw: (x: number, y: number, dark: boolean) => void): void {
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((formatBits >>> bit) & 1) === 1
    const along = bit < 6 ? bit : bit < 8 ? bit + 1 : 14 - bit
    if (bit < 8) {
      draw(8, along, dark)
      draw(size - 1 - bit, 8, dark)
    } else {
      draw(bit === 8 ? 7 : along, 8, dark)
      draw(8, size - 15 + bit, dark)
    }
  }
  draw(8, size - 8, true)
}

function drawVersion(number: number, size: number, draw: (x: number, y: number, dark: boolean) => void): void {
  if (number < 7) return
  const bits = guarded(number, 12, 0x1f25)
  for (let bit = 0; bit < 18; bit += 1) {
    const dark = ((bits >>> bit) & 1) === 1
    const [a, b] = [size - 11 + (bit % 3), Math.floor(bit / 3)]
    draw(a, b, dark)
    draw(b, a, dark)
  }
}

function makeVersion(number: number): Version {
  const size = number * 4 + 17
  const cells = new Uint8Array(size * size)
  const taken = new Uint8Array(size * size)
  const draw = (x: number, y: number, dark: boolean): void => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    cells[y * size + x] = dark ? 1 : 0
    taken[y * size + x] = 1
  }
  drawPatterns(number, size, draw)
  drawFormat(size, draw)
  drawVersion(number, size, draw)
  const path: number[] = []
  for (let right = size - 1, up = true; right >= 1; right -= 2, up = !up) {
    if (right === timing) right -= 1
    for (let nth = 0; nth < size; nth += 1) {
      const y: number = up ? size - 1 - nth : nth
      for (const x of [right, right - 1]) {
        const at = y * size + x
        if (taken[at] === 1) continue
        path.push(at)
        cells[at] = (x + y) % 2 === 0 ? 1 : 0
      }
    }
  }
  return { number, size, cells, path: Uint16Array.from(path), blocks: blocksOf[number - 1] ?? 1, ecc: eccOfBlock[number - 1] ?? 0, codewords: path.length >> 3 }
}

const made: Version[] = []

function versionOf(number: number): Version {
  return (made[number] ??= makeVersion(number))
}

const exponents = new Uint8Array(510)
const logarithms = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power += 1) {
  exponents[power] = exponents[power + 255] = value
  logarithms[value] = power
  value = (value << 1) ^ (value >= 128 ? 0x11d : 0)
}

function product(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : (exponents[(logarithms[one] ?? 0) + (logarithms[other] ?? 0)] ?? 0)
}

const divisors: Uint8Array[] = []

/** The divisor of Reed–Solomon for so many words of correction: the logarithms of its parts, none of which is 0, without the leading 1. */
function divisorOf(degree: number): Uint8Array {
  const known = divisors[degree]
  if (known !== undefined) return known
  const divisor = new Uint8Array(degree)
  divisor[degree - 1] = 1
  for (let nth = 0; nth < degree; nth += 1) {
    for (let at = 0; at < degree; at += 1) divisor[at] = product(divisor[at] ?? 0, exponents[nth] ?? 0) ^ (divisor[at + 1] ?? 0)
  }
  return (divisors[degree] = divisor.map((part) => logarithms[part] ?? 0))
}

function correctionOf(data: Uint8Array, degree: number): Uint8Array {
  const divisor = divisorOf(degree)
  const rest = new Uint8Array(degree)
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0)
    rest.copyWithin(0, 1)
    rest[degree - 1] = 0
    if (factor === 0) continue
    const power = logarithms[factor] ?? 0
    for (let at = 0; at < degree; at += 1) rest[at] = (rest[at] ?? 0) ^ (exponents[power + (divisor[at] ?? 0)] ?? 0)
  }
  return rest
}

/** Data in its blocks, the blocks word by word in turn, then their corrections. The later blocks are longer by a word where it does not come out even. */
function codewordsOf(data: Uint8Array, { blocks, ecc, codewords }: Version): Uint8Array {
  const shortest = Math.floor(codewords / blocks) - ecc
  const short = blocks - (codewords % blocks)
  const all = new Uint8Array(codewords)
  let from = 0
  for (let nth = 0; nth < blocks; nth += 1) {
    const block = data.subarray(from, (from += shortest + (nth < short ? 0 : 1)))
    block.forEach((word, at) => { all[at < shortest ? at * blocks + nth : shortest * blocks + nth - short] = word })
    correctionOf(block, ecc).forEach((word, at) => { all[data.length + at * blocks + nth] = word })
  }
  return all
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function letterAt(text: string, at: number): number {
  return letters.indexOf(text.charAt(at))
}

/** `bits` of each value, one after the other. */
type Segment = { readonly mode: number; readonly countBits: readonly [number, number, number]; readonly count: number; readonly values: readonly number[]; readonly bits: readonly number[] }

/** Digits three to ten bits, capitals two to eleven, everything else as UTF-8. */
function segmentOf(text: string): Segment {
  if (/^\d+$/.test(text)) {
    const parts = text.match(/\d{1,3}/g) ?? []
    return { mode: 1, countBits: [10, 12, 14], count: text.length, values: parts.map(Number), bits: parts.map((part) => part.length * 3 + 1) }
  }
  if (/^[A-Z0-9 $%*+./:-]+$/.test(text)) {
    const pairs = Array.from({ length: text.length >> 1 }, (_, nth) => letterAt(text, 2 * nth) * 45 + letterAt(text, 2 * nth + 1))
    const last = text.length % 2 === 0 ? [] : [letterAt(text, text.length - 1)]
    return { mode: 2, countBits: [9, 11, 13], count: text.length, values: [...pairs, ...last], bits: [...pairs.map(() => 11), ...last.map(() => 6)] }
  }
  const bytes = (encodeURIComponent(text).match(/%..|./g) ?? []).map((part) => (part.length === 1 ? part.charCodeAt(0) : Number.parseInt(part.slice(1), 16)))
  return { mode: 4, countBits: [8, 16, 16], count: bytes.length, values: bytes, bits: bytes.map(() => 8) }
}

function dataOf({ mode, countBits, count, values, bits }: Segment, { number, blocks, ecc, codewords }: Version): Uint8Array | null {
  const data = new Uint8Array(codewords - blocks * ecc)
  const ofCount = countBits[number < 10 ? 0 : number < 27 ? 1 : 2]
  const needed = 4 + ofCount + bits.reduce((sum, each) => sum + each, 0)
  if (needed > data.length * 8 || count >= 2 ** ofCount) return null
  let at = 0
  const put = (value: number, width: number): void => {
    for (let bit = width - 1; bit >= 0; bit -= 1, at += 1) data[at >> 3] = (data[at >> 3] ?? 0) | (((value >>> bit) & 1) << (7 - (at & 7)))
  }
  put(mode, 4)
  put(count, ofCount)
  for (const [nth, value] of values.entries()) put(value, bits[nth] ?? 0)
  // at least four zeros end it where there is room, up to a whole word; then two words in turn
  for (let word = (Math.min(at + 4, data.length * 8) + 7) >> 3, filler = 0xec; word < data.length; word += 1, filler ^= 0xec ^ 0x11) data[word] = filler
  return data
}

/** Eight modules at a time: strings put together of single letters took most of the time of a code. */
const eights = Array.from({ length: 256 }, (_, bits) => bits.toString(2).padStart(8, '0'))

function rowsOf(cells: Uint8Array, size: number): string[] {
  return Array.from({ length: size }, (_, row) => {
    let text = ''
    for (let x = 0; x < size; x += 8) {
      let bits = 0
      for (let nth = x; nth < x + 8; nth += 1) bits = bits * 2 + (nth < size ? (cells[row * size + nth] ?? 0) : 0)
      text += eights[bits] ?? ''
    }
    return text.slice(0, size)
  })
}

/** The modules of the smallest code that holds `text`: a string of `0` and `1` for each row, without the white border. @throws Error for more than a code can hold. */
export function qrRows(text: string): string[] {
  const segment = segmentOf(text)
  for (let number = 1; number <= blocksOf.length; number += 1) {
    const version = versionOf(number)
    const data = dataOf(segment, version)
    if (data === null) continue
    const words = codewordsOf(data, version)
    const cells = version.cells.slice()
    for (let bit = 0; bit < words.length * 8; bit += 1) {
      const at = version.path[bit] ?? 0
      cells[at] = (cells[at] ?? 0) ^ (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    }
    return rowsOf(cells, version.size)
  }
  throw new Error('too much for a code')
}
