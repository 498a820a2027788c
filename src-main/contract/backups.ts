import { z } from 'zod'
import { backupIntervals } from '#domain/backup-plan'
import { backupReason, backupState, codesOf } from '#domain/words'
import { command, query, task } from './define.ts'
import { instant, line } from './fields.ts'

const folder = line(400)
/** What a copy holds, as counted in it; null when it was never opened. */
export const copyContent = z.object({ workOrders: z.number().int(), customers: z.number().int(), papers: z.number().int() })

export const backupCopy = z.object({
  /** file name in the folder */
  name: z.string(),
  bytes: z.number().int(),
  at: instant,
  reason: z.enum(codesOf(backupReason)),
  state: z.enum(codesOf(backupState)),
  checkedAt: instant.nullable(),
  content: copyContent.nullable(),
})

export const schedule = z.object({
  everyHours: z.literal(backupIntervals),
  /** '' = none; otherwise every copy is written there as well, with the photos and batch files */
  secondFolder: folder,
})

const name = z.string().max(120)

/** Copies of the database. A copy counts only after it was opened and read whole. */
export const backups = {
  list: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.object({
      folder: z.string(),
      freeBytes: z.number().nullable(),
      schedule,
      /** when and why the last automatic copy, or the copy into the second folder, failed; null when it went well */
      trouble: z.object({ at: instant, reason: z.string() }).nullable(),
      items: z.array(backupCopy),
    }),
  }),
  /** Copies the database while the program runs and proves the copy by opening it. */
  make: task({ input: z.object({}), output: backupCopy, may: 'backUp', touches: ['backups', 'home'] }),
  /** Opens a copy again and reads it whole. */
  verify: task({
    input: z.object({ name }),
    output: z.object({ copy: backupCopy, detail: z.string() }),
    may: 'backUp',
    touches: ['backups', 'home'],
  }),
  /** Where a restored station may lie, before anyone types. */
  restorePlace: query({ input: z.object({ name }), output: z.object({ folder: z.string() }), may: 'manageStation' }),
  /** Lays a copy, with photos and batch files, into a folder that is new or empty; the running station is not touched. */
  restore: task({
    input: z.object({ name, folder: folder.min(1) }),
    may: 'manageStation',
    /** `openWith`: the command that opens it */
    output: z.object({ folder: z.string(), content: copyContent, openWith: z.string() }),
  }),
  saveSchedule: command({ input: schedule, output: z.object({}), may: 'manageStation' }),
}
