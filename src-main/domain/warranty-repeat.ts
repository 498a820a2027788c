import { daysBetween, type LocalDate } from './dates.ts'
import { lineOf, type WarrantyLine } from './warranty-term.ts'
import type { FaultMode, ModelCategory } from './words.ts'

/** A fault as the order names it; '' and null where it does not. */
export type Fault = { readonly part: string; readonly system: string; readonly mode: FaultMode | null }

export type EarlierRepair = Fault & {
  readonly no: string
  readonly warranty: boolean
  readonly closed: boolean
  readonly receivedOn: LocalDate
}

/** The rule a 退换预警 cites as 参考: MC7 motorcycles, LAW43 art. 24 cars, the appliance rule. */
export type ExchangeRule = 'MC7' | 'LAW43' | 'APPL'

export type RepeatFacts = {
  readonly fault: Fault
  readonly receivedOn: LocalDate
  readonly earlier: readonly EarlierRepair[]
  /** of the whole unit; null = open end */
  readonly start: LocalDate | null
  readonly until: LocalDate | null
  /** repairs of the same fault that give a claim to exchange: MC7 2, LAW43 same problem 4 */
  readonly limit: number
  readonly rule: ExchangeRule
}

export type Repeat = {
  /** earlier repairs of this fault; this one is number `count + 1` */
  readonly count: number
  readonly level: 'none' | 'yellow' | 'red'
  readonly orders: readonly string[]
  readonly lines: readonly WarrantyLine[]
}

export const defaultRepeatLimit: Readonly<Record<ExchangeRule, number>> = { MC7: 2, LAW43: 4, APPL: 2 }

export function exchangeRuleOf(category: ModelCategory): ExchangeRule {
  if (category === 'car') return 'LAW43'
  return category === 'appliance' || category === 'machinery' ? 'APPL' : 'MC7'
}

/** The same part, or the same system failing in the same way. */
export function isSameFault(a: Fault, b: Fault): boolean {
  if (a.part !== '' && a.part === b.part) return true
  return a.system !== '' && a.mode !== null && a.system === b.system && a.mode === b.mode
}

/**
 * Repeat-repair counter of domain.md §4.4.4: closed 三包 orders of the unit with the same fault inside the term. Yellow
 * one short of the limit, red at the limit. The law's text is cited as 参考 only (§7.12).
 */
export function repeatOf({ fault, receivedOn, earlier, start, until, limit, rule }: RepeatFacts): Repeat {
  const same = earlier.filter(
    (repair) =>
      repair.warranty &&
      repair.closed &&
      repair.receivedOn <= receivedOn &&
      isSameFault(fault, repair) &&
      (start === null || repair.receivedOn >= start) &&
      (until === null || repair.receivedOn <= until),
  )
  const orders = same.map(({ no }) => no)
  const count = same.length
  const level = count >= limit ? 'red' : count > 0 && count === limit - 1 ? 'yellow' : 'none'
  const history = same.map(({ no, receivedOn: on }) =>
    lineOf('fact', 'warranty.repeat.earlier', { no, on, days: daysBetween(on, receivedOn) }),
  )
  if (count === 0) return { count, level, orders, lines: [] }
  const lines = [...history, lineOf('fact', 'warranty.repeat.count', { times: count + 1 })]
  if (level === 'none') return { count, level, orders, lines }
  const warning =
    level === 'red' ? lineOf('fail', 'warranty.repeat.red', { count, limit }) : lineOf('ask', 'warranty.repeat.yellow', { count, limit })
  return { count, level, orders, lines: [...lines, warning, lineOf('fact', `warranty.rule.${rule}`)] }
}
