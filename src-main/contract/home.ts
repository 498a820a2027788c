import { z } from 'zod'
import { codesOf, taskState } from '#domain/words'
import { command, query } from './define.ts'
import { fen, id, instant, localDate, sentence } from './fields.ts'

/** A clock of domain.md §4.1 that runs on a record: what, until when, where to do it. */
export const taskRow = z.object({
  id, rule: z.string(), subject: z.enum(['workOrder', 'partsRequest', 'returnedPart', 'claim', 'manifest', 'batch']), subjectId: id, subjectNo: z.string(),
  said: sentence, dueAt: instant, state: z.enum(codesOf(taskState)),
})

export const home = {
  summary: query({
    input: z.object({}), may: 'signedIn',
    output: z.object({
      empty: z.boolean(),
      duties: z.array(z.object({ duty: z.enum(['tasks', 'awaitingParts', 'oldPartsLate', 'toClaim', 'toReceive']), count: z.number().int(), oldest: localDate.nullable() })),
      lanes: z.array(z.object({ lane: z.string(), count: z.number().int(), totalFen: fen, oldest: localDate.nullable() })),
      badges: z.object({ workOrders: z.number().int(), requests: z.number().int(), oldParts: z.number().int(), oldPartsLate: z.number().int(), claims: z.number().int() }),
      lastBackupAt: instant.nullable(),
    }),
  }),
  tasks: query({ input: z.object({ mineOnly: z.boolean(), limit: z.number().int().min(1).max(500) }), output: z.array(taskRow), may: 'signedIn' }),
  /** What the calendar brings about (逾期); the host calls it at start and every hour. */
  advanceClocks: command({ input: z.object({}), output: z.object({ parts: z.number().int(), requests: z.number().int() }), may: 'signedIn', touches: ['returnedParts', 'partsRequests'] }),
  /** Ctrl+K: anything by number, plate, phone tail, frame tail, name, pinyin initials, part code. */
  find: query({
    input: z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(50) }), may: 'signedIn',
    output: z.array(z.object({ kind: z.enum(['workOrder', 'partsRequest', 'customer', 'unit', 'part', 'paper', 'claim', 'batch', 'manifest', 'returnedPart']), id, title: z.string(), detail: z.string() })),
  }),
}
