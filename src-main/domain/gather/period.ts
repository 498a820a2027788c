import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  instantOf,
  lastOfMonth,
  localDate,
  monthOf,
  type Instant,
  type LocalDate,
} from '../dates.ts'

/** Days, both counted. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }

/** From 00:00 of the first day to before 24:00 of the last, on the shop's clock (domain.md §5.1). */
export type Span = { readonly from: Instant; readonly before: Instant }

export function spanOf({ from, to }: Period): Span {
  return { from: instantOf(from, '00:00'), before: instantOf(addDays(to, 1), '00:00') }
}

export function isIn(moment: Instant | null, { from, before }: Span): boolean {
  return moment !== null && moment >= from && moment < before
}

export function monthPeriod(day: LocalDate): Period {
  return { from: firstOfMonth(day), to: lastOfMonth(day) }
}

/** The month before the one `today` is in: what is reported at the turn of the month. */
export function lastMonth(today: LocalDate): Period {
  return monthPeriod(addDays(firstOfMonth(today), -1))
}

/** 上/下半月 that ended last: the 15th and the last day are the cut-offs of F25 (domain.md D12). */
export function lastHalfMonth(today: LocalDate): Period {
  const first = firstOfMonth(today)
  return Number(today.slice(8)) > 15
    ? { from: first, to: addDays(first, 14) }
    : { ...lastMonth(today), from: addDays(firstOfMonth(addDays(first, -1)), 15) }
}

const mostMonths = 12

/** Whole months it lasts, counted from its first day (26th to 25th is one); null when it is none, or more than twelve. */
function monthsIn({ from, to }: Period): number | null {
  const after = addDays(to, 1)
  const months = Array.from({ length: mostMonths }, (_, index) => index + 1).find((count) => addMonths(from, count) === after)
  return months ?? null
}

/** The period before it: as many months earlier, or as many days where it is no whole month (domain.md §5.5 P−1). */
export function periodBefore(period: Period): Period {
  const months = monthsIn(period)
  const to = addDays(period.from, -1)
  if (months !== null) return { from: addMonths(period.from, -months), to }
  return { from: addDays(to, -daysBetween(period.from, period.to)), to }
}

/** From 1 January of the year it ends in (domain.md §5.6 本年累计). */
export function yearToDate({ to }: Period): Period {
  return { from: localDate(`${to.slice(0, 4)}-01-01`), to }
}

export type PeriodName = {
  readonly unit: 'month' | 'quarter' | 'year' | 'days'
  readonly year: number
  /** month 1–12, quarter 1–4 */ readonly nth: number
}

/** What a period is called: a calendar month, quarter or year, else its days. */
export function nameOfPeriod({ from, to }: Period): PeriodName {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const whole = from === firstOfMonth(from) ? monthsIn({ from, to }) : null
  if (whole === 1) return { unit: 'month', year, nth: month }
  if (whole === 3 && month % 3 === 1) return { unit: 'quarter', year, nth: (month + 2) / 3 }
  if (whole === 12 && month === 1) return { unit: 'year', year, nth: 1 }
  return { unit: 'days', year: Number(to.slice(0, 4)), nth: Number(to.slice(5, 7)) }
}

const quarters = ['一', '二', '三', '四'] as const

/** As it stands on paper: 2026年11月, 2026年第三季度, 2026年, 10月26日—11月25日. */
export function periodOnPaper(period: Period): string {
  const { unit, year, nth } = nameOfPeriod(period)
  const day = (date: LocalDate) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
  switch (unit) {
    case 'month':
      return `${year}年${nth}月`
    case 'quarter':
      return `${year}年第${quarters[nth - 1] ?? ''}季度`
    case 'year':
      return `${year}年`
    case 'days':
      return `${day(period.from)}—${day(period.to)}`
  }
}

/** `2026-11`, the month a period ends in: a station may close on the 25th (domain.md F22). */
export function monthOnPaper({ to }: Period): string {
  return monthOf(to)
}

/** What is mostly asked for, the newest first: thirteen months (their halves first, where a form is sent twice a month), then quarters and years that ended. */
export function usualPeriods(today: LocalDate, unit: 'month' | 'halfMonth'): Period[] {
  const first = firstOfMonth(today)
  const months = Array.from({ length: 13 }, (_, ago) => monthPeriod(addMonths(first, -ago)))
  const halves =
    unit === 'month'
      ? []
      : months.slice(0, 4).flatMap(({ from, to }) => [
          { from: addDays(from, 15), to },
          { from, to: addDays(from, 14) },
        ])
  const quarter = addMonths(first, -((Number(today.slice(5, 7)) - 1) % 3))
  const quartersEnded = Array.from({ length: 4 }, (_, ago) => addMonths(quarter, -3 * (ago + 1))).map((from) => ({
    from,
    to: addDays(addMonths(from, 3), -1),
  }))
  const year = Number(today.slice(0, 4))
  const years = [year, year - 1].map((each) => ({ from: localDate(`${each}-01-01`), to: localDate(`${each}-12-31`) }))
  return [...halves, ...months, ...quartersEnded, ...years]
}
