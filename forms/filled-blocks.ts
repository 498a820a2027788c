import type { FillKind, FillRow } from '#domain/form-fill'
import { computedOf, isPicture, rowsWithPreset, sumOf } from '#domain/form-fill'
import { type Block, type Column, headOf, type Place, type TotalRow } from './define.ts'
import type { FilledPaper, Part, Slot, TableColumn } from './filled-parts.ts'
import { entered, isOfStock } from './engine/entries.ts'
import { filledIn, isTicked, type Onto, printed, withUnit } from './filled-print.ts'

const rightAligned: readonly FillKind[] = ['count', 'tenths', 'amount']
const centred: readonly FillKind[] = ['date', 'minute', 'choice']

function alignOf({ align, kind }: TableColumn) {
  return align ?? (rightAligned.includes(kind) ? 'right' : centred.includes(kind) ? 'centre' : 'left')
}

/** 合计 under the columns that are summed, each sum in the column's own unit; shares are those of the sums, never averages. */
export function sumRow(rows: readonly FillRow[], columns: readonly TableColumn[], title = '合计'): TotalRow[] {
  const shown = columns.filter(({ onPaper }) => onPaper)
  const before = shown.findIndex(({ sum }) => sum)
  if (before === -1) return []
  const sums: FillRow = Object.fromEntries(columns.map(({ key, sum }) => [key, sum ? sumOf(rows, key) : null]))
  const cells = shown.slice(before).map((each) => {
    const isShare = each.computed?.by === 'percent' || each.computed?.by === 'growth'
    const total = isShare && each.computed !== null ? computedOf(each.computed, sums) : (sums[each.key] ?? null)
    return {
      columns: 1,
      text: printed({ ...each, unit: '', options: [] }, total),
      align: alignOf(each),
      ...(each.kind === 'amount' ? { name: 'money' } : {}),
    }
  })
  return [[{ columns: before + 1, text: title, align: 'centre', bold: true, printed: true }, ...cells]]
}

function slotText(slot: Slot, paper: FilledPaper, onto: Onto): string {
  switch (slot.kind) {
    case 'joint':
      return filledIn(slot.pattern, slot.fields, paper.values, onto)
    case 'shown':
      return slot.value(paper)
    default:
      return withUnit(slot, paper.values[slot.key] ?? null, onto)
  }
}

/** What stands behind a label in a box, which the stock has. */
function behindLabel(slot: Slot, text: string, { dataOnly }: Onto): string {
  if (!dataOnly || isOfStock(text)) return text
  return slot.kind !== 'joint' && slot.kind !== 'shown' && isTicked(slot) ? `${text}${entered('')}` : entered(text)
}

function boxText(slots: readonly Slot[], paper: FilledPaper, onto: Onto): string {
  return slots
    .map((each) =>
      each.label === '' || slots.length === 1
        ? slotText(each, paper, onto)
        : `${each.label}：${behindLabel(each, slotText(each, paper, onto), onto)}`,
    )
    .join('\n')
}

/** What a part of a fill-in form puts on paper. */
export function blocksOf(part: Part): Block<FilledPaper>[] {
  switch (part.kind) {
    case 'grid':
      return [
        ...(part.title === undefined ? [] : [{ kind: 'heading' as const, text: part.title }]),
        {
          kind: 'grid',
          pairs: part.pairs,
          ...(part.labelMm === undefined ? {} : { labelMm: part.labelMm }),
          ...(part.rowMm === undefined ? {} : { rowMm: part.rowMm }),
          rows: part.rows.map((row) =>
            row.map((each) => ({
              label: each.label,
              value: (paper: FilledPaper, place: Place) => (each.kind === 'number' ? place.number : slotText(each, paper, place)),
              ...(each.span === undefined ? {} : { span: each.span }),
              ...(each.kind === 'amount' ? { name: 'money' } : {}),
              ...(each.kind === 'picture'
                ? { picture: ({ values: { [each.key]: value } }: FilledPaper) => (isPicture(value) ? value : null) }
                : {}),
            })),
          ),
        },
      ]
    case 'box':
      return [
        {
          kind: 'box',
          label: part.label,
          mm: part.mm,
          value: (paper, place) => boxText(part.fields, paper, place),
          ...(part.foot === '' ? {} : { foot: part.foot }),
        },
      ]
    case 'table':
      return [...(part.heading === true ? [{ kind: 'heading' as const, text: part.title }] : []), tableBlock(part)]
    case 'heading':
      return [{ kind: 'heading', text: part.text }]
    case 'letter':
      return [{ kind: 'letter', paragraphs: () => part.paragraphs }]
    case 'sign':
      return [{ kind: 'sign', ...part.options }]
    case 'note':
      return [{ kind: 'note' }]
  }
}

/** A cell of a row; a share of nothing is — (domain.md §5.2). */
function cellText(column: TableColumn, row: FillRow): string {
  const { key, computed } = column
  const isOfNothing = computed?.by === 'percent' && row[computed.from[1] ?? ''] === 0
  return isOfNothing ? '—' : printed({ ...column, unit: '' }, row[key] ?? null)
}

/** A column as it is printed: one, or one for each of its options. */
function printedColumns(column: TableColumn): Column<FillRow>[] {
  const { key, label, mm, kind, whole, apart = false, options, onPaper } = column
  if (!onPaper) return []
  if (apart)
    return options.map((option) => ({
      title: option,
      mm: mm / options.length,
      align: 'centre',
      value: (row) => (row[key] === option ? '☑' : '□'),
    }))
  return [
    {
      title: label,
      mm,
      align: alignOf(column),
      value: (row) => cellText(column, row),
      ...(whole === undefined ? {} : { whole }),
      ...(kind === 'amount' ? { name: 'money' } : {}),
    },
  ]
}

function tableBlock({
  key,
  minRows,
  serialMm,
  columns,
  preset,
  sumTitle,
  narrowLines,
  totals = (rows, all) => sumRow(rows, all, sumTitle),
}: Extract<Part, { kind: 'table' }>): Block<FilledPaper> {
  const serial: Column<FillRow>[] =
    serialMm === 0 ? [] : [{ title: '序号', mm: serialMm, align: 'centre', value: (_, index) => String(index + 1) }]
  const all = [...serial, ...columns.flatMap(printedColumns)]
  const shift = serialMm === 0 ? -1 : 0
  const rowsOf = (paper: FilledPaper): FillRow[] => rowsWithPreset({ columns, preset }, paper.tables[key] ?? [])
  return {
    kind: 'lines',
    minRows,
    size: 8,
    ...(narrowLines === undefined ? {} : { narrowLines }),
    columns: all.map(headOf),
    cells: (paper) => rowsOf(paper).map((row, index) => all.map((each) => each.value(row, index))),
    onStock: { rows: preset.length, columns: serial.length + 1 },
    totals: (paper) =>
      totals(rowsOf(paper), columns, paper.values).map((row) =>
        row.map((cell, index) => (index === 0 ? { ...cell, columns: cell.columns + shift } : cell)).filter((cell) => cell.columns > 0),
      ),
  }
}
