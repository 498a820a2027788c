import type { z } from 'zod'
import {
  batchDocument, batchFormat, batchManifest, batchVersion, canonicalText, manifestFormat, type BatchDocument, type BatchManifest, type BatchTotals,
} from '#contract/batch-document'
import { vouchersMissing } from '#contract/batch-document-check'
import { AppError, stop, type Problem } from '#domain/errors'
import {
  attachmentsFolder, batchEntries, batchFileName, checkBatchFile, documentName, formatProblems, inChinese, manifestName, manifestOf, paperName,
  papersFolder, workbookName, type BatchFileInput,
} from './build.ts'
import { batchHash } from './canonical.ts'
import { readZip } from './zip-read.ts'
import { zipPieces, type ZipEntry } from './zip.ts'

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

export type Verification = { readonly ok: true; readonly summary: BatchSummary } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Stops the verification where going on would only repeat the same fault. */
function refuse(problems: readonly Problem[]): Verification {
  return { ok: false, problems }
}

function parseJson(name: string, bytes: Uint8Array): { text: string; value: unknown } | Problem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, value: JSON.parse(text) }
  } catch {
    return stop('batchFile.notJson', null, { name })
  }
}

/** A newer version is named as such instead of as a hundred strange fields. */
function versionProblem(name: string, value: unknown, format: string): Problem[] {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== format) return []
  if (!('version' in value) || typeof value.version !== 'number' || value.version === batchVersion) return []
  return [stop('batchFile.version', 'version', { name, version: value.version, known: batchVersion })]
}

function readJson<T>(name: string, bytes: Uint8Array, schema: z.ZodType<T>, format: string): { value: T } | { problems: Problem[] } {
  const parsed = parseJson(name, bytes)
  if ('level' in parsed) return { problems: [parsed] }
  const version = versionProblem(name, parsed.value, format)
  if (version.length > 0) return { problems: version }
  const checked = schema.safeParse(parsed.value, inChinese)
  if (!checked.success) return { problems: formatProblems(name, checked.error) }
  return canonicalText(checked.data) === parsed.text ? { value: checked.data } : { problems: [stop('batchFile.notCanonical', null, { name })] }
}

function checkListed(manifest: BatchManifest, entries: readonly ZipEntry[]): Problem[] {
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]))
  const present = new Set(entries.map(({ name }) => name))
  const missing = manifest.entries.filter(({ name }) => !present.has(name)).map(({ name }) => stop('batchFile.missing', null, { name }))
  const others = entries.filter(({ name }) => name !== manifestName)
  const wrong = others.flatMap(({ name, bytes }) => {
    const entry = listed.get(name)
    if (entry === undefined) return [stop('batchFile.extra', null, { name })]
    const found = batchHash(bytes)
    return entry.sha256 === found && entry.bytes === bytes.byteLength ? [] : [stop('batchFile.hash', null, { name, expected: entry.sha256.slice(0, 8), found: found.slice(0, 8) })]
  })
  return [...missing, ...wrong]
}

function checkManifest(manifest: BatchManifest, expected: BatchManifest): Problem[] {
  const words = { manufacturerCode: '厂方代码', stationCode: '站代码', number: '批次号', sealedAt: '封批时刻', totals: '件数与金额' } as const
  // Object.entries forgets the keys that the line above names.
  return (Object.entries(words) as [keyof typeof words, string][]).flatMap(([key, label]) => {
    const found = canonicalText(expected[key])
    const listed = canonicalText(manifest[key])
    return listed === found ? [] : [stop('batchFile.manifest', key, { label, expected: listed, found })]
  })
}

function checkOrder(found: readonly ZipEntry[], expected: readonly ZipEntry[]): Problem[] {
  const place = expected.findIndex(({ name }, index) => found[index]?.name !== name)
  return place < 0 ? [] : [stop('batchFile.order', null, { place: place + 1, expected: expected[place]?.name ?? '', found: found[place]?.name ?? '' })]
}

/** The place of the first byte that differs, null when there is none. */
function firstDifference(bytes: Uint8Array, pieces: readonly Uint8Array[]): number | null {
  let at = 0
  for (const piece of pieces) {
    const here = bytes.subarray(at, at + piece.byteLength)
    if (Buffer.compare(here, piece) !== 0) {
      const within = piece.findIndex((byte, index) => here[index] !== byte)
      return at + Math.max(within, 0)
    }
    at += piece.byteLength
  }
  return at === bytes.byteLength ? null : at
}

function inFolder(entries: readonly ZipEntry[], folder: string): ZipEntry[] {
  return entries.filter(({ name }) => name.startsWith(folder))
}

type Opened = { readonly input: BatchFileInput; readonly manifest: BatchManifest; readonly entries: readonly ZipEntry[]; readonly hash: string }

/** Reads the archive and its two JSON files; the problems when that is not possible. */
function open(bytes: Uint8Array): Opened | { problems: readonly Problem[] } {
  const { entries } = readZip(bytes)
  const byName = new Map(entries.map(({ name, bytes: content }) => [name, content]))
  const json = byName.get(documentName)
  const manifestJson = byName.get(manifestName)
  if (json === undefined || manifestJson === undefined || !byName.has(workbookName)) {
    return { problems: [documentName, workbookName, manifestName].filter((name) => !byName.has(name)).map((name) => stop('batchFile.missing', null, { name })) }
  }
  const manifest = readJson(manifestName, manifestJson, batchManifest, manifestFormat)
  if ('problems' in manifest) return manifest
  const listed = checkListed(manifest.value, entries)
  if (listed.length > 0) return { problems: listed }
  const document = readJson(documentName, json, batchDocument, batchFormat)
  if ('problems' in document) return document
  const attachments = inFolder(entries, attachmentsFolder).map(({ name, bytes: content }) => ({ name: name.slice(attachmentsFolder.length), bytes: content }))
  const input = { document: document.value, papers: inFolder(entries, papersFolder), attachments, confirmation: manifest.value.confirmation }
  return { input, manifest: manifest.value, entries, hash: batchHash(json) }
}

async function checkOpened(bytes: Uint8Array, { input, manifest, entries }: Opened): Promise<Problem[]> {
  const { document, confirmation = null } = input
  const content = [...checkManifest(manifest, manifestOf(document, confirmation, [])), ...checkBatchFile(input)]
  if (content.length > 0) return content
  const rebuilt = await batchEntries(input)
  const order = checkOrder(entries, rebuilt)
  if (order.length > 0) return order
  const sameWorkbook = rebuilt.every(({ name, bytes: made }, index) => name !== workbookName || Buffer.compare(made, entries[index]?.bytes ?? made) === 0)
  if (!sameWorkbook) return [stop('batchFile.workbook')]
  const at = firstDifference(bytes, zipPieces(rebuilt, document.batch.sealedAt))
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
    if ('problems' in opened) return refuse(opened.problems)
    const problems = await checkOpened(bytes, opened)
    if (problems.length > 0) return refuse(problems)
    const { document, papers, confirmation = null } = opened.input
    const enclosed = new Set(papers.map(({ name }) => name))
    return {
      ok: true,
      summary: {
        fileName: batchFileName(document), hash: opened.hash, batch: document.batch, secondHandler: document.batch.secondHandler ?? confirmation?.secondHandler ?? null,
        totals: document.totals, papers: papers.length, warnings: vouchersMissing(document, (number) => enclosed.has(paperName('F16', number))),
      },
    }
  } catch (error) {
    if (error instanceof AppError) return refuse([stop(error.sentence.key, null, error.sentence.params)])
    throw error
  }
}
