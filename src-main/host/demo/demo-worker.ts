/** Builds the demo station beside the running program, which goes on answering meanwhile. */
import { parentPort, workerData } from 'node:worker_threads'
import { buildDemo } from './build-demo.ts'
import type { DemoAnswer, DemoJob } from './plan.ts'

const port = parentPort
if (port === null) throw new Error('demo-worker runs only as a worker thread')
// safe: start-demo.ts is the only one that starts this worker
const job = workerData as DemoJob

const tell = (answer: DemoAnswer): void => port.postMessage(answer)
await buildDemo({ ...job, onProgress: (done, total) => tell({ done, total, isFinished: false }) })
tell({ done: job.orders, total: job.orders, isFinished: true })
