import { z } from 'zod'
import type { ListField, ListFields } from '#domain/list-fields'
import { opsOf, periods, type Condition, type ConditionOp, type Range } from '#domain/list-filter'
import { query, type Endpoint } from './define.ts'
import { chosenIds, direction, id, localDate, pageResult } from './fields.ts'

type SortedNames<F extends ListFields> = { [K in keyof F]: F[K] extends { readonly sorts: false } ? never : K }[keyof F] & string

const words = z.string().trim().min(1).max(60)
const range = <T>(end: z.ZodType<T>): z.ZodType<Range<T>> =>
  z
    .strictObject({ from: end.nullable(), to: end.nullable() })
    .refine((given: Range<T>) => given.from !== null || given.to !== null, '范围的两端至少填一个')

/** One condition of a field. Another field, another comparison or a value of the wrong kind is refused. */
function conditionOf(field: string, { kind, codes = [], optional: mayBeAbsent }: ListField): z.ZodType<Condition> {
  const values: Record<ConditionOp, z.ZodType | null> = {
    contains: words,
    equals: words,
    starts: words,
    empty: null,
    filled: null,
    between: range(z.number().int()),
    days: range(localDate),
    during: z.enum(periods),
    in: z
      .array(z.enum([...codes]))
      .min(1)
      .max(60),
    ids: chosenIds.min(1),
    is: z.boolean(),
  }
  const options = opsOf[kind]
    .filter((op) => mayBeAbsent === true || (op !== 'empty' && op !== 'filled'))
    .map((op) => z.strictObject({ field: z.literal(field), op: z.literal(op), ...(values[op] === null ? {} : { value: values[op] }) }))
  // safe: one option for every comparison of the kind, each with the value Condition names
  return z.discriminatedUnion('op', options as unknown as [z.ZodObject, ...z.ZodObject[]]) as unknown as z.ZodType<Condition>
}

const anyField = z.string().min(1).max(40)

/** A condition on whatever field: what a saved view keeps. The list it is asked of looks at the field. */
export const anyCondition: z.ZodType<Condition> = z.discriminatedUnion('op', [
  z.strictObject({ field: anyField, op: z.enum(['contains', 'equals', 'starts']), value: words }),
  z.strictObject({ field: anyField, op: z.enum(['empty', 'filled']) }),
  z.strictObject({ field: anyField, op: z.literal('between'), value: range(z.number().int()) }),
  z.strictObject({ field: anyField, op: z.literal('days'), value: range(localDate) }),
  z.strictObject({ field: anyField, op: z.literal('during'), value: z.enum(periods) }),
  z.strictObject({ field: anyField, op: z.literal('in'), value: z.array(z.string().max(40)).min(1).max(60) }),
  z.strictObject({ field: anyField, op: z.literal('ids'), value: z.array(id).min(1).max(1000) }),
  z.strictObject({ field: anyField, op: z.literal('is'), value: z.boolean() }),
])

/** Every list can be asked for records named one by one: those somebody chose in it. */
const ownKey = { id: { kind: 'key', sorts: false } } as const

/** Up to twenty conditions on the declared fields; a field may be asked more than once. */
export function conditionsOf<F extends ListFields>(fields: F): z.ZodType<Condition<(keyof F & string) | 'id'>[]> {
  const options = Object.entries({ ...fields, ...ownKey }).map(([name, field]) => conditionOf(name, field))
  // safe: each option is an object with a literal `field`
  return z.array(z.discriminatedUnion('field', options as unknown as [z.ZodObject, ...z.ZodObject[]])).max(20) as unknown as z.ZodType<
    Condition<(keyof F & string) | 'id'>[]
  >
}

/** The names of the columns that sort. */
export function sortedNames<F extends ListFields>(fields: F): readonly SortedNames<F>[] {
  // safe: the same test as the type's
  return Object.entries(fields).flatMap(([name, { sorts }]) => (sorts === false ? [] : [name as SortedNames<F>]))
}

/** Which records a list holds, in which order: what a saved view keeps and an export asks. */
export function questionOf<F extends ListFields, V extends z.ZodType>(fields: F, filter: V) {
  return z.object({
    sort: z.array(z.object({ column: z.enum([...sortedNames(fields)]), direction })).max(3),
    text: z.string().max(60),
    /** the list's own views */
    filter,
    /** what the person asks of its columns */
    filters: conditionsOf(fields).default([]),
  })
}

export type ListEndpoint<F extends ListFields = ListFields, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Endpoint<
  'query',
  I,
  O
> & { readonly fields: F; readonly question: z.ZodType }

/** A list of records for a grid: blocks of rows, sorted and narrowed by the declared fields. */
export function list<const F extends ListFields, V extends z.ZodType, R extends z.ZodType>({
  fields,
  filter,
  row,
}: {
  readonly fields: F
  readonly filter: V
  readonly row: R
}) {
  const question = questionOf(fields, filter)
  const input = question.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) })
  return { ...query({ input, output: pageResult(row), may: 'view' }), fields, question }
}

export function isList(endpoint: Endpoint | undefined): endpoint is ListEndpoint {
  return endpoint !== undefined && 'fields' in endpoint && 'question' in endpoint
}
