import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { orderColumns } from '#contract/work-order-content'
import type { listOrderLines } from '#db/queries/work-order-lines'
import type { WorkOrder } from '#db/queries/work-orders'
import type { Problem } from '#domain/errors'
import { pick } from '#domain/pick'
import { cleanText } from '#domain/text'

/** What a person types on an order, checked for shape. */
export type WorkOrderContent = ParsedInputOf<AppContract['workOrders']['save']>['content']
export type LinesOnFile = ReturnType<typeof listOrderLines>

const multiline: ReadonlySet<string> = new Set(['customerStatement', 'checkResult', 'faultReason', 'repairMethod', 'note'])

const orderFields = orderColumns.keyof().options

/** The order as it stands on file, in the shape it is typed in. */
export function contentOf(order: WorkOrder, lines: LinesOnFile): WorkOrderContent {
  return {
    ...pick(order, orderFields),
    partLines: lines.partLines.map(({ workOrderId: _, position: __, ...line }) => line),
    labourLines: lines.labourLines.map(({ workOrderId: _, position: __, ...line }) => line),
    outings: lines.outings.map(({ workOrderId: _, position: __, ...line }) => line),
    otherFees: lines.otherFees.map(({ workOrderId: _, position: __, ...line }) => line),
  }
}

/** The columns of the order itself. */
export function columnsOf(content: WorkOrderContent): Pick<WorkOrderContent, (typeof orderFields)[number]> {
  return pick(content, orderFields)
}

/** Takes control and bidi-control characters out of every text and says so (settled.md 4); nothing is cut off. */
export function cleanContent(content: WorkOrderContent): { content: WorkOrderContent; problems: Problem[] } {
  const problems: Problem[] = []
  const clean = (value: unknown, path: string, key: string): unknown => {
    if (typeof value === 'string') {
      const cleaned = cleanText(value, { max: 200, multiline: multiline.has(key), field: path })
      problems.push(...cleaned.problems)
      return cleaned.text
    }
    if (Array.isArray(value)) return value.map((item, index) => clean(item, `${path}.${index}`, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, clean(inner, path === '' ? name : `${path}.${name}`, name)]),
    )
  }
  // safe: only texts change, and texts stay texts
  return { content: clean(content, '', '') as WorkOrderContent, problems }
}
