import type { Instant, LocalDate } from '../dates.ts'
import type { ReturnedPartStatus, Verdict } from '../words.ts'
import { countOf, share } from './base-sets.ts'
import { isIn, spanOf, type Period } from './period.ts'

/** A removed piece. `shippedAt`: of its manifest. */
export type OldPartFact = {
  readonly status: ReturnedPartStatus
  readonly dueOn: LocalDate | null
  readonly shippedAt: Instant | null
  readonly verdict: Verdict
  readonly verdictAt: Instant | null
}

export type OldPartCounts = {
  readonly due: number
  readonly sent: number
  readonly late: number
  /** of those due, in tenths of a percent */ readonly sentRate: number | null
  /** null: nobody has recorded a verdict yet */ readonly rejected: number | null
}

/**
 * Old parts of a period (domain.md §5.3): 应返 is due in it or carried over unsent, 已返 was shipped in it, 逾期 was due
 * before its end and still here then, 驳回 by the day of the verdict. Pieces 免回收 or lost are not awaited.
 */
export function oldPartCounts(pieces: readonly OldPartFact[], period: Period): OldPartCounts {
  const span = spanOf(period)
  const awaited = pieces.filter(({ status }) => status !== 'exempt' && status !== 'lost')
  const due = awaited.filter(
    ({ dueOn, shippedAt }) =>
      dueOn !== null && dueOn <= period.to && (dueOn >= period.from || shippedAt === null || shippedAt >= span.from),
  )
  const judged = pieces.some(({ verdictAt }) => verdictAt !== null)
  return {
    due: due.length,
    sent: countOf(awaited, ({ shippedAt }) => isIn(shippedAt, span)),
    late: countOf(due, ({ shippedAt }) => shippedAt === null || shippedAt >= span.before),
    sentRate: share(
      countOf(due, ({ shippedAt }) => shippedAt !== null && shippedAt < span.before),
      due.length,
    ),
    rejected: judged ? countOf(pieces, ({ verdict, verdictAt }) => verdict === 'rejected' && isIn(verdictAt, span)) : null,
  }
}
