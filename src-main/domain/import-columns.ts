import type { LocalDate } from './dates.ts'
import {
  doubtLogical,
  readCode,
  readDate,
  readHours,
  readInteger,
  readMoney,
  readPhoneNumber,
  readText,
  readWallTime,
  type FilledCell,
  type WallTime,
} from './import-cells.ts'
import type { Teller } from './import-findings.ts'
import { wordFinder, type WordTable } from './import-words.ts'
import { formatFen, type Fen } from './money.ts'

/** How the column is formatted in the template. */
export type ColumnFormat = 'text' | 'date' | 'moment' | 'money' | 'hours' | 'integer'

/** One column of the workbook: its heading as settled.md 1 has it, how a cell is read, what 填写说明 says about it. */
export type Column<Value, Required extends boolean = boolean> = {
  readonly heading: string
  /** what else the heading may be, e.g. as our own export writes it */
  readonly alike: readonly string[]
  readonly required: Required
  readonly format: ColumnFormat
  readonly about: string
  readonly example: string
  /** The words offered in a list, or null for free input. */
  readonly choices: readonly string[] | null
  /** Null = nothing in it after cleaning, or refused by `tell`. */
  readonly read: (cell: FilledCell, tell: Teller) => Value | null
  /** A value as the preview shows it; a method, so that columns of any value are columns. */
  show(value: Value): string
}

export type Columns = Readonly<Record<string, Column<unknown>>>

/** A row read through its columns: optional cells may be null. */
export type RowOf<C extends Columns> = {
  readonly [Key in keyof C]: C[Key] extends Column<infer Value, infer Required> ? (Required extends true ? Value : Value | null) : never
}

/** A sheet of the workbook. */
export type SheetPlan<C extends Columns> = { readonly name: string; readonly columns: C }

/** With further headings it is found by. */
export function alsoCalled<C extends Column<never> | Column<unknown>>(column: C, ...alike: readonly string[]): C {
  return { ...column, alike }
}

export function required<Value>(column: Column<Value, false>): Column<Value, true> {
  return { ...column, required: true }
}

const plainly = { required: false, alike: [], choices: null } as const

type Told = { readonly about: string; readonly example: string }

function doubted(read: Column<string>['read']): Column<string>['read'] {
  return (cell, tell) => {
    doubtLogical(cell, tell)
    return read(cell, tell)
  }
}

/** Free text of at most `limit` characters (settled.md 22). */
export function textColumn(heading: string, limit: number, told: Told): Column<string, false> {
  return { heading, ...plainly, format: 'text', ...told, read: doubted((cell, tell) => readText(cell, limit, tell)), show: String }
}

/** A number or code that stands somewhere on metal or paper. */
export function codeColumn(heading: string, limit: number, told: Told): Column<string, false> {
  return { heading, ...plainly, format: 'text', ...told, read: doubted((cell, tell) => readCode(cell, limit, tell)), show: String }
}

export function phoneColumn(heading: string, told: Told): Column<string, false> {
  return { heading, ...plainly, format: 'text', ...told, read: readPhoneNumber, show: String }
}

export function dateColumn(heading: string, told: Told): Column<LocalDate, false> {
  return { heading, ...plainly, format: 'date', ...told, read: readDate, show: String }
}

export function momentColumn(heading: string, told: Told): Column<WallTime, false> {
  return {
    heading,
    ...plainly,
    format: 'moment',
    ...told,
    read: readWallTime,
    show: ({ date, time }) => [date, time ?? ''].join(' ').trim(),
  }
}

export function moneyColumn(heading: string, told: Told): Column<Fen, false> {
  return { heading, ...plainly, format: 'money', ...told, read: readMoney, show: formatFen }
}

export function hoursColumn(heading: string, told: Told): Column<number, false> {
  return { heading, ...plainly, format: 'hours', ...told, read: readHours, show: (hundredths) => String(hundredths / 100) }
}

export function integerColumn(heading: string, [min, max]: readonly [number, number], told: Told): Column<number, false> {
  return { heading, ...plainly, format: 'integer', ...told, read: (cell, tell) => readInteger(cell, min, max, tell), show: String }
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
  return { heading, ...plainly, format: 'text', choices, ...told, read, show: (code) => table.words[code] }
}

/** One of two words, kept as yes or no. */
export function tickColumn(heading: string, table: WordTable<'yes' | 'no'>, told: Told): Column<boolean, false> {
  const { read, ...column } = wordColumn(heading, table, told)
  return {
    ...column,
    show: (value) => table.words[value ? 'yes' : 'no'],
    read: (cell, tell) => {
      const word = read(cell, tell)
      return word === null ? null : word === 'yes'
    },
  }
}
