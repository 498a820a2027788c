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
  readonly resolve: (drawn: Drawn) => void
  readonly reject: (reason: Error) => void
  readonly onProgress: (part: number) => void
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('cancelled')
}

/** Starts its worker with the first document and keeps it: the fonts and the code stay warm. `fontsDir`: forms/fonts. */
export function createPdfMaker({ fontsDir }: { fontsDir: string }): PdfMaker {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0

  function start(): Worker {
    const fresh = new Worker(workerFile('pdf/pdf-worker'), { workerData: { fontsDir } })
    fresh.on('message', settle)
    fresh.on('error', (error) => {
      if (worker === fresh) worker = null
      failAll(error instanceof Error ? error : new Error(String(error)))
    })
    fresh.unref()
    return fresh
  }
  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  function settle(answer: PdfAnswer): void {
    const entry = waiting.get(answer.id)
    if (entry === undefined) return
    if (answer.kind === 'progress') {
      entry.onProgress(answer.part)
      return
    }
    waiting.delete(answer.id)
    if (answer.kind === 'done') entry.resolve(answer)
    else entry.reject(new Error(answer.message))
    if (waiting.size === 0) worker?.unref()
  }
  /** A worker that draws hears nothing meanwhile, so it is ended and the documents that waited behind are begun anew. */
  function cancel(id: number, reason: Error): void {
    const entry = waiting.get(id)
    if (entry === undefined) return
    waiting.delete(id)
    entry.reject(reason)
    void worker?.terminate()
    worker = null
    for (const { job } of waiting.values()) send(job)
  }
  function send(job: PdfJob): void {
    worker ??= start()
    worker.ref()
    worker.postMessage(job)
  }

  return {
    make: (work, meta, onProgress = () => undefined, signal) => {
      if (signal?.aborted === true) return Promise.reject(reasonOf(signal))
      lastId += 1
      const job: PdfJob = { id: lastId, work, meta }
      return new Promise<Drawn>((resolve, reject) => {
        const abort = (): void => cancel(job.id, signal === undefined ? new Error('cancelled') : reasonOf(signal))
        const free = (): void => signal?.removeEventListener('abort', abort)
        waiting.set(job.id, {
          job, onProgress,
          resolve: ({ bytes, pages }) => { free(); resolve({ bytes, pages }) },
          reject: (error) => { free(); reject(error) },
        })
        signal?.addEventListener('abort', abort, { once: true })
        send(job)
      })
    },
    close: async () => {
      const ending = worker
      worker = null
      failAll(new Error('closed'))
      await ending?.terminate()
    },
  }
}
