import { z } from 'zod'
import { batchDocument, manifestFormat, batchVersion, type BatchConfirmation, type BatchDocument, type BatchManifest } from '#contract/batch-document'
import { checkBatchDocument } from '#contract/batch-document-check'
import { AppError, stop, type Problem } from '#domain/errors'
import { writeWorkbook } from '../workbook.ts'
import { batchHash, canonicalJson } from './canonical.ts'
import { batchSheets } from './sheets.ts'
import { zipPieces, type ZipEntry } from './zip.ts'

export const documentName = 'batch.json'
export const workbookName = 'batch.xlsx'
export const manifestName = 'manifest.json'
export const papersFolder = 'forms/'
export const attachmentsFolder = 'attachments/'
const paperForm = /^forms\/F\d\d-[^/]+\.pdf$/u
const summaryForm = /^forms\/F19-/u

/**
 * `papers`: the PDFs under their names in the archive (`paperName`), 正式 and without a reprint mark (settled.md 21).
 * `attachments`: under the names the document lists them by. `confirmation`: 第二经办人 when he confirmed after 封批.
 */
export type BatchFileInput = {
  readonly document: BatchDocument
  readonly papers: readonly ZipEntry[]
  readonly attachments: readonly ZipEntry[]
  readonly confirmation?: BatchConfirmation | null
}

/** `hash`: of batch.json. `sha256`: of the whole file. */
export type BatchFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly sha256: string; readonly hash: string }

function safePart(text: string): string {
  return text.replace(/[\s\\/:*?"<>|\p{Cc}]/gu, '_')
}

/** The name of a paper in the archive: `forms/F16-SD0731-BD16-202611-0007.pdf`. */
export function paperName(form: string, number: string): string {
  return `${papersFolder}${form}-${safePart(number)}.pdf`
}

/** `{厂方}_{站代码}_{批次号}.zip` */
export function batchFileName({ batch }: BatchDocument): string {
  return `${[batch.manufacturerCode, batch.stationCode, batch.number].map(safePart).join('_')}.zip`
}

/** What zod found, with the field and a Chinese reason. */
export function formatProblems(name: string, error: z.ZodError): Problem[] {
  return error.issues.slice(0, 50).map((issue) => stop('batchFile.format', issue.path.join('.') || null, { name, path: issue.path.join('.') || name, detail: issue.message }))
}

export const inChinese = { error: z.locales.zhCN().localeError }

function checkPapers(papers: readonly ZipEntry[]): Problem[] {
  const summaries = papers.filter(({ name }) => summaryForm.test(name)).length
  return [
    ...(summaries === 0 ? [stop('batchFile.noSummary')] : summaries > 1 ? [stop('batchFile.twoSummaries', null, { count: summaries })] : []),
    ...papers.filter(({ name }) => !paperForm.test(name)).map(({ name }) => stop('batchFile.paperName', null, { name })),
    ...papers.filter(({ bytes }) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-').map(({ name }) => stop('batchFile.notPdf', null, { name })),
  ]
}

function checkAttachments(document: BatchDocument, attachments: readonly ZipEntry[]): Problem[] {
  const given = new Map(attachments.map(({ name, bytes }) => [name, bytes]))
  const listed = document.claims.flatMap((claim) => claim.attachments)
  const names = new Set(listed.map(({ name }) => name))
  const problems = listed.flatMap(({ name, sha256, bytes }) => {
    const content = given.get(name)
    if (content === undefined) return [stop('batchFile.missing', null, { name: `${attachmentsFolder}${name}` })]
    const found = batchHash(content)
    return found === sha256 && content.byteLength === bytes ? [] : [stop('batchFile.hash', null, { name: `${attachmentsFolder}${name}`, expected: sha256.slice(0, 8), found: found.slice(0, 8) })]
  })
  return [...problems, ...attachments.filter(({ name }) => !names.has(name)).map(({ name }) => stop('batchFile.extra', null, { name: `${attachmentsFolder}${name}` }))]
}

function checkHandlers({ batch }: BatchDocument, confirmation: BatchConfirmation | null): Problem[] {
  if (confirmation?.secondHandler === batch.handler) return [stop('batchFile.sameHandler', null, { name: batch.handler })]
  return batch.secondHandler === null && confirmation === null && !batch.singlePersonStation ? [stop('batchFile.noSecondHandler')] : []
}

/** Everything that must hold between the document, the papers and the attachments; empty when the file may be made. */
export function checkBatchFile({ document, papers, attachments, confirmation = null }: BatchFileInput): Problem[] {
  return [...checkBatchDocument(document), ...checkHandlers(document, confirmation), ...checkPapers(papers), ...checkAttachments(document, attachments)]
}

function paperOrder(a: ZipEntry, b: ZipEntry): number {
  const rank = ({ name }: ZipEntry) => (summaryForm.test(name) ? 0 : 1)
  return rank(a) - rank(b) || (a.name < b.name ? -1 : 1)
}

function buildBatchWorkbook(document: BatchDocument, hash: string, confirmation: BatchConfirmation | null): Promise<Uint8Array> {
  const { number, stationName, sealedAt } = document.batch
  return writeWorkbook({ title: `索赔批次 ${number}`, author: stationName, at: sealedAt, sheets: batchSheets(document, hash, confirmation) })
}

export function manifestOf(document: BatchDocument, confirmation: BatchConfirmation | null, entries: readonly ZipEntry[]): BatchManifest {
  const { manufacturerCode, stationCode, number, sealedAt } = document.batch
  return {
    format: manifestFormat, version: batchVersion, manufacturerCode, stationCode, number, sealedAt, confirmation, totals: document.totals,
    entries: entries.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: batchHash(bytes) })),
  }
}

/** The files of the archive in their order: batch.json, batch.xlsx, F19, the other papers by name, attachments as listed, manifest.json. */
export async function batchEntries({ document, papers, attachments, confirmation = null }: BatchFileInput): Promise<ZipEntry[]> {
  const json = canonicalJson(document)
  const given = new Map(attachments.map(({ name, bytes }) => [name, bytes]))
  const listed = document.claims.flatMap((claim) => claim.attachments.map(({ name }) => ({ name: `${attachmentsFolder}${name}`, bytes: given.get(name) ?? new Uint8Array() })))
  const entries: ZipEntry[] = [
    { name: documentName, bytes: json }, { name: workbookName, bytes: await buildBatchWorkbook(document, batchHash(json), confirmation) },
    ...[...papers].sort(paperOrder), ...listed,
  ]
  return [...entries, { name: manifestName, bytes: canonicalJson(manifestOf(document, confirmation, entries)) }]
}

/**
 * The claim batch file (domain.md §2.22, settled.md 19–20). The same input gives the same bytes, on any computer and
 * day. @throws AppError invalid with the problems when `verifyBatchFile` would refuse the result.
 */
export async function buildBatchFile(input: BatchFileInput): Promise<BatchFile> {
  const parsed = batchDocument.safeParse(input.document, inChinese)
  const problems = parsed.success ? checkBatchFile(input) : formatProblems(documentName, parsed.error)
  if (problems.length > 0) throw new AppError('invalid', problems[0]?.key ?? 'batchFile.notCanonical', problems[0]?.params ?? {}, problems)
  const bytes = new Uint8Array(Buffer.concat(zipPieces(await batchEntries(input), input.document.batch.sealedAt)))
  return { fileName: batchFileName(input.document), bytes, sha256: batchHash(bytes), hash: batchHash(canonicalJson(input.document)) }
}
