/**
 * The only place that imports pdfmake. Runs as a worker thread: gets positioned pages, answers with the bytes of a PDF.
 * It opens nothing but the font files and no addresses at all.
 */
import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { MetricsFile } from '#forms/engine/metrics'
import type { FontName, Page } from '#forms/engine/page'
import { type Ascents, documentOf, type PdfMeta } from './draw-pages.ts'
import { withoutShaping } from './plain-font.ts'

/** pdfmake has files in memory; its types do not say so. */
declare module 'pdfmake' {
  export const virtualfs: { writeFileSync: (path: string, content: Buffer) => void; existsSync: (path: string) => boolean }
}

export type PdfJob = { readonly id: number; readonly pages: readonly Page[]; readonly meta: PdfMeta }
export type PdfAnswer =
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

const { fontsDir } = workerData as { fontsDir: string } // set by pdf-maker.ts, the only one that starts this worker
const port = parentPort
if (port === null) throw new Error('pdf-worker runs only as a worker thread')

const metrics = JSON.parse(readFileSync(join(fontsDir, 'metrics.json'), 'utf8')) as MetricsFile // written by build/font-metrics.ts
const ascents: Ascents = { regular: ascentOf('regular'), bold: ascentOf('bold'), rare: ascentOf('rare') }

function ascentOf(font: keyof MetricsFile): number {
  return metrics[font].ascent / metrics[font].unitsPerEm
}

function fontPath(font: FontName): string {
  return join(fontsDir, metrics[font].file)
}

/** Reads each font once, when the first document needs it: the fallback is 30 MB and most papers do without. */
function keepFonts(pages: readonly Page[]): void {
  const isRare = pages.some(({ items }) => items.some((item) => item.kind === 'text' && item.font === 'rare'))
  for (const font of ['regular', 'bold', ...(isRare ? ['rare' as const] : [])] as const) {
    const path = fontPath(font)
    if (!pdfmake.virtualfs.existsSync(path)) pdfmake.virtualfs.writeFileSync(path, withoutShaping(readFileSync(path)))
  }
}

const fontsRoot = resolve(fontsDir) + sep
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => resolve(path).startsWith(fontsRoot))
pdfmake.setFonts({
  Paper: { normal: fontPath('regular'), bold: fontPath('bold') },
  Rare: { normal: fontPath('rare') },
})

function answer(message: PdfAnswer, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}

/** Tells at most every hundredth of the way. */
function progressOf(id: number): (part: number) => void {
  let told = 0
  return (part) => {
    if (part - told < 0.01) return
    told = part
    answer({ id, kind: 'progress', part })
  }
}

async function make({ id, pages, meta }: PdfJob): Promise<void> {
  try {
    keepFonts(pages)
    pdfmake.setProgressCallback(progressOf(id))
    const buffer = await pdfmake.createPdf(documentOf(pages, meta, ascents)).getBuffer()
    const bytes = new Uint8Array(buffer)
    answer({ id, kind: 'done', bytes }, [bytes.buffer])
  } catch (error) {
    answer({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

// One after the other: progress and memory belong to one document at a time.
let queue = Promise.resolve()
port.on('message', (job: PdfJob) => {
  queue = queue.then(() => make(job))
})
