import { z } from 'zod'
import { batchTotals, code, instant, sha256, text } from './batch-document.ts'

/**
 * manifest.json, the last file of the archive (docs/batch-format.md): every other file with its size and hash, the figures
 * of batch.json, and what came after 封批. Its version is that of the whole file: batch.json is frozen before its vouchers
 * are drawn, so it cannot tell where they stand. 1: a PDF for each voucher. 2: vouchers in volumes, their places listed.
 */
export const manifestFormat = 'sanbao-batch-manifest'
export const manifestVersions = [1, 2] as const

/** 第二经办人's confirmation when it came after 封批, so that the frozen batch.json cannot hold it (settled.md 17, 19). */
export const batchConfirmation = z.strictObject({ secondHandler: text(60), confirmedAt: instant })

/** Where the 保修作业凭证 of a claim stands. */
export const voucherPlace = z.strictObject({
  claimNo: text(60).meta({ description: '服务单号（索赔单号）' }),
  voucherNo: text(60).meta({ description: '保修作业凭证号（F16）' }),
  file: text(240).meta({ description: '压缩包内的文件名' }),
  page: z.int().min(1).meta({ description: '首页，从 1 起' }),
  pages: z.int().min(1).meta({ description: '页数' }),
})

const common = {
  format: z.literal(manifestFormat),
  manufacturerCode: code,
  stationCode: code,
  number: code,
  sealedAt: instant,
  confirmation: batchConfirmation.nullable().meta({ description: '封批之后第二经办人的确认' }),
  totals: batchTotals,
  entries: z.array(z.strictObject({ name: text(240), bytes: z.int().min(0).max(4_294_967_295), sha256 })).max(65_533),
}

export const batchManifest = z
  .discriminatedUnion('version', [
    z.strictObject({ ...common, version: z.literal(1) }),
    z.strictObject({
      ...common,
      version: z.literal(2),
      vouchers: z.array(voucherPlace).max(50_000).meta({ description: '各索赔单的凭证在哪个文件、从第几页起，次序同 batch.json' }),
    }),
  ])
  .meta({ title: '三包站索赔批次 manifest.json', description: '压缩包内其他每个文件的字节数与 SHA-256，次序同压缩包' })

export type BatchConfirmation = z.output<typeof batchConfirmation>
export type BatchManifest = z.output<typeof batchManifest>
export type VoucherPlace = z.output<typeof voucherPlace>
