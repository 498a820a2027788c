import type { ImportResult } from '#domain/import-result'
import { formatFen, type Fen } from '#domain/money'
import { nature as natureWords } from '#domain/words'
import type { RowPlan } from './imports-parts.ts'

const rows = 20

/** The first rows that would be written, in the words of the workbook; what is on file as it stands is none of them. */
export function sampleOf(result: ImportResult, plans: readonly RowPlan[]): Record<string, string>[] {
  const first = <R>(all: readonly R[]): R[] => all.filter((_, index) => plans[index] !== 'same').slice(0, rows)
  switch (result.kind) {
    case 'work-orders': return first(result.rows).map((order) => ({
      行: String(order.row), 台账号: order.ledgerNo, 报修日期: order.reportedOn, 性质: natureWords[order.nature], 用户姓名: order.customerName, 车型: order.model, 车架号: order.frameNo,
      故障现象: order.symptom, 零件: order.parts.map(({ partName }) => partName).join('、'), 工时: order.labour.map(({ name }) => name).join('、'),
    }))
    case 'customers': return first(result.rows).map((customer) => ({
      行: String(customer.row), 用户姓名: customer.name, 用户电话: customer.phone, 车型: customer.unit?.model ?? '', 车架号: customer.unit?.frameNo ?? '', 购车日期: customer.unit?.purchasedOn ?? '',
    }))
    case 'parts': return first(result.rows).map((part) => ({ 行: String(part.row), 零件编号: part.code, 零件名称: part.name, 三包价: yuan(part.price), 零售价: yuan(part.retailPrice) }))
  }
}

function yuan(amount: Fen | null): string {
  return amount === null ? '' : formatFen(amount)
}
