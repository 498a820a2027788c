import { addDays, localDate, parseLocalDate, type LocalDate } from './dates.ts'
import { readPhone } from './identity.ts'
import { fen, formatFen, zeroFen, type Fen } from './money.ts'
import { shortened, type Teller } from './import-findings.ts'
import type { ImportCell } from './import-result.ts'
import { cleanText, grouped, halfWidth, lengthOf } from './text.ts'

/** A cell with something in it. */
export type FilledCell = Exclude<ImportCell, null>

/** A day with or without the time of day, by the clock on the shop's wall; `time` is `HH:mm`. */
export type WallTime = { readonly date: LocalDate; readonly time: string | null }

const formulaError = /^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NULL|NUM|SPILL|CALC)[!?]?$/i
const scientific = /^\d(?:\.\d+)?E\+\d{1,3}$/i

/** What Excel would take for a formula or an error stands in our own exports behind an apostrophe. */
const guarded = /^'(?='*(?:[=+\-@＝＋－＠\t\r]|#[A-Z0-9/_]+[!?]?$))/iu

function unguarded(text: string): string {
  return text.replace(guarded, '')
}

/** Letters and digits only: ， and （ belong to Chinese writing. */
function halfWidthLetters(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]+/gu, halfWidth)
}

function logicalWord(cell: boolean): string {
  return cell ? 'TRUE' : 'FALSE'
}

/** In a column of names or codes Excel's TRUE is a word that was typed and turned round; it is kept with a warning. */
export function doubtLogical(cell: FilledCell, tell: Teller): void {
  if (typeof cell === 'boolean') tell.warn('import.bad.logical', 'import.do.logical', { text: logicalWord(cell) })
}

/** As texts are kept from a workbook: half-width letters and digits, runs of blanks as one. */
export function tidyText(text: string): string {
  return halfWidthLetters(text).replace(/\s+/gu, ' ').trim()
}

/**
 * The text of a cell: line ends and runs of blanks become one blank, control and bidi characters are removed with a
 * notice (settled.md 4), and so is the apostrophe our own exports put before `=`. Null = nothing left, or refused.
 */
export function readText(cell: FilledCell, limit: number, tell: Teller): string | null {
  if (typeof cell === 'object') return tell.refuse('import.bad.dateInText', 'import.do.asText')
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return tell.refuse('import.bad.precisionLost', 'import.do.precisionLost')
  const raw = typeof cell === 'boolean' ? logicalWord(cell) : String(cell)
  if (formulaError.test(raw.trim())) return tell.refuse('import.bad.formulaError', 'import.do.formulaError', { value: raw.trim() })
  const cleaned = cleanText(unguarded(raw), { max: limit })
  const text = tidyText(cleaned.text)
  if (cleaned.removed.length > 0) {
    tell.warn('import.bad.controlCharacters', 'import.do.controlCharacters', {
      characters: cleaned.removed.join('、'),
      text: shortened(text),
    })
  }
  const length = lengthOf(text)
  if (length > limit) return tell.refuse('import.bad.tooLong', 'import.do.tooLong', { length, limit })
  return text === '' ? null : text
}

/** A code as stamped or printed: half-width, upper case, no blanks. Numbers that Excel has spoilt are refused. */
export function readCode(cell: FilledCell, limit: number, tell: Teller): string | null {
  const text = readText(cell, limit, tell)
  if (text === null) return null
  const code = halfWidth(text).replace(/\s/gu, '').toUpperCase()
  return scientific.test(code) ? tell.refuse('import.bad.scientific', 'import.do.precisionLost') : code
}

const longestPhone = 25

/** domain.md V-06; a number that begins with + is taken as 外籍/其他 with a warning. Null = refused. */
export function readPhoneNumber(cell: FilledCell, tell: Teller): string | null {
  const text = readCode(cell, longestPhone, tell)
  if (text === null) return null
  const { value, problems } = readPhone(text)
  if (problems.length === 0) return value
  if (!/^\+\d[\d-]{6,18}$/.test(value)) return tell.refuse('import.bad.phone', 'import.do.phone')
  tell.warn('import.bad.foreignPhone', 'import.do.foreignPhone')
  return value
}

/** The text of a number cell without blanks, thousands commas, ¥ and unit words; null = refused. */
function numberText(cell: FilledCell, units: RegExp, tell: Teller): string | null {
  if (typeof cell === 'object') return tell.refuse('import.bad.dateInText', 'import.do.asText')
  const text = halfWidth(String(cell)).replace(/\s/gu, '')
  if (formulaError.test(text)) return tell.refuse('import.bad.formulaError', 'import.do.formulaError', { value: text })
  const bare = text.replace(/^[¥￥]/u, '').replace(units, '')
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
}

/** Decimal places a number typed by a person has; 0.1 + 0.2 from a formula counts as 0.3. */
function inHundredths(text: string): number | null {
  const hundredths = Number(text) * 100
  const whole = Math.round(hundredths)
  return Math.abs(hundredths - whole) < 1e-6 ? whole : null
}

const plainNumber = /^-?\d{1,12}(?:\.\d+)?$/
/** 10 million 元 for one price. */
export const moneyLimit = fen(1_000_000_000)

/** Not from `min` to the limit. */
export function refuseAmount(tell: Teller, min: Fen): null {
  return tell.refuse('import.bad.outOfRange', 'import.do.outOfRange', { min: formatFen(min), max: formatFen(moneyLimit) })
}

/** 元 → 分. */
export function readMoney(cell: FilledCell, tell: Teller): Fen | null {
  const text = numberText(cell, /元$/u, tell)
  if (text === null) return null
  if (!plainNumber.test(text)) return tell.refuse('import.bad.notMoney', 'import.do.notMoney')
  if (Number(text) < 0) return tell.refuse('import.bad.negative', 'import.do.negative')
  const whole = inHundredths(text)
  if (whole === null) return tell.refuse('import.bad.moneyDecimals', 'import.do.moneyDecimals')
  const amount = fen(whole)
  return amount > moneyLimit ? refuseAmount(tell, zeroFen) : amount
}

/** Hours 0.1–99.9 (domain.md V-12) → 1/100 h. */
export function readHours(cell: FilledCell, tell: Teller): number | null {
  const text = numberText(cell, /(?:小时|工时|h)$/iu, tell)
  if (text === null) return null
  const whole = plainNumber.test(text) ? inHundredths(text) : null
  if (whole === null) return tell.refuse('import.bad.notHours', 'import.do.notHours')
  return whole < 10 || whole > 9990 ? tell.refuse('import.bad.outOfRange', 'import.do.outOfRange', { min: 0.1, max: 99.9 }) : whole
}

export function readInteger(cell: FilledCell, min: number, max: number, tell: Teller): number | null {
  const text = numberText(cell, /(?:公里|千米|km|个月|月|人|天|件|个|只)$/iu, tell)
  if (text === null) return null
  const value = Number(text)
  if (!plainNumber.test(text) || !Number.isInteger(value)) return tell.refuse('import.bad.notInteger', 'import.do.notInteger')
  return value < min || value > max
    ? tell.refuse('import.bad.outOfRange', 'import.do.outOfRange', { min: grouped(min), max: grouped(max) })
    : value
}

const excelDayZero = localDate('1899-12-30')
const earliest = localDate('1980-01-01')
const writtenDate = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/u
const shortYear = /^\d{2}(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?$/u
const packedDate = /^(\d{4})(\d{2})(\d{2})$/
const writtenTime = /^(\d{1,2})(?::|时|点)(?:(\d{1,2})(?::\d{1,2}(?:\.\d+)?|分)?)?(?:Z|\+08:?00)?$/u

function two(digits: string): string {
  return digits.padStart(2, '0')
}

function dayOf(text: string, tell: Teller): LocalDate | null {
  const match = writtenDate.exec(text) ?? packedDate.exec(text)
  if (match === null) {
    return shortYear.test(text)
      ? tell.refuse('import.bad.twoDigitYear', 'import.do.twoDigitYear')
      : tell.refuse('import.bad.notDate', 'import.do.notDate')
  }
  const [, year = '', month = '', day = ''] = match
  const date = parseLocalDate(`${year}-${two(month)}-${two(day)}`)
  if (date === null) return tell.refuse('import.bad.noSuchDay', 'import.do.noSuchDay')
  return date < earliest ? tell.refuse('import.bad.oddYear', 'import.do.oddYear', { date }) : date
}

/** Excel counts days from 1899-12-30; the fraction is the time of day. Serial numbers 29,221–73,050 are 1980–2099. */
function wallTimeOfSerial(serial: number): WallTime {
  const minutes = Math.round(serial * 1440)
  const day = Math.floor(minutes / 1440)
  const rest = minutes - day * 1440
  const time = `${two(String(Math.floor(rest / 60)))}:${two(String(rest % 60))}`
  return { date: addDays(excelDayZero, day), time: rest === 0 ? null : time }
}

function isSerial(value: number): boolean {
  return value >= 29_221 && value < 73_051
}

/** `14:30`, `14:30:00`, `14点30分`; null = not a time. */
function timeOf(text: string): string | null {
  const match = writtenTime.exec(text)
  if (match === null) return null
  const [, hour = '', minute = '0'] = match
  return Number(hour) < 24 && Number(minute) < 60 ? `${two(hour)}:${two(minute)}` : null
}

/** A real date cell, an Excel serial number, or text: ISO, 2026/1/2, 2026.1.2, 2026年1月2日, 20260102, each with a time or without. */
export function readWallTime(cell: FilledCell, tell: Teller): WallTime | null {
  const source = typeof cell === 'object' ? cell.date : cell
  if (typeof source === 'boolean') return tell.refuse('import.bad.notDate', 'import.do.notDate')
  const text = halfWidth(String(source)).trim()
  if (/^\d{5}(?:\.\d+)?$/.test(text) && isSerial(Number(text))) return wallTimeOfSerial(Number(text))
  const cut = text.search(/(?<=[\d日])[ T](?=\d)|(?<=日)(?=\d)/u)
  const date = dayOf((cut < 0 ? text : text.slice(0, cut)).replace(/\s/gu, ''), tell)
  if (date === null || cut < 0) return date === null ? null : { date, time: null }
  const time = timeOf(text.slice(cut).replace(/^[ T]/, '').replace(/\s/gu, ''))
  return time === null ? tell.refuse('import.bad.notMoment', 'import.do.notMoment') : { date, time }
}

/** As `readWallTime`; a time of day is dropped. */
export function readDate(cell: FilledCell, tell: Teller): LocalDate | null {
  return readWallTime(cell, tell)?.date ?? null
}
