import { type Instant, type LocalDate, localDateOf, localTimeOf } from '#domain/dates'
import { type Fen, formatFen } from '#domain/money'

/** 2026-11-07; '' when not known, so that it can be written by hand. */
export function day(date: LocalDate | null): string {
  return date ?? ''
}

/** 2026-11-07 14:05, as the clock on the station's wall showed it. */
export function minute(moment: Instant | null): string {
  return moment === null ? '' : `${localDateOf(moment)} ${localTimeOf(moment)}`
}

/** 1,234.50 */
export function money(amount: Fen | null): string {
  return amount === null ? '' : formatFen(amount)
}

export function count(n: number | null): string {
  return n === null ? '' : String(n)
}

/** Hundredths of an hour as hours: 150 → 1.5. */
export function hours(hundredths: number): string {
  return String(hundredths / 100)
}

export function serial(_: unknown, index: number): string {
  return String(index + 1)
}

/** □一般 ☑外出: the words of `offered` as boxes; a chosen word that is not offered is added, ticked, so that it is never lost. */
export function ticks(offered: readonly string[], chosen: string | null): string {
  const shown = chosen === null || chosen === '' || offered.includes(chosen) ? offered : [...offered, chosen]
  return shown.map((word) => `${word === chosen ? '☑' : '□'}${word}`).join(' ')
}

export function yesNo(answer: boolean | null, yes = '是', no = '否'): string {
  return ticks([yes, no], answer === null ? null : answer ? yes : no)
}
