import { instantOf, localDateOf, localTimeOf, type Instant, type LocalDate } from './dates.ts'
import type { WallTime } from './import-cells.ts'
import type { Teller } from './import-findings.ts'

/** Speaks about the cell under a heading of the row in hand. */
export type CellTeller = (heading: string) => Teller

export type WrittenDates = {
  readonly purchasedOn: LocalDate | null
  readonly reportedOn: LocalDate
  readonly receivedAt: WallTime | null
  readonly startedAt: WallTime | null
  readonly finishedAt: WallTime | null
  readonly deliveredAt: WallTime | null
}

export type JobTimes = Readonly<Record<'receivedAt' | 'startedAt' | 'finishedAt' | 'deliveredAt', Instant | null>>

type Earlier = { readonly heading: string; readonly at: Instant }

/** A day without a time of day follows directly on the step before it if that was the same day, else it begins at 00:00. */
function momentOf({ date, time }: WallTime, before: Earlier | null): Instant {
  if (time !== null) return instantOf(date, time)
  return before !== null && localDateOf(before.at) === date ? before.at : instantOf(date, '00:00')
}

function shown(at: Instant): string {
  return `${localDateOf(at)} ${localTimeOf(at)}`
}

export function checkNotFuture(date: LocalDate | null, heading: string, today: LocalDate, tellAt: CellTeller): void {
  if (date !== null && date > today) tellAt(heading).refuse('import.bad.future', 'import.do.future', { today })
}

/** Refuses `date` under `heading` if it lies before `other`. */
export function checkOrder(date: LocalDate | null, heading: string, earlier: LocalDate | null, other: string, tellAt: CellTeller): void {
  if (date === null || earlier === null || date >= earlier) return
  tellAt(heading).refuse('import.bad.beforeDate', 'import.do.beforeDate', { heading, other, date: earlier })
}

/** domain.md V-08 over one row of the ledger: 购买 ≤ 报修 ≤ 完工, 送修 ≤ 开始 ≤ 结束 ≤ 交车 ≤ today, no step left out. */
export function checkJobDates(dates: WrittenDates, today: LocalDate, tellAt: CellTeller): JobTimes {
  checkNotFuture(dates.reportedOn, '报修日期', today, tellAt)
  checkOrder(dates.reportedOn, '报修日期', dates.purchasedOn, '购车日期', tellAt)
  checkOrder(dates.finishedAt?.date ?? null, '维修结束', dates.reportedOn, '报修日期', tellAt)
  let before: Earlier | null = null
  const next = (written: WallTime | null, heading: string): Instant | null => {
    if (written === null) return null
    checkNotFuture(written.date, heading, today, tellAt)
    const at = momentOf(written, before)
    if (before !== null && at < before.at) {
      tellAt(heading).refuse('import.bad.beforeDate', 'import.do.beforeDate', { heading, other: before.heading, date: shown(before.at) })
    }
    before = { heading, at }
    return at
  }
  const receivedAt = next(dates.receivedAt, '送修时间')
  const startedAt = next(dates.startedAt, '维修开始')
  const finishedAt = next(dates.finishedAt, '维修结束')
  const deliveredAt = next(dates.deliveredAt, '交车时间')
  checkNoStepMissing({ receivedAt, startedAt, finishedAt, deliveredAt }, tellAt)
  return { receivedAt, startedAt: startedAt ?? (finishedAt === null ? null : receivedAt), finishedAt, deliveredAt }
}

/** 维修开始 may be guessed from 送修时间: no rule of 三包 counts from it. The others may not. */
function checkNoStepMissing({ receivedAt, startedAt, finishedAt, deliveredAt }: JobTimes, tellAt: CellTeller): void {
  const needs = (heading: string, later: string): null =>
    tellAt(heading).refuse('import.bad.stepMissing', 'import.do.stepMissing', { heading, later })
  if (receivedAt === null && startedAt !== null) needs('送修时间', '维修开始')
  else if (receivedAt === null && finishedAt !== null) needs('送修时间', '维修结束')
  if (finishedAt === null && deliveredAt !== null) needs('维修结束', '交车时间')
  else if (startedAt === null && receivedAt !== null && finishedAt !== null)
    tellAt('维修开始').warn('import.bad.startMissing', 'import.do.startMissing')
}

/** How far the dates of an order carry it (settled.md 2); the way there is `walkOrderTo('new', …)` of work-order.ts. */
export function statusReached({
  receivedAt,
  startedAt,
  finishedAt,
  deliveredAt,
}: JobTimes): 'reported' | 'waiting' | 'repairing' | 'finished' | 'delivered' {
  if (deliveredAt !== null) return 'delivered'
  if (finishedAt !== null) return 'finished'
  if (startedAt !== null) return 'repairing'
  return receivedAt === null ? 'reported' : 'waiting'
}
