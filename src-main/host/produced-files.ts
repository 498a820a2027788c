import { rmSync } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ProducedFile } from '#handlers/services'
import { writeDurably, type FileContent } from './durable-write.ts'

type Named = { readonly name: string; readonly mediaType: string }
/** In memory, or lying on the disk, from where it is read piece by piece. */
export type KeptFile = Named & ({ readonly bytes: Uint8Array; readonly path?: never } | { readonly path: string; readonly bytes?: never })
/** `isOurs`: written only to be handed out, and cleared away afterwards. */
type Shelved = KeptFile & { readonly until: number; readonly isOurs: boolean }

const keptForMs = 15 * 60_000
const keptBytes = 512 * 1024 * 1024

/**
 * Files kept for a short while: produced ones wait for their download, uploaded ones for the task that reads them. Large
 * ones are written into `folder`, which holds nothing else and does not outlive the program.
 */
export function createFileShelf(clock: () => number, folder: string) {
  const files = new Map<string, Shelved>()
  let total = 0
  // what a killed program left there
  clearFolder(folder)

  function drop(id: string): void {
    const file = files.get(id)
    total -= file?.bytes?.byteLength ?? 0
    files.delete(id)
    // one that is being read stays readable until its end
    if (file?.path !== undefined && file.isOurs) void rm(file.path, { force: true }).catch(() => undefined)
  }

  function shelve(file: KeptFile, isOurs: boolean): string {
    const room = keptBytes - (file.bytes?.byteLength ?? 0)
    for (const [id, kept] of files) if (kept.until < clock() || (kept.bytes !== undefined && total > room)) drop(id)
    const id = crypto.randomUUID()
    files.set(id, { ...file, until: clock() + keptForMs, isOurs })
    total += file.bytes?.byteLength ?? 0
    return id
  }

  return {
    put: (file: KeptFile): string => shelve(file, false),
    /** Writes what is handed out from the disk. */
    async spool({ name, mediaType }: Named, content: FileContent): Promise<ProducedFile> {
      await mkdir(folder, { recursive: true })
      const path = join(folder, crypto.randomUUID())
      await writeDurably(path, content)
      const { size } = await stat(path)
      return { fileId: shelve({ name, mediaType, path }, true), name, bytes: size }
    },
    get(id: string): KeptFile | undefined {
      const kept = files.get(id)
      return kept && kept.until >= clock() ? kept : undefined
    },
    clear(): void {
      files.clear()
      clearFolder(folder)
    },
  }
}

/** What Windows does not let go of yet is cleared at the next start. */
function clearFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // held open by somebody
  }
}

export type FileShelf = ReturnType<typeof createFileShelf>

/** The pieces of a kept file and how many bytes they are together; undefined when it is gone from the disk. */
export async function openKept(file: KeptFile): Promise<{ readonly bytes: number; readonly pieces: Readable } | undefined> {
  if (file.bytes !== undefined) return { bytes: file.bytes.byteLength, pieces: Readable.from([file.bytes]) }
  try {
    const handle = await open(file.path)
    return { bytes: (await handle.stat()).size, pieces: handle.createReadStream() }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
