import { z } from 'zod'
import { query, task } from './define.ts'
import { chosenIds, producedFile } from './fields.ts'

/** Named by the seat that asks, so that it can ask how far it is and stop it. */
const exportId = z.uuid()

/**
 * A column of the sheet. `money`: 分 in the rows, 元 with two decimals in the cell; `hundredths` likewise; `date` also takes an
 * instant and shows the shop's day. `words`: what codes are called in the language of the person.
 */
export const exportColumn = z.strictObject({
  field: z.string().min(1).max(40),
  title: z.string().max(60),
  kind: z.enum(['text', 'count', 'money', 'hundredths', 'date', 'instant']),
  words: z.record(z.string(), z.string().max(60)).nullable(),
})

/** `question`: sort, text, filter and conditions as that list takes them; checked against it. */
const asked = { list: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/), question: z.record(z.string(), z.unknown()) }

/** What can be done with a list as a whole. */
export const lists = {
  /** All that match, in order: what Ctrl+A chooses. */
  ids: query({ input: z.object(asked), output: z.object({ ids: chosenIds }), may: 'view' }),
  /** Every row that matches (or only `ids`) as .xlsx, the columns as they are shown. Long ones can be watched and stopped. */
  export: task({
    input: z.object({
      ...asked,
      exportId,
      title: z.string().trim().min(1).max(60),
      columns: z.array(exportColumn).min(1).max(80),
      ids: chosenIds.nullable(),
    }),
    output: producedFile.extend({ rows: z.number().int() }),
    may: 'view',
  }),
  /** null: not running (any more) */
  exportProgress: query({
    input: z.object({ exportId }),
    output: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
    may: 'view',
  }),
  stopExport: task({ input: z.object({ exportId }), output: z.object({}), may: 'view' }),
}
