import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantOf, localDate, type LocalDate } from '#domain/dates'
import { fen } from '#domain/money'
import { checkTerms, dayReceived, defaultTerms, earliestStart, readTerms, settledUnder, type PolicyTerms } from '#domain/policy-terms'
import { say } from '#domain/sentences/index'
import { codesOf, policyTerm } from '#domain/words'
import policies from '../../db/samples/policies.json' with { type: 'json' }

const day = localDate
const said = (changes: Partial<PolicyTerms>) => checkTerms({ ...defaultTerms, ...changes }).map((problem) => [problem.field, say(problem)])

describe('rates and terms', () => {
  it('are named each, and the samples say what the rules take for granted', () => {
    expect(Object.keys(defaultTerms).toSorted()).toEqual(codesOf(policyTerm).toSorted())
    expect(policies.map(({ params }) => readTerms(params))).toEqual(policies.map(() => defaultTerms))
  })

  it('stored in a shape no rule can use are the rule’s own', () => {
    expect(
      readTerms({
        kmRate: 120,
        kmBasis: 'oneWay',
        mealPerDay: -1,
        claimMaxD: '60',
        callbackH: 1.5,
        statDay: 40,
        oldPartDueRule: { kind: 'days', days: 20 },
        photosRequired: true,
        billUnreturned: false,
        vinCheck: 'never',
        prepay: true,
      }),
    ).toEqual({
      ...defaultTerms,
      kmRate: 120,
      kmBasis: 'oneWay',
      oldPartDueRule: { kind: 'days', days: 20 },
      photosRequired: 1,
      billUnreturned: false,
    })
  })

  it('beyond what is sensible are refused with what would be right', () => {
    expect(
      said({
        kmRate: fen(-1),
        claimMaxD: 0,
        photosRequired: 21,
        statDay: 32,
        callbackH: 721,
        oldPartDueRule: { kind: 'dayOfNextMonth', day: 0 },
      }),
    ).toEqual([
      ['terms.kmRate', '里程费应在 0.00 到 100.00 元之间，现在是 -0.01'],
      ['terms.claimMaxD', '索赔期限应在 1 到 730 天之间，现在是 0'],
      ['terms.photosRequired', '索赔照片至少应在 0 到 20 张之间，现在是 21'],
      ['terms.callbackH', '完工后回访应在 1 到 720 小时之间，现在是 721'],
      ['terms.statDay', '售后服务统计表应在 1 到 31 日之间，现在是 32'],
      ['terms.oldPartDueRule', '旧件返厂期限应在 1 到 31 日之间，现在是 0'],
    ])
  })

  it('hold for an order by the day it came in, or was reported while the vehicle is not here', () => {
    const reportedAt = instantOf(day('2026-11-20'), '23:30')
    expect([
      dayReceived({ reportedAt, receivedAt: null }),
      dayReceived({ reportedAt, receivedAt: instantOf(day('2026-11-22'), '00:10') }),
    ]).toEqual(['2026-11-20', '2026-11-22'])
  })
})

describe('what is settled', () => {
  const settled = [
    { day: day('2026-10-05'), count: 2 },
    { day: day('2026-11-10'), count: 3 },
  ]

  it('is counted until other terms begin', () => {
    expect([
      settledUnder(day('2026-10-01'), [], settled),
      settledUnder(day('2026-10-01'), [day('2026-11-01')], settled),
      settledUnder(day('2026-11-11'), [day('2026-11-01')], settled),
    ]).toEqual([5, 2, 0])
  })

  it('says from when on terms may begin: after the last day, or in a gap before others', () => {
    expect([
      earliestStart(day('2026-10-01'), [], settled),
      earliestStart(day('2026-10-01'), [day('2026-11-01')], settled),
      earliestStart(day('2026-12-01'), [], settled),
    ]).toEqual(['2026-11-11', '2026-10-06', '2026-12-01'])
  })

  it('is never touched by terms from the earliest day, and by any earlier day after the one asked it is', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((offset): LocalDate => addDays(day('2026-10-01'), offset))
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 4 }), fc.array(days, { maxLength: 8 }), (from, starts, finished) => {
        const counts = finished.map((each) => ({ day: each, count: 1 }))
        const earliest = earliestStart(from, starts, counts)
        expect(settledUnder(earliest, starts, counts)).toBe(0)
        for (let earlier = from; earlier < earliest; earlier = addDays(earlier, 1))
          expect(settledUnder(earlier, starts, counts)).toBeGreaterThan(0)
      }),
    )
  })
})
