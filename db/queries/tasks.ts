import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { tasks } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'
import type { SubjectKind } from './step-history.ts'

export type Task = typeof tasks.$inferSelect
type NewTask = { rule: string; subjectKind: SubjectKind; subjectId: number; subjectNo: string; role: string; technicianId: number | null; startAt: Instant; dueAt: Instant }

/** Starts (or restarts) the clock of a rule on a subject. */
export function insertTask(tx: Tx, task: NewTask): void {
  const { startAt, dueAt, role, technicianId, subjectNo } = task
  tx.insert(tasks).values({ ...task, doneAt: null }).onConflictDoUpdate({
    target: [tasks.rule, tasks.subjectKind, tasks.subjectId], set: { startAt, dueAt, role, technicianId, subjectNo, doneAt: null },
  }).run()
}

/** Stops the clocks of one rule, or of all rules, on a subject. */
export function markTasksDone(tx: Tx, kind: SubjectKind, id: number, at: Instant, rule?: string): void {
  const which = [eq(tasks.subjectKind, kind), eq(tasks.subjectId, id), isNull(tasks.doneAt), ...(rule === undefined ? [] : [eq(tasks.rule, rule)])]
  tx.update(tasks).set({ doneAt: at }).where(and(...which)).run()
}

/** Open clocks, most urgent first. */
export function listOpenTasks(db: Reader, limit: number): Task[] {
  return db.select().from(tasks).where(isNull(tasks.doneAt)).orderBy(asc(tasks.dueAt)).limit(limit).all()
}

export function countOpenTasks(db: Reader): { count: number; oldest: Instant | null } {
  return db.select({ count: sql<number>`count(*)`, oldest: sql<Instant | null>`min(${tasks.dueAt})` }).from(tasks).where(isNull(tasks.doneAt)).get() ?? { count: 0, oldest: null }
}
