import type { AppContract } from '#contract/index'
import type { OutputOf, ParsedInputOf } from '#contract/define'
import { setCatalogueInUse } from '#db/queries/catalogue-records'
import { setOutletsInUse } from '#db/queries/outlets'
import { setTechniciansInUse } from '#db/queries/users'
import { rightOf } from '#domain/catalogue'
import { requireRight, type CommandContext } from './define.ts'

/** Retires the named records or brings them back; what already stands so is left alone. */
export function setInUse(
  { db, actor }: CommandContext,
  { list, ids, active }: ParsedInputOf<AppContract['catalogue']['setInUse']>,
): OutputOf<AppContract['catalogue']['setInUse']> {
  requireRight(actor, rightOf[list], active ? '恢复使用资料' : '停用资料')
  if (list === 'technicians') return { changed: setTechniciansInUse(db, ids, active) }
  if (list === 'outlets') return { changed: setOutletsInUse(db, ids, active) }
  return { changed: setCatalogueInUse(db, list, ids, active) }
}
