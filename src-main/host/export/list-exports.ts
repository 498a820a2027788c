import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { AppError } from '#domain/errors'
import type { ListSheet } from '#handlers/services'
import { workerFile } from '../worker-file.ts'
import type { ExportAnswer, ExportPart } from './export-worker.ts'

/** Rows read before other calls get their turn: some 10 ms of work. */
const blockSize = 200

type Running = { done: number; readonly of: number; readonly stop: () => void }

/** Lists on their way into a workbook: read here in small blocks, written in a worker of their own, stopped when wanted. */
export function createListExports() {
  const running = new Map<string, Running>()

  async function write(exportId: string, { of, block, ...head }: ListSheet): Promise<Uint8Array> {
    if (running.has(exportId)) throw new AppError('conflict', 'common.conflict')
    const worker = new Worker(workerFile('export/export-worker'))
    const stopped = new AbortController()
    const state: Running = { done: 0, of, stop: () => stopped.abort() }
    running.set(exportId, state)
    try {
      const answer = answerOf(worker, stopped.signal)
      // the worker may break while rows are still read; the reading ends, then this is thrown
      answer.catch(() => stopped.abort())
      for (let from = 0; from < of && !stopped.signal.aborted; from += blockSize) {
        worker.postMessage({ rows: block(from, Math.min(of, from + blockSize)) } satisfies ExportPart)
        state.done = Math.min(of, from + blockSize)
        await setImmediate()
      }
      if (!stopped.signal.aborted) worker.postMessage({ head } satisfies ExportPart)
      return await answer
    } finally {
      running.delete(exportId)
      await worker.terminate()
    }
  }

  /** Other long work, watched and stopped under the same name; the signal's reason is what it is to throw. Asked for anew under its name, the former is nobody's any more. */
  async function watch<T>(
    exportId: string,
    of: number,
    work: (signal: AbortSignal, tell: (done: number) => void) => Promise<T>,
  ): Promise<T> {
    running.get(exportId)?.stop()
    const stopped = new AbortController()
    const state: Running = { done: 0, of, stop: () => stopped.abort(new AppError('rule', 'lists.exportStopped')) }
    running.set(exportId, state)
    try {
      return await work(stopped.signal, (done) => {
        state.done = done
      })
    } finally {
      if (running.get(exportId) === state) running.delete(exportId)
    }
  }

  return {
    write,
    watch,
    stop: (exportId: string) => running.get(exportId)?.stop(),
    progress: (exportId: string): { readonly done: number; readonly of: number } | null => {
      const found = running.get(exportId)
      return found === undefined ? null : { done: found.done, of: found.of }
    },
    stopAll: () => {
      for (const each of running.values()) each.stop()
    },
  }
}

function answerOf(worker: Worker, stopped: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: ExportAnswer) => {
      if ('bytes' in answer) resolve(answer.bytes)
      else reject(new Error(answer.failed))
    })
    worker.on('error', reject)
    stopped.addEventListener('abort', () => reject(new AppError('rule', 'lists.exportStopped')), { once: true })
  })
}

export type ListExports = ReturnType<typeof createListExports>
