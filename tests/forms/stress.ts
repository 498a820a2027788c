import { type FillField, type FillRow, type FillSection } from '#domain/form-fill'
import type { FilledPaper } from '#forms/filled-parts'

/** Rare characters of names: GBK rim, Extension C, E and B. The last is only in the fallback font. */
export const rareName = '喆犇赟䶮𬭎𠮷'

/** Longest texts allowed (settled.md 22), and the widest codes we expect, by the name of the field. */
const longest: Readonly<Record<string, number>> = {
  statement: 200,
  finding: 200,
  measure: 200,
  faultDesc: 200,
  preliminary: 200,
  reasonAndResult: 200,
  name: 60,
  customerName: 60,
  technician: 60,
  agreedBy: 60,
  packedBy: 60,
  filledBy: 60,
  supplier: 60,
  products: 60,
  address: 80,
  place: 80,
  note: 80,
  packing: 80,
  listState: 80,
  partName: 40,
  mainPart: 40,
}
const widest: Readonly<Record<string, number>> = {
  frameNo: 17,
  engineNo: 20,
  model: 20,
  partCode: 24,
  oldPartCode: 24,
  phone: 20,
  code: 12,
}

const filling = '热车后偶发熄火，加油无力；HIGH-TEMP ECU 报码P0351，电压12.6V，次级线圈断路（冷态恢复）。'

export function longText(length: number): string {
  const text = rareName + filling.repeat(Math.ceil(length / filling.length))
  return Array.from(text).slice(0, length).join('')
}

function wideCode(length: number): string {
  return 'WM8Q-'.repeat(length).slice(0, length - 1) + 'W'
}

function stretched(key: string, value: unknown, rows: number): unknown {
  if (key === 'words') return value
  if (typeof value === 'string') {
    if (longest[key] !== undefined) return longText(longest[key])
    return widest[key] === undefined ? value : wideCode(widest[key])
  }
  if (Array.isArray(value)) return Array.from({ length: rows }, (_, index) => stretched(key, value[index % value.length], rows))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, stretched(name, part, rows)]))
}

/** A paper with the longest text in every field and `rows` rows in every table. */
export function stressed<P extends object>(paper: P, rows: number): P {
  return stretched('', paper, rows) as P // same fields, only longer
}

function longestValue({ kind, max, options }: FillField): FillRow[string] {
  switch (kind) {
    case 'text':
      return max <= 12 ? wideCode(max) : longText(max)
    case 'date':
      return '2026-11-30'
    case 'minute':
      return '2026-11-30 23:59'
    case 'count':
      return 99_999
    case 'tenths':
      return 9_999
    case 'amount':
      return 123_456_78
    case 'choice':
      return options.at(-1) ?? ''
    case 'choices':
      return options
    case 'number':
    case 'picture':
      return null
  }
}

/** A fill-in form with the longest value in every field and `rows` rows in every table. */
export function stressedFilled(paper: FilledPaper, sections: readonly FillSection[], rows: number): FilledPaper {
  const full = (fields: readonly FillField[]): FillRow =>
    Object.fromEntries(fields.filter(({ kind }) => kind !== 'number').map((field) => [field.key, longestValue(field)]))
  return {
    ...paper,
    values: Object.assign({}, ...sections.map((section) => (section.kind === 'fields' ? full(section.fields) : {}))) as FillRow,
    tables: Object.fromEntries(
      sections.flatMap((section) =>
        section.kind === 'table' ? [[section.key, Array.from({ length: rows }, () => full(section.columns))]] : [],
      ),
    ),
  }
}

/** The paper with `rows` rows in every table, texts unchanged. */
export function withRows<P extends object>(paper: P, rows: number): P {
  if ('tables' in paper) return { ...paper, tables: withRows(paper.tables as object, rows) }
  return Object.fromEntries(
    Object.entries(paper).map(([name, part]: [string, unknown]) => {
      if (!Array.isArray(part) || part.length === 0) return [name, part]
      return [name, Array.from({ length: rows }, (_, index): unknown => part[index % part.length])]
    }),
  ) as P // same fields, other lengths
}
