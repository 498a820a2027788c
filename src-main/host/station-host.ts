import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#domain/errors'
import { createChanges } from './changes.ts'
import { createHost, type Host, type HostOptions } from './create-host.ts'
import { createLogger } from './log.ts'
import { createRescue, refuseLostDatabase } from './rescue.ts'
import { resources } from './resources.ts'
import { createSeats } from './seats.ts'

/**
 * The host of a program people look at: when the station cannot be opened it still answers, says why and offers the ways
 * out, and becomes the station's host as soon as it can. Command line and tests use `createHost`, which refuses.
 */
export async function openStationHost(options: HostOptions): Promise<Host> {
  const { dbFile, clock = Date.now } = options
  mkdirSync(dirname(dbFile), { recursive: true })
  const changes = createChanges()
  const seats = createSeats(clock, dbFile)
  const logger = options.logger ?? createLogger(join(dirname(dbFile), 'logs'))
  let host: Host | null = null
  let trouble: AppError | null = null
  let keepsTime = false

  /** What is in the way, or null when the station is open now. */
  async function open(): Promise<AppError | null> {
    if (host !== null) return null
    try {
      refuseLostDatabase(dbFile)
      host = await createHost({ ...options, logger, changes, seats })
      if (keepsTime) host.keepTime()
      trouble = null
      changes.publish(['*'])
    } catch (error) {
      // anything else is a fault of the program and stops it
      if (!(error instanceof AppError)) throw error
      logger.error('open', error)
      trouble = error
    }
    return trouble
  }

  await open()
  const stopped = () => trouble ?? new AppError('internal', 'db.cannotOpen', { file: dbFile })
  const opened = (): Host => {
    if (host === null) throw stopped()
    return host
  }
  const rescue = createRescue({ dbFile, places: options.resources ?? resources(), clock, trouble: stopped, open })
  return {
    changes,
    seats,
    logger,
    route: (call, seat) => (host === null ? rescue.route(call) : host.route(call, seat)),
    now: (...call) => opened().now(...call),
    db: () => opened().db(),
    produced: (id) => host?.produced(id),
    upload: (name, bytes) => opened().upload(name, bytes),
    keepTime: () => {
      keepsTime = true
      host?.keepTime()
    },
    close: async () => {
      await host?.close()
    },
  }
}
