import { type Problem, stop, warn } from './errors.ts'
import { checkContent, type FillContent, type FillRow, type FillSection, sumOf } from './form-fill.ts'
import type { FilledFormId } from './form-ids.ts'
import { totalOf } from './gather/base-sets.ts'
import { costKeys, profitOf } from './gather/service-statistics.ts'
import { formatFen, fen } from './money.ts'

/** What must agree within one sheet beyond its single fields: balances, sums of columns, what may not exceed what. */
type Check = (content: FillContent) => Problem[]

/** Null unless every one of the figures was filled in: a sheet half filled in is not out of balance. */
function figures<Key extends string>(row: FillRow, keys: readonly Key[]): Readonly<Record<Key, number>> | null {
  const areAllThere = (found: FillRow): found is FillRow & Readonly<Record<Key, number>> =>
    keys.every((key) => typeof found[key] === 'number')
  return areAllThere(row) ? row : null
}

function rowsOf({ tables }: FillContent, table: string): readonly FillRow[] {
  return tables[table] ?? []
}

const doneKinds = ['warranty', 'presale', 'paid', 'maintenance'] as const

/** domain.md §5.3: 完工 = 三包 + 售前 + 收费 + 保养, row by row. */
const stationMonth: Check = (content) =>
  rowsOf(content, 'models').flatMap((row, index) => {
    const known = figures(row, ['done', ...doneKinds])
    if (known === null) return []
    const sum = totalOf(doneKinds, (kind) => known[kind])
    return known.done === sum
      ? []
      : [warn('form.doneSum', `models.${index}.done`, { model: String(row['model'] ?? index + 1), done: known.done, sum })]
  })

/** domain.md §5.6: 月初 + 入库 − 出库 = 月末; 已返 of those due is never above them. */
const businessMonth: Check = ({ values }) => {
  const stock = figures(values, ['stockBefore', 'stockIn', 'stockOut', 'stockAfter'])
  const due = stock === null ? null : stock.stockBefore + stock.stockIn - stock.stockOut
  const rate = values['oldPartsRate']
  return [
    ...(stock === null || due === null || due === stock.stockAfter
      ? []
      : [stop('form.stockBalance', 'values.stockAfter', { after: formatFen(fen(stock.stockAfter)), due: formatFen(fen(due)) })]),
    ...(typeof rate === 'number' && rate > 1000 ? [warn('form.rateOver', 'values.oldPartsRate', { rate: rate / 10 })] : []),
  ]
}

/** domain.md F26, §5.7: no more new parts than old ones, no more sent than asked for. */
const partsExchange: Check = (content) =>
  rowsOf(content, 'items').flatMap((row, index) => {
    const given = figures(row, ['qtyNew', 'qtyOld'])
    const sent = figures(row, ['qtySent', 'qtyNew'])
    const line = index + 1
    return [
      ...(given !== null && given.qtyNew > given.qtyOld
        ? [stop('form.exchangeOver', `items.${index}.qtyNew`, { line, asked: given.qtyNew, old: given.qtyOld })]
        : []),
      ...(sent !== null && sent.qtySent > sent.qtyNew
        ? [stop('form.sentOver', `items.${index}.qtySent`, { line, sent: sent.qtySent, asked: sent.qtyNew })]
        : []),
    ]
  })

/** domain.md §5.5: the km columns hold no more pieces than failed. */
const qualityMonth: Check = (content) =>
  rowsOf(content, 'faults').flatMap((row, index) => {
    const pieces = row['pieces']
    const inColumns = totalOf(['upTo1000', 'upTo3000', 'upTo6000', 'over6000'], (key) => (typeof row[key] === 'number' ? row[key] : 0))
    return typeof pieces === 'number' && inColumns > pieces
      ? [warn('form.kmOver', `faults.${index}.pieces`, { line: index + 1, sum: inColumns, pieces })]
      : []
  })

/** domain.md §5.7: what is written as 利润 is what the row comes to. */
const serviceStatistics: Check = (content) =>
  rowsOf(content, 'cases').flatMap((row, index) => {
    const known = figures(row, ['profit', 'partsIncome', 'labour', ...costKeys])
    if (known === null) return []
    const due = profitOf(known)
    return known.profit === due
      ? []
      : [warn('form.profit', `cases.${index}.profit`, { line: index + 1, profit: formatFen(fen(known.profit)), due: formatFen(fen(due)) })]
  })

const invoiceKinds = ['countPresale', 'countService', 'countOuting', 'countMaintenance', 'countCampaign'] as const

/** X07: the kinds add up to 单据合计. */
const invoiceNotice: Check = ({ values }) => {
  const known = figures(values, ['countAll', ...invoiceKinds])
  if (known === null) return []
  const sum = totalOf(invoiceKinds, (kind) => known[kind])
  return known.countAll === sum ? [] : [warn('form.countSum', 'values.countAll', { all: known.countAll, sum })]
}

/** domain.md §5.7 X08: 期末 = 期初 + 核定 − 扣款 − 到账. */
const statement: Check = ({ values }) => {
  const known = figures(values, ['opening', 'approved', 'deducted', 'received', 'closing'])
  if (known === null) return []
  const due = known.opening + known.approved - known.deducted - known.received
  return known.closing === due
    ? []
    : [stop('form.statementBalance', 'values.closing', { closing: formatFen(fen(known.closing)), due: formatFen(fen(due)) })]
}

/** domain.md §5.2: the jobs under 三包 are among those finished, the satisfied among those called back. */
const technicianMonth: Check = (content) =>
  rowsOf(content, 'technicians').flatMap((row, index) => {
    const finished = figures(row, ['warrantyCount', 'doneCount'])
    const called = figures(row, ['satisfiedCount', 'callbackCount'])
    const name = String(row['name'] ?? index + 1)
    return [
      ...(finished !== null && finished.warrantyCount > finished.doneCount
        ? [
            warn('form.warrantyOver', `technicians.${index}.warrantyCount`, {
              name,
              warranty: finished.warrantyCount,
              done: finished.doneCount,
            }),
          ]
        : []),
      ...(called !== null && called.satisfiedCount > called.callbackCount
        ? [
            stop('form.satisfiedOver', `technicians.${index}.satisfiedCount`, {
              name,
              satisfied: called.satisfiedCount,
              called: called.callbackCount,
            }),
          ]
        : []),
    ]
  })

/** F22: an activity serves no more than it planned without saying so; the sum column stands for itself. */
const serviceReport: Check = (content) => {
  const claimed = sumOf(rowsOf(content, 'models'), 'claimed')
  const done = sumOf(rowsOf(content, 'models'), 'total')
  return claimed !== null && done !== null && claimed > done ? [warn('form.claimedOver', 'models', { claimed, done })] : []
}

const checks: Partial<Readonly<Record<FilledFormId, Check>>> = {
  F11: technicianMonth,
  F20: stationMonth,
  F22: serviceReport,
  F23: qualityMonth,
  F24: businessMonth,
  F26: partsExchange,
  C03: serviceStatistics,
  X07: invoiceNotice,
  X08: statement,
}

/** Everything to be said of a form as it was filled in: its fields first, then what does not agree. Only what is a stop holds it back. */
export function checkForm(form: FilledFormId, sections: readonly FillSection[], content: FillContent): Problem[] {
  return [...checkContent(sections, content), ...(checks[form]?.(content) ?? [])]
}
