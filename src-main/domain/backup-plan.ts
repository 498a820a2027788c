import { dayOfWeek, addDays, addHours, compare, localDateOf, monthOf, type Instant } from './dates.ts'
import type { BackupReason } from './words.ts'

export const backupIntervals = [0, 1, 4, 24] as const

/** `everyHours` 0: only by hand. `secondFolder` '': copies lie only beside the data. */
export type BackupSchedule = { readonly everyHours: (typeof backupIntervals)[number]; readonly secondFolder: string }

export const standardSchedule: BackupSchedule = { everyHours: 1, secondFolder: '' }

/** Whether the calendar asks for a copy: the last one is old enough and something was done since. */
export function backupDue({ everyHours }: BackupSchedule, newestAt: Instant | null, changed: boolean, now: Instant): boolean {
  if (everyHours === 0 || !changed) return false
  return newestAt === null || compare(addHours(newestAt, everyHours), now) <= 0
}

type Copy = { readonly name: string; readonly at: Instant; readonly reason: BackupReason }

const dailyFor = 14
const weeklyFor = 56

/** Copies of the same slot replace one another: every one of the last day, then one a day, a week, a month. */
function slotOf({ name, at }: Copy, now: Instant): string {
  const day = localDateOf(at)
  if (compare(addHours(at, 24), now) > 0) return name
  if (compare(addDays(day, dailyFor), localDateOf(now)) >= 0) return day
  return compare(addDays(day, weeklyFor), localDateOf(now)) >= 0 ? `week ${addDays(day, -dayOfWeek(day))}` : `month ${monthOf(day)}`
}

/**
 * The automatic copies that may go (reliability.md E.6): 24 hours whole, then the newest of each day, week and month.
 * Copies made by hand or before an upgrade stay, and so do the three newest whatever their age. `copies` newest first.
 */
export function copiesToDrop<C extends Copy>(copies: readonly C[], now: Instant): C[] {
  const taken = new Set<string>()
  return copies.filter((copy, index) => {
    if (copy.reason !== 'automatic') return false
    const slot = slotOf(copy, now)
    const isNewest = !taken.has(slot)
    taken.add(slot)
    return !isNewest && index >= 3
  })
}
