import {
  addDays,
  addHours,
  addMonths,
  daysBetween,
  firstOfMonth,
  type Instant,
  instantOf,
  instantOfMillis,
  lastOfMonth,
  type LocalDate,
  localDateOf,
  millisOf,
} from './dates.ts'
import { type Sentence, sentence } from './sentences/index.ts'
import type { Channel, TaskState } from './words.ts'

/** When an old part that was not borrowed must be back: so many days after removal, or on a day of the next month (D32). */
export type OldPartDueRule = { readonly kind: 'days'; readonly days: number } | { readonly kind: 'dayOfNextMonth'; readonly day: number }

/** Policy parameters of domain.md §4.1 under their own keys: …H in running hours, …D in calendar days. */
export type DueParameters = {
  readonly salesForwardH: number
  readonly csForwardH: number
  readonly techContactH: number
  readonly solutionH: number
  readonly orderHandleH: number
  readonly assessH: number
  readonly callbackH: number
  readonly borrowReturnD: number
  readonly urgentReturnD: number
  readonly oldPartDueRule: OldPartDueRule
  readonly claimMaxD: number
  readonly appealDays: number
}

export const defaultDueParameters: DueParameters = {
  salesForwardH: 12,
  csForwardH: 12,
  techContactH: 12,
  solutionH: 24,
  orderHandleH: 24,
  assessH: 48,
  callbackH: 24,
  borrowReturnD: 7,
  urgentReturnD: 3,
  oldPartDueRule: { kind: 'dayOfNextMonth', day: 10 },
  claimMaxD: 60,
  appealDays: 15,
}

export type HourRule = 'D01' | 'D02' | 'D03' | 'D04' | 'D05' | 'D06' | 'D07'
/** D38 is the station's own: blank sheets given out come back by their day. */
export type DayRule = 'D10' | 'D11' | 'D32' | 'D34' | 'D35' | 'D38'

/** A clock that has started and whose event has not come yet. */
export type Due = { readonly rule: HourRule | DayRule; readonly start: Instant; readonly due: Instant; readonly said: Sentence }

/** A clock in whole days: due until the end of `dueOn`. `remindOn`: the days on which to remind, earliest first. */
export type DayDue = {
  readonly rule: DayRule
  readonly startOn: LocalDate
  readonly dueOn: LocalDate
  readonly remindOn: readonly LocalDate[]
  readonly said: Sentence
}

/** When what happened on an order; null = not yet. */
export type OrderTimes = {
  readonly channel: Channel
  readonly reportedAt: Instant
  readonly handedAt: Instant | null
  readonly contactedAt: Instant | null
  readonly plannedAt: Instant | null
  readonly receivedAt: Instant | null
  readonly assessedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly calledBackAt: Instant | null
}

/** Days before the due date on which a borrowed part is called for (domain.md §3.2). */
const borrowReminders = [2, 0]
const soonShare = 0.2

/** The last millisecond of a day in the shop. */
export function endOfDay(date: LocalDate): Instant {
  return instantOfMillis(millisOf(instantOf(addDays(date, 1), '00:00')) - 1)
}

function stateBy(left: number, whole: number): TaskState {
  if (left < 0) return 'overdue'
  return left <= whole * soonShare ? 'dueSoon' : 'normal'
}

/** 逾期 after `due`, 临期 with at most 20 % of the time left, else 正常 (domain.md §4.1). */
export function taskState(start: Instant, due: Instant, now: Instant): TaskState {
  return stateBy(millisOf(due) - millisOf(now), millisOf(due) - millisOf(start))
}

/** The same in whole days: the due day itself is not overdue. */
export function dayTaskState(startOn: LocalDate, dueOn: LocalDate, today: LocalDate): TaskState {
  return stateBy(daysBetween(today, dueOn), daysBetween(startOn, dueOn))
}

/** A day clock as an instant clock, from the beginning of its first to the end of its last day. */
export function dueOfDays({ rule, startOn, dueOn, said }: DayDue): Due {
  return { rule, start: instantOf(startOn, '00:00'), due: endOfDay(dueOn), said }
}

function hourDue(rule: HourRule, start: Instant | null, hours: number, doneAt: Instant | null): Due[] {
  return start === null || doneAt !== null
    ? []
    : [{ rule, start, due: addHours(start, hours), said: sentence(`due.${rule}`, { limit: hours }) }]
}

/** The clocks D01–D07 that run on an order now. A finished order has only the callback to wait for. */
export function orderDues(times: OrderTimes, parameters: DueParameters = defaultDueParameters): Due[] {
  const { reportedAt, handedAt, contactedAt, plannedAt, receivedAt, assessedAt, finishedAt, calledBackAt } = times
  const callback = hourDue('D07', finishedAt, parameters.callbackH, calledBackAt)
  if (finishedAt !== null) return callback
  const isHere = receivedAt !== null
  const forward =
    times.channel === 'sales'
      ? hourDue('D01', reportedAt, parameters.salesForwardH, handedAt ?? receivedAt)
      : hourDue('D02', reportedAt, parameters.csForwardH, handedAt ?? receivedAt)
  return [
    ...forward,
    // Somebody who stands in the shop needs no phone call.
    ...(isHere ? [] : hourDue('D03', handedAt, parameters.techContactH, contactedAt)),
    ...(isHere ? [] : hourDue('D04', contactedAt, parameters.solutionH, plannedAt)),
    ...hourDue('D05', receivedAt, parameters.orderHandleH, finishedAt),
    ...hourDue('D06', contactedAt, parameters.assessH, assessedAt),
  ]
}

function dayDue(rule: DayRule, startOn: LocalDate, days: number, reminders: readonly number[] = [0]): DayDue {
  const dueOn = addDays(startOn, days)
  return {
    rule,
    startOn,
    dueOn,
    remindOn: reminders.map((before) => addDays(dueOn, -before)),
    said: sentence(`due.${rule}`, { limit: days }),
  }
}

/** A borrowed part: 7 days after the repair is finished, reminders two days before and on the day (D10, seed BD—15). */
export function borrowedPartDue(finishedAt: Instant, parameters: DueParameters = defaultDueParameters): DayDue {
  return dayDue('D10', localDateOf(finishedAt), parameters.borrowReturnD, borrowReminders)
}

function byMakersRule(removedOn: LocalDate, rule: OldPartDueRule): DayDue {
  const dueOn = rule.kind === 'days' ? addDays(removedOn, rule.days) : dayOfNextMonth(removedOn, rule.day)
  return { rule: 'D32', startOn: removedOn, dueOn, remindOn: [dueOn], said: sentence('due.D32', { date: dueOn }) }
}

function dayOfNextMonth(date: LocalDate, day: number): LocalDate {
  const first = addMonths(firstOfMonth(date), 1)
  const wished = addDays(first, day - 1)
  const last = lastOfMonth(first)
  return wished > last ? last : wished
}

export type OldPart = {
  readonly removedOn: LocalDate
  /** The end of the repair; null while it goes on. */
  readonly finishedAt: Instant | null
  readonly isBorrowed: boolean
  /** 严重、批量或安全隐患 */
  readonly isSerious: boolean
}

/**
 * Until when an old part must be on its way: borrowed D10, serious D11, else the maker's rule D32; of several the
 * earliest. Null while a borrowed part's repair goes on, for its clock starts when the repair ends.
 */
export function oldPartDue(
  { removedOn, finishedAt, isBorrowed, isSerious }: OldPart,
  parameters: DueParameters = defaultDueParameters,
): DayDue | null {
  const serious = isSerious ? [dayDue('D11', removedOn, parameters.urgentReturnD)] : []
  const borrowed = isBorrowed && finishedAt !== null ? [borrowedPartDue(finishedAt, parameters)] : []
  const ordinary = isBorrowed ? [] : [byMakersRule(removedOn, parameters.oldPartDueRule)]
  return [...serious, ...borrowed, ...ordinary].reduce<DayDue | null>(
    (first, due) => (first === null || due.dueOn < first.dueOn ? due : first),
    null,
  )
}

/** The last day on which a repair may be claimed (D34). */
export function claimDue(finishedAt: Instant, parameters: Pick<DueParameters, 'claimMaxD'> = defaultDueParameters): DayDue {
  return dayDue('D34', localDateOf(finishedAt), parameters.claimMaxD)
}

/** The last day on which a rejection may be appealed (D35). */
export function appealDue(rejectedAt: Instant, parameters: DueParameters = defaultDueParameters): DayDue {
  return dayDue('D35', localDateOf(rejectedAt), parameters.appealDays)
}

const hourRules: readonly string[] = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06', 'D07']
const dayRules: readonly string[] = ['D10', 'D11', 'D32', 'D34', 'D35', 'D38']

function isRule(rule: string): rule is HourRule | DayRule {
  return hourRules.includes(rule) || dayRules.includes(rule)
}

/** What a stored clock asks for, its limit read from the time it was given; null for a rule this program does not know. */
export function saidOfClock(rule: string, start: Instant, due: Instant): Sentence | null {
  if (!isRule(rule)) return null
  if (hourRules.includes(rule)) return sentence(`due.${rule}`, { limit: Math.round((millisOf(due) - millisOf(start)) / 3_600_000) })
  const dueOn = localDateOf(due)
  return sentence(`due.${rule}`, { limit: daysBetween(localDateOf(start), dueOn), date: dueOn })
}
