import type { AppContract } from '#contract/index'
import { AppError } from '#domain/errors'
import type { HandlersOf } from './define.ts'

/** At a station that is open there is nothing to rescue; while it is not, host/rescue.ts answers instead. */
export const rescueHandlers: HandlersOf<AppContract['rescue']> = {
  state: () => ({ trouble: null, folder: '', copies: [] }),
  retry: async () => ({ open: true }),
  restore: async () => {
    throw new AppError('rule', 'db.isOpen')
  },
}
