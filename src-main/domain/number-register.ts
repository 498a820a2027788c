import type { RegisterState } from './words.ts'

/** The numbers a form and period have given so far. `opening`: those up to it were given before the program was. */
export type Series = { readonly last: number; readonly opening: number }

/** What stands in the register for a series: how many numbers in each state, how many different ones, the lowest and highest. */
export type SeriesCounts = {
  readonly states: Readonly<Record<RegisterState, number>>
  readonly distinct: number
  readonly lowest: number | null
  readonly highest: number | null
}

export type NumberRange = { readonly from: number; readonly to: number }

/** `holes`: numbers given that stand nowhere. `twice`: numbers that stand more than once. `beyond`: numbers that were never given. */
export type SeriesFaults = { readonly holes: readonly NumberRange[]; readonly twice: readonly number[]; readonly beyond: readonly number[] }

export function totalOf({ states }: SeriesCounts): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0)
}

/**
 * Whether every number given stands in the register exactly once: as many as were given, all different, from the first to
 * the last. Then there is no room for a hole (reliability.md D.3).
 */
export function isWhole({ last, opening }: Series, counts: SeriesCounts): boolean {
  const given = last - opening
  if (totalOf(counts) !== given || counts.distinct !== given) return false
  return given === 0 || (counts.lowest === opening + 1 && counts.highest === last)
}

/** What is wrong with a series, number by number. */
export function faultsOf({ last, opening }: Series, sequences: readonly number[]): SeriesFaults {
  const sorted = sequences.toSorted((one, other) => one - other)
  const twice = [...new Set(sorted.filter((sequence, index) => sorted[index - 1] === sequence))]
  const holes: NumberRange[] = []
  let next = opening + 1
  for (const sequence of [...sorted.filter((each) => each > opening && each <= last), last + 1]) {
    if (sequence > next) holes.push({ from: next, to: sequence - 1 })
    next = Math.max(next, sequence + 1)
  }
  return { holes, twice, beyond: [...new Set(sorted.filter((sequence) => sequence > last || sequence <= opening))] }
}

/** The record whose paper may take a number that was set aside. */
export const blankSubjects = ['workOrder', 'partsRequest', 'returnedPart', 'manifest', 'batch', 'filledForm'] as const
export type BlankSubject = (typeof blankSubjects)[number]

const subjectOfFed: Readonly<Record<string, BlankSubject>> = {
  F15: 'partsRequest',
  F16: 'workOrder',
  F17: 'manifest',
  F19: 'batch',
  F27: 'returnedPart',
  F30: 'returnedPart',
  F31: 'manifest',
}

/** What a form is about. */
export function subjectOfForm(form: string): BlankSubject {
  return subjectOfFed[form] ?? 'filledForm'
}

/** Numbers of a form set aside at once, at most. */
export const mostBlanks = 200
