import { localDateOf, type Instant, type LocalDate } from './dates.ts'
import { stop, type Problem } from './errors.ts'
import type { Fen } from './money.ts'

/** What a maker's price list says of one part: from its first day to its last, null = until further notice. */
export type DatedPrice = {
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly priceFen: Fen
  readonly retailPriceFen: Fen | null
}

export type PartPrices = { readonly priceFen: Fen; readonly retailPriceFen: Fen }

/**
 * The prices of a part on a day (domain.md M19): those of the list in force; where several are, of the one that began
 * last; where none is, the part's own. A list without a retail price leaves the part's own.
 */
export function pricesOn(own: PartPrices, dated: readonly DatedPrice[], day: LocalDate): PartPrices {
  const inForce = dated.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
  const latest = inForce.reduce<DatedPrice | null>(
    (best, price) => (best === null || price.validFrom > best.validFrom ? price : best),
    null,
  )
  return latest === null ? own : { priceFen: latest.priceFen, retailPriceFen: latest.retailPriceFen ?? own.retailPriceFen }
}

export function checkValidity({ validFrom, validTo }: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null }): Problem[] {
  return validTo !== null && validTo < validFrom ? [stop('catalogue.validity', 'validTo', { from: validFrom, to: validTo })] : []
}

/** The day whose prices an order takes: when the repair began, else when the vehicle came in, else when it was reported. */
export function priceDayOf({
  startedAt,
  receivedAt,
  reportedOn,
}: {
  readonly startedAt: Instant | null
  readonly receivedAt: Instant | null
  readonly reportedOn: LocalDate
}): LocalDate {
  const moment = startedAt ?? receivedAt
  return moment === null ? reportedOn : localDateOf(moment)
}
