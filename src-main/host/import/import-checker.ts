import { Worker } from 'node:worker_threads'
import { AppError } from '#domain/errors'
import type { ImportResult } from '#domain/import-check'
import type { ImportKind, KnownThings } from '#domain/import-result'
import { workerFile } from '../worker-file.ts'
import type { ImportAnswer, ImportJob } from './import-worker.ts'

/** Rows read so far, of the rows of all sheets. */
export type ImportProgress = { readonly done: number; readonly total: number }

export type ImportChecker = {
  /**
   * Reads and checks a workbook beside the main thread; one after the other. `bytes` are copied.
   * @throws AppError `invalid`: not a workbook, protected, too large (`workbook.*`), too heavy (`import.tooHeavy`);
   * `import.cancelled` after `signal`.
   */
  readonly check: (
    kind: ImportKind,
    bytes: Uint8Array,
    known: KnownThings,
    onProgress?: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ) => Promise<ImportResult>
  readonly close: () => Promise<void>
}

/** Reliability E.7: what a hostile file may cost. */
const defaultLimits = { seconds: 60, megabytes: 512 }

type Turn = { readonly job: ImportJob; readonly onProgress: (progress: ImportProgress) => void; readonly signal: AbortSignal | undefined }

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** Starts its worker with the first file and keeps it; a worker that was cancelled or broke is replaced. */
export function createImportChecker(limits = defaultLimits): ImportChecker {
  let worker: Worker | null = null
  let lastId = 0
  let queue: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function discard(): Promise<void> {
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  function run({ job, onProgress, signal }: Turn): Promise<ImportResult> {
    if (isClosed || signal?.aborted === true) return Promise.reject(new AppError('invalid', 'import.cancelled'))
    worker ??= new Worker(workerFile('import/import-worker'), { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
    const running = worker
    return new Promise<ImportResult>((resolve, reject) => {
      const end = (outcome: () => void): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        // One by one: removing all listeners at once would also remove those by which Node opens the worker's port.
        running.off('message', settle).off('error', breakDown).off('exit', cancel).unref()
        outcome()
      }
      const giveUp = (error: unknown): void =>
        end(() => {
          void discard().then(() => reject(error))
        })
      const cancel = (): void => giveUp(new AppError('invalid', 'import.cancelled'))
      const breakDown = (error: unknown): void => giveUp(isOutOfMemory(error) ? new AppError('invalid', 'import.tooHeavy') : error)
      const settle = (message: ImportAnswer): void => {
        if (message.answer === 'progress') onProgress({ done: message.done, total: message.total })
        else if (message.answer === 'done') end(() => resolve(message.result))
        else if (message.answer === 'refused') end(() => reject(new AppError('invalid', message.sentence.key, message.sentence.params)))
        else end(() => reject(new Error(message.message)))
      }
      const timer = setTimeout(() => giveUp(new AppError('invalid', 'import.tooHeavy')), limits.seconds * 1000)
      signal?.addEventListener('abort', cancel, { once: true })
      // It exits without an error only when close() ends it.
      running.on('message', settle).on('error', breakDown).on('exit', cancel)
      running.ref()
      running.postMessage(job)
    })
  }

  return {
    check: (kind, bytes, known, onProgress = () => undefined, signal) => {
      lastId += 1
      const turn: Turn = { job: { id: lastId, kind, bytes, known }, onProgress, signal }
      const result = queue.then(() => run(turn))
      queue = result.catch(() => undefined)
      return result
    },
    close: async () => {
      isClosed = true
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
