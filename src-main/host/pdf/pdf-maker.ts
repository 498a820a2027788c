import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import type { PdfMeta } from './document-info.ts'
import type { DrawnPage, PdfAnswer, PdfJob, PdfWork } from './pdf-worker.ts'

/** A PDF and what its pages are, in order. */
export type Drawn = { readonly bytes: Uint8Array; readonly pages: readonly DrawnPage[] }
export type PdfMaker = {
  /**
   * Papers, laid out and drawn beside the main thread, or pages already laid out → a PDF. `onProgress` gets parts of 1.
   *
   * @throws Error with the reason of `signal` when cancelled; the worker is stopped at once.
   */
  make: (work: PdfWork, meta: PdfMeta, onProgress?: (part: number) => void, signal?: AbortSignal) => Promise<Drawn>
  close: () => Promise<void>
}

type Waiting = {
  readonly job: PdfJob
  readonly pieces: Uint8Array[]
  readonly onProgress: (part: number) => void
  readonly resolve: (pages: readonly DrawnPage[]) => void
  readonly reject: (reason: Error) => void
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('cancelled')
}

/** A file from its pieces. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** Room for new objects. With 6 MB a fifth of the drawing went into clearing it, with what V8 takes by itself the process grew by a third; with this it is as small as with 6. */
const maxYoungGenerationSizeMb = 24

/** Starts its worker with the first document and keeps it: the fonts and the code stay warm. `fontsDir`: forms/fonts. */
export function createPdfMaker({ fontsDir }: { fontsDir: string }): PdfMaker {
  /** The first is being drawn, the others wait here. */
  const queue: Waiting[] = []
  let worker: Worker | null = null
  let lastId = 0

  function start(): Worker {
    const fresh = new Worker(workerFile('pdf/pdf-worker'), { workerData: { fontsDir }, resourceLimits: { maxYoungGenerationSizeMb } })
    fresh.on('message', settle)
    fresh.on('error', (error) => {
      if (worker === fresh) worker = null
      failAll(error instanceof Error ? error : new Error(String(error)))
    })
    return fresh
  }
  function drawFirst(): void {
    const [first] = queue
    if (first === undefined) {
      worker?.unref()
      return
    }
    worker ??= start()
    worker.ref()
    worker.postMessage(first.job)
  }
  function failAll(error: Error): void {
    for (const { reject } of queue.splice(0)) reject(error)
  }
  function settle(answer: PdfAnswer): void {
    const [first] = queue
    if (first === undefined || first.job.id !== answer.id) return // of a document cancelled meanwhile
    if (answer.kind === 'progress') first.onProgress(answer.part)
    else if (answer.kind === 'piece') first.pieces.push(answer.bytes)
    else {
      queue.shift()
      if (answer.kind === 'done') first.resolve(answer.pages)
      else first.reject(new Error(answer.message))
      drawFirst()
    }
  }
  /** A worker that draws hears nothing meanwhile, so it is ended; the next document begins in another. */
  function cancel(id: number, reason: Error): void {
    const nth = queue.findIndex(({ job }) => job.id === id)
    const [cancelled] = nth < 0 ? [] : queue.splice(nth, 1)
    cancelled?.reject(reason)
    if (nth !== 0) return
    void worker?.terminate()
    worker = null
    drawFirst()
  }

  return {
    make: (work, meta, onProgress = () => undefined, signal) => {
      if (signal?.aborted === true) return Promise.reject(reasonOf(signal))
      lastId += 1
      const id = lastId
      const pieces: Uint8Array[] = []
      const abort = (): void => cancel(id, signal === undefined ? new Error('cancelled') : reasonOf(signal))
      signal?.addEventListener('abort', abort, { once: true })
      return new Promise<Drawn>((resolve, reject) => {
        queue.push({ job: { id, work, meta }, pieces, onProgress, resolve: (pages) => resolve({ bytes: joined(pieces), pages }), reject })
        if (queue.length === 1) drawFirst()
      }).finally(() => signal?.removeEventListener('abort', abort))
    },
    close: async () => {
      const ending = worker
      worker = null
      failAll(new Error('closed'))
      await ending?.terminate()
    },
  }
}
