import type { AppContract } from '#contract/index'
import { listOverdueRequests } from '#db/queries/parts-requests'
import { findReturnedPart, listOverdueParts } from '#db/queries/returned-parts'
import { missing, type Handler } from './define.ts'
import { followRequests } from './parts-request-follow.ts'
import { nothingSaidOfPart } from './returned-part-facts.ts'
import { advancePiece } from './returned-part-steps.ts'

/** What the calendar alone brings about: old parts and borrowings past their day become 逾期 (domain.md §3.2, §3.3). */
export const advanceClocks: Handler<AppContract['home']['advanceClocks']> = (context) => {
  const late = listOverdueParts(context.db, context.today)
  for (const { id } of late)
    advancePiece(context, findReturnedPart(context.db, id) ?? missing('旧件'), 'fallOverdue', nothingSaidOfPart, {})
  const borrowed = listOverdueRequests(context.db, context.today)
  for (const { workOrderId } of borrowed) if (workOrderId !== null) followRequests(context, workOrderId)
  return { parts: late.length, requests: borrowed.length }
}
