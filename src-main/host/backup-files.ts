import { accessSync, constants, cpSync, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { instantOfMillis, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { backupReason, codesOf, type BackupReason } from '#domain/words'
import type { Proof } from './backup-worker.ts'
import { workerFile } from './worker-file.ts'

/** What the database of a data folder is called. */
export const databaseName = 'station.sqlite'

const reasonForm = codesOf(backupReason).map((reason) => ({ reason, ending: `-${reason}.db` }))

export function copyName(at: Instant, reason: BackupReason): string {
  return `${at.slice(0, 19).replaceAll(/[:T-]/g, '')}-${reason}.db`
}

/** When and why a copy was made, from its name; null for files that are none of ours. */
export function readCopyName(name: string): { readonly at: Instant; readonly reason: BackupReason } | null {
  const found = reasonForm.find(({ ending }) => name.endsWith(ending))
  const time = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-/.exec(name)
  if (found === undefined || time === null) return null
  const [, y, mo, d, h, mi, s] = time
  return { at: instantOfMillis(Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`)), reason: found.reason }
}

/** Opens and reads a closed copy beside the main thread. */
export function proveBeside(file: string): Promise<Proof> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('backup-worker'), { workerData: { file } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the proof of a copy ended with ${code} and said nothing`)))
  })
}

export async function syncPath(path: string): Promise<void> {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Photos and batch files lie under the hash of their bytes: one that is there already is the same one. */
const keptFolders = ['attachments', 'batches']

export function copyKeptFiles(from: string, to: string): void {
  for (const kept of keptFolders) {
    if (existsSync(join(from, kept))) cpSync(join(from, kept), join(to, kept), { recursive: true, force: false, errorOnExist: false })
  }
}

/** null where the system does not say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

export function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** A folder copies can go to: a full path, there, writable, and not inside the data it is to outlive. @throws AppError */
export function requireFolder(dataFolder: string, folder: string): void {
  if (!isAbsolute(folder)) throw new AppError('invalid', 'backup.notAbsolute', { folder })
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new AppError('invalid', 'backup.noFolder', { folder })
  if (isInside(dataFolder, folder)) throw new AppError('invalid', 'backup.insideData', { folder })
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new AppError('invalid', 'backup.cannotWrite', { folder })
  }
}

/** A folder a station can be restored into: a full path, new or empty. @throws AppError */
export function requireNewFolder(folder: string): void {
  if (!isAbsolute(folder)) throw new AppError('invalid', 'backup.notAbsolute', { folder })
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory() || readdirSync(folder).length > 0) throw new AppError('rule', 'backup.notEmpty', { folder })
}
