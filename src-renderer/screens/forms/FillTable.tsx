import { useMemo } from 'react'
import {
  computedOf,
  isBlank,
  longestTable,
  rowsWithPreset,
  settledRow,
  type FillColumn,
  type FillRow,
  type FillTable as Table,
} from '#domain/form-fill'
import { gatheredCell } from '#domain/gather/gathered'
import { money, parseDay, today } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { EditableGrid, type LineColumn } from '../../ui/EditableGrid.tsx'
import { lineCellText } from '../../ui/grid/line-cells.tsx'
import { useFormSetting } from '../../ui/form-context.ts'

/** px at scale 1, by how much a cell holds */
function widthOf({ kind, max }: FillColumn): number {
  switch (kind) {
    case 'count':
    case 'tenths':
      return 72
    case 'amount':
    case 'date':
      return 98
    case 'minute':
      return 130
    default:
      return max > 60 ? 180 : max <= 12 ? 84 : 118
  }
}

function lineColumn(column: FillColumn, preset: readonly string[], isFirst: boolean): LineColumn<FillRow> {
  const { key, label, kind, options, max, computed, required } = column
  const fixed = (row: FillRow) => isFirst && preset.includes(String(row[key]))
  const common = {
    field: key,
    title: required ? `${label} *` : label,
    width: widthOf(column),
    skip: computed !== null,
    editable: (row: FillRow) => !fixed(row) && (computed === null || computedOf(computed, row) === null),
  }
  switch (kind) {
    case 'count':
      return { ...common, kind: 'number', empty: true }
    case 'tenths':
      return { ...common, kind: 'number', factor: 10, empty: true }
    case 'amount':
      return { ...common, kind: 'money', empty: true, shown: (row) => (typeof row[key] === 'number' ? money(row[key]) : '') }
    case 'choice':
      return { ...common, kind: 'choice', empty: true, choices: options.map((word) => ({ value: word, label: word })) }
    case 'date':
      return { ...common, kind: 'text', maxLength: 10, tidy: (typed) => parseDay(typed.trim(), today()) ?? typed }
    case 'number':
    case 'picture':
      return { ...common, kind: 'text', editable: false }
    case 'minute':
    case 'text':
    case 'choices':
      return { ...common, kind: 'text', maxLength: kind === 'minute' ? 16 : max, suggestions: options }
  }
}

type Props = {
  readonly table: Table
  readonly rows: readonly FillRow[]
  /** what the records say for a row that was gathered */ readonly gatheredOf: (row: FillRow) => FillRow | undefined
  readonly onChange: (rows: readonly FillRow[]) => void
}

/** The rows of a table; those that are always there stay, computed columns follow what is typed. */
export function FillTable({ table, rows, gatheredOf, onChange }: Props) {
  const { problems, readOnly } = useFormSetting()
  const { key, title, columns, preset } = table
  const lines = useMemo(() => rowsWithPreset(table, rows), [table, rows])
  const plain = useMemo(() => columns.map((column, index) => lineColumn(column, preset, index === 0)), [columns, preset])
  const text = useText('forms')
  const word = useWord()
  const shown = plain.map((column): LineColumn<FillRow> => ({
    ...column,
    render: (row) => {
      const cell = gatheredCell(gatheredOf(row), row, column.field)
      if (cell === null) return undefined
      const said = lineCellText(column, { ...row, [column.field]: cell.value }, word)
      return (
        <span
          className="gathered"
          data-corrected={cell.isCorrected}
          title={cell.isCorrected ? text('gatheredSays', { value: said }) : text('gatheredCell')}
        >
          {lineCellText(column, row, word)}
          {cell.isCorrected && <small>{said}</small>}
        </span>
      )
    },
  }))
  const isPreset = (row: FillRow) => preset.includes(String(row[columns[0]?.key ?? '']))
  const empty = (): FillRow => Object.fromEntries(columns.map((column) => [column.key, null]))
  return (
    <EditableGrid<FillRow>
      name={key}
      label={title === '' ? key : title}
      columns={shown}
      lines={lines}
      problems={problems}
      readOnly={readOnly}
      maxLines={longestTable}
      newLine={empty}
      isFixed={isPreset}
      keeps={(row) => (isPreset(row) ? text('presetRow') : null)}
      onChange={(next) => onChange(next.map((row) => settledRow(columns, row)))}
    />
  )
}

/** Rows with something in them, for the count beside the title. */
export function filledRows(table: Table, rows: readonly FillRow[]): number {
  return rows.filter((row) =>
    table.columns.some((column, index) => !isBlank(row[column.key]) && !(index === 0 && table.preset.includes(String(row[column.key])))),
  ).length
}
