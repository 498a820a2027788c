import type { Column, Columns, RowOf, SheetPlan } from './import-columns.ts'
import { shownValue, type FindingLog } from './import-findings.ts'
import { explanationSheet } from './import-plans.ts'
import type { ImportCell, ImportSheet } from './import-result.ts'
import { halfWidth } from './text.ts'

/** A row that could be read. `row` as Excel counts. */
export type ReadRow<C extends Columns> = { readonly row: number; readonly values: RowOf<C> }
/** `refused` = rows with a cell that cannot be taken, with their first cell's text where it can be had (台账号). */
export type SheetReading<C extends Columns> = {
  readonly read: number
  readonly rows: readonly ReadRow<C>[]
  readonly refused: readonly { readonly row: number; readonly key: string | null }[]
}

/** Headings and sheet names are compared without blanks, in half width, without the star that marks 必填. */
export function bareName(text: string): string {
  return halfWidth(text).replace(/[\s*]/gu, '')
}

/** What the column's heading may be, as headings are compared. */
function headingsOf({ heading, alike }: Column<unknown>): readonly string[] {
  return [heading, ...alike].map((each) => bareName(each).toLowerCase())
}

function bareHeading(cell: ImportCell | undefined): string {
  return typeof cell === 'string' ? bareName(cell).toLowerCase() : ''
}

function isBlank(cell: ImportCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const rest = index % 26
  const head = (index - rest) / 26
  return `${head > 0 ? columnLetter(head - 1) : ''}${String.fromCharCode(65 + rest)}`
}

/**
 * The sheet of a plan. A workbook whose only filled sheet has another name is taken when the kind has one sheet.
 * Reports a missing or doubled sheet; null then, and for an optional sheet that is not there.
 */
export function findSheet(
  sheets: readonly ImportSheet[],
  plan: SheetPlan<Columns>,
  duty: 'main' | 'only' | 'optional',
  log: FindingLog,
): ImportSheet | null {
  const named = sheets.filter((sheet) => bareName(sheet.name) === plan.name)
  const tell = log.at({ sheet: plan.name, row: 0, column: '', value: '' })
  if (named.length > 1) return tell.refuse('import.bad.sheetTwice', 'import.do.sheetTwice', { sheet: plan.name })
  const [found] = named
  if (found !== undefined) return found
  const others = sheets.filter((sheet) => bareName(sheet.name) !== explanationSheet && sheet.rows.some((row) => !row.every(isBlank)))
  if (duty === 'only' && others.length === 1) return others[0] ?? null
  if (duty === 'optional') {
    tell.warn('import.bad.linesAbsent', 'import.do.linesAbsent', { sheet: plan.name })
    return null
  }
  return tell.refuse('import.bad.sheetMissing', 'import.do.sheetMissing', {
    sheet: plan.name,
    found: sheets.map((sheet) => sheet.name).join('、'),
  })
}

/** Warns of filled sheets nobody will read. */
export function reportUnknownSheets(sheets: readonly ImportSheet[], used: ReadonlySet<ImportSheet>, known: string, log: FindingLog): void {
  for (const sheet of sheets) {
    if (used.has(sheet) || bareName(sheet.name) === explanationSheet || sheet.rows.every((row) => row.every(isBlank))) continue
    const tell = log.at({ sheet: sheet.name, row: 0, column: '', value: '' })
    tell.warn('import.bad.sheetUnknown', 'import.do.sheetUnknown', { sheet: sheet.name, known })
  }
}

type Placed = { readonly key: string; readonly column: Column<unknown>; readonly index: number }
type Layout = { readonly headingRow: number; readonly placed: readonly Placed[] }

const headingRowsSearched = 10

/** The heading row is the one among the first ten that holds most of the plan's headings: people put titles above it. */
function findHeadingRow(sheet: ImportSheet, columns: readonly Column<unknown>[]): number | null {
  const known = new Set(columns.flatMap(headingsOf))
  let best: { row: number; hits: number } | null = null
  for (const [row, cells] of sheet.rows.slice(0, headingRowsSearched).entries()) {
    const hits = cells.filter((cell) => known.has(bareHeading(cell))).length
    if (hits > (best?.hits ?? 0)) best = { row, hits }
  }
  return best?.row ?? null
}

/** Says which columns of the sheet are not read. */
function reportStrangeColumns(
  sheet: ImportSheet,
  headingRow: number,
  placed: readonly Placed[],
  plan: SheetPlan<Columns>,
  log: FindingLog,
): void {
  const headings = sheet.rows[headingRow] ?? []
  const taken = new Set(placed.map((each) => each.index))
  const columns = Object.values(plan.columns)
  const planned = new Set(columns.flatMap(headingsOf))
  const present = new Set(headings.map(bareHeading))
  const free =
    columns.flatMap((column) => (headingsOf(column).some((each) => present.has(each)) ? [] : [column.heading])).join('、') || '（都有了）'
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const body = sheet.rows.slice(headingRow + 1)
  for (let index = 0; index < width; index += 1) {
    const cell = headings[index] ?? null
    if (taken.has(index) || planned.has(bareHeading(cell))) continue
    const letter = columnLetter(index)
    const heading = shownValue(cell)
    const tell = log.at({ sheet: sheet.name, row: headingRow + 1, column: heading === '' ? letter : heading, value: heading })
    if (!isBlank(cell)) tell.warn('import.bad.headingUnknown', 'import.do.headingUnknown', { letter, heading, free })
    else if (body.some((row) => !isBlank(row[index]))) tell.warn('import.bad.headingBlank', 'import.do.headingBlank', { letter })
  }
}

/** Where each column stands; null if a required heading is missing or a heading stands twice. */
function findColumns(sheet: ImportSheet, plan: SheetPlan<Columns>, log: FindingLog): Layout | null {
  const entries = Object.entries(plan.columns)
  const headingRow = findHeadingRow(sheet, Object.values(plan.columns))
  const tellSheet = log.at({ sheet: sheet.name, row: 1, column: '', value: '' })
  if (headingRow === null) {
    const heading = entries.find(([, column]) => column.required)?.[1].heading ?? ''
    return tellSheet.refuse('import.bad.headingsAbsent', 'import.do.headingsAbsent', { rows: headingRowsSearched, heading })
  }
  const names = (sheet.rows[headingRow] ?? []).map(bareHeading)
  const before = log.rejectedTotal()
  const placed: Placed[] = []
  for (const [key, column] of entries) {
    const { heading } = column
    const tell = log.at({ sheet: sheet.name, row: headingRow + 1, column: heading, value: '' })
    const called = headingsOf(column)
    const [index, second] = names.flatMap((name, at) => (called.includes(name) ? [at] : []))
    if (index === undefined) {
      if (column.required) tell.refuse('import.bad.headingMissing', 'import.do.headingMissing', { heading })
    } else if (second !== undefined) {
      tell.refuse('import.bad.headingTwice', 'import.do.headingTwice', {
        heading,
        first: columnLetter(index),
        second: columnLetter(second),
      })
    } else placed.push({ key, column, index })
  }
  reportStrangeColumns(sheet, headingRow, placed, plan, log)
  return log.rejectedTotal() > before ? null : { headingRow, placed }
}

/** One row through its columns; null if a cell was refused. */
function readCells<C extends Columns>(
  sheet: string,
  row: number,
  cells: readonly ImportCell[],
  placed: readonly Placed[],
  blank: RowOf<C>,
  log: FindingLog,
): RowOf<C> | null {
  const values: Record<string, unknown> = { ...blank }
  const before = log.rejectedTotal()
  for (const { key, column, index } of placed) {
    const cell = cells[index] ?? null
    const refusedBefore = log.rejectedTotal()
    const place = { sheet, row, column: column.heading, value: shownValue(cell) }
    const value = cell === null || isBlank(cell) ? null : column.read(cell, log.at(place))
    values[key] = value
    if (value === null && column.required && log.rejectedTotal() === refusedBefore) {
      log.at(place).refuse('import.bad.required', 'import.do.required', { heading: column.heading })
    }
  }
  // Every key of the plan was set by its own column's reader, and required ones are filled or the row is dropped here.
  return log.rejectedTotal() > before ? null : (values as RowOf<C>)
}

/** Reads the rows of a sheet; blank rows are skipped. `onRow` is told the progress. */
export function readSheet<C extends Columns>(sheet: ImportSheet, plan: SheetPlan<C>, log: FindingLog, onRow: () => void): SheetReading<C> {
  const layout = findColumns(sheet, plan, log)
  if (layout === null) return { read: 0, rows: [], refused: [] }
  // All keys null: the columns that the file does not have.
  const blank = Object.fromEntries(Object.keys(plan.columns).map((key) => [key, null])) as RowOf<C>
  const keyColumn = layout.placed.find(({ key }) => key === Object.keys(plan.columns)[0])
  const rows: ReadRow<C>[] = []
  const refused: { row: number; key: string | null }[] = []
  for (let index = layout.headingRow + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? []
    onRow()
    if (cells.every(isBlank)) continue
    const row = index + 1
    const values = readCells<C>(sheet.name, row, cells, layout.placed, blank, log)
    if (values !== null) rows.push({ row, values })
    else refused.push({ row, key: keyOf(cells, keyColumn) })
  }
  return { read: rows.length + refused.length, rows, refused }
}

type OnlySheet<C extends Columns> = SheetReading<C> & { readonly sheet: string }

/** Reads the workbook of a kind that has one sheet; a sheet without rows is refused. */
export function readOnlySheet<C extends Columns>(
  sheets: readonly ImportSheet[],
  plan: SheetPlan<C>,
  log: FindingLog,
  onRow: () => void,
): OnlySheet<C> {
  const found = findSheet(sheets, plan, 'only', log)
  if (found === null) return { sheet: plan.name, read: 0, rows: [], refused: [] }
  reportUnknownSheets(sheets, new Set([found]), plan.name, log)
  return { sheet: found.name, ...readMainSheet(found, plan, log, onRow) }
}

/** As `readSheet`, but a sheet without any row is refused. */
export function readMainSheet<C extends Columns>(
  sheet: ImportSheet,
  plan: SheetPlan<C>,
  log: FindingLog,
  onRow: () => void,
): SheetReading<C> {
  const before = log.rejectedTotal()
  const reading = readSheet(sheet, plan, log, onRow)
  if (reading.read === 0 && log.rejectedTotal() === before) {
    log.at({ sheet: sheet.name, row: 0, column: '', value: '' }).refuse('import.bad.sheetEmpty', 'import.do.sheetEmpty')
  }
  return reading
}

const silent = { refuse: () => null, warn: () => undefined }

function keyOf(cells: readonly ImportCell[], placed: Placed | undefined): string | null {
  const cell = placed === undefined ? null : (cells[placed.index] ?? null)
  const key = placed === undefined || cell === null ? null : placed.column.read(cell, silent)
  return typeof key === 'string' ? key : null
}
