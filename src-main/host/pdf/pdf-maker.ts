import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import type { PdfMeta } from './document-info.ts'
import type { DrawnPage, PdfAnswer, PdfJob, PdfWork } from './pdf-worker.ts'

/** A PDF and what its pages are, in order. */
export type Drawn = { readonly bytes: Uint8Array; readonly pages: readonly DrawnPage[] }
/** `onProgress` gets parts of 1. */
type Watching = {
  readonly onPiece: (piece: Uint8Array) => void
  readonly onProgress?: (part: number) => void
  readonly signal?: AbortSignal | undefined
}

export type PdfMaker = {
  /**
   * Papers, laid out and drawn beside the main thread, or pages already laid out → a PDF, handed on piece by piece.
   *
   * @throws Error with the reason of `signal` when cancelled; the worker ends with the pages it is at.
   */
  draw: (work: PdfWork, meta: PdfMeta, watching: Watching) => Promise<readonly DrawnPage[]>
  /** As `draw`, into memory. */
  make: (work: PdfWork, meta: PdfMeta, onProgress?: (part: number) => void, signal?: AbortSignal) => Promise<Drawn>
  close: () => Promise<void>
}

type Waiting = {
  readonly job: PdfJob
  readonly onPiece: (piece: Uint8Array) => void
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
  let worker: { readonly thread: Worker; readonly stop: Int32Array } | null = null
  /** Told to stop while they drew. */
  const ending = new Set<Promise<void>>()
  let lastId = 0

  function start(): NonNullable<typeof worker> {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const thread = new Worker(workerFile('pdf/pdf-worker'), {
      workerData: { fontsDir, stop },
      resourceLimits: { maxYoungGenerationSizeMb },
    })
    const fresh = { thread, stop }
    thread.on('message', settle)
    thread.on('error', (error) => {
      if (worker !== fresh) return
      worker = null
      failAll(error instanceof Error ? error : new Error(String(error)))
    })
    return fresh
  }
  /** A worker that draws hears nothing meanwhile: it finds the flag between two pages; one that has just ended is woken. */
  function stopDrawing({ thread, stop }: NonNullable<typeof worker>): void {
    Atomics.store(stop, 0, 1)
    const ended = new Promise<void>((resolve) => {
      thread.once('exit', () => resolve())
    }).then(() => void ending.delete(ended))
    ending.add(ended)
    thread.postMessage(null)
  }
  function drawFirst(): void {
    const [first] = queue
    if (first === undefined) {
      worker?.thread.unref()
      return
    }
    worker ??= start()
    worker.thread.ref()
    worker.thread.postMessage(first.job)
  }
  function failAll(error: Error): void {
    for (const { reject } of queue.splice(0)) reject(error)
  }
  function settle(answer: PdfAnswer): void {
    const [first] = queue
    if (first === undefined || first.job.id !== answer.id) return // of a document cancelled meanwhile
    if (answer.kind === 'progress') first.onProgress(answer.part)
    else if (answer.kind === 'piece') first.onPiece(answer.bytes)
    else {
      queue.shift()
      if (answer.kind === 'done') first.resolve(answer.pages)
      else first.reject(new Error(answer.message))
      drawFirst()
    }
  }
  /** What is being drawn is left to its worker, which ends; the next document begins in another. */
  function cancel(id: number, reason: Error): void {
    const nth = queue.findIndex(({ job }) => job.id === id)
    const [cancelled] = nth < 0 ? [] : queue.splice(nth, 1)
    cancelled?.reject(reason)
    if (nth !== 0) return
    if (worker !== null) stopDrawing(worker)
    worker = null
    drawFirst()
  }

  function draw(work: PdfWork, meta: PdfMeta, { onPiece, onProgress = () => undefined, signal }: Watching): Promise<readonly DrawnPage[]> {
    if (signal?.aborted === true) return Promise.reject(reasonOf(signal))
    lastId += 1
    const id = lastId
    const abort = (): void => cancel(id, signal === undefined ? new Error('cancelled') : reasonOf(signal))
    signal?.addEventListener('abort', abort, { once: true })
    return new Promise<readonly DrawnPage[]>((resolve, reject) => {
      queue.push({ job: { id, work, meta }, onPiece, onProgress, resolve, reject })
      if (queue.length === 1) drawFirst()
    }).finally(() => signal?.removeEventListener('abort', abort))
  }

  return {
    draw,
    make: async (work, meta, onProgress = () => undefined, signal) => {
      const pieces: Uint8Array[] = []
      const pages = await draw(work, meta, { onPiece: (piece) => pieces.push(piece), onProgress, signal })
      return { bytes: joined(pieces), pages }
    },
    close: async () => {
      const last = worker
      worker = null
      if (last !== null && queue.length > 0) stopDrawing(last)
      else await last?.thread.terminate()
      failAll(new Error('closed'))
      await Promise.all(ending)
    },
  }
}
