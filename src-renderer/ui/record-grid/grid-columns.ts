import type { GridColumn } from '../grid/columns.tsx'
import type { RecordColumn, Ticks } from './columns.ts'

const kinds = {
  text: 'text',
  code: 'mono',
  number: 'number',
  money: 'money',
  date: 'date',
  word: 'word',
  choice: 'text',
  tick: 'text',
  finder: 'mono',
} as const

/** The columns as the tools of every list know them: to narrow by, to choose and to export. */
export function gridColumns<R>(columns: readonly RecordColumn<R>[], ticks: Ticks): readonly GridColumn<R>[] {
  return columns.map((column) => ({
    field: column.field,
    title: column.title,
    kind: column.kind === 'number' && column.factor === 100 ? 'hours' : kinds[column.kind],
    ...(column.kind === 'word' ? { table: column.table } : {}),
    ...wordsOf(column, ticks),
  }))
}

function wordsOf<R>(column: RecordColumn<R>, ticks: Ticks): { readonly words?: Readonly<Record<string, string>> } {
  if (column.kind === 'choice') return { words: Object.fromEntries(column.choices.map(({ value, label }) => [String(value), label])) }
  if (column.kind !== 'tick') return {}
  const [yes, no] = column.words ?? ticks
  return { words: { true: yes, false: no } }
}
