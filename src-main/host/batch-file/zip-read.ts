import { crc32 } from 'node:zlib'
import { instantOfMillis, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { SentenceKey, SentenceParams } from '#domain/sentences/index'
import {
  centralSignature,
  centralSize,
  endSignature,
  endSize,
  isPlainEntryName,
  localSignature,
  localSize,
  sameFileKey,
  storedMethod,
  utf8Flag,
  versionNeeded,
  type ZipEntry,
} from './zip.ts'

type Header = {
  readonly version: number
  readonly flags: number
  readonly method: number
  readonly stamp: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly nameLength: number
  readonly extraLength: number
}

function refuse(key: SentenceKey, params: SentenceParams = {}): never {
  throw new AppError('invalid', key, params)
}

function commonHeader(data: Buffer, at: number): Header {
  return {
    version: data.readUInt16LE(at),
    flags: data.readUInt16LE(at + 2),
    method: data.readUInt16LE(at + 4),
    stamp: data.readUInt32LE(at + 6),
    crc: data.readUInt32LE(at + 10),
    packed: data.readUInt32LE(at + 14),
    size: data.readUInt32LE(at + 18),
    nameLength: data.readUInt16LE(at + 22),
    extraLength: data.readUInt16LE(at + 24),
  }
}

/** The end record must be the last 22 bytes: no comment, nothing after it, one volume. */
function readEnd(data: Buffer): { count: number; size: number; offset: number } {
  const at = data.byteLength - endSize
  if (at < 0 || data.readUInt32LE(at) !== endSignature) return refuse('batchFile.zipEnd')
  const count = data.readUInt16LE(at + 10)
  const size = data.readUInt32LE(at + 12)
  const offset = data.readUInt32LE(at + 16)
  const plain =
    data.readUInt32LE(at + 4) === 0 && data.readUInt16LE(at + 8) === count && data.readUInt16LE(at + 20) === 0 && offset + size === at
  return plain ? { count, size, offset } : refuse('batchFile.zipDirectory')
}

function nameAt(data: Buffer, at: number, length: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data.subarray(at, at + length))
  } catch {
    return refuse('batchFile.zipName', { name: data.toString('latin1', at, at + length) })
  }
}

/** One file that stands at `at`, the place where the one before it ended. */
function readLocal(data: Buffer, at: number, limit: number): { header: Header; entry: ZipEntry; next: number } {
  if (at + localSize > limit || data.readUInt32LE(at) !== localSignature) return refuse('batchFile.zipGap', { at })
  const header = commonHeader(data, at + 4)
  const nameEnd = at + localSize + header.nameLength
  const next = nameEnd + header.size
  if (nameEnd > limit) return refuse('batchFile.zipGap', { at })
  const name = nameAt(data, at + localSize, header.nameLength)
  if (!isPlainEntryName(name)) return refuse('batchFile.zipName', { name })
  if (header.method !== storedMethod || header.packed !== header.size) return refuse('batchFile.zipPacked', { name })
  if (header.flags !== utf8Flag || header.version !== versionNeeded || header.extraLength !== 0)
    return refuse('batchFile.zipHeader', { name })
  if (next > limit) return refuse('batchFile.zipSize', { name })
  const bytes = data.subarray(nameEnd, next)
  if (crc32(bytes) !== header.crc) return refuse('batchFile.zipChanged', { name })
  return { header, entry: { name, bytes }, next }
}

function checkDirectoryEntry(data: Buffer, at: number, limit: number, local: { header: Header; entry: ZipEntry; offset: number }): number {
  const { name } = local.entry
  const next = at + centralSize + local.header.nameLength
  if (next > limit || data.readUInt32LE(at) !== centralSignature) return refuse('batchFile.zipDirectory')
  const header = commonHeader(data, at + 6)
  const sameHeader = JSON.stringify(header) === JSON.stringify(local.header) && data.readUInt16LE(at + 4) === versionNeeded
  // comment length, volume, internal and external attributes: all nought
  const nothingElse = data.subarray(at + 32, at + 42).every((byte) => byte === 0)
  if (!sameHeader || !nothingElse || data.readUInt32LE(at + 42) !== local.offset) return refuse('batchFile.zipHeader', { name })
  return nameAt(data, at + centralSize, header.nameLength) === name ? next : refuse('batchFile.zipHeader', { name })
}

function instantOfStamp(stamp: number): Instant {
  const time = stamp & 0xffff
  const date = stamp >>> 16
  const millis = Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2)
  return Number.isFinite(millis) ? instantOfMillis(millis) : refuse('batchFile.zipDirectory')
}

/**
 * Reads an archive that `writeZip` could have written, and nothing else: refuses compression, foreign flags, extra
 * fields, comments, gaps, bytes before or after, names that repeat or leave the folder, and any size or CRC that does
 * not fit. The entries are views into `bytes`. @throws AppError invalid with the reason.
 */
export function readZip(bytes: Uint8Array): { entries: ZipEntry[]; at: Instant } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = readEnd(data)
  const locals: { header: Header; entry: ZipEntry; offset: number }[] = []
  const seen = new Set<string>()
  let at = 0
  while (at < end.offset) {
    const { header, entry, next } = readLocal(data, at, end.offset)
    const key = sameFileKey(entry.name)
    if (seen.has(key)) return refuse('batchFile.zipTwice', { name: entry.name })
    seen.add(key)
    locals.push({ header, entry, offset: at })
    at = next
  }
  const first = locals[0]
  if (first === undefined || locals.length !== end.count) return refuse('batchFile.zipDirectory')
  const other = locals.find(({ header }) => header.stamp !== first.header.stamp)
  if (other !== undefined) return refuse('batchFile.zipHeader', { name: other.entry.name })
  const limit = end.offset + end.size
  for (const local of locals) at = checkDirectoryEntry(data, at, limit, local)
  if (at !== limit) return refuse('batchFile.zipDirectory')
  return { entries: locals.map(({ entry }) => entry), at: instantOfStamp(first.header.stamp) }
}
