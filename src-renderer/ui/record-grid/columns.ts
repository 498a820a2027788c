import { figure, money, parseDay, parseMoney, plainTyped } from '../../format.ts'
import type { TextKey, Word, WordTable } from '../../messages/index.ts'
import type { Hit } from '../fields/Finder.tsx'

type Common<R> = {
  readonly field: keyof R & string
  readonly title: string
  readonly width?: number
  readonly flex?: number
  readonly hidden?: boolean
  /** where room is short the highest goes first, of equal rank the one furthest right; 2 unless said */
  readonly rank?: number
  /** `new`: only while the record is not yet saved; false: only shown */
  readonly editable?: boolean | 'new'
  /** what is shown while nobody edits; default from the kind */
  readonly shown?: (row: R) => string
}

/** `number` with `factor` 100 for hours kept in 1/100 h; `money` is 分; `empty`: the cell may be emptied, which is null. */
export type RecordColumn<R> = Common<R> &
  (
    | { readonly kind: 'text' | 'code'; readonly maxLength: number }
    | { readonly kind: 'number'; readonly factor?: number; readonly max: number; readonly empty?: boolean }
    | { readonly kind: 'date'; readonly empty?: boolean }
    | {
        readonly kind: 'money'
        readonly empty?: boolean
        /** 0 is a price nobody knows yet: an empty cell */
        readonly zeroIsEmpty?: boolean
      }
    | { readonly kind: 'word'; readonly table: WordTable; readonly codes: readonly string[] }
    | {
        readonly kind: 'choice'
        /** `retired`: shown where it stands, offered no more */ readonly choices: readonly {
          readonly value: number
          readonly label: string
          readonly retired?: boolean
        }[]
        readonly empty?: boolean
      }
    | { readonly kind: 'tick'; readonly words?: readonly [string, string] }
    | { readonly kind: 'finder'; readonly find: Find<R> }
  )

/** Items of one kind; the column knows how to search, show and take them over. */
export type Find<R> = { readonly search: (text: string, row: R) => Promise<readonly FoundItem<R>[]> }
export type FoundItem<R> = Hit & { readonly fill: Partial<R> }

/** What was typed: the fields it sets, or why it cannot be taken. */
export type Taken<R> = { readonly values: Partial<R> } | { readonly wrong: TextKey<'ui'>; readonly params?: { readonly max: string } }

export const isRight = ({ kind }: { readonly kind: string }) => kind === 'number' || kind === 'money'

/** A computed key is wider than the compiler can check against R. */
function set<R>(field: keyof R & string, value: unknown): Taken<R> {
  return { values: { [field]: value } as Partial<R> }
}

export type Ticks = readonly [string, string]

export function recordText<R extends object>(column: RecordColumn<R>, row: R, word: Word, ticks: Ticks): string {
  if (column.shown) return column.shown(row)
  const value: unknown = row[column.field]
  if (value === null || value === undefined) return ''
  switch (column.kind) {
    case 'money':
      return typeof value === 'number' && !(value === 0 && column.zeroIsEmpty === true) ? money(value) : ''
    case 'number':
      return typeof value === 'number' ? figure(value, column.factor) : ''
    case 'word':
      return word(column.table, String(value))
    case 'choice':
      return column.choices.find((choice) => choice.value === value)?.label ?? ''
    case 'tick':
      return (column.words ?? ticks)[value === true ? 0 : 1]
    case 'text':
    case 'code':
    case 'date':
    case 'finder':
      return String(value)
  }
}

/** Takes over what an editor gives: text, the code of a choice, or what a finder found. */
export function take<R extends object>(column: RecordColumn<R>, given: unknown, today: string): Taken<R> {
  if (column.kind === 'finder')
    return typeof given === 'object' && given !== null && 'fill' in given
      ? { values: (given as FoundItem<R>).fill }
      : { wrong: 'notOnFile' }
  const typed = (column.kind === 'text' ? String(given ?? '') : plainTyped(String(given ?? ''))).trim()
  const mayBeEmpty = 'empty' in column && column.empty === true
  if (typed === '' && mayBeEmpty) return set(column.field, null)
  switch (column.kind) {
    case 'text':
      return set(column.field, typed)
    case 'code':
      return set(column.field, typed.toUpperCase())
    case 'word':
      return set(column.field, typed)
    case 'choice':
      return set(column.field, Number(typed))
    case 'tick':
      return set(column.field, typed === 'true')
    case 'date':
      return whole(column.field, parseDay(typed, today), 'notADay')
    case 'money':
      return typed === '' && column.zeroIsEmpty === true ? set(column.field, 0) : whole(column.field, parseMoney(typed), 'notMoney')
    case 'number': {
      const number = Number(typed.replaceAll(',', '')) * (column.factor ?? 1)
      const rounded = Math.round(number)
      if (typed === '' || !Number.isFinite(number) || Math.abs(number - rounded) > 1e-6 || rounded < 0)
        return { wrong: column.factor === 100 ? 'notHours' : 'notAWhole' }
      return rounded > column.max ? { wrong: 'tooMany', params: { max: figure(column.max, column.factor) } } : set(column.field, rounded)
    }
  }
}

function whole<R>(field: keyof R & string, value: unknown, wrong: TextKey<'ui'>): Taken<R> {
  return value === null ? { wrong } : set(field, value)
}
