import type { LocalDate } from '../dates.ts'
import type { FilledFormId } from '../form-ids.ts'
import { lastHalfMonth, lastMonth, type Period } from './period.ts'

/** What a form asks before it is gathered. `reach`: whose orders count: the manufacturer's the form goes to, or all the station does. */
export type GatherPlan = {
  readonly period: 'month' | 'halfMonth'
  readonly asks: 'technician' | 'model' | 'batch' | null
  readonly reach: 'maker' | 'all'
}

/** The forms that records feed (domain.md §2.23, §5); how each is made stands in handlers/forms-gather. */
export const gatherPlans = {
  F11: { period: 'month', asks: null, reach: 'all' },
  F12: { period: 'month', asks: 'technician', reach: 'all' },
  F20: { period: 'month', asks: null, reach: 'maker' },
  F22: { period: 'month', asks: null, reach: 'maker' },
  F23: { period: 'month', asks: 'model', reach: 'maker' },
  F24: { period: 'month', asks: null, reach: 'maker' },
  F25: { period: 'halfMonth', asks: null, reach: 'maker' },
  F26: { period: 'month', asks: null, reach: 'maker' },
  C01: { period: 'month', asks: null, reach: 'all' },
  C03: { period: 'month', asks: 'technician', reach: 'all' },
  X06: { period: 'month', asks: null, reach: 'all' },
  X07: { period: 'month', asks: 'batch', reach: 'maker' },
  X08: { period: 'month', asks: null, reach: 'maker' },
} as const satisfies Partial<Record<FilledFormId, GatherPlan>>

export type GatheredFormId = keyof typeof gatherPlans

export function isGathered(form: FilledFormId): form is GatheredFormId {
  return Object.hasOwn(gatherPlans, form)
}

/** What a form is mostly gathered for on this day: the month, or half month, that ended last. */
export function usualPeriodOf(plan: GatherPlan, today: LocalDate): Period {
  return plan.period === 'halfMonth' ? lastHalfMonth(today) : lastMonth(today)
}
