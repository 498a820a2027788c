import type { Instant, LocalDate } from '../dates.ts'
import {
  type FillColumn,
  type FillContent,
  type FillRow,
  type FillSection,
  type FillTable,
  type FillValue,
  isBlank,
  rowsWithPreset,
  settledRow,
  sourceKey,
} from '../form-fill.ts'

/**
 * What a form is to be gathered for: days, both counted, and where the form is about one the technician, the model or the
 * batch. `allMakers`: the work for every manufacturer, not only for the one the form goes to.
 */
export type GatherAsk = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly allMakers: boolean
  readonly technicianId: number | null
  readonly model: string
  readonly batchId: number | null
}

/** What the records say for a form, by its keys; every row names what it comes from. null: nothing on record, left to be typed. */
export type GatheredCells = { readonly values: FillRow; readonly tables: Readonly<Record<string, readonly FillRow[]>> }

/** Kept with the form, so that what was corrected by hand can be told from what was gathered. */
export type Gathered = GatheredCells & { readonly ask: GatherAsk; readonly at: Instant }

/** What is typed into a form, and what it was gathered from; absent on a form typed by hand alone. */
export type SheetContent = FillContent & { readonly gathered?: Gathered }

function isSameAsk(one: GatherAsk, other: GatherAsk): boolean {
  return (Object.keys(one) as (keyof GatherAsk)[]).every((key) => one[key] === other[key])
}

function isSame(one: FillValue | undefined, other: FillValue | undefined): boolean {
  return isBlank(one) ? isBlank(other) : one === other
}

/** `row` with what was gathered for it; a cell corrected since `before` is left as it is while `keeps`. */
function filledFrom(row: FillRow, next: FillRow, before: FillRow | undefined, keeps: boolean): FillRow {
  const kept = (key: string) => keeps && before !== undefined && !isBlank(before[key]) && !isSame(row[key], before[key])
  const gone = Object.keys(before ?? {}).filter(
    (key) => key !== sourceKey && isBlank(next[key]) && !kept(key) && isSame(row[key], before?.[key]),
  )
  const given = Object.entries(next).filter(([key, value]) => !isBlank(value) && !kept(key))
  return { ...row, ...Object.fromEntries(gone.map((key) => [key, null])), ...Object.fromEntries(given) }
}

function bySource(rows: readonly FillRow[]): ReadonlyMap<FillValue | undefined, FillRow> {
  return new Map(rows.map((row) => [row[sourceKey], row]))
}

function filledTable(
  table: FillTable,
  rows: readonly FillRow[],
  next: readonly FillRow[],
  before: readonly FillRow[],
  keeps: boolean,
): FillRow[] {
  const word = table.columns[0]?.key ?? ''
  const there = bySource(
    rowsWithPreset(table, rows).map((row) =>
      isBlank(row[sourceKey]) && table.preset.includes(String(row[word])) ? { ...row, [sourceKey]: row[word] ?? null } : row,
    ),
  )
  const earlier = bySource(before)
  const gathered = next.map((row) => filledFrom(there.get(row[sourceKey]) ?? {}, row, earlier.get(row[sourceKey]), keeps))
  const named = new Set(next.map((row) => row[sourceKey]))
  const typed = rows.filter(
    (row) => isBlank(row[sourceKey]) && !named.has(row[word] ?? null) && table.columns.some(({ key }) => !isBlank(row[key])),
  )
  return rowsWithPreset(table, [...gathered, ...typed]).map((row) => settledRow(table.columns, row))
}

/**
 * The form with what was gathered put in. What data does not feed stays as it was typed: fields, columns of a row that is
 * gathered again, rows typed by hand. A corrected cell stays corrected when the same is gathered again; for another period,
 * person or product the old corrections mean nothing and go.
 */
export function applyGathered(sections: readonly FillSection[], content: SheetContent, next: Gathered): SheetContent {
  const before = content.gathered
  const keeps = before !== undefined && isSameAsk(before.ask, next.ask)
  const tables = sections.flatMap((section) => {
    const rows = section.kind === 'table' ? next.tables[section.key] : undefined
    if (section.kind !== 'table' || rows === undefined) return []
    return [[section.key, filledTable(section, content.tables[section.key] ?? [], rows, before?.tables[section.key] ?? [], keeps)] as const]
  })
  return {
    values: filledFrom(content.values, next.values, before?.values, keeps),
    tables: { ...content.tables, ...Object.fromEntries(tables) },
    gathered: next,
  }
}

/** Every correction taken back. */
export function backToGathered(sections: readonly FillSection[], content: SheetContent): SheetContent {
  if (content.gathered === undefined) return content
  const { gathered, ...typed } = content
  return applyGathered(sections, typed, gathered)
}

/** The gathered row a row of the form comes from. */
export function gatheredRow({ gathered }: SheetContent, table: string, row: FillRow): FillRow | undefined {
  return isBlank(row[sourceKey]) ? undefined : gathered?.tables[table]?.find((each) => each[sourceKey] === row[sourceKey])
}

/** A gathered cell and whether it still says the same; null for a cell no data feeds. */
export function gatheredCell(
  gathered: FillRow | undefined,
  typed: FillRow,
  key: string,
): { readonly value: FillValue; readonly isCorrected: boolean } | null {
  const value = gathered?.[key]
  return value === undefined || isBlank(value) ? null : { value, isCorrected: !isSame(typed[key], value) }
}

function correctedCells(gathered: FillRow, typed: FillRow): number {
  return Object.keys(gathered).filter((key) => key !== sourceKey && gatheredCell(gathered, typed, key)?.isCorrected === true).length
}

/** How many cells were corrected by hand, a gathered row that was taken out counting as one. */
export function countCorrections(content: SheetContent): number {
  const { gathered } = content
  if (gathered === undefined) return 0
  const ofTables = Object.entries(gathered.tables).flatMap(([key, rows]) => {
    const there = bySource(content.tables[key] ?? [])
    return rows.map((row) => {
      const typed = there.get(row[sourceKey])
      return typed === undefined ? 1 : correctedCells(row, typed)
    })
  })
  return ofTables.reduce((sum, count) => sum + count, correctedCells(gathered.values, content.values))
}

/** Figures that no record feeds, by their labels: the person who fills in the form types them. */
export function unfedFigures(sections: readonly FillSection[], gathered: GatheredCells): string[] {
  const isFigure = ({ kind }: Pick<FillColumn, 'kind'>) => kind === 'count' || kind === 'tenths' || kind === 'amount'
  const labels = sections.flatMap((section) => {
    if (section.kind === 'fields')
      return section.fields.filter((field) => isFigure(field) && isBlank(gathered.values[field.key])).map(({ label }) => label)
    const rows = gathered.tables[section.key] ?? []
    const isFed = (key: string) => (rows.length === 0 ? section.key in gathered.tables : rows.some((row) => !isBlank(row[key])))
    return section.columns
      .filter((column) => isFigure(column) && column.computed === null && !isFed(column.key))
      .map(({ label }) => (section.title === '' ? label : `${section.title}·${label}`))
  })
  return [...new Set(labels)]
}
