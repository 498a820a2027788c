import { type Problem, stop, warn } from './errors.ts'
import { checkContent, type FillContent, type FillRow, type FillSection, sumOf } from './form-fill.ts'
import type { FilledFormId } from './form-ids.ts'
import { formatFen, fen } from './money.ts'

/** What must agree within one sheet beyond its single fields: balances, sums of columns, what may not exceed what. */
type Check = (content: FillContent) => Problem[]

/** Null unless every one of the figures was filled in: a sheet half filled in is not out of balance. */
function figures(row: FillRow, keys: readonly string[]): number[] | null {
  const found = keys.map((key) => row[key]).filter((value) => typeof value === 'number')
  return found.length === keys.length ? found : null
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

function rowsOf({ tables }: FillContent, table: string): readonly FillRow[] {
  return tables[table] ?? []
}

/** domain.md §5.3: 完工 = 三包 + 售前 + 收费 + 保养, row by row. */
const stationMonth: Check = (content) => rowsOf(content, 'models').flatMap((row, index) => {
  const known = figures(row, ['done', 'warranty', 'presale', 'paid', 'maintenance'])
  if (known === null) return []
  const [done = 0, ...kinds] = known
  return done === total(kinds) ? [] : [warn('form.doneSum', `models.${index}.done`, { model: String(row['model'] ?? index + 1), done, sum: total(kinds) })]
})

/** domain.md §5.6: 月初 + 入库 − 出库 = 月末; 已返 of those due is never above them. */
const businessMonth: Check = ({ values }) => {
  const stock = figures(values, ['stockBefore', 'stockIn', 'stockOut', 'stockAfter'])
  const [before = 0, taken = 0, given = 0, after = 0] = stock ?? []
  const due = before + taken - given
  const rate = values['oldPartsRate']
  return [
    ...(stock === null || due === after ? [] : [stop('form.stockBalance', 'values.stockAfter', { after: formatFen(fen(after)), due: formatFen(fen(due)) })]),
    ...(typeof rate === 'number' && rate > 1000 ? [warn('form.rateOver', 'values.oldPartsRate', { rate: rate / 10 })] : []),
  ]
}

/** domain.md F26, §5.7: no more new parts than old ones, no more sent than asked for. */
const partsExchange: Check = (content) => rowsOf(content, 'items').flatMap((row, index) => {
  const [asked, old] = figures(row, ['qtyNew', 'qtyOld']) ?? []
  const [sent, wanted] = figures(row, ['qtySent', 'qtyNew']) ?? []
  const line = index + 1
  return [
    ...(asked !== undefined && old !== undefined && asked > old ? [stop('form.exchangeOver', `items.${index}.qtyNew`, { line, asked, old })] : []),
    ...(sent !== undefined && wanted !== undefined && sent > wanted ? [stop('form.sentOver', `items.${index}.qtySent`, { line, sent, asked: wanted })] : []),
  ]
})

/** domain.md §5.5: the km columns hold no more pieces than failed. */
const qualityMonth: Check = (content) => rowsOf(content, 'faults').flatMap((row, index) => {
  const pieces = row['pieces']
  const inColumns = total(['upTo1000', 'upTo3000', 'upTo6000', 'over6000'].map((key) => row[key]).filter((value) => typeof value === 'number'))
  return typeof pieces === 'number' && inColumns > pieces ? [warn('form.kmOver', `faults.${index}.pieces`, { line: index + 1, sum: inColumns, pieces })] : []
})

const costs = ['partsCost', 'mileageFee', 'meal', 'lodging', 'other'] as const

/** domain.md §5.7: 利润 = 配件收入 + 工时费 − 配件成本 − 里程 − 伙食 − 住宿 − 其他. */
const serviceStatistics: Check = (content) => rowsOf(content, 'cases').flatMap((row, index) => {
  const known = figures(row, ['profit', 'partsIncome', 'labour', ...costs])
  if (known === null) return []
  const [profit = 0, income = 0, labour = 0, ...spent] = known
  const due = income + labour - total(spent)
  return profit === due ? [] : [warn('form.profit', `cases.${index}.profit`, { line: index + 1, profit: formatFen(fen(profit)), due: formatFen(fen(due)) })]
})

/** X07: the kinds add up to 单据合计. */
const invoiceNotice: Check = ({ values }) => {
  const known = figures(values, ['countAll', 'countPresale', 'countService', 'countOuting', 'countMaintenance', 'countCampaign'])
  if (known === null) return []
  const [all = 0, ...kinds] = known
  return all === total(kinds) ? [] : [warn('form.countSum', 'values.countAll', { all, sum: total(kinds) })]
}

/** domain.md §5.7 X08: 期末 = 期初 + 核定 − 扣款 − 到账. */
const statement: Check = ({ values }) => {
  const known = figures(values, ['opening', 'approved', 'deducted', 'received', 'closing'])
  if (known === null) return []
  const [opening = 0, approved = 0, deducted = 0, received = 0, closing = 0] = known
  const due = opening + approved - deducted - received
  return closing === due ? [] : [stop('form.statementBalance', 'values.closing', { closing: formatFen(fen(closing)), due: formatFen(fen(due)) })]
}

/** domain.md §5.2: the jobs under 三包 are among those finished. */
const technicianMonth: Check = (content) => rowsOf(content, 'technicians').flatMap((row, index) => {
  const [warranty, done] = figures(row, ['warrantyCount', 'doneCount']) ?? []
  return warranty !== undefined && done !== undefined && warranty > done ? [warn('form.warrantyOver', `technicians.${index}.warrantyCount`, { name: String(row['name'] ?? index + 1), warranty, done })] : []
})

/** F22: an activity serves no more than it planned without saying so; the sum column stands for itself. */
const serviceReport: Check = (content) => {
  const claimed = sumOf(rowsOf(content, 'models'), 'claimed')
  const done = sumOf(rowsOf(content, 'models'), 'total')
  return claimed !== null && done !== null && claimed > done ? [warn('form.claimedOver', 'models', { claimed, done })] : []
}

const checks: Partial<Readonly<Record<FilledFormId, Check>>> = {
  F11: technicianMonth, F20: stationMonth, F22: serviceReport, F23: qualityMonth, F24: businessMonth, F26: partsExchange, C03: serviceStatistics, X07: invoiceNotice, X08: statement,
}

/** Everything to be said of a form as it was filled in: its fields first, then what does not agree. Only what is a stop holds it back. */
export function checkForm(form: FilledFormId, sections: readonly FillSection[], content: FillContent): Problem[] {
  return [...checkContent(sections, content), ...(checks[form]?.(content) ?? [])]
}
