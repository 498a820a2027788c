import type { AppContract } from '#contract/index'
import { countAwaitingParts, countBatchesOut, countOldPartsDue, countPool, hasWorkOrders } from '#db/queries/home'
import { countTasksDue, listOpenTasks, type TaskOwner } from '#db/queries/tasks'
import { addDays, localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { endOfDay, saidOfClock, taskState } from '#domain/due-dates'
import type { Actor, Handler, HandlersOf } from './define.ts'
import { advanceClocks } from './advance-clocks.ts'
import { dates, month } from './home-dates.ts'
import { badgesOf, desk } from './home-desk.ts'
import { findAnything, recallRecords } from './home-find.ts'

type Feature = AppContract['home']

/** Old parts are called for some days before they are late. */
const warnDays = 3

function dayOf(moment: Instant | null): LocalDate | null {
  return moment === null ? null : localDateOf(moment)
}

/** The chief answers for everything, a technician for his own orders and for those nobody has yet, others for their role. */
function ownTasks({ role, technicianId }: Actor): TaskOwner | null {
  if (role === null || role === 'chief') return null
  return { role, technicianId: role === 'technician' ? technicianId : null }
}

const summary: Handler<Feature['summary']> = (context) => {
  const { db, today, program, actor } = context
  const tasks = countTasksDue(db, endOfDay(today), ownTasks(actor))
  const awaiting = countAwaitingParts(db)
  const oldParts = countOldPartsDue(db, addDays(today, warnDays))
  const pool = countPool(db)
  const out = countBatchesOut(db)
  return {
    empty: !hasWorkOrders(db),
    duties: [
      { duty: 'tasks', count: tasks.count, oldest: dayOf(tasks.oldest) },
      { duty: 'awaitingParts', count: awaiting.count, oldest: dayOf(awaiting.oldest) },
      { duty: 'oldPartsLate', ...oldParts },
      { duty: 'toClaim', ...pool },
      { duty: 'toReceive', count: out.count, oldest: dayOf(out.oldest) },
    ],
    badges: badgesOf(context),
    lastBackupAt: program.backups().items.find(({ state }) => state === 'proven')?.at ?? null,
  }
}

const tasks: Handler<Feature['tasks']> = ({ db, now, actor }, { mineOnly, limit }) =>
  listOpenTasks(db, limit, mineOnly ? ownTasks(actor) : null).flatMap(({ id, rule, subjectKind, subjectId, subjectNo, startAt, dueAt }) => {
    const said = saidOfClock(rule, startAt, dueAt)
    return said === null
      ? []
      : [{ id, rule, subject: subjectKind, subjectId, subjectNo, said, dueAt, state: taskState(startAt, dueAt, now) }]
  })

export const homeHandlers: HandlersOf<Feature> = {
  summary,
  tasks,
  desk,
  dates,
  month,
  find: findAnything,
  recall: recallRecords,
  advanceClocks,
}
