import { addMonths, daysBetween, localDateOf, localTimeOf, type Instant, type LocalDate } from './dates.ts'
import { stop, warn, type Problem } from './errors.ts'
import { isBlank, warnIf } from './guards.ts'
import type { Fen } from './money.ts'
import { grouped } from './text.ts'

/** What the order and the claim check alike: V-08, V-09, V-11, V-12, V-14, V-16 of domain.md §2.21. */
export type TimeFacts = {
  readonly manufacturedAt: LocalDate | null
  readonly purchaseDate: LocalDate | null
  readonly reportedAt: Instant | null
  readonly receivedAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly inspectedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly now: Instant
}

export type MileageFacts = {
  readonly usesMileage: boolean
  /** km on the odometer */
  readonly mileage: number | null
  /** last reading of the same unit before this order; `on` its day */
  readonly lastMileage: { readonly km: number; readonly on: LocalDate } | null
  /** 换表 recorded since that reading (V-10) */
  readonly odometerChanged: boolean
  readonly receivedAt: Instant | null
}

export type PartLineFacts = {
  /** its place on the order, from 1 */
  readonly row: number
  readonly partId: number | null
  readonly partName: string
  readonly qty: number
  readonly priceFen: Fen | null
  /** the old part must go back to the maker */
  readonly oldPartRequired: boolean
  /** pieces registered as returned part, 免回收 and 报损 included, voided rows not */
  readonly oldPartPieces: number
}

export type LabourLineFacts = {
  /** its place on the order, from 1 */
  readonly row: number
  readonly name: string
  /** 1/100 h */
  readonly hours: number
  readonly rateFen: Fen | null
}

/** An order of the same unit that changed the same part, V-14. */
export type SimilarJob = { readonly no: string; readonly partName: string; readonly daysAgo: number }

const mileageMax = 999_999
const kmPerDayMax = 300
const stockMonthsMax = 24
export const similarJobDays = 30

/** A moment as a sentence tells it. */
export function shown(moment: Instant): string {
  return `${localDateOf(moment)} ${localTimeOf(moment)}`
}

/** V-08: 出厂 ≤ 购买 ≤ 报修 and 送修 ≤ 开工 ≤ 完工 ≤ 检验 ≤ 交车 ≤ now; a long time in stock warns. */
export function dateProblems(facts: TimeFacts): Problem[] {
  const { manufacturedAt: made, purchaseDate: purchase, reportedAt } = facts
  const problems: Problem[] = []
  if (made !== null && purchase !== null) {
    if (purchase < made) problems.push(stop('order.purchaseBeforeMade', 'unit.purchaseDate', { purchase, made }))
    else if (addMonths(made, stockMonthsMax) < purchase) problems.push(warn('order.longInStock', 'unit.manufacturedAt', { purchase, made }))
  }
  if (purchase !== null && reportedAt !== null && localDateOf(reportedAt) < purchase) {
    problems.push(stop('order.reportedBeforePurchase', 'unit.purchaseDate', { purchase, reported: localDateOf(reportedAt) }))
  }
  return [...problems, ...timeProblems(facts)]
}

/** 报修 may be typed after 送修 (a walk-in), so it is only held against 完工. */
function timeProblems(facts: TimeFacts): Problem[] {
  const chain = [
    { field: 'receivedAt', label: '送修时间', at: facts.receivedAt },
    { field: 'startedAt', label: '开工时间', at: facts.startedAt },
    { field: 'finishedAt', label: '完工时间', at: facts.finishedAt },
    { field: 'inspectedAt', label: '检验时间', at: facts.inspectedAt },
    { field: 'deliveredAt', label: '交车时间', at: facts.deliveredAt },
  ] as const
  const problems: Problem[] = []
  let earlier: { label: string; at: Instant } | null = null
  for (const { field, label, at } of chain) {
    if (at === null) continue
    if (earlier !== null && at < earlier.at) {
      problems.push(
        stop('order.timesReversed', field, { later: label, laterAt: shown(at), earlier: earlier.label, earlierAt: shown(earlier.at) }),
      )
    }
    if (at > facts.now) problems.push(stop('order.inFuture', field, { what: label, at: shown(at) }))
    earlier = { label, at }
  }
  const { reportedAt, finishedAt, now } = facts
  if (reportedAt !== null && reportedAt > now)
    problems.push(stop('order.inFuture', 'reportedAt', { what: '报修时间', at: shown(reportedAt) }))
  if (reportedAt !== null && finishedAt !== null && finishedAt < reportedAt) {
    problems.push(
      stop('order.timesReversed', 'finishedAt', {
        later: '完工时间',
        laterAt: shown(finishedAt),
        earlier: '报修时间',
        earlierAt: shown(reportedAt),
      }),
    )
  }
  return problems
}

/** V-09. Required only where `required`; a jump above 300 km a day warns. */
export function mileageProblems(
  { usesMileage, mileage, lastMileage, odometerChanged, receivedAt }: MileageFacts,
  required: boolean,
): Problem[] {
  if (!usesMileage) return []
  if (mileage === null) return required ? [stop('order.mileageMissing', 'mileage')] : []
  if (!Number.isSafeInteger(mileage) || mileage < 0 || mileage > mileageMax) return [stop('order.mileageInvalid', 'mileage')]
  if (lastMileage === null || odometerChanged) return []
  const { km: lastKm, on: lastOn } = lastMileage
  if (mileage < lastKm) return [stop('order.mileageBackwards', 'mileage', { km: grouped(mileage), lastKm: grouped(lastKm), lastOn })]
  if (receivedAt === null) return []
  const perDay = Math.round((mileage - lastKm) / Math.max(1, daysBetween(lastOn, localDateOf(receivedAt))))
  return perDay > kmPerDayMax ? [warn('order.mileageJump', 'mileage', { lastOn, perDay: grouped(perDay) })] : []
}

/** V-11, V-12, V-13 and 返厂旧件 of the part lines; `row` in the sentence counts from 1, in the field path from 0. */
export function partLineProblems(lines: readonly PartLineFacts[]): Problem[] {
  return lines.flatMap(({ row, partId, partName: part, qty, priceFen, oldPartRequired, oldPartPieces }) => {
    const at = `partLines.${row - 1}`
    if (!Number.isSafeInteger(qty) || qty < 1) return [stop('order.qtyInvalid', `${at}.qty`, { row, part })]
    const problems: Problem[] = [
      ...warnIf(partId === null, 'order.partNotListed', `${at}.partCode`, { row, part }),
      ...warnIf(priceFen === 0, 'order.priceZero', `${at}.priceFen`, { row, part }),
    ]
    if (priceFen === null || priceFen < 0) problems.push(stop('order.priceMissing', `${at}.priceFen`, { row, part }))
    if (oldPartPieces > qty)
      problems.push(stop('order.oldPartTooMany', `${at}.oldPartRequired`, { row, part, pieces: oldPartPieces - qty }))
    if (oldPartRequired && oldPartPieces < qty)
      problems.push(stop('order.oldPartMissing', `${at}.oldPartRequired`, { row, part, pieces: qty - oldPartPieces }))
    return problems
  })
}

/** V-12: 0.1–99.9 h and a rate. */
export function labourLineProblems(lines: readonly LabourLineFacts[]): Problem[] {
  return lines.flatMap(({ row, name: labour, hours, rateFen }) => {
    const at = `labourLines.${row - 1}`
    const problems: Problem[] = []
    if (!Number.isSafeInteger(hours) || hours < 10 || hours > 9990)
      problems.push(stop('order.hoursInvalid', `${at}.hours`, { row, labour }))
    if (rateFen === null || rateFen < 0) problems.push(stop('order.rateMissing', `${at}.rateFen`, { row, labour }))
    return problems
  })
}

export type FaultTexts = { readonly customerStatement: string; readonly faultReason: string; readonly repairMethod: string }

/** The three texts that 完工 and the claim require. */
export function missingTexts({ customerStatement, faultReason, repairMethod }: FaultTexts): Problem[] {
  const problems: Problem[] = []
  if (isBlank(customerStatement)) problems.push(stop('order.statementMissing', 'customerStatement'))
  if (isBlank(faultReason)) problems.push(stop('order.causeMissing', 'faultReason'))
  if (isBlank(repairMethod)) problems.push(stop('order.measureMissing', 'repairMethod'))
  return problems
}

/** V-16: at least 4 characters (code points) and not the same text twice. Blank texts are `missingTexts`' matter. */
export function poorTexts({ customerStatement, faultReason }: FaultTexts): Problem[] {
  const problems: Problem[] = []
  for (const [field, label, text] of [
    ['customerStatement', '故障现象', customerStatement],
    ['faultReason', '故障原因', faultReason],
  ] as const) {
    if (!isBlank(text) && [...text.trim()].length < 4) problems.push(warn('order.textShort', field, { label }))
  }
  if (!isBlank(faultReason) && faultReason.trim() === customerStatement.trim()) problems.push(warn('order.textSame', 'faultReason'))
  return problems
}

/** V-14 (warn): the same part of the same unit within 30 days. */
export function similarJobProblems(jobs: readonly SimilarJob[]): Problem[] {
  return jobs
    .filter(({ daysAgo }) => daysAgo <= similarJobDays)
    .map(({ no, partName: part, daysAgo: days }) => warn('order.sameJob', 'partLines', { no, part, days }))
}
