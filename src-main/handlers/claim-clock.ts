import { insertTask } from '#db/queries/tasks'
import { claimDue, dueOfDays } from '#domain/due-dates'
import type { CommandContext } from './define.ts'
import type { OrderPicture } from './work-orders-picture.ts'

/** D34 runs from 完工 until the claim stands in a sealed batch. */
export function startClaimClock(
  { db }: CommandContext,
  claim: { readonly id: number; readonly no: string },
  { moments, terms }: OrderPicture,
): void {
  if (moments.finishedAt === null) return
  const { start: startAt, due: dueAt } = dueOfDays(claimDue(moments.finishedAt, terms))
  insertTask(db, {
    rule: 'D34',
    subjectKind: 'claim',
    subjectId: claim.id,
    subjectNo: claim.no,
    role: 'claimClerk',
    technicianId: null,
    startAt,
    dueAt,
  })
}
