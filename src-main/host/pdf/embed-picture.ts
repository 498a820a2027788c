import { deflateSync, inflateSync } from 'node:zlib'
import { type PictureHead, type PngColour, readPictureHead } from '#domain/picture'
import type { PdfFile } from './pdf-file.ts'

/** Bytes of pictures by their hash. */
export type PictureBytes = ReadonlyMap<string, Uint8Array>

type Png = Extract<PictureHead, { kind: 'png' }>
type Chunks = { readonly data: Buffer; readonly palette: Buffer }

function chunksOf(bytes: Uint8Array): Chunks {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Buffer[] = []
  let palette: Buffer = Buffer.alloc(0)
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') data.push(content)
    if (name === 'PLTE') palette = content
    at += 12 + length
  }
  return { data: Buffer.concat(data), palette }
}

const channelsOf: Readonly<Record<PngColour, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The rows as they were before PNG filtered them. */
function unfiltered({ width, height, colour }: Png, data: Buffer): Uint8Array {
  const step = channelsOf[colour]
  const line = width * step
  const filtered = inflateSync(data)
  const rows = new Uint8Array(line * height)
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (line + 1)] ?? 0
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x
      const left = x < step ? 0 : (rows[at - step] ?? 0)
      const up = y === 0 ? 0 : (rows[at - line] ?? 0)
      const corner = x < step || y === 0 ? 0 : (rows[at - line - step] ?? 0)
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0
      rows[at] = ((filtered[y * (line + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return rows
}

/** Paper is white: what shines through is laid on it, and the alpha, which would need a mask of its own, is gone. */
function onWhite(png: Png, data: Buffer): { readonly pixels: Buffer; readonly isGrey: boolean } {
  const channels = channelsOf[png.colour]
  const shades = channels - 1
  const rows = unfiltered(png, data)
  const count = png.width * png.height
  const pixels = Buffer.alloc(count * shades)
  let isGrey = true
  for (let pixel = 0; pixel < count; pixel += 1) {
    const alpha = (rows[pixel * channels + shades] ?? 255) / 255
    for (let shade = 0; shade < shades; shade += 1)
      pixels[pixel * shades + shade] = Math.round((rows[pixel * channels + shade] ?? 255) * alpha + 255 * (1 - alpha))
    if (shades === 3 && (pixels[3 * pixel] !== pixels[3 * pixel + 1] || pixels[3 * pixel] !== pixels[3 * pixel + 2])) isGrey = false
  }
  return isGrey && shades === 3 ? { pixels: Buffer.from(pixels.filter((_, index) => index % 3 === 0)), isGrey } : { pixels, isGrey }
}

const grey = '/DeviceGray'
const rgb = '/DeviceRGB'

function entriesOf({ width, height }: PictureHead, space: string, filter: string): string {
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}/BitsPerComponent 8/Filter/${filter}`
}

/** Without alpha the file's own compression stands: readers of PDF know the rows of PNG. */
function embedPng(file: PdfFile, png: Png, bytes: Uint8Array): number {
  const { data, palette } = chunksOf(bytes)
  if (png.colour === 4 || png.colour === 6) {
    const { pixels, isGrey } = onWhite(png, data)
    return file.plainStream(entriesOf(png, isGrey ? grey : rgb, 'FlateDecode'), deflateSync(pixels))
  }
  const space = png.colour === 0 ? grey : png.colour === 2 ? rgb : `[/Indexed${rgb} ${palette.length / 3 - 1} <${palette.toString('hex')}>]`
  return file.plainStream(
    `${entriesOf(png, space, 'FlateDecode')}/DecodeParms<</Predictor 15/Colors ${channelsOf[png.colour]}/BitsPerComponent 8/Columns ${png.width}>>`,
    data,
  )
}

/**
 * Writes one picture; gives the number of its object. Colours are sRGB by the document's intent.
 * @throws Error for bytes that are no picture: what is kept as one has been looked at before.
 */
export function embedPicture(file: PdfFile, bytes: Uint8Array): number {
  const head = readPictureHead(bytes)
  if (head === null) throw new Error('no picture that can be embedded')
  if (head.kind === 'png') return embedPng(file, head, bytes)
  return file.plainStream(entriesOf(head, head.channels === 1 ? grey : rgb, 'DCTDecode'), Buffer.from(bytes))
}
