import type { AppContract } from '#contract/index'
import { countRecords, schemaVersion, sqliteVersion } from '#db/queries/facts'
import type { Reader } from '#db/types'
import type { HandlersOf, QueryContext } from './define.ts'
import { withoutPersons } from './without-persons.ts'

function factsOf({ db, program }: { readonly db: Reader; readonly program: QueryContext['program'] }) {
  const { version, facts } = program
  return { version, ...facts(), sqlite: sqliteVersion(db), schemaVersion: schemaVersion(db), counts: countRecords(db) }
}

export const diagnosticsHandlers: HandlersOf<AppContract['diagnostics']> = {
  about: factsOf,
  async exportLog({ db, program, services, now }) {
    const { dbFile: _file, logFolder: _folder, counts, ...facts } = factsOf({ db, program })
    const head = Object.entries({ ...facts, ...counts }).map(([name, value]) => `${name}: ${String(value)}`)
    const text = ['三包站 Sanbao Station', `exported: ${now}`, ...head, '', withoutPersons(services.logText())].join('\n')
    return services.produce(`sanbao-log-${now.slice(0, 10)}.txt`, 'text/plain; charset=utf-8', Buffer.from(text))
  },
}
