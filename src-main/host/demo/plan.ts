import type { LocalDate } from '#domain/dates'
import type { Resources } from '../resources.ts'

export type DemoPlan = {
  readonly file: string
  readonly orders: number
  /** the same seed and `until` give the same station */
  readonly seed: number
  /** the last day that is lived through */
  readonly until: LocalDate
  readonly resources: Resources
  readonly onProgress?: (done: number, total: number) => void
}

/** What crosses to the worker thread and back. */
export type DemoJob = Omit<DemoPlan, 'onProgress'>
export type DemoAnswer = { readonly done: number; readonly total: number; readonly isFinished: boolean }
