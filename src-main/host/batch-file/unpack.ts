import { crc32, inflateRawSync } from 'node:zlib'
import { centralSignature, centralSize, endSignature, endSize, localSignature, localSize, type ZipEntry } from './zip.ts'

/** What an archive from outside may hold before it is refused (reliability.md E.7). */
export type UnpackLimits = { readonly entries: number; readonly bytes: number }

/** `damaged`: no archive or a broken one. `tooLarge`: over the limits. */
export type Unpacked =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly why: 'damaged' | 'tooLarge' }

const longCount = 0xffff_ffff
const longExtra = 1
const deflated = 8

type Listed = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** A comment of up to 64 KB may follow the end record, so it is looked for from the back. */
function findEnd(data: Buffer): number {
  const lowest = Math.max(0, data.byteLength - endSize - 0xffff)
  for (let at = data.byteLength - endSize; at >= lowest; at -= 1) {
    if (data.readUInt32LE(at) === endSignature) return at
  }
  return -1
}

/** Some programs write 64-bit sizes in an extra field even for small files. */
function longNumbers(extra: Buffer, wanted: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === longExtra) {
      let from = at + 4
      return wanted.map((value) => {
        if (value !== longCount) return value
        from += 8
        return Number(extra.readBigUInt64LE(from - 8))
      })
    }
    at += 4 + length
  }
  return [...wanted]
}

function readListed(data: Buffer, at: number): { listed: Listed; next: number } | null {
  if (data.readUInt32LE(at) !== centralSignature) return null
  const nameEnd = at + centralSize + data.readUInt16LE(at + 28)
  const extraEnd = nameEnd + data.readUInt16LE(at + 30)
  const [size = 0, packed = 0, offset = 0] = longNumbers(data.subarray(nameEnd, extraEnd), [
    data.readUInt32LE(at + 24),
    data.readUInt32LE(at + 20),
    data.readUInt32LE(at + 42),
  ])
  return {
    listed: {
      name: data.toString('utf8', at + centralSize, nameEnd).replaceAll('\\', '/'),
      flags: data.readUInt16LE(at + 8),
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    },
    next: extraEnd + data.readUInt16LE(at + 32),
  }
}

function unpackOne(data: Buffer, { flags, method, crc, packed, size, offset }: Listed): Uint8Array | null {
  // bit 0: encrypted
  if ((flags & 1) !== 0 || data.readUInt32LE(offset) !== localSignature) return null
  const from = offset + localSize + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28)
  const raw = data.subarray(from, from + packed)
  if (raw.byteLength !== packed) return null
  const bytes = method === deflated ? inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) }) : method === 0 ? raw : null
  return bytes !== null && bytes.byteLength === size && crc32(bytes) === crc ? bytes : null
}

/**
 * Unpacks a zip that another program wrote (stored or deflated, 64-bit sizes allowed). Nothing grows beyond `limits`:
 * the declared sizes are added up first and no entry may become larger than it declared.
 */
export function unpackForeignZip(bytes: Uint8Array, limits: UnpackLimits): Unpacked {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(data)
    if (end < 0) return { ok: false, why: 'damaged' }
    const count = data.readUInt16LE(end + 10)
    if (count > limits.entries) return { ok: false, why: 'tooLarge' }
    const listed: Listed[] = []
    for (let at = data.readUInt32LE(end + 16); listed.length < count;) {
      const found = readListed(data, at)
      if (found === null) return { ok: false, why: 'damaged' }
      listed.push(found.listed)
      at = found.next
    }
    if (listed.reduce((sum, { size }) => sum + size, 0) > limits.bytes) return { ok: false, why: 'tooLarge' }
    const entries: ZipEntry[] = []
    for (const one of listed) {
      if (one.name.endsWith('/')) continue
      const content = unpackOne(data, one)
      if (content === null) return { ok: false, why: 'damaged' }
      entries.push({ name: one.name, bytes: content })
    }
    return { ok: true, entries }
  } catch (error) {
    // RangeError: an offset outside the file; zlib's errors: broken or longer than declared.
    if (error instanceof Error) return { ok: false, why: 'damaged' }
    throw error
  }
}
