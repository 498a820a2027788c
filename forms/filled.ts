import { isPicture, type Computation, type FillField, type FillKind } from '#domain/form-fill'
import { amountInWords, fen } from '#domain/money'
import { dateRoom, sheetFor, type SheetForm, type SignOptions } from './define.ts'
import { blocksOf } from './filled-blocks.ts'
import type { FilledForm, FilledPaper, Joint, Part, Shown, Slot, TableColumn, Totals } from './filled-parts.ts'
import { factsOf, refuseDoubleKeys, sectionsOf } from './filled-sections.ts'

type FieldOptions = { readonly max?: number; readonly options?: readonly string[]; readonly unit?: string; readonly required?: boolean }

type ColumnOptions = FieldOptions & {
  readonly whole?: number
  readonly apart?: boolean
  readonly align?: 'left' | 'centre' | 'right'
  readonly product?: readonly [string, string]
  readonly computed?: Computation
  readonly sum?: boolean
}

const defaultMax: Readonly<Record<FillKind, number>> = {
  text: 40,
  date: 10,
  minute: 16,
  count: 9,
  tenths: 10,
  amount: 12,
  choice: 40,
  choices: 40,
  number: 40,
  picture: 0,
}

/** One field. Texts take 40 characters unless `max` says otherwise; free text in boxes takes 200. */
export function field(
  key: string,
  label: string,
  kind: FillKind = 'text',
  { max, options = [], unit = '', required = false }: FieldOptions = {},
): FillField {
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
export function column(
  key: string,
  title: string,
  mm: number,
  kind: FillKind = 'text',
  { align, product, computed, sum = false, apart = false, whole = hasDate(kind) ? dateRoom : undefined, ...options }: ColumnOptions = {},
): TableColumn {
  return {
    ...field(key, title, kind, options),
    mm,
    computed: computed ?? (product === undefined ? null : { by: 'product', from: product }),
    sum,
    onPaper: mm > 0,
    apart,
    ...(align === undefined ? {} : { align }),
    ...(whole === undefined ? {} : { whole }),
  }
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
   * `sumTitle`, or as `totals` says. `preset`: what stands in the first column of rows that are always there. `narrowLines`: of a
   * row on continuous paper narrower than the form's own sheet, two unless said.
   */
  readonly table: (
    key: string,
    title: string,
    minRows: number,
    serialMm: number,
    columns: readonly TableColumn[],
    options?: { totals?: Totals; sumTitle?: string; heading?: boolean; preset?: readonly string[]; narrowLines?: number },
  ) => Part
  readonly heading: (text: string) => Part
  readonly letter: (...paragraphs: readonly string[]) => Part
  readonly sign: (options?: SignOptions<FilledPaper>) => Part
  readonly note: () => Part
}

const vocabulary: Vocabulary = {
  grid: (pairs, rows, options = {}) => ({ kind: 'grid', pairs, rows, ...options }),
  box: (label, mm, ...fields) => ({ kind: 'box', label, mm, fields, foot: '' }),
  signedBox: (label, mm, foot, ...fields) => ({ kind: 'box', label, mm, fields, foot }),
  table: (key, title, minRows, serialMm, columns, { totals, sumTitle, narrowLines, heading = false, preset = [] } = {}) => ({
    kind: 'table',
    key,
    title,
    minRows,
    serialMm,
    columns,
    heading,
    preset,
    ...(totals === undefined ? {} : { totals }),
    ...(sumTitle === undefined ? {} : { sumTitle }),
    ...(narrowLines === undefined ? {} : { narrowLines }),
  }),
  heading: (text) => ({ kind: 'heading', text }),
  letter: (...paragraphs) => ({ kind: 'letter', paragraphs }),
  sign: (options = {}) => ({ kind: 'sign', options }),
  note: () => ({ kind: 'note' }),
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
  return {
    ...sheetFor<FilledPaper>(() => ({
      ...form,
      facts: factsOf(sections),
      pictures: ({ values }) =>
        Object.values(values)
          .filter(isPicture)
          .map(({ sha256 }) => sha256),
      blocks: parts.flatMap(blocksOf),
    })),
    sections,
  }
}
