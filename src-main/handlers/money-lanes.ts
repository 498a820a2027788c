import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { countUnclaimed, listSentLanes, sentLanes } from '#db/queries/home'
import type { Reader } from '#db/types'
import { zeroFen } from '#domain/money'

/** The money lane, every place of it: how much stands where, and since which 完工 (product.md 工作台). */
export function moneyLanes(db: Reader): OutputOf<AppContract['claims']['lanes']> {
  const sent = listSentLanes(db)
  return [
    { lane: 'unclaimed', ...countUnclaimed(db) },
    ...sentLanes.map((lane) => sent.find((row) => row.lane === lane) ?? { lane, count: 0, totalFen: zeroFen, oldest: null }),
  ]
}
