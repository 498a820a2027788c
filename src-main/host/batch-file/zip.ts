import { crc32 } from 'node:zlib'
import { millisOf, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'

/** A file inside the archive; `name` uses `/` between folders. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array }

export const localSignature = 0x04034b50
export const centralSignature = 0x02014b50
export const endSignature = 0x06054b50
export const localSize = 30
export const centralSize = 46
export const endSize = 22
/** "version needed 2.0", the lowest that knows folders in names. */
export const versionNeeded = 20
/** Bit 11: names are UTF-8. Nothing else may be set. */
export const utf8Flag = 0x0800
export const storedMethod = 0
const maxEntries = 65_534
const maxBytes = 0xffff_fffe

type Placed = { readonly entry: ZipEntry; readonly name: Buffer; readonly crc: number; readonly offset: number }

/** DOS date and time of the moment, read in UTC so that every seat writes the same; two-second steps. */
export function dosTimeOf(at: Instant): { time: number; date: number } {
  const moment = new Date(millisOf(at))
  const year = moment.getUTCFullYear()
  if (year < 1980 || year > 2107) throw new AppError('invalid', 'batchFile.zipDate', { at })
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  }
}

/** A relative name that stays inside the folder it is unpacked to, on Windows too. */
export function isPlainEntryName(name: string): boolean {
  if (name.length === 0 || name.length > 240 || /[\\:*?"<>|\u0000-\u001f\u007f\ufffd]/u.test(name)) return false
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/u.test(part))
}

/** Two names that Windows would write to one file. */
export function sameFileKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** The 26 bytes that the local header and the directory have in common, from "version needed" to "extra length". */
function commonHeader({ entry, name, crc }: Placed, at: Instant): Buffer {
  const { time, date } = dosTimeOf(at)
  const header = Buffer.alloc(26)
  header.writeUInt16LE(versionNeeded, 0)
  header.writeUInt16LE(utf8Flag, 2)
  header.writeUInt16LE(storedMethod, 4)
  header.writeUInt16LE(time, 6)
  header.writeUInt16LE(date, 8)
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(entry.bytes.byteLength, 14)
  header.writeUInt32LE(entry.bytes.byteLength, 18)
  header.writeUInt16LE(name.byteLength, 22)
  return header
}

function localHeader(placed: Placed, at: Instant): Buffer {
  const signature = Buffer.alloc(4)
  signature.writeUInt32LE(localSignature)
  return Buffer.concat([signature, commonHeader(placed, at), placed.name])
}

function directoryEntry(placed: Placed, at: Instant): Buffer {
  const start = Buffer.alloc(6)
  start.writeUInt32LE(centralSignature)
  start.writeUInt16LE(versionNeeded, 4)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(placed.offset, 10)
  return Buffer.concat([start, commonHeader(placed, at), rest, placed.name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(endSize)
  end.writeUInt32LE(endSignature)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** An archive in the making: what to write for each entry, and at the end. The entries themselves are not copied. */
export type Zip = { readonly add: (entry: ZipEntry) => readonly Uint8Array[]; readonly end: () => readonly Uint8Array[] }

/**
 * All entries STORED, in the order they come, every date `at`, UTF-8 names, no extra fields, no comments (settled.md 20).
 * The same entries always give the same bytes.
 * @throws AppError invalid for names that are unsafe or meet twice, or when the classic format is full (65,534 files, 4 GB).
 */
export function createZip(at: Instant): Zip {
  const seen = new Set<string>()
  const directory: Buffer[] = []
  let offset = 0
  return {
    add: (entry) => {
      const key = sameFileKey(entry.name)
      if (!isPlainEntryName(entry.name)) throw new AppError('invalid', 'batchFile.zipName', { name: entry.name })
      if (seen.has(key)) throw new AppError('invalid', 'batchFile.zipTwice', { name: entry.name })
      seen.add(key)
      const here: Placed = { entry, name: Buffer.from(entry.name, 'utf8'), crc: crc32(entry.bytes), offset }
      const header = localHeader(here, at)
      directory.push(directoryEntry(here, at))
      offset += header.byteLength + entry.bytes.byteLength
      if (directory.length > maxEntries || offset > maxBytes) throw new AppError('invalid', 'batchFile.zipFull')
      return [header, entry.bytes]
    },
    end: () => {
      const whole = Buffer.concat(directory)
      if (offset + whole.byteLength + endSize > maxBytes) throw new AppError('invalid', 'batchFile.zipFull')
      return [whole, endRecord(directory.length, whole.byteLength, offset)]
    },
  }
}

/** The archive in one piece; see `createZip`. */
export function writeZip(entries: readonly ZipEntry[], at: Instant): Uint8Array {
  const zip = createZip(at)
  return Buffer.concat([...entries.flatMap(zip.add), ...zip.end()])
}
