import { and, asc, eq, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { stepHistory, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

/** What a step, a paper, a claim or a task belongs to. */
export type SubjectKind = 'workOrder' | 'partsRequest' | 'returnedPart' | 'manifest' | 'claim' | 'batch' | 'filledForm'

const newStep = prepared((db) =>
  db
    .insert(stepHistory)
    .values({
      subjectKind: sql.placeholder('kind'),
      subjectId: sql.placeholder('id'),
      event: sql.placeholder('event'),
      from: sql.placeholder('from'),
      to: sql.placeholder('to'),
      at: sql.placeholder('at'),
      userId: sql.placeholder('userId'),
      note: sql.placeholder('note'),
    })
    .prepare(),
)

/** Every transition stores who, when and why (domain.md §3). */
export function insertStep(
  tx: Tx,
  subject: { kind: SubjectKind; id: number },
  step: { event: string; from: string; to: string; at: Instant; userId: number | null; note: string },
): void {
  newStep(tx).run({ ...subject, ...step })
}

const oneStep = prepared((db) =>
  db
    .select({ id: stepHistory.id })
    .from(stepHistory)
    .where(
      and(
        eq(stepHistory.subjectKind, sql.placeholder('kind')),
        eq(stepHistory.subjectId, sql.placeholder('id')),
        eq(stepHistory.event, sql.placeholder('event')),
      ),
    )
    .limit(1)
    .prepare(),
)

export function hasTakenStep(db: Reader, kind: SubjectKind, id: number, event: string): boolean {
  return oneStep(db).get({ kind, id, event }) !== undefined
}

/** Oldest first; `by` is 命令行 for steps nobody signed in for. */
export function listSteps(db: Reader, kind: SubjectKind, id: number): { at: Instant; by: string; event: string; note: string }[] {
  return db
    .select({ at: stepHistory.at, by: users.name, event: stepHistory.event, note: stepHistory.note })
    .from(stepHistory)
    .leftJoin(users, eq(users.id, stepHistory.userId))
    .where(and(eq(stepHistory.subjectKind, kind), eq(stepHistory.subjectId, id)))
    .orderBy(asc(stepHistory.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '命令行' }))
}
