import { wasWorkedSince } from '#db/queries/command-log'
import type { Db } from '#db/types'
import { backupDue } from '#domain/backup-plan'
import { instantOfMillis } from '#domain/dates'
import { findSchedule } from '#handlers/backups'
import type { Backups } from './backups.ts'
import type { Logger } from './log.ts'

type Parts = {
  readonly db: () => Db
  readonly backups: Backups
  readonly clock: () => number
  readonly logger: Logger
  readonly publish: (topics: readonly string[]) => void
}

/** Makes a copy when the schedule asks for one; one at a time. What goes wrong is told on the page of backups. */
export function createAutomaticBackups({ db, backups, clock, logger, publish }: Parts) {
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    const schedule = findSchedule(db())
    const newest = backups.list().find(({ state }) => state === 'proven')?.at ?? null
    if (!backupDue(schedule, newest, wasWorkedSince(db(), newest), instantOfMillis(clock()))) return
    try {
      const { name } = await backups.make('automatic')
      if (schedule.secondFolder !== '') await backups.copyAway(name, schedule.secondFolder)
      await backups.prune()
      backups.fail(null)
    } catch (error) {
      backups.fail(error instanceof Error ? error.message : String(error))
      logger.error('automatic backup', error)
    }
    publish(['backups', 'home'])
  }

  return {
    /** now, if due; the same promise while one is being made */
    run: (): Promise<void> =>
      (running ??= run().finally(() => {
        running = null
      })),
    settled: async () => {
      await running
    },
  }
}
