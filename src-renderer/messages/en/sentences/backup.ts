import type { backupSentences } from '#domain/sentences/backup'

export const backupEn = {
  'backup.noSuchCopy': 'There is no “{name}” in the folder of backups; it may have been moved. Reload the list',
  'backup.notAbsolute': '“{folder}” is not a full path; begin at the drive or the root, e.g. D:\\sanbao-backups',
  'backup.noFolder': 'Folder “{folder}” not found; plug in the drive or make the folder first',
  'backup.cannotWrite': 'Nothing can be written in “{folder}”; check the rights or choose another folder',
  'backup.insideData': '“{folder}” lies inside the station’s own data and would be lost with it; choose another drive',
  'backup.notEmpty': '“{folder}” holds files already; restoring never overwrites, name a new folder',
  'backup.damaged': 'Backup “{name}” is damaged and cannot be restored ({detail}); choose another one',
  'backup.newerCopy': 'Backup “{name}” was written by a newer program; install the new version',
  'backup.secondFailed': 'The second place was not written: {reason}. Check that it is connected and has room, then back up again',
} satisfies Record<keyof typeof backupSentences, string>
