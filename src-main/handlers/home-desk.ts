import type { AppContract } from '#contract/index'
import { countDesk, countOldPartsLate, listDesk, type DeskRow } from '#db/queries/home-desk'
import { instantOf, localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { deskOf, deskPages, type DeskGroup } from '#domain/desk'
import { dayTaskState, endOfDay, taskState } from '#domain/due-dates'
import type { TaskState } from '#domain/words'
import type { OutputOf } from '#contract/define'
import type { Actor, Handler, QueryContext } from './define.ts'

type Feature = AppContract['home']

function clockOf({ startAt, dueAt, dueOn }: DeskRow, now: Instant): { dueAt: Instant | null; state: TaskState | null } {
  if (dueOn !== null)
    return { dueAt: endOfDay(dueOn), state: dayTaskState(startAt === null ? dueOn : localDateOf(startAt), dueOn, localDateOf(now)) }
  return dueAt === null || startAt === null ? { dueAt: null, state: null } : { dueAt, state: taskState(startAt, dueAt, now) }
}

const dayStartOf = (today: LocalDate) => instantOf(today, '00:00')

/** A technician's are his own work and that of nobody yet. */
function handsOf({ role, technicianId }: Actor): { readonly groups: readonly DeskGroup[]; readonly technicianId: number | null } {
  return { groups: deskOf[role ?? 'chief'], technicianId: role === 'technician' ? technicianId : null }
}

/** The figures beside the navigation: what waits in this person's hands, list for list as on his desk. */
export function badgesOf({ db, today, actor }: QueryContext): OutputOf<Feature['summary']>['badges'] {
  const { groups, technicianId } = handsOf(actor)
  const waiting = (page: keyof typeof deskPages) =>
    deskPages[page]
      .filter((group) => groups.includes(group))
      .reduce((sum, group) => sum + countDesk(db, { group, technicianId, today, dayStart: dayStartOf(today) }), 0)
  const hasOldParts = deskPages.oldParts.some((group) => groups.includes(group))
  return {
    workOrders: waiting('workOrders'),
    requests: waiting('requests'),
    oldParts: waiting('oldParts'),
    oldPartsLate: hasOldParts ? countOldPartsLate(db, today, technicianId) : 0,
    claims: waiting('claims'),
  }
}

/** The lists of a role (or of the whole station) that hold anything. */
export const desk: Handler<Feature['desk']> = ({ db, now, today, actor }, { mineOnly, limit }) => {
  const { groups, technicianId } = mineOnly ? handsOf(actor) : { groups: deskOf.chief, technicianId: null }
  return groups.flatMap((group) => {
    const { count, rows } = listDesk(db, { group, technicianId, today, dayStart: dayStartOf(today), limit })
    return count === 0
      ? []
      : [
          {
            group,
            count,
            rows: rows.map((row) => ({
              subject: row.subject,
              id: row.id,
              revision: row.revision,
              no: row.no,
              status: row.status,
              who: row.who,
              phone: row.phone,
              what: row.what,
              technician: row.technician,
              amountFen: row.amountFen,
              since: row.since,
              requestId: row.requestId,
              ...clockOf(row, now),
            })),
          },
        ]
  })
}
