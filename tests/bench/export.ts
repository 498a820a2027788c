import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { deflateSync } from 'node:zlib'
import { batchDocument, batchDocumentOf, canonicalText, type BatchClaim, type BatchDocument } from '#contract/batch-document'
import { localDate } from '#domain/dates'
import { stackOf } from '#forms/index'
import { samples } from '#forms/samples'
import { batchEntries, buildBatchFile, paperName, workbookName, type BatchFileInput } from '#host/batch-file/build'
import { canonicalJson } from '#host/batch-file/canonical'
import { unpackForeignZip } from '#host/batch-file/unpack'
import { verifyBatchFile } from '#host/batch-file/verify'
import { zipPieces, type ZipEntry } from '#host/batch-file/zip'
import { createPdfMaker } from '#host/pdf/pdf-maker'
import { resources } from '#host/resources'
import { fullClaim, sampleHeader } from '#tests/host/batch-file-sample'
import { timed, type Spread } from './measure.ts'
import { absentSheetWriters } from './peers/outside.ts'
import { figure, goals, heading, machineLine, megabytes, milliseconds, note, table } from './report.ts'
import { makeVouchers, voucherNumber } from './vouchers.ts'

const claims = 10_000
const drawn = 200

/** A batch file of 10,000 claims with 30,000 lines: each part of the work, the whole, and what zlib and JSON alone would take. */
export async function run(): Promise<void> {
  heading(`export · batch file of ${claims.toLocaleString('en')} claims`)
  note(machineLine())
  note(`${claims.toLocaleString('en')} claims with two parts and one labour line each. Only ${drawn} vouchers are drawn and enclosed (drawing all is what \`bench pdf\` extrapolates); F19 shows five lines. Not on this machine, so not measured: ${[...absentSheetWriters(), 'exceljs (not a dependency)'].join(', ')}.\n`)
  const document = batchDocumentOf(sampleHeader, manyClaims())
  const start = performance.now()
  const papers = await drawPapers(document)
  const drawMs = performance.now() - start
  const before = process.memoryUsage.rss()
  await measure({ document, papers, attachments: [] }, drawMs, before)
}

function manyClaims(): BatchClaim[] {
  const vouchers = makeVouchers(claims, 99)
  const [part] = fullClaim.partLines
  const [labour] = fullClaim.labourLines
  if (part === undefined || labour === undefined) throw new Error('the sample claim has lines')
  return vouchers.map((voucher, nth) => ({
    ...fullClaim, no: `SD0731-CL-202611-${String(nth + 1).padStart(5, '0')}`, workOrderNo: `SD0731-WO-202611-${String(nth + 1).padStart(5, '0')}`, voucherNo: voucherNumber(nth), customerName: voucher.customer.name, frameNo: voucher.unit.frameNo,
    faultDescription: voucher.statement, faultReason: voucher.finding, repairMethod: voucher.measure, reportedOn: localDate('2026-11-03'), attachments: [], outings: [], otherFees: [],
    partLines: [1, 2].map((line) => ({ ...part, line, isMain: line === 1 })), labourLines: [labour], oldParts: fullClaim.oldParts.slice(0, 1).map((piece) => ({ ...piece, labelNo: `SD073126${String(nth).padStart(7, '0')}` })),
    amounts: { partsFen: 2 * part.amountFen, labourFen: labour.amountFen, outingFen: 0, otherFen: 0, totalFen: 2 * part.amountFen + labour.amountFen },
  }))
}

/** As the program does it: one PDF for each voucher, drawn by the worker. */
async function drawPapers(document: BatchDocument): Promise<ZipEntry[]> {
  const maker = createPdfMaker({ fontsDir: resources().fonts })
  const meta = { title: '保修作业凭证', createdAt: document.batch.sealedAt }
  const papers: ZipEntry[] = []
  for (const [nth, paper] of makeVouchers(drawn).entries()) {
    const number = voucherNumber(nth)
    papers.push({ name: paperName('F16', number), bytes: (await maker.make({ stacks: [stackOf('F16', [{ paper, number, hash: '3fa912bc0d5e77a1', mark: { kind: 'original' } }])] }, meta)).bytes })
  }
  const summary = stackOf('F19', [{ paper: samples.F19(), number: document.batch.number, hash: '3fa912bc0d5e77a1', mark: { kind: 'original' } }])
  papers.push({ name: paperName('F19', document.batch.number), bytes: (await maker.make({ stacks: [summary] }, meta)).bytes })
  await maker.close()
  return papers
}

async function measure(input: BatchFileInput, drawMs: number, before: number): Promise<void> {
  const { document } = input
  const at = document.batch.sealedAt
  const text = canonicalText(document)
  const entries = await batchEntries(input)
  const file = await buildBatchFile(input)
  const workbook = entries.find(({ name }) => name === workbookName)?.bytes ?? new Uint8Array()
  const sheets = sheetXml(workbook)
  const deflate = (bytes: Uint8Array | string) => timed(() => deflateSync(bytes))
  const verified = await verifyBatchFile(file.bytes)
  const warmed = { warmUp: 0 }
  const took = {
    canonical: await timed(() => canonicalJson(document)), stringify: await timed(() => JSON.stringify(document)), parse: await timed(() => JSON.parse(text)), check: await timed(() => batchDocument.safeParse(document)),
    sheet: await timed(() => batchEntries({ ...input, papers: input.papers.slice(-1) }), warmed), zip: await timed(() => Buffer.concat(zipPieces(entries, at))), sha: await timed(() => createHash('sha256').update(file.bytes).digest('hex')),
    build: await timed(() => buildBatchFile(input), warmed), verify: await timed(() => verifyBatchFile(file.bytes), warmed), deflateJson: await deflate(text), deflateSheet: await deflate(sheets),
  }
  const peak = process.resourceUsage().maxRSS * 1024
  print(took, { drawMs, bytes: file.bytes.byteLength, json: Buffer.byteLength(text), sheet: workbook.byteLength, peak, before, verified: verified.ok })
}

/** What a compressing writer of workbooks would have to deflate. */
function sheetXml(workbook: Uint8Array): Uint8Array {
  const parts = unpackForeignZip(workbook, { entries: 1000, bytes: 2 ** 31 })
  return parts.ok ? new Uint8Array(Buffer.concat(parts.entries.map(({ bytes }) => bytes))) : new Uint8Array()
}

type Took = Readonly<Record<'canonical' | 'stringify' | 'parse' | 'check' | 'sheet' | 'zip' | 'sha' | 'build' | 'verify' | 'deflateJson' | 'deflateSheet', Spread>>
type Sizes = { readonly drawMs: number; readonly bytes: number; readonly json: number; readonly sheet: number; readonly peak: number; readonly before: number; readonly verified: boolean }

function print(took: Took, { drawMs, bytes, json, sheet, peak, before, verified }: Sizes): void {
  table(['step', 'median', 'low–high', 'size'], [
    ['batch.json, canonical', ...milliseconds(took.canonical), megabytes(json)], ['*plain:* JSON.stringify', ...milliseconds(took.stringify), ''], ['schema check (zod)', ...milliseconds(took.check), ''], ['*beside it:* JSON.parse', ...milliseconds(took.parse), ''],
    ['batch.json, batch.xlsx and manifest', ...milliseconds(took.sheet), `xlsx ${megabytes(sheet)}`], ['*limit:* deflate of the workbook’s XML, one thread', ...milliseconds(took.deflateSheet), ''], ['zip (stored, all dates alike)', ...milliseconds(took.zip), megabytes(bytes)],
    ['SHA-256 of the file', ...milliseconds(took.sha), ''], [`**whole file**, ${drawn} vouchers enclosed`, ...milliseconds(took.build), megabytes(bytes)], ['verify (every byte made anew)', ...milliseconds(took.verify), verified ? 'accepted' : 'REFUSED'],
    ['*limit:* deflate of JSON and workbook', `${figure(took.deflateJson.median + took.deflateSheet.median)} ms`, '', ''],
  ])
  const perVoucher = drawMs / drawn
  note(`\n${drawn} vouchers and F19 were drawn in ${figure(drawMs / 1000)} s (once, ${figure(perVoucher)} ms each, the worker's start included); 10,000 would take ${figure((perVoucher * claims) / 1000)} s (extrapolated).`)
  note(`Peak memory of the whole benchmark, documents and copies included: ${megabytes(peak)} (before building ${megabytes(before)}).`)
  goals([
    { what: 'X1 workbook against deflate of its XML', value: (took.sheet.median - took.canonical.median) / took.deflateSheet.median, limit: 1.3, unit: '×' },
    { what: 'X2 check against JSON.parse of the same data', value: took.check.median / took.parse.median, limit: 1, unit: '×' },
    { what: 'X3 zip against deflating the JSON (ours is stored)', value: took.zip.median / took.deflateJson.median, limit: 1.15, unit: '×' },
    { what: 'X4 file without drawing against deflate of all', value: took.build.median / (took.deflateJson.median + took.deflateSheet.median), limit: 2.5, unit: '×' },
    { what: 'X4 peak memory', value: peak / 1e6, limit: 600, unit: ' MB' },
    { what: '10,000-claim file, drawing not counted', value: took.build.median / 1000, limit: 10, unit: ' s' },
    { what: '10,000-claim file with all vouchers (extrapolated)', value: (took.build.median + perVoucher * claims) / 1000, limit: 10, unit: ' s' },
  ])
}
