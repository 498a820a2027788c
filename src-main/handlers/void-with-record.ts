import { listPapersOf, markPaperVoided } from '#db/queries/papers'
import type { SubjectKind } from '#db/queries/step-history'
import { orConflict, type CommandContext } from './define.ts'

/**
 * 作废 of what was issued for a record that is taken back (拆批, 撤回): the paper no longer says what holds, and its number
 * stays used. `copiesBack`: no copy has left the station.
 */
export function voidPapersOf({ db, now, actor }: CommandContext, kind: SubjectKind, id: number, reason: string, copiesBack: boolean): void {
  for (const paper of listPapersOf(db, kind, id).filter(({ status }) => status === 'issued')) {
    orConflict(markPaperVoided(db, paper.id, { at: now, by: actor.userId, reason, copiesBack }))
  }
}
