import { addDays, addMonths, firstOfMonth, lastOfMonth, type LocalDate } from './dates.ts'
import { sentence, type Sentence } from './sentences/index.ts'

/** Policy parameters of domain.md §4.1, D12–D16: how often, or on which day of the next month. */
export type ReportParameters = {
  readonly feedbackPerMonth: number
  readonly monthlyReportDay: number
  readonly statDay: number
  readonly unreturnedListDay: number
  readonly reconcileDay: number
}

export const defaultReportParameters: ReportParameters = {
  feedbackPerMonth: 2,
  monthlyReportDay: 5,
  statDay: 5,
  unreturnedListDay: 5,
  reconcileDay: 5,
}

export type ReportRule = 'D12' | 'D13' | 'D14' | 'D15' | 'D16'

/** The next report of a kind: the days it covers, the last day to send it, and from when on it can be written. */
export type NextReport = {
  readonly rule: ReportRule
  readonly said: Sentence
  readonly from: LocalDate
  readonly to: LocalDate
  readonly dueOn: LocalDate
  readonly openFrom: LocalDate
}

const monthly = { D13: 'monthlyReportDay', D14: 'statDay', D15: 'unreturnedListDay', D16: 'reconcileDay' } as const satisfies Partial<
  Record<ReportRule, keyof ReportParameters>
>

/** What must leave next, the earliest first. A report due today is still the next one. */
export function nextReports(today: LocalDate, parameters: ReportParameters = defaultReportParameters): NextReport[] {
  const ofMonth = (Object.keys(monthly) as (keyof typeof monthly)[]).map((rule) => ofLastMonth(rule, today, parameters[monthly[rule]]))
  const feedback = parameters.feedbackPerMonth > 0 ? [nextFeedback(today, parameters.feedbackPerMonth)] : []
  return [...feedback, ...ofMonth].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
}

/** D12: the month in equal parts, the last one ends with it; twice a month is the 15th and the last day. */
function nextFeedback(today: LocalDate, perMonth: number): NextReport {
  const first = firstOfMonth(today)
  const last = lastOfMonth(today)
  const ends = Array.from({ length: perMonth }, (_, nth) =>
    nth === perMonth - 1 ? last : addDays(first, Math.floor((30 * (nth + 1)) / perMonth) - 1),
  )
  const nth = ends.findIndex((end) => end >= today)
  const dueOn = ends[nth] ?? last
  const before = ends[nth - 1]
  const from = before === undefined ? first : addDays(before, 1)
  return { rule: 'D12', said: sentence('due.D12', { from, to: dueOn }), from, to: dueOn, dueOn, openFrom: from }
}

/** D13–D16: about a whole month, on a day of the next one (or its last, when it is shorter). */
function ofLastMonth(rule: keyof typeof monthly, today: LocalDate, day: number): NextReport {
  const dayIn = (month: LocalDate): LocalDate => {
    const wished = addDays(month, Math.max(1, day) - 1)
    const last = lastOfMonth(month)
    return wished > last ? last : wished
  }
  const thisMonth = firstOfMonth(today)
  const month = dayIn(thisMonth) >= today ? thisMonth : addMonths(thisMonth, 1)
  const from = addMonths(month, -1)
  return {
    rule,
    said: sentence(`due.${rule}`, { month: from.slice(0, 7) }),
    from,
    to: lastOfMonth(from),
    dueOn: dayIn(month),
    openFrom: month,
  }
}
