import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a file is written from: the bytes, or pieces of them in order. */
export type FileContent = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>

const halfEnding = '.sanbao-half'
const halfForm = /^\..+\.[0-9a-f]{12}\.sanbao-half$/
/** A virus scanner or a preview may hold the old file for a moment; only Windows refuses the rename then. */
const renameWaits = [20, 50, 100, 200, 400, 800]

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

async function writePieces(file: FileHandle, content: FileContent): Promise<void> {
  const pieces = content instanceof Uint8Array ? [content] : content
  for await (const piece of pieces) {
    // One write may take less than it was given, and large buffers always do.
    for (let done = 0; done < piece.byteLength;) {
      const { bytesWritten } = await file.write(piece, done, piece.byteLength - done)
      done += bytesWritten
    }
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const wait of renameWaits) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error
      await pause(wait)
    }
  }
  await rename(from, to)
}

/** The name is safe only when the folder is: without this a power cut may bring back the old entry. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch (error) {
    // Windows cannot open a folder this way, and some network drives cannot sync one; NTFS journals the rename itself.
    const tolerated = process.platform === 'win32' ? ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'] : ['EINVAL', 'ENOTSUP']
    if (!tolerated.includes(codeOf(error))) throw error
  } finally {
    await handle?.close()
  }
}

/**
 * Writes a business file so that its name never stands for half a file: hidden neighbour → fsync → rename over the name
 * → fsync of the folder. An existing file of that name is replaced in one step, or stays whole if anything fails; the
 * half file is removed. Reliability E.7, settled.md 19.
 * @throws what the file system says (ENOENT, ENOSPC, EACCES, …) and whatever `content` throws.
 */
export async function writeDurably(path: string, content: FileContent): Promise<void> {
  await writeDurablyInto(dirname(path), content, () => basename(path))
}

/** As `writeDurably`, for a file that is named after its content: `nameOf` is asked when all of it is written. */
export async function writeDurablyInto(folder: string, content: FileContent, nameOf: () => string): Promise<void> {
  const half = join(folder, `.new.${randomBytes(6).toString('hex')}${halfEnding}`)
  const file = await open(half, 'wx')
  try {
    try {
      await writePieces(file, content)
      await file.sync()
    } finally {
      await file.close()
    }
    await renameOver(half, join(folder, nameOf()))
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** Clears what a killed process left half written in `folder`; call it at start, while nobody writes there. Names removed. */
export async function removeHalfFiles(folder: string): Promise<string[]> {
  const left = (await readdir(folder)).filter((name) => halfForm.test(name)).sort()
  for (const name of left) await rm(join(folder, name), { force: true })
  return left
}
