import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { addDays, instantOf, millisOf } from '#domain/dates'
import { AppError } from '#domain/errors'
import { commandLine, createHost, type Host } from '../create-host.ts'
import { silentLogger } from '../log.ts'
import { loadSamples } from '../station-builder.ts'
import { createAgenda, type Agenda, type Errand } from './agenda.ts'
import { mornings, planMonths } from './months.ts'
import type { DemoPlan } from './plan.ts'
import { loadDemoSamples } from './samples.ts'
import { openShop, type Clock } from './shop.ts'
import { demoDays, planVisits } from './visits.ts'

const commandsPerTransaction = 500
const endOfWork = '18:00'

/**
 * A station that has worked for a year and a half, through the commands of the program: what they refuse does not come
 * into being. Built beside its place, several commands per transaction, then synced and renamed (settled.md 5).
 * @throws AppError `rule` when there is a file already.
 */
export async function buildDemo({ file, orders, seed, until, resources, onProgress }: DemoPlan): Promise<void> {
  if (existsSync(file)) throw new AppError('rule', 'db.exists', { file })
  const half = `${file}.half`
  await removeFiles(half)
  try {
    await live(half, { orders, seed, until, resources, onProgress: onProgress ?? (() => undefined) })
    await syncAndRename(half, file)
  } finally {
    await removeFiles(half)
  }
}

async function live(file: string, { orders, seed, until, resources, onProgress }: Required<Omit<DemoPlan, 'file'>>): Promise<void> {
  const clock: Clock = { millis: millisOf(instantOf(addDays(until, -demoDays - 1), '08:00')) }
  const host = await createHost({ dbFile: file, createIfMissing: true, resources, clock: () => clock.millis, logger: silentLogger })
  try {
    host.now('station', 'found', loadSamples(resources), commandLine, `demo-${seed}-found`)
    const agenda = createAgenda()
    const shop = openShop({ host, clock, seed, samples: loadDemoSamples(resources), schedule: agenda.add })
    planVisits(shop, { count: orders, until, onOrder: (done) => onProgress(done, orders) })
    planMonths(shop, { from: addDays(until, -demoDays), until, orders })
    agenda.add(clock.millis, mornings(shop))
    await liveThrough(host, agenda, clock, millisOf(instantOf(until, endOfWork)))
  } finally {
    await host.close()
  }
}

async function liveThrough(host: Host, agenda: Agenda, clock: Clock, end: number): Promise<void> {
  while (agenda.nextAt() <= end) {
    let errand: Errand | undefined
    host.db().transaction(
      () => {
        for (let turn = 0; errand === undefined && turn < commandsPerTransaction && agenda.nextAt() <= end; turn += 1)
          errand = turnOn(agenda, clock)
      },
      { behavior: 'immediate' },
    )
    await errand?.()
  }
}

/** One life goes on; the errand it has to run before it can go further. */
function turnOn(agenda: Agenda, clock: Clock): Errand | undefined {
  const entry = agenda.take()
  if (entry === undefined) return undefined
  clock.millis = Math.max(clock.millis, entry.at)
  const { done, value } = entry.life.next()
  if (done === true) return undefined
  if (typeof value === 'number') {
    agenda.add(value, entry.life)
    return undefined
  }
  agenda.add(clock.millis, entry.life)
  return value
}

async function syncAndRename(from: string, to: string): Promise<void> {
  await sync(from)
  await rename(from, to)
  if (process.platform !== 'win32') await sync(dirname(to))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeFiles(file: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${file}${ending}`, { force: true })
}
