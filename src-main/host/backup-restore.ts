import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CopyContent } from '#db/prove-copy'
import { AppError } from '#domain/errors'
import { copyKeptFiles, databaseName, proveBeside, requireNewFolder, syncPath } from './backup-files.ts'

/** How many schema versions this program knows. */
type Known = { readonly schemaVersions: number }

/**
 * Lays a copy beside its target name, proves it there, and gives it the name only then. @throws AppError when the copy is
 * damaged or newer than the program; nothing is left behind then.
 */
export async function layDown(copy: string, target: string, { schemaVersions }: Known): Promise<CopyContent> {
  const half = `${target}.half`
  const name = basename(copy)
  try {
    copyFileSync(copy, half, constants.COPYFILE_EXCL)
    const proof = await proveBeside(half)
    if (!proof.ok) throw new AppError('rule', 'backup.damaged', { name, detail: proof.detail })
    if (proof.userVersion > schemaVersions) throw new AppError('rule', 'backup.newerCopy', { name })
    await syncPath(half)
    await rename(half, target)
    return proof.content
  } finally {
    await rm(half, { force: true })
  }
}

/**
 * With the folders above it. Not `recursive`: where the system takes no folder (`/proc`) Node tries for ever, and the
 * whole station stands still. @throws Error of the system
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  mkdirSync(folder)
}

/**
 * A copy as a station of its own in a new folder: `station.sqlite` with the photos and batch files found beside the copy
 * or one folder above it. Nothing that exists is touched (reliability.md 0.6: never copy over).
 */
export async function restoreInto(copy: string, folder: string, known: Known): Promise<CopyContent> {
  requireNewFolder(folder)
  try {
    makeFolder(folder)
  } catch (error) {
    throw new AppError('invalid', 'backup.cannotWrite', { folder }, [], { cause: error })
  }
  const content = await layDown(copy, join(folder, databaseName), known)
  for (const place of [dirname(copy), dirname(dirname(copy))]) copyKeptFiles(place, folder)
  await syncPath(folder)
  return content
}

/** What a person types to open the data of a folder, on this machine. */
export function openWith(folder: string): string {
  return 'electron' in process.versions ? `"${process.execPath}" --data="${folder}"` : `npm start -- --data "${folder}"`
}
