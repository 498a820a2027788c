import { findPart } from '#db/queries/catalogue'
import { findRequestSubject } from '#db/queries/parts-requests'
import { findReturnedPart, listPackedParts } from '#db/queries/returned-parts'
import { listBoxes, type Manifest } from '#db/queries/manifests'
import type { Reader } from '#db/types'
import { localDateOf, type LocalDate } from '#domain/dates'
import type { ReturnListPaper } from '#forms/sh-zh/bd-17-return-list'
import type { ReturnManifestPaper } from '#forms/sh-zh/bd-31-return-manifest'
import { missing } from './define.ts'
import { paperBase } from './paper-base.ts'

function packedPieces(db: Reader, manifestId: number) {
  return listPackedParts(db, manifestId).map((row) => {
    const subject = findRequestSubject(db, row.workOrderId) ?? missing('工单')
    const piece = findReturnedPart(db, row.id) ?? missing('旧件')
    return {
      row,
      piece,
      order: subject.order,
      unit: subject.unit,
      repairedOn: subject.order.finishedAt === null ? null : localDateOf(subject.order.finishedAt),
    }
  })
}

/** 起止维修日期 as entered, but never narrower than the repairs on the list. */
function repairPeriod(
  { periodFrom, periodTo }: Manifest,
  repairs: readonly (LocalDate | null)[],
): { repairedFrom: LocalDate | null; repairedTo: LocalDate | null } {
  const known = (dates: readonly (LocalDate | null)[]): LocalDate[] => dates.filter((date) => date !== null).sort()
  return { repairedFrom: known([periodFrom, ...repairs])[0] ?? null, repairedTo: known([periodTo, ...repairs]).at(-1) ?? null }
}

/** F17 旧件明细表: one line for each label. `number` is '' while previewing. */
export function gatherReturnList(db: Reader, manifest: Manifest, number: string, today: LocalDate): ReturnListPaper {
  const pieces = packedPieces(db, manifest.id)
  return {
    ...paperBase(db, manifest.manufacturerId),
    manifestNo: number,
    returnedOn: today,
    ...repairPeriod(
      manifest,
      pieces.map(({ repairedOn }) => repairedOn),
    ),
    boxes: listBoxes(db, manifest.id).length,
    waybillNo: manifest.waybillNo,
    filledBy: manifest.preparedBy,
    lines: pieces.map(({ row, order, unit, repairedOn }) => ({
      voucherNo: row.voucherNo || row.workOrderNo,
      customerName: row.customerName,
      model: row.modelName,
      frameNo: row.frameNo,
      engineNo: unit.engineNo,
      purchasedOn: unit.purchasedOn,
      repairedOn,
      mileageKm: order.mileage,
      partCode: row.partCode,
      partName: row.partName,
      qty: row.qty,
      faultDesc: row.faultDesc,
    })),
  }
}

/** F31 三包索赔件返厂清单; 验收数量 is for the manufacturer. */
export function gatherReturnManifest(db: Reader, manifest: Manifest, number: string, today: LocalDate): ReturnManifestPaper {
  const pieces = packedPieces(db, manifest.id)
  return {
    ...paperBase(db, manifest.manufacturerId),
    manifestNo: number,
    date: today,
    packedBy: manifest.packer,
    waybillNo: manifest.waybillNo,
    shipMethod: manifest.method,
    piecesDue: pieces.reduce((sum, { row }) => sum + row.qty, 0),
    piecesReceived: null,
    packing: '',
    listState: '',
    lines: pieces.map(({ row, piece }) => ({
      voucherNo: row.voucherNo || row.workOrderNo,
      model: row.modelName,
      frameNo: row.frameNo,
      partCode: row.partCode,
      partName: row.partName,
      supplier: (piece.partId === null ? undefined : findPart(db, piece.partId))?.supplierName ?? '',
      faultDesc: row.faultDesc,
      qtySent: row.qty,
      qtyReceived: null,
      boxNo: String(row.boxNo ?? ''),
      labelNo: row.labelNo,
    })),
  }
}
