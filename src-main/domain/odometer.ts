import { daysBetween, type LocalDate } from './dates.ts'

/** What the meter showed at an order, km. */
export type Reading = { readonly on: LocalDate; readonly km: number; readonly no: string }
/** 换表: the old meter at its last, the new one at its first reading, km. */
export type MeterChange = { readonly on: LocalDate; readonly oldReading: number; readonly newReading: number }

/** `offset`: what replaced meters had counted by then; `total` = reading + offset. `back`: less than before; `jump`: more than 300 km a day (V-09). */
export type ReadingStory = Reading & {
  readonly offset: number
  readonly total: number
  readonly perDay: number | null
  readonly found: 'back' | 'jump' | null
}

export const mostKmPerDay = 300

/** What all changes together have to be added to a reading of the last meter (V-10). */
export function offsetOf(changes: readonly MeterChange[]): number {
  return changes.reduce((sum, { oldReading, newReading }) => sum + oldReading - newReading, 0)
}

/** On the day of a change itself the reading tells which meter was read: the one it is nearer to. */
function isAfter({ on, km }: Reading, change: MeterChange): boolean {
  return change.on < on || (change.on === on && km - change.newReading < change.oldReading - km)
}

/** The distance of a vehicle through all its meters, oldest first, with what looks wrong about it (domain.md V-09, V-10). */
export function readingStory(readings: readonly Reading[], changes: readonly MeterChange[]): ReadingStory[] {
  const told: ReadingStory[] = []
  for (const reading of readings.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.no < b.no ? -1 : 1))) {
    const offset = offsetOf(changes.filter((change) => isAfter(reading, change)))
    const total = reading.km + offset
    const before = told.at(-1)
    const grown = before === undefined ? null : total - before.total
    const days = before === undefined ? 0 : daysBetween(before.on, reading.on)
    const perDay = grown === null ? null : Math.round(grown / Math.max(1, days))
    told.push({
      ...reading,
      offset,
      total,
      perDay,
      found: grown === null || perDay === null ? null : grown < 0 ? 'back' : perDay > mostKmPerDay ? 'jump' : null,
    })
  }
  return told
}
