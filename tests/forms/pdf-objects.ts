import { inflateSync } from 'node:zlib'

/** The objects of a PDF as the format names them, read without our writer: names as `{ name }`, references as `{ ref }`. */
export type PdfName = { readonly name: string }
export type PdfRef = { readonly ref: number }
export type PdfText = { readonly text: Buffer }
export type PdfDictionary = Map<string, PdfValue>
export type PdfStream = { readonly dictionary: PdfDictionary; readonly data: Buffer }
/** A word that is none of the others: an operator in a stream of drawing. */
export type PdfWord = { readonly word: string }
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfText | PdfWord | PdfDictionary | PdfStream | readonly PdfValue[]

export type PdfObjects = {
  readonly objects: Map<number, PdfValue>
  readonly trailer: PdfDictionary
  /** faults of the file's own syntax */ readonly faults: readonly string[]
}

const blank = /[\0\t\n\f\r ]/
const delimiter = /[()<>[\]{}/%]/

/** Reads one value after the other, from `at` on. */
export function tokensOf(bytes: Buffer, start = 0) {
  let at = start
  const here = (): string => String.fromCharCode(bytes[at] ?? 0)
  const skip = (): void => {
    while (at < bytes.length && blank.test(here())) at += 1
  }
  const word = (): string => {
    const from = at
    while (at < bytes.length && !blank.test(here()) && !delimiter.test(here())) at += 1
    return bytes.toString('latin1', from, at)
  }
  const escaped = (): number => {
    const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', at, at + 3))?.[0]
    if (octal === undefined) return { n: 10, r: 13, t: 9, b: 8, f: 12 }[here()] ?? bytes[at] ?? 0
    at += octal.length - 1
    return Number.parseInt(octal, 8)
  }
  /** Brackets within a text need no stroke before them where they come in pairs. */
  const text = (): PdfText => {
    const found: number[] = []
    let depth = 1
    for (at += 1; at < bytes.length; at += 1) {
      const letter = here()
      if (letter === '(') depth += 1
      if (letter === ')') depth -= 1
      if (depth === 0) break
      if (letter === '\\') {
        at += 1
        found.push(escaped())
      } else found.push(bytes[at] ?? 0)
    }
    at += 1
    return { text: Buffer.from(found) }
  }
  const list = (end: string): PdfValue[] => {
    const found: PdfValue[] = []
    for (skip(); bytes.toString('latin1', at, at + end.length) !== end; skip()) {
      if (at >= bytes.length) throw new Error(`no ${end}`)
      const value = next()
      const number = found.at(-2)
      // `12 0 R`: two numbers and a word
      if (isWord(value, 'R') && typeof number === 'number') found.splice(-2, 2, { ref: number })
      else found.push(value)
    }
    at += end.length
    return found
  }
  function next(): PdfValue {
    skip()
    if (here() === '(') return text()
    if (bytes.toString('latin1', at, at + 2) === '<<') {
      at += 2
      const found = list('>>')
      return new Map(found.flatMap((key, index) => (index % 2 === 0 && isName(key) ? [[key.name, found[index + 1] ?? null] as const] : [])))
    }
    if (here() === '<') {
      const end = bytes.indexOf('>', at)
      const digits = bytes.toString('latin1', at + 1, end)
      if (!/^([\dA-Fa-f]{2})*$/.test(digits)) throw new Error(`hex string with ${digits.length} digits`)
      at = end + 1
      return { text: Buffer.from(digits, 'hex') }
    }
    if (here() === '[') {
      at += 1
      return list(']')
    }
    if (here() === '/') {
      at += 1
      return { name: word() }
    }
    const found = word()
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(found)) return Number(found)
    if (found === '') throw new Error(`nothing at ${at}`)
    return { true: true, false: false, null: null }[found] ?? { word: found }
  }
  return {
    next,
    at: () => at,
    to: (place: number) => {
      at = place
    },
    isAtEnd: () => {
      skip()
      return at >= bytes.length
    },
  }
}

export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && value !== null && 'name' in value
}
export function isWord(value: PdfValue | undefined, word?: string): value is PdfWord {
  return typeof value === 'object' && value !== null && 'word' in value && (word === undefined || value.word === word)
}
export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'dictionary' in value
}
export function isText(value: PdfValue | undefined): value is PdfText {
  return typeof value === 'object' && value !== null && 'text' in value
}
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

/** An object that stands by itself in the file; `faults` gets what its frame does wrong (ISO 19005-2, 6.1.7.1 and 6.1.9). */
function objectAt(bytes: Buffer, place: number, id: number, faults: string[]): PdfValue {
  const head = `${id} 0 obj\n`
  if (bytes.toString('latin1', place, place + head.length) !== head)
    faults.push(`6.1.9: object ${id} does not begin with its number and a new line`)
  const tokens = tokensOf(bytes, place + head.length)
  const value = tokens.next()
  if (!isDictionary(value) || bytes.toString('latin1', tokens.at(), tokens.at() + 7) !== 'stream\n') return value
  const start = tokens.at() + 7
  const length = Number(value.get('Length'))
  if (bytes.toString('latin1', start + length, start + length + 18) !== '\nendstream\nendobj\n')
    faults.push(`6.1.7.1: stream ${id} is not as long as it says`)
  const raw = bytes.subarray(start, start + length)
  const filter = value.get('Filter')
  return { dictionary: value, data: isName(filter) && filter.name === 'FlateDecode' && !value.has('DecodeParms') ? inflateSync(raw) : raw }
}

/** Where each object is, from the table at the end (a stream: PDF 1.5 and later). */
function placesIn({
  dictionary,
  data,
}: PdfStream): { readonly id: number; readonly kind: number; readonly at: number; readonly index: number }[] {
  const [one = 0, two = 0, three = 0] = dictionary.get('W') as number[]
  const width = one + two + three
  return Array.from({ length: data.length / width }, (_, id) => ({
    id,
    kind: data.readUIntBE(id * width, one),
    at: data.readUIntBE(id * width + one, two),
    index: data.readUIntBE(id * width + one + two, three),
  }))
}

/** Every object of a file written as ours are: one table, no later changes. @throws Error where it cannot be read at all. */
export function readObjects(bytes: Buffer): PdfObjects {
  const faults: string[] = []
  const [, start = ''] = /startxref\n(\d+)\n%%EOF\n?$/.exec(bytes.toString('latin1', bytes.length - 60)) ?? []
  if (start === '') throw new Error('6.1.3: the file does not end with %%EOF')
  const tableId = Number.parseInt(bytes.toString('latin1', Number(start), Number(start) + 12), 10)
  const table = objectAt(bytes, Number(start), tableId, faults)
  if (!isStream(table)) throw new Error('no table of objects')
  const objects = new Map<number, PdfValue>()
  const bundled = new Map<
    number,
    { readonly tokens: ReturnType<typeof tokensOf>; readonly places: readonly number[]; readonly first: number }
  >()
  for (const { id, kind, at, index } of placesIn(table).toSorted((one, other) => one.kind - other.kind)) {
    if (kind === 1) objects.set(id, objectAt(bytes, at, id, faults))
    if (kind !== 2) continue
    const bundle = objects.get(at)
    if (!isStream(bundle)) throw new Error(`object ${id} is in no stream`)
    let known = bundled.get(at)
    if (known === undefined) {
      const tokens = tokensOf(bundle.data)
      const places = Array.from({ length: 2 * Number(bundle.dictionary.get('N')) }, () => Number(tokens.next()))
      bundled.set(at, (known = { tokens, places, first: Number(bundle.dictionary.get('First')) }))
    }
    if (known.places[2 * index] !== id) faults.push(`object ${id} is not where the table says`)
    known.tokens.to(known.first + (known.places[2 * index + 1] ?? 0))
    objects.set(id, known.tokens.next())
  }
  return { objects, trailer: table.dictionary, faults }
}
