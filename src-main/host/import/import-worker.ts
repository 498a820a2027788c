/** Reads and checks uploaded workbooks in a worker thread. Opens no file and no database: bytes and plain data in, plain data out. */
import { parentPort } from 'node:worker_threads'
import { AppError } from '#domain/errors'
import { checkImport, type ImportResult } from '#domain/import-check'
import type { ImportKind, KnownThings } from '#domain/import-result'
import type { Sentence } from '#domain/sentences/index'
import { readWorkbook } from '../workbook.ts'

export type ImportJob = { readonly id: number; readonly kind: ImportKind; readonly bytes: Uint8Array; readonly known: KnownThings }
/** `refused`: the file as a whole cannot be read. `failed`: a fault of the program. */
export type ImportAnswer =
  | { readonly id: number; readonly answer: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly answer: 'done'; readonly result: ImportResult }
  | { readonly id: number; readonly answer: 'refused'; readonly sentence: Sentence }
  | { readonly id: number; readonly answer: 'failed'; readonly message: string }

const port = parentPort
if (port === null) throw new Error('import-worker runs only as a worker thread')

function answer(message: ImportAnswer): void {
  port?.postMessage(message)
}

/** Rows between two reports of progress. */
const reportEvery = 500

async function check({ id, kind, bytes, known }: ImportJob): Promise<ImportResult> {
  const sheets = await readWorkbook(bytes)
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  let done = 0
  return checkImport(kind, sheets, known, () => {
    done += 1
    if (done % reportEvery === 0) answer({ id, answer: 'progress', done, total })
  })
}

port.on('message', (job: ImportJob) => {
  check(job).then(
    (result) => answer({ id: job.id, answer: 'done', result }),
    (error: unknown) => {
      if (error instanceof AppError) answer({ id: job.id, answer: 'refused', sentence: error.sentence })
      else answer({ id: job.id, answer: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    },
  )
})
