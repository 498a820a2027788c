/**
 * One batch file in a process of its own, so that its time and memory are its own: `node export-child.ts FOLDER CLAIMS RUNS` writes
 * the file of FOLDER/batch.json with all its vouchers into FOLDER/batches, as the program does; with `verify` behind it, it
 * verifies the one that lies there.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { BatchOrder } from '#handlers/services'
import { stackOf } from '#forms/index'
import { samples } from '#forms/samples'
import { createBatchDesk } from '#host/batch-file/batch-desk'
import { writeBatchFile } from '#host/batch-file/write'
import { createPdfMaker } from '#host/pdf/pdf-maker'
import { resources } from '#host/resources'
import { sampleHeader } from '#tests/host/batch-file-sample'
import { peakMemory } from './measure.ts'
import { claimNumber, makeVouchers, voucherNumber } from './vouchers.ts'

/** Milliseconds of each run, peak memory of the process in bytes. */
export type ExportAnswer = { readonly took: readonly number[]; readonly bytes: number; readonly peak: number; readonly accepted: boolean }

const [folder = '', claimsText = '0', runs = '1', what = 'write'] = process.argv.slice(2)
const claims = Number(claimsText)
const mark = { kind: 'original' } as const
const hash = '3fa912bc0d5e77a1'

/** As the handler puts it together, volume by volume; papers come from here instead of the database. */
function orderOf(document: Uint8Array, vouchers: BatchOrder['vouchers']): BatchOrder {
  const meta = { title: '保修作业凭证', number: '', station: sampleHeader.stationName, createdAt: sampleHeader.sealedAt }
  return {
    document,
    confirmation: null,
    vouchers,
    summary: {
      number: sampleHeader.number,
      stacks: [stackOf('F19', [{ paper: samples.F19(), number: sampleHeader.number, hash, mark }])],
      meta,
    },
    volumeOf: (some) => ({
      stacks: [
        stackOf(
          'F16',
          makeVouchers(
            some.length,
            16,
            vouchers.findIndex((voucher) => voucher === some[0]),
          ).map((paper, nth) => ({ paper, number: some[nth]?.voucherNo ?? '', hash, mark })),
        ),
      ],
      meta,
    }),
  }
}

async function write(): Promise<{ work: () => Promise<number>; close: () => Promise<void> }> {
  const fontsDir = resources().fonts
  const pdf = createPdfMaker({ fontsDir })
  const document = readFileSync(join(folder, 'batch.json'))
  const order = orderOf(
    document,
    Array.from({ length: claims }, (_, nth) => ({ claimNo: claimNumber(nth), voucherNo: voucherNumber(nth) })),
  )
  const watch = { signal: new AbortController().signal, tell: () => undefined }
  return {
    work: async () => (await writeBatchFile(order, { folder, fontsDir, pdf, stored: () => Promise.resolve(undefined) }, watch)).bytes,
    close: pdf.close,
  }
}

async function verify(): Promise<{ work: () => Promise<number>; close: () => Promise<void> }> {
  const file = join(folder, 'batches', readdirSync(join(folder, 'batches'))[0] ?? '')
  return {
    work: async () => {
      const desk = createBatchDesk()
      const bytes = readFileSync(file)
      const { ok } = await desk.verify(bytes)
      await desk.close()
      return ok ? bytes.byteLength : 0
    },
    close: () => Promise.resolve(),
  }
}

const { work, close } = what === 'verify' ? await verify() : await write()
const took: number[] = []
let bytes = 0
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now()
  bytes = await work()
  took.push(performance.now() - start)
}
await close()
const answer: ExportAnswer = { took, bytes, peak: peakMemory(), accepted: bytes > 0 }
process.stdout.write(JSON.stringify(answer))
