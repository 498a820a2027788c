import type { ListFields } from '#domain/list-fields'
import { opsOf, type Condition, type ConditionOp } from '#domain/list-filter'
import { fen } from '#domain/money'
import { count, hours, money } from '../../format.ts'
import type { Text, Word } from '../../messages/index.ts'
import type { GridColumn } from './columns.tsx'

/** A column that can be asked for, with what its codes are called. */
export type Askable = {
  readonly field: string
  readonly title: string
  readonly kind: ListFields[string]['kind']
  readonly ops: readonly ConditionOp[]
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What the list can be narrowed by: the grid's columns as far as the contract knows them, and 我的. */
export function askables<R>(columns: readonly GridColumn<R>[], fields: ListFields, word: Word, text: Text<'grid'>): readonly Askable[] {
  const mine: readonly Askable[] =
    fields['mine'] === undefined ? [] : [{ field: 'mine', title: text('mine'), kind: 'mine', ops: ['is'], choices: [] }]
  return [
    ...mine,
    ...columns.flatMap(({ field, title, table, words }) => {
      const declared = fields[field]
      if (declared === undefined) return []
      const { kind, codes = [], optional } = declared
      const label = (code: string) => words?.[code] ?? (table === undefined ? code : word(table, code))
      return [
        {
          field,
          title,
          kind,
          ops: opsOf[kind].filter((op) => optional === true || (op !== 'empty' && op !== 'filled')),
          choices: codes.map((value) => ({ value, label: label(value) })),
        },
      ]
    }),
  ]
}

/** A condition in the person's words, for its chip: `状态 是 待修、待件`. */
export function conditionWords(condition: Condition, askable: Askable, text: Text<'grid'>): string {
  if (askable.kind === 'mine') return askable.title
  return text('condition', { field: askable.title, rest: restOf(condition, askable, text) })
}

function restOf(condition: Condition, { kind, choices }: Askable, text: Text<'grid'>): string {
  const shown = (value: number) => (kind === 'money' ? money(fen(value)) : kind === 'hours' ? hours(value) : count(value))
  switch (condition.op) {
    case 'contains':
    case 'equals':
    case 'starts':
      return `${text(`op.${condition.op}`)} ${text('quoted', { text: condition.value })}`
    case 'empty':
    case 'filled':
      return text(`op.${condition.op}`)
    case 'between':
      return ends(condition.value.from, condition.value.to, shown)
    case 'days':
      return ends(condition.value.from, condition.value.to, (day) => day)
    case 'during':
      return text(`period.${condition.value}`)
    case 'in':
      return condition.value.map((code) => choices.find(({ value }) => value === code)?.label ?? code).join(text('or'))
    case 'ids':
      return count(condition.value.length)
    case 'is':
      return condition.value ? '✓' : text('not')
  }
}

function ends<T>(from: T | null, to: T | null, shown: (value: T) => string): string {
  if (from === null) return to === null ? '' : `≤ ${shown(to)}`
  return to === null ? `≥ ${shown(from)}` : `${shown(from)} – ${shown(to)}`
}

/** The conditions the list still knows; a saved one may name a column that is gone. */
export function known(filters: readonly Condition[], askable: readonly Askable[]): readonly Condition[] {
  return filters.filter(({ field, op }) => askable.some((each) => each.field === field && each.ops.includes(op)))
}
