import { z } from 'zod'
import { backupCopy } from './backups.ts'
import { query, task } from './define.ts'
import { sentence } from './fields.ts'

/** While the station cannot be opened: why, and the ways out. Nobody can sign in then, so these ask for no one. */
export const rescue = {
  state: query({
    input: z.object({}),
    may: 'anyone',
    output: z.object({
      /** null: the station is open */
      trouble: sentence.nullable(),
      folder: z.string(),
      /** empty where a copy would be no way out */
      copies: z.array(backupCopy),
    }),
  }),
  retry: task({ input: z.object({}), output: z.object({ open: z.boolean() }), may: 'anyone' }),
  /** Sets the unreadable file aside as it is and opens a copy in its place. */
  restore: task({ input: z.object({ name: z.string().max(120) }), output: z.object({ aside: z.string() }), may: 'anyone' }),
}
