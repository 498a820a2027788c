import { batchClaim, batchFormat, batchFrame, batchVersion, type BatchDocument } from '#contract/batch-document'
import { checkBatchDocument } from '#contract/batch-document-check'
import type { BatchConfirmation, VoucherPlace } from '#contract/batch-manifest'
import { stop, type Problem } from '#domain/errors'
import { writeWorkbook } from '../workbook.ts'
import { batchHash } from './canonical.ts'
import { documentName } from './names.ts'
import { readJson, type ReadJson } from './read-json.ts'
import { batchSheets } from './sheets.ts'

/** Its shape only; `checkDocument` looks at the sums. */
export function readDocument(json: Uint8Array): ReadJson<BatchDocument> {
  return readJson<BatchDocument>(
    { name: documentName, schema: batchFrame, list: { key: 'claims', item: batchClaim }, format: batchFormat, versions: [batchVersion] },
    json,
  )
}

/** Sums, counts and people. Empty when the document may leave. */
export function checkDocument(document: BatchDocument, confirmation: BatchConfirmation | null): Problem[] {
  const { batch } = document
  const people = (): Problem[] => {
    if (confirmation?.secondHandler === batch.handler) return [stop('batchFile.sameHandler', null, { name: batch.handler })]
    return batch.secondHandler === null && confirmation === null && !batch.singlePersonStation ? [stop('batchFile.noSecondHandler')] : []
  }
  return [...checkBatchDocument(document), ...people()]
}

/** `vouchers` null: as version 1 of the file had it, without their places. */
export function buildWorkbook(
  document: BatchDocument,
  json: Uint8Array,
  confirmation: BatchConfirmation | null,
  vouchers: readonly VoucherPlace[] | null,
): Promise<Uint8Array> {
  const { number, stationName, sealedAt } = document.batch
  return writeWorkbook({
    title: `索赔批次 ${number}`,
    author: stationName,
    at: sealedAt,
    sheets: batchSheets(document, batchHash(json), confirmation, vouchers),
  })
}

/** What the file is made from besides the workbook. */
export type DocumentFacts = Pick<BatchDocument, 'batch' | 'totals'> & {
  readonly attachments: BatchDocument['claims'][number]['attachments']
}

/** batch.json, read and checked. `workbook`: batch.xlsx made from it. */
export type OpenDocument = { readonly facts: DocumentFacts; readonly workbook: (vouchers: readonly VoucherPlace[]) => Promise<Uint8Array> }

/** The problems for which `verifyBatchFile` would refuse it, or what is made from it. */
export function openDocument(
  json: Uint8Array,
  confirmation: BatchConfirmation | null,
): OpenDocument | { readonly problems: readonly Problem[] } {
  const read = readDocument(json)
  if ('problems' in read) return read
  const document = read.value
  const problems = checkDocument(document, confirmation)
  if (problems.length > 0) return { problems }
  const { batch, totals, claims } = document
  return {
    facts: { batch, totals, attachments: claims.flatMap(({ attachments }) => attachments) },
    workbook: (places) => buildWorkbook(document, json, confirmation, places),
  }
}
