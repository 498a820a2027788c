import { parentPort, workerData } from 'node:worker_threads'
import { proveCopy } from '#db/prove-copy'

export type Proof = ReturnType<typeof proveCopy>

const { file } = workerData as { file: string }
parentPort?.postMessage(proveCopy(file))
