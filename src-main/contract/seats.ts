import { z } from 'zod'
import { query, task } from './define.ts'
import { id, instant, line } from './fields.ts'

const seatId = z.string().max(40)

/** The places the program is used from in this run. */
export const seats = {
  list: query({
    input: z.object({}), may: 'signedIn',
    output: z.object({
      /** where browsers reach the program; null: only the desk */
      url: z.string().nullable(),
      items: z.array(z.object({ id: seatId, kind: z.enum(['desk', 'browser']), name: z.string(), person: z.object({ id, name: z.string() }).nullable(), since: instant, lastAt: instant, mine: z.boolean() })),
    }),
  }),
  /** A one-time address for the next browser seat on this machine; an unused one before it dies. */
  invite: task({ input: z.object({}), output: z.object({ address: z.string() }), may: 'manageStation' }),
  /** What this seat is called in the list. */
  rename: task({ input: z.object({ name: line(20) }), output: z.object({}), may: 'signedIn', touches: ['seats'] }),
  close: task({ input: z.object({ id: seatId }), output: z.object({}), may: 'manageStation', touches: ['seats', 'session'] }),
}
