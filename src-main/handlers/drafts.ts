import type { AppContract } from '#contract/index'
import { deleteDraft, findDraft, listDrafts, updateDraft } from '#db/queries/drafts'
import { AppError } from '#domain/errors'
import type { Actor, HandlersOf } from './define.ts'

/** Drafts belong to a person; the command line has none. */
function ownerOf({ userId }: Actor): number {
  if (userId === null) throw new AppError('forbidden', 'common.notSignedIn')
  return userId
}

export const draftsHandlers: HandlersOf<AppContract['drafts']> = {
  list: ({ db, actor }) => (actor.userId === null ? [] : listDrafts(db, actor.userId)),
  load: ({ db, actor }, { key }) => (actor.userId === null ? null : findDraft(db, actor.userId, key) ?? null),
  save({ db, actor, now }, { key, title, content }) {
    updateDraft(db, ownerOf(actor), { key, title, content, savedAt: now })
    return { savedAt: now }
  },
  discard({ db, actor }, { key }) {
    deleteDraft(db, ownerOf(actor), key)
    return {}
  },
}
