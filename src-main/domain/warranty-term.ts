import { addDays, addMonths, daysBetween, laterOf, nextWorkingDay, type Holidays, type LocalDate } from './dates.ts'
import { sentence, type Sentence } from './sentences/index.ts'
import { grouped } from './text.ts'
import { partCategory as categoryWords, type LimitScope, type PartCategory, type StartRule, type Usage } from './words.ts'

/** `fact` plain arithmetic, `pass` ✓, `fail` ×, `ask` something is missing to decide. */
export type WarrantyLine = Sentence & { readonly mark: 'fact' | 'pass' | 'fail' | 'ask' }

export function lineOf(mark: WarrantyLine['mark'], ...args: Parameters<typeof sentence>): WarrantyLine {
  return { ...sentence(...args), mark }
}

/** months and km null = no such limit; `ref`: part code or PartCategory key, '' for engine and whole */
export type WarrantyLimit = {
  readonly scope: LimitScope
  readonly ref: string
  readonly months: number | null
  readonly km: number | null
  readonly exclude: boolean
}

export type WarrantyPolicy = {
  readonly name: string
  readonly startRule: StartRule
  readonly deductRepairDays: boolean
  readonly deductWaitDays: boolean
  readonly holidayShift: boolean
  /** percent of the months left for 营运 and 租赁: 100 = the same, 50 = half; broken months are rounded up */
  readonly commercialUseFactor: number
  readonly partProductionLimitMonths: number | null
  readonly limits: readonly WarrantyLimit[]
}

export type WarrantyUnit = {
  /** invoice date */
  readonly purchaseDate: LocalDate | null
  readonly deliveryDate: LocalDate | null
  /** invoice or warranty card on file, or the sale is known from own records */
  readonly hasProof: boolean
  readonly usage: Usage
  readonly usesMileage: boolean
  /** km run on odometers that were replaced (V-10) */
  readonly mileageOffset: number
  readonly tamperFlag: boolean
}

export type WarrantyPart = {
  readonly code: string
  readonly name: string
  readonly category: PartCategory
  readonly isEngine: boolean
  /** 所属总成, '' when it belongs to none */
  readonly assembly: string
  /** limit of the part itself in the catalogue; goes before the category's, after a part line of the policy */
  readonly months: number | null
  readonly km: number | null
  readonly producedOn: LocalDate | null
}

export type Span = { readonly from: LocalDate; readonly to: LocalDate }

/** An earlier order of the unit. Counts only if it was 三包 (特批 too) and has been handed back. */
export type EarlierOrder = {
  readonly no: string
  readonly warranty: boolean
  readonly receivedOn: LocalDate
  readonly deliveredOn: LocalDate | null
  readonly waits: readonly Span[]
}

/** Start of the term by the policy's rule; `start` null when it cannot be known. */
export function termStart(unit: WarrantyUnit, rule: StartRule): { readonly start: LocalDate | null; readonly line: WarrantyLine } {
  const { purchaseDate, deliveryDate } = unit
  if (purchaseDate === null && deliveryDate === null) return { start: null, line: lineOf('ask', 'warranty.ask.purchaseDate') }
  if (rule === 'later' && purchaseDate !== null && deliveryDate !== null) {
    const start = laterOf(purchaseDate, deliveryDate)
    return { start, line: lineOf('fact', 'warranty.start.later', { date: start, invoice: purchaseDate, delivery: deliveryDate }) }
  }
  if (deliveryDate !== null && (rule === 'delivery' || purchaseDate === null)) {
    return { start: deliveryDate, line: lineOf('fact', 'warranty.start.delivery', { date: deliveryDate }) }
  }
  if (purchaseDate === null) return { start: null, line: lineOf('ask', 'warranty.ask.purchaseDate') }
  return {
    start: purchaseDate,
    line: lineOf('fact', rule === 'invoice' ? 'warranty.start.invoice' : 'warranty.start.invoiceInstead', { date: purchaseDate }),
  }
}

/** The order of scopes of domain.md §4.4.4: part > part category > assembly > engine > whole. A consumable without its own limit is excluded (MC10). */
export function limitFor(part: WarrantyPart | null, limits: readonly WarrantyLimit[]): WarrantyLimit | null {
  const find = (scope: LimitScope, ref: string | null): WarrantyLimit | undefined =>
    limits.find((limit) => limit.scope === scope && (ref === null || limit.ref === ref))
  const whole = find('whole', null)
  if (part === null) return whole ?? null
  const ofPart = find('part', part.code) ?? ownLimit(part) ?? find('category', part.category)
  if (ofPart !== undefined) return ofPart
  if (part.category === 'consumable') return { scope: 'category', ref: 'consumable', months: null, km: null, exclude: true }
  const ofAssembly = part.assembly === '' ? undefined : find('assembly', part.assembly)
  return ofAssembly ?? (part.isEngine ? find('engine', null) : undefined) ?? whole ?? null
}

function ownLimit({ code, months, km }: WarrantyPart): WarrantyLimit | undefined {
  return months === null && km === null ? undefined : { scope: 'part', ref: code, months, km, exclude: false }
}

function scopeLine(part: WarrantyPart | null, { scope }: WarrantyLimit): WarrantyLine {
  if (part !== null && scope === 'part') return lineOf('fact', 'warranty.scope.part', { part: part.name })
  if (part !== null && scope === 'category')
    return lineOf('fact', 'warranty.scope.category', { part: part.name, category: categoryWords[part.category] })
  if (part !== null && scope === 'assembly') return lineOf('fact', 'warranty.scope.assembly', { part: part.name, assembly: part.assembly })
  return lineOf('fact', scope === 'engine' ? 'warranty.scope.engine' : 'warranty.scope.whole')
}

function amountLine({ months, km }: WarrantyLimit): WarrantyLine {
  if (months !== null && km !== null) return lineOf('fact', 'warranty.limit.both', { months, km: grouped(km) })
  if (months !== null) return lineOf('fact', 'warranty.limit.months', { months })
  return km === null ? lineOf('fact', 'warranty.limit.none') : lineOf('fact', 'warranty.limit.km', { km: grouped(km) })
}

/** The limit with the commercial factor applied to its months, and the lines that say so. */
export function limitInUse(
  part: WarrantyPart | null,
  limit: WarrantyLimit,
  usage: Usage,
  factor: number,
): { readonly limit: WarrantyLimit; readonly lines: WarrantyLine[] } {
  const lines = [scopeLine(part, limit)]
  if (limit.exclude) return { limit, lines }
  lines.push(amountLine(limit))
  const { months } = limit
  if ((usage !== 'commercial' && usage !== 'rental') || factor === 100 || months === null) return { limit, lines }
  const result = Math.ceil((months * factor) / 100)
  lines.push(lineOf('fact', 'warranty.commercial', { percent: factor, months, result }))
  return { limit: { ...limit, months: result }, lines }
}

type Owner = { readonly no: string; readonly kind: 'repair' | 'wait'; readonly span: Span }
/** `end` after the holiday shift; `deducted` the days that moved it, in order */
export type TermEnd = { readonly end: LocalDate; readonly deducted: readonly LocalDate[]; readonly lines: WarrantyLine[] }

function ownersOf(earlier: readonly EarlierOrder[], receivedOn: LocalDate, { deductRepairDays, deductWaitDays }: WarrantyPolicy): Owner[] {
  const counted = earlier.filter((order) => order.warranty && order.deliveredOn !== null)
  const repairs = counted.flatMap(({ no, receivedOn: from, deliveredOn: to }): Owner[] =>
    to === null ? [] : [{ no, kind: 'repair', span: { from, to } }],
  )
  const waits = counted.flatMap(({ no, waits: spans }) => spans.map((span): Owner => ({ no, kind: 'wait', span })))
  return [...(deductRepairDays ? repairs : []), ...(deductWaitDays ? waits : [])].filter(({ span }) => span.from <= receivedOn)
}

/**
 * Every occupied day with its owner; a day belongs to one owner only, repairs before waits. First and last day count
 * (LAW43 art. 40: a begun day is a day).
 */
function occupiedDays(owners: readonly Owner[], start: LocalDate): Map<LocalDate, Owner> {
  const days = new Map<LocalDate, Owner>()
  for (const owner of owners) {
    for (let day = laterOf(owner.span.from, start); day <= owner.span.to; day = addDays(day, 1)) {
      if (!days.has(day)) days.set(day, owner)
    }
  }
  return days
}

/**
 * The end of the term. The clock stands still on an occupied day, so each one reached before the end moves the end by a
 * day; days after the end no longer do. Bounded by the days of the spans given.
 */
export function termEnd(
  start: LocalDate,
  months: number,
  earlier: readonly EarlierOrder[],
  receivedOn: LocalDate,
  policy: WarrantyPolicy,
  holidays: Holidays,
): TermEnd {
  const owners = ownersOf(earlier, receivedOn, policy)
  const occupied = occupiedDays(owners, start)
  const counted = new Map<Owner, number>()
  const deducted: LocalDate[] = []
  let end = addMonths(start, months)
  for (const day of [...occupied.keys()].sort()) {
    const owner = occupied.get(day)
    if (owner === undefined || day > end) continue
    end = addDays(end, 1)
    deducted.push(day)
    counted.set(owner, (counted.get(owner) ?? 0) + 1)
  }
  const lines = deductionLines(owners, counted, end, policy)
  lines.push(lineOf('fact', 'warranty.end', { start, months, days: deducted.length, end }))
  const shifted = policy.holidayShift ? nextWorkingDay(end, holidays) : end
  if (shifted !== end) lines.push(lineOf('fact', 'warranty.shifted', { end, shifted }))
  return { end: shifted, deducted, lines }
}

function deductionLines(
  owners: readonly Owner[],
  counted: ReadonlyMap<Owner, number>,
  end: LocalDate,
  policy: WarrantyPolicy,
): WarrantyLine[] {
  if (!policy.deductRepairDays && !policy.deductWaitDays) return [lineOf('fact', 'warranty.deducted.off')]
  const lines = owners
    .filter(({ span }) => span.from <= end)
    .map((owner) => {
      const { no, kind, span } = owner
      const days = counted.get(owner) ?? 0
      if (days === 0) return lineOf('fact', 'warranty.deducted.already', { no, ...span })
      return lineOf('fact', kind === 'repair' ? 'warranty.deducted.repair' : 'warranty.deducted.wait', { no, days, ...span })
    })
  return lines.length > 0 ? lines : [lineOf('fact', 'warranty.deducted.none')]
}

/** Days of use: calendar days from the start to the hand-in, less the deducted ones before it. */
export function usedLine(start: LocalDate, receivedOn: LocalDate, deducted: readonly LocalDate[]): WarrantyLine {
  const calendar = daysBetween(start, receivedOn)
  const days = deducted.filter((day) => day < receivedOn).length
  return lineOf('fact', 'warranty.used', { received: receivedOn, used: calendar - days, calendar, days })
}
