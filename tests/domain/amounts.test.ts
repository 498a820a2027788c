import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkAmount,
  checkHours,
  checkLabourAmount,
  checkPartAmount,
  checkQuantity,
  defaultOutingRates,
  markedUpPrice,
  type OrderLines,
  orderTotals,
  type Outing,
  outingAmount,
} from '#domain/amounts'
import { fen } from '#domain/money'
import { say } from '#domain/sentences/index'
import { chargeMode, codesOf, type ChargeMode } from '#domain/words'

const isStations = ({ chargeMode: mode }: { readonly chargeMode: ChargeMode }): boolean => mode === 'station'
const outing: Outing = { oneWayKm: 40, drivenKm: 86, people: 3, days: 2, nights: 1, faresFen: fen(2500), mealFen: null, lodgingFen: null }

describe('an outing', () => {
  test('is reckoned by the standard and explained line by line', () => {
    const { amount, lines, problems } = outingAmount(outing)
    expect({ amount, lines: lines.map(say), problems }).toEqual({
      amount: 8600 + 18_000 + 30_000 + 2500,
      lines: [
        '里程费：实际行驶 86 km × 1.00 元/km = 86.00 元',
        '伙食费：3 人 × 2 天 × 30.00 元 = 180.00 元',
        '住宿费：2 间 × 1 晚 × 150.00 元 = 300.00 元（3 人，两人一间）',
        '交通费：25.00 元',
        '外出费合计：591.00 元',
      ],
      problems: [],
    })
  })

  test('may count the distance one way, and given meals and lodging above the standard warn', () => {
    const given = { ...outing, drivenKm: 0, mealFen: fen(18_001), lodgingFen: fen(30_000), faresFen: fen(0) }
    const { amount, lines, problems } = outingAmount(given, { ...defaultOutingRates, kmBasis: 'oneWay' })
    expect({
      amount,
      lines: lines.map(say),
      problems: problems.map((problem) => `${problem.level} ${problem.field} ${say(problem)}`),
    }).toEqual({
      amount: 4000 + 18_001 + 30_000,
      lines: [
        '里程费：单程 40 km × 1.00 元/km = 40.00 元',
        '伙食费：按填写 180.01 元（标准 180.00 元）',
        '住宿费：按填写 300.00 元（标准 300.00 元）',
        '外出费合计：520.01 元',
      ],
      problems: ['warn mealFen 伙食费 180.01 元超过标准 180.00 元，需领导批准'],
    })
  })

  test('driven less than one way is doubted', () => {
    expect(outingAmount({ ...outing, drivenKm: 39 }).problems.map(say)).toEqual(['实际行驶 39 km 少于单程 40 km，请核对'])
    expect(outingAmount({ ...outing, drivenKm: 40, mealFen: fen(18_000) }).problems).toEqual([])
  })
})

describe('the totals of an order', () => {
  const order: OrderLines = {
    partLines: [
      { qty: 2, priceFen: fen(4550), chargeMode: 'warranty' },
      { qty: 1, priceFen: fen(1200), chargeMode: 'paid' },
      { qty: 1, priceFen: fen(30_000), chargeMode: 'awaitingOldPart' },
    ],
    labourLines: [
      { hours: 150, rateFen: fen(6000), chargeMode: 'warranty' },
      { hours: 33, rateFen: fen(6001), chargeMode: 'paid' },
    ],
    outings: [{ ...outing, people: 1, days: 1, nights: 0, faresFen: fen(0), chargeMode: 'warranty' }],
    otherFees: [{ amountFen: fen(500), chargeMode: 'paid' }],
  }

  test('part what the maker bears from what the customer pays', () => {
    const { outingSum, ...totals } = orderTotals(order)
    expect(totals).toEqual({
      partsFen: 40_300,
      labourFen: 9000 + 1980,
      outingFen: 11_600,
      otherFen: 500,
      totalFen: 63_380,
      claimPartsFen: 9100,
      claimLabourFen: 9000,
      claimOutingFen: 11_600,
      claimOtherFen: 0,
      claimTotalFen: 29_700,
      payablePartsFen: 31_200,
      payableLabourFen: 1980,
      payableOutingFen: 0,
      payableOtherFen: 500,
      payableFen: 33_680,
    })
    expect(outingSum).toHaveLength(3)
  })

  test('leave a line that waits for its old part with the maker if the policy does not bill it', () => {
    expect(orderTotals(order, { ...defaultOutingRates, billUnreturned: false })).toMatchObject({ claimPartsFen: 39_100, payableFen: 3680 })
  })

  test('ask neither the maker nor the customer for what the station bears', () => {
    const borne = order.partLines.map((line) => ({ ...line, chargeMode: 'station' as const }))
    expect(orderTotals({ ...order, partLines: borne })).toMatchObject({
      partsFen: 40_300,
      claimPartsFen: 0,
      payablePartsFen: 0,
      totalFen: 63_380,
      claimTotalFen: 20_600,
      payableFen: 2480,
    })
  })

  test('charge an outing to whom its line says', () => {
    const outings = order.outings.map((each) => ({ ...each, chargeMode: 'paid' as const }))
    expect(orderTotals({ outings, partLines: [], labourLines: [], otherFees: [] })).toMatchObject({ claimTotalFen: 0, payableFen: 11_600 })
  })

  test('always add up', () => {
    const mode = fc.constantFrom(...codesOf(chargeMode))
    const price = fc.nat({ max: 10_000_000 }).map(fen)
    const anyOrder = fc.record({
      partLines: fc.array(fc.record({ qty: fc.integer({ min: 1, max: 999 }), priceFen: price, chargeMode: mode })),
      labourLines: fc.array(fc.record({ hours: fc.integer({ min: 10, max: 9990 }), rateFen: price, chargeMode: mode })),
      outings: fc.array(
        fc.record({
          oneWayKm: fc.nat({ max: 2000 }),
          drivenKm: fc.nat({ max: 4000 }),
          people: fc.integer({ min: 1, max: 9 }),
          days: fc.integer({ min: 1, max: 9 }),
          nights: fc.nat({ max: 9 }),
          faresFen: price,
          mealFen: fc.option(price),
          lodgingFen: fc.option(price),
          chargeMode: mode,
        }),
        { maxLength: 3 },
      ),
      otherFees: fc.array(fc.record({ amountFen: price, chargeMode: mode })),
    })
    fc.assert(
      fc.property(anyOrder, fc.boolean(), (lines, billUnreturned) => {
        const sums = orderTotals(lines, { ...defaultOutingRates, billUnreturned })
        const { totalFen: borne } = orderTotals({
          partLines: lines.partLines.filter(isStations),
          labourLines: lines.labourLines.filter(isStations),
          outings: lines.outings.filter(isStations),
          otherFees: lines.otherFees.filter(isStations),
        })
        expect([sums.partsFen + sums.labourFen + sums.outingFen + sums.otherFen, sums.claimTotalFen + sums.payableFen + borne]).toEqual([
          sums.totalFen,
          sums.totalFen,
        ])
        expect(sums.payablePartsFen + sums.payableLabourFen + sums.payableOutingFen + sums.payableOtherFen).toBe(sums.payableFen)
        expect(sums.claimPartsFen + sums.claimLabourFen + sums.claimOutingFen + sums.claimOtherFen).toBe(sums.claimTotalFen)
      }),
    )
  })
})

describe('amounts from outside', () => {
  test('must be the product, one 分 apart at most', () => {
    const line = { qty: 3, priceFen: fen(333), amountFen: fen(1000) }
    expect([
      checkPartAmount(line),
      checkPartAmount({ ...line, amountFen: fen(1001) }, 'partLines.0.amount').map(say),
      checkLabourAmount({ hours: 150, rateFen: fen(6000), amountFen: fen(9000) }),
      checkLabourAmount({ hours: 150, rateFen: fen(6000), amountFen: fen(8000) }).map(say),
    ]).toEqual([
      [],
      ['金额 10.01 元与 数量 3 × 单价 3.33 元 = 9.99 元 不符，请核对数量和单价'],
      [],
      ['工时费 80.00 元与 工时 1.5 × 单价 60.00 元 = 90.00 元 不符，请核对工时和单价'],
    ])
  })

  test('have quantities, hours and signs within bounds', () => {
    expect([0, 1.5, -1, 1].map((qty) => checkQuantity(qty).length)).toEqual([1, 1, 1, 0])
    expect([9, 10, 9990, 9991].map((hours) => checkHours(hours).length)).toEqual([1, 0, 0, 1])
    expect([checkAmount(fen(-1)).map(say), checkAmount(fen(0))]).toEqual([['金额不能是负数，现在是 -0.01 元，请改成 0 或正数'], []])
    expect(checkPartAmount({ qty: 1.5, priceFen: fen(2), amountFen: fen(3) }).map(({ key }) => key)).toEqual(['amounts.quantity'])
    expect(checkLabourAmount({ hours: 5, rateFen: fen(6000), amountFen: fen(9000) }, 'hours').map(say)).toEqual([
      '工时应在 0.1 到 99.9 之间，现在是 0.05',
    ])
  })

  test('take the mark-up per piece', () => {
    expect([markedUpPrice(fen(4550), 133), markedUpPrice(fen(4550), 100)]).toEqual([6052, 4550])
  })
})
