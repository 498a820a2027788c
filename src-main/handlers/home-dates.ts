import type { AppContract } from '#contract/index'
import { oldPartSpans } from '#contract/home'
import { countFaults, countOldPartsBySpan, countOrdersByDay, findFirstIssue } from '#db/queries/home-month'
import { listManufacturers } from '#db/queries/manufacturers'
import { findTermsFor } from '#db/queries/policy-terms'
import type { Reader } from '#db/types'
import { addDays, addMonths, instantOf, localDate, type LocalDate } from '#domain/dates'
import { dayTaskState } from '#domain/due-dates'
import { nextReports, type NextReport, type ReportRule } from '#domain/report-dates'
import type { Handler } from './define.ts'

type Feature = AppContract['home']

/** The paper a report leaves as, where it has one. */
const formOf: Partial<Record<ReportRule, string>> = { D12: 'F25', D13: 'F24' }
const mostFaults = 8

/** The next reports of every maker under the terms of today; one line where all want the same on the same day. */
function reportsOf(db: Reader, today: LocalDate) {
  const makers = listManufacturers(db)
  const lines = new Map<string, NextReport & { makers: string[] }>()
  for (const { id, name, shortName } of makers) {
    for (const report of nextReports(today, findTermsFor(db, { manufacturerId: id, modelId: null, purchasedOn: today }, today))) {
      const key = `${report.rule} ${report.dueOn}`
      const line = lines.get(key) ?? { ...report, makers: [] }
      line.makers.push(shortName || name)
      lines.set(key, line)
    }
  }
  return [...lines.values()]
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
    .map(({ rule, said, from, dueOn, openFrom, makers: whose }) => {
      const form = formOf[rule]
      return {
        said,
        dueOn,
        state: dayTaskState(from, dueOn, today),
        makers: whose.length === makers.length ? [] : whose,
        sentOn: form === undefined ? null : findFirstIssue(db, form, openFrom, dueOn),
      }
    })
}

export const dates: Handler<Feature['dates']> = ({ db, today, program }) => {
  const counted = countOldPartsBySpan(db, { late: today, soon: addDays(today, 3), week: addDays(today, 7) })
  const { items, trouble } = program.backups()
  const newest = items.find(({ state }) => state === 'proven') ?? items[0]
  return {
    oldParts: oldPartSpans.map((span) => counted.find((row) => row.span === span) ?? { span, count: 0, oldest: null }),
    reports: reportsOf(db, today),
    backup: newest === undefined ? null : { at: newest.at, proven: newest.state === 'proven', bytes: newest.bytes },
    trouble: trouble?.reason ?? null,
  }
}

/** Every day of the month stands there, those without an order too. */
export const month: Handler<Feature['month']> = ({ db }, { month: asked }) => {
  const first = localDate(`${asked}-01`)
  const next = addMonths(first, 1)
  const span = { from: instantOf(first, '00:00'), before: instantOf(next, '00:00') }
  const counted = new Map(countOrdersByDay(db, span).map((row) => [row.day, row]))
  const days: { day: LocalDate; warranty: number; mixed: number; paid: number }[] = []
  for (let day = first; day < next; day = addDays(day, 1)) days.push(counted.get(day) ?? { day, warranty: 0, mixed: 0, paid: 0 })
  const faults = countFaults(db, span)
  const coded = faults.filter(({ id }) => id !== null)
  return {
    days,
    coded: coded.reduce((sum, { count }) => sum + count, 0),
    uncoded: faults.find(({ id }) => id === null)?.count ?? 0,
    faults: coded.slice(0, mostFaults).map(({ code, text, count }) => ({ code, text, count })),
  }
}
