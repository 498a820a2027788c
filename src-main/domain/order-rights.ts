import { mayDo, type Action } from './permissions.ts'
import type { Role } from './words.ts'

/**
 * Who may change what of an order on file (reliability.md E.2): reception what was said at the counter, the technician
 * what was found and done, the parts keeper the lines. Fields named nowhere (note) are everybody's.
 */
export const orderParts = {
  intake: {
    word: '接车内容',
    actions: ['openWorkOrder', 'diagnose'],
    fields: [
      'manufacturerId',
      'oemNo',
      'channel',
      'urgency',
      'repairType',
      'nature',
      'solution',
      'senderName',
      'senderPhone',
      'reportedAt',
      'expectedAt',
      'receivedAt',
      'mileage',
      'customerStatement',
      'technicianId',
      'repeatOfId',
    ],
  },
  diagnosis: {
    word: '检查与故障',
    actions: ['diagnose'],
    fields: ['checkResult', 'faultReason', 'repairMethod', 'faultCodeId', 'responsibility', 'severity', 'exclusions', 'approvalNo'],
  },
  lines: { word: '零件、工时与费用', actions: ['editWorkLines'], fields: ['partLines', 'labourLines', 'outings', 'otherFees'] },
} as const satisfies Record<string, { word: string; actions: readonly Action[]; fields: readonly string[] }>

export type OrderPart = keyof typeof orderParts

export function mayEditPart(role: Role, part: OrderPart): boolean {
  return orderParts[part].actions.some((action) => mayDo(role, action))
}
