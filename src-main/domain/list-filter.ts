import { addDays, addMonths, dayOfWeek, firstOfMonth, instantOf, lastOfMonth, localDate, type Instant, type LocalDate } from './dates.ts'

/** What a column of a list holds, and so what can be asked of it. `mine`: whether the record is the asking person's. `key`: ids of other records. */
export type FieldKind = 'text' | 'number' | 'hours' | 'money' | 'instant' | 'date' | 'choice' | 'tick' | 'mine' | 'key'

/** Days named by where they lie from today, so that a saved view means the same next month. */
export const periods = ['today', 'yesterday', 'last7', 'last30', 'thisWeek', 'thisMonth', 'lastMonth', 'thisYear'] as const
export type Period = (typeof periods)[number]

/** Both ends are part of it; null is open. */
export type Range<T> = { readonly from: T | null; readonly to: T | null }

/**
 * One condition a list is narrowed by; all of them must hold. Texts are compared without regard to the case of Latin
 * letters. `between`: whole numbers, 分 for money, 1/100 h for hours. `days` and `during`: business days, of an instant the shop's day.
 */
export type Condition<F extends string = string> =
  | { readonly field: F; readonly op: 'contains' | 'equals' | 'starts'; readonly value: string }
  | { readonly field: F; readonly op: 'empty' | 'filled' }
  | { readonly field: F; readonly op: 'between'; readonly value: Range<number> }
  | { readonly field: F; readonly op: 'days'; readonly value: Range<LocalDate> }
  | { readonly field: F; readonly op: 'during'; readonly value: Period }
  | { readonly field: F; readonly op: 'in'; readonly value: readonly string[] }
  | { readonly field: F; readonly op: 'ids'; readonly value: readonly number[] }
  | { readonly field: F; readonly op: 'is'; readonly value: boolean }
export type ConditionOp = Condition['op']

/** What may be asked of each kind, the usual one first. Absence only where a record may lack it. */
export const opsOf: Readonly<Record<FieldKind, readonly ConditionOp[]>> = {
  text: ['contains', 'equals', 'starts', 'empty', 'filled'],
  number: ['between', 'empty', 'filled'],
  hours: ['between', 'empty', 'filled'],
  money: ['between', 'empty', 'filled'],
  instant: ['during', 'days', 'empty', 'filled'],
  date: ['during', 'days', 'empty', 'filled'],
  choice: ['in'],
  tick: ['is'],
  mine: ['is'],
  key: ['ids'],
}

/** First and last day of a period; a week begins on Monday. */
export function daysOf(period: Period, today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  switch (period) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'last7':
      return { from: addDays(today, -6), to: today }
    case 'last30':
      return { from: addDays(today, -29), to: today }
    case 'thisWeek':
      return weekOf(today)
    case 'thisMonth':
      return { from: firstOfMonth(today), to: lastOfMonth(today) }
    case 'lastMonth':
      return monthBefore(today)
    case 'thisYear':
      return { from: localDate(`${today.slice(0, 4)}-01-01`), to: localDate(`${today.slice(0, 4)}-12-31`) }
  }
}

function weekOf(today: LocalDate): { from: LocalDate; to: LocalDate } {
  const monday = addDays(today, 1 - dayOfWeek(today))
  return { from: monday, to: addDays(monday, 6) }
}

function monthBefore(today: LocalDate): { from: LocalDate; to: LocalDate } {
  const from = addMonths(firstOfMonth(today), -1)
  return { from, to: lastOfMonth(from) }
}

/** The moments of a range of days: from the first one's beginning to before the day after the last one. */
export function momentsOf({ from, to }: Range<LocalDate>): { readonly from: Instant | null; readonly before: Instant | null } {
  return { from: from === null ? null : instantOf(from, '00:00'), before: to === null ? null : instantOf(addDays(to, 1), '00:00') }
}
