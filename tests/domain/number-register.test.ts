import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf, isWhole, type SeriesCounts } from '#domain/number-register'

function countsOf(sequences: readonly number[]): SeriesCounts {
  const none = { issued: 0, entered: 0, voided: 0, blank: 0, recovering: 0, returned: 0 }
  return {
    states: { ...none, issued: sequences.length },
    distinct: new Set(sequences).size,
    lowest: sequences.length === 0 ? null : Math.min(...sequences),
    highest: sequences.length === 0 ? null : Math.max(...sequences),
  }
}

test('holes, doubles and strays are named', () => {
  expect(faultsOf({ last: 9, opening: 2 }, [3, 4, 4, 7, 11, 1])).toEqual({
    holes: [
      { from: 5, to: 6 },
      { from: 8, to: 9 },
    ],
    twice: [4],
    beyond: [1, 11],
  })
  expect(faultsOf({ last: 0, opening: 0 }, [])).toEqual({ holes: [], twice: [], beyond: [] })
})

test('whole by the counts means: nothing is wrong number by number, and the other way round', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 14 })
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 8 }), (sequences, opening, given) => {
      const series = { opening, last: opening + given }
      const { holes, twice, beyond } = faultsOf(series, sequences)
      expect(isWhole(series, countsOf(sequences))).toBe(holes.length + twice.length + beyond.length === 0)
    }),
    { numRuns: 2000 },
  )
})

test('a run without holes is whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (opening, given) => {
      expect(isWhole({ opening, last: opening + given }, countsOf(Array.from({ length: given }, (_, index) => opening + 1 + index)))).toBe(
        true,
      )
    }),
  )
})
