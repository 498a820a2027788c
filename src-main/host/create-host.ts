import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Call, Reply } from '#contract/wire'
import { deleteIdleSeats, deletePairedSeat, keepPairedSeat, listPairedSeats } from '#db/queries/paired-seats'
import { findStation } from '#db/queries/station'
import { findActor } from '#db/queries/users'
import { migrate } from '#db/migrate'
import { closeDatabase, openDatabase } from '#db/open'
import { requireWhole, troubleOf } from '#db/trouble'
import type { Db } from '#db/types'
import { instantOfMillis } from '#domain/dates'
import type { Actor } from '#handlers/define'
import { handlers } from '#handlers/index'
import { createAutomaticBackups } from './automatic-backups.ts'
import { createBackups } from './backups.ts'
import { createChanges, type Changes } from './changes.ts'
import { createListExports } from './export/list-exports.ts'
import { createCheckedImports } from './import/checked-imports.ts'
import { createLogger, type Logger } from './log.ts'
import { createFileShelf, type KeptFile } from './produced-files.ts'
import { resources, type Resources } from './resources.ts'
import { createRouter, type Router } from './router.ts'
import { createProgram } from './program.ts'
import { createSeats, type Seat, type Seats } from './seats.ts'
import { createServices } from './services.ts'
import { createSignInTries } from './sign-in-tries.ts'
import { createWorkers } from './workers.ts'

export type HostOptions = {
  readonly dbFile: string
  /** a missing file is made with an empty schema (first run); otherwise its absence is refused */
  readonly createIfMissing?: boolean
  readonly resources?: Resources
  readonly clock?: () => number
  readonly logger?: Logger
  readonly checkOutputs?: boolean
  /** given by a program that outlives the host (station-host.ts) */
  readonly changes?: Changes
  readonly seats?: Seats
}

export type Host = {
  readonly route: (call: Call, seat: Seat) => Promise<Reply>
  /** synchronous calls for the command line and the demo station */
  readonly now: Router['now']
  readonly db: () => Db
  readonly changes: Changes
  readonly seats: Seats
  readonly logger: Logger
  readonly produced: (id: string) => KeptFile | undefined
  readonly upload: (name: string, bytes: Uint8Array) => string
  /** for programs that stay open: what the calendar brings about, now and every hour */
  readonly keepTime: () => void
  readonly close: () => Promise<void>
}

const hour = 3_600_000
/** how often the schedule of backups is looked at */
const backupLook = 5 * 60_000

/** 命令行 acts with the chief's rights (settled.md 6). */
export const commandLine: Actor = { userId: null, name: '命令行', role: 'chief', technicianId: null, seatId: 'cli' }

/** Composition root: opens and migrates the database, ties router, handlers, workers and change feed together. */
export async function createHost(options: HostOptions): Promise<Host> {
  const clock = options.clock ?? Date.now
  const folder = dirname(options.dbFile)
  mkdirSync(folder, { recursive: true })
  const logger = options.logger ?? createLogger(join(folder, 'logs'))
  const places = options.resources ?? resources()
  let db = await openMigrated(options, places, clock)

  const changes = options.changes ?? createChanges()
  const seats = options.seats ?? createSeats(clock, options.dbFile)
  const keepSeats = () =>
    seats.keepIn({
      list: () => listPairedSeats(db),
      keep: (seat) => db.transaction((tx) => keepPairedSeat(tx, seat), { behavior: 'immediate' }),
      forget: (seatId) => db.transaction((tx) => deletePairedSeat(tx, seatId), { behavior: 'immediate' }),
      forgetIdle: (before) => db.transaction((tx) => deleteIdleSeats(tx, before), { behavior: 'immediate' }),
    })
  keepSeats()
  const shelf = createFileShelf(clock, join(folder, 'handed-out'))
  const workers = createWorkers(places)
  const backups = createBackups({ sqlite: () => db.$client, folder: join(folder, 'backups'), clock })
  const tries = createSignInTries(clock)
  const imports = createCheckedImports(clock)
  const exports = createListExports()
  const seatsByActor = new WeakMap<Actor, Seat>()

  const router = createRouter({
    db: () => db,
    handlers,
    clock,
    logger,
    publish: changes.publish,
    checkOutputs: options.checkOutputs ?? false,
    program: createProgram({ dbFile: options.dbFile, backups, seats, imports, exports, tries, places, clock }),
    servicesFor: (actor) =>
      createServices({
        actor,
        seat: seatsByActor.get(actor),
        shelf,
        workers,
        backups,
        seats,
        tries,
        imports,
        exports,
        dbFile: options.dbFile,
        clock,
        places,
        replaceDatabase,
      }),
  })

  let swapping: Promise<void> | null = null
  let isClosed = false

  /** Swaps the file for one that was built beside it: close, rename, open again. Closing the host waits for it; afterwards it is refused. */
  function replaceDatabase(swap: () => Promise<void>): Promise<void> {
    if (isClosed) return Promise.reject(new Error('the program was closed before the file could be replaced'))
    swapping = swapDatabase(swap)
    return swapping
  }
  async function swapDatabase(swap: () => Promise<void>): Promise<void> {
    closeDatabase(db)
    try {
      await swap()
    } finally {
      db = await openMigrated(options, places, clock)
      keepSeats()
    }
    changes.publish(['session'])
  }

  function actorAt(seat: Seat): Actor {
    if (seat.kind === 'cli') return commandLine
    const person = seat.userId === null ? undefined : findActor(db, seat.userId)
    const actor = {
      userId: person?.id ?? null,
      name: person?.name ?? '',
      role: person?.role ?? null,
      technicianId: person?.technicianId ?? null,
      seatId: seat.id,
    }
    seatsByActor.set(actor, seat)
    return actor
  }

  function advanceClocks(): void {
    if (findStation(db) === undefined) return
    const { parts, requests } = router.now('home', 'advanceClocks', {}, commandLine, crypto.randomUUID())
    if (parts + requests > 0) changes.publish(['returnedParts', 'partsRequests', 'home'])
  }
  const automatic = createAutomaticBackups({ db: () => db, backups, clock, logger, publish: changes.publish })
  let timers: readonly NodeJS.Timeout[] | undefined

  function guarded(what: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      logger.error(what, error)
    }
  }

  return {
    route: (call, seat) => router.route(call, actorAt(seat)),
    now: router.now,
    db: () => db,
    changes,
    seats,
    logger,
    produced: shelf.get,
    upload: (name, bytes) => shelf.put({ name, mediaType: 'application/octet-stream', bytes }),
    keepTime: () => {
      advanceClocks()
      timers ??= [
        setInterval(() => guarded('advance clocks', advanceClocks), hour).unref(),
        setInterval(
          () =>
            guarded('automatic backup', () => {
              if (findStation(db) !== undefined) void automatic.run()
            }),
          backupLook,
        ).unref(),
      ]
    },
    close: async () => {
      isClosed = true
      timers?.forEach((timer) => clearInterval(timer))
      await automatic.settled()
      // whoever asked for the swap is told how it went
      await swapping?.catch(() => undefined)
      exports.stopAll()
      await workers.close()
      shelf.clear()
      // a swap that could not open its file leaves none open
      if (db.$client.open) closeDatabase(db)
    },
  }
}

async function openMigrated(options: HostOptions, places: Resources, clock: () => number): Promise<Db> {
  const create = options.createIfMissing === true && !existsSync(options.dbFile)
  const db = openDatabase(options.dbFile, create ? 'create' : 'existing')
  try {
    if (!create) requireWhole(db.$client)
    const backups = createBackups({ sqlite: () => db.$client, folder: join(dirname(options.dbFile), 'backups'), clock })
    await migrate(db.$client, places.migrations, instantOfMillis(clock()), async () =>
      join(backups.folder, (await backups.make('beforeUpgrade')).name),
    )
    return db
  } catch (error) {
    // what cannot be read cannot be tidied up either; the first error is the one that counts
    db.$client.close()
    throw troubleOf(error, options.dbFile) ?? error
  }
}
