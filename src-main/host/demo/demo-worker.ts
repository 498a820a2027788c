import { parentPort, workerData } from 'node:worker_threads'
import type { BesidePlan } from './build-beside.ts'
import { buildDemo } from './build-demo.ts'

// safe: build-beside.ts alone starts this file
const plan = workerData as BesidePlan

await buildDemo(plan)
parentPort?.postMessage('done')
