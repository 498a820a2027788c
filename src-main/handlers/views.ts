import type { AppContract } from '#contract/index'
import { viewState } from '#contract/views'
import { deleteSavedView, findSavedView, insertSavedView, listSavedViews, markDefaultView, updateSavedView } from '#db/queries/saved-views'
import { AppError } from '#domain/errors'
import { missing, type Actor, type HandlersOf } from './define.ts'

const most = 40

/** Views belong to a person; the command line has none. */
function ownerOf({ userId }: Actor): number {
  if (userId === null) throw new AppError('forbidden', 'common.notSignedIn')
  return userId
}

export const viewsHandlers: HandlersOf<AppContract['views']> = {
  list({ db, actor }, { grid }) {
    if (actor.userId === null) return []
    // what an earlier version has written and this one cannot read is as if it were not there
    return listSavedViews(db, actor.userId, grid).flatMap(({ id, name, state, isDefault, savedAt }) => {
      const read = viewState.safeParse(state)
      return read.success ? [{ id, name, state: read.data, isDefault, savedAt }] : []
    })
  },

  save({ db, actor, now }, { id, grid, name, state }) {
    const userId = ownerOf(actor)
    const views = listSavedViews(db, userId, grid)
    if (views.some((view) => view.name === name && view.id !== id)) throw new AppError('rule', 'views.nameTaken', { name })
    if (id === null) {
      if (views.length >= most) throw new AppError('rule', 'views.tooMany', { most })
      return { id: insertSavedView(db, { userId, grid, name, state, savedAt: now }) }
    }
    if (findSavedView(db, userId, id)?.grid !== grid) missing('视图')
    updateSavedView(db, id, { name, state, savedAt: now })
    return { id }
  },

  remove({ db, actor }, { id }) {
    const view = findSavedView(db, ownerOf(actor), id) ?? missing('视图')
    deleteSavedView(db, view.id)
    return {}
  },

  setDefault({ db, actor }, { grid, id }) {
    const userId = ownerOf(actor)
    if (id !== null && findSavedView(db, userId, id)?.grid !== grid) missing('视图')
    markDefaultView(db, userId, grid, id)
    return {}
  },
}
