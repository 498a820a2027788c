import { sourceKey } from '../form-fill.ts'
import type { Fen } from '../money.ts'
import { countOf, groupsBy, isDone, isOpenAfter, isReceived, isRework, totalOf, workOf, type OrderFact } from './base-sets.ts'
import { satisfiedRate, type CallBackFact } from './call-backs.ts'
import { mainFaults, type FaultFact } from './faults.ts'
import type { GatheredCells } from './gathered.ts'
import { oldPartCounts, type OldPartFact } from './old-parts.ts'
import { periodOnPaper, type Period, type Span } from './period.ts'

/** Claims of a period: sent by the day of 提交, decided by the day of the answer. null: no answer was ever recorded. */
export type ClaimSums = {
  readonly count: number
  readonly claimedFen: Fen
  readonly decided: { readonly approvedFen: Fen; readonly count: number; readonly passed: number } | null
}

/** Requests sent in the period; `open`: fitted and the old part still owed, as it stands today. */
export type RequestCounts = { readonly sent: number; readonly pieces: number; readonly open: number }

export type StationMonthFacts = {
  readonly period: Period
  readonly span: Span
  /** received or finished in the period, or open at its end */
  readonly orders: readonly OrderFact[]
  readonly faults: readonly FaultFact[]
  readonly oldParts: readonly OldPartFact[]
  readonly claims: ClaimSums
  readonly requests: RequestCounts
  /** F21 issued in the period */
  readonly feedbacks: number
  readonly calledBack: number
  /** of the period */
  readonly callBacks: readonly CallBackFact[]
  readonly staff: number
  readonly technicians: number
}

/** F20 (domain.md §5.3): the month by model, its money, old parts, requests and main faults. */
export function stationMonth({
  period,
  span,
  orders,
  faults,
  oldParts,
  claims,
  requests,
  feedbacks,
  calledBack,
  callBacks,
  staff,
  technicians,
}: StationMonthFacts): GatheredCells {
  const done = orders.filter((order) => isDone(order, span))
  const sum = (kind: 'labourFen' | 'partsFen' | 'outingFen' | 'otherFen') => totalOf(done, (order) => order[kind])
  const counted = orders.filter((order) => isReceived(order, span) || isDone(order, span) || isOpenAfter(order, span))
  const pieces = oldPartCounts(oldParts, period)
  return {
    values: {
      period: periodOnPaper(period),
      amountLabour: sum('labourFen'),
      amountParts: sum('partsFen'),
      amountOutings: sum('outingFen'),
      amountOther: sum('otherFen'),
      amountClaimed: claims.claimedFen,
      amountApproved: claims.decided?.approvedFen ?? null,
      oldPartsDue: pieces.due,
      oldPartsSent: pieces.sent,
      oldPartsLate: pieces.late,
      oldPartsRejected: pieces.rejected,
      requests: requests.sent,
      requestsOpen: requests.open,
      callbacks: calledBack,
      satisfiedRate: satisfiedRate(callBacks),
      feedbacks,
      staff,
      technicians,
    },
    tables: {
      models: groupsBy(counted, ({ model }) => model).map(([model, group]) => {
        const ready = group.filter((order) => isDone(order, span))
        const works = (work: ReturnType<typeof workOf>) => countOf(ready, (order) => workOf(order) === work)
        return {
          [sourceKey]: `model:${model}`,
          model,
          received: countOf(group, (order) => isReceived(order, span)),
          done: ready.length,
          warranty: works('warranty'),
          presale: works('presale'),
          paid: works('paid'),
          maintenance: works('maintenance'),
          outings: countOf(ready, ({ hasOuting }) => hasOuting),
          rework: countOf(ready, isRework),
          open: countOf(group, (order) => isOpenAfter(order, span)),
        }
      }),
      faults: mainFaults(faults),
    },
  }
}
