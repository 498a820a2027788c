import { z } from 'zod'
import { command, query } from './define.ts'
import { id, line, problem, revision } from './fields.ts'

export const mergeOf = z.enum(['customer', 'unit'])
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** What tells one of two records from the other, in a list of proposals. */
export const doubleRecord = z.object({ id, title: z.string(), detail: z.string(), orderCount: z.number().int() })
/** Two records that share something two people or two vehicles do not. */
export const doublePair = z.object({
  by: z.enum(['phone', 'frameTail', 'plate', 'engine']),
  value: z.string(),
  one: doubleRecord,
  other: doubleRecord,
})

/** What becomes part of the record that stays. */
const moves = z.object({
  orders: z.array(z.object({ id, no: z.string() })),
  units: z.array(z.object({ id, frameNo: z.string() })),
  claims: z.number().int(),
  papers: z.number().int(),
  owners: z.number().int(),
  odometerChanges: z.number().int(),
})

export const customerMerge = {
  /** All proposals, or those for one record. */
  doubles: query({
    input: z.object({ of: mergeOf, id: id.nullable(), limit: z.number().int().min(1).max(200) }),
    output: z.array(doublePair),
    may: 'view',
  }),
  /** What a merge would leave field by field, what moves, and what forbids it. `take`: fields whose value comes from the other record; null proposes. */
  previewMerge: query({
    input: z.object({ of: mergeOf, id, otherId: id, take: z.array(z.string()).nullable() }),
    may: 'view',
    output: z.object({
      one: doubleRecord,
      other: doubleRecord,
      take: z.array(z.string()),
      revision,
      otherRevision: revision,
      fields: z.array(z.object({ name: z.string(), one: value, other: value, result: value, from: z.enum(['one', 'other', 'both']) })),
      moves,
      problems: z.array(problem),
    }),
  }),
  /** The other record becomes part of the first; `id` of the answer is where both are found from now on. */
  merge: command({
    input: z.object({
      of: mergeOf,
      id,
      otherId: id,
      revision,
      otherRevision: revision,
      take: z.array(z.string()),
      reason: line(200).min(2),
    }),
    output: z.object({ id, revision }),
    may: 'editCustomer',
    touches: ['workOrders', 'claims', 'returnedParts', 'papers', 'home'],
  }),
}
