/** Runs as a worker thread: gets positioned pages, answers with the bytes of a PDF. It opens nothing but the font files. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Page } from '#forms/engine/page'
import type { PdfMeta } from './document-info.ts'
import { openPaperFonts } from './paper-fonts.ts'
import { createPageWriter } from './write-pages.ts'

export type PdfJob = { readonly id: number; readonly pages: readonly Page[]; readonly meta: PdfMeta }
export type PdfAnswer =
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

const { fontsDir } = workerData as { fontsDir: string } // set by pdf-maker.ts, the only one that starts this worker
const port = parentPort
if (port === null) throw new Error('pdf-worker runs only as a worker thread')
const fonts = openPaperFonts(fontsDir)

function answer(message: PdfAnswer, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}

/** Pages looked at together; enough to find what they share, few enough to forget soon. */
const pagesAtOnce = 60

/** Where the next group of whole papers ends. */
function endOfGroup(pages: readonly Page[], start: number): number {
  let end = Math.min(start + pagesAtOnce, pages.length)
  while (end < pages.length && pages[end]?.paper === pages[end - 1]?.paper) end += 1
  return end
}

port.on('message', ({ id, pages, meta }: PdfJob) => {
  try {
    const writer = createPageWriter(fonts, meta)
    for (let start = 0; start < pages.length; ) {
      const end = endOfGroup(pages, start)
      writer.add(pages.slice(start, end))
      start = end
      answer({ id, kind: 'progress', part: end / pages.length })
    }
    const bytes = writer.finish()
    answer({ id, kind: 'done', bytes }, [bytes.buffer])
  } catch (error) {
    answer({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
