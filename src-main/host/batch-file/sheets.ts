import type { BatchClaim, BatchDocument } from '#contract/batch-document'
import type { BatchConfirmation, VoucherPlace } from '#contract/batch-manifest'
import { localDateOf, localTimeOf, type Instant } from '#domain/dates'
import { fen, plainFen } from '#domain/money'
import type { ColumnKind, WorkbookSheet } from '../workbook.ts'

type Cell = string | number | null
/** A column and how its cell is taken from the thing the row is about. */
type Column<Row> = readonly [heading: string, width: number, kind: ColumnKind, cell: (row: Row) => Cell]
/** A line together with the claim it belongs to. */
type Of<Line> = { readonly claim: BatchClaim; readonly line: Line }
type Outing = BatchClaim['outings'][number]
type FaultLevel = BatchClaim['faultSystem']

/** `2026-11-21 14:05` as the clock in the shop shows it; text, so that no program shifts it. */
function localMoment(moment: Instant | null): string | null {
  return moment === null ? null : `${localDateOf(moment)} ${localTimeOf(moment)}`
}

function yesNo(value: boolean): string {
  return value ? '是' : '否'
}

function faultColumns(label: string, pick: (claim: BatchClaim) => FaultLevel): Column<{ claim: BatchClaim }>[] {
  return [
    [`${label}代码`, 12, 'text', ({ claim }) => pick(claim)?.code ?? null],
    [label, 14, 'text', ({ claim }) => pick(claim)?.name ?? null],
  ]
}

/** A claim may have gone out more than once; its row shows all places, the first time and the sum of kilometres. */
function overOutings<T>(claim: BatchClaim, join: (outings: readonly Outing[]) => T): T | null {
  return claim.outings.length === 0 ? null : join(claim.outings)
}

function otherFeeText(claim: BatchClaim): string | null {
  const fees = claim.otherFees.map(
    ({ name, amountFen, note }) => `${name} ${plainFen(fen(amountFen))}${note === null ? '' : `（${note}）`}`,
  )
  return fees.length === 0 ? null : fees.join('；')
}

/** Where the voucher stands; blank where it is not enclosed. */
function voucherColumns(vouchers: readonly VoucherPlace[]): Column<{ claim: BatchClaim }>[] {
  const places = new Map(vouchers.map((place) => [place.claimNo, place]))
  return [
    ['凭证文件', 20, 'text', ({ claim }) => places.get(claim.no)?.file ?? null],
    ['凭证首页', 9, 'count', ({ claim }) => places.get(claim.no)?.page ?? null],
  ]
}

/** Order of domain.md §2.22 up to 备注; then what ties the row to the station's own papers. */
function claimColumns({ batch }: BatchDocument, vouchers: readonly VoucherPlace[] | null): Column<{ claim: BatchClaim }>[] {
  return [
    ['服务单号', 26, 'text', ({ claim }) => claim.no],
    ['厂方单号', 18, 'text', ({ claim }) => claim.oemNo],
    ['站代码', 10, 'text', () => batch.stationCode],
    ['站名称', 24, 'text', () => batch.stationName],
    ['单据类型', 14, 'text', ({ claim }) => claim.type.name],
    ['是否外出', 9, 'text', ({ claim }) => yesNo(claim.outings.length > 0)],
    ['改装情况', 14, 'text', ({ claim }) => claim.modification],
    ['报修日期', 12, 'text', ({ claim }) => claim.reportedOn],
    ['开单日期', 12, 'text', ({ claim }) => claim.openedOn],
    ['车架号', 22, 'text', ({ claim }) => claim.frameNo],
    ['发动机号', 18, 'text', ({ claim }) => claim.engineNo],
    ['车牌号', 12, 'text', ({ claim }) => claim.plateNo],
    ['车型', 18, 'text', ({ claim }) => claim.modelName],
    ['行驶里程', 10, 'count', ({ claim }) => claim.mileageKm],
    ['用途', 10, 'text', ({ claim }) => claim.usage?.name ?? null],
    ['购车日期', 12, 'text', ({ claim }) => claim.purchasedOn],
    ['用户姓名', 12, 'text', ({ claim }) => claim.customerName],
    ['用户电话', 15, 'text', ({ claim }) => claim.customerPhone],
    ['送修人', 12, 'text', ({ claim }) => claim.senderName],
    ['送修人电话', 15, 'text', ({ claim }) => claim.senderPhone],
    ['维修开始', 17, 'text', ({ claim }) => localMoment(claim.repairStartedAt)],
    ['维修结束', 17, 'text', ({ claim }) => localMoment(claim.repairFinishedAt)],
    ['质检员', 10, 'text', ({ claim }) => claim.inspector],
    ...faultColumns('故障系统', (claim) => claim.faultSystem),
    ...faultColumns('故障总成', (claim) => claim.faultAssembly),
    ...faultColumns('故障部件', (claim) => claim.faultPart),
    ...faultColumns('故障模式', (claim) => claim.faultMode),
    ['故障现象', 30, 'text', ({ claim }) => claim.faultDescription],
    ['原因分析', 30, 'text', ({ claim }) => claim.faultReason],
    ['处理结果', 30, 'text', ({ claim }) => claim.repairMethod],
    ['责任', 10, 'text', ({ claim }) => claim.responsibility?.name ?? null],
    ['外出地点', 20, 'text', ({ claim }) => overOutings(claim, (outings) => outings.map(({ place }) => place).join('；'))],
    ['外出时间', 17, 'text', ({ claim }) => overOutings(claim, ([first]) => localMoment(first?.at ?? null))],
    ['外出里程', 10, 'count', ({ claim }) => overOutings(claim, (outings) => outings.reduce((sum, { drivenKm }) => sum + drivenKm, 0))],
    ['外出人数', 10, 'count', ({ claim }) => overOutings(claim, (outings) => Math.max(...outings.map(({ people }) => people)))],
    ['材料费', 11, 'money', ({ claim }) => claim.amounts.partsFen],
    ['工时费', 11, 'money', ({ claim }) => claim.amounts.labourFen],
    ['外出费', 11, 'money', ({ claim }) => claim.amounts.outingFen],
    ['其他费', 11, 'money', ({ claim }) => claim.amounts.otherFen],
    ['合计', 12, 'money', ({ claim }) => claim.amounts.totalFen],
    ['特批号', 14, 'text', ({ claim }) => claim.approvalNo],
    ['备注', 24, 'text', ({ claim }) => claim.note],
    ['凭证号', 26, 'text', ({ claim }) => claim.voucherNo],
    ...(vouchers === null ? [] : voucherColumns(vouchers)),
    ['工单号', 26, 'text', ({ claim }) => claim.workOrderNo],
    ['维修类别', 12, 'text', ({ claim }) => claim.repairType.name],
    ['车型代码', 14, 'text', ({ claim }) => claim.modelCode],
    ['其他费明细', 24, 'text', ({ claim }) => otherFeeText(claim)],
  ]
}

const claimNo = ['服务单号', 26, 'text', ({ claim }: { claim: BatchClaim }) => claim.no] as const

const partColumns: Column<Of<BatchClaim['partLines'][number]>>[] = [
  claimNo,
  ['行号', 6, 'count', ({ line }) => line.line],
  ['零件编号', 20, 'text', ({ line }) => line.partCode],
  ['零件名称', 24, 'text', ({ line }) => line.partName],
  ['单位', 6, 'text', ({ line }) => line.unit],
  ['数量', 7, 'count', ({ line }) => line.quantity],
  ['单价', 11, 'money', ({ line }) => line.priceFen],
  ['金额', 11, 'money', ({ line }) => line.amountFen],
  ['供货方式', 12, 'text', ({ line }) => line.supplyMode.name],
  ['故障模式', 12, 'text', ({ line }) => line.faultMode?.name ?? null],
  ['主因件', 8, 'text', ({ line }) => yesNo(line.isMain)],
  ['新件编号', 18, 'text', ({ line }) => line.newSerial],
  ['旧件编号', 18, 'text', ({ line }) => line.oldSerial],
  ['旧件须返厂', 11, 'text', ({ line }) => yesNo(line.oldPartRequired)],
  ['备注', 24, 'text', ({ line }) => line.note],
]

const labourColumns: Column<Of<BatchClaim['labourLines'][number]>>[] = [
  claimNo,
  ['行号', 6, 'count', ({ line }) => line.line],
  ['工时代码', 16, 'text', ({ line }) => line.labourCode],
  ['维修项目', 30, 'text', ({ line }) => line.labourName],
  ['工时', 8, 'hundredths', ({ line }) => line.hours],
  ['工时单价', 11, 'money', ({ line }) => line.rateFen],
  ['金额', 11, 'money', ({ line }) => line.amountFen],
  ['修理工', 12, 'text', ({ line }) => line.technician],
]

const outingColumns: Column<Of<Outing>>[] = [
  claimNo,
  ['行号', 6, 'count', ({ line }) => line.line],
  ['外出地点', 24, 'text', ({ line }) => line.place],
  ['外出时间', 17, 'text', ({ line }) => localMoment(line.at)],
  ['单程里程', 10, 'count', ({ line }) => line.oneWayKm],
  ['行驶里程', 10, 'count', ({ line }) => line.drivenKm],
  ['人数', 7, 'count', ({ line }) => line.people],
  ['天数', 7, 'count', ({ line }) => line.days],
  ['夜数', 7, 'count', ({ line }) => line.nights],
  ['里程费', 11, 'money', ({ line }) => line.mileageFen],
  ['交通费', 11, 'money', ({ line }) => line.faresFen],
  ['伙食费', 11, 'money', ({ line }) => line.mealFen],
  ['住宿费', 11, 'money', ({ line }) => line.lodgingFen],
  ['杂费', 11, 'money', ({ line }) => line.miscFen],
  ['合计', 11, 'money', ({ line }) => line.amountFen],
]

const oldPartColumns: Column<Of<BatchClaim['oldParts'][number]>>[] = [
  claimNo,
  ['零件行号', 9, 'count', ({ line }) => line.partLine],
  ['标签号', 22, 'text', ({ line }) => line.labelNo],
  ['零件编号', 20, 'text', ({ line }) => line.partCode],
  ['零件名称', 24, 'text', ({ line }) => line.partName],
  ['数量', 7, 'count', ({ line }) => line.quantity],
  ['旧件编号', 18, 'text', ({ line }) => line.serial],
  ['故障描述', 30, 'text', ({ line }) => line.faultDescription],
  ['贴标签时间', 17, 'text', ({ line }) => localMoment(line.labelledAt)],
  ['箱号', 12, 'text', ({ line }) => line.boxNo],
  ['返厂清单号', 26, 'text', ({ line }) => line.manifestNo],
  ['免回收', 14, 'text', ({ line }) => line.exempt.name],
  ['旧件状态', 12, 'text', ({ line }) => line.status.name],
]

const attachmentColumns: Column<Of<BatchClaim['attachments'][number]>>[] = [
  claimNo,
  ['文件名', 40, 'text', ({ line }) => line.name],
  ['字节数', 12, 'count', ({ line }) => line.bytes],
  ['SHA-256', 68, 'text', ({ line }) => line.sha256],
]

type BatchRow = { readonly document: BatchDocument; readonly hash: string; readonly secondHandler: string | null }

const batchColumns: Column<BatchRow>[] = [
  ['厂方代码', 10, 'text', ({ document }) => document.batch.manufacturerCode],
  ['厂方名称', 24, 'text', ({ document }) => document.batch.manufacturerName],
  ['站代码', 10, 'text', ({ document }) => document.batch.stationCode],
  ['站名称', 24, 'text', ({ document }) => document.batch.stationName],
  ['批次号', 26, 'text', ({ document }) => document.batch.number],
  ['期间自', 12, 'text', ({ document }) => document.batch.periodFrom],
  ['期间至', 12, 'text', ({ document }) => document.batch.periodTo],
  ['封批时间', 17, 'text', ({ document }) => localMoment(document.batch.sealedAt)],
  ['经办人', 10, 'text', ({ document }) => document.batch.handler],
  ['第二经办人', 11, 'text', ({ secondHandler }) => secondHandler],
  ['单人站', 8, 'text', ({ document }) => yesNo(document.batch.singlePersonStation)],
  ['索赔单数', 9, 'count', ({ document }) => document.totals.claims],
  ['零件行数', 9, 'count', ({ document }) => document.totals.partLines],
  ['工时行数', 9, 'count', ({ document }) => document.totals.labourLines],
  ['外出行数', 9, 'count', ({ document }) => document.totals.outings],
  ['旧件数', 9, 'count', ({ document }) => document.totals.oldParts],
  ['附件数', 9, 'count', ({ document }) => document.totals.attachments],
  ['材料费', 13, 'money', ({ document }) => document.totals.amounts.partsFen],
  ['工时费', 13, 'money', ({ document }) => document.totals.amounts.labourFen],
  ['外出费', 13, 'money', ({ document }) => document.totals.amounts.outingFen],
  ['其他费', 13, 'money', ({ document }) => document.totals.amounts.otherFen],
  ['合计', 14, 'money', ({ document }) => document.totals.amounts.totalFen],
  ['batch.json 的 SHA-256', 68, 'text', ({ hash }) => hash],
]

function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): WorkbookSheet {
  // a million cells are not kept until they are written
  const cells = function* (): Generator<Cell[]> {
    for (const row of rows) yield columns.map(([, , , cell]) => cell(row))
  }
  return {
    name,
    columns: columns.map(([heading, width, kind]) => ({ heading, width, kind })),
    rows: { length: rows.length, [Symbol.iterator]: cells },
  }
}

function linesOf<Line>(document: BatchDocument, pick: (claim: BatchClaim) => readonly Line[]): Of<Line>[] {
  return document.claims.flatMap((claim) => pick(claim).map((line) => ({ claim, line })))
}

/** The seven sheets of batch.xlsx (domain.md §2.22). `hash` is that of batch.json. `vouchers` null: version 1 of the file, which does not tell their places. */
export function batchSheets(
  document: BatchDocument,
  hash: string,
  confirmation: BatchConfirmation | null,
  vouchers: readonly VoucherPlace[] | null,
): WorkbookSheet[] {
  const secondHandler = document.batch.secondHandler ?? confirmation?.secondHandler ?? null
  return [
    sheetOf('批次', batchColumns, [{ document, hash, secondHandler }]),
    sheetOf(
      '索赔单',
      claimColumns(document, vouchers),
      document.claims.map((claim) => ({ claim })),
    ),
    sheetOf(
      '零件',
      partColumns,
      linesOf(document, ({ partLines }) => partLines),
    ),
    sheetOf(
      '工时',
      labourColumns,
      linesOf(document, ({ labourLines }) => labourLines),
    ),
    sheetOf(
      '外出',
      outingColumns,
      linesOf(document, ({ outings }) => outings),
    ),
    sheetOf(
      '旧件',
      oldPartColumns,
      linesOf(document, ({ oldParts }) => oldParts),
    ),
    sheetOf(
      '附件',
      attachmentColumns,
      linesOf(document, ({ attachments }) => attachments),
    ),
  ]
}
