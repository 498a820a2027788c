import { closeBlank, findBlankPack, hasOpenBlanks, listBlanksFor } from '#db/queries/blanks'
import { findPattern, lockPattern, takeNextNumber } from '#db/queries/number-sequences'
import { findStation } from '#db/queries/station'
import type { SubjectKind } from '#db/queries/step-history'
import { markTasksDone } from '#db/queries/tasks'
import { defaultPatternOf, documentNumber, periodOf, type NumberedCode } from '#domain/numbering'
import { missing, orConflict, type CommandContext } from './define.ts'

/** `blankId`: the number had been set aside. */
export type TakenNumber = { readonly number: string; readonly period: string; readonly sequence: number; readonly blankId: number | null }

/** Takes the next number of a form in the caller's transaction and locks its pattern (settled.md 14). */
export function takeNumber({ db, today, now }: CommandContext, form: NumberedCode): TakenNumber {
  const station = findStation(db) ?? missing('本站资料')
  const setting = findPattern(db, form)
  const pattern = setting?.pattern ?? defaultPatternOf(form)
  if (!setting?.lockedAt) lockPattern(db, form, pattern, now)
  const period = periodOf(today, pattern)
  const sequence = takeNextNumber(db, form, period)
  return { number: documentNumber(pattern, { station: station.code, form, period, sequence }), period, sequence, blankId: null }
}

/** The number kept for this record's paper of this form (补录), else the next one. */
export function numberForPaper(
  context: CommandContext,
  {
    form,
    formCode,
    subjectKind,
    subjectId,
  }: { readonly form: string; readonly formCode: NumberedCode; readonly subjectKind: SubjectKind; readonly subjectId: number },
): TakenNumber {
  const { db, now, actor } = context
  const kept = listBlanksFor(db, subjectKind, subjectId).find((blank) => blank.form === form)
  if (kept === undefined) return takeNumber(context, formCode)
  const { period } = findBlankPack(db, kept.packId) ?? missing('空白备用单')
  orConflict(closeBlank(db, kept.id, { status: 'entered', at: now, by: actor.userId, reason: '' }))
  endPack(context, kept.packId)
  return { number: kept.number, period, sequence: kept.sequence, blankId: kept.id }
}

/** The clock of a pack stops with its last number. */
export function endPack({ db, now }: CommandContext, packId: number): void {
  if (!hasOpenBlanks(db, packId)) markTasksDone(db, 'blankPack', packId, now)
}
