import { countOldPieces, listRequestLines, type PartsRequest, type PartsRequestLine } from '#db/queries/parts-requests'
import { findRequestSubject } from '#db/queries/parts-requests'
import type { Reader } from '#db/types'
import type { LocalDate } from '#domain/dates'
import type { RequestFacts } from '#domain/parts-request'

/** What a caller says together with a step; the rest of the facts is on file. */
export type RequestSaid = {
  readonly reason: string
  readonly waybillNo: string | null
  readonly stamped: boolean
  readonly makerBilled: boolean
  readonly makerConfirmed: boolean
  readonly quantities: ReadonlyMap<number, number>
}

export const nothingSaid: RequestSaid = {
  reason: '',
  waybillNo: null,
  stamped: false,
  makerBilled: false,
  makerConfirmed: false,
  quantities: new Map(),
}

/** Which quantity of a line a step states: the maker's, the arrived, the fitted one. */
const quantityOf = { ship: 'qtySent', receive: 'qtyReceived', receiveRest: 'qtyReceived', fit: 'qtyFitted' } as const

export function statedQuantity(event: string): (typeof quantityOf)[keyof typeof quantityOf] | null {
  return event in quantityOf ? quantityOf[event as keyof typeof quantityOf] : null
}

/** Lines with the quantities the step would write. */
export function linesAfter(lines: readonly PartsRequestLine[], event: string, quantities: ReadonlyMap<number, number>): PartsRequestLine[] {
  const column = statedQuantity(event)
  return lines.map((line) => (column === null || !quantities.has(line.id) ? line : { ...line, [column]: quantities.get(line.id) ?? 0 }))
}

/** Everything the guards of domain.md §3.2 look at, as it would be with what is said. */
export function requestFacts(db: Reader, request: PartsRequest, today: LocalDate, event: string, said: RequestSaid): RequestFacts {
  const lines = linesAfter(listRequestLines(db, request.id), event, said.quantities).map((line) => {
    const pieces =
      line.workOrderPartLineId === null ? { required: false, labelled: 0, returned: 0 } : countOldPieces(db, line.workOrderPartLineId)
    return {
      partName: line.partName,
      qtyRequested: line.qtyRequested,
      qtySent: line.qtySent,
      qtyReceived: line.qtyReceived,
      qtyFitted: line.qtyFitted,
      oldPartRequired: pieces.required,
      oldPartsLabelled: pieces.labelled,
      qtyReturnedOld: pieces.returned,
    }
  })
  const owing = lines.filter((line) => line.oldPartRequired && line.qtyFitted > 0)
  return {
    status: request.status,
    kind: request.kind,
    lines,
    receiver: request.receiver,
    receiverPhone: request.receiverPhone,
    shipTo: request.shipTo,
    agreedBy: request.agreedBy,
    agreedAt: request.agreedAt,
    agreedVia: request.agreedVia,
    stamped: said.stamped,
    waybill: said.waybillNo ?? request.waybillNo,
    reason: said.reason,
    workOrderNo: request.workOrderId === null ? null : (findRequestSubject(db, request.workOrderId)?.order.no ?? null),
    oldPartDueOn: request.oldPartDueOn,
    today,
    oldPartsShipped: owing.length > 0 && owing.every((line) => line.qtyReturnedOld >= line.qtyFitted),
    qualityReport: 'off',
    makerBilled: said.makerBilled,
    refundLateReturn: false,
    makerConfirmed: said.makerConfirmed,
  }
}
