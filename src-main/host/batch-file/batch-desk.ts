import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BatchConfirmation, VoucherPlace } from '#contract/batch-manifest'
import { AppError } from '#domain/errors'
import { workerFile } from '../worker-file.ts'
import type { BatchAnswer, BatchAsk } from './batch-worker.ts'
import type { DocumentFacts } from './document.ts'
import type { Verification } from './verify.ts'

/** One worker for one batch file: what is checked and made from batch.json leaves no trace in the memory of the host. */
export type BatchDesk = {
  /** @throws AppError invalid with the problems of a batch that may not leave */
  readonly open: (json: Uint8Array, confirmation: BatchConfirmation | null) => Promise<DocumentFacts>
  /** of the document that was opened */
  readonly workbook: (vouchers: readonly VoucherPlace[]) => Promise<Uint8Array>
  readonly verify: (file: Uint8Array) => Promise<Verification>
  readonly close: () => Promise<void>
}

/** `signal`: whoever waits for an answer gets its reason. */
export function createBatchDesk(signal = new AbortController().signal): BatchDesk {
  const worker = new Worker(workerFile('batch-file/batch-worker'))

  async function ask<Kind extends BatchAnswer['answer']>(asked: BatchAsk, kind: Kind): Promise<Extract<BatchAnswer, { answer: Kind }>> {
    worker.postMessage(asked)
    const [answer]: BatchAnswer[] = await once(worker, 'message', { signal }).catch((error: unknown) => {
      signal.throwIfAborted()
      throw error
    })
    if (answer?.answer === 'refused') {
      const [first] = answer.problems
      throw new AppError('invalid', first?.key ?? 'batchFile.notCanonical', first?.params ?? {}, answer.problems)
    }
    if (answer?.answer !== kind) throw new Error(`asked for ${kind}, got ${answer?.answer ?? 'nothing'}`)
    // compared just now
    return answer as Extract<BatchAnswer, { answer: Kind }>
  }
  return {
    open: async (json, confirmation) => (await ask({ ask: 'open', json, confirmation }, 'open')).facts,
    workbook: async (vouchers) => (await ask({ ask: 'workbook', vouchers }, 'workbook')).bytes,
    verify: async (file) => (await ask({ ask: 'verify', file }, 'verified')).result,
    close: async () => void (await worker.terminate()),
  }
}
