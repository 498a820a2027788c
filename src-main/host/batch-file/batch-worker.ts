/** Runs as a worker thread beside the drawing of the vouchers: checks batch.json and makes the workbook from it, or verifies a whole file. Opens nothing. */
import { parentPort } from 'node:worker_threads'
import type { BatchConfirmation, VoucherPlace } from '#contract/batch-manifest'
import type { Problem } from '#domain/errors'
import { openDocument, type DocumentFacts, type OpenDocument } from './document.ts'
import { verifyBatchFile, type Verification } from './verify.ts'

export type BatchAsk =
  | { readonly ask: 'open'; readonly json: Uint8Array; readonly confirmation: BatchConfirmation | null }
  | { readonly ask: 'workbook'; readonly vouchers: readonly VoucherPlace[] }
  | { readonly ask: 'verify'; readonly file: Uint8Array }
export type BatchAnswer =
  | { readonly answer: 'open'; readonly facts: DocumentFacts }
  | { readonly answer: 'refused'; readonly problems: readonly Problem[] }
  | { readonly answer: 'workbook'; readonly bytes: Uint8Array }
  | { readonly answer: 'verified'; readonly result: Verification }

const port = parentPort
if (port === null) throw new Error('batch-worker runs only as a worker thread')
let opened: OpenDocument | undefined

async function answerTo(asked: BatchAsk): Promise<BatchAnswer> {
  switch (asked.ask) {
    case 'verify':
      return { answer: 'verified', result: await verifyBatchFile(asked.file) }
    case 'open': {
      const document = openDocument(asked.json, asked.confirmation)
      if ('problems' in document) return { answer: 'refused', problems: document.problems }
      opened = document
      return { answer: 'open', facts: document.facts }
    }
    case 'workbook': {
      if (opened === undefined) throw new Error('the workbook of no document was asked for')
      return { answer: 'workbook', bytes: await opened.workbook(asked.vouchers) }
    }
  }
}

/** A workbook of forty megabytes is handed over, not copied. */
function handedOver(answer: BatchAnswer): ArrayBuffer[] {
  return answer.answer === 'workbook' && answer.bytes.buffer instanceof ArrayBuffer ? [answer.bytes.buffer] : []
}

// a promise that fails here ends the worker; whoever waits for the answer gets the error
port.on('message', (asked: BatchAsk) => void answerTo(asked).then((answer) => port.postMessage(answer, handedOver(answer))))
