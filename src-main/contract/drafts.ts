import { z } from 'zod'
import { command, query } from './define.ts'
import { instant } from './fields.ts'

/** What is being typed, kept per keystroke. Saves are not in the command log (settled.md 11). */
const key = z.string().min(1).max(80)

export const drafts = {
  list: query({ input: z.object({}), output: z.array(z.object({ key, title: z.string(), savedAt: instant })), may: 'signedIn' }),
  load: query({
    input: z.object({ key }),
    output: z.object({ content: z.unknown(), savedAt: instant, seat: z.string() }).nullable(),
    may: 'signedIn',
  }),
  /** What others, or oneself at another seat, are typing on a record on file (`workOrder:12`). */
  others: query({
    input: z.object({ key: key.regex(/:\d+$/) }),
    output: z.array(z.object({ name: z.string(), isMine: z.boolean(), content: z.unknown(), savedAt: instant })),
    may: 'view',
  }),
  /** Goes on here with what was typed at `seat`, as `load` has given it. */
  adopt: command({ input: z.object({ key, seat: z.string() }), output: z.object({}), may: 'saveDraft' }),
  save: command({
    input: z.object({ key, title: z.string().max(80), content: z.unknown() }),
    output: z.object({ savedAt: instant }),
    may: 'saveDraft',
  }),
  discard: command({ input: z.object({ key }), output: z.object({}), may: 'saveDraft' }),
}
