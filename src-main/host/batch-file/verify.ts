import type { BatchDocument, BatchTotals } from '#contract/batch-document'
import { vouchersMissing } from '#contract/batch-document-check'
import { batchManifest, manifestFormat, manifestVersions, type BatchManifest, type VoucherPlace } from '#contract/batch-manifest'
import { AppError, stop, type Problem } from '#domain/errors'
import { groupedBy } from '#domain/grouping'
import { batchFilePieces, type Paper } from './build.ts'
import { batchHash } from './canonical.ts'
import { checkAttachments, checkListed, checkManifest, checkPapers, checkVouchers } from './check-entries.ts'
import { buildWorkbook, checkDocument, readDocument } from './document.ts'
import { attachmentsFolder, batchFileName, documentName, manifestName, paperName, papersFolder, workbookName } from './names.ts'
import { readJson } from './read-json.ts'
import { readZip } from './zip-read.ts'
import type { ZipEntry } from './zip.ts'

/** `hash`: of batch.json, the first 8 characters stand on F19. `warnings` do not make the file invalid. */
export type BatchSummary = {
  readonly fileName: string
  readonly hash: string
  readonly batch: BatchDocument['batch']
  readonly secondHandler: string | null
  readonly totals: BatchTotals
  readonly papers: number
  readonly warnings: readonly Problem[]
}

export type Verification =
  | { readonly ok: true; readonly summary: BatchSummary }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** `vouchers` null: version 1 of the file. */
type Opened = {
  readonly entries: readonly ZipEntry[]
  readonly json: Uint8Array
  readonly document: BatchDocument
  readonly manifest: BatchManifest
  readonly vouchers: readonly VoucherPlace[] | null
  readonly papers: readonly ZipEntry[]
  readonly attachments: readonly ZipEntry[]
}

function inFolder(entries: readonly ZipEntry[], folder: string): ZipEntry[] {
  return entries.filter(({ name }) => name.startsWith(folder))
}

/** Reads the archive and its two JSON files; the problems when that is not possible. Stops where going on would only repeat the same fault. */
function open(bytes: Uint8Array): Opened | { problems: readonly Problem[] } {
  const { entries } = readZip(bytes)
  const byName = new Map(entries.map(({ name, bytes: content }) => [name, content]))
  const json = byName.get(documentName)
  const manifestJson = byName.get(manifestName)
  if (json === undefined || manifestJson === undefined || !byName.has(workbookName)) {
    return {
      problems: [documentName, workbookName, manifestName]
        .filter((name) => !byName.has(name))
        .map((name) => stop('batchFile.missing', null, { name })),
    }
  }
  const manifest = readJson<BatchManifest>(
    { name: manifestName, schema: batchManifest, format: manifestFormat, versions: manifestVersions },
    manifestJson,
  )
  if ('problems' in manifest) return manifest
  const listed = checkListed(manifest.value, entries)
  if (listed.length > 0) return { problems: listed }
  const document = readDocument(json)
  if ('problems' in document) return document
  const attachments = inFolder(entries, attachmentsFolder).map(({ name, bytes: content }) => ({
    name: name.slice(attachmentsFolder.length),
    bytes: content,
  }))
  const vouchers = manifest.value.version === 1 ? null : manifest.value.vouchers
  return {
    entries,
    json,
    document: document.value,
    manifest: manifest.value,
    vouchers,
    papers: inFolder(entries, papersFolder),
    attachments,
  }
}

function checkContent({ document, manifest, papers, vouchers, attachments }: Opened): Problem[] {
  return [
    ...checkManifest(manifest, document),
    ...checkDocument(document, manifest.confirmation),
    ...checkPapers(papers),
    ...checkAttachments(document, attachments),
    ...(vouchers === null ? [] : checkVouchers(document, papers, vouchers)),
  ]
}

/** The parts as the program would put them into the file. */
function inOrder({ document, papers, vouchers, attachments }: Opened): { papers: Paper[]; attachments: ZipEntry[] } {
  const rank = ({ name }: ZipEntry) => (name.startsWith(`${papersFolder}F19-`) ? 0 : 1)
  const sorted = papers.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
  const held = groupedBy(vouchers ?? [], ({ file }) => file)
  const given = new Map(attachments.map((each) => [each.name, each]))
  return {
    papers: sorted.map(({ name, bytes }) => ({ name, bytes, vouchers: held.get(name) ?? [] })),
    attachments: document.claims.flatMap((claim) => claim.attachments.flatMap(({ name }) => given.get(name) ?? [])),
  }
}

function checkOrder({ entries, vouchers }: Opened, { papers, attachments }: ReturnType<typeof inOrder>): Problem[] {
  const enclosed = [...papers.map(({ name }) => name), ...attachments.map(({ name }) => `${attachmentsFolder}${name}`)]
  const expected = [documentName, ...(vouchers === null ? [workbookName, ...enclosed] : [...enclosed, workbookName]), manifestName]
  const place = expected.findIndex((name, index) => entries[index]?.name !== name)
  return place < 0
    ? []
    : [stop('batchFile.order', null, { place: place + 1, expected: expected[place] ?? '', found: entries[place]?.name ?? '' })]
}

/** The place of the first byte that differs, null when there is none. */
async function firstDifference(bytes: Uint8Array, pieces: AsyncIterable<Uint8Array>): Promise<number | null> {
  let at = 0
  for await (const piece of pieces) {
    const here = bytes.subarray(at, at + piece.byteLength)
    if (Buffer.compare(here, piece) !== 0) {
      const within = piece.findIndex((byte, index) => here[index] !== byte)
      return at + Math.max(within, 0)
    }
    at += piece.byteLength
  }
  return at === bytes.byteLength ? null : at
}

/** The workbook and every byte of the file made anew from what it holds. */
async function checkAnew(bytes: Uint8Array, opened: Opened): Promise<Problem[]> {
  const {
    entries,
    json,
    document,
    manifest: { confirmation, version },
    vouchers,
  } = opened
  const parts = inOrder(opened)
  const order = checkOrder(opened, parts)
  if (order.length > 0) return order
  const workbook = await buildWorkbook(document, json, confirmation, vouchers)
  const found = entries.find(({ name }) => name === workbookName)
  if (found === undefined || Buffer.compare(workbook, found.bytes) !== 0) return [stop('batchFile.workbook')]
  const made = batchFilePieces({ document, json, workbook: async () => workbook, ...parts, confirmation }, version)
  const at = await firstDifference(bytes, made)
  return at === null ? [] : [stop('batchFile.bytes', null, { at })]
}

/**
 * Whether the file is exactly what the program would write for its batch.json, papers and attachments: archive, hashes,
 * schema, sums, counts, workbook, and at last every byte of the file made anew (settled.md 8, 20). Never throws for bad
 * input. That the sender is who he says is not shown here; the signature comes later.
 */
export async function verifyBatchFile(bytes: Uint8Array): Promise<Verification> {
  try {
    const opened = open(bytes)
    if ('problems' in opened) return { ok: false, problems: opened.problems }
    const content = checkContent(opened)
    const problems = content.length > 0 ? content : await checkAnew(bytes, opened)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, summary: summaryOf(opened) }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, problems: [stop(error.sentence.key, null, error.sentence.params)] }
    throw error
  }
}

function summaryOf({ document, json, manifest, papers, vouchers }: Opened): BatchSummary {
  const names = new Set(papers.map(({ name }) => name))
  const placed = new Set(vouchers?.map(({ voucherNo }) => voucherNo))
  return {
    fileName: batchFileName(document.batch),
    hash: batchHash(json),
    batch: document.batch,
    secondHandler: document.batch.secondHandler ?? manifest.confirmation?.secondHandler ?? null,
    totals: document.totals,
    papers: papers.length,
    warnings: vouchersMissing(document, (number) => (vouchers === null ? names.has(paperName('F16', number)) : placed.has(number))),
  }
}
