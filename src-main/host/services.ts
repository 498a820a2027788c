import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { readMigrations } from '#db/migrate'
import { addDays, instantOfMillis, localDateOf } from '#domain/dates'
import type { Actor } from '#handlers/define'
import type { Services } from '#handlers/services'
import { openWith, restoreInto } from './backup-restore.ts'
import type { Backups } from './backups.ts'
import { createDrawnPapers } from './drawn-papers.ts'
import { writeDurably } from './durable-write.ts'
import type { ListExports } from './export/list-exports.ts'
import type { CheckedImports } from './import/checked-imports.ts'
import type { FileShelf } from './produced-files.ts'
import type { Resources } from './resources.ts'
import { readLog } from './log.ts'
import type { Seat, Seats } from './seats.ts'
import type { SignInTries } from './sign-in-tries.ts'
import { emptyFounding, loadSamples } from './station-builder.ts'
import type { Workers } from './workers.ts'

export type ServiceParts = {
  readonly actor: Actor
  /** undefined for calls that come from no seat, such as a task's own commands */
  readonly seat: Seat | undefined
  readonly shelf: FileShelf
  readonly workers: Workers
  readonly backups: Backups
  readonly seats: Seats
  readonly tries: SignInTries
  readonly imports: CheckedImports
  readonly exports: ListExports
  readonly dbFile: string
  readonly clock: () => number
  readonly places: Resources
  readonly replaceDatabase: (swap: () => Promise<void>) => Promise<void>
}

/** Ties the handlers' wishes to files and workers. What is seldom needed is loaded when it is asked for. */
export function createServices({
  seat,
  shelf,
  workers,
  backups,
  seats,
  tries,
  imports,
  exports,
  dbFile,
  clock,
  places,
  replaceDatabase,
}: ServiceParts): Services {
  const folder = dirname(dbFile)
  const stored = (path: string) => readIfThere(inside(folder, path))
  const drawn = createDrawnPapers({ maker: workers.pdf, shelf, stored })
  return {
    produce: (name, mediaType, bytes) => ({ fileId: shelf.put({ name, mediaType, bytes }), name, bytes: bytes.byteLength }),
    produceStored: async (name, mediaType, path) => {
      const file = inside(folder, path)
      const found = await stat(file).catch(() => undefined)
      return found && { fileId: shelf.put({ name, mediaType, path: file }), name, bytes: found.size }
    },
    uploaded: (uploadId) => {
      const file = shelf.get(uploadId)
      return file?.bytes === undefined ? undefined : file
    },
    signIn: (userId) => {
      if (seat) seat.userId = userId
    },
    signInDelay: tries.delay,
    signInTried: tries.tried,
    store: async (path, bytes) => {
      const file = inside(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeDurably(file, bytes)
    },
    keep: async (under, bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const file = inside(folder, join(under, sha256))
      await mkdir(dirname(file), { recursive: true })
      await writeDurably(file, bytes)
      return sha256
    },
    stored,
    backUp: async ({ secondFolder }) => {
      const copy = await backups.make('manual')
      if (secondFolder !== '') await backups.copyAway(copy.name, secondFolder)
      backups.fail(null)
      return copy
    },
    verifyBackup: backups.verify,
    restoreBackup: async (name, target) => {
      const content = await restoreInto(join(backups.folder, backups.copyNamed(name).name), target, {
        schemaVersions: readMigrations(places.migrations).length,
      })
      return { folder: target, content, openWith: openWith(target) }
    },
    newSeatAddress: () => seats.serving()?.newAddress() ?? null,
    renameSeat: seats.rename,
    closeSeat: seats.close,
    logText: () => readLog(join(folder, 'logs')),
    emptyFounding: (first) => emptyFounding(loadSamples(places), first),
    installDemo: (orders) => installDemo(orders),
    writeList: exports.write,
    stopExport: exports.stop,
    drawPages: async (pages, meta) => (await workers.pdf()).make({ pages }, meta),
    drawPapers: (papers, exportId) =>
      exportId === null
        ? drawn.inMemory(papers, {})
        : exports.watch(exportId, papers.papers, (signal, tell) => drawn.inMemory(papers, { signal, tell })),
    producePapers: (papers, exportId) => exports.watch(exportId, papers.papers, (signal, tell) => drawn.onDisk(papers, { signal, tell })),
    produceZip: (zip, exportId) =>
      exports.watch(
        exportId,
        zip.files.reduce((sum, { papers }) => sum + papers, 0),
        (signal, tell) => drawn.zipOnDisk(zip, { signal, tell }),
      ),
    writeBatch: async (exportId, order) => {
      const { writeBatchFile } = await import('./batch-file/write.ts')
      const tools = { folder, fontsDir: places.fonts, pdf: await workers.pdf(), stored }
      return exports.watch(exportId, order.vouchers.length, (signal, tell) => writeBatchFile(order, tools, { signal, tell }))
    },
    verifyBatch: async (bytes) => {
      const desk = (await import('./batch-file/batch-desk.ts')).createBatchDesk()
      try {
        return await desk.verify(bytes)
      } finally {
        await desk.close()
      }
    },
    checkImport: async (kind, bytes, known) => (await workers.imports()).check(kind, bytes, known),
    keepImport: imports.keep,
    templateWorkbook: async (kind) => {
      const { templateNames, templateWorkbook } = await import('./import/template.ts')
      return { name: `${templateNames[kind]}.xlsx`, bytes: await templateWorkbook(kind, instantOfMillis(clock())) }
    },
  }

  /** The demo station comes into being beside the empty file and takes its place in one rename. */
  async function installDemo(orders: number): Promise<void> {
    const half = join(folder, '.demo-station.half.db')
    await removeDatabase(half)
    try {
      const { startDemo } = await import('./demo/start-demo.ts')
      // until yesterday: today has not been lived through yet
      await startDemo({ file: half, orders, seed: 1, until: addDays(localDateOf(instantOfMillis(clock())), -1), resources: places })
      await replaceDatabase(() => rename(half, dbFile))
    } finally {
      await removeDatabase(half)
    }
  }
}

async function removeDatabase(file: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${file}${ending}`, { force: true })
}

/** A path inside the data folder; paths are made by handlers from hashes, but a slip must not reach other files. */
function inside(folder: string, path: string): string {
  const plain = normalize(path)
  if (isAbsolute(plain) || plain.startsWith('..')) throw new Error(`not inside the data folder: ${path}`)
  return join(folder, plain)
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
