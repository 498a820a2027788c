import { existsSync, statSync } from 'node:fs'
import { arch, release, type } from 'node:os'
import { dirname, join } from 'node:path'
import { instantOfMillis, localDateOf, localTimeOf } from '#domain/dates'
import type { Program } from '#handlers/services'
import { freeBytes, requireFolder } from './backup-files.ts'
import type { Backups } from './backups.ts'
import type { ListExports } from './export/list-exports.ts'
import type { CheckedImports } from './import/checked-imports.ts'
import type { Seats } from './seats.ts'
import type { Resources } from './resources.ts'
import type { SignInTries } from './sign-in-tries.ts'
import { loadSamples } from './station-builder.ts'
import { version } from './version.ts'

type Parts = {
  readonly dbFile: string
  readonly backups: Backups
  readonly seats: Seats
  readonly imports: CheckedImports
  readonly exports: ListExports
  readonly tries: SignInTries
  readonly places: Resources
  readonly clock: () => number
}

/** What the program knows of itself: its copies, its seats, where it runs. */
export function createProgram({ dbFile, backups, seats, imports, exports, tries, places, clock }: Parts): Program {
  const folder = dirname(dbFile)
  return {
    version,
    backups: backups.view,
    checkedImport: imports.find,
    exportProgress: exports.progress,
    pinTries: tries,
    samples: () => loadSamples(places),
    requireFolder: (wanted) => requireFolder(folder, wanted),
    restorePlace: () => freshFolder(`${folder}-恢复-${stamp(clock())}`),
    seats: () => ({
      url: seats.serving()?.url ?? null,
      isSwitched: seats.isSwitched(),
      isInviting: seats.isInviting(),
      items: seats
        .list()
        .flatMap(({ seat, ...record }) => (seat.kind === 'cli' ? [] : [{ id: seat.id, kind: seat.kind, userId: seat.userId, ...record }])),
    }),
    facts: () => ({
      runtime: runtime(),
      system: `${type()} ${release()} ${arch()}`,
      dbFile,
      dbBytes: statSync(dbFile, { throwIfNoEntry: false })?.size ?? 0,
      logFolder: join(folder, 'logs'),
      freeBytes: freeBytes(folder),
    }),
  }
}

/** `20261122-1405` by the shop's clock. */
function stamp(millis: number): string {
  const now = instantOfMillis(millis)
  return `${localDateOf(now).replaceAll('-', '')}-${localTimeOf(now).replace(':', '')}`
}

function freshFolder(wanted: string): string {
  if (!existsSync(wanted)) return wanted
  let count = 2
  while (existsSync(`${wanted}-${count}`)) count += 1
  return `${wanted}-${count}`
}

function runtime(): string {
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  return versions['electron'] === undefined ? `Node ${versions['node'] ?? ''}` : `Electron ${versions['electron']}`
}
