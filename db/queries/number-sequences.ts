import { eq, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { numberPatterns, numberSequences } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

/** The next number of a form and period, counted up in the caller's transaction: a rolled-back command takes none. */
export function takeNextNumber(tx: Tx, form: string, period: string): number {
  return tx.insert(numberSequences).values({ form, period, last: 1 })
    .onConflictDoUpdate({ target: [numberSequences.form, numberSequences.period], set: { last: sql`${numberSequences.last} + 1` } })
    .returning({ last: numberSequences.last }).get().last
}

export function findPattern(db: Reader, form: string): { pattern: string; lockedAt: Instant | null } | undefined {
  return db.select({ pattern: numberPatterns.pattern, lockedAt: numberPatterns.lockedAt }).from(numberPatterns).where(eq(numberPatterns.form, form)).get()
}

export function listSequences(db: Reader): { form: string; period: string; last: number }[] {
  return db.select().from(numberSequences).all()
}

/** First use locks a pattern: printed numbers must not change their shape afterwards. */
export function lockPattern(tx: Tx, form: string, pattern: string, at: Instant): void {
  tx.insert(numberPatterns).values({ form, pattern, lockedAt: at })
    .onConflictDoUpdate({ target: numberPatterns.form, set: { lockedAt: at }, setWhere: sql`${numberPatterns.lockedAt} IS NULL` }).run()
}

/** False when the pattern is locked. */
export function updatePattern(tx: Tx, form: string, pattern: string): boolean {
  return tx.insert(numberPatterns).values({ form, pattern, lockedAt: null })
    .onConflictDoUpdate({ target: numberPatterns.form, set: { pattern }, setWhere: sql`${numberPatterns.lockedAt} IS NULL` }).run().changes === 1
}
