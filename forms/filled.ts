import type { Computation, FillColumn, FillContent, FillField, FillKind, FillRow, FillSection } from '#domain/form-fill'
import { computedOf, isPicture, rowsWithPreset, sumOf } from '#domain/form-fill'
import type { MakerSheet } from '#domain/maker-sheet'
import { amountInWords, fen } from '#domain/money'
import { type Block, type Column, dateRoom, type Form, headOf, type PaperBase, type Place, sheetFor, type SheetForm, type SignOptions, type TotalRow } from './define.ts'
import { between, filledIn, type Onto, plainly, printed } from './filled-print.ts'

/** What a fill-in form prints: what was typed, by the keys of its definition. `sheet`: the manufacturer's own, as it was on the day (A14). */
export type FilledPaper = PaperBase & FillContent & { readonly sheet?: MakerSheet }

/** A fill-in form: what is on the paper, and what the screen asks for; both from one definition. */
export type FilledForm = Form<FilledPaper> & { readonly sections: readonly FillSection[] }

/** A fill-in form with a paper to show what it looks like. */
export type FilledEntry = { readonly form: FilledForm; readonly sample: FillContent }

type FieldOptions = { readonly max?: number; readonly options?: readonly string[]; readonly unit?: string; readonly required?: boolean }

/** A field in a header grid; `span`: pairs of the row it takes. */
export type GridField = FillField & { readonly span?: number }

/** Several fields printed as one text, each on its own on the screen: `自 {periodFrom} 至 {periodTo}`. */
export type Joint = { readonly kind: 'joint'; readonly label: string; readonly pattern: string; readonly fields: readonly FillField[]; readonly span?: number }

/** A cell nothing is asked for: worked out from what was typed, or left for the pen. */
export type Shown = { readonly kind: 'shown'; readonly label: string; readonly value: (paper: FilledPaper) => string; readonly span?: number }
type Slot = GridField | Joint | Shown

/** `apart`: each of its options has a column of its own, with the box in it; `mm` is of all together, 0 of one that is not printed. */
export type TableColumn = FillColumn & { readonly mm: number; readonly align?: 'left' | 'centre' | 'right'; readonly whole?: number; readonly apart?: boolean }
type ColumnOptions = FieldOptions & {
  readonly whole?: number
  readonly apart?: boolean
  readonly align?: 'left' | 'centre' | 'right'
  readonly product?: readonly [string, string]
  readonly computed?: Computation
  readonly sum?: boolean
}

/** The last rows of a table, from its rows and what was typed above it. */
type Totals = (rows: readonly FillRow[], columns: readonly TableColumn[], values: FillRow) => readonly TotalRow[]

type Part =
  | { readonly kind: 'grid'; readonly pairs: number; readonly rows: readonly (readonly Slot[])[]; readonly labelMm?: number; readonly rowMm?: number; readonly title?: string }
  | { readonly kind: 'box'; readonly label: string; readonly mm: number; readonly fields: readonly Slot[]; readonly foot: string }
  | { readonly kind: 'table'; readonly key: string; readonly title: string; readonly minRows: number; readonly serialMm: number; readonly columns: readonly TableColumn[]; readonly totals?: Totals; readonly heading?: boolean; readonly sumTitle?: string; readonly preset: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'letter'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'sign'; readonly options: SignOptions<FilledPaper> }
  | { readonly kind: 'note' }

const defaultMax: Readonly<Record<FillKind, number>> = { text: 40, date: 10, minute: 16, count: 9, tenths: 10, amount: 12, choice: 40, choices: 40, number: 40, picture: 0 }

/** One field. Texts take 40 characters unless `max` says otherwise; free text in boxes takes 200. */
export function field(key: string, label: string, kind: FillKind = 'text', { max, options = [], unit = '', required = false }: FieldOptions = {}): FillField {
  return { key, label, kind, max: max ?? defaultMax[kind], options, unit, required }
}

export function joint(label: string, pattern: string, fields: readonly FillField[], span?: number): Joint {
  return { kind: 'joint', label, pattern, fields, ...(span === undefined ? {} : { span }) }
}

function hasDate(kind: FillKind): boolean {
  return kind === 'date' || kind === 'minute'
}

/** A cell nothing is asked for. */
export function shown(label: string, value: Shown['value']): Shown {
  return { kind: 'shown', label, value }
}

/** The amount typed under this key in words (大写), for a cell beside it. */
export function amountInCapitals(key: string): Shown['value'] {
  return ({ values: { [key]: amount } }) => (typeof amount === 'number' ? amountInWords(fen(amount)) : '')
}

/** One column of a table. `product`: the two columns it multiplies; `computed`: worked out otherwise. */
export function column(key: string, title: string, mm: number, kind: FillKind = 'text', { align, product, computed, sum = false, apart = false, whole = hasDate(kind) ? dateRoom : undefined, ...options }: ColumnOptions = {}): TableColumn {
  return { ...field(key, title, kind, options), mm, computed: computed ?? (product === undefined ? null : { by: 'product', from: product }), sum, onPaper: mm > 0, apart, ...(align === undefined ? {} : { align }), ...(whole === undefined ? {} : { whole }) }
}

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
    return { columns: 1, text: printed({ ...each, unit: '', options: [] }, total), align: alignOf(each), ...(each.kind === 'amount' ? { name: 'money' } : {}) }
  })
  return [[{ columns: before + 1, text: title, align: 'centre', bold: true }, ...cells]]
}

function slotFields(slot: Slot): FillField[] {
  if (slot.kind === 'joint') return [...slot.fields]
  if (slot.kind === 'shown') return []
  const { span: _, ...each } = slot
  return [each]
}

function slotText(slot: Slot, paper: FilledPaper, onto: Onto): string {
  switch (slot.kind) {
    case 'joint': return filledIn(slot.pattern, slot.fields, paper.values, onto)
    case 'shown': return slot.value(paper)
    default: return printed(onto.dataOnly ? { ...slot, unit: '' } : slot, paper.values[slot.key] ?? null)
  }
}

function boxText(slots: readonly Slot[], paper: FilledPaper, onto: Onto): string {
  return slots.map((each) => (each.label === '' || slots.length === 1 ? slotText(each, paper, onto) : `${between(`${each.label}：`, onto)}${slotText(each, paper, onto)}`)).join('\n')
}

function blocksOf(part: Part): Block<FilledPaper>[] {
  switch (part.kind) {
    case 'grid': return [
      ...(part.title === undefined ? [] : [{ kind: 'heading' as const, text: part.title }]),
      {
        kind: 'grid', pairs: part.pairs, ...(part.labelMm === undefined ? {} : { labelMm: part.labelMm }), ...(part.rowMm === undefined ? {} : { rowMm: part.rowMm }),
        rows: part.rows.map((row) => row.map((each) => ({
          label: each.label, value: (paper: FilledPaper, place: Place) => (each.kind === 'number' ? place.number : slotText(each, paper, place)),
          ...(each.span === undefined ? {} : { span: each.span }), ...(each.kind === 'amount' ? { name: 'money' } : {}),
          ...(each.kind === 'picture' ? { picture: ({ values: { [each.key]: value } }: FilledPaper) => (isPicture(value) ? value : null) } : {}),
        }))),
      },
    ]
    case 'box': return [{ kind: 'box', label: part.label, mm: part.mm, value: (paper, place) => boxText(part.fields, paper, place), ...(part.foot === '' ? {} : { foot: part.foot }) }]
    case 'table': return [...(part.heading === true ? [{ kind: 'heading' as const, text: part.title }] : []), tableBlock(part)]
    case 'heading': return [{ kind: 'heading', text: part.text }]
    case 'letter': return [{ kind: 'letter', paragraphs: () => part.paragraphs }]
    case 'sign': return [{ kind: 'sign', ...part.options }]
    case 'note': return [{ kind: 'note' }]
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
  if (apart) return options.map((option) => ({ title: option, mm: mm / options.length, align: 'centre', value: (row) => (row[key] === option ? '☑' : '□') }))
  return [{
    title: label, mm, align: alignOf(column), value: (row) => cellText(column, row), ...(whole === undefined ? {} : { whole }), ...(kind === 'amount' ? { name: 'money' } : {}),
  }]
}

function tableBlock({ key, minRows, serialMm, columns, preset, sumTitle, totals = (rows, all) => sumRow(rows, all, sumTitle) }: Extract<Part, { kind: 'table' }>): Block<FilledPaper> {
  const serial: Column<FillRow>[] = serialMm === 0 ? [] : [{ title: '序号', mm: serialMm, align: 'centre', value: (_, index) => String(index + 1) }]
  const all = [...serial, ...columns.flatMap(printedColumns)]
  const shift = serialMm === 0 ? -1 : 0
  const rowsOf = (paper: FilledPaper): FillRow[] => rowsWithPreset({ columns, preset }, paper.tables[key] ?? [])
  return {
    kind: 'lines', minRows, size: 8,
    columns: all.map(headOf),
    cells: (paper) => rowsOf(paper).map((row, index) => all.map((each) => each.value(row, index))),
    onStock: { rows: preset.length, columns: serial.length + 1 },
    totals: (paper) => totals(rowsOf(paper), columns, paper.values).map((row) => row.map((cell, index) => (index === 0 ? { ...cell, columns: cell.columns + shift } : cell)).filter((cell) => cell.columns > 0)),
  }
}

/** A field without a label of its own is called as its box. */
function boxSection(title: string, fields: readonly FillField[]): FillSection {
  return { kind: 'fields', title, fields: fields.map((each) => (each.label === '' ? { ...each, label: title } : each)) }
}

function sectionOf(part: Part): FillSection[] {
  switch (part.kind) {
    case 'grid': return [{ kind: 'fields', title: part.title ?? '', fields: part.rows.flat().flatMap(slotFields) }]
    case 'box': return part.fields.length === 0 ? [] : [boxSection(part.label.replaceAll('\n', ''), part.fields.flatMap(slotFields))]
    case 'table': return [{ kind: 'table', key: part.key, title: part.title, columns: part.columns.map(({ mm: _, align: __, whole: ___, apart: ____, ...each }) => each), preset: part.preset }]
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
  readonly grid: (pairs: number, rows: readonly (readonly Slot[])[], options?: { title?: string; labelMm?: number; rowMm?: number }) => Part
  /** A full-width box of `mm`; one field fills it, several stand below each other with their labels. Its own label may say where it breaks (`\n`). */
  readonly box: (label: string, mm: number, ...fields: readonly Slot[]) => Part
  /** A box that is signed for: `foot` stands at its lower right. */
  readonly signedBox: (label: string, mm: number, foot: string, ...fields: readonly Slot[]) => Part
  /**
   * Columns must fill the sheet together with `serialMm` of 序号 (0: none). Sums are under columns with `sum`, called 合计 or
   * `sumTitle`, or as `totals` says. `preset`: what stands in the first column of rows that are always there.
   */
  readonly table: (key: string, title: string, minRows: number, serialMm: number, columns: readonly TableColumn[], options?: { totals?: Totals; sumTitle?: string; heading?: boolean; preset?: readonly string[] }) => Part
  readonly heading: (text: string) => Part
  readonly letter: (...paragraphs: readonly string[]) => Part
  readonly sign: (options?: SignOptions<FilledPaper>) => Part
  readonly note: () => Part
}

const vocabulary: Vocabulary = {
  grid: (pairs, rows, options = {}) => ({ kind: 'grid', pairs, rows, ...options }),
  box: (label, mm, ...fields) => ({ kind: 'box', label, mm, fields, foot: '' }),
  signedBox: (label, mm, foot, ...fields) => ({ kind: 'box', label, mm, fields, foot }),
  table: (key, title, minRows, serialMm, columns, { totals, sumTitle, heading = false, preset = [] } = {}) => ({
    kind: 'table', key, title, minRows, serialMm, columns, heading, preset, ...(totals === undefined ? {} : { totals }), ...(sumTitle === undefined ? {} : { sumTitle }),
  }),
  heading: (text) => ({ kind: 'heading', text }),
  letter: (...paragraphs) => ({ kind: 'letter', paragraphs }),
  sign: (options = {}) => ({ kind: 'sign', options }),
  note: () => ({ kind: 'note' }),
}

/** What the title may say of the paper: the station, and every field by its key. */
export function factsOf(sections: readonly FillSection[]): (paper: FilledPaper) => Readonly<Record<string, string>> {
  const fields = sections.flatMap((section) => (section.kind === 'fields' ? section.fields : []))
  return ({ station, values }) => ({
    ...Object.fromEntries(fields.map((each) => [each.key, plainly(each, values[each.key] ?? null)])), stationName: station.name,
  })
}

/** @throws Error when a key stands twice: such a form must not be built at all. */
export function refuseDoubleKeys(id: string, sections: readonly FillSection[]): void {
  const keys = sections.flatMap((section) => (section.kind === 'fields' ? section.fields.filter(({ kind }) => kind !== 'number').map(({ key }) => key) : [`${section.key}[]`]))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`${id}: the key ${twice} stands twice`)
}

type Written = Omit<SheetForm<FilledPaper>, 'kind' | 'blocks'> & { readonly parts: readonly Part[] }

/**
 * Writes a fill-in form in the words grid, box, table, heading, letter, sign and note. Its title may name the station
 * (`{stationName}`) and every field (`{month}`).
 *
 * @throws Error when columns do not add up to the sheet or a key stands twice: such a form must not be built at all.
 */
export function filledFor(write: (words: Vocabulary) => Written): FilledForm {
  const { parts, ...form } = write(vocabulary)
  const sections = sectionsOf(parts)
  refuseDoubleKeys(form.id, sections)
  return { ...sheetFor<FilledPaper>(() => ({ ...form, facts: factsOf(sections), pictures: ({ values }) => Object.values(values).filter(isPicture).map(({ sha256 }) => sha256), blocks: parts.flatMap(blocksOf) })), sections }
}
