import type { LocalDate } from '../dates.ts'
import { sourceKey } from '../form-fill.ts'
import { groupedBy } from '../grouping.ts'
import type { Eligibility } from '../words.ts'
import { clipped, groupsBy, isDone, isWarranty, totalOf } from './base-sets.ts'
import type { GatheredCells } from './gathered.ts'
import type { Period, Span } from './period.ts'
import { dayOf, type JobFact } from './technicians.ts'

/** What F25 says of a job beside its figures. */
export type FeedbackJob = JobFact & {
  readonly voucherNo: string
  readonly customerPhone: string
  readonly engineNo: string
  readonly purchasedOn: LocalDate | null
  readonly faultReason: string
  readonly eligibility: Eligibility
}

/** A part put in at the maker's cost. */
export type ReplacedPart = {
  readonly id: number
  readonly workOrderId: number
  readonly partCode: string
  readonly partName: string
  readonly qty: number
}

type FeedbackFacts = {
  readonly period: Period
  readonly span: Span
  readonly jobs: readonly FeedbackJob[]
  readonly parts: readonly ReplacedPart[]
  /** rows that stand on an issued F25 already */
  readonly reported: ReadonlySet<string>
}

function halfOf({ from }: Period): string {
  return Number(from.slice(8)) > 15 ? '第二次（下半月）' : '第一次（上半月）'
}

/**
 * F25 (domain.md §5.7): 三包 jobs finished in the half month on vehicles inside their term, one row for each part put in, one
 * row for a job without parts; 特批 is left out, and so is what an issued F25 reported before.
 */
export function repairFeedback({ period, span, jobs, parts, reported }: FeedbackFacts): GatheredCells {
  const own = jobs
    .filter((job) => isDone(job, span) && isWarranty(job) && job.eligibility === 'covered')
    .toSorted((one, other) => (String(one.finishedAt) < String(other.finishedAt) ? -1 : 1))
  const partsOf = groupedBy(parts, ({ workOrderId }) => workOrderId)
  const rows = own.flatMap((job) => {
    const common = {
      voucherNo: job.voucherNo,
      customerName: job.customerName,
      customerPhone: job.customerPhone,
      model: job.model,
      frameNo: job.frameNo,
      engineNo: job.engineNo,
      purchasedOn: job.purchasedOn,
      finishedOn: dayOf(job.finishedAt),
      mileageKm: job.mileage,
      fault: clipped([job.statement, job.faultReason].filter((words) => words !== '').join('；'), 200),
    }
    const lines = partsOf.get(job.id) ?? []
    return lines.length === 0
      ? [{ [sourceKey]: `order:${job.id}`, ...common }]
      : lines.map(({ id, partCode, partName, qty }) => ({
          [sourceKey]: lineSource(id),
          ...common,
          part: clipped(`${partName} ${partCode}`, 80),
          qty,
        }))
  })
  return {
    values: { month: Number(period.from.slice(5, 7)), half: halfOf(period), periodFrom: period.from, periodTo: period.to },
    tables: { repairs: rows.filter((row) => !reported.has(String(row[sourceKey]))) },
  }
}

/** A part line as F25 and F26 name their rows. */
export function lineSource(partLineId: number): string {
  return `line:${partLineId}`
}

/** A piece packed or further on its way; `feedbackNo` is the F25 its part stands on, `returnNo` its manifest. */
export type PackedPiece = {
  readonly partLineId: number
  readonly voucherNo: string
  readonly partCode: string
  readonly partName: string
  readonly qty: number
  readonly labelNo: string
  readonly feedbackNo: string
  readonly returnNo: string
}

/** Numbers that begin alike named once, the others by their last part: `SD0731-BD25-202611-0001、0002`. */
export function numbersOnPaper(numbers: readonly string[], max: number): string {
  const [first = '', ...others] = [...new Set(numbers.filter((number) => number !== ''))].toSorted()
  const head = first.slice(0, first.lastIndexOf('-') + 1)
  return clipped(
    [first, ...others.map((number) => (head !== '' && number.startsWith(head) ? number.slice(head.length) : number))].join('、'),
    max,
  )
}

/** F26 (domain.md §5.7): pieces packed whose jobs stand on an issued F25, by part line; as many new ones are asked for as old ones go back. */
export function partsExchange(pieces: readonly PackedPiece[]): GatheredCells {
  return {
    values: {
      feedbackNo:
        numbersOnPaper(
          pieces.map(({ feedbackNo }) => feedbackNo),
          60,
        ) || null,
      returnNo:
        numbersOnPaper(
          pieces.map(({ returnNo }) => returnNo),
          40,
        ) || null,
    },
    tables: {
      items: groupsBy(pieces, ({ voucherNo, partLineId }) => `${voucherNo} ${String(partLineId).padStart(12, '0')}`).flatMap(
        ([, group]) => {
          const [first] = group
          const qty = totalOf(group, (piece) => piece.qty)
          return first === undefined
            ? []
            : [
                {
                  [sourceKey]: lineSource(first.partLineId),
                  voucherNo: first.voucherNo,
                  partCode: first.partCode,
                  partName: first.partName,
                  qtyOld: qty,
                  labelNo: numbersOnPaper(
                    group.map(({ labelNo }) => labelNo),
                    40,
                  ),
                  qtyNew: qty,
                },
              ]
        },
      ),
    },
  }
}
