import { addMonths, daysBetween, type Holidays, type LocalDate } from './dates.ts'
import { grouped } from './text.ts'
import {
  limitFor,
  limitInUse,
  lineOf,
  termEnd,
  termStart,
  usedLine,
  type EarlierOrder,
  type WarrantyLimit,
  type WarrantyLine,
  type WarrantyPart,
  type WarrantyPolicy,
  type WarrantyUnit,
} from './warranty-term.ts'
import { partCategory as categoryWords, type Eligibility, type Exclusion, type LimitScope } from './words.ts'

/** 保外特批: the maker's number, who and when (domain.md §4.4.4). */
export type Approval = { readonly no: string; readonly by: string; readonly on: LocalDate }

/** All the decision of domain.md §4.4.4 looks at, the part apart. km as on the odometer. */
export type WarrantyFacts = {
  readonly unit: WarrantyUnit
  /** day of 送修; while the vehicle is not there, the day of 报修 */
  readonly receivedOn: LocalDate
  readonly mileage: number | null
  /** E-24 as ticked */
  readonly exclusions: readonly Exclusion[]
  readonly approval: Approval | null
  /** null: the model has none yet */
  readonly policy: WarrantyPolicy | null
  readonly earlier: readonly EarlierOrder[]
  readonly holidays: Holidays
}

export type WarrantyDecision = {
  readonly result: Eligibility
  /** why not (or why not without 特批); for 待判 what is missing */
  readonly reasons: readonly Exclusion[]
  /** the arithmetic, ending with the result */
  readonly lines: readonly WarrantyLine[]
  readonly start: LocalDate | null
  readonly until: LocalDate | null
  readonly kmLimit: number | null
  /** reading + offset; one above the limit when tampered with */
  readonly totalKm: number | null
  readonly deductedDays: number
  readonly scope: LimitScope | null
}

/** What one part of the decision found. */
type Found = { readonly lines: readonly WarrantyLine[]; readonly reasons: readonly Exclusion[]; readonly asks: boolean }

const nothingFound: Found = { lines: [], reasons: [], asks: false }
const ask = (line: WarrantyLine, reasons: readonly Exclusion[] = []): Found => ({ lines: [line], reasons, asks: true })
const fails = (reasons: readonly Exclusion[], ...lines: WarrantyLine[]): Found => ({ lines, reasons, asks: false })
const passes = (...lines: WarrantyLine[]): Found => ({ lines, reasons: [], asks: false })

/** A vehicle in a dealer's stock: the term has not begun. */
function isUnsold({ usage, purchaseDate, deliveryDate }: WarrantyUnit): boolean {
  return usage === 'stock' && purchaseDate === null && deliveryDate === null
}

function proofFound({ unit, exclusions }: WarrantyFacts): Found {
  return unit.hasProof || isUnsold(unit) || exclusions.includes('noProof')
    ? nothingFound
    : ask(lineOf('ask', 'warranty.ask.proof'), ['noProof'])
}

type Term = Found & Pick<WarrantyDecision, 'start' | 'until' | 'deductedDays'>
const noTerm = { start: null, until: null, deductedDays: 0 }

function timeFound(facts: WarrantyFacts, policy: WarrantyPolicy, { months }: WarrantyLimit): Term {
  const { unit, receivedOn, earlier, holidays } = facts
  if (isUnsold(unit)) return { ...passes(lineOf('pass', 'warranty.start.notSold')), ...noTerm }
  const { start, line } = termStart(unit, policy.startRule)
  if (start === null) return { ...(months === null ? nothingFound : ask(line)), ...noTerm }
  if (months === null) return { ...passes(line), ...noTerm, start }
  const { end: until, deducted, lines } = termEnd(start, months, earlier, receivedOn, policy, holidays)
  const arithmetic = [line, ...lines, usedLine(start, receivedOn, deducted)]
  const term = { start, until, deductedDays: deducted.length }
  if (receivedOn <= until) return { ...passes(...arithmetic, lineOf('pass', 'warranty.time.in', { received: receivedOn, until })), ...term }
  const late = lineOf('fail', 'warranty.time.out', { received: receivedOn, until, days: daysBetween(until, receivedOn) })
  return { ...fails(['overTime'], ...arithmetic, late), ...term }
}

/** MC4: a tampered odometer counts as one km above the limit. */
function kmFound({ unit, mileage }: WarrantyFacts, { km: limit }: WarrantyLimit): Found & { readonly totalKm: number | null } {
  if (!unit.usesMileage) return { ...nothingFound, totalKm: null }
  const offset = unit.mileageOffset
  const read = mileage === null ? null : mileage + offset
  if (limit === null) return { ...nothingFound, totalKm: read }
  if (unit.tamperFlag)
    return {
      ...fails(['overKm'], lineOf('fail', 'warranty.km.tampered', { total: grouped(limit + 1), limit: grouped(limit) })),
      totalKm: limit + 1,
    }
  if (mileage === null || read === null) return { ...ask(lineOf('ask', 'warranty.ask.mileage')), totalKm: null }
  const sum = lineOf('fact', 'warranty.km.sum', { reading: grouped(mileage), offset: grouped(offset), total: grouped(read) })
  const before = offset === 0 ? [] : [sum]
  return read <= limit
    ? { ...passes(...before, lineOf('pass', 'warranty.km.in', { total: grouped(read), limit: grouped(limit) })), totalKm: read }
    : {
        ...fails(
          ['overKm'],
          ...before,
          lineOf('fail', 'warranty.km.out', { total: grouped(read), limit: grouped(limit), over: grouped(read - limit) }),
        ),
        totalKm: read,
      }
}

function exclusionFound(part: WarrantyPart | null, { exclude, scope }: WarrantyLimit): Found {
  if (!exclude) return nothingFound
  if (part === null) return fails(['consumable'], lineOf('fail', 'warranty.excluded.whole'))
  return fails(
    ['consumable'],
    scope === 'category'
      ? lineOf('fail', 'warranty.excluded.category', { part: part.name, category: categoryWords[part.category] })
      : lineOf('fail', 'warranty.excluded.part', { part: part.name }),
  )
}

/** R:ZONGSHEN: a part older than so many months since its own production is not covered. */
function productionFound(part: WarrantyPart | null, receivedOn: LocalDate, months: number | null): Found {
  if (part === null || part.producedOn === null || months === null) return nothingFound
  const until = addMonths(part.producedOn, months)
  const params = { part: part.name, produced: part.producedOn, months, until }
  return receivedOn <= until
    ? passes(lineOf('pass', 'warranty.production.in', params))
    : fails(['overTime'], lineOf('fail', 'warranty.production.out', params))
}

function tickedFound({ exclusions }: WarrantyFacts): Found {
  return fails(exclusions, ...exclusions.map((code) => lineOf('fail', `warranty.reason.${code}`)))
}

function resultOf(founds: readonly Found[], { approval, exclusions }: WarrantyFacts): Eligibility {
  const mustAskProof = founds[0]?.asks === true && !exclusions.includes('noProof')
  const isRefused = founds.some(({ asks, reasons }) => !asks && reasons.length > 0)
  const isOpen = founds.some(({ asks }) => asks)
  if (!isRefused && !isOpen) return 'covered'
  if (approval !== null) return 'special'
  return mustAskProof || !isRefused ? 'pending' : 'notCovered'
}

function conclude(
  facts: WarrantyFacts,
  founds: readonly Found[],
  rest: Omit<WarrantyDecision, 'result' | 'reasons' | 'lines'>,
): WarrantyDecision {
  const result = resultOf(founds, facts)
  const { approval } = facts
  const approved = result === 'special' && approval !== null ? [lineOf('pass', 'warranty.approved', approval)] : []
  const mark = ({ covered: 'pass', special: 'pass', notCovered: 'fail', pending: 'ask' } as const)[result]
  return {
    result,
    ...rest,
    reasons: [...new Set(founds.flatMap(({ reasons }) => reasons))],
    lines: [...founds.flatMap(({ lines }) => lines), ...approved, lineOf(mark, `warranty.result.${result}`)],
  }
}

const undecided = { ...noTerm, kmLimit: null, totalKm: null, scope: null }

/**
 * The 三包 decision of domain.md §4.4.4 for one part, or for the unit as a whole (`part` null), with its arithmetic as
 * lines to read. Months and km: whichever is reached first. Missing proof asks before anything is refused.
 */
export function judgePart(facts: WarrantyFacts, part: WarrantyPart | null): WarrantyDecision {
  const { policy, unit, receivedOn } = facts
  if (policy === null) return conclude(facts, [nothingFound, ask(lineOf('ask', 'warranty.ask.policy')), tickedFound(facts)], undecided)
  const found = limitFor(part, policy.limits)
  if (found === null)
    return conclude(facts, [nothingFound, ask(lineOf('ask', 'warranty.ask.limit', { policy: policy.name })), tickedFound(facts)], undecided)
  const { limit, lines } = limitInUse(part, found, unit.usage, policy.commercialUseFactor)
  const { scope, km: kmLimit } = limit
  const common = [proofFound(facts), passes(lineOf('fact', 'warranty.policy', { policy: policy.name }), ...lines)]
  const last = [productionFound(part, receivedOn, policy.partProductionLimitMonths), tickedFound(facts)]
  if (limit.exclude) return conclude(facts, [...common, exclusionFound(part, limit), ...last], { ...undecided, scope })
  const { start, until, deductedDays, ...time } = timeFound(facts, policy, limit)
  const { totalKm, ...km } = kmFound(facts, limit)
  return conclude(facts, [...common, time, km, ...last], { start, until, deductedDays, kmLimit, totalKm, scope })
}

export type JudgedLine = { readonly partCode: string; readonly partName: string } & WarrantyDecision
/** `isSplit`: the lines do not all come out alike, the order is 混合 */
export type OrderVerdict = WarrantyDecision & { readonly perLine: readonly JudgedLine[]; readonly isSplit: boolean }

/** What a decision waits for; each is a line `warranty.ask.…`. */
const askable = ['proof', 'purchaseDate', 'mileage', 'policy', 'limit'] as const
export type WarrantyAsk = (typeof askable)[number]

/** Why an order is still 待判: what its undecided lines ask for, without lines what the whole unit asks for. */
export function asksOf({ result, lines, perLine }: Pick<OrderVerdict, 'result' | 'lines' | 'perLine'>): WarrantyAsk[] {
  if (result !== 'pending') return []
  const open = perLine.length === 0 ? lines : perLine.filter((line) => line.result === 'pending').flatMap((line) => line.lines)
  return askable.filter((ask) => open.some(({ key }) => key === `warranty.ask.${ask}`))
}

/** The whole order from its part lines: 待判 if one is; 三包内 if one is; 特批 if one is; else 三包外. */
function combined(results: readonly Eligibility[]): Eligibility {
  return (['pending', 'covered', 'special'] as const).find((result) => results.includes(result)) ?? 'notCovered'
}

/**
 * The verdict on an order. The arithmetic of its own is that of the whole unit; with part lines the result and the
 * reasons come from them.
 */
export function judgeOrder(facts: WarrantyFacts, parts: readonly WarrantyPart[]): OrderVerdict {
  const whole = judgePart(facts, null)
  const perLine = parts.map((part) => ({ partCode: part.code, partName: part.name, ...judgePart(facts, part) }))
  if (perLine.length === 0) return { ...whole, perLine, isSplit: false }
  const results = perLine.map((decision) => decision.result)
  const result = combined(results)
  const outcome = { covered: 0, notCovered: 0, special: 0, pending: 0 }
  for (const one of results) outcome[one] += 1
  const summary = lineOf(result === 'pending' ? 'ask' : result === 'notCovered' ? 'fail' : 'pass', 'warranty.order', {
    lines: parts.length,
    ...outcome,
  })
  return {
    ...whole,
    result,
    perLine,
    isSplit: new Set(results).size > 1,
    reasons: result === 'covered' ? [] : [...new Set(perLine.flatMap(({ reasons }) => reasons))],
    lines: [...whole.lines.slice(0, -1), summary, lineOf(summary.mark, `warranty.result.${result}`)],
  }
}
