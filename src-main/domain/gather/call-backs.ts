import type { LocalDate } from '../dates.ts'
import { share } from './base-sets.ts'
import type { Period } from './period.ts'

/** 评价 of a 回访调查表 (C05), the best first, and the line of it that judges the repair as a whole. */
export const callBackGrades = ['非常满意', '满意', '一般', '不满意', '非常不满意'] as const
export const overallItem = '总体评价'

const satisfied: readonly string[] = callBackGrades.slice(0, 2)

/** What a customer said of an order when called back: one issued C05 whose 总体评价 is ticked; whoever was not reached ticks none. */
export type CallBackFact = {
  readonly workOrderId: number
  /** of the order */ readonly technicianId: number | null
  readonly calledOn: LocalDate
  readonly grade: string
}

export function calledBackIn(callBacks: readonly CallBackFact[], { from, to }: Period): CallBackFact[] {
  return callBacks.filter(({ calledOn }) => calledOn >= from && calledOn <= to)
}

/** Called back and satisfied of them; nothing where nobody was asked on a C05, to be typed if it was done otherwise. */
export function satisfactionOf(callBacks: readonly CallBackFact[]): { callbackCount: number | null; satisfiedCount: number | null } {
  if (callBacks.length === 0) return { callbackCount: null, satisfiedCount: null }
  return { callbackCount: callBacks.length, satisfiedCount: callBacks.filter(({ grade }) => satisfied.includes(grade)).length }
}

/** 满意率, tenths of a per cent. */
export function satisfiedRate(callBacks: readonly CallBackFact[]): number | null {
  const { callbackCount, satisfiedCount } = satisfactionOf(callBacks)
  return share(satisfiedCount ?? 0, callbackCount ?? 0)
}
