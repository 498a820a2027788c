import { canonicalText } from '#contract/batch-document'
import { listPapersOf } from '#db/queries/papers'
import type { Reader } from '#db/types'
import { AppError, stop } from '#domain/errors'
import type { WorkOrderContent } from './work-orders-content.ts'

/** Fields F16 does not print: they stay open after it is issued. */
const openFields: ReadonlySet<string> = new Set([
  'oemNo',
  'channel',
  'urgency',
  'solution',
  'expectedAt',
  'reportedAt',
  'faultCodeId',
  'responsibility',
  'severity',
  'repeatOfId',
  'note',
  'id',
])

const labels: Readonly<Record<string, string>> = {
  manufacturerId: '厂方',
  repairType: '维修类别',
  nature: '性质',
  senderName: '送修人',
  senderPhone: '送修人电话',
  receivedAt: '送修时间',
  mileage: '行驶里程',
  customerStatement: '故障现象',
  checkResult: '检查结果',
  faultReason: '故障原因',
  repairMethod: '维修措施',
  exclusions: '三包除外',
  approvalNo: '特批号',
  technicianId: '维修技师',
  partLines: '零件',
  labourLines: '工时',
  outings: '外出',
  otherFees: '其他费用',
}

/** The number of the order's valid voucher, or null. */
export function validVoucher(db: Reader, workOrderId: number): string | null {
  return listPapersOf(db, 'workOrder', workOrderId).find((paper) => paper.form === 'F16' && paper.status === 'issued')?.number ?? null
}

/** domain.md §3: a printed field changes only after 作废. Refuses, naming each field and the voucher. */
export function refuseFrozen(before: WorkOrderContent, after: WorkOrderContent, number: string): void {
  const changed = Object.keys(labels).filter((field) => withoutOpen(field, before) !== withoutOpen(field, after))
  if (changed.length === 0) return
  throw new AppError(
    'rule',
    'order.frozen',
    { number },
    changed.map((field) => stop('order.fieldFrozen', field, { label: labels[field] ?? field, number })),
  )
}

function withoutOpen(field: string, content: WorkOrderContent): string {
  return canonicalText(strip(Object.entries(content).find(([key]) => key === field)?.[1] ?? null))
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !openFields.has(key))
      .map(([key, inner]) => [key, strip(inner)]),
  )
}

/** Where any change would be one of a printed field. */
export function refuseFrozenOrder(db: Reader, workOrderId: number): void {
  const number = validVoucher(db, workOrderId)
  if (number !== null) throw new AppError('rule', 'order.frozen', { number })
}
