import { contract, type AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { mostChosen } from '#contract/fields'
import { isList } from '#contract/list'
import { localDateOf, localTimeOf, type Instant } from '#domain/dates'
import { AppError } from '#domain/errors'
import { findStation } from '#db/queries/station'
import { batchRegister } from './batches.ts'
import { catalogueRegisters } from './catalogue.ts'
import { claimRegister } from './claims.ts'
import { customerRegister, unitRegister } from './customers.ts'
import type { HandlersOf, QueryContext, TaskContext } from './define.ts'
import type { ListOf } from './list-of.ts'
import { manifestRegister } from './manifests.ts'
import { numberRegister } from './numbers.ts'
import { paperRegister } from './papers.ts'
import { requestRegister } from './parts-requests.ts'
import { returnedPartRegister } from './returned-parts.ts'
import type { SheetBehind } from './services.ts'
import { orderRegister } from './work-orders-detail.ts'

/** Every list a workbook can be made of, by the name of its query. */
const registers = {
  'workOrders.list': orderRegister,
  'partsRequests.list': requestRegister,
  'returnedParts.list': returnedPartRegister,
  'manifests.list': manifestRegister,
  'claims.list': claimRegister,
  'batches.list': batchRegister,
  'papers.list': paperRegister,
  'numbers.list': numberRegister,
  'customers.list': customerRegister,
  'customers.listUnits': unitRegister,
  ...catalogueRegisters,
}

type Export = ParsedInputOf<AppContract['lists']['export']>
type Column = Export['columns'][number]
type Row = Readonly<Record<string, unknown>>
type AnyRegister = {
  readonly ids: (context: QueryContext, question: unknown) => readonly number[]
  readonly rows: ListOf<string, unknown, Row>['rows']
  readonly behind?: (context: QueryContext, question: unknown) => SheetBehind
}

/** The register and the question, checked by the contract of that list as if it were called. */
function registerOf({ list, question }: Pick<Export, 'list' | 'question'>): { register: AnyRegister; question: unknown } {
  if (!Object.hasOwn(registers, list)) throw new AppError('not-found', 'lists.unknownList', { name: list })
  const [feature = '', method = ''] = list.split('.')
  const endpoints: Readonly<Record<string, (typeof contract)[keyof typeof contract]>> = contract
  const endpoint = Object.entries(endpoints[feature] ?? {}).find(([name]) => name === method)?.[1]
  if (!isList(endpoint)) throw new AppError('not-found', 'lists.unknownList', { name: list })
  const parsed = endpoint.question.safeParse(question)
  if (!parsed.success)
    throw new AppError('invalid', 'common.invalid', { detail: parsed.error.issues.map(({ path }) => path.join('.')).join('；') })
  // safe: the question was parsed by the contract of the very list
  return { register: registers[list as keyof typeof registers] as unknown as AnyRegister, question: parsed.data }
}

/** What stands in a cell: numbers and days as such, codes by their words, everything else as text. */
export function cellOf({ field, kind, words }: Column, row: Row): string | number | null {
  const value = Object.hasOwn(row, field) ? row[field] : null
  const word = words !== null && Object.hasOwn(words, String(value ?? '')) ? words[String(value ?? '')] : undefined
  if (word !== undefined) return word === '' ? null : word
  if (value === null || value === undefined || value === '') return null
  if (kind === 'money' || kind === 'count' || kind === 'hundredths') return typeof value === 'number' ? value : null
  // safe: the rows of the contract hold instants and local dates only; an instant is the longer one
  if (kind === 'date') return String(value).length > 10 ? localDateOf(value as Instant) : String(value)
  if (kind === 'instant') return `${localDateOf(value as Instant)} ${localTimeOf(value as Instant)}`
  return Array.isArray(value) ? value.join('、') : String(value)
}

const widths: Readonly<Record<Column['kind'], number>> = { text: 18, count: 9, money: 12, hundredths: 10, date: 12, instant: 17 }

async function exportList(context: TaskContext, input: Export) {
  const { services, now, today, db } = context
  const { register, question } = registerOf(input)
  // the order of this moment; what changes meanwhile is neither missed nor written twice
  const ids = input.ids ?? register.ids(context, question)
  if (ids.length === 0) throw new AppError('rule', 'lists.exportEmpty')
  // a sheet holds 1,048,576 rows; far fewer are still of use, and these stay within memory
  if (ids.length > mostChosen) throw new AppError('rule', 'lists.exportTooLong', { rows: ids.length, most: mostChosen })
  const behind = register.behind?.(context, question)
  let rows = 0
  const bytes = await services.writeList(input.exportId, {
    name: input.title,
    title: input.title,
    author: findStation(db)?.name ?? '',
    at: now,
    of: ids.length,
    ...(behind === undefined ? {} : { behind }),
    columns: input.columns.map(({ title, kind }) => ({ heading: title, kind, width: Math.max(widths[kind], title.length * 2 + 2) })),
    block: (from, to) => {
      const found = register.rows(context, ids.slice(from, to))
      rows += found.length
      return found.map((row) => input.columns.map((column) => cellOf(column, row)))
    },
  })
  return {
    ...services.produce(`${input.title} ${today}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes),
    rows,
  }
}

export const listsHandlers: HandlersOf<AppContract['lists']> = {
  ids(context, asked) {
    const { register, question } = registerOf(asked)
    const ids = register.ids(context, question)
    if (ids.length > mostChosen) throw new AppError('rule', 'lists.chooseTooMany', { rows: ids.length, most: mostChosen })
    return { ids: [...ids] }
  },
  export: exportList,
  exportProgress: ({ program }, { exportId }) => program.exportProgress(exportId),
  async stopExport({ services }, { exportId }) {
    services.stopExport(exportId)
    return {}
  },
}
