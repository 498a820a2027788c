import { expect, test } from 'vitest'
import { localDate } from '#domain/dates'
import { defaultReportParameters, nextReports, type ReportParameters } from '#domain/report-dates'

const lines = (today: string, parameters: Partial<ReportParameters> = {}) =>
  nextReports(localDate(today), { ...defaultReportParameters, ...parameters }).map(
    ({ rule, from, to, dueOn }) => `${rule} ${from}…${to} ${dueOn}`,
  )

test('in the middle of a month: the second half’s feedback first, the month’s own reports on the 5th of the next (D12–D16)', () => {
  expect(lines('2026-11-21')).toEqual([
    'D12 2026-11-16…2026-11-30 2026-11-30',
    'D13 2026-11-01…2026-11-30 2026-12-05',
    'D14 2026-11-01…2026-11-30 2026-12-05',
    'D15 2026-11-01…2026-11-30 2026-12-05',
    'D16 2026-11-01…2026-11-30 2026-12-05',
  ])
})

test('what is due today is still the next one; the day after it is the following one', () => {
  expect([
    lines('2026-11-05')[0],
    lines('2026-11-06').find((line) => line.startsWith('D13')),
    lines('2026-11-15')[0],
    lines('2026-11-16')[0],
  ]).toEqual([
    'D13 2026-10-01…2026-10-31 2026-11-05',
    'D13 2026-11-01…2026-11-30 2026-12-05',
    'D12 2026-11-01…2026-11-15 2026-11-15',
    'D12 2026-11-16…2026-11-30 2026-11-30',
  ])
})

test('a maker’s own days: once a month, on the 31st also of a short month, no feedback at all', () => {
  expect([
    lines('2026-11-02', { feedbackPerMonth: 1 }).at(-1),
    lines('2026-02-10', { monthlyReportDay: 31 }).find((line) => line.startsWith('D13')),
    lines('2026-11-21', { feedbackPerMonth: 0 }).some((line) => line.startsWith('D12')),
  ]).toEqual(['D12 2026-11-01…2026-11-30 2026-11-30', 'D13 2026-01-01…2026-01-31 2026-02-28', false])
})
