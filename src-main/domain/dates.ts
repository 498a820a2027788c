/** A business date `YYYY-MM-DD` as the calendar on the wall shows it. Compare with `<` and `>`: the text order is the day order. */
export type LocalDate = string & { readonly unit: 'localDate' }

/** A moment in UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that the text order is the order in time. */
export type Instant = string & { readonly unit: 'instant' }

/** 放假 days and 调休 weekends that are worked, both `YYYY-MM-DD`. */
export type Holidays = { readonly holidays: ReadonlySet<string>; readonly workdays: ReadonlySet<string> }

const dayMillis = 86_400_000
const hourMillis = 3_600_000
/** Asia/Shanghai: +08:00 the whole year since 1992. */
const offsetMillis = 8 * hourMillis
const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/
const instantForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/
const timeForm = /^([01]\d|2[0-3]):([0-5]\d)$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function parts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** @throws RangeError outside the years 1–9999. */
function fromParts(year: number, month: number, day: number): LocalDate {
  if (year < 1 || year > 9999) throw new RangeError(`no such year: ${year}`)
  return localDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
}

/** Days since 1970-01-01. Counts in years that begin in March, so that the leap day is the last of its year. */
function dayNumber(date: LocalDate): number {
  const { year, month, day } = parts(date)
  const marchYear = month > 2 ? year : year - 1
  const monthsFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthsFromMarch + 2) / 5) + day - 1
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + dayOfYear - 719_468
}

/** The inverse of `dayNumber`; 146 097 days are one 400-year cycle. */
function fromDayNumber(days: number): LocalDate {
  const shifted = days + 719_468
  const cycle = Math.floor(shifted / 146_097)
  const dayOfCycle = shifted - cycle * 146_097
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  )
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const monthsFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthsFromMarch < 10 ? monthsFromMarch + 3 : monthsFromMarch - 9
  const day = dayOfYear - Math.floor((153 * monthsFromMarch + 2) / 5) + 1
  return fromParts(cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
}

export function isLocalDate(text: string): text is LocalDate {
  const match = dateForm.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && day >= 1 && day <= monthLength(year, month)
}

/** @throws RangeError unless `text` is a day of the calendar written `YYYY-MM-DD`. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

/** The date, or null unless `text` is a day of the calendar written `YYYY-MM-DD` (blanks around it allowed). */
export function parseLocalDate(text: string): LocalDate | null {
  const trimmed = text.trim()
  return isLocalDate(trimmed) ? trimmed : null
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** The same day of another month, or that month's last day if it is shorter: 2026-01-31 + 1 = 2026-02-28. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = parts(date)
  const total = year * 12 + month - 1 + months
  const newYear = Math.floor(total / 12)
  const newMonth = total - newYear * 12 + 1
  return fromParts(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)))
}

/** Days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  const days = dayNumber(date) + 3
  return days - Math.floor(days / 7) * 7 + 1
}

/** `YYYY-MM`. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7)
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return localDate(`${monthOf(date)}-01`)
}

export function lastOfMonth(date: LocalDate): LocalDate {
  const { year, month } = parts(date)
  return fromParts(year, month, monthLength(year, month))
}

/** For sorting: negative, 0 or positive. Works for dates and for instants. */
export function compare<T extends LocalDate | Instant>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function laterOf<T extends LocalDate | Instant>(a: T, b: T): T {
  return a < b ? b : a
}

export function earlierOf<T extends LocalDate | Instant>(a: T, b: T): T {
  return b < a ? b : a
}

export function isWorkingDay(date: LocalDate, { holidays, workdays }: Holidays): boolean {
  if (workdays.has(date)) return true
  return !holidays.has(date) && dayOfWeek(date) <= 5
}

/** The day itself if it is worked, else the first worked day after it (domain.md MC3). */
export function nextWorkingDay(date: LocalDate, holidays: Holidays): LocalDate {
  let day = date
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1)
  return day
}

export function isInstant(text: string): text is Instant {
  const match = instantForm.exec(text)
  if (match === null) return false
  return isLocalDate(match[1] ?? '') && Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4]) < 60
}

/** @throws RangeError unless `text` is a real moment written `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`not an instant: ${text}`)
  return text
}

/** Milliseconds since 1970-01-01T00:00:00.000Z. */
export function millisOf(moment: Instant): number {
  const day = dayNumber(localDate(moment.slice(0, 10)))
  const hours = Number(moment.slice(11, 13))
  const minutes = Number(moment.slice(14, 16))
  return day * dayMillis + hours * hourMillis + minutes * 60_000 + Number(moment.slice(17, 19)) * 1000 + Number(moment.slice(20, 23))
}

/** The inverse of `millisOf`. @throws RangeError for a fraction of a millisecond. */
export function instantOfMillis(millis: number): Instant {
  if (!Number.isSafeInteger(millis)) throw new RangeError(`not whole milliseconds: ${millis}`)
  const days = Math.floor(millis / dayMillis)
  const rest = millis - days * dayMillis
  const time = [Math.floor(rest / hourMillis), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60].map(two).join(':')
  return instant(`${fromDayNumber(days)}T${time}.${String(rest % 1000).padStart(3, '0')}Z`)
}

/** The moment as the wall clock of the shop shows it, in the shape of an instant. */
function onTheWall(moment: Instant): Instant {
  return instantOfMillis(millisOf(moment) + offsetMillis)
}

/** The calendar day in Asia/Shanghai. */
export function localDateOf(moment: Instant): LocalDate {
  return fromDayNumber(Math.floor((millisOf(moment) + offsetMillis) / dayMillis))
}

/** `HH:mm` in Asia/Shanghai; seconds are dropped. */
export function localTimeOf(moment: Instant): string {
  return onTheWall(moment).slice(11, 16)
}

export function isLocalTime(text: string): boolean {
  return timeForm.test(text)
}

/** The moment at which the shop's clock shows `time` (`HH:mm`) on `date`. @throws RangeError for no such time. */
export function instantOf(date: LocalDate, time: string): Instant {
  if (!isLocalTime(time)) throw new RangeError(`not a time: ${time}`)
  return instantOfMillis(millisOf(instant(`${date}T${time}:00.000Z`)) - offsetMillis)
}

/** Hours may be fractional or negative. */
export function addHours(moment: Instant, hours: number): Instant {
  return instantOfMillis(millisOf(moment) + Math.round(hours * hourMillis))
}
