import { z } from 'zod'
import { importKinds } from '#domain/import-result'
import { command, query, task } from './define.ts'
import { instant, producedFile, sentence } from './fields.ts'

export const importKind = z.enum(importKinds)

/** A row that was not taken, or taken with doubt: where, what, why, and what would be right. */
export const rowFinding = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: sentence,
  remedy: sentence,
})

/**
 * What applying would do. `accepted` = `creates` + `updates`; what is on file as it stands is `unchanged`. At most
 * 1000 findings of each sort are listed, the totals count all. `sample`: the first rows that would be written, cell by
 * cell under the headings of the workbook; `was` is what a changed cell holds now, null where nothing is overwritten.
 */
export const importPreview = z.object({
  importId: z.string(),
  read: z.number().int(),
  accepted: z.number().int(),
  creates: z.number().int(),
  updates: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(rowFinding),
  rejectedTotal: z.number().int(),
  warnings: z.array(rowFinding),
  warningsTotal: z.number().int(),
  sample: z.array(
    z.object({
      row: z.number().int(),
      does: z.enum(['create', 'update']),
      cells: z.array(z.object({ heading: z.string(), value: z.string(), was: z.string().nullable() })),
    }),
  ),
})

export const imports = {
  /** The right that keeping a list of 资料 takes is also that of importing it. */
  template: task({ input: z.object({ kind: importKind }), output: producedFile, may: 'signedIn' }),
  /** Reads and checks an uploaded workbook in a worker; nothing is saved. */
  preview: task({ input: z.object({ kind: importKind, uploadId: z.string() }), output: importPreview, may: 'importData' }),
  /** One transaction: all rows, or none when some are rejected and `skipBad` is false. */
  apply: command({
    input: z.object({ importId: z.string(), skipBad: z.boolean() }),
    may: 'importData',
    touches: ['workOrders', 'customers', 'catalogue', 'station', 'home'],
    output: z.object({ created: z.number().int(), updated: z.number().int(), unchanged: z.number().int() }),
  }),
  history: query({
    input: z.object({}),
    may: 'view',
    output: z.array(
      z.object({ at: instant, by: z.string(), kind: importKind, file: z.string(), created: z.number().int(), updated: z.number().int() }),
    ),
  }),
}
