import { eq } from 'drizzle-orm'
import { commandLog } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export function findLoggedCommand(db: Reader, callId: string): { name: string; output: string } | undefined {
  return db.select({ name: commandLog.name, output: commandLog.output }).from(commandLog).where(eq(commandLog.callId, callId)).get()
}

export function insertLoggedCommand(tx: Tx, entry: typeof commandLog.$inferInsert): void {
  tx.insert(commandLog).values(entry).run()
}
