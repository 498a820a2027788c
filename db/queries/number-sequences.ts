import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { numberPatterns, numberSequences } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

const sequence = prepared((db) => ({
  countUp: db
    .insert(numberSequences)
    .values({ form: sql.placeholder('form'), period: sql.placeholder('period'), last: 1 })
    .onConflictDoUpdate({ target: [numberSequences.form, numberSequences.period], set: { last: sql`${numberSequences.last} + 1` } })
    .prepare(),
  last: db
    .select({ last: numberSequences.last })
    .from(numberSequences)
    .where(and(eq(numberSequences.form, sql.placeholder('form')), eq(numberSequences.period, sql.placeholder('period'))))
    .prepare(),
}))

/** The next number of a form and period, counted up in the caller's transaction: a rolled-back command takes none. */
export function takeNextNumber(tx: Tx, form: string, period: string): number {
  const { countUp, last } = sequence(tx)
  countUp.run({ form, period })
  return last.get({ form, period })?.last ?? 0
}

const patternOf = prepared((db) =>
  db
    .select({ pattern: numberPatterns.pattern, lockedAt: numberPatterns.lockedAt })
    .from(numberPatterns)
    .where(eq(numberPatterns.form, sql.placeholder('form')))
    .prepare(),
)

export function findPattern(db: Reader, form: string): { pattern: string; lockedAt: Instant | null } | undefined {
  return patternOf(db).get({ form })
}

export function listSequences(db: Reader): { form: string; period: string; last: number; opening: number }[] {
  return db.select().from(numberSequences).all()
}

/** First use locks a pattern: printed numbers must not change their shape afterwards. */
export function lockPattern(tx: Tx, form: string, pattern: string, at: Instant): void {
  tx.insert(numberPatterns)
    .values({ form, pattern, lockedAt: at })
    .onConflictDoUpdate({ target: numberPatterns.form, set: { lockedAt: at }, setWhere: sql`${numberPatterns.lockedAt} IS NULL` })
    .run()
}

/** False when the pattern is locked. */
export function updatePattern(tx: Tx, form: string, pattern: string): boolean {
  return (
    tx
      .insert(numberPatterns)
      .values({ form, pattern, lockedAt: null })
      .onConflictDoUpdate({ target: numberPatterns.form, set: { pattern }, setWhere: sql`${numberPatterns.lockedAt} IS NULL` })
      .run().changes === 1
  )
}

/** Numbers of the period that were given before the program was; only while the pattern is open. */
export function setOpening(tx: Tx, form: string, period: string, opening: number): void {
  tx.delete(numberSequences).where(eq(numberSequences.form, form)).run()
  if (opening > 0) tx.insert(numberSequences).values({ form, period, last: opening, opening }).run()
}

export function isAnyPatternLocked(db: Reader): boolean {
  return (
    db.select({ form: numberPatterns.form }).from(numberPatterns).where(isNotNull(numberPatterns.lockedAt)).limit(1).get() !== undefined
  )
}
