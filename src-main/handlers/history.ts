import { insertStep, type SubjectKind } from '#db/queries/step-history'
import type { CommandContext } from './define.ts'

/** Writes one transition into the record's story, as the person who called. */
export function recordStep(
  { db, now, actor }: CommandContext,
  kind: SubjectKind,
  id: number,
  step: { event: string; from: string; to: string; note?: string },
): void {
  insertStep(db, { kind, id }, { event: step.event, from: step.from, to: step.to, at: now, userId: actor.userId, note: step.note ?? '' })
}
