import type { AppContract } from '#contract/index'
import { findBatch, findBatchDocument, listBatchFiles, type Batch } from '#db/queries/batches'
import { listVouchersOfBatch } from '#db/queries/claims'
import { findPaper, findPaperByNumber, listPapersOf, type IssuedPaper } from '#db/queries/papers'
import { findUserName } from '#db/queries/work-orders'
import { problemsBeforeExport } from '#domain/claim-batch'
import type { Instant } from '#domain/dates'
import { AppError, stopsOf } from '#domain/errors'
import { fen } from '#domain/money'
import { plainLook } from '#domain/paper-stock'
import { batchFacts } from './batch-facts.ts'
import { missing, type Handler, type TaskContext } from './define.ts'
import { markOf, metaOf, stacksOfPapers } from './draw-papers.ts'
import type { BatchOrder, PaperFile } from './services.ts'

/** Writes the claim batch file once; a later export hands out the stored file again (settled.md 19, 20, 21). */
export const exportBatch: Handler<AppContract['batches']['export']> = async (context, { id, exportId }) => {
  const { db, services } = context
  const batch = findBatch(db, id) ?? missing('索赔批次')
  const stops = stopsOf(problemsBeforeExport(batchFacts(db, batch, context, { reason: '', ticked: false })))
  if (stops.length > 0) throw new AppError('rule', 'batch.notExportable', {}, stops)
  const kept = listBatchFiles(db, id).at(-1)
  const again = kept && (await services.produceStored(kept.name, 'application/zip', pathOf(kept.sha256)))
  if (kept && again) return { ...again, sha256: kept.sha256 }
  const { fileName, path, bytes, sha256 } = await services.writeBatch(exportId, orderOf(context, batch))
  context.run('batches', 'recordExport', { id, name: fileName, bytes, sha256 })
  return { ...((await services.produceStored(fileName, 'application/zip', path)) ?? missing('批次文件')), sha256 }
}

function pathOf(sha256: string): string {
  return `batches/${sha256}.zip`
}

function orderOf(context: TaskContext, batch: Batch): BatchOrder {
  const { db } = context
  const { sealedAt } = batch
  const summary = listPapersOf(db, 'batch', batch.id).find((paper) => paper.status === 'issued') ?? missing('索赔汇总表')
  const confirmation =
    batch.confirmedAt === null
      ? null
      : { secondHandler: findUserName(db, batch.secondHandlerId) || '命令行', confirmedAt: batch.confirmedAt }
  const stored = findPaper(db, summary.id) ?? missing('索赔汇总表')
  return {
    document: findBatchDocument(db, batch.id) ?? missing('批次文件内容'),
    confirmation: batch.singlePerson ? null : confirmation,
    vouchers: listVouchersOfBatch(db, batch.id),
    summary: { number: stored.number, ...paperFile(context, [stored], `${stored.title} ${stored.number}`, stored.issuedAt) },
    volumeOf: (vouchers) => {
      const papers = vouchers.map(({ voucherNo }) => findPaperByNumber(db, 'F16', voucherNo) ?? missing(`保修作业凭证 ${voucherNo}`))
      const title = [papers[0]?.title, vouchers[0]?.voucherNo, '–', vouchers.at(-1)?.voucherNo].join(' ')
      return paperFile(context, papers, title, sealedAt ?? context.now)
    },
  }
}

/** As issued: 正式, never a print (settled.md 21). */
function paperFile({ today }: TaskContext, papers: readonly IssuedPaper[], title: string, at: Instant): PaperFile {
  const stacks = stacksOfPapers(
    papers.map((stored) => ({ stored, mark: markOf(stored, 1, today) })),
    plainLook,
  )
  return { stacks, meta: metaOf(stacks, title, at) }
}

/** Anyone can check a batch file: hashes, schema, sums, exact bytes (settled.md 8). */
export const verifyUploadedBatch: Handler<AppContract['batches']['verify']> = async ({ services }, { uploadId }) => {
  const file = services.uploaded(uploadId) ?? missing('上传的文件')
  const result = await services.verifyBatch(file.bytes)
  if (!result.ok) return { ok: false, problems: [...result.problems], number: '', claims: 0, totalFen: fen(0) }
  const { batch, totals } = result.summary
  return {
    ok: true,
    problems: [...result.summary.warnings],
    number: batch.number,
    claims: totals.claims,
    totalFen: fen(totals.amounts.totalFen),
  }
}
