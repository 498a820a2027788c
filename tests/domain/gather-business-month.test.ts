import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDone, type OrderFact } from '#domain/gather/base-sets'
import { businessMonth } from '#domain/gather/business-month'
import { fen } from '#domain/money'
import { at, nothing, october, order, someOrders, span } from './gather-orders.ts'

test('F24: a mixed order stands under 三包 with what is claimed and under 收费 with the rest, and once in the total', () => {
  const orders = [
    order({ id: 1, nature: 'mixed', labourFen: fen(100), partsFen: fen(50), outingFen: fen(10), otherFen: fen(5) }),
    order({ id: 2, nature: 'mixed', hasOuting: true }),
    order({ id: 3, finishedAt: at('2026-09-30') }),
  ]
  const { values, tables } = businessMonth({
    period: october,
    orders,
    delivered: orders,
    claimed: new Map([[1, { labour: 60, parts: 50, other: 10 }]]),
    ...nothing,
    waiting: 0,
  })
  expect(
    tables['categories']
      ?.filter(({ count, countBefore }) => count !== 0 || countBefore !== 0)
      .map(({ category, count, countBefore, yearToDate, labour, parts, other }) => [
        category,
        count,
        countBefore,
        yearToDate,
        labour,
        parts,
        other,
      ]),
  ).toEqual([
    ['三包维修', 1, 1, 2, 60, 50, 10],
    ['收费维修', 1, 0, 1, 40, 0, 5],
    ['外出服务', 1, 0, 1, 0, 0, 0],
  ])
  expect(values).toMatchObject({ mixedOrders: 1, mixedBefore: 0, mixedYear: 1, repairDays: 10 })
})

test('F24: 回访率 is of the orders handed over in the month, whenever they were called back, and never above 100 %', () => {
  const delivered = [
    order({ calledBackAt: at('2026-10-07') }),
    order({ deliveredAt: at('2026-10-31'), calledBackAt: at('2026-11-01') }),
    order(),
    order({ status: 'cancelled', calledBackAt: at('2026-10-07') }),
    ...['2026-09-29', '2026-09-30'].map((day) => order({ deliveredAt: at(day), calledBackAt: at('2026-10-01') })),
  ]
  const rateOf = (some: readonly OrderFact[]) =>
    businessMonth({ period: october, orders: [], delivered: some, claimed: new Map(), ...nothing, waiting: 0 }).values['callbackRate']
  expect([rateOf(delivered), rateOf(delivered.slice(0, 2)), rateOf(delivered.slice(4))]).toEqual([667, 1000, null])
})

describe('whatever the orders', () => {
  test('rows less the mixed orders are the finished ones, money is neither lost nor doubled', () => {
    fc.assert(
      fc.property(someOrders, (orders) => {
        const claimed = new Map(orders.map(({ id, labourFen }) => [id, { labour: Math.floor(labourFen / 3), parts: 0, other: 0 }]))
        const { values, tables } = businessMonth({ period: october, orders, delivered: [], claimed, ...nothing, waiting: 0 })
        const sum = (key: string) => (tables['categories'] ?? []).reduce((total, row) => total + Number(row[key]), 0)
        const done = orders.filter((each) => isDone(each, span))
        expect([sum('count') - Number(values['mixedOrders']), sum('labour')]).toEqual([
          done.length,
          done.reduce((total, each) => total + each.labourFen, 0),
        ])
      }),
    )
  })
})
