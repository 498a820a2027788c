import { createHash } from 'node:crypto'
import { batchDocumentOf, type BatchClaim, type BatchDocument, type BatchHeader } from '#contract/batch-document'
import type { BatchConfirmation } from '#contract/batch-manifest'
import { instant, localDate } from '#domain/dates'
import type { Problem } from '#domain/errors'
import { say } from '#domain/sentences/index'
import { batchFilePieces, type Paper } from '#host/batch-file/build'
import { batchHash, canonicalJson } from '#host/batch-file/canonical'
import { openDocument } from '#host/batch-file/document'
import { createPdfFile } from '#host/pdf/pdf-file'
import { paperName, volumeName } from '#host/batch-file/names'
import type { ZipEntry } from '#host/batch-file/zip'

export const sampleHeader: BatchHeader = {
  manufacturerCode: 'DEMO',
  manufacturerName: '示例摩托车有限公司',
  stationCode: 'SD0731',
  stationName: '长沙示例特约维修站',
  number: 'SD0731-BATCH-202611-0001',
  periodFrom: localDate('2026-11-01'),
  periodTo: localDate('2026-11-30'),
  sealedAt: instant('2026-11-22T06:05:09.000Z'),
  handler: '赟姐',
  secondHandler: '李犇',
  singlePersonStation: false,
}

export const samplePhoto = new TextEncoder().encode('not really a photo, but bytes all the same')

const vouchers = ['SD0731-BD16-202611-0001', 'SD0731-BD16-202611-0002'] as const

/** A claim with every kind of line, rare characters and texts that Excel would like to compute. */
export const fullClaim: BatchClaim = {
  no: 'SD0731-CLAIM-202611-0001',
  workOrderNo: 'SD0731-WO-202611-0001',
  voucherNo: vouchers[0],
  oemNo: '000123',
  type: { code: 'outing', name: '外出维修' },
  repairType: { code: 'outing', name: '外出维修' },
  modification: null,
  reportedOn: localDate('2026-11-03'),
  openedOn: localDate('2026-11-04'),
  frameNo: 'LZZ1BLMJ4TJ465057',
  engineNo: '164FML*00012345',
  plateNo: '湘A12345',
  modelCode: 'DM150-3',
  modelName: 'DM150-3 骑士',
  mileageKm: 3201,
  usage: { code: 'own', name: '自用' },
  purchasedOn: localDate('2026-01-05'),
  customerName: '𬭎䶮喆',
  customerPhone: '13800000000',
  senderName: '-王小明',
  senderPhone: '0731-88888888',
  repairStartedAt: instant('2026-11-04T01:30:00.000Z'),
  repairFinishedAt: instant('2026-11-04T16:30:00.000Z'),
  inspector: '张三',
  faultSystem: { code: 'EL', name: '电器系统' },
  faultAssembly: { code: null, name: '点火' },
  faultPart: null,
  faultMode: { code: 'burnt', name: '烧蚀' },
  faultDescription: '=1+1 行驶中熄火，\n不易启动 😀',
  faultReason: '点火线圈内部烧蚀',
  repairMethod: '更换点火线圈，试车正常',
  responsibility: { code: 'maker', name: '制造厂' },
  approvalNo: null,
  note: '@备注 #N/A',
  amounts: { partsFen: 25_680, labourFen: 4_013, outingFen: 15_000, otherFen: 2_000, totalFen: 46_693 },
  partLines: [
    {
      line: 1,
      partCode: '00310-M3-000',
      partName: '点火线圈',
      unit: '只',
      quantity: 2,
      priceFen: 12_840,
      amountFen: 25_680,
      supplyMode: { code: 'stock', name: '储备' },
      faultMode: { code: 'burnt', name: '烧蚀' },
      isMain: true,
      newSerial: '900719925474099312',
      oldSerial: null,
      oldPartRequired: true,
      note: '#REF!',
    },
  ],
  labourLines: [
    { line: 1, labourCode: 'L-0101', labourName: '更换点火线圈', hours: 75, rateFen: 5_350, amountFen: 4_013, technician: '王喆' },
  ],
  outings: [
    {
      line: 1,
      place: '浏阳市_x0041_镇',
      at: instant('2026-11-04T01:00:00.000Z'),
      oneWayKm: 30,
      drivenKm: 60,
      people: 2,
      days: 1,
      nights: 0,
      mileageFen: 6_000,
      faresFen: 3_000,
      mealFen: 6_000,
      lodgingFen: 0,
      miscFen: 0,
      amountFen: 15_000,
    },
  ],
  otherFees: [{ name: '拖车费', amountFen: 2_000, note: '5 公里' }],
  oldParts: [
    {
      partLine: 1,
      labelNo: 'SD0731261100001',
      partCode: '00310-M3-000',
      partName: '点火线圈',
      quantity: 1,
      serial: null,
      faultDescription: '烧蚀',
      labelledAt: instant('2026-11-05T02:00:00.000Z'),
      boxNo: '1',
      manifestNo: 'SD0731-BD31-202611-0001',
      exempt: { code: 'no', name: '否' },
      status: { code: 'shipped', name: '已发运' },
    },
    {
      partLine: 1,
      labelNo: null,
      partCode: '00310-M3-000',
      partName: '点火线圈',
      quantity: 1,
      serial: null,
      faultDescription: null,
      labelledAt: null,
      boxNo: null,
      manifestNo: null,
      exempt: { code: 'smallPart', name: '小件免回收' },
      status: { code: 'exempt', name: '免回收' },
    },
  ],
  attachments: [{ name: '照片 1.jpg', sha256: createHash('sha256').update(samplePhoto).digest('hex'), bytes: samplePhoto.byteLength }],
}

/** A claim in which everything that may be absent is absent. */
export const bareClaim: BatchClaim = {
  ...fullClaim,
  no: 'SD0731-CLAIM-202611-0002',
  workOrderNo: 'SD0731-WO-202611-0002',
  voucherNo: vouchers[1],
  oemNo: null,
  type: { code: 'general', name: '一般维修' },
  repairType: { code: 'general', name: '一般维修' },
  engineNo: null,
  plateNo: null,
  modelCode: null,
  mileageKm: null,
  usage: null,
  purchasedOn: null,
  customerPhone: null,
  senderName: null,
  senderPhone: null,
  repairStartedAt: null,
  inspector: null,
  faultSystem: null,
  faultAssembly: null,
  faultMode: null,
  faultDescription: '前减震渗油',
  faultReason: '油封老化',
  repairMethod: '更换油封',
  responsibility: null,
  note: null,
  amounts: { partsFen: 0, labourFen: 3_000, outingFen: 0, otherFen: 0, totalFen: 3_000 },
  partLines: [],
  labourLines: [{ line: 1, labourCode: null, labourName: '更换前减震油封', hours: 60, rateFen: 5_000, amountFen: 3_000, technician: null }],
  outings: [],
  otherFees: [],
  oldParts: [],
  attachments: [],
}

export const sampleDocument: BatchDocument = batchDocumentOf(sampleHeader, [fullClaim, bareClaim])

/** Blank pages, as the program writes them. */
export function blankPdf(title: string, pages: number): Uint8Array {
  const pieces: Uint8Array[] = []
  const file = createPdfFile((piece) => pieces.push(piece))
  const tree = file.reserve()
  const kids = Array.from({ length: pages }, () => file.put(`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Resources<<>>>>`))
  file.put(`<</Type/Pages/Count ${pages}/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`, tree)
  file.finish(file.put(`<</Type/Catalog/Pages ${tree} 0 R>>`), file.put(`<</Title(${title})>>`))
  return Buffer.concat(pieces)
}

/** What the program would be given for `document`: its vouchers in volumes of two pages each, `perVolume` in one. */
export type Given = {
  readonly document: BatchDocument
  readonly papers: readonly Paper[]
  readonly attachments: readonly ZipEntry[]
  readonly confirmation: BatchConfirmation | null
}

export function sampleInput(document: BatchDocument = sampleDocument, perVolume = 1): Given {
  const vouchers = document.claims.flatMap(({ no, voucherNo }) => (voucherNo === null ? [] : [{ claimNo: no, voucherNo }]))
  const volumes = Array.from({ length: Math.ceil(vouchers.length / perVolume) }, (_, nth) =>
    vouchers.slice(nth * perVolume, (nth + 1) * perVolume),
  )
  return {
    document,
    confirmation: null,
    papers: [
      { name: paperName('F19', 'SD0731-BD19-202611-0001'), bytes: blankPdf('F19', 1), vouchers: [] },
      ...volumes.map((portion, nth): Paper => {
        const name = volumeName(nth + 1)
        return {
          name,
          bytes: blankPdf(name, 2 * portion.length),
          vouchers: portion.map((voucher, place) => ({ ...voucher, file: name, page: 1 + place * 2, pages: 2 })),
        }
      }),
    ],
    attachments: document.claims.flatMap(({ attachments }) => attachments.map(({ name }) => ({ name, bytes: samplePhoto }))),
  }
}

/** The batch file of these parts in one piece, with the hashes of the whole and of batch.json; the problems when it may not be made. */
export async function builtFile({
  document,
  papers,
  attachments,
  confirmation,
}: Given): Promise<{ bytes: Uint8Array; sha256: string; hash: string } | { problems: readonly Problem[] }> {
  const json = canonicalJson(document)
  const opened = openDocument(json, confirmation)
  if ('problems' in opened) return opened
  const pieces: Uint8Array[] = []
  for await (const piece of batchFilePieces({ document, json, workbook: opened.workbook, papers, attachments, confirmation }))
    pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  return { bytes, sha256: batchHash(bytes), hash: batchHash(json) }
}

export async function goodFile(given: Given = sampleInput()): Promise<{ bytes: Uint8Array; sha256: string; hash: string }> {
  const built = await builtFile(given)
  if ('problems' in built) throw new Error(built.problems.map(say).join())
  return built
}
