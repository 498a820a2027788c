import { z } from 'zod'
import { command, query } from './define.ts'
import { instant } from './fields.ts'

/** What is being typed, kept per keystroke. Saves are not in the command log (settled.md 11). */
const key = z.string().min(1).max(80)

export const drafts = {
  list: query({ input: z.object({}), output: z.array(z.object({ key, title: z.string(), savedAt: instant })), may: 'signedIn' }),
  load: query({ input: z.object({ key }), output: z.object({ content: z.unknown(), savedAt: instant }).nullable(), may: 'signedIn' }),
  save: command({ input: z.object({ key, title: z.string().max(80), content: z.unknown() }), output: z.object({ savedAt: instant }), may: 'saveDraft' }),
  discard: command({ input: z.object({ key }), output: z.object({}), may: 'saveDraft' }),
}
