import type { SortDirection } from 'ag-grid-community'
import type { ListFields } from '#domain/list-fields'
import type { Text } from '../../messages/index.ts'

export type Heading = {
  readonly sortable: boolean
  readonly sortingOrder: SortDirection[]
  readonly headerTooltip: string
  readonly headerClass: string[]
  readonly wrapHeaderText: boolean
  readonly autoHeaderHeight: boolean
}

/** How a column's heading behaves, by the fields the list declares: what cannot be sorted looks so and says why. */
export function headingsOf(fields: ListFields, text: Text<'grid'>): (field: string, isRight: boolean) => Heading {
  return (field, isRight) => {
    const sortable = fields[field] !== undefined && fields[field].sorts !== false
    return {
      sortable,
      sortingOrder: ['asc', 'desc', null],
      headerTooltip: text(sortable ? 'sortHint' : 'sortsNot'),
      // a column drawn narrow keeps its words, in two lines
      wrapHeaderText: true,
      autoHeaderHeight: true,
      headerClass: [...(isRight ? ['head-right'] : []), ...(sortable ? [] : ['head-fixed'])],
    }
  }
}
