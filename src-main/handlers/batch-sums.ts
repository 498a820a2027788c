import { findBatch, updateBatch } from '#db/queries/batches'
import { listClaimsOfBatch } from '#db/queries/claims'
import { sumFen } from '#domain/money'
import { missing, orConflict, type CommandContext } from './define.ts'

/** Count and sum of a draft follow its claims. */
export function refreshBatchSums(
  { db }: CommandContext,
  id: number,
  revision: number = (findBatch(db, id) ?? missing('索赔批次')).revision,
): void {
  const claims = listClaimsOfBatch(db, id)
  orConflict(updateBatch(db, id, revision, { claimCount: claims.length, totalFen: sumFen(claims.map((claim) => claim.totalFen)) }))
}
