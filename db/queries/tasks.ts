import { and, asc, eq, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { tasks } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import type { SubjectKind } from './step-history.ts'

/** A form that was filled in has no clock; numbers set aside have one for each pack. */
export type TaskSubject = Exclude<SubjectKind, 'filledForm'> | 'blankPack'

export type Task = typeof tasks.$inferSelect
type NewTask = {
  rule: string
  subjectKind: TaskSubject
  subjectId: number
  subjectNo: string
  role: string
  technicianId: number | null
  startAt: Instant
  dueAt: Instant
}

const startTask = prepared((db) =>
  db
    .insert(tasks)
    .values({
      rule: sql.placeholder('rule'),
      subjectKind: sql.placeholder('subjectKind'),
      subjectId: sql.placeholder('subjectId'),
      subjectNo: sql.placeholder('subjectNo'),
      role: sql.placeholder('role'),
      technicianId: sql.placeholder('technicianId'),
      startAt: sql.placeholder('startAt'),
      dueAt: sql.placeholder('dueAt'),
      doneAt: null,
    })
    .onConflictDoUpdate({
      target: [tasks.rule, tasks.subjectKind, tasks.subjectId],
      set: {
        startAt: sql`excluded.start_at`,
        dueAt: sql`excluded.due_at`,
        role: sql`excluded.role`,
        technicianId: sql`excluded.technician_id`,
        subjectNo: sql`excluded.subject_no`,
        doneAt: null,
      },
    })
    .prepare(),
)

/** Starts (or restarts) the clock of a rule on a subject. */
export function insertTask(tx: Tx, task: NewTask): void {
  startTask(tx).run({ ...task })
}

const openTasksOf = and(eq(tasks.subjectKind, sql.placeholder('kind')), eq(tasks.subjectId, sql.placeholder('id')), isNull(tasks.doneAt))
const stopTasks = prepared((db) => ({
  all: db
    .update(tasks)
    .set({ doneAt: sql`${sql.placeholder('at')}` })
    .where(openTasksOf)
    .prepare(),
  ofRule: db
    .update(tasks)
    .set({ doneAt: sql`${sql.placeholder('at')}` })
    .where(and(openTasksOf, eq(tasks.rule, sql.placeholder('rule'))))
    .prepare(),
}))

const openTasks = prepared((db) => db.select().from(tasks).where(openTasksOf).prepare())

/** The clocks that run on a subject. */
export function listTasksOf(db: Reader, kind: TaskSubject, id: number): Task[] {
  return openTasks(db).all({ kind, id })
}

/** Stops the clocks of one rule, or of all rules, on a subject. */
export function markTasksDone(tx: Tx, kind: TaskSubject, id: number, at: Instant, rule?: string): void {
  if (rule === undefined) stopTasks(tx).all.run({ kind, id, at })
  else stopTasks(tx).ofRule.run({ kind, id, at, rule })
}

const subjectsPast = prepared((db) =>
  db
    .select({ id: tasks.subjectId })
    .from(tasks)
    .where(
      and(
        eq(tasks.rule, sql.placeholder('rule')),
        eq(tasks.subjectKind, sql.placeholder('kind')),
        isNull(tasks.doneAt),
        lt(tasks.dueAt, sql.placeholder('now')),
      ),
    )
    .prepare(),
)

/** On which subjects the clock of a rule still runs though its end is past. */
export function listPastDue(db: Reader, rule: string, kind: TaskSubject, now: Instant): ReadonlySet<number> {
  return new Set(
    subjectsPast(db)
      .all({ rule, kind, now })
      .map(({ id }) => id),
  )
}

/** Whose clocks: of a role, and where `technicianId` is given his own and those of nobody in particular. */
export type TaskOwner = { readonly role: string; readonly technicianId: number | null }

function ownedBy(owner: TaskOwner | null): SQL | undefined {
  if (owner === null) return undefined
  const { role, technicianId } = owner
  return and(eq(tasks.role, role), technicianId === null ? undefined : or(isNull(tasks.technicianId), eq(tasks.technicianId, technicianId)))
}

/** Open clocks, most urgent first; of everybody when `owner` is null. */
export function listOpenTasks(
  db: Reader,
  limit: number,
  owner: TaskOwner | null = null,
): (Omit<Task, 'subjectKind'> & { subjectKind: TaskSubject })[] {
  return (
    db
      .select()
      .from(tasks)
      .where(and(isNull(tasks.doneAt), ownedBy(owner)))
      .orderBy(asc(tasks.dueAt))
      .limit(limit)
      .all()
      // safe: insertTask takes no other kind
      .map((task) => ({ ...task, subjectKind: task.subjectKind as TaskSubject }))
  )
}

/** Open clocks that end by `until`, and the first end; of everybody when `owner` is null. */
export function countTasksDue(db: Reader, until: Instant, owner: TaskOwner | null = null): { count: number; oldest: Instant | null } {
  return (
    db
      .select({ count: sql<number>`count(*)`, oldest: sql<Instant | null>`min(${tasks.dueAt})` })
      .from(tasks)
      .where(and(isNull(tasks.doneAt), lte(tasks.dueAt, until), ownedBy(owner)))
      .get() ?? { count: 0, oldest: null }
  )
}
