import { findRequestSubject, listRequestLines, type PartsRequest } from '#db/queries/parts-requests'
import type { Reader } from '#db/types'
import { localDateOf } from '#domain/dates'
import { codesOf, shipMethod, type ShipMethod } from '#domain/words'
import type { PartsRequestPaper } from '#forms/sh-zh/bd-15-parts-request'
import { paperBase } from './paper-base.ts'

function shipMethodOf(text: string): ShipMethod | null {
  return codesOf(shipMethod).find((code) => shipMethod[code] === text || code === text) ?? null
}

/** F15 as it stands now; 已发数量 is for the manufacturer's pen. */
export function gatherPartsRequest(db: Reader, request: PartsRequest): PartsRequestPaper {
  const subject = request.workOrderId === null ? undefined : findRequestSubject(db, request.workOrderId)
  return {
    ...paperBase(db, request.manufacturerId),
    customer: { name: subject?.customer.name ?? '', phone: subject?.customer.phone ?? '', address: subject?.customer.address ?? '' },
    unit: {
      model: subject?.unit.modelName ?? '',
      frameNo: subject?.unit.frameNo ?? '',
      engineNo: subject?.unit.engineNo ?? '',
      purchasedOn: subject?.unit.purchasedOn ?? null,
    },
    mileageKm: subject?.order.mileage ?? null,
    reportedOn: subject ? localDateOf(subject.order.reportedAt) : null,
    faultDesc: subject?.order.customerStatement ?? '',
    agreedBy: request.agreedBy,
    agreedVia: request.agreedVia,
    agreedAt: request.agreedAt,
    orderNo: subject?.order.no ?? '',
    receiver: { name: request.receiver, phone: request.receiverPhone, address: request.shipTo },
    wantedOn: request.neededOn,
    shipMethod: shipMethodOf(request.shipMethod),
    lines: listRequestLines(db, request.id).map((line) => ({
      partCode: line.partCode,
      partName: line.partName,
      unit: line.unit,
      qtyRequested: line.qtyRequested,
      qtySent: null,
      oldPartDueOn: request.oldPartDueOn,
      note: line.note,
    })),
  }
}
