import { z } from 'zod'
import { command, query } from './define.ts'
import { direction, id, instant, line } from './fields.ts'
import { anyCondition } from './list.ts'

/** Names a grid of the interface, e.g. `work-orders`. */
const grid = z.string().regex(/^[a-z][a-zA-Z-]{1,39}$/)
const name = line(30).min(1)
const field = z.string().min(1).max(40)

/**
 * All that makes a view of a grid: which columns in which order and width (px), the sorting, the conditions, the grid's
 * own view it was made in ('' when it has none) and the free text. Fields a later version no longer has are left out by the grid.
 */
export const viewState = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        field /** null: it shares what is left over */,
        width: z.number().int().min(20).max(2000).nullable(),
        hidden: z.boolean(),
      }),
    )
    .max(80),
  sort: z.array(z.strictObject({ column: field, direction })).max(3),
  filters: z.array(anyCondition).max(20),
  base: z.string().max(40),
  text: z.string().max(60),
})

/** 视图: how each person likes the lists. Kept with the person, so it is the same on every seat. */
export const views = {
  list: query({
    input: z.object({ grid }),
    may: 'signedIn',
    output: z.array(z.object({ id, name: z.string(), state: viewState, isDefault: z.boolean(), savedAt: instant })),
  }),
  /** A new view, or (with its id) another name or state of one. */
  save: command({ input: z.object({ id: id.nullable(), grid, name, state: viewState }), output: z.object({ id }), may: 'signedIn' }),
  remove: command({ input: z.object({ id }), output: z.object({}), may: 'signedIn' }),
  /** null: the grid opens as it was built */
  setDefault: command({ input: z.object({ grid, id: id.nullable() }), output: z.object({}), may: 'signedIn' }),
}
