import { Worker } from 'node:worker_threads'
import type { LocalDate } from '#domain/dates'
import type { Resources } from '../resources.ts'
import { workerFile } from '../worker-file.ts'

/** What build-demo.ts wants, but for what cannot go to a thread. */
export type BesidePlan = { readonly file: string; readonly orders: number; readonly seed: number; readonly until: LocalDate; readonly resources: Resources }

/** Builds a demo station in a thread of its own, so that the program stays awake; its file is nobody else's yet. */
export function buildBeside(plan: BesidePlan): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('demo/demo-worker'), { workerData: plan })
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the demo station's thread ended with ${code} and said nothing`)))
  })
}
