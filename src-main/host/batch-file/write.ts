import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#domain/errors'
import type { BatchFile, BatchOrder } from '#handlers/services'
import { writeDurablyInto } from '../durable-write.ts'
import { createPdfMaker, type PdfMaker } from '../pdf/pdf-maker.ts'
import { createBatchDesk, type BatchDesk } from './batch-desk.ts'
import { batchFilePieces, type Paper } from './build.ts'
import { checkAttachment } from './check-entries.ts'
import type { DocumentFacts } from './document.ts'
import { batchFileName, paperName } from './names.ts'
import { drawVolumes, portionsOf } from './volumes.ts'
import type { ZipEntry } from './zip.ts'

/** More than these draw no faster, and each of them has its own fonts in memory. */
const mostHands = 4
const batchesFolder = 'batches'

/** `pdf`: the host's own, which is warm. `stored`: a file of the data `folder`. */
export type BatchTools = { readonly folder: string; readonly fontsDir: string; readonly pdf: PdfMaker; readonly stored: (path: string) => Promise<Uint8Array | undefined> }

type Watch = { readonly signal: AbortSignal; readonly tell: (vouchers: number) => void }

/**
 * The claim batch file, written into `batches/` under its hash while it comes into being: the worker of `BatchDesk` checks
 * batch.json and makes the workbook, several draw the vouchers, and what is ready goes to the disk.
 * @throws AppError invalid with the problems of a batch that may not leave; the reason of `signal`.
 */
export async function writeBatchFile(order: BatchOrder, tools: BatchTools, watch: Watch): Promise<BatchFile> {
  const desk = createBatchDesk(watch.signal)
  try {
    const facts = await desk.open(order.document, order.confirmation)
    const others = Array.from({ length: Math.min(mostHands, availableParallelism(), portionsOf(facts.vouchers).length) - 1 }, () => createPdfMaker({ fontsDir: tools.fontsDir }))
    try {
      return await write({ order, facts, desk, tools, makers: [tools.pdf, ...others] }, watch)
    } finally {
      await Promise.all(others.map((maker) => maker.close()))
    }
  } finally {
    await desk.close()
  }
}

type Work = { readonly order: BatchOrder; readonly facts: DocumentFacts; readonly desk: BatchDesk; readonly tools: BatchTools; readonly makers: readonly PdfMaker[] }

async function write(work: Work, watch: Watch): Promise<BatchFile> {
  const { order, facts, desk, tools } = work
  const folder = join(tools.folder, batchesFolder)
  await mkdir(folder, { recursive: true })
  const hash = createHash('sha256')
  const fileOf = (sha256: string): string => `${sha256}.zip`
  let bytes = 0
  let sha256 = ''
  async function* counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      watch.signal.throwIfAborted()
      hash.update(piece)
      bytes += piece.byteLength
      yield piece
    }
    sha256 = hash.digest('hex')
  }
  const pieces = batchFilePieces({ document: facts, json: order.document, workbook: desk.workbook, papers: papersOf(work, watch), attachments: attachmentsOf(facts, tools), confirmation: order.confirmation })
  await writeDurablyInto(folder, counted(pieces), () => fileOf(sha256))
  return { fileName: batchFileName(facts.batch), path: `${batchesFolder}/${fileOf(sha256)}`, bytes, sha256 }
}

/** F19, then the volumes. */
async function* papersOf({ order, facts, makers, tools }: Work, { signal, tell }: Watch): AsyncGenerator<Paper> {
  const { number, stacks, meta } = order.summary
  const portions = portionsOf(facts.vouchers)
  const done = portions.map(() => 0)
  const hands = makers.map((maker) => (file: { readonly stacks: typeof stacks; readonly meta: typeof meta }, nth: number) => maker.make({ stacks: file.stacks }, file.meta, (part) => {
    done[nth] = Math.floor(part * (portions[nth]?.length ?? 0))
    tell(done.reduce((sum, each) => sum + each, 0))
  }, signal))
  yield { name: paperName('F19', number), bytes: (await tools.pdf.make({ stacks }, meta, undefined, signal)).bytes, vouchers: [] }
  yield* drawVolumes(facts.vouchers, order.volumeOf, hands)
}

/** As listed when the batch was sealed, whatever was attached since. @throws AppError where the stored file is lost or another. */
async function* attachmentsOf({ attachments }: DocumentFacts, { stored }: BatchTools): AsyncGenerator<ZipEntry> {
  for (const attachment of attachments) {
    const bytes = await stored(`attachments/${attachment.sha256}`)
    if (bytes === undefined) throw new AppError('not-found', 'common.noSuch', { what: `附件 ${attachment.name}` })
    const [problem] = checkAttachment(attachment, bytes)
    if (problem !== undefined) throw new AppError('invalid', problem.key, problem.params)
    yield { name: attachment.name, bytes }
  }
}
