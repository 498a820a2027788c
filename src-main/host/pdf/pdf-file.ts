import { createHash } from 'node:crypto'
import { constants, deflateSync } from 'node:zlib'

/** One PDF being written. Objects have numbers and are text as the format writes them; everything that can be compressed is. */
export type PdfFile = {
  /** A number for an object to be written later. */
  readonly reserve: () => number
  readonly put: (text: string, id?: number) => number
  /** `entries`: of its dictionary, besides length and filter. */
  readonly stream: (entries: string, bytes: Buffer, id?: number) => number
  /** As `stream`, for what compresses badly however long one tries: outlines of letters. */
  readonly quickStream: (entries: string, bytes: Buffer) => number
  /** As `stream`, but left as it is: PDF/A wants its description readable, and pictures are compressed already. */
  readonly plainStream: (entries: string, bytes: Buffer) => number
  /** Its end; nothing can be added after it. */
  readonly finish: (root: number, info: number) => void
}

/** Takes a file piece by piece, from its first byte to its last. A piece is the taker's own. */
export type TakePiece = (piece: Uint8Array<ArrayBuffer>) => void

type Entry = { readonly kind: 1 | 2; readonly at: number; readonly index: number }

/** Objects put together into one stream; more would make a reader unpack much for one of them. */
const objectsPerStream = 200
/** Small enough to forget soon, large enough that handing on costs nothing. */
const pieceLength = 1 << 16
/** PDF 1.7; the second line tells transfer programs that bytes follow. */
const firstLines = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')
/** What is shorter becomes hardly smaller, and beginning to compress takes longer than drawing it. */
const leastDeflated = 300

export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

/** A text that people read, as the format writes it: plain letters as they are, all others in UTF-16. */
export function textString(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, String.raw`\$&`)})`
  return `<FEFF${utf16Hex(text)}>`
}

export function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
}

function bytesFor(value: number): number {
  return value < 0x100 ? 1 : value < 0x10000 ? 2 : value < 0x1000000 ? 3 : 4
}

/** Hands on what is put into it in pieces, and keeps nothing of it but its length and what names its content. */
function createPieces(take: TakePiece) {
  const digest = createHash('sha256')
  let piece = Buffer.alloc(pieceLength)
  let used = 0
  let digested = 0
  let before = 0

  function digestRest(): void {
    digest.update(piece.subarray(digested, used))
    digested = used
  }
  function handOn(next: number): void {
    digestRest()
    if (used > 0) take(new Uint8Array(piece.buffer, 0, used))
    before += used
    used = digested = 0
    piece = Buffer.alloc(Math.max(next, pieceLength))
  }
  return {
    length: () => before + used,
    append: (bytes: Buffer): void => {
      if (used + bytes.length > piece.length) handOn(bytes.length)
      piece.set(bytes, used)
      used += bytes.length
    },
    /** The same content, the same name: a paper drawn again is the same file. */
    nameSoFar: (): string => {
      digestRest()
      return digest.copy().digest('hex').slice(0, 32)
    },
    end: () => handOn(0),
  }
}

export function createPdfFile(take: TakePiece): PdfFile {
  const { append, length, nameSoFar, end } = createPieces(take)
  const entries: (Entry | undefined)[] = [undefined]
  let waiting: { readonly id: number; readonly text: string }[] = []
  append(firstLines)

  function reserve(): number {
    return entries.push(undefined) - 1
  }
  function write(dictionary: string, bytes: Buffer, id: number): number {
    entries[id] = { kind: 1, at: length(), index: 0 }
    append(latin1(`${id} 0 obj\n<<${dictionary}/Length ${bytes.length}>>stream\n`))
    append(bytes)
    append(latin1('\nendstream\nendobj\n'))
    return id
  }
  function stream(dictionary: string, bytes: Buffer, id = reserve(), level = constants.Z_DEFAULT_COMPRESSION): number {
    if (bytes.length < leastDeflated) return write(dictionary, bytes, id)
    return write(`${dictionary}/Filter/FlateDecode`, deflateSync(bytes, { level }), id)
  }
  /** Writes the waiting objects as one stream. */
  function bundle(): void {
    if (waiting.length === 0) return
    const id = reserve()
    let at = 0
    const places = waiting
      .map((object, index) => {
        entries[object.id] = { kind: 2, at: id, index }
        const place = `${object.id} ${at}`
        at += object.text.length + 1
        return place
      })
      .join(' ')
    const texts = waiting.map(({ text }) => text).join('\n')
    stream(`/Type/ObjStm/N ${waiting.length}/First ${places.length + 1}`, latin1(`${places}\n${texts}`), id)
    waiting = []
  }
  function put(text: string, id = reserve()): number {
    waiting.push({ id, text })
    if (waiting.length === objectsPerStream) bundle()
    return id
  }
  function crossReference(id: number): { table: Buffer; width: number } {
    entries[id] = { kind: 1, at: length(), index: 0 }
    const width = bytesFor(Math.max(length(), entries.length))
    const table = Buffer.alloc(entries.length * (width + 2))
    for (const [index, entry] of entries.entries()) {
      if (entry === undefined) continue
      const at = index * (width + 2)
      table.writeUInt8(entry.kind, at)
      table.writeUIntBE(entry.at, at + 1, width)
      table.writeUInt8(entry.index, at + 1 + width)
    }
    return { table, width }
  }
  return {
    reserve,
    put,
    stream,
    quickStream: (dictionary, bytes) => stream(dictionary, bytes, reserve(), constants.Z_BEST_SPEED),
    plainStream: (dictionary, bytes) => write(dictionary, bytes, reserve()),
    finish: (root, info) => {
      bundle()
      const id = reserve()
      const start = length()
      const { table, width } = crossReference(id)
      const name = nameSoFar()
      stream(`/Type/XRef/Size ${entries.length}/W[1 ${width} 1]/Root ${root} 0 R/Info ${info} 0 R/ID[<${name}><${name}>]`, table, id)
      append(latin1(`startxref\n${start}\n%%EOF\n`))
      end()
    },
  }
}
