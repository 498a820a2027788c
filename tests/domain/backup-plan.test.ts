import { expect, test } from 'vitest'
import { backupDue, copiesToDrop, type BackupSchedule } from '#domain/backup-plan'
import { addHours, instant, type Instant } from '#domain/dates'
import type { BackupReason } from '#domain/words'

const now = instant('2026-11-21T10:00:00.000Z')
const hourly: BackupSchedule = { everyHours: 1, secondFolder: '' }

test('a copy is due when the last one is old enough and something was done since', () => {
  const ago = (hours: number) => addHours(now, -hours)
  expect([
    backupDue(hourly, null, true, now),
    backupDue(hourly, ago(1), true, now),
    backupDue(hourly, ago(0.5), true, now),
    backupDue(hourly, ago(9), false, now),
    backupDue({ ...hourly, everyHours: 24 }, ago(23), true, now),
    backupDue({ ...hourly, everyHours: 0 }, null, true, now),
  ]).toEqual([true, true, false, false, false, false])
})

const copyAt = (at: Instant, reason: BackupReason = 'automatic') => ({ name: `${at}-${reason}`, at, reason })
/** a copy every hour, newest first */
const everyHour = (hours: number) => Array.from({ length: hours }, (_, index) => copyAt(addHours(now, -index)))

test('of hourly copies a day stays whole, then one a day, a week, a month', () => {
  const copies = everyHour(24 * 120)
  const dropped = new Set(copiesToDrop(copies, now))
  const kept = copies.filter((copy) => !dropped.has(copy))
  const within = (days: number) => kept.filter(({ at }) => at > addHours(now, -24 * days)).length
  expect([within(1), within(14) - within(1), within(56) - within(14), kept.length - within(56)]).toEqual([24, 14, 7, 3])
})

test('copies made by hand or before an upgrade stay, and the three newest whatever their age', () => {
  const old = instant('2025-01-10T00:00:00.000Z')
  const copies = [
    ...everyHour(2).map(({ at }) => copyAt(addHours(at, -9000))),
    copyAt(old, 'manual'),
    copyAt(old, 'beforeUpgrade'),
    copyAt(addHours(old, -1)),
    copyAt(addHours(old, -2)),
  ]
  expect(copiesToDrop(copies, now)).toEqual([copies[5]])
})
