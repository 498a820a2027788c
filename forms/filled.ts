import type { FillColumn, FillContent, FillField, FillKind, FillRow, FillSection } from '#domain/form-fill'
import { sumOf } from '#domain/form-fill'
import { type Block, type Column, type PaperBase, sheetFor, type SheetForm, type SignOptions, type TotalRow } from './define.ts'
import { printed } from './filled-print.ts'

/** What a fill-in form prints: what was typed, by the keys of its definition. */
export type FilledPaper = PaperBase & FillContent

/** A fill-in form: what is on the paper, and what the screen asks for; both from one definition. */
export type FilledForm = SheetForm<FilledPaper> & { readonly sections: readonly FillSection[] }

/** A fill-in form with a paper to show what it looks like. */
export type FilledEntry = { readonly form: FilledForm; readonly sample: FillContent }

type FieldOptions = { readonly max?: number; readonly options?: readonly string[]; readonly unit?: string; readonly required?: boolean }

/** A field in a header grid; `span`: pairs of the row it takes. */
export type GridField = FillField & { readonly span?: number }

type TableColumn = FillColumn & { readonly mm: number; readonly align?: 'left' | 'centre' | 'right' }
type ColumnOptions = FieldOptions & { readonly align?: 'left' | 'centre' | 'right'; readonly product?: readonly [string, string]; readonly sum?: boolean }

type Part =
  | { readonly kind: 'grid'; readonly pairs: number; readonly rows: readonly (readonly GridField[])[]; readonly labelMm?: number; readonly rowMm?: number; readonly title?: string }
  | { readonly kind: 'box'; readonly label: string; readonly mm: number; readonly fields: readonly FillField[] }
  | { readonly kind: 'table'; readonly key: string; readonly title: string; readonly minRows: number; readonly serialMm: number; readonly columns: readonly TableColumn[]; readonly totals?: (rows: readonly FillRow[], columns: readonly TableColumn[]) => readonly TotalRow[]; readonly heading?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'letter'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'sign'; readonly options: SignOptions<FilledPaper> }
  | { readonly kind: 'note' }

const defaultMax: Readonly<Record<FillKind, number>> = { text: 40, date: 10, minute: 16, count: 9, tenths: 10, amount: 12, choice: 40, choices: 40, number: 40 }

/** One field. Texts take 40 characters unless `max` says otherwise; free text in boxes takes 200. */
export function field(key: string, label: string, kind: FillKind = 'text', { max, options = [], unit = '', required = false }: FieldOptions = {}): FillField {
  return { key, label, kind, max: max ?? defaultMax[kind], options, unit, required }
}

export function column(key: string, title: string, mm: number, kind: FillKind = 'text', { align, product, sum = false, ...options }: ColumnOptions = {}): TableColumn {
  return { ...field(key, title, kind, options), mm, product: product ?? null, sum, ...(align === undefined ? {} : { align }) }
}

const rightAligned: readonly FillKind[] = ['count', 'tenths', 'amount']
const centred: readonly FillKind[] = ['date', 'minute', 'choice']

function alignOf({ align, kind }: TableColumn) {
  return align ?? (rightAligned.includes(kind) ? 'right' : centred.includes(kind) ? 'centre' : 'left')
}

/** 合计 under the columns that are summed, each sum in the column's own unit. */
function sumRow(rows: readonly FillRow[], columns: readonly TableColumn[]): TotalRow[] {
  if (!columns.some(({ sum }) => sum)) return []
  const before = columns.findIndex(({ sum }) => sum)
  const cells = columns.slice(before).map((each) => ({
    columns: 1, text: each.sum ? printed({ ...each, unit: '' }, sumOf(rows, each.key)) : '', align: alignOf(each), ...(each.kind === 'amount' ? { name: 'money' } : {}),
  }))
  return [[{ columns: before + 1, text: '合计', align: 'centre', bold: true }, ...cells]]
}

function boxText(fields: readonly FillField[], { values }: FilledPaper): string {
  return fields.map((each) => {
    const text = printed(each, values[each.key] ?? null)
    return each.label === '' || fields.length === 1 ? text : `${each.label}：${text}`
  }).join('\n')
}

function blocksOf(part: Part): Block<FilledPaper>[] {
  switch (part.kind) {
    case 'grid': return [
      ...(part.title === undefined ? [] : [{ kind: 'heading' as const, text: part.title }]),
      {
        kind: 'grid', pairs: part.pairs, ...(part.labelMm === undefined ? {} : { labelMm: part.labelMm }), ...(part.rowMm === undefined ? {} : { rowMm: part.rowMm }),
        rows: part.rows.map((row) => row.map(({ span, ...each }) => ({
          label: each.label, value: (paper: FilledPaper, place: { readonly number: string }) => (each.kind === 'number' ? place.number : printed(each, paper.values[each.key] ?? null)),
          ...(span === undefined ? {} : { span }), ...(each.kind === 'amount' ? { name: 'money' } : {}),
        }))),
      },
    ]
    case 'box': return [{ kind: 'box', label: part.label, mm: part.mm, value: (paper) => boxText(part.fields, paper) }]
    case 'table': return [...(part.heading === true ? [{ kind: 'heading' as const, text: part.title }] : []), tableBlock(part)]
    case 'heading': return [{ kind: 'heading', text: part.text }]
    case 'letter': return [{ kind: 'letter', paragraphs: () => part.paragraphs }]
    case 'sign': return [{ kind: 'sign', ...part.options }]
    case 'note': return [{ kind: 'note' }]
  }
}

function tableBlock({ key, minRows, serialMm, columns, totals = sumRow }: Extract<Part, { kind: 'table' }>): Block<FilledPaper> {
  const serial: Column<FillRow>[] = serialMm === 0 ? [] : [{ title: '序号', mm: serialMm, align: 'centre', value: (_, index) => String(index + 1) }]
  const all: Column<FillRow>[] = [...serial, ...columns.map((each): Column<FillRow> => ({
    title: each.label, mm: each.mm, align: alignOf(each), value: (row) => printed({ ...each, unit: '' }, row[each.key] ?? null), ...(each.kind === 'amount' ? { name: 'money' } : {}),
  }))]
  const shift = serialMm === 0 ? -1 : 0
  return {
    kind: 'lines', minRows, size: 8,
    columns: all.map(({ title, mm, align = 'left', name }) => ({ title, mm, align, ...(name === undefined ? {} : { name }) })),
    cells: (paper) => (paper.tables[key] ?? []).map((row, index) => all.map((each) => each.value(row, index))),
    totals: (paper) => totals(paper.tables[key] ?? [], columns).map((row) => row.map((cell, index) => (index === 0 ? { ...cell, columns: cell.columns + shift } : cell)).filter((cell) => cell.columns > 0)),
  }
}

function sectionOf(part: Part): FillSection[] {
  switch (part.kind) {
    case 'grid': return [{ kind: 'fields', title: part.title ?? '', fields: part.rows.flat().map(({ span: _, ...each }) => each) }]
    case 'box': return part.fields.length === 0 ? [] : [{ kind: 'fields', title: part.label, fields: part.fields }]
    case 'table': return [{ kind: 'table', key: part.key, title: part.title, columns: part.columns.map(({ mm: _, align: __, ...each }) => each) }]
    case 'heading': case 'letter': case 'sign': case 'note': return []
  }
}

/** Grids that follow each other without a title are one section on the screen. */
function sectionsOf(parts: readonly Part[]): FillSection[] {
  const sections: FillSection[] = []
  for (const section of parts.flatMap(sectionOf)) {
    const last = sections.at(-1)
    if (section.kind === 'fields' && section.title === '' && last?.kind === 'fields' && last.title === '') sections[sections.length - 1] = { ...last, fields: [...last.fields, ...section.fields] }
    else sections.push(section)
  }
  return sections
}

type Vocabulary = {
  /** Labels and values side by side; `title` prints a heading above. */
  readonly grid: (pairs: number, rows: readonly (readonly GridField[])[], options?: { title?: string; labelMm?: number; rowMm?: number }) => Part
  /** A full-width box of `mm`; one field fills it, several stand below each other with their labels. */
  readonly box: (label: string, mm: number, ...fields: readonly FillField[]) => Part
  /** Columns must fill the sheet together with `serialMm` of 序号 (0: none). Sums are under columns with `sum`, or as `totals` says. */
  readonly table: (key: string, title: string, minRows: number, serialMm: number, columns: readonly TableColumn[], options?: { totals?: Extract<Part, { kind: 'table' }>['totals']; heading?: boolean }) => Part
  readonly heading: (text: string) => Part
  readonly letter: (...paragraphs: readonly string[]) => Part
  readonly sign: (options?: SignOptions<FilledPaper>) => Part
  readonly note: () => Part
}

const vocabulary: Vocabulary = {
  grid: (pairs, rows, options = {}) => ({ kind: 'grid', pairs, rows, ...options }),
  box: (label, mm, ...fields) => ({ kind: 'box', label, mm, fields }),
  table: (key, title, minRows, serialMm, columns, { totals, heading = false } = {}) => ({ kind: 'table', key, title, minRows, serialMm, columns, heading, ...(totals === undefined ? {} : { totals }) }),
  heading: (text) => ({ kind: 'heading', text }),
  letter: (...paragraphs) => ({ kind: 'letter', paragraphs }),
  sign: (options = {}) => ({ kind: 'sign', options }),
  note: () => ({ kind: 'note' }),
}

type Written = Omit<SheetForm<FilledPaper>, 'kind' | 'blocks'> & { readonly parts: readonly Part[] }

/**
 * Writes a fill-in form in the words grid, box, table, heading, letter, sign and note.
 *
 * @throws Error when columns do not add up to the sheet or a key stands twice: such a form must not be built at all.
 */
export function filledFor(write: (words: Vocabulary) => Written): FilledForm {
  const { parts, ...form } = write(vocabulary)
  const sections = sectionsOf(parts)
  const keys = sections.flatMap((section) => (section.kind === 'fields' ? section.fields.filter(({ kind }) => kind !== 'number').map(({ key }) => key) : [`${section.key}[]`]))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`${form.id}: the key ${twice} stands twice`)
  return { ...sheetFor<FilledPaper>(() => ({ ...form, blocks: parts.flatMap(blocksOf) })), sections }
}
