import { updateClaim, type Claim } from '#db/queries/claims'
import type { ClaimEvent } from '#domain/claim'
import type { ClaimStatus } from '#domain/words'
import { orConflict, type CommandContext } from './define.ts'
import { recordStep } from './history.ts'

type Move = { readonly event: ClaimEvent; readonly status: ClaimStatus; readonly note?: string }

/** Moves one claim a step on; the caller has looked at the guards. */
export function moveClaim(
  context: CommandContext,
  claim: Claim,
  { event, status, note = '' }: Move,
  change: Partial<Omit<Claim, 'id' | 'no' | 'revision' | 'status'>> = {},
): void {
  orConflict(updateClaim(context.db, claim.id, claim.revision, { ...change, status }))
  recordStep(context, 'claim', claim.id, { event, from: claim.status, to: status, note })
}
