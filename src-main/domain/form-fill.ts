import { isLocalDate } from './dates.ts'
import { type Problem, stop } from './errors.ts'
import { fen } from './money.ts'

/**
 * What a field of a fill-in form takes (product.md 表单中心). `amount` is 分, `tenths` one decimal as tenths (6.5 h, 98.2 %),
 * `minute` a wall-clock time `YYYY-MM-DD HH:mm`; `number` is the paper's own number, which nobody types.
 */
export type FillKind = 'text' | 'date' | 'minute' | 'count' | 'tenths' | 'amount' | 'choice' | 'choices' | 'number'

export type FillField = {
  readonly key: string
  readonly label: string
  readonly kind: FillKind
  /** longest text in characters; texts over 60 are typed in an area */
  readonly max: number
  /** the words offered as tick boxes */
  readonly options: readonly string[]
  /** printed after the value: km, 天, 元 */
  readonly unit: string
  readonly required: boolean
}

export type FillColumn = FillField & {
  /** keys of the two columns this amount or count is the product of */
  readonly product: readonly [string, string] | null
  /** the total row adds it up */
  readonly sum: boolean
}

export type FillSection =
  | { readonly kind: 'fields'; readonly title: string; readonly fields: readonly FillField[] }
  | { readonly kind: 'table'; readonly key: string; readonly title: string; readonly columns: readonly FillColumn[] }

/** '' or null: left blank, to be completed by pen. */
export type FillValue = string | number | readonly string[] | null
export type FillRow = Readonly<Record<string, FillValue>>
export type FillContent = { readonly values: FillRow; readonly tables: Readonly<Record<string, readonly FillRow[]>> }

export const emptyContent: FillContent = { values: {}, tables: {} }

export const longestTable = 300

export function isBlank(value: FillValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

const minuteText = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/

function isRight(field: FillField, value: FillValue): boolean {
  switch (field.kind) {
    case 'text': case 'choice': return typeof value === 'string'
    case 'date': return typeof value === 'string' && isLocalDate(value)
    case 'minute': return typeof value === 'string' && minuteText.test(value) && isLocalDate(value.slice(0, 10))
    case 'count': case 'tenths': case 'amount': return typeof value === 'number' && Number.isSafeInteger(value)
    case 'choices': return Array.isArray(value) && value.every((word) => typeof word === 'string')
    case 'number': return false
  }
}

const longestChoice = 40

function problemOf(field: FillField, value: FillValue | undefined, path: string): Problem | null {
  if (value === undefined || isBlank(value)) return field.required ? stop('form.required', path, { label: field.label }) : null
  if (!isRight(field, value)) return stop(`form.wrong.${field.kind === 'number' ? 'text' : field.kind}`, path, { label: field.label })
  if (field.kind === 'text' && typeof value === 'string' && Array.from(value).length > field.max) return stop('form.tooLong', path, { label: field.label, max: field.max })
  const words = Array.isArray(value) ? value : [value]
  if ((field.kind === 'choice' || field.kind === 'choices') && words.some((word) => String(word).length > longestChoice)) return stop('form.tooLong', path, { label: field.label, max: longestChoice })
  return null
}

function tableProblems({ key, title, columns }: Extract<FillSection, { kind: 'table' }>, rows: readonly FillRow[]): Problem[] {
  const tooMany = rows.length > longestTable ? [stop('form.tooManyRows', key, { title, max: longestTable })] : []
  const cells = rows.flatMap((row, index) => (columns.every((column) => isBlank(row[column.key]))
    ? [] : columns.map((column) => problemOf(column, row[column.key], `${key}.${index}.${column.key}`))))
  return [...tooMany, ...cells.filter((problem) => problem !== null)]
}

/** What stands against issuing a form as it was filled in; the field is `values.<key>` or `<table>.<row>.<column>`. */
export function checkContent(sections: readonly FillSection[], content: FillContent): Problem[] {
  return sections.flatMap((section) => (section.kind === 'fields'
    ? section.fields.map((field) => problemOf(field, content.values[field.key], `values.${field.key}`)).filter((problem) => problem !== null)
    : tableProblems(section, content.tables[section.key] ?? [])))
}

function productOf(row: FillRow, [one, other]: readonly [string, string]): number | null {
  const a = row[one]
  const b = row[other]
  return typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b) ? a * b : null
}

/** Only what the form has, its products computed, rows left wholly blank taken out. */
export function settledContent(sections: readonly FillSection[], content: FillContent): FillContent {
  const values: Record<string, FillValue> = {}
  const tables: Record<string, FillRow[]> = {}
  for (const section of sections) {
    if (section.kind === 'fields') {
      for (const { key, kind } of section.fields) if (kind !== 'number') values[key] = content.values[key] ?? null
    } else {
      tables[section.key] = (content.tables[section.key] ?? []).map((row) => settledRow(section.columns, row)).filter((row) => Object.values(row).some((value) => !isBlank(value)))
    }
  }
  return { values, tables }
}

function settledRow(columns: readonly FillColumn[], row: FillRow): FillRow {
  return Object.fromEntries(columns.map(({ key, product }) => [key, product === null ? (row[key] ?? null) : (productOf(row, product) ?? row[key] ?? null)]))
}

/** The sum of a column in its own unit; null when no row has a value. */
export function sumOf(rows: readonly FillRow[], key: string): number | null {
  const values = rows.map((row) => row[key]).filter((value) => typeof value === 'number')
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

/** The amounts of a column as 分, for 大写. */
export function amountOf(rows: readonly FillRow[], key: string): ReturnType<typeof fen> {
  return fen(sumOf(rows, key) ?? 0)
}
