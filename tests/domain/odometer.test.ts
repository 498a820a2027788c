import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '#domain/dates'
import { offsetOf, readingStory } from '#domain/odometer'

const on = (day: number) => addDays(localDate('2026-01-01'), day)

test('a replaced meter adds what it had counted; a reading that runs back or too fast is named (V-09, V-10)', () => {
  const story = readingStory(
    [
      { on: on(0), km: 100, no: 'A' },
      { on: on(10), km: 2100, no: 'B' },
      { on: on(20), km: 30, no: 'C' },
      { on: on(21), km: 900, no: 'D' },
      { on: on(30), km: 800, no: 'E' },
    ],
    [{ on: on(15), oldReading: 2500, newReading: 0 }],
  )
  expect(story.map(({ no, offset, total, perDay, found }) => [no, offset, total, perDay, found])).toEqual([
    ['A', 0, 100, null, null],
    ['B', 0, 2100, 200, null],
    ['C', 2500, 2530, 43, null],
    ['D', 2500, 3400, 870, 'jump'],
    ['E', 2500, 3300, -11, 'back'],
  ])
})

test('on the day of the change the reading tells which meter was read', () => {
  const change = [{ on: on(5), oldReading: 2500, newReading: 0 }]
  expect(
    readingStory(
      [
        { on: on(5), km: 2500, no: 'A' },
        { on: on(5), km: 3, no: 'B' },
      ],
      change,
    ).map(({ total }) => total),
  ).toEqual([2500, 2503])
})

test('however often the meter is replaced, the distance never depends on the meters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ driven: fc.integer({ min: 1, max: 900 }), replaced: fc.boolean() }), { minLength: 1, maxLength: 12 }),
      (days) => {
        const readings: { on: ReturnType<typeof on>; km: number; no: string }[] = []
        const changes: { on: ReturnType<typeof on>; oldReading: number; newReading: number }[] = []
        let [meter, total] = [0, 0]
        for (const [index, { driven, replaced }] of days.entries()) {
          meter += driven
          total += driven
          readings.push({ on: on(index * 3), km: meter, no: String(index).padStart(3, '0') })
          if (replaced) {
            changes.push({ on: on(index * 3 + 1), oldReading: meter, newReading: 0 })
            meter = 0
          }
        }
        expect(readingStory(readings, changes).at(-1)?.total).toBe(total)
        expect(meter + offsetOf(changes)).toBe(total)
      },
    ),
  )
})
