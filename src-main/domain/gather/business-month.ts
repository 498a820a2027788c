import { sourceKey } from '../form-fill.ts'
import { countOf, isDelivered, isDone, isMaintenance, isRework, repairDays, share, totalOf, type OrderFact } from './base-sets.ts'
import { satisfiedRate, type CallBackFact } from './call-backs.ts'
import type { GatheredCells } from './gathered.ts'
import { oldPartCounts, type OldPartFact } from './old-parts.ts'
import { periodBefore, periodOnPaper, spanOf, yearToDate, type Period } from './period.ts'
import type { ClaimSums, RequestCounts } from './station-month.ts'

/** The rows of block 1, by the words printed on F24. 配件销售 is sold over the counter and not on record. */
const categories = ['三包维修', '收费维修', '首次保养', '定期保养', '售前维修', '外出服务'] as const
type Category = (typeof categories)[number]

/**
 * Where an order is counted on F24: services, presale work and outings in rows of their own, the rest by nature; a mixed one
 * under 三包 and under 收费 (domain.md §5.1, §5.6).
 */
export function categoriesOf(order: Pick<OrderFact, 'repairType' | 'nature' | 'hasOuting'>): readonly Category[] {
  if (isMaintenance(order)) return [order.repairType === 'firstService' ? '首次保养' : '定期保养']
  if (order.repairType === 'presale') return ['售前维修']
  if (order.repairType === 'outing' || order.hasOuting) return ['外出服务']
  if (order.nature === 'mixed') return ['三包维修', '收费维修']
  return [order.nature === 'paid' ? '收费维修' : '三包维修']
}

/** 分; `other` is outings and other fees. */
export type Amounts = { readonly labour: number; readonly parts: number; readonly other: number }

function amountsOf({ labourFen, partsFen, outingFen, otherFen }: OrderFact): Amounts {
  return { labour: labourFen, parts: partsFen, other: outingFen + otherFen }
}

/** The part of an order that belongs to one of its rows: of a mixed one the claim to 三包, what is left to 收费. */
function amountsIn(category: Category, order: OrderFact, claimed: ReadonlyMap<number, Amounts>): Amounts {
  const all = amountsOf(order)
  if (categoriesOf(order).length === 1) return all
  const own = claimed.get(order.id) ?? { labour: 0, parts: 0, other: 0 }
  return category === '三包维修' ? own : { labour: all.labour - own.labour, parts: all.parts - own.parts, other: all.other - own.other }
}

export type BusinessMonthFacts = {
  readonly period: Period
  /** finished from the period before, or from 1 January, to its end */
  readonly orders: readonly OrderFact[]
  readonly delivered: readonly OrderFact[]
  /** what is claimed of mixed orders */
  readonly claimed: ReadonlyMap<number, Amounts>
  readonly claims: ClaimSums
  readonly requests: RequestCounts
  /** in the shop at the end of the period and waiting for parts */
  readonly waiting: number
  readonly oldParts: readonly OldPartFact[]
  /** of the period */
  readonly callBacks: readonly CallBackFact[]
}

/**
 * F24 (domain.md §5.6): kinds of business with last period and the year so far, claims, parts, old parts and quality. 回访率 is
 * that of what was handed over in the period, whenever it was called back: a share of other orders could pass 100 %.
 */
export function businessMonth({
  period,
  orders,
  delivered,
  claimed,
  claims,
  requests,
  waiting,
  oldParts,
  callBacks,
}: BusinessMonthFacts): GatheredCells {
  const [span, before, year] = [spanOf(period), spanOf(periodBefore(period)), spanOf(yearToDate(period))]
  const doneIn = (of: typeof span) => orders.filter((order) => isDone(order, of))
  const [done, doneBefore, doneThisYear] = [doneIn(span), doneIn(before), doneIn(year)]
  const inCategory = (some: readonly OrderFact[], category: Category) => some.filter((order) => categoriesOf(order).includes(category))
  const counted = (some: readonly OrderFact[], category: Category) => inCategory(some, category).length
  const twice = (some: readonly OrderFact[]) => countOf(some, (order) => categoriesOf(order).length > 1)
  const handedOver = delivered.filter((order) => isDelivered(order, span))
  const days = handedOver.flatMap((order) => repairDays(order) ?? [])
  const pieces = oldPartCounts(oldParts, period)
  return {
    values: {
      period: periodOnPaper(period),
      mixedOrders: twice(done),
      mixedBefore: twice(doneBefore),
      mixedYear: twice(doneThisYear),
      claims: claims.count,
      amountClaimed: claims.claimedFen,
      amountApproved: claims.decided?.approvedFen ?? null,
      passedRate: claims.decided === null ? null : share(claims.decided.passed, claims.decided.count),
      requestedPieces: requests.pieces,
      waitingOrders: waiting,
      oldPartsDue: pieces.due,
      oldPartsSent: pieces.sent,
      oldPartsRate: pieces.sentRate,
      oldPartsRejected: pieces.rejected,
      oldPartsLate: pieces.late,
      reworkRate: share(countOf(done, isRework), done.length),
      callbackRate: share(
        countOf(handedOver, ({ calledBackAt }) => calledBackAt !== null),
        handedOver.length,
      ),
      satisfiedRate: satisfiedRate(callBacks),
      repairDays: days.length === 0 ? null : Math.round((totalOf(days, (each) => each) * 10) / days.length),
    },
    tables: {
      categories: categories.map((category) => {
        const own = inCategory(done, category).map((order) => amountsIn(category, order, claimed))
        return {
          [sourceKey]: category,
          category,
          count: own.length,
          countBefore: counted(doneBefore, category),
          yearToDate: counted(doneThisYear, category),
          labour: totalOf(own, ({ labour }) => labour),
          parts: totalOf(own, ({ parts }) => parts),
          other: totalOf(own, ({ other }) => other),
        }
      }),
    },
  }
}
