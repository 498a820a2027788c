import { eq, sql } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { commandLog } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

const log = prepared((db) => ({
  find: db
    .select({ name: commandLog.name, input: commandLog.input, output: commandLog.output })
    .from(commandLog)
    .where(eq(commandLog.callId, sql.placeholder('callId')))
    .prepare(),
  insert: db
    .insert(commandLog)
    .values({
      callId: sql.placeholder('callId'),
      name: sql.placeholder('name'),
      userId: sql.placeholder('userId'),
      seat: sql.placeholder('seat'),
      at: sql.placeholder('at'),
      input: sql.placeholder('input'),
      output: sql.placeholder('output'),
    })
    .prepare(),
}))

export function findLoggedCommand(db: Reader, callId: string): { name: string; input: string; output: string } | undefined {
  return log(db).find.get({ callId })
}

export function insertLoggedCommand(tx: Tx, entry: typeof commandLog.$inferInsert): void {
  log(tx).insert.run({ userId: null, ...entry })
}

/** Whether anyone did anything since then (null: ever). What the calendar does by itself every hour is no work. */
export function wasWorkedSince(db: Reader, at: Instant | null): boolean {
  return (
    db.all(
      sql`SELECT 1 FROM (SELECT at, name FROM command_log ORDER BY rowid DESC LIMIT 50) WHERE at >= ${at ?? ''} AND name <> 'home.advanceClocks' LIMIT 1`,
    ).length > 0
  )
}
