import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import type { ReactNode } from 'react'
import type { Instant } from '#domain/dates'
import { count, day, dayTime, hours, money, phone } from '../../format.ts'
import type { Word, WordTable } from '../../messages/index.ts'
import { FrameNumber, StatusTag } from '../values.tsx'
import { usualRank, type ColumnPlace } from './column-room.ts'
import type { headingsOf } from './headings.ts'
import { headingWidth } from './heading-width.ts'

export type ColumnKind =
  | 'text'
  | 'link'
  | 'number'
  | 'hours'
  | 'money'
  | 'instant'
  | 'day'
  | 'date'
  | 'phone'
  | 'frameNo'
  | 'mono'
  | 'word'
  | 'status'

/** `day`: an instant shown as its day; `date`: already a local date; `word` and `status` need `table`. */
export type GridColumn<R> = {
  readonly field: keyof R & string
  readonly title: string
  readonly kind?: ColumnKind
  readonly table?: WordTable
  readonly width?: number
  /** share of what is left over */
  readonly flex?: number
  /** not needed: whatever the contract's list sorts by can be sorted */
  readonly sortable?: boolean
  /** what codes of the row are called, where no word table says it; `''` is absence */
  readonly words?: Readonly<Record<string, string>>
  readonly hidden?: boolean
  /** where room is short the highest goes first, of equal rank the one furthest right; 2 unless said */
  readonly rank?: number
  /** what every number begins with at this station: not drawn where room is short, but read out, copied and exported */
  readonly stem?: string
  /** of a frame number: it leads to the record as a link does */
  readonly opens?: boolean
  /** draws the cell; `shown` still decides what Ctrl+C takes */
  readonly render?: (row: R) => ReactNode
  readonly shown?: (row: R) => string
  /** keeps its place at the right end: the next step */
  readonly last?: boolean
}

const widths: Record<ColumnKind, number> = {
  text: 130,
  link: 190,
  number: 70,
  hours: 80,
  money: 100,
  instant: 130,
  day: 96,
  date: 96,
  phone: 118,
  frameNo: 168,
  mono: 130,
  word: 90,
  status: 96,
}
const right = new Set<ColumnKind>(['number', 'hours', 'money'])

/** The text of a cell, for showing and for the clipboard. */
export function cellText<R extends object>(column: GridColumn<R>, row: R, word: Word): string {
  if (column.shown) return column.shown(row)
  const value: unknown = row[column.field]
  const named = column.words?.[String(value ?? '')]
  if (named !== undefined) return named
  if (value === null || value === undefined) return ''
  switch (column.kind ?? 'text') {
    case 'money':
      return typeof value === 'number' ? money(value) : ''
    case 'number':
      return typeof value === 'number' ? count(value) : String(value)
    case 'hours':
      return typeof value === 'number' ? hours(value) : ''
    // The contract types these fields as Instant; the column's kind says so to the grid.
    case 'instant':
      return dayTime(value as Instant)
    case 'day':
      return day(value as Instant)
    case 'phone':
      return phone(String(value))
    case 'word':
    case 'status':
      return column.table === undefined ? String(value) : word(column.table, String(value))
    case 'text':
    case 'link':
    case 'date':
    case 'frameNo':
    case 'mono':
      return String(value)
  }
}

function Number({ text, stem }: { readonly text: string; readonly stem: string }) {
  return stem !== '' && text.startsWith(stem) ? (
    <>
      <span className="visually-hidden">{stem}</span>
      {text.slice(stem.length)}
    </>
  ) : (
    text
  )
}

function Cell<R extends object>({
  column,
  row,
  word,
  onOpen,
}: {
  readonly column: GridColumn<R>
  readonly row: R
  readonly word: Word
  readonly onOpen: (row: R) => void
}) {
  if (column.render) return column.render(row)
  const text = cellText(column, row, word)
  if (column.kind === 'status' && column.table !== undefined && text !== '')
    return <StatusTag table={column.table} code={String(row[column.field])} />
  const number = column.kind === 'frameNo' ? <FrameNumber value={text} /> : <Number text={text} stem={column.stem ?? ''} />
  if (column.kind !== 'link' && column.opens !== true) return number
  return (
    <button type="button" tabIndex={-1} className="link figures" title={text} onClick={() => onOpen(row)}>
      {number}
    </button>
  )
}

/** How much wider columns are: all by the scale, those of words also by the language (English words are longer). */
type Stretch = { readonly scale: number; readonly words: number }

/** Our columns as the grid's. */
export function columnDefinitions<R extends { readonly id: number }>(
  columns: readonly GridColumn<R>[],
  headings: ReturnType<typeof headingsOf>,
  word: Word,
  stretch: Stretch,
  onOpen: (row: R) => void,
): ColDef<R>[] {
  // On a wide window plain texts share what is left over, unless the screen says who takes it.
  const shared = columns.every(({ flex }) => flex === undefined)
  return columns.map((column) => {
    const kind = column.kind ?? 'text'
    const wanted = (column.width ?? widths[kind]) * (kind === 'word' || kind === 'status' || column.last ? stretch.words : 1)
    // English headings are longer than what stands below them; a Chinese one is as its screen says
    const width = Math.round(Math.max(wanted, stretch.words > 1 ? headingWidth(column.title) : 0) * stretch.scale)
    const flex = shared && kind === 'text' && !column.last ? width : column.flex
    const drawn = column.render !== undefined || kind === 'status' || kind === 'frameNo' || kind === 'link'
    return {
      colId: column.field,
      headerName: column.title,
      ...headings(column.field, right.has(kind)),
      resizable: true,
      suppressMovable: column.last ?? false,
      width,
      minWidth: flex === undefined ? 48 : width,
      lockPinned: true,
      context: { hidden: column.hidden ?? false, rank: column.rank ?? usualRank, scale: stretch.scale } satisfies ColumnPlace,
      ...(column.last ? { pinned: 'right' as const } : {}),
      ...(flex === undefined ? {} : { flex }),
      cellClass: right.has(kind)
        ? 'cell-right figures'
        : kind === 'status'
          ? 'cell-plain'
          : kind === 'mono'
            ? 'mono'
            : kind === 'text' || kind === 'word'
              ? ''
              : 'figures',
      valueGetter: ({ data }) => (data === undefined ? '' : cellText(column, data, word)),
      ...(drawn
        ? {
            cellRenderer: ({ data }: ICellRendererParams<R>) =>
              data === undefined ? null : <Cell column={column} row={data} word={word} onOpen={onOpen} />,
          }
        : {}),
    }
  })
}
