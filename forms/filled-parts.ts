import type { FillColumn, FillContent, FillField, FillRow, FillSection } from '#domain/form-fill'
import type { MakerSheet } from '#domain/maker-sheet'
import type { Form, PaperBase, SignOptions, TotalRow } from './define.ts'

/** What a fill-in form prints: what was typed, by the keys of its definition. `sheet`: the manufacturer's own, as it was on the day (A14). */
export type FilledPaper = PaperBase & FillContent & { readonly sheet?: MakerSheet }

/** A fill-in form: what is on the paper, and what the screen asks for; both from one definition. */
export type FilledForm = Form<FilledPaper> & { readonly sections: readonly FillSection[] }

/** A fill-in form with a paper to show what it looks like. */
export type FilledEntry = { readonly form: FilledForm; readonly sample: FillContent }

/** A field in a header grid; `span`: pairs of the row it takes. */
export type GridField = FillField & { readonly span?: number }

/** Several fields printed as one text, each on its own on the screen: `自 {periodFrom} 至 {periodTo}`. */
export type Joint = {
  readonly kind: 'joint'
  readonly label: string
  readonly pattern: string
  readonly fields: readonly FillField[]
  readonly span?: number
}

/** A cell nothing is asked for: worked out from what was typed, or left for the pen. */
export type Shown = {
  readonly kind: 'shown'
  readonly label: string
  readonly value: (paper: FilledPaper) => string
  readonly span?: number
}
export type Slot = GridField | Joint | Shown

/** `apart`: each of its options has a column of its own, with the box in it; `mm` is of all together, 0 of one that is not printed. */
export type TableColumn = FillColumn & {
  readonly mm: number
  readonly align?: 'left' | 'centre' | 'right'
  readonly whole?: number
  readonly apart?: boolean
}

/** The last rows of a table, from its rows and what was typed above it. */
export type Totals = (rows: readonly FillRow[], columns: readonly TableColumn[], values: FillRow) => readonly TotalRow[]

export type Part =
  | {
      readonly kind: 'grid'
      readonly pairs: number
      readonly rows: readonly (readonly Slot[])[]
      readonly labelMm?: number
      readonly rowMm?: number
      readonly title?: string
    }
  | { readonly kind: 'box'; readonly label: string; readonly mm: number; readonly fields: readonly Slot[]; readonly foot: string }
  | {
      readonly kind: 'table'
      readonly key: string
      readonly title: string
      readonly minRows: number
      readonly serialMm: number
      readonly columns: readonly TableColumn[]
      readonly totals?: Totals
      readonly heading?: boolean
      readonly sumTitle?: string
      readonly narrowLines?: number
      readonly preset: readonly string[]
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'letter'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'sign'; readonly options: SignOptions<FilledPaper> }
  | { readonly kind: 'note' }
