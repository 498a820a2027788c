import { Readable } from 'node:stream'
import { AppError } from '#domain/errors'
import type { Instant } from '#domain/dates'
import { picturesIn, type Stack } from '#forms/index'
import type { DrawnPapers, PapersToDraw, ProducedPapers } from '#handlers/services'
import { createZip } from './batch-file/zip.ts'
import type { PdfMaker } from './pdf/pdf-maker.ts'
import type { FileShelf } from './produced-files.ts'

/** `stored`: a file of the data folder. */
type Tools = {
  readonly maker: () => Promise<PdfMaker>
  readonly shelf: FileShelf
  readonly stored: (path: string) => Promise<Uint8Array | undefined>
}
/** `tell` gets how many papers are done. */
type Watch = { readonly signal?: AbortSignal | undefined; readonly tell?: (papers: number) => void }
type Zipped = { readonly title: string; readonly at: Instant; readonly files: readonly PapersToDraw[] }

/** Papers drawn beside the main thread: into memory, or onto the disk from where they are handed out. */
export function createDrawnPapers({ maker, shelf, stored }: Tools) {
  /** The bytes of the pictures these papers show. */
  async function picturesOf(stacks: readonly Stack[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>()
    for (const sha256 of picturesIn(stacks)) {
      const bytes = await stored(`attachments/${sha256}`)
      if (bytes === undefined) throw new AppError('rule', 'paper.pictureLost', { hash: sha256.slice(0, 8) })
      found.set(sha256, bytes)
    }
    return found
  }

  async function inMemory({ papers, stacks, meta }: PapersToDraw, { signal, tell }: Watch): Promise<DrawnPapers> {
    return (await maker()).make({ stacks, pictures: await picturesOf(stacks) }, meta, (part) => tell?.(Math.floor(part * papers)), signal)
  }

  /** Each piece is written as soon as it is drawn. */
  async function onDisk({ papers, stacks, meta }: PapersToDraw, { signal, tell }: Watch): Promise<ProducedPapers> {
    // what goes wrong is thrown where they are read
    const pieces = new Readable({ read: () => undefined }).on('error', () => undefined)
    const drawing = (await maker()).draw({ stacks, pictures: await picturesOf(stacks) }, meta, {
      onPiece: (piece) => pieces.push(piece),
      onProgress: (part) => tell?.(Math.floor(part * papers)),
      signal,
    })
    drawing.then(
      () => pieces.push(null),
      (error: Error) => pieces.destroy(error),
    )
    const file = await shelf.spool({ name: `${meta.title}.pdf`, mediaType: 'application/pdf' }, pieces)
    return { ...file, pages: await drawing }
  }

  /** One PDF at a time is in memory: the zip says before each how long it is. */
  async function zipOnDisk({ title, at, files }: Zipped, { signal, tell }: Watch): Promise<ProducedPapers> {
    const pages: DrawnPapers['pages'][number][] = []
    async function* pieces(): AsyncGenerator<Uint8Array> {
      const zip = createZip(at)
      let before = 0
      for (const file of files) {
        const done = before
        const drawn = await inMemory(file, { signal, tell: (papers) => tell?.(done + papers) })
        pages.push(...drawn.pages)
        before += file.papers
        yield* zip.add({ name: `${file.meta.title}.pdf`, bytes: drawn.bytes })
      }
      yield* zip.end()
    }
    const file = await shelf.spool({ name: `${title}.zip`, mediaType: 'application/zip' }, pieces())
    return { ...file, pages }
  }

  return { inMemory, onDisk, zipOnDisk }
}
