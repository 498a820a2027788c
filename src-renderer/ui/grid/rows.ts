import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community'
import type { Condition } from '#domain/list-filter'
import { callOf, type ApiFeature, type ApiInput, type ApiMethod } from '../../api.ts'
import { mostSorts } from './column-layout.ts'

/** What every list query answers (contract/fields.ts pageResult). */
export type Page<R> = { readonly rows: readonly R[]; readonly total: number; readonly sums: Readonly<Record<string, number>> }

/** What every list query is asked (contract/list.ts). */
export type PageQuestion = {
  readonly offset: number
  readonly limit: number
  readonly text: string
  readonly filter: unknown
  readonly filters: readonly Condition[]
  readonly sort: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[]
}

export type RowSource<R> = {
  readonly ask: (question: PageQuestion) => Promise<Page<R>>
  /** text and filter of this moment; rows already shown stay until the new ones are there */
  readonly narrowed: () => Pick<PageQuestion, 'text' | 'filter' | 'filters'>
  readonly onAnswer: (page: Page<R>) => void
  readonly onFailed: (error: unknown) => void
}

/** The list query of one feature, seen as a question for a page. The Grid's own type parameters have checked the shapes. */
export function listQuery<F extends ApiFeature, M extends ApiMethod<F>, R>(feature: F, method: M): RowSource<R>['ask'] {
  const call = callOf(feature, method)
  return (question) => call(question as unknown as ApiInput<F, M>) as unknown as Promise<Page<R>>
}

export function datasource<R>({ ask, narrowed, onAnswer, onFailed }: RowSource<R>): IDatasource {
  let newest = 0
  return {
    getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }: IGetRowsParams<R>) => {
      newest += 1
      const mine = newest
      const sort = sortModel.slice(0, mostSorts).map(({ colId, sort: direction }) => ({ column: colId, direction }))
      ask({ offset: startRow, limit: endRow - startRow, sort, ...narrowed() }).then(
        (page) => {
          successCallback([...page.rows], page.total)
          if (mine === newest) onAnswer(page)
        },
        (error: unknown) => {
          failCallback()
          onFailed(error)
        },
      )
    },
  }
}

/** The rows as lines of tab-separated text, as Excel takes them. */
export function asTabSeparated(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
}

/** First and last row in sight, counted from 1. */
export function shownRange(api: GridApi): readonly [number, number] {
  const { top, bottom } = api.getVerticalPixelRange()
  const height = api.getSizesForCurrentTheme().rowHeight
  return [Math.floor(top / height) + 1, Math.max(1, Math.floor(bottom / height))]
}
