import type { AppContract } from '#contract/index'
import { schedule } from '#contract/backups'
import { findSetting, updateSetting } from '#db/queries/station'
import type { Reader } from '#db/types'
import { standardSchedule, type BackupSchedule } from '#domain/backup-plan'
import type { HandlersOf } from './define.ts'

const settingKey = 'backups'

/** When copies are made by themselves, and where else they go. */
export function findSchedule(db: Reader): BackupSchedule {
  const stored = schedule.safeParse(findSetting(db, settingKey))
  return stored.success ? stored.data : standardSchedule
}

export const backupsHandlers: HandlersOf<AppContract['backups']> = {
  list({ db, program }) {
    const { folder, freeBytes, trouble, items } = program.backups()
    return { folder, freeBytes, trouble, schedule: findSchedule(db), items: [...items] }
  },
  make: ({ db, services }) => services.backUp(findSchedule(db)),
  verify: ({ services }, { name }) => services.verifyBackup(name),
  restorePlace: ({ program }, { name }) => ({ folder: program.restorePlace(name) }),
  restore: ({ services }, { name, folder }) => services.restoreBackup(name, folder),
  saveSchedule({ db, program }, wanted) {
    if (wanted.secondFolder !== '') program.requireFolder(wanted.secondFolder)
    updateSetting(db, settingKey, wanted)
    return {}
  },
}
