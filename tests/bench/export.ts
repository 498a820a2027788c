import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { batchDocument, batchDocumentOf, canonicalText, type BatchClaim } from '#contract/batch-document'
import { localDate } from '#domain/dates'
import { canonicalJson } from '#host/batch-file/canonical'
import { buildWorkbook } from '#host/batch-file/document'
import { unpackForeignZip } from '#host/batch-file/unpack'
import { writeZip } from '#host/batch-file/zip'
import { fullClaim, sampleHeader } from '#tests/host/batch-file-sample'
import type { ExportAnswer } from './export-child.ts'
import { spreadOf, timed, type Spread } from './measure.ts'
import { bundleChild } from './pdf-ways.ts'
import { absentSheetWriters } from './peers/outside.ts'
import { figure, goals, heading, machineLine, megabytes, milliseconds, note, table } from './report.ts'
import { claimNumber, makeVouchers, voucherNumber } from './vouchers.ts'

const claims = 10_000

/** A batch file of 10,000 claims with 30,000 lines and all vouchers: each part of the work, the whole, and what zlib and JSON alone would take. */
export async function run(): Promise<void> {
  heading(`export · batch file of ${claims.toLocaleString('en')} claims with all vouchers`)
  note(machineLine())
  note(
    `${claims.toLocaleString('en')} claims with two parts and one labour line each; every voucher is drawn, in three copies; F19 shows five lines. The whole and the check run as they are packed, each in a process of its own. Not on this machine, so not measured: ${[...absentSheetWriters(), 'exceljs (not a dependency)'].join(', ')}.\n`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-bench-export-'))
  try {
    await measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function manyClaims(): BatchClaim[] {
  const vouchers = makeVouchers(claims, 99)
  const [part] = fullClaim.partLines
  const [labour] = fullClaim.labourLines
  if (part === undefined || labour === undefined) throw new Error('the sample claim has lines')
  return vouchers.map((voucher, nth) => ({
    ...fullClaim,
    no: claimNumber(nth),
    workOrderNo: `SD0731-WO-202611-${String(nth + 1).padStart(5, '0')}`,
    voucherNo: voucherNumber(nth),
    customerName: voucher.customer.name,
    frameNo: voucher.unit.frameNo,
    faultDescription: voucher.statement,
    faultReason: voucher.finding,
    repairMethod: voucher.measure,
    reportedOn: localDate('2026-11-03'),
    attachments: [],
    outings: [],
    otherFees: [],
    partLines: [1, 2].map((line) => ({ ...part, line, isMain: line === 1 })),
    labourLines: [labour],
    oldParts: fullClaim.oldParts.slice(0, 1).map((piece) => ({ ...piece, labelNo: `SD073126${String(nth).padStart(7, '0')}` })),
    amounts: {
      partsFen: 2 * part.amountFen,
      labourFen: labour.amountFen,
      outingFen: 0,
      otherFen: 0,
      totalFen: 2 * part.amountFen + labour.amountFen,
    },
  }))
}

async function measure(folder: string): Promise<void> {
  const gathered = batchDocumentOf(sampleHeader, manyClaims())
  const json = canonicalJson(gathered)
  const text = new TextDecoder().decode(json)
  // its keys stand as the frozen file has them
  const document = batchDocument.parse(JSON.parse(text))
  const workbook = await buildWorkbook(document, json, null, [])
  const xml = sheetXml(workbook)
  writeFileSync(join(folder, 'batch.json'), json)
  const child = await bundleChild('export-child')
  const whole = inChild(child, [folder, String(claims), '3'])
  const verify = inChild(child, [folder, String(claims), '3', 'verify'])
  const once = { warmUp: 1, runs: 3 }
  print(
    {
      gathered: await timed(() => canonicalText(gathered)),
      canonical: await timed(() => canonicalText(JSON.parse(text))),
      stringify: await timed(() => JSON.stringify(document)),
      parse: await timed(() => JSON.parse(text)),
      check: await timed(() => batchDocument.safeParse(document)),
      sheet: await timed(() => buildWorkbook(document, json, null, []), once),
      zip: await timed(() =>
        writeZip(
          [
            { name: 'batch.json', bytes: json },
            { name: 'batch.xlsx', bytes: workbook },
          ],
          sampleHeader.sealedAt,
        ),
      ),
      deflateJson: await timed(() => deflateSync(text)),
      deflateSheet: await timed(() => deflateSync(xml)),
      whole: spreadOf(whole.took),
      verify: spreadOf(verify.took),
    },
    { json: json.byteLength, sheet: workbook.byteLength, whole, verify },
  )
}

function inChild(child: string, args: readonly string[]): ExportAnswer {
  // written by export-child.ts with the same type
  return JSON.parse(
    execFileSync(process.execPath, [child, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as ExportAnswer
}

/** What a compressing writer of workbooks would have to deflate. */
function sheetXml(workbook: Uint8Array): Uint8Array {
  const parts = unpackForeignZip(workbook, { entries: 1000, bytes: 2 ** 31 })
  return parts.ok ? new Uint8Array(Buffer.concat(parts.entries.map(({ bytes }) => bytes))) : new Uint8Array()
}

type Took = Readonly<
  Record<
    'gathered' | 'canonical' | 'stringify' | 'parse' | 'check' | 'sheet' | 'zip' | 'deflateJson' | 'deflateSheet' | 'whole' | 'verify',
    Spread
  >
>
type Sizes = { readonly json: number; readonly sheet: number; readonly whole: ExportAnswer; readonly verify: ExportAnswer }

function print(took: Took, { json, sheet, whole, verify }: Sizes): void {
  const deflate = took.deflateJson.median + took.deflateSheet.median
  table(
    ['step', 'median', 'low–high', 'size'],
    [
      ['batch.json, canonical, as gathered (at 封批)', ...milliseconds(took.gathered), megabytes(json)],
      ['batch.json, read and written again (its form checked)', ...milliseconds(took.canonical), ''],
      ['*plain:* JSON.stringify', ...milliseconds(took.stringify), ''],
      ['schema check (zod)', ...milliseconds(took.check), ''],
      ['*beside it:* JSON.parse', ...milliseconds(took.parse), ''],
      ['batch.xlsx', ...milliseconds(took.sheet), megabytes(sheet)],
      ['*limit:* deflate of the workbook’s XML, one thread', ...milliseconds(took.deflateSheet), ''],
      ['zip of both (stored, all dates alike)', ...milliseconds(took.zip), ''],
      [
        `**whole file on the disk**, all ${claims.toLocaleString('en')} vouchers drawn`,
        ...milliseconds(took.whole),
        megabytes(whole.bytes),
      ],
      ['verify (every byte made anew)', ...milliseconds(took.verify), verify.accepted ? 'accepted' : 'REFUSED'],
      ['*limit:* deflate of JSON and workbook', `${figure(deflate)} ms`, '', ''],
    ],
  )
  note(
    `\nThe first of the ${whole.took.length} files took ${figure((whole.took[0] ?? 0) / 1000)} s, workers and fonts started cold. Peak memory of the process that wrote them: ${megabytes(whole.peak)}; of the one that verified: ${megabytes(verify.peak)}.`,
  )
  goals([
    { what: 'X1 workbook against deflate of its XML', value: took.sheet.median / took.deflateSheet.median, limit: 1.3, unit: '×' },
    { what: 'X2 check against JSON.parse of the same data', value: took.check.median / took.parse.median, limit: 1, unit: '×' },
    {
      what: 'X3 zip against deflating the JSON (ours is stored)',
      value: took.zip.median / took.deflateJson.median,
      limit: 1.15,
      unit: '×',
    },
    {
      what: 'X4 whole file, all vouchers drawn, against deflate of JSON and workbook',
      value: took.whole.median / deflate,
      limit: 2.5,
      unit: '×',
    },
    { what: 'X4 peak memory', value: whole.peak / 1e6, limit: 600, unit: ' MB' },
    { what: '10,000-claim file with all vouchers', value: took.whole.median / 1000, limit: 10, unit: ' s' },
  ])
}
