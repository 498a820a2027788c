import { parentPort, workerData } from 'node:worker_threads'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { proveCopy } from '#db/prove-copy'

export type Proof = ReturnType<typeof proveCopy> & { readonly sha256: string }

const { file } = workerData as { file: string }
const proof = proveCopy(file)
const hash = createHash('sha256')
for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
parentPort?.postMessage({ ...proof, sha256: hash.digest('hex') })
