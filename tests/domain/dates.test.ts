import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addHours,
  addMonths,
  compare,
  dayOfWeek,
  daysBetween,
  earlierOf,
  firstOfMonth,
  type Holidays,
  instant,
  instantOf,
  instantOfMillis,
  isInstant,
  isLocalDate,
  isLocalTime,
  isWorkingDay,
  lastOfMonth,
  laterOf,
  localDate,
  localDateOf,
  localTimeOf,
  millisOf,
  monthOf,
  nextWorkingDay,
  parseLocalDate,
} from '#domain/dates'

const day = localDate
const moment = instant

// The reference is the platform's own calendar, which the domain may not use.
const firstMillis = Date.UTC(1900, 0, 1)
const lastMillis = Date.UTC(2199, 11, 31, 23, 59, 59, 999)
const anyMillis = fc.integer({ min: firstMillis, max: lastMillis })
const anyDay = anyMillis.map((millis) => day(new Date(millis).toISOString().slice(0, 10)))
const utcMillis = (date: string): number => Date.parse(`${date}T00:00:00.000Z`)

describe('a business date', () => {
  test('is a day of the calendar and nothing else', () => {
    const wrong = [
      '2026-02-29',
      '2100-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      '',
      '0000-01-01',
    ]
    expect(wrong.filter(isLocalDate)).toEqual([])
    expect(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].every(isLocalDate)).toBe(true)
    expect(() => localDate('2026-02-30')).toThrow(RangeError)
    expect([parseLocalDate(' 2026-11-21 '), parseLocalDate('21.11.2026')]).toEqual(['2026-11-21', null])
  })

  test('is every day of the platform calendar, and no day more', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 12; month += 1) {
        const days = Array.from(
          { length: 31 },
          (_, index) => `${year}-${String(month).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`,
        )
        expect(days.filter(isLocalDate)).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate())
      }
      expect(['00', '32', '99'].map((last) => isLocalDate(`${year}-01-${last}`))).toEqual([false, false, false])
    }
  })

  test('goes from 0001 to 9999, over the last day of four hundred years as well', () => {
    expect([
      addDays(day('2000-02-28'), 1),
      addDays(day('2000-03-01'), -1),
      lastOfMonth(day('2000-02-01')),
      addMonths(day('0001-02-01'), -1),
      addMonths(day('9999-11-30'), 1),
    ]).toEqual(['2000-02-29', '2000-02-29', '2000-02-29', '0001-01-01', '9999-12-30'])
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('no such year: 10000')
    expect(() => addDays(day('0001-01-01'), -1)).toThrow('no such year: 0')
  })

  test('moves and measures like the platform calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(utcMillis(date) + days * 86_400_000).toISOString().slice(0, 10)
        const moved = addDays(date, days)
        expect([moved, daysBetween(date, moved)]).toEqual([expected, days])
      }),
      { numRuns: 1000 },
    )
  })

  test('knows its weekday, 1 = Monday', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(dayOfWeek(date)).toBe(new Date(utcMillis(date)).getUTCDay() || 7)
      }),
    )
  })

  test('moves by months to the same day or the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
        const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
        const expected = new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10)
        expect(addMonths(date, months)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
    expect([addMonths(day('2026-01-31'), 1), addMonths(day('2024-02-29'), 12), addMonths(day('2026-03-31'), -1)]).toEqual([
      '2026-02-28',
      '2025-02-28',
      '2026-02-28',
    ])
  })

  test('knows its month', () => {
    const date = day('2024-02-10')
    expect([monthOf(date), firstOfMonth(date), lastOfMonth(date)]).toEqual(['2024-02', '2024-02-01', '2024-02-29'])
  })

  test('compares by time', () => {
    const days = [day('2026-10-02'), day('2026-09-30'), day('2026-10-01')]
    expect(
      [
        compare(day('2026-10-01'), day('2026-10-01')),
        compare(day('2026-09-30'), day('2026-10-01')),
        compare(day('2026-10-01'), day('2026-09-30')),
      ].map(Math.sign),
    ).toEqual([0, -1, 1])
    expect(days.toSorted(compare)).toEqual(['2026-09-30', '2026-10-01', '2026-10-02'])
    expect([laterOf(day('2026-10-01'), day('2026-10-02')), earlierOf(day('2026-10-01'), day('2026-10-02'))]).toEqual([
      '2026-10-02',
      '2026-10-01',
    ])
  })

  test('is worked from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, index) => addDays(day('2026-11-16'), index))
    expect(week.map((each) => isWorkingDay(each, { holidays: new Set(), workdays: new Set() }))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  test('shifts to the next working day over holidays, keeping worked weekends', () => {
    const nationalDay: Holidays = {
      holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07']),
      workdays: new Set(['2026-10-10']),
    }
    const shifted = ['2026-09-30', '2026-10-01', '2026-10-10', '2026-10-11'].map((text) => nextWorkingDay(day(text), nationalDay))
    expect(shifted).toEqual(['2026-09-30', '2026-10-08', '2026-10-10', '2026-10-12'])
  })
})

describe('an instant', () => {
  test('is written in full UTC', () => {
    const wrong = [
      '2026-11-21T06:05:00Z',
      '2026-11-21T24:00:00.000Z',
      '2026-02-30T00:00:00.000Z',
      '2026-11-21T06:60:00.000Z',
      '2026-11-21T06:05:60.000Z',
      '2026-11-21 06:05',
    ]
    expect(wrong.filter(isInstant)).toEqual([])
    expect(() => instant('now')).toThrow(RangeError)
    expect(() => instantOfMillis(0.5)).toThrow('not whole milliseconds')
    expect(['23:59', '00:00', '24:00', '09:60', '9:00'].map(isLocalTime)).toEqual([true, true, false, false, false])
  })

  test('counts milliseconds like the platform', () => {
    fc.assert(
      fc.property(anyMillis, (millis) => {
        const text = new Date(millis).toISOString()
        expect([millisOf(moment(text)), instantOfMillis(millis)]).toEqual([millis, text])
      }),
      { numRuns: 1000 },
    )
  })

  test('shows the wall clock of Shanghai', () => {
    const recent = fc.integer({ min: Date.UTC(1993, 0, 1), max: lastMillis })
    const wall = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    fc.assert(
      fc.property(recent, (millis) => {
        const text = instantOfMillis(millis)
        expect(`${localDateOf(text)} ${localTimeOf(text)}`).toBe(wall.format(millis))
      }),
      { numRuns: 300 },
    )
  })

  test('returns to the same wall clock', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const text = instantOf(date, time)
        expect([localDateOf(text), localTimeOf(text)]).toEqual([date, time])
      }),
    )
    expect(instantOf(day('2026-11-21'), '07:59')).toBe('2026-11-20T23:59:00.000Z')
    expect(() => instantOf(day('2026-11-21'), '24:00')).toThrow('not a time')
  })

  test('moves by hours over the end of the year', () => {
    expect([addHours(moment('2026-12-31T20:30:00.000Z'), 12), addHours(moment('2026-12-31T20:30:00.000Z'), -0.5)]).toEqual([
      '2027-01-01T08:30:00.000Z',
      '2026-12-31T20:00:00.000Z',
    ])
  })
})
