import { type Problem, stop, warn } from './errors.ts'
import { type Fen, fen, formatFen, hourAmount, hundredthsOf, sumFen, timesFen, zeroFen } from './money.ts'
import { type Sentence, sentence } from './sentences/index.ts'
import { grouped } from './text.ts'
import type { ChargeMode, Nature } from './words.ts'

/** Policy parameters of outings (domain.md M06–M08). 分 per km, per person and day, per room and night. */
export type OutingRates = {
  readonly kmRate: Fen
  readonly mealPerDay: Fen
  readonly lodgingPerNight: Fen
  /** S3 does not say which way counts: the km really driven, or the distance one way. */
  readonly kmBasis: 'actual' | 'oneWay'
}

export const defaultOutingRates: OutingRates = { kmRate: fen(100), mealPerDay: fen(3000), lodgingPerNight: fen(15_000), kmBasis: 'actual' }

/** Meals and lodging given by hand stand instead of the standard; null = by the standard. */
export type Outing = {
  readonly oneWayKm: number
  readonly drivenKm: number
  readonly people: number
  readonly days: number
  readonly nights: number
  readonly faresFen: Fen
  readonly mealFen: Fen | null
  readonly lodgingFen: Fen | null
}

/** `lines` explain the amount item by item and end with the total; items of 0 元 are left out. */
export type OutingCosts = { readonly mileageFen: Fen; readonly mealFen: Fen; readonly lodgingFen: Fen; readonly faresFen: Fen }
export type OutingAmount = {
  readonly amount: Fen
  readonly costs: OutingCosts
  readonly lines: readonly Sentence[]
  readonly problems: readonly Problem[]
}

type OutingItem = { readonly amount: Fen; readonly line: Sentence; readonly problems: readonly Problem[] }

export type Sums = {
  readonly partsFen: Fen
  readonly labourFen: Fen
  readonly outingFen: Fen
  readonly otherFen: Fen
  readonly totalFen: Fen
}

export type OrderTotals = Sums & {
  readonly claimPartsFen: Fen
  readonly claimLabourFen: Fen
  readonly claimOutingFen: Fen
  readonly claimOtherFen: Fen
  readonly claimTotalFen: Fen
  readonly payablePartsFen: Fen
  readonly payableLabourFen: Fen
  readonly payableOutingFen: Fen
  readonly payableOtherFen: Fen
  readonly payableFen: Fen
  readonly outingSum: Sentence[]
}

export type OrderLines = {
  readonly partLines: readonly { readonly qty: number; readonly priceFen: Fen; readonly chargeMode: ChargeMode }[]
  /** hours in 1/100 h */
  readonly labourLines: readonly { readonly hours: number; readonly rateFen: Fen; readonly chargeMode: ChargeMode }[]
  readonly outings: readonly (Outing & { readonly chargeMode: ChargeMode })[]
  readonly otherFees: readonly { readonly amountFen: Fen; readonly chargeMode: ChargeMode }[]
}

/** `billUnreturned`: a line 待旧件入库 is on the customer until the old part is in (domain.md M04). */
export type AmountParameters = OutingRates & { readonly billUnreturned: boolean }

export const defaultAmountParameters: AmountParameters = { ...defaultOutingRates, billUnreturned: true }

/** Unit price with the maker's mark-up in percent (100 = none, 133 = ×1.33), rounded per piece so that price × quantity stays the amount (M18). */
export function markedUpPrice(price: Fen, markupPercent: number): Fen {
  return hundredthsOf(price, markupPercent)
}

/** domain.md M18, V-12 */
export function partAmount({ qty, priceFen }: { readonly qty: number; readonly priceFen: Fen }): Fen {
  return timesFen(priceFen, qty)
}

/** domain.md M18; hours in 1/100 h. */
export function labourAmount({ hours, rateFen }: { readonly hours: number; readonly rateFen: Fen }): Fen {
  return hourAmount(hours, rateFen)
}

function kmItem({ oneWayKm, drivenKm }: Outing, { kmRate, kmBasis }: OutingRates): OutingItem {
  const km = kmBasis === 'actual' ? drivenKm : oneWayKm
  const amount = timesFen(kmRate, km)
  const key = kmBasis === 'actual' ? 'amounts.outingKmActual' : 'amounts.outingKmOneWay'
  const isTooLittle = kmBasis === 'actual' && drivenKm < oneWayKm
  return {
    amount,
    line: sentence(key, { km: grouped(km), rate: formatFen(kmRate), amount: formatFen(amount) }),
    problems: isTooLittle
      ? [warn('amounts.drivenLessThanOneWay', 'drivenKm', { driven: grouped(drivenKm), oneWay: grouped(oneWayKm) })]
      : [],
  }
}

function mealItem({ people, days, mealFen }: Outing, { mealPerDay }: OutingRates): OutingItem {
  const byRate = timesFen(mealPerDay, people * days)
  if (mealFen === null) {
    return {
      amount: byRate,
      problems: [],
      line: sentence('amounts.outingMeal', { people, days, rate: formatFen(mealPerDay), amount: formatFen(byRate) }),
    }
  }
  const given = { amount: formatFen(mealFen), standard: formatFen(byRate) }
  return {
    amount: mealFen,
    line: sentence('amounts.outingMealGiven', given),
    problems: mealFen > byRate ? [warn('amounts.mealOverStandard', 'mealFen', given)] : checkAmount(mealFen, 'mealFen'),
  }
}

function lodgingItem({ people, nights, lodgingFen }: Outing, { lodgingPerNight }: OutingRates): OutingItem {
  const rooms = Math.ceil(people / 2)
  const byRate = timesFen(lodgingPerNight, rooms * nights)
  if (lodgingFen === null) {
    const line = sentence('amounts.outingLodging', { rooms, nights, people, rate: formatFen(lodgingPerNight), amount: formatFen(byRate) })
    return { amount: byRate, problems: [], line }
  }
  const given = { amount: formatFen(lodgingFen), standard: formatFen(byRate) }
  return {
    amount: lodgingFen,
    line: sentence('amounts.outingLodgingGiven', given),
    problems: lodgingFen > byRate ? [warn('amounts.lodgingOverStandard', 'lodgingFen', given)] : checkAmount(lodgingFen, 'lodgingFen'),
  }
}

/** One outing: mileage (M06), meals (M07), lodging two to a room (M08), fares. Above the standard warns (M11), below 0 stops (V-12). */
export function outingAmount(outing: Outing, rates: OutingRates = defaultOutingRates): OutingAmount {
  const fares: OutingItem = {
    amount: outing.faresFen,
    problems: checkAmount(outing.faresFen, 'faresFen'),
    line: sentence('amounts.outingFares', { amount: formatFen(outing.faresFen) }),
  }
  const [mileage, meal, lodging] = [kmItem(outing, rates), mealItem(outing, rates), lodgingItem(outing, rates)]
  const items = [mileage, meal, lodging, fares]
  const amount = sumFen(items.map((item) => item.amount))
  const lines = items.filter((item) => item.amount !== 0).map(({ line }) => line)
  return {
    amount,
    costs: { mileageFen: mileage.amount, mealFen: meal.amount, lodgingFen: lodging.amount, faresFen: fares.amount },
    lines: [...lines, sentence('amounts.outingTotal', { amount: formatFen(amount) })],
    problems: items.flatMap(({ problems }) => problems),
  }
}

/** Who bears a new line by default: the customer only on a paid order. */
export function chargedTo(nature: Nature): ChargeMode {
  return nature === 'paid' ? 'paid' : 'warranty'
}

/** Whether the maker is asked for it, now or once its old part is in (M04). */
export function concernsMaker({ chargeMode }: { readonly chargeMode: ChargeMode }): boolean {
  return chargeMode === 'warranty' || chargeMode === 'awaitingOldPart'
}

export function isClaimed(chargeMode: ChargeMode, billUnreturned: boolean): boolean {
  return chargeMode === 'warranty' || (chargeMode === 'awaitingOldPart' && !billUnreturned)
}

/** 收费, and what is charged until its old part is in (M04). What the station bears nobody pays. */
function isPayable(chargeMode: ChargeMode, billUnreturned: boolean): boolean {
  return chargeMode === 'paid' || (chargeMode === 'awaitingOldPart' && billUnreturned)
}

type Charged = { readonly amount: Fen; readonly chargeMode: ChargeMode }

/** Totals of an order, and how maker (claim), customer (payable) and station (what is left) share them. */
export function orderTotals(order: OrderLines, parameters: AmountParameters = defaultAmountParameters): OrderTotals {
  const { billUnreturned } = parameters
  const outings = order.outings.map((outing) => outingAmount(outing, parameters))
  const all: Readonly<Record<'parts' | 'labour' | 'outing' | 'other', readonly Charged[]>> = {
    parts: order.partLines.map((line) => ({ amount: partAmount(line), chargeMode: line.chargeMode })),
    labour: order.labourLines.map((line) => ({ amount: labourAmount(line), chargeMode: line.chargeMode })),
    outing: order.outings.map(({ chargeMode }, index) => ({ amount: outings[index]?.amount ?? zeroFen, chargeMode })),
    other: order.otherFees.map(({ amountFen, chargeMode }) => ({ amount: amountFen, chargeMode })),
  }
  const sums = sumsOf(all, () => true)
  const claim = sumsOf(all, (chargeMode) => isClaimed(chargeMode, billUnreturned))
  const payable = sumsOf(all, (chargeMode) => isPayable(chargeMode, billUnreturned))
  return {
    ...sums,
    claimPartsFen: claim.partsFen,
    claimLabourFen: claim.labourFen,
    claimOutingFen: claim.outingFen,
    claimOtherFen: claim.otherFen,
    claimTotalFen: claim.totalFen,
    payablePartsFen: payable.partsFen,
    payableLabourFen: payable.labourFen,
    payableOutingFen: payable.outingFen,
    payableOtherFen: payable.otherFen,
    payableFen: payable.totalFen,
    outingSum: outings.flatMap(({ lines }) => lines),
  }
}

function sumsOf(
  all: Readonly<Record<'parts' | 'labour' | 'outing' | 'other', readonly Charged[]>>,
  counts: (chargeMode: ChargeMode) => boolean,
): Sums {
  const sumOf = (lines: readonly Charged[]): Fen => sumFen(lines.filter(({ chargeMode }) => counts(chargeMode)).map(({ amount }) => amount))
  const [partsFen, labourFen, outingFen, otherFen] = [sumOf(all.parts), sumOf(all.labour), sumOf(all.outing), sumOf(all.other)]
  return { partsFen, labourFen, outingFen, otherFen, totalFen: sumFen([partsFen, labourFen, outingFen, otherFen]) }
}

/** domain.md V-11: a whole number of at least 1. */
export function checkQuantity(qty: number, field: string | null = null): Problem[] {
  return Number.isSafeInteger(qty) && qty >= 1 ? [] : [stop('amounts.quantity', field, { qty })]
}

/** domain.md V-12: not below 0. */
export function checkAmount(amount: Fen, field: string | null = null): Problem[] {
  return amount >= 0 ? [] : [stop('amounts.negative', field, { amount: formatFen(amount) })]
}

/** domain.md V-12: hours (1/100 h) from 0.1 to 99.9. */
export function checkHours(hours: number, field: string | null = null): Problem[] {
  return Number.isSafeInteger(hours) && hours >= 10 && hours <= 9990 ? [] : [stop('amounts.hours', field, { hours: hours / 100 })]
}

function isOff(amount: Fen, product: Fen): boolean {
  return Math.abs(amount - product) > 1
}

/** domain.md V-12 for an amount that came from outside: quantity × price, one 分 apart at most. */
export function checkPartAmount(
  line: { readonly qty: number; readonly priceFen: Fen; readonly amountFen: Fen },
  field: string | null = null,
): Problem[] {
  const problems = [...checkQuantity(line.qty, field), ...checkAmount(line.priceFen, field), ...checkAmount(line.amountFen, field)]
  if (problems.length > 0) return problems
  const product = partAmount(line)
  if (!isOff(line.amountFen, product)) return []
  const params = { amount: formatFen(line.amountFen), qty: line.qty, price: formatFen(line.priceFen), product: formatFen(product) }
  return [stop('amounts.notProduct', field, params)]
}

/** domain.md V-12 for a labour amount that came from outside: hours × rate, one 分 apart at most. */
export function checkLabourAmount(
  line: { readonly hours: number; readonly rateFen: Fen; readonly amountFen: Fen },
  field: string | null = null,
): Problem[] {
  const problems = [...checkHours(line.hours, field), ...checkAmount(line.rateFen, field), ...checkAmount(line.amountFen, field)]
  if (problems.length > 0) return problems
  const product = labourAmount(line)
  if (!isOff(line.amountFen, product)) return []
  const params = { amount: formatFen(line.amountFen), hours: line.hours / 100, rate: formatFen(line.rateFen), product: formatFen(product) }
  return [stop('amounts.notHourProduct', field, params)]
}
