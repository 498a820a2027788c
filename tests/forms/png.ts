import { crc32, deflateSync, inflateSync } from 'node:zlib'
import type { Picture } from './pictures.ts'

/** Grey pictures with 16 shades: enough to see that a page has changed, and a fifth of the bytes. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const bits = 4
const step = 255 / 15

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(content.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

export function encodePng({ width, height, pixels }: Picture): Buffer {
  const line = 1 + Math.ceil(width / 2)
  const rows = Buffer.alloc(line * height)
  for (const [index, grey] of pixels.entries()) {
    const [x, y] = [index % width, Math.floor(index / width)]
    const at = y * line + 1 + (x >> 1)
    rows[at] = (rows[at] ?? 0) | (Math.round(grey / step) << (x % 2 === 0 ? 4 : 0))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(bits, 8)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

/** Reads what `encodePng` writes. */
export function decodePng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const data = file.subarray(8 + 25 + 8, 8 + 25 + 8 + file.readUInt32BE(8 + 25))
  const rows = inflateSync(data)
  const line = 1 + Math.ceil(width / 2)
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)]
    return (((rows[y * line + 1 + (x >> 1)] ?? 0) >> (x % 2 === 0 ? 4 : 0)) & 15) * step
  })
  return { width, height, pixels }
}
