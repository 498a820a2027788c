import type { Condition } from '#domain/list-filter'
import type { List } from '#db/queries/lists'
import type { QueryContext } from './define.ts'
import type { SheetBehind } from './services.ts'

type Sorted<F extends string> = readonly { readonly column: F; readonly direction: 'asc' | 'desc' }[]
/** What a list is asked, without the block (contract/list.ts questionOf). */
export type ListQuestion<F extends string, V> = {
  readonly sort: Sorted<F>
  readonly text: string
  readonly filter: V
  readonly filters: readonly Condition[]
}

export type ListOf<F extends string, V, P> = {
  readonly page: (
    context: QueryContext,
    input: ListQuestion<F, V> & { readonly offset: number; readonly limit: number },
  ) => { rows: P[]; total: number; sums: Record<string, number> }
  /** all that match, in order; for what takes the whole list and not a block */
  readonly ids: (context: QueryContext, question: ListQuestion<F, V>) => readonly number[]
  /** records that are gone meanwhile are left out */
  readonly rows: (context: QueryContext, ids: readonly number[]) => P[]
  /** what the list cannot show of itself, as a second sheet of its workbook */
  readonly behind?: (context: QueryContext, question: ListQuestion<F, V>) => SheetBehind
}

/** A list as the contract shows it: the stored rows of `list`, each with what `present` adds. */
export function listOf<F extends string, V, R, P>(list: List<F, V, R>, present: (row: R, context: QueryContext) => P): ListOf<F, V, P> {
  const asked = ({ actor: { userId, technicianId }, today }: QueryContext) => ({ who: { userId, technicianId }, today })
  const rows = (context: QueryContext, found: readonly R[]) => found.map((row) => present(row, context))
  return {
    page: (context, input) => {
      const { rows: found, ...totals } = list.page(context.db, input, asked(context))
      return { rows: rows(context, found), ...totals }
    },
    ids: (context, question) => [...list.ids(context.db, question, asked(context))],
    rows: (context, ids) => rows(context, list.rows(context.db, ids)),
  }
}
