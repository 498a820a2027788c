import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate, type LocalDate } from '#domain/dates'
import { fen } from '#domain/money'
import { checkValidity, pricesOn, type DatedPrice } from '#domain/part-price'

const own = { priceFen: fen(1000), retailPriceFen: fen(1500) }
const list = (validFrom: string, validTo: string | null, price: number, retail: number | null = null): DatedPrice => ({
  validFrom: localDate(validFrom),
  validTo: validTo === null ? null : localDate(validTo),
  priceFen: fen(price),
  retailPriceFen: retail === null ? null : fen(retail),
})

test('the price of a day: of the list in force, of the one begun last, else the part’s own', () => {
  const lists = [list('2026-01-01', null, 1100, 1600), list('2026-06-01', '2026-06-30', 1200)]
  const on = (day: string) => {
    const { priceFen, retailPriceFen } = pricesOn(own, lists, localDate(day))
    return [priceFen, retailPriceFen]
  }
  expect({
    before: on('2025-12-31'),
    first: on('2026-01-01'),
    inJune: on('2026-06-01'),
    lastOfJune: on('2026-06-30'),
    july: on('2026-07-01'),
  }).toEqual({
    before: [1000, 1500],
    first: [1100, 1600],
    inJune: [1200, 1500],
    lastOfJune: [1200, 1500],
    july: [1100, 1600],
  })
})

test('a list ends on the day it begins or later', () => {
  expect([
    checkValidity(list('2026-06-01', '2026-06-01', 1)),
    checkValidity(list('2026-06-02', '2026-06-01', 1)).map(({ key, field }) => [key, field]),
  ]).toEqual([[], [['catalogue.validity', 'validTo']]])
})

const day = fc.integer({ min: 0, max: 400 }).map((days): LocalDate => addDays(localDate('2026-01-01'), days))
const dated = fc
  .record({ validFrom: day, length: fc.option(fc.integer({ min: 0, max: 90 })), price: fc.integer({ min: 1, max: 99_999 }) })
  .map(({ validFrom, length, price }): DatedPrice => ({
    validFrom,
    validTo: length === null ? null : addDays(validFrom, length),
    priceFen: fen(price),
    retailPriceFen: null,
  }))

test('whatever the lists, the order they are kept in changes nothing, and a list over or not begun is never used', () => {
  fc.assert(
    fc.property(fc.uniqueArray(dated, { selector: ({ validFrom }) => validFrom, maxLength: 8 }), day, (lists, on) => {
      const { priceFen } = pricesOn(own, lists, on)
      expect(pricesOn(own, lists.toReversed(), on).priceFen).toBe(priceFen)
      const allowed = lists
        .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on))
        .map((each) => each.priceFen)
      expect(allowed.length === 0 ? [own.priceFen] : allowed).toContain(priceFen)
    }),
  )
})
