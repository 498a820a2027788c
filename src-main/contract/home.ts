import { z } from 'zod'
import { deskGroups } from '#domain/desk'
import { codesOf, taskState } from '#domain/words'
import { command, query } from './define.ts'
import { fen, id, instant, localDate, revision, sentence } from './fields.ts'

const subject = z.enum(['workOrder', 'partsRequest', 'returnedPart', 'claim', 'manifest', 'batch', 'blankPack'])

/** A clock of domain.md §4.1 that runs on a record: what, until when, where to do it. */
export const taskRow = z.object({
  id,
  rule: z.string(),
  subject,
  subjectId: id,
  subjectNo: z.string(),
  said: sentence,
  dueAt: instant,
  state: z.enum(codesOf(taskState)),
})

/** A record that waits for someone's hand, and the clock that runs on it. */
export const deskRow = z.object({
  subject,
  id,
  revision,
  no: z.string(),
  status: z.string(),
  /** the person, or the part for a piece */
  who: z.string(),
  phone: z.string(),
  what: z.string(),
  technician: z.string(),
  amountFen: fen.nullable(),
  since: instant.nullable(),
  dueAt: instant.nullable(),
  state: z.enum(codesOf(taskState)).nullable(),
  /** the parts request an order waits for; null when none is alive: refused, taken back */
  requestId: id.nullable(),
})

export const deskGroup = z.object({ group: z.enum(deskGroups), count: z.number().int(), rows: z.array(deskRow) })

/** An old part is late, due in so many days, later, or its day is not known yet. */
export const oldPartSpans = ['late', 'days3', 'days7', 'later', 'noDay'] as const

/** A line of the finder; `status` is a code of the word table of its kind. */
export const foundRecord = z.object({
  kind: z.enum(['workOrder', 'partsRequest', 'customer', 'unit', 'part', 'paper', 'claim', 'batch', 'manifest', 'returnedPart']),
  id,
  title: z.string(),
  /** of a vehicle, whose plate is its title */
  frameNo: z.string().optional(),
  detail: z.string(),
  status: z.string().nullable(),
})

export const home = {
  /** Asked by every seat after every change, so it counts only what an index holds; the money lane is `claims.lanes`. */
  summary: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.object({
      empty: z.boolean(),
      duties: z.array(
        z.object({
          duty: z.enum(['tasks', 'awaitingParts', 'oldPartsLate', 'toClaim', 'toReceive']),
          count: z.number().int(),
          oldest: localDate.nullable(),
        }),
      ),
      badges: z.object({
        workOrders: z.number().int(),
        requests: z.number().int(),
        oldParts: z.number().int(),
        oldPartsLate: z.number().int(),
        claims: z.number().int(),
      }),
      lastBackupAt: instant.nullable(),
    }),
  }),
  tasks: query({
    input: z.object({ mineOnly: z.boolean(), limit: z.number().int().min(1).max(500) }),
    output: z.array(taskRow),
    may: 'signedIn',
  }),
  /** What waits to be done, the most urgent of each kind; with `mineOnly` what is in the hands of this person's role. */
  desk: query({
    input: z.object({ mineOnly: z.boolean(), limit: z.number().int().min(1).max(50) }),
    output: z.array(deskGroup),
    may: 'signedIn',
  }),
  /** What the calendar brings: old parts by their due day, the next reports, the newest backup. */
  dates: query({
    input: z.object({}),
    may: 'signedIn',
    output: z.object({
      oldParts: z.array(z.object({ span: z.enum(oldPartSpans), count: z.number().int(), oldest: localDate.nullable() })),
      /** `makers`: whose, when several makers want it on different days; `sentOn`: the paper of this period is issued */
      reports: z.array(
        z.object({
          said: sentence,
          dueOn: localDate,
          state: z.enum(codesOf(taskState)),
          makers: z.array(z.string()),
          sentOn: localDate.nullable(),
        }),
      ),
      /** the newest copy that was read back, else the newest one; `trouble`: why the last attempt failed */
      backup: z.object({ at: instant, proven: z.boolean(), bytes: z.number().int() }).nullable(),
      trouble: z.string().nullable(),
    }),
  }),
  /** Orders reported in a month `2026-11`, by day and charge, and what failed most. */
  month: query({
    input: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11') }),
    may: 'signedIn',
    output: z.object({
      days: z.array(z.object({ day: localDate, warranty: z.number().int(), mixed: z.number().int(), paid: z.number().int() })),
      faults: z.array(z.object({ code: z.string(), text: z.string(), count: z.number().int() })),
      /** orders with a fault code, and without one yet */
      coded: z.number().int(),
      uncoded: z.number().int(),
    }),
  }),
  /** What the calendar brings about (逾期); the host calls it at start and every hour. */
  advanceClocks: command({
    input: z.object({}),
    output: z.object({ parts: z.number().int(), requests: z.number().int() }),
    may: 'signedIn',
    touches: ['returnedParts', 'partsRequests'],
  }),
  /** Ctrl+K: anything by number, plate, phone tail, frame tail, name, pinyin initials, part code. */
  find: query({
    input: z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(50) }),
    output: z.array(foundRecord),
    may: 'signedIn',
  }),
  /** The same lines for records named by their ids, in the order asked; what is gone is left out. */
  recall: query({
    input: z.object({ records: z.array(foundRecord.pick({ kind: true, id: true })).max(30) }),
    output: z.array(foundRecord),
    may: 'signedIn',
  }),
}
