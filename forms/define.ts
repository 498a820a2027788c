import type { OwnName } from '#domain/maker-names'
import type { ProfileName } from '#domain/paper-stock'
import type { KeptPicture } from '#domain/picture'
import type { Align } from './engine/ink.ts'
import type { Frame } from './engine/page.ts'
import { type Profile, profileOf } from './engine/profiles.ts'
import { type FormWords, type MakerWords, type SheetId, wordsOfForm } from './words.ts'

/** What every paper carries besides its own contents: the manufacturer's words and the station as they were on the day. */
export type PaperBase = { readonly words: MakerWords; readonly station: { readonly code: string; readonly name: string } }

/**
 * Where a value is printed: the paper's number ('' while previewing) and the words with all names filled in. `dataOnly`: onto
 * printed stock, which has the words that stand between the values.
 */
export type Place = { readonly number: string; readonly words: FormWords; readonly dataOnly: boolean }

export type Value<P> = (paper: P, place: Place) => string

/**
 * A label and its value. `span`: pairs of the row it takes; the last cell of a row takes what is left. `name`: a copy that
 * hides this name leaves the value empty. `picture`: shown in the cell, as large as it fits.
 */
export type Cell<P> = {
  readonly label: string
  readonly value: Value<P>
  readonly picture?: (paper: P) => KeptPicture | null
  readonly span?: number
  readonly align?: Align
  readonly name?: string
}

export type BlockOptions<P> = {
  /** A copy may hide the block by this name. */
  readonly name?: string
  /** The block is printed only for papers where this holds. */
  readonly when?: (paper: P) => boolean
  /** It stays on the page of what stands before it: sums and signatures. */
  readonly together?: boolean
}

export type GridBlock<P> = BlockOptions<P> & {
  readonly kind: 'grid'
  readonly pairs: number
  readonly rows: readonly (readonly Cell<P>[])[]
  readonly labelMm?: number
  readonly rowMm?: number
}

/** `foot`: stands at the right of the box's lower edge, e.g. where to sign what is written in it. */
export type BoxBlock<P> = BlockOptions<P> & {
  readonly kind: 'box'
  readonly label: string
  readonly mm: number
  readonly value: Value<P>
  readonly foot?: string
}

/**
 * `name`: a copy that hides this name leaves the column empty below its head; so with a cell of a total. `whole`: characters
 * of a code that stays on one line also where the sheet is narrower than the form's own.
 */
export type ColumnHead = {
  readonly title: string
  readonly mm: number
  readonly align: Align
  readonly name?: string
  readonly whole?: number
}

/** `whole` of a column of dates, which are as wide as nine characters of a code. */
export const dateRoom = 9
/** `whole` of a column of papers' numbers, which then break before their month: SD0731-BD16-/202611-0007. */
export const numberRoom = 12

/** The last rows of a table: cells with the number of columns each takes. `printed`: the blank form itself has this text. */
export type TotalRow = readonly {
  readonly columns: number
  readonly text: string
  readonly align?: Align
  readonly bold?: boolean
  readonly printed?: boolean
  readonly name?: string
}[]

export type LinesBlock<P> = BlockOptions<P> & {
  readonly kind: 'lines'
  readonly columns: readonly ColumnHead[]
  readonly minRows: number
  readonly rowsPerPage?: number
  /** of a row on continuous paper narrower than the form's own sheet, two unless said */ readonly narrowLines?: number
  readonly size: number
  readonly cells: (paper: P) => string[][]
  readonly totals: (paper: P) => readonly TotalRow[]
  /** So many cells of so many first rows are part of the blank form: the rows that are always there. */
  readonly onStock?: { readonly rows: number; readonly columns: number }
}

/**
 * Signature line; titles come from the form's words. `seal` draws the dashed 35×35 mm stamp area. `shares`: of the width, equal if not
 * given. `written`: what is filled in on the lines, in the order of the titles; `printed`: what the form itself has there, as 年 月 日.
 */
export type SignBlock<P> = BlockOptions<P> & SignOptions<P> & { readonly kind: 'sign' }
export type SignOptions<P> = {
  readonly seal?: boolean
  readonly shares?: readonly number[]
  readonly written?: (paper: P) => readonly string[]
  readonly printed?: readonly string[]
}

/** Small print under the form: the note of the form's words. */
export type NoteBlock<P> = BlockOptions<P> & { readonly kind: 'note' }

/** Running text of a letter, one paragraph for each text. */
export type LetterBlock<P> = BlockOptions<P> & {
  readonly kind: 'letter'
  readonly paragraphs: (paper: P, place: Place) => readonly string[]
}

/** The heading of the block under it, full width. */
export type HeadingBlock<P> = BlockOptions<P> & { readonly kind: 'heading'; readonly text: string }

export type Block<P> = GridBlock<P> | BoxBlock<P> | LinesBlock<P> | SignBlock<P> | NoteBlock<P> | LetterBlock<P> | HeadingBlock<P>

/** How a fact that is filled in on the paper stands in a title. */
export type AsFilled = (value: string, room: string) => string
/** What words may say of the one paper besides the manufacturer's names, by name. */
export type Facts<P> = (paper: P, asFilled: AsFilled) => Readonly<Record<string, string>>

/**
 * `bodyNames`: names of the manufacturer that stand in the form itself; those in its words are found there. `facts`: what
 * its words may say of the one paper besides, by name. `pictures`: those the paper shows, by the hashes of their bytes; on printed
 * stock (`dataOnly`) without what the stock has.
 */
type FormBase<P> = {
  readonly id: SheetId
  readonly version: number
  readonly words: FormWords
  readonly bodyNames?: readonly OwnName[]
  readonly facts?: Facts<P>
  readonly pictures?: (paper: P, dataOnly: boolean) => readonly string[]
}

/** On this paper the form is a slip for each of its cases: `each` parts a paper into papers of one case, which `form` lays out. */
export type Slips<P> = { readonly profile: ProfileName; readonly form: SheetForm<P>; readonly each: (paper: P) => readonly P[] }

/** `profiles`: the papers it is laid on, first its own, whose width the columns fill. */
export type SheetForm<P> = FormBase<P> & {
  readonly kind: 'sheet'
  readonly profiles: readonly ProfileName[]
  readonly blocks: readonly Block<P>[]
  readonly slips?: Slips<P>
}

/** A cell of a label at a fixed place, mm from the label's usable corner; `caption` is printed before the value. */
export type LabelCell<P> = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly caption?: string
  readonly captionMm?: number
  readonly value?: Value<P>
  readonly size?: number
  readonly bold?: boolean
  readonly align?: Align
  readonly open?: boolean
  /** The value is part of the blank label: its title, note and 表号. */
  readonly printed?: boolean
  /** A ring is drawn round the text when this holds (画圈). */
  readonly ringed?: (paper: P) => boolean
}

/** A label is one sheet of sticker stock, its first profile; on the others it is laid out anew in their size. */
export type LabelForm<P> = FormBase<P> & {
  readonly kind: 'label'
  readonly profiles: readonly ProfileName[]
  readonly cells: readonly LabelCell<P>[]
  readonly qr: { readonly x: number; readonly y: number; readonly size: number; readonly payload: (paper: P) => string }
}

/** A text at a fixed place, mm from the upper left corner of the sheet; it shrinks rather than leave its frame. `printed`: the form's own word. */
export type PlacedText = Frame & { readonly text: string; readonly printed: boolean; readonly size: number; readonly align: Align }

/** A sheet somebody else designed: its size in mm, its picture, and what is printed on it. */
export type PlacedSheet = {
  readonly width: number
  readonly height: number
  readonly picture: (Frame & { readonly sha256: string }) | null
  readonly texts: readonly PlacedText[]
}

/** `sheet`: as this paper has it; every paper may have another. */
export type PlacedForm<P> = FormBase<P> & {
  readonly kind: 'placed'
  readonly profiles: readonly ProfileName[]
  readonly sheet: (paper: P, place: Place) => PlacedSheet
}

export type Form<P> = SheetForm<P> | LabelForm<P> | PlacedForm<P>

/** What is typed as it stands in a title; `room` is left for it where nothing is. */
const typed: AsFilled = (value, room) => (value === '' ? room : value)

/** The words of a form as this paper prints them. */
export function wordsOn<P extends PaperBase>({ id, words, facts }: Form<P>, paper: P, asFilled: AsFilled = typed): FormWords {
  return wordsOfForm(id, words, paper.words, facts?.(paper, asFilled))
}

/** A column: millimetres must add up to the usable width of the form's sheet. */
export type Column<R> = {
  readonly title: string
  readonly mm: number
  readonly align?: Align
  readonly name?: string
  readonly whole?: number
  readonly value: (row: R, index: number) => string
}

/** `rowsPerPage`: exactly so many on every page, the last filled up with blank ones; fewer only where texts need more room. */
export type LinesOptions<P> = BlockOptions<P> & {
  readonly size?: number
  readonly rowsPerPage?: number
  readonly totals?: (paper: P) => readonly TotalRow[]
}

export type Words<P> = {
  grid: (
    pairs: number,
    rows: readonly (readonly Cell<P>[])[],
    options?: BlockOptions<P> & { labelMm?: number; rowMm?: number },
  ) => GridBlock<P>
  box: (label: string, mm: number, value: Value<P>, options?: BlockOptions<P>) => BoxBlock<P>
  lines: <R>(rows: (paper: P) => readonly R[], minRows: number, columns: readonly Column<R>[], options?: LinesOptions<P>) => LinesBlock<P>
  sign: (options?: SignOptions<P>) => SignBlock<P>
  note: () => NoteBlock<P>
  letter: (paragraphs: LetterBlock<P>['paragraphs']) => LetterBlock<P>
  heading: (text: string, options?: BlockOptions<P>) => HeadingBlock<P>
}

/** What the table knows of a column besides its values. */
export function headOf({ title, mm, align = 'left', name, whole }: Omit<Column<never>, 'value'>): ColumnHead {
  return { title, mm, align, ...(name === undefined ? {} : { name }), ...(whole === undefined ? {} : { whole }) }
}

function vocabulary<P>(): Words<P> {
  return {
    grid: (pairs, rows, options = {}) => ({ kind: 'grid', pairs, rows, ...options }),
    box: (label, mm, value, options = {}) => ({ kind: 'box', label, mm, value, ...options }),
    lines: (rows, minRows, columns, { size = 8, totals = () => [], ...options } = {}) => ({
      kind: 'lines',
      columns: columns.map(headOf),
      minRows,
      size,
      cells: (paper) => rows(paper).map((row, index) => columns.map((column) => column.value(row, index))),
      totals,
      ...options,
    }),
    sign: (options = {}) => ({ kind: 'sign', ...options }),
    note: () => ({ kind: 'note' }),
    letter: (paragraphs) => ({ kind: 'letter', paragraphs }),
    heading: (text, options = {}) => ({ kind: 'heading', text, ...options }),
  }
}

/**
 * Writes a sheet form in the words grid, box, lines, sign, note, letter and heading.
 *
 * @throws Error when the columns of a table do not add up to the sheet: such a form must not be built at all.
 */
export function sheetFor<P extends PaperBase>(write: (words: Words<P>) => Omit<SheetForm<P>, 'kind'>): SheetForm<P> {
  const form: SheetForm<P> = { kind: 'sheet', ...write(vocabulary<P>()) }
  const [name = 'A4P'] = form.profiles
  const { usable } = profileOf(name, null)
  for (const block of form.blocks) {
    if (block.kind !== 'lines') continue
    const sum = block.columns.reduce((total, column) => total + column.mm, 0)
    if (Math.abs(sum - usable) > 0.001) throw new Error(`${form.id}: columns are ${sum} mm, ${name} has ${usable}`)
  }
  return form
}

/** The stock a label is made for: the first of its profiles. */
export function stockOf<P>({ profiles: [stock = 'LBL100x80'] }: Pick<LabelForm<P>, 'profiles'>): Profile {
  return profileOf(stock, null)
}

/**
 * Writes a label form: cells at fixed places inside the margins of its stock.
 *
 * @throws Error when a cell reaches outside the label: such a form must not be built at all.
 */
export function labelFor<P extends PaperBase>(form: Omit<LabelForm<P>, 'kind'>): LabelForm<P> {
  const { usable, height, top, bottom } = stockOf(form)
  for (const { x, y, width, height: high } of form.cells) {
    if (x < 0 || y < 0 || x + width > usable + 0.001 || y + high > height - top - bottom + 0.001)
      throw new Error(`${form.id}: a cell at ${x}/${y} reaches outside`)
  }
  return { kind: 'label', ...form }
}
