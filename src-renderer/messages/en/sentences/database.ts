import type { databaseSentences } from '#domain/sentences/database'

export const databaseEn = {
  'db.inUse': 'The database is in use by the running program; quit it first or work inside it',
  'db.missing': 'Database file {file} not found; check the path, or create it with init first',
  'db.exists': 'File {file} exists already; choose another name so that nothing is overwritten',
  'db.cannotOpen': 'Cannot open {file}; check that it is a file and that it may be read and written',
  'db.foreign': '{file} is not a database of Sanbao Station; choose the right file',
  'db.damaged': 'The database file {file} is damaged and cannot be read. Restore a backup; the damaged file is kept as it is',
  'db.gone': 'The database {file} is gone from the data folder, but its backups are there. Restore one, or put the file back',
  'db.diskFull': 'The disk is full. What was just done was not saved; what is stored is whole. Make room and try again',
  'db.ioError':
    'The disk failed while {file} was read or written. Check that it is connected and try again; if it goes on, copy the backups to another disk soon',
  'db.isOpen': 'The database opens; nothing need be restored',
  'db.newer':
    'This database was made by a newer version ({applied} schema [version|versions]; this program knows {known}); install the new version to open it',
  'db.changed': 'Schema record “{name}” does not match this program; the file may have been altered. Restore a backup or ask for support',
  'db.migrationFailed': 'Upgrading the database failed and was undone completely; nothing has changed. The backup made before is {backup}',
  'db.oldNode': 'Node 22.14 or newer is needed, this is {version}; start with npm start or npm run sanbao, which bring their own',
  'db.backupUnproven': 'The backup did not pass its check ({detail}); choose another place and back up again',
} satisfies Record<keyof typeof databaseSentences, string>
