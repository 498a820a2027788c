import type { AppContract } from '#contract/index'
import { listDesk, type DeskRow } from '#db/queries/home-desk'
import { instantOf, localDateOf, type Instant } from '#domain/dates'
import { deskGroups, deskOf } from '#domain/desk'
import { dayTaskState, endOfDay, taskState } from '#domain/due-dates'
import type { TaskState } from '#domain/words'
import type { Handler } from './define.ts'

type Feature = AppContract['home']

function clockOf({ startAt, dueAt, dueOn }: DeskRow, now: Instant): { dueAt: Instant | null; state: TaskState | null } {
  if (dueOn !== null)
    return { dueAt: endOfDay(dueOn), state: dayTaskState(startAt === null ? dueOn : localDateOf(startAt), dueOn, localDateOf(now)) }
  return dueAt === null || startAt === null ? { dueAt: null, state: null } : { dueAt, state: taskState(startAt, dueAt, now) }
}

/** The lists of a role (or of the whole station) that hold anything. A technician's are his own work and that of nobody yet. */
export const desk: Handler<Feature['desk']> = ({ db, now, today, actor }, { mineOnly, limit }) => {
  const groups = mineOnly ? deskOf[actor.role ?? 'chief'] : deskGroups.filter((group) => group !== 'arrivals')
  const technicianId = mineOnly && actor.role === 'technician' ? actor.technicianId : null
  return groups.flatMap((group) => {
    const { count, rows } = listDesk(db, { group, technicianId, today, dayStart: instantOf(today, '00:00'), limit })
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
