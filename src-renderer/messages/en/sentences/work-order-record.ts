import type { workOrderRecordSentences } from '#domain/sentences/work-order-record'

export const workOrderRecordEn = {
  'order.subjectMissing': 'Find the customer or vehicle first; register unknown ones here',
  'order.stepRefused': '“{event}” is not possible yet; deal with the {count} [point|points] listed first',
  'order.notSavable': '{count} [point|points] must be corrected first; the order was not saved',
  'order.unknownStep': 'There is no step named {event}',
  'order.ended': 'The order is {status} and can no longer be changed; when the vehicle comes again, open a new order',
  'order.frozen':
    'Voucher {number} has been issued; what is printed on it cannot be changed. To correct it, void the voucher first, then issue it again',
  'order.fieldFrozen': '“{label}” is printed on voucher {number} and cannot be changed',
  'order.otherMaker': 'The order’s manufacturer is not that of the vehicle; choose the same one',
  'order.unknownLine': 'Part line {row} ({part}) was deleted at another seat; refresh and save again',
  'order.oldPartHandledGone':
    'The old part of {part} wears a label or has left the station, so this line cannot go; void the label under Papers first (unpack it if it is in a box), or keep the line',
  'order.lineRequested': '{part} stands on request {no}; its line cannot be deleted. Withdraw the request first',
  'order.codeUnknown': '{what} is not on file; choose again',
  'order.voucherExists': 'This order already has the valid voucher {number}; void it before issuing another',
  'order.notInspected': 'The job voucher can only be issued once the inspection is passed; the order is now “{status}”',
  'order.paidHasNoVoucher': 'A paid order has no warranty job voucher; check the nature of the order',
  'order.overrideNotNeeded': 'The warranty decision is already “{eligibility}”; no special approval is needed',
} satisfies Record<keyof typeof workOrderRecordSentences, string>
