import { z } from 'zod'
import { isInstant, isLocalDate } from '#domain/dates'
import {
  claimType,
  codesOf,
  faultMode,
  repairType,
  responsibility,
  returnedPartStatus,
  returnExempt,
  supplyMode,
  usage,
} from '#domain/words'

/**
 * batch.json of the claim batch file, format `sanbao-batch` version 1 (docs/batch-format.md; domain.md §2.22). Plain
 * data: amounts are whole 分, hours whole 1/100 h, distances whole km, moments UTC. A changed shape is a new version.
 */
export const batchFormat = 'sanbao-batch'
export const batchVersion = 1

const count = z.int().min(0).max(1_000_000)
/** 分; a batch may add up to ten milliards of yuan and is still exact. */
const fen = z.int().min(0).max(1_000_000_000_000).meta({ description: '金额，单位：分' })
const km = z.int().min(0).max(999_999).meta({ description: '公里' })
/** Line breaks and tabs only; no other control characters and no half characters. */
const textForm = /^(?:[^\p{Cc}\p{Cs}\uFFFE\uFFFF]|[\n\t])+$/u
export const text = (max: number) =>
  z.string().min(1, '不能为空').max(max, `最多 ${max} 个字`).regex(textForm, '不能为空，也不能有控制字符或半个字符')
/** Becomes part of a file name, so nothing that a file system or a shell reads otherwise. */
export const code = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u, '只能用文字、数字，中间可有点、下划线、减号')
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '应是 64 位小写十六进制')
const localDate = z
  .string()
  .regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '日期应写成 2026-11-21')
  .refine(isLocalDate, '没有这一天')
  .meta({ description: '日期，北京时间' })
export const instant = z
  .string()
  .regex(
    /^(?:19[89]|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
    '时刻应写成 2026-11-21T06:05:00.000Z',
  )
  .refine(isInstant, '没有这个时刻')
  .meta({ description: '时刻，UTC' })
const fileName = z
  .string()
  .max(120)
  .regex(
    /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|.\s](?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]*[^\p{Cc}\p{Cs}/\\:*?"<>|.\s])?$/u,
    '不能用作文件名',
  )

/** A word of a list: our code and the Chinese word as it stood when the batch was sealed. */
const word = <T extends object>(words: T) => z.strictObject({ code: z.enum(codesOf(words)), name: text(60) })
/** A word of the maker's fault tree; `code` null when the station wrote it freely. */
const faultWord = z.strictObject({ code: text(40).nullable(), name: text(60) })

export const batchAmounts = z.strictObject({
  partsFen: fen.meta({ description: '材料费（分）' }),
  labourFen: fen.meta({ description: '工时费（分）' }),
  outingFen: fen.meta({ description: '外出费（分）' }),
  otherFen: fen.meta({ description: '其他费（分）' }),
  totalFen: fen.meta({ description: '合计（分）' }),
})

export const batchPartLine = z.strictObject({
  line: z.int().min(1).meta({ description: '行号，从 1 起' }),
  partCode: text(60).nullable().meta({ description: '零件编号；目录外件可为 null' }),
  partName: text(80),
  unit: text(10).nullable(),
  quantity: z.int().min(1).max(9999),
  priceFen: fen.meta({ description: '单价（分）' }),
  amountFen: fen.meta({ description: '数量 × 单价（分）' }),
  supplyMode: word(supplyMode),
  faultMode: word(faultMode).nullable(),
  isMain: z.boolean().meta({ description: '主因件' }),
  newSerial: text(60).nullable(),
  oldSerial: text(60).nullable(),
  oldPartRequired: z.boolean().meta({ description: '旧件须返厂' }),
  note: text(500).nullable(),
})

export const batchLabourLine = z.strictObject({
  line: z.int().min(1),
  labourCode: text(60).nullable(),
  labourName: text(120),
  hours: z.int().min(0).max(99_900).meta({ description: '工时，单位：百分之一小时' }),
  rateFen: fen.meta({ description: '工时单价（分/小时）' }),
  amountFen: fen.meta({ description: '工时 × 单价，分以下四舍五入' }),
  technician: text(60).nullable(),
})

export const batchOuting = z.strictObject({
  line: z.int().min(1),
  place: text(200),
  at: instant.nullable().meta({ description: '外出时间' }),
  oneWayKm: km.meta({ description: '单程里程' }),
  drivenKm: km.meta({ description: '实际行驶里程' }),
  people: z.int().min(1).max(99),
  days: z.int().min(0).max(99),
  nights: z.int().min(0).max(99),
  mileageFen: fen.meta({ description: '里程费（分）' }),
  faresFen: fen.meta({ description: '交通费（分）' }),
  mealFen: fen.meta({ description: '伙食费（分）' }),
  lodgingFen: fen.meta({ description: '住宿费（分）' }),
  miscFen: fen.meta({ description: '外出杂费（分）' }),
  amountFen: fen.meta({ description: '外出各项之和（分）' }),
})

export const batchOldPart = z.strictObject({
  partLine: z.int().min(1).meta({ description: '所属零件行号' }),
  labelNo: text(60).nullable().meta({ description: '标签号；免回收件为 null' }),
  partCode: text(60).nullable(),
  partName: text(80),
  quantity: z.int().min(1).max(9999),
  serial: text(60).nullable(),
  faultDescription: text(500).nullable(),
  labelledAt: instant.nullable(),
  boxNo: text(60).nullable(),
  manifestNo: text(60).nullable().meta({ description: '返厂清单号' }),
  exempt: word(returnExempt),
  status: word(returnedPartStatus).meta({ description: '封批时旧件的状态' }),
})

export const batchAttachment = z.strictObject({
  name: fileName.meta({ description: '压缩包内 attachments/ 之下的文件名' }),
  sha256,
  bytes: z.int().min(0).max(4_294_967_295),
})

export const batchClaim = z.strictObject({
  no: text(60).meta({ description: '服务单号（索赔单号），审核结果按它对回' }),
  workOrderNo: text(60).meta({ description: '工单号' }),
  voucherNo: text(60).nullable().meta({ description: '保修作业凭证号（F16）' }),
  oemNo: text(60).nullable().meta({ description: '厂方单号' }),
  type: word(claimType).meta({ description: '单据类型' }),
  repairType: word(repairType).meta({ description: '维修类别' }),
  modification: text(500).nullable().meta({ description: '改装情况' }),
  reportedOn: localDate.meta({ description: '报修日期' }),
  openedOn: localDate.meta({ description: '开单日期' }),
  frameNo: text(40).meta({ description: '车架号' }),
  engineNo: text(40).nullable(),
  plateNo: text(20).nullable(),
  modelCode: text(60).nullable(),
  modelName: text(80),
  mileageKm: km.nullable(),
  usage: word(usage).nullable(),
  purchasedOn: localDate.nullable(),
  customerName: text(80),
  customerPhone: text(40).nullable(),
  senderName: text(80).nullable(),
  senderPhone: text(40).nullable(),
  repairStartedAt: instant.nullable(),
  repairFinishedAt: instant.meta({ description: '完工时间' }),
  inspector: text(60).nullable().meta({ description: '质检员' }),
  faultSystem: faultWord.nullable(),
  faultAssembly: faultWord.nullable(),
  faultPart: faultWord.nullable(),
  faultMode: faultWord.nullable(),
  faultDescription: text(500).meta({ description: '故障现象' }),
  faultReason: text(500).meta({ description: '原因分析' }),
  repairMethod: text(500).meta({ description: '处理结果' }),
  responsibility: word(responsibility).nullable(),
  approvalNo: text(60).nullable().meta({ description: '特批号' }),
  note: text(500).nullable(),
  amounts: batchAmounts,
  partLines: z.array(batchPartLine).max(500),
  labourLines: z.array(batchLabourLine).max(500),
  outings: z.array(batchOuting).max(50),
  otherFees: z.array(z.strictObject({ name: text(60), amountFen: fen, note: text(200).nullable() })).max(50),
  oldParts: z.array(batchOldPart).max(2000),
  attachments: z.array(batchAttachment).max(200),
})

export const batchTotals = z.strictObject({
  claims: count.meta({ description: '索赔单数' }),
  partLines: count,
  labourLines: count,
  outings: count,
  oldParts: count,
  attachments: count,
  amounts: batchAmounts,
})

export const batchHeader = z.strictObject({
  manufacturerCode: code,
  manufacturerName: text(120),
  stationCode: code,
  stationName: text(120),
  number: code.meta({ description: '批次号' }),
  periodFrom: localDate,
  periodTo: localDate,
  sealedAt: instant.meta({ description: '封批时刻；包内一切文件时间都用它' }),
  handler: text(60).meta({ description: '经办人' }),
  secondHandler: text(60).nullable().meta({ description: '第二经办人；封批后才确认的记在 manifest.json' }),
  singlePersonStation: z.boolean().meta({ description: '单人站' }),
})

const mostClaims = 50_000

export const batchDocument = z
  .strictObject({
    format: z.literal(batchFormat),
    version: z.literal(batchVersion),
    batch: batchHeader,
    totals: batchTotals,
    claims: z.array(batchClaim).max(mostClaims),
  })
  .meta({
    title: '三包站索赔批次 batch.json',
    description: '金额单位为分，工时为百分之一小时，距离为公里；没有的内容写 null。规范写法见 docs/batch-format.md',
  })

/** All of it but its claims, which are then looked at one by one: zod copies what it checks, and 10,000 of them would take a hundred megabytes. */
export const batchFrame = batchDocument.extend({ claims: z.array(z.unknown()).max(mostClaims) })

export type BatchDocument = z.output<typeof batchDocument>
export type BatchHeader = BatchDocument['batch']
export type BatchClaim = BatchDocument['claims'][number]
export type BatchTotals = BatchDocument['totals']
export type BatchAmounts = BatchTotals['amounts']

/** Counts and sums over the claims, as the header states them. Amounts in 分. */
export function totalsOf(claims: readonly BatchClaim[]): BatchTotals {
  const sum = (pick: (claim: BatchClaim) => number) => claims.reduce((total, claim) => total + pick(claim), 0)
  return {
    claims: claims.length,
    partLines: sum((claim) => claim.partLines.length),
    labourLines: sum((claim) => claim.labourLines.length),
    outings: sum((claim) => claim.outings.length),
    oldParts: sum((claim) => claim.oldParts.length),
    attachments: sum((claim) => claim.attachments.length),
    amounts: {
      partsFen: sum(({ amounts }) => amounts.partsFen),
      labourFen: sum(({ amounts }) => amounts.labourFen),
      outingFen: sum(({ amounts }) => amounts.outingFen),
      otherFen: sum(({ amounts }) => amounts.otherFen),
      totalFen: sum(({ amounts }) => amounts.totalFen),
    },
  }
}

/** The document to freeze at 封批: format, version, and the counts and sums computed here. */
export function batchDocumentOf(batch: BatchHeader, claims: readonly BatchClaim[]): BatchDocument {
  return { format: batchFormat, version: batchVersion, batch, totals: totalsOf(claims), claims: [...claims] }
}

/** Whether every key stands where the canonical form has it, and every number is whole. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  let before: string | null = null
  for (const [key, inner] of Object.entries(value)) {
    if ((before !== null && key < before) || !isInOrder(inner)) return false
    before = key
  }
  return true
}

/**
 * The one way to write the document (and the manifest): RFC 8785 for our data, that is keys in code-unit order, no
 * blanks, whole numbers, minimal escapes. The bytes are its UTF-8. What is in order already, as everything read from a
 * canonical file is, JavaScript writes itself: 10,000 claims in a third of the time. @throws RangeError for a number that is not whole.
 */
export function canonicalText(value: unknown): string {
  if (isInOrder(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(',')}}`
  }
  throw new RangeError(`not a whole number: ${String(value)}`)
}

/** `canonicalText` in pieces, each a member of the document or one of its claims: of 10,000 claims the whole takes a hundred megabytes. */
export function* canonicalPieces(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return yield canonicalText(value)
  const isList = Array.isArray(value)
  yield isList ? '[' : '{'
  let comma = ''
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => (isList ? 0 : a < b ? -1 : 1))) {
    yield isList ? comma : `${comma}${JSON.stringify(key)}:`
    comma = ','
    if (Array.isArray(inner)) yield* canonicalPieces(inner)
    else yield canonicalText(inner)
  }
  yield isList ? ']' : '}'
}
