import { z } from 'zod'
import { query, task } from './define.ts'
import { producedFile } from './fields.ts'

/** What the program says of itself when someone asks for help. */
export const diagnostics = {
  about: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.object({
      version: z.string(),
      runtime: z.string(),
      system: z.string(),
      sqlite: z.string(),
      dbFile: z.string(),
      dbBytes: z.number(),
      schemaVersion: z.number().int(),
      logFolder: z.string(),
      freeBytes: z.number().nullable(),
      counts: z.object({
        workOrders: z.number().int(),
        customers: z.number().int(),
        units: z.number().int(),
        papers: z.number().int(),
        commands: z.number().int(),
      }),
    }),
  }),
  /** Log and versions as a text file, with everything taken out that could name a person or a vehicle. */
  exportLog: task({ input: z.object({}), output: producedFile, may: 'view' }),
}
