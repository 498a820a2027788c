import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '#contract/client'
import { contract, type Api } from '#contract/index'
import type { Call, Reply } from '#contract/wire'
import { listUsers } from '#db/queries/users'
import type { Db } from '#db/types'
import { instantOf, instantOfMillis, localDate, localDateOf, millisOf, type Instant, type LocalDate } from '#domain/dates'
import type { Role } from '#domain/words'
import { commandLine, createHost, type Host } from '#host/create-host'
import { silentLogger } from '#host/log'
import { openKept } from '#host/produced-files'
import { resources } from '#host/resources'
import { loadSamples } from '#host/station-builder'
import type { Seat } from '#host/seats'

export type TestHost = {
  /** the seat where `signIn` puts someone; the chief sits there first */
  readonly api: Api
  /** the n-th person of a role signs in at that seat */
  readonly signIn: (role: Role, nth?: number) => void
  /** another seat, where this person sits */
  readonly as: (role: Role, nth?: number) => Api
  readonly now: () => Instant
  readonly today: () => LocalDate
  /** moves the clock on; hours may be fractional */
  readonly advance: (by: { days?: number; hours?: number }) => void
  readonly db: () => Db
  readonly host: Host
  /** what a seat gets under the id of a produced file */
  readonly fetched: (file: { readonly fileId: string }) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

type Options = { readonly today?: string; readonly time?: string }

/**
 * The sample station (SD0731, maker DEMO) on a database file of its own, with a clock that stands still until told.
 * Calls go through JSON as they do on a wire, and every answer is checked against the contract.
 */
export async function openTestHost({ today = '2026-11-21', time = '09:00' }: Options = {}): Promise<TestHost> {
  let millis = millisOf(instantOf(localDate(today), time))
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-test-'))
  const dbFile = join(folder, 'station.sqlite')
  copyFileSync(await foundedFile(), dbFile)
  const host = await createHost({ dbFile, clock: () => millis, logger: silentLogger, checkOutputs: true })
  const people = listUsers(host.db())
  const personOf = (role: Role, nth: number): number => {
    const person = people.filter((candidate) => candidate.role === role)[nth]
    if (person === undefined) throw new Error(`the sample station has no ${role} number ${nth}`)
    return person.id
  }
  const desk: Seat = { id: 'test-desk', kind: 'desk', userId: personOf('chief', 0) }
  return {
    api: clientAt(host, desk),
    host,
    db: host.db,
    signIn: (role, nth = 0) => {
      desk.userId = personOf(role, nth)
    },
    as: (role, nth = 0) => clientAt(host, { id: `test-${role}-${nth}`, kind: 'browser', userId: personOf(role, nth) }),
    now: () => instantOfMillis(millis),
    today: () => localDateOf(instantOfMillis(millis)),
    advance: ({ days = 0, hours = 0 }) => {
      millis += Math.round((days * 24 + hours) * 3_600_000)
    },
    fetched: async ({ fileId }) => {
      const file = host.produced(fileId)
      const opened = file && (await openKept(file))
      return new Uint8Array(Buffer.concat((await opened?.pieces.toArray()) ?? []))
    },
    close: async () => {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function clientAt(host: Host, seat: Seat): Api {
  const overJson = async (call: Call): Promise<Reply> =>
    JSON.parse(JSON.stringify(await host.route(JSON.parse(JSON.stringify(call)), seat)))
  return createClient(contract, overJson, () => crypto.randomUUID())
}

let founded: Promise<string> | undefined

/** Founding hashes a dozen PINs, which is slow on purpose: once per run, where several files share a folder for it, then copied. */
function foundedFile(): Promise<string> {
  founded ??= foundOnce()
  return founded
}

async function foundOnce(): Promise<string> {
  const shared = process.env['SANBAO_FOUNDED_IN']
  const folder = shared ?? mkdtempSync(join(tmpdir(), 'sanbao-founded-'))
  if (shared === undefined) process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const dbFile = join(folder, 'station.sqlite')
  if (existsSync(dbFile)) return dbFile
  const half = join(folder, `half-${process.pid}.sqlite`)
  await found(half)
  renameSync(half, dbFile)
  return dbFile
}

async function found(dbFile: string): Promise<void> {
  const moment = instantOf(localDate('2020-01-01'), '08:00')
  const host = await createHost({ dbFile, createIfMissing: true, clock: () => millisOf(moment), logger: silentLogger })
  host.now('station', 'found', loadSamples(resources()), commandLine, crypto.randomUUID())
  await host.close()
}
