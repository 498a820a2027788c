import { z } from 'zod'
import { command, query, task } from './define.ts'
import { instant, producedFile, sentence } from './fields.ts'

export const importKind = z.enum(['work-orders', 'customers', 'parts'])

/** A row that was not taken, or taken with doubt: where, what, why, and what would be right. */
export const rowFinding = z.object({ sheet: z.string(), row: z.number().int(), column: z.string(), value: z.string(), reason: sentence, remedy: sentence })

/**
 * What applying would do. `accepted` = `creates` + `updates`; what is on file as it stands is `unchanged`. At most
 * 1000 findings of each sort are listed, the totals count all. `sample`: the first rows under their headings.
 */
export const importPreview = z.object({
  importId: z.string(), read: z.number().int(), accepted: z.number().int(), creates: z.number().int(), updates: z.number().int(), unchanged: z.number().int(),
  rejected: z.array(rowFinding), rejectedTotal: z.number().int(), warnings: z.array(rowFinding), warningsTotal: z.number().int(),
  sample: z.array(z.record(z.string(), z.string())),
})

export const imports = {
  template: task({ input: z.object({ kind: importKind }), output: producedFile, may: 'signedIn' }),
  /** Reads and checks an uploaded workbook in a worker; nothing is saved. */
  preview: task({ input: z.object({ kind: importKind, uploadId: z.string() }), output: importPreview, may: 'importData' }),
  /** One transaction: all rows, or none when some are rejected and `skipBad` is false. */
  apply: command({
    input: z.object({ importId: z.string(), skipBad: z.boolean() }), may: 'importData', touches: ['workOrders', 'customers', 'catalogue', 'home'],
    output: z.object({ created: z.number().int(), updated: z.number().int(), unchanged: z.number().int() }),
  }),
  history: query({
    input: z.object({}), may: 'view',
    output: z.array(z.object({ at: instant, by: z.string(), kind: importKind, file: z.string(), created: z.number().int(), updated: z.number().int() })),
  }),
}
