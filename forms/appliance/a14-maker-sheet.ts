import type { FillContent } from '#domain/form-fill'
import { type MakerSheet, type SheetField, type SheetSource, usualSheet } from '#domain/maker-sheet'
import { sheetDatum } from '#domain/words'
import { placedFor } from '../placed.ts'
import { plainWords } from '../plain-words.ts'

const title = '各工厂退换机申请表'
const [left, labelWidth, rowHeight] = [200, 240, 60]

function fixed(id: string, words: string, x: number, y: number, width: number, size = 10): SheetField {
  return { id, source: 'fixed', words, x, y, width, height: rowHeight, size, align: 'left' }
}

/** What a row says and, beside it, what is filled in. */
function row(source: Exclude<SheetSource, 'fixed' | 'free'>, nth: number, height = rowHeight): readonly SheetField[] {
  const y = 420 + nth * 110
  return [
    fixed(`${source}-label`, `${sheetDatum[source]}：`, left, y, labelWidth),
    { id: source, source, words: '', x: left + labelWidth, y, width: 1400, height, size: 10, align: 'left' },
  ]
}

/** A plain sheet for manufacturers that have none of their own; one that has is laid over its picture instead. */
const standardSheet: MakerSheet = {
  ...usualSheet,
  background: null,
  fields: [
    { id: 'title', source: 'fixed', words: title, x: 200, y: 200, width: 1700, height: 120, size: 18, align: 'centre' },
    ...(
      [
        'number',
        'filledOn',
        'stationName',
        'customerName',
        'customerPhone',
        'customerAddress',
        'model',
        'frameNo',
        'engineNo',
        'purchasedOn',
        'invoiceNo',
        'orderNo',
        'kind',
      ] as const
    ).flatMap((source, nth) => row(source, nth)),
    ...row('finding', 13, 280),
    ...row('decision', 16, 280),
    fixed('applicant', '申请人：', left, 2500, 600),
    fixed('approver', '厂方意见：', left + 800, 2500, 600),
  ],
}

/** 各工厂退换机申请表 (domain.md A14): the manufacturer's own sheet as a picture, with fields placed on it. */
export const makerSheet = placedFor(
  { id: 'A14', version: 1, profiles: ['A4P'], words: plainWords(title, 'A14', ['厂方', '本站留存'], []) },
  standardSheet,
)

export const makerSheetSample: FillContent = {
  values: {
    filledOn: '2026-11-12',
    filledBy: '张卫东',
    stationName: '济南历下顺达摩托车维修服务站',
    stationCode: 'SD0731',
    stationPhone: '0531-8895 1234',
    stationAddress: '济南市历下区山大路 27 号',
    customerName: '钱晓犇',
    customerPhone: '138 5312 4567',
    customerAddress: '济南市历下区山大路 27 号',
    model: 'QM150-3A',
    frameNo: 'LAELJ1506R2A11842',
    engineNo: '162FMJ24A11842',
    plateNo: '鲁A8K271',
    color: '红',
    manufacturedOn: '2026-06-18',
    purchasedOn: '2026-08-20',
    invoiceNo: '03712345',
    mileageKm: 1960,
    orderNo: 'SD0731-WO-202611-0031',
    voucherNo: 'SD0731-BD16-202611-0007',
    claimNo: 'SD0731-CL-202611-0003',
    receivedAt: '2026-11-16 09:10',
    finishedAt: '2026-11-18 16:40',
    statement: '冷车起动困难，行驶中偶发熄火。',
    finding: '点火线圈次级断路，壳体有裂纹进水。',
    measure: '更换点火线圈，试车正常。',
    partNames: '点火线圈总成 ×1、高压帽 ×1',
    technician: '张卫东',
    inWarranty: '是',
    kind: '换车',
    decision: '同一主要故障修理两次仍不能正常使用，申请换同型号车。',
    newModel: 'QM150-3A',
    newSerial: 'LAELJ1506R2A12077',
    difference: 0,
    wear: 0,
  },
  tables: {},
}
