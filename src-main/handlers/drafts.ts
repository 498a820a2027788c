import type { AppContract } from '#contract/index'
import { deleteDraft, findDraft, listDrafts, listOtherDrafts, updateDraft, updateDraftSeat, type DraftPlace } from '#db/queries/drafts'
import { AppError } from '#domain/errors'
import type { Actor, HandlersOf } from './define.ts'

/** Drafts belong to a person at a seat; the command line has none. */
function placeOf({ userId, seatId }: Actor, key: string): DraftPlace {
  if (userId === null) throw new AppError('forbidden', 'common.notSignedIn')
  return { userId, key, seat: seatId }
}

export const draftsHandlers: HandlersOf<AppContract['drafts']> = {
  list: ({ db, actor }) => (actor.userId === null ? [] : listDrafts(db, actor.userId)),
  load: ({ db, actor }, { key }) => (actor.userId === null ? null : (findDraft(db, placeOf(actor, key)) ?? null)),
  others({ db, actor }, { key }) {
    if (actor.userId === null) return []
    return listOtherDrafts(db, placeOf(actor, key)).map(({ userId, ...draft }) => ({ ...draft, isMine: userId === actor.userId }))
  },
  adopt({ db, actor }, { key, seat }) {
    updateDraftSeat(db, placeOf(actor, key), seat)
    return {}
  },
  save({ db, actor, now }, { key, title, content }) {
    updateDraft(db, placeOf(actor, key), { title, content, savedAt: now })
    return { savedAt: now }
  },
  discard({ db, actor }, { key }) {
    deleteDraft(db, placeOf(actor, key))
    return {}
  },
}
