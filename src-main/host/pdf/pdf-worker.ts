/** Runs as a worker thread: gets papers, lays them out, answers with a PDF, piece by piece while it draws. It opens nothing but the font files. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Page } from '#forms/engine/page'
import { forms, layoutStack, type Stack } from '#forms/index'
import type { PdfMeta } from './document-info.ts'
import type { PictureBytes } from './embed-picture.ts'
import { openPaperFonts } from './paper-fonts.ts'
import { createPageWriter } from './write-pages.ts'

/** Papers to be laid out, or pages already laid out; and the bytes of the pictures they show. */
export type PdfWork = ({ readonly stacks: readonly Stack[] } | { readonly pages: readonly Page[] }) & { readonly pictures?: PictureBytes }
/** `paper`: the place of its paper among all of the job. */
export type DrawnPage = Pick<Page, 'paper' | 'copy' | 'width' | 'height'>
export type PdfJob = { readonly id: number; readonly work: PdfWork; readonly meta: PdfMeta }
export type PdfAnswer =
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'done'; readonly pages: readonly DrawnPage[] }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

const { fontsDir, stop } = workerData as { fontsDir: string; stop: Int32Array } // set by pdf-maker.ts, the only one that starts this worker
const port = parentPort
if (port === null) throw new Error('pdf-worker runs only as a worker thread')
const fonts = openPaperFonts(fontsDir)

function answer(message: PdfAnswer, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}

/**
 * Nobody waits for this worker any more. It looks between its pages and ends by itself: terminated from outside in the
 * middle of packing a stream, Node's zlib takes the whole process down.
 */
const isStopped = (): boolean => Atomics.load(stop, 0) === 1

/** Papers laid out and drawn together: few enough to be forgotten before they grow old, which garbage collection pays for. */
const papersAtOnce = 4

/** Pages drawn between two reports: the register is one paper of up to some hundred pages. */
const pagesAtOnce = 20

/** What to lay out at a time: labels share sheets, so theirs are never parted. */
function portionsOf({ form, papers, options }: Stack): Stack[] {
  if (form !== 'register' && forms[form].kind === 'label') return [{ form, papers, options }]
  return Array.from({ length: Math.ceil(papers.length / papersAtOnce) }, (_, nth) => ({
    form,
    options,
    papers: papers.slice(nth * papersAtOnce, (nth + 1) * papersAtOnce),
  }))
}

function draw({ id, work, meta }: PdfJob): void {
  try {
    const writer = createPageWriter(fonts, meta, (bytes) => answer({ id, kind: 'piece', bytes }, [bytes.buffer]), work.pictures)
    const drawn: DrawnPage[] = []
    const add = (pages: readonly Page[], papersBefore = 0): void => {
      writer.add(pages)
      for (const { paper, copy, width, height } of pages) drawn.push({ paper: papersBefore + paper, copy, width, height })
    }
    if ('pages' in work) add(work.pages)
    else {
      const portions = work.stacks.flatMap(portionsOf)
      let papers = 0
      for (const [nth, portion] of portions.entries()) {
        const pages = layoutStack(portion, drawn.length)
        for (let first = 0; first < pages.length; first += pagesAtOnce) {
          if (isStopped()) return
          add(pages.slice(first, first + pagesAtOnce), papers)
          answer({ id, kind: 'progress', part: (nth + Math.min(1, (first + pagesAtOnce) / pages.length)) / portions.length })
        }
        papers += portion.papers.length
      }
    }
    writer.finish()
    answer({ id, kind: 'done', pages: drawn })
  } catch (error) {
    answer({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

// without a job it is only woken to look: it may have ended the last one before it was stopped
port.on('message', (job: PdfJob | null) => {
  if (job !== null) draw(job)
  if (isStopped()) port.close()
})
