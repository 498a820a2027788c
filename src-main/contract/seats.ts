import { z } from 'zod'
import { command, query, task } from './define.ts'
import { id, instant, line } from './fields.ts'

const seatId = z.string().max(40)
/** Who may open the program beside the desk: nobody, or browsers on this machine. */
export const secondSeat = z.enum(['off', 'loopback'])
export type SecondSeat = z.output<typeof secondSeat>

/** The places the program is used from in this run. */
export const seats = {
  list: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.object({
      /** where browsers reach the program; null: only the desk */
      url: z.string().nullable(),
      /** the address given out last has not been used yet */
      isInviting: z.boolean(),
      /** null: the program runs for browsers and lets them in as long as it does */
      second: secondSeat.nullable(),
      items: z.array(
        z.object({
          id: seatId,
          kind: z.enum(['desk', 'browser']),
          name: z.string(),
          person: z.object({ id, name: z.string() }).nullable(),
          since: instant,
          lastAt: instant,
          mine: z.boolean(),
        }),
      ),
    }),
  }),
  /** Lets browsers in beside the desk, or no more; kept with the station. */
  letIn: command({ input: z.object({ second: secondSeat }), output: z.object({}), may: 'manageStation' }),
  /** A one-time address for the next browser seat on this machine; an unused one before it dies. */
  invite: task({ input: z.object({}), output: z.object({ address: z.string() }), may: 'manageStation', touches: ['seats'] }),
  /** What this seat is called in the list. */
  rename: task({ input: z.object({ name: line(20) }), output: z.object({}), may: 'signedIn', touches: ['seats'] }),
  close: task({ input: z.object({ id: seatId }), output: z.object({}), may: 'manageStation', touches: ['seats', 'session'] }),
}
