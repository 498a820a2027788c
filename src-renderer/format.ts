import { instant, localDateOf, localTimeOf, parseLocalDate, type Instant, type LocalDate } from '#domain/dates'
import { fen, formatFen, parseFen, type Fen } from '#domain/money'
import { grouped, halfWidth } from '#domain/text'

export { spacedPhone as phone } from '#domain/text'

/** How values are shown and typed (ui.md Rules). Days and times are the shop's, +08:00 all year. */
const none = ''

/** 分 → `1,284,300.50` */
export function money(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? none : formatFen(fen(amount))
}

/** Whole numbers with thousands separated. */
export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? none : grouped(value)
}

/** A whole number of 1/`factor` as the figure it stands for: `12,345`, `0.5` */
export function figure(value: number | null, factor = 1): string {
  if (value === null) return none
  const number = value / factor
  return Number.isInteger(number) ? grouped(number) : String(number)
}

/** 1/100 h → `1.5` */
export function hours(value: number | null): string {
  return value === null ? none : String(value / 100)
}

/** UTC instant → the shop's `2026-11-21` */
export function day(moment: Instant | null): string {
  return moment === null ? none : localDateOf(moment)
}

/** UTC instant → the shop's `2026-11-21 14:05` */
export function dayTime(moment: Instant | null): string {
  return moment === null ? none : `${localDateOf(moment)} ${localTimeOf(moment)}`
}

/** UTC instant → the shop's `14:05` */
export function clock(moment: Instant | null): string {
  return moment === null ? none : localTimeOf(moment)
}

export function now(): Instant {
  return instant(new Date().toISOString())
}

/** The shop's time now as it stands in a file's name: `20261121-1405` */
export function nameStamp(): string {
  const moment = now()
  return `${localDateOf(moment).replaceAll('-', '')}-${localTimeOf(moment).replace(':', '')}`
}

/** The shop's day now. */
export function today(): LocalDate {
  return localDateOf(now())
}

/** The last fourteen months, newest first, as `2026-11`. */
export function recentMonths(): readonly string[] {
  const [year, month] = today().split('-').map(Number)
  return Array.from({ length: 14 }, (_, back) => {
    const months = (year ?? 0) * 12 + (month ?? 1) - 1 - back
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

export function bytes(size: number): string {
  if (size < 1024) return `${size} B`
  if (size < 1_048_576) return `${Math.round(size / 1024)} KB`
  return size < 1_073_741_824 ? `${(size / 1_048_576).toFixed(1)} MB` : `${(size / 1_073_741_824).toFixed(1)} GB`
}

function realDay(year: string, month: string, date: string): LocalDate | null {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

/** What a Chinese keyboard makes of digits, letters and the decimal point (`１２。５`), as it is meant. */
export function plainTyped(typed: string): string {
  return halfWidth(typed).replace(/。/g, '.')
}

/**
 * A typed day → `2026-11-21`, or null when it is none. Takes `2026-11-21`, `20261121`, `2026/1/5`, and `11-21` or
 * `1121` in the year of `thisDay`.
 */
export function parseDay(typed: string, thisDay: string): LocalDate | null {
  const text = typed.trim()
  const [, month, date, monthPair, datePair] = /^(\d{1,2})[-/.月](\d{1,2})日?$|^(\d{2})(\d{2})$/.exec(text) ?? []
  if (month && date) return realDay(thisDay.slice(0, 4), month, date)
  if (monthPair && datePair) return realDay(thisDay.slice(0, 4), monthPair, datePair)
  const [, year, fullMonth, fullDate] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  return year && fullMonth && fullDate ? realDay(year, fullMonth, fullDate) : null
}

/** A typed time → `14:05`, or null. Takes `14:05`, `1405`, `9:5`, `9`. */
export function parseClock(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:：.]?(\d{1,2}))?$/.exec(typed.trim())
  if (!found) return null
  const hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}

/** A typed amount in 元 with at most two decimals → 分, or null. */
export function parseMoney(typed: string): Fen | null {
  return parseFen(typed.replace(/[,，\s¥￥]/g, ''))
}
