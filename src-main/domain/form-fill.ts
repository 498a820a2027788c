import { isLocalDate } from './dates.ts'
import { type Problem, stop } from './errors.ts'
import type { KeptPicture } from './picture.ts'

/**
 * What a field of a fill-in form takes (product.md 表单中心). `amount` is 分, `tenths` one decimal as tenths (6.5 h, 98.2 %),
 * `minute` a wall-clock time `YYYY-MM-DD HH:mm`; `number` is the paper's own number, which nobody types; `picture` is printed in a
 * frame of the form, and never stands in a table.
 */
export type FillKind = 'text' | 'date' | 'minute' | 'count' | 'tenths' | 'amount' | 'choice' | 'choices' | 'number' | 'picture'

export type FillField = {
  readonly key: string
  readonly label: string
  readonly kind: FillKind
  /** longest text in characters; texts over 60 are typed in an area */
  readonly max: number
  /** the words offered: as tick boxes, or to a text as suggestions */
  readonly options: readonly string[]
  /** printed after the value: km, 天, 元 */
  readonly unit: string
  readonly required: boolean
}

/**
 * What a column is worked out from: keys of columns of the same table. `difference` is the first less the second; `percent`
 * the first in the second, `growth` by how much the first is above the second, both in tenths of a percent.
 */
export type Computation = { readonly by: 'sum' | 'product' | 'difference' | 'percent' | 'growth'; readonly from: readonly string[] }

export type FillColumn = FillField & {
  readonly computed: Computation | null
  /** the total row adds it up */
  readonly sum: boolean
  /** false: asked for only to work another one out */
  readonly onPaper: boolean
}

export type FillSection = { readonly kind: 'fields'; readonly title: string; readonly fields: readonly FillField[] } | FillTable

/** `preset`: rows that are always there, by what stands in their first column. */
export type FillTable = {
  readonly kind: 'table'
  readonly key: string
  readonly title: string
  readonly columns: readonly FillColumn[]
  readonly preset: readonly string[]
}

/** '' or null: left blank, to be completed by pen. */
export type FillValue = string | number | readonly string[] | KeptPicture | null
export type FillRow = Readonly<Record<string, FillValue>>
export type FillContent = { readonly values: FillRow; readonly tables: Readonly<Record<string, readonly FillRow[]>> }

/** Where a row that was gathered comes from (domain/gather): kept with the row, neither shown nor printed. No column is called so. */
export const sourceKey = 'source'

export const emptyContent: FillContent = { values: {}, tables: {} }

export const longestTable = 300

/** A value that is a picture. */
export function isPicture(value: FillValue | undefined): value is KeptPicture {
  return typeof value === 'object' && value !== null && 'sha256' in value
}

export function isBlank(value: FillValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

const minuteText = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/

function isRight(field: FillField, value: FillValue): boolean {
  switch (field.kind) {
    case 'text':
    case 'choice':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && isLocalDate(value)
    case 'minute':
      return typeof value === 'string' && minuteText.test(value) && isLocalDate(value.slice(0, 10))
    case 'count':
    case 'tenths':
    case 'amount':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'choices':
      return Array.isArray(value) && value.every((word) => typeof word === 'string')
    case 'picture':
      return isPicture(value)
    case 'number':
      return false
  }
}

const longestChoice = 40

function problemOf(field: FillField, value: FillValue | undefined, path: string): Problem | null {
  if (value === undefined || isBlank(value)) return field.required ? stop('form.required', path, { label: field.label }) : null
  if (!isRight(field, value)) return stop(`form.wrong.${field.kind === 'number' ? 'text' : field.kind}`, path, { label: field.label })
  if (field.kind === 'text' && typeof value === 'string' && Array.from(value).length > field.max)
    return stop('form.tooLong', path, { label: field.label, max: field.max })
  const words = Array.isArray(value) ? value : [value]
  if ((field.kind === 'choice' || field.kind === 'choices') && words.some((word) => String(word).length > longestChoice))
    return stop('form.tooLong', path, { label: field.label, max: longestChoice })
  return null
}

/** Nothing stands in the row, or only the word it came with. */
function isBlankRow({ columns, preset }: FillTable, row: FillRow): boolean {
  return columns.every(({ key }, index) => isBlank(row[key]) || (index === 0 && preset.includes(String(row[key]))))
}

/** The rows as they stand on screen and paper: those that are always there first, in their order, then the others. */
export function rowsWithPreset({ columns, preset }: Pick<FillTable, 'columns' | 'preset'>, rows: readonly FillRow[]): FillRow[] {
  const word = columns[0]?.key ?? ''
  const others = [...rows]
  const fixed = preset.map((text) => {
    const place = others.findIndex((row) => row[word] === text)
    return (place === -1 ? undefined : others.splice(place, 1)[0]) ?? { [word]: text }
  })
  return [...fixed, ...others]
}

function tableProblems(table: FillTable, rows: readonly FillRow[]): Problem[] {
  const { key, title, columns } = table
  const tooMany = rows.length > longestTable ? [stop('form.tooManyRows', key, { title, max: longestTable })] : []
  const cells = rows.flatMap((row, index) =>
    isBlankRow(table, row) ? [] : columns.map((column) => problemOf(column, row[column.key], `${key}.${index}.${column.key}`)),
  )
  return [...tooMany, ...cells.filter((problem) => problem !== null)]
}

/** What stands against issuing a form as it was filled in; the field is `values.<key>` or `<table>.<row>.<column>`. */
export function checkContent(sections: readonly FillSection[], content: FillContent): Problem[] {
  return sections.flatMap((section) =>
    section.kind === 'fields'
      ? section.fields
          .map((field) => problemOf(field, content.values[field.key], `values.${field.key}`))
          .filter((problem) => problem !== null)
      : tableProblems(section, content.tables[section.key] ?? []),
  )
}

/** Tenths of a percent, half up; null of nothing. */
function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole)
}

/** The value of a computed column of this row; null while one of its columns is blank or it cannot be said. */
export function computedOf({ by, from }: Computation, row: FillRow): number | null {
  const typed = from.map((key) => row[key])
  const known = typed.filter((value) => typeof value === 'number')
  const [first = 0, second = 0] = known
  if (by === 'sum' ? known.length === 0 : known.length < from.length) return null
  const result = {
    sum: () => known.reduce((sum, value) => sum + value, 0),
    product: () => first * second,
    difference: () => first - second,
    percent: () => percentOf(first, second),
    growth: () => percentOf(first - second, second),
  }[by]()
  return result !== null && Number.isSafeInteger(result) ? result : null
}

/** Only what the form has, its computed columns worked out, rows left wholly blank taken out but those that are always there. */
export function settledContent(sections: readonly FillSection[], content: FillContent): FillContent {
  const values: Record<string, FillValue> = {}
  const tables: Record<string, FillRow[]> = {}
  for (const section of sections) {
    if (section.kind === 'fields') {
      for (const { key, kind } of section.fields) if (kind !== 'number') values[key] = content.values[key] ?? null
    } else {
      const rows = (content.tables[section.key] ?? []).map((row) => settledRow(section.columns, row))
      tables[section.key] = rowsWithPreset(
        section,
        rows.filter((row) => section.columns.some(({ key }) => !isBlank(row[key]))),
      ).map((row) => settledRow(section.columns, row))
    }
  }
  return { values, tables }
}

/** One row with its computed columns worked out; what it was gathered from stays with it. */
export function settledRow(columns: readonly FillColumn[], row: FillRow): FillRow {
  const settled: Record<string, FillValue> = isBlank(row[sourceKey]) ? {} : { [sourceKey]: row[sourceKey] ?? null }
  for (const { key, computed } of columns)
    settled[key] = (computed === null ? null : computedOf(computed, { ...row, ...settled })) ?? row[key] ?? null
  return settled
}

/** The sum of a column in its own unit; null when no row has a value. */
export function sumOf(rows: readonly FillRow[], key: string): number | null {
  const values = rows.map((row) => row[key]).filter((value) => typeof value === 'number')
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}
