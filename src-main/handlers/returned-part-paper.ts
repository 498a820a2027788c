import { findPart } from '#db/queries/catalogue'
import { findRequestSubject } from '#db/queries/parts-requests'
import type { ReturnedPart } from '#db/queries/returned-parts'
import type { Reader } from '#db/types'
import { localDateOf } from '#domain/dates'
import type { PartLabelPaper } from '#forms/sh-zh/bd-27-part-label'
import type { FaultTagPaper } from '#forms/sh-zh/bd-30-fault-tag'
import { missing } from './define.ts'
import { paperBase } from './paper-base.ts'

/** What both labels say of the order and the vehicle. */
function origins(db: Reader, piece: ReturnedPart) {
  const subject = findRequestSubject(db, piece.workOrderId) ?? missing('工单')
  const { order, customer, unit } = subject
  return {
    order,
    customer,
    facts: {
      ...paperBase(db, piece.manufacturerId),
      model: unit.modelName,
      purchasedOn: unit.purchasedOn,
      engineNo: unit.engineNo,
      frameNo: unit.frameNo,
      mileageKm: order.mileage,
      repairedOn: order.finishedAt === null ? null : localDateOf(order.finishedAt),
      partName: piece.partName,
      partCode: piece.partCode,
    },
  }
}

/** F27 保修零部件鉴别标签. */
export function gatherPartLabel(db: Reader, piece: ReturnedPart, labelNo: string): PartLabelPaper {
  return { ...origins(db, piece).facts, labelNo, preliminary: piece.preliminary, origin: piece.origin }
}

/** F30 故障标签. */
export function gatherFaultTag(db: Reader, piece: ReturnedPart, labelNo: string): FaultTagPaper {
  const { order, customer, facts } = origins(db, piece)
  const part = piece.partId === null ? undefined : findPart(db, piece.partId)
  return {
    ...facts,
    labelNo,
    orderNo: order.no,
    voucherNo: order.voucherNo,
    customerName: customer.name,
    qty: piece.qty,
    supplier: [part?.supplierName, part?.supplierCode && `（${part.supplierCode}）`].filter(Boolean).join(''),
    faultDesc: piece.faultDesc,
    reasonAndResult: [order.faultReason, order.repairMethod].filter((text) => text !== '').join('；'),
    technician: order.technicianName,
  }
}
