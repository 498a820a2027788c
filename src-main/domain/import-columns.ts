import type { LocalDate } from './dates.ts'
import { doubtLogical, readCode, readDate, readHours, readInteger, readMoney, readPhoneNumber, readText, readWallTime, type FilledCell, type WallTime } from './import-cells.ts'
import type { Teller } from './import-findings.ts'
import { wordFinder, type WordTable } from './import-words.ts'
import type { Fen } from './money.ts'

/** How the column is formatted in the template. */
export type ColumnFormat = 'text' | 'date' | 'moment' | 'money' | 'hours' | 'integer'

/** One column of the workbook: its heading as settled.md 1 has it, how a cell is read, what 填写说明 says about it. */
export type Column<Value, Required extends boolean = boolean> = {
  readonly heading: string
  readonly required: Required
  readonly format: ColumnFormat
  readonly about: string
  readonly example: string
  /** The words offered in a list, or null for free input. */
  readonly choices: readonly string[] | null
  /** Null = nothing in it after cleaning, or refused by `tell`. */
  readonly read: (cell: FilledCell, tell: Teller) => Value | null
}

export type Columns = Readonly<Record<string, Column<unknown>>>

/** A row read through its columns: optional cells may be null. */
export type RowOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends Column<infer Value, infer Required> ? (Required extends true ? Value : Value | null) : never
}

/** A sheet of the workbook. */
export type SheetPlan<C extends Columns> = { readonly name: string; readonly columns: C }

export function required<Value>(column: Column<Value, false>): Column<Value, true> {
  return { ...column, required: true }
}

type Told = { readonly about: string; readonly example: string }

function doubted(read: Column<string>['read']): Column<string>['read'] {
  return (cell, tell) => {
    doubtLogical(cell, tell)
    return read(cell, tell)
  }
}

/** Free text of at most `limit` characters (settled.md 22). */
export function textColumn(heading: string, limit: number, told: Told): Column<string, false> {
  return { heading, required: false, format: 'text', choices: null, ...told, read: doubted((cell, tell) => readText(cell, limit, tell)) }
}

/** A number or code that stands somewhere on metal or paper. */
export function codeColumn(heading: string, limit: number, told: Told): Column<string, false> {
  return { heading, required: false, format: 'text', choices: null, ...told, read: doubted((cell, tell) => readCode(cell, limit, tell)) }
}

export function phoneColumn(heading: string, told: Told): Column<string, false> {
  return { heading, required: false, format: 'text', choices: null, ...told, read: readPhoneNumber }
}

export function dateColumn(heading: string, told: Told): Column<LocalDate, false> {
  return { heading, required: false, format: 'date', choices: null, ...told, read: readDate }
}

export function momentColumn(heading: string, told: Told): Column<WallTime, false> {
  return { heading, required: false, format: 'moment', choices: null, ...told, read: readWallTime }
}

export function moneyColumn(heading: string, told: Told): Column<Fen, false> {
  return { heading, required: false, format: 'money', choices: null, ...told, read: readMoney }
}

export function hoursColumn(heading: string, told: Told): Column<number, false> {
  return { heading, required: false, format: 'hours', choices: null, ...told, read: readHours }
}

export function integerColumn(heading: string, [min, max]: readonly [number, number], told: Told): Column<number, false> {
  return { heading, required: false, format: 'integer', choices: null, ...told, read: (cell, tell) => readInteger(cell, min, max, tell) }
}

const longestWord = 40

export function wordColumn<Code extends string>(heading: string, table: WordTable<Code>, told: Told): Column<Code, false> {
  const find = wordFinder(table)
  const choices = Object.values<string>(table.words)
  const read = (cell: FilledCell, tell: Teller): Code | null => {
    const text = readText(cell, longestWord, tell)
    if (text === null) return null
    return find(text) ?? tell.refuse('import.bad.word', 'import.do.word', { words: choices.join('、') })
  }
  return { heading, required: false, format: 'text', choices, ...told, read }
}
