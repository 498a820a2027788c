import {
  colToLetter,
  dateToSerial,
  EncryptedFileError,
  HucreError,
  readXlsx,
  writeXlsx,
  type CellStyle,
  type CellValue,
  type WriteSheet,
} from 'hucre'
import { instant, millisOf, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { ImportCell, ImportSheet } from '#domain/import-result'
import { unpackForeignZip } from './batch-file/unpack.ts'
import { isPlainEntryName, sameFileKey, writeZip } from './batch-file/zip.ts'
import { createSharedTexts, type RowCell, sheetXml } from './workbook-rows.ts'

/**
 * How a column is written. `text`: always text, never a number or formula. `count`: whole number. `money`: the value is
 * in 分, the cell in 元 with two decimals. `hundredths`: the value is in hundredths (hours), the cell with two decimals.
 * `date`: `2026-11-21`; `instant`: `2026-11-21 14:05` of the shop's clock; both become real dates.
 */
export type ColumnKind = 'text' | 'count' | 'money' | 'hundredths' | 'date' | 'instant'

/** `width` in characters; `choices` offers a list in the cells below the heading. */
export type WorkbookColumn = {
  readonly heading: string
  readonly width: number
  readonly kind: ColumnKind
  readonly choices?: readonly string[]
}

/** A list, or rows that are made as they are written. */
type Rows = Iterable<readonly (string | number | null)[]> & { readonly length: number }

/** `rows` in the order of `columns`. `blankRows` are added below with the formats of their columns, for filling in. */
export type WorkbookSheet = {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: Rows
  readonly blankRows?: number
  /** with the arrows of Excel's own filter on the headings */
  readonly filtered?: boolean
}

/** `at` stands as the time of making inside the file, so that the same content gives the same bytes. */
export type WorkbookContent = {
  readonly title: string
  readonly author: string
  readonly at: Instant
  readonly sheets: readonly WorkbookSheet[]
}

const megabyte = 1024 * 1024
/** Reliability E.7. */
export const workbookLimits = { fileBytes: 20 * megabyte, unpackedBytes: 200 * megabyte, entries: 2_000, rows: 50_000 } as const

const formats: Readonly<Record<ColumnKind, CellStyle>> = {
  text: { numFmt: '@' },
  count: { numFmt: '0' },
  money: { numFmt: '0.00' },
  hundredths: { numFmt: '0.00' },
  date: { numFmt: 'yyyy-mm-dd' },
  instant: { numFmt: 'yyyy-mm-dd hh:mm' },
}
const headingStyle: CellStyle = {
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF2' } },
  numFmt: '@',
  alignment: { vertical: 'center' },
}

/**
 * Text that Excel, or a CSV saved from it, would take for a formula gets an apostrophe in front, and stays readable.
 * A text that begins so already gets one more, so that import can take back exactly one. Full-width signs count too: Chinese Excel reads them as the half-width ones when the cell is typed anew.
 */
export function guardText(text: string): string {
  const guarded = /^'*(?:[=+\-@＝＋－＠\t\r]|#[A-Z0-9/_]+[!?]?$)/iu.test(text) ? `'${text}` : text
  // `_x0041_` is how the format writes a character by number; as typed text it must not turn into "A".
  return guarded.replace(/_x(?=[0-9A-Fa-f]{4}_)/gu, '_x005F_x')
}

function cellOf(value: string | number | null, kind: ColumnKind): RowCell {
  if (value === null) return null
  if (kind === 'text') return guardText(String(value))
  if (kind === 'date' || kind === 'instant') return dateToSerial(wallClock(String(value)))
  if (typeof value === 'string') throw new Error(`text in a ${kind} column: ${value}`)
  return kind === 'count' ? value : value / 100
}

/** Excel's dates have no zone; the library takes them as if they were UTC. */
function wallClock(text: string): Date {
  const [day = '', time = '00:00'] = text.split(' ')
  return new Date(`${day}T${time}:00.000Z`)
}

/** Excel takes 31 characters, none of them one of these. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:']/gu, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1'
  )
}

/** The sheet without its rows: how a blank one looks stands for all. */
function frameOf({ name, columns, rows, blankRows = 0, filtered = false }: WorkbookSheet): WriteSheet {
  const others = rows.length + blankRows
  return {
    name: sheetName(name),
    ...(filtered ? { autoFilter: { range: `A1:${colToLetter(columns.length - 1)}${rows.length + 1}` } } : {}),
    columns: columns.map(({ width, kind }) => ({ width, style: formats[kind] })),
    rows: [columns.map(({ heading }) => heading), ...(others === 0 ? [] : [columns.map(() => null)])],
    cells: new Map(columns.map((_, index) => [`0,${index}`, { style: headingStyle }])),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices }, index) =>
      choices === undefined
        ? []
        : [{ type: 'list' as const, values: [...choices], allowBlank: true, range: columnRange(index, Math.max(others, 1)) }],
    ),
  }
}

function* rowsOf({ columns, rows, blankRows = 0 }: WorkbookSheet): Generator<readonly RowCell[]> {
  yield columns.map(({ heading }) => heading)
  for (const row of rows) yield columns.map(({ kind }, index) => cellOf(row[index] ?? null, kind))
  for (let nth = 0; nth < blankRows; nth += 1) yield []
}

function columnRange(index: number, last: number): string {
  return `${colToLetter(index)}2:${colToLetter(index)}${last + 1}`
}

/**
 * An .xlsx with bold, frozen headings. The library writes all of it but the rows, of which a batch has a hundred thousand. The
 * parts are packed by our own zip writer: what zlib makes of them differs between versions, and the same content must give
 * the same bytes everywhere (settled.md 20).
 * @throws Error for text in a number column, a fault of the caller.
 */
export async function writeWorkbook({ title, author, at, sheets }: WorkbookContent): Promise<Uint8Array> {
  const made = new Date(millisOf(at))
  const packed = await writeXlsx({
    sheets: sheets.map(frameOf),
    properties: { title, creator: author, lastModifiedBy: author, created: made, modified: made },
    defaultFont: { name: '宋体', size: 11 },
  })
  const frames = unpackForeignZip(packed, { entries: 100 + sheets.length * 4, bytes: 2048 * megabyte })
  if (!frames.ok) throw new Error('the workbook that was just written cannot be unpacked')
  const parts = new Map(frames.entries.map(({ name, bytes }) => [name, bytes]))
  const texts = createSharedTexts()
  for (const [nth, sheet] of sheets.entries()) {
    const name = `xl/worksheets/sheet${nth + 1}.xml`
    parts.set(
      name,
      sheetXml(Buffer.from(parts.get(name) ?? []).toString(), rowsOf(sheet), 1 + sheet.rows.length + (sheet.blankRows ?? 0), texts),
    )
  }
  parts.set('xl/sharedStrings.xml', texts.xml())
  return writeZip(
    [...parts].map(([name, bytes]) => ({ name, bytes })),
    at,
  )
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Excel's dates have no zone; the library gives them as if they were UTC. A time without a day stays a text. */
function dateCell(value: Date): ImportCell {
  const moment = new Date(Math.round(value.getTime() / 60_000) * 60_000)
  const year = moment.getUTCFullYear()
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`
  if (year < 1900) return time
  const day = `${String(year).padStart(4, '0')}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`
  return { date: time === '00:00' ? day : `${day} ${time}` }
}

function importCell(value: CellValue): ImportCell {
  if (value instanceof Date) return dateCell(value)
  return typeof value === 'string' && value.trim() === '' ? null : value
}

const oldContainer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** Word, Excel 97 and password-protected Excel all use the old container; the names of its streams tell which. */
function refuseOldContainer(data: Buffer): never {
  const protectedByPassword = data.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  throw new AppError('invalid', protectedByPassword ? 'workbook.password' : 'workbook.oldFormat')
}

/** The date of the repacked copy; nobody sees it. */
const unpackedAt = instant('2000-01-01T00:00:00.000Z')

/** Unpacks within limits and packs again without compression, so that the library never meets a bomb. */
function safeParts(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const limitMegabytes = workbookLimits.fileBytes / megabyte
  if (data.byteLength > workbookLimits.fileBytes) throw new AppError('invalid', 'workbook.tooLarge', { megabytes: limitMegabytes })
  if (data.subarray(0, 8).equals(oldContainer)) refuseOldContainer(data)
  const parts = unpackForeignZip(bytes, { entries: workbookLimits.entries, bytes: workbookLimits.unpackedBytes })
  if (!parts.ok)
    throw new AppError('invalid', parts.why === 'tooLarge' ? 'workbook.tooLarge' : 'workbook.notWorkbook', { megabytes: limitMegabytes })
  const sheetParts = parts.entries.filter(({ name }) => /\.(xml|rels)$/iu.test(name))
  const names = new Set(sheetParts.map(({ name }) => sameFileKey(name)))
  if (!names.has('[content_types].xml') || names.size < sheetParts.length || !sheetParts.every(({ name }) => isPlainEntryName(name))) {
    throw new AppError('invalid', 'workbook.notWorkbook')
  }
  // A document type may define entities that grow without end; no spreadsheet program writes one.
  if (sheetParts.some((part) => Buffer.from(part.bytes).includes('<!DOCTYPE'))) throw new AppError('invalid', 'workbook.notWorkbook')
  return writeZip(sheetParts, unpackedAt)
}

/**
 * Reads every visible sheet of an .xlsx: texts, numbers, true/false, dates as `{ date }`, formulas by the value Excel
 * last computed; blank cells are null and every row is as long as the longest. At most 20 MB and 50,000 rows per sheet.
 * @throws AppError invalid: not a workbook, damaged, protected by a password, the old .xls format, or too large.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ImportSheet[]> {
  const safe = safeParts(bytes)
  const { sheets } = await readXlsx(safe, {
    maxRows: workbookLimits.rows + 2,
    sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
  }).catch((error: unknown) => {
    if (error instanceof EncryptedFileError) throw new AppError('invalid', 'workbook.password')
    if (error instanceof HucreError || error instanceof RangeError) throw new AppError('invalid', 'workbook.notWorkbook')
    throw error
  })
  // A Word file in the same clothing has no sheets.
  if (sheets.length === 0) throw new AppError('invalid', 'workbook.notWorkbook')
  const long = sheets.find(({ rows }) => rows.length > workbookLimits.rows + 1)
  if (long !== undefined) throw new AppError('invalid', 'workbook.tooManyRows', { sheet: long.name, rows: workbookLimits.rows })
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(importCell)) }))
}
