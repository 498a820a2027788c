import type { AppContract } from '#contract/index'
import type { BatchDocument } from '#contract/batch-document'
import { findBatch, findBatchDocument, listBatchFiles, type Batch } from '#db/queries/batches'
import { listClaimsOfBatch } from '#db/queries/claims'
import { findPaper, listPapersOf, type IssuedPaper } from '#db/queries/papers'
import { findUserName } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { problemsBeforeExport } from '#domain/claim-batch'
import { AppError, stopsOf } from '#domain/errors'
import { fen } from '#domain/money'
import { plainLook } from '#domain/paper-stock'
import { batchFacts } from './batch-facts.ts'
import { missing, type Handler, type TaskContext } from './define.ts'
import { drawStacks, markOf, stacksOfPapers } from './draw-papers.ts'

/** Writes the claim batch file once; a later export hands out the stored bytes again (settled.md 19, 20, 21). */
export const exportBatch: Handler<AppContract['batches']['export']> = async (context, { id }) => {
  const { db, services } = context
  const batch = findBatch(db, id) ?? missing('索赔批次')
  const stops = stopsOf(problemsBeforeExport(batchFacts(db, batch, context, { reason: '', ticked: false })))
  if (stops.length > 0) throw new AppError('rule', 'batch.notExportable', {}, stops)
  const kept = listBatchFiles(db, id).at(-1)
  const keptBytes = kept && (await services.stored(pathOf(kept.sha256)))
  if (kept && keptBytes) return { ...services.produce(kept.name, 'application/zip', keptBytes), sha256: kept.sha256 }
  const file = await buildFile(context, batch)
  await services.store(pathOf(file.sha256), file.bytes)
  context.run('batches', 'recordExport', { id, name: file.fileName, bytes: file.bytes.byteLength, sha256: file.sha256 })
  return { ...services.produce(file.fileName, 'application/zip', file.bytes), sha256: file.sha256 }
}

function pathOf(sha256: string): string {
  return `batches/${sha256}.zip`
}

async function buildFile(context: TaskContext, batch: Batch) {
  const { db, services } = context
  // what was frozen was made by gatherBatchDocument and checked at sealing
  const document = JSON.parse(findBatchDocument(db, batch.id) ?? missing('批次文件内容')) as BatchDocument
  const papers: { form: string; number: string; bytes: Uint8Array }[] = []
  for (const stored of papersOf(db, batch)) {
    const { bytes } = await drawStacks(services, stacksOfPapers([{ stored, mark: markOf(stored, 1, context.today) }], plainLook), `${stored.title} ${stored.number}`, stored.issuedAt)
    papers.push({ form: stored.form, number: stored.number, bytes })
  }
  const attachments = await attachmentsOf(context, document)
  const confirmation = batch.confirmedAt === null ? null : { secondHandler: findUserName(db, batch.secondHandlerId) || '命令行', confirmedAt: batch.confirmedAt }
  return services.buildBatch({ document, papers, attachments, confirmation: batch.singlePerson ? null : confirmation })
}

/** F19 and the voucher of every claim, as issued: 正式, never a print (settled.md 21). */
function papersOf(db: Reader, batch: Batch): IssuedPaper[] {
  const summary = listPapersOf(db, 'batch', batch.id).find((paper) => paper.status === 'issued')
  const vouchers = listClaimsOfBatch(db, batch.id).flatMap((claim) => listPapersOf(db, 'workOrder', claim.workOrderId).filter((paper) => paper.form === 'F16' && paper.status === 'issued'))
  return [...(summary ? [summary] : []), ...vouchers].map(({ id }) => findPaper(db, id) ?? missing('单据'))
}

/** As listed when the batch was sealed, whatever was attached since. */
async function attachmentsOf({ services }: TaskContext, document: BatchDocument): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const { name, sha256 } of document.claims.flatMap((claim) => claim.attachments)) files.push({ name, bytes: (await services.stored(`attachments/${sha256}`)) ?? missing(`附件 ${name}`) })
  return files
}

/** Anyone can check a batch file: hashes, schema, sums, exact bytes (settled.md 8). */
export const verifyUploadedBatch: Handler<AppContract['batches']['verify']> = async ({ services }, { uploadId }) => {
  const file = services.uploaded(uploadId) ?? missing('上传的文件')
  const result = await services.verifyBatch(file.bytes)
  if (!result.ok) return { ok: false, problems: [...result.problems], number: '', claims: 0, totalFen: fen(0) }
  const { batch, totals } = result.summary
  return { ok: true, problems: [...result.summary.warnings], number: batch.number, claims: totals.claims, totalFen: fen(totals.amounts.totalFen) }
}
