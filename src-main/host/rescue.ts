import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rescue } from '#contract/rescue'
import type { Call, Reply } from '#contract/wire'
import { readMigrations } from '#db/migrate'
import { instantOfMillis } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { SentenceKey } from '#domain/sentences/index'
import { readCopyName } from './backup-files.ts'
import { layDown } from './backup-restore.ts'
import { createBackups } from './backups.ts'
import type { Resources } from './resources.ts'

/** Where a copy is the way out. A newer database or one in use is whole: only time or the right program helps. */
const restorable: ReadonlySet<SentenceKey> = new Set(['db.damaged', 'db.gone', 'db.foreign', 'db.changed'])

export type RescueParts = {
  readonly dbFile: string
  readonly places: Resources
  readonly clock: () => number
  readonly trouble: () => AppError
  /** tries to open the station; what is in the way now, or null */
  readonly open: () => Promise<AppError | null>
}

/** An empty folder is a first run; one with copies in it has lost its database. @throws AppError */
export function refuseLostDatabase(dbFile: string): void {
  const folder = join(dirname(dbFile), 'backups')
  if (!existsSync(dbFile) && existsSync(folder) && readdirSync(folder).some((name) => readCopyName(name) !== null))
    throw new AppError('rule', 'db.gone', { file: dbFile })
}

/** Answers in place of the router while the station cannot be opened: every other call hears why. */
export function createRescue({ dbFile, places, clock, trouble, open }: RescueParts) {
  const folder = dirname(dbFile)
  const backups = createBackups({
    sqlite: () => {
      throw trouble()
    },
    folder: join(folder, 'backups'),
    clock,
  })

  async function route({ name, input }: Call): Promise<Reply> {
    try {
      return { ok: true, value: await answer(name, input) }
    } catch (error) {
      const { code, sentence, problems } = error instanceof AppError ? error : trouble()
      return { ok: false, error: { code, sentence, problems } }
    }
  }

  async function answer(name: string, input: unknown): Promise<unknown> {
    if (name === 'rescue.state')
      return { trouble: trouble().sentence, folder, copies: restorable.has(trouble().sentence.key) ? backups.list() : [] }
    if (name === 'rescue.retry') return { open: (await open()) === null }
    if (name === 'rescue.restore') return restore(rescue.restore.input.parse(input).name)
    throw trouble()
  }

  /** Tries once more first: a station that opens, or is in use, must not be moved. */
  async function restore(name: string): Promise<{ aside: string }> {
    const now = await open()
    if (now === null) throw new AppError('rule', 'db.isOpen')
    if (!restorable.has(now.sentence.key)) throw now
    const ready = join(folder, '.restored.sqlite')
    await layDown(join(backups.folder, backups.copyNamed(name).name), ready, { schemaVersions: readMigrations(places.migrations).length })
    const aside = await setAside()
    await rename(ready, dbFile)
    const still = await open()
    if (still !== null) throw still
    return { aside }
  }

  /** Database and what belongs to it, moved together: a `-wal` left behind would change the restored one (reliability.md 0.6). */
  async function setAside(): Promise<string> {
    const aside = join(folder, `set-aside-${instantOfMillis(clock()).slice(0, 19).replaceAll(/[:T-]/g, '')}`)
    mkdirSync(aside, { recursive: true })
    for (const ending of ['-wal', '-shm', '-journal', '']) {
      if (existsSync(`${dbFile}${ending}`)) await rename(`${dbFile}${ending}`, join(aside, `station.sqlite${ending}`))
    }
    return aside
  }

  return { route }
}
