import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import type { DemoAnswer, DemoJob, DemoPlan } from './plan.ts'

/** `buildDemo` in a worker thread: a minute of work must not stop the owner of the database. */
export function startDemo({ onProgress, ...job }: DemoPlan): Promise<void> {
  const workerData: DemoJob = job
  const worker = new Worker(workerFile('demo/demo-worker'), { workerData })
  return new Promise((resolve, reject) => {
    worker.on('message', ({ done, total, isFinished }: DemoAnswer) => {
      if (isFinished) resolve()
      else onProgress?.(done, total)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the demo worker ended with ${code}`)))
  })
}
