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
import { drawVolumes, portionsOf, type DrawVolume } from './volumes.ts'
import type { ZipEntry } from './zip.ts'

/** More than these draw no faster, and each of them has its own fonts in memory. */
const mostHands = 4
const batchesFolder = 'batches'

/** `pdf`: the host's own, which is warm. `stored`: a file of the data `folder`. */
export type BatchTools = {
  readonly folder: string
  readonly fontsDir: string
  readonly pdf: PdfMaker
  readonly stored: (path: string) => Promise<Uint8Array | undefined>
}

type Watch = { readonly signal: AbortSignal; readonly tell: (vouchers: number) => void }

/**
 * The claim batch file, written into `batches/` under its hash while it comes into being: the worker of `BatchDesk` checks
 * batch.json and makes the workbook, several others draw the vouchers meanwhile, and what is ready goes to the disk.
 * @throws AppError invalid with the problems of a batch that may not leave; the reason of `signal`.
 */
export async function writeBatchFile(order: BatchOrder, tools: BatchTools, watch: Watch): Promise<BatchFile> {
  const desk = createBatchDesk(watch.signal)
  try {
    return await write({ order, desk, tools }, watch)
  } finally {
    await desk.close()
  }
}

type Work = { readonly order: BatchOrder; readonly desk: BatchDesk; readonly tools: BatchTools }

async function write({ order, desk, tools }: Work, watch: Watch): Promise<BatchFile> {
  const folder = join(tools.folder, batchesFolder)
  await mkdir(folder, { recursive: true })
  const drawing = startDrawing(order, tools, watch)
  try {
    const facts = await desk.open(order.document, order.confirmation)
    const pieces = batchFilePieces({
      document: facts,
      json: order.document,
      workbook: desk.workbook,
      papers: drawing.papers(),
      attachments: attachmentsOf(facts, tools),
      confirmation: order.confirmation,
    })
    const hash = createHash('sha256')
    let bytes = 0
    let sha256 = ''
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        watch.signal.throwIfAborted()
        hash.update(piece)
        bytes += piece.byteLength
        yield piece
      }
      sha256 = hash.digest('hex')
    }
    await writeDurablyInto(folder, counted(), () => `${sha256}.zip`)
    return { fileName: batchFileName(facts.batch), path: `${batchesFolder}/${sha256}.zip`, bytes, sha256 }
  } finally {
    await drawing.close()
  }
}

/** Begins with the volumes at once, so that they are drawn while batch.json is checked. `papers`: F19, then the volumes; who helped to draw them is sent home before the workbook needs the memory. */
function startDrawing({ summary, vouchers, volumeOf }: BatchOrder, { pdf, fontsDir }: BatchTools, { signal, tell }: Watch) {
  const portions = portionsOf(vouchers)
  const done = portions.map(() => 0)
  const helpers = Array.from({ length: Math.max(0, Math.min(mostHands, availableParallelism(), portions.length) - 1) }, () =>
    createPdfMaker({ fontsDir }),
  )
  const hands = [pdf, ...helpers].map(
    (maker): DrawVolume =>
      ({ stacks, meta }, nth) =>
        maker.make(
          { stacks },
          meta,
          (part) => {
            done[nth] = Math.floor(part * (portions[nth]?.length ?? 0))
            tell(done.reduce((sum, each) => sum + each, 0))
          },
          signal,
        ),
  )
  const volumes = drawVolumes(portions, volumeOf, hands)
  const close = async (): Promise<void> => void (await Promise.all(helpers.map((maker) => maker.close())))
  async function* papers(): AsyncGenerator<Paper> {
    yield {
      name: paperName('F19', summary.number),
      bytes: (await pdf.make({ stacks: summary.stacks }, summary.meta, undefined, signal)).bytes,
      vouchers: [],
    }
    yield* volumes
    await close()
  }
  return { papers, close }
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
