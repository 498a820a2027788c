import { findPattern, lockPattern, takeNextNumber } from '#db/queries/number-sequences'
import { findStation } from '#db/queries/station'
import { defaultPatternOf, documentNumber, periodOf, type NumberedCode } from '#domain/numbering'
import { missing, type CommandContext } from './define.ts'

export type TakenNumber = { readonly number: string; readonly period: string; readonly sequence: number }

/** Takes the next number of a form in the caller's transaction and locks its pattern (settled.md 14). */
export function takeNumber({ db, today, now }: CommandContext, form: NumberedCode): TakenNumber {
  const station = findStation(db) ?? missing('本站资料')
  const setting = findPattern(db, form)
  const pattern = setting?.pattern ?? defaultPatternOf(form)
  if (!setting?.lockedAt) lockPattern(db, form, pattern, now)
  const period = periodOf(today, pattern)
  const sequence = takeNextNumber(db, form, period)
  return { number: documentNumber(pattern, { station: station.code, form, period, sequence }), period, sequence }
}
