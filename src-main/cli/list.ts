import type { Api } from '#contract/index'
import { localDateOf, type Instant } from '#domain/dates'
import { periodOf, readArguments, required, withHost, type Command } from './command.ts'
import { UsageError } from './usage.ts'

type Row = Readonly<Record<string, unknown>>
type Page = { readonly offset: number; readonly limit: number; readonly text: string }
type Lister = (api: Api, page: Page, period: string | null) => Promise<{ rows: readonly Row[]; total: number }>

const blockSize = 500

/** Which moment says what month a record belongs to, where the list itself cannot be asked for a month. */
const listers: Readonly<Record<string, { readonly list: Lister; readonly month: string | null; readonly columns: readonly string[] }>> = {
  'work-orders': {
    list: (api, page) =>
      api.workOrders.list({
        ...page,
        sort: [{ column: 'no', direction: 'asc' }],
        filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
      }),
    month: 'reportedAt',
    columns: ['no', 'status', 'customerName', 'modelName', 'frameNo'],
  },
  requests: {
    list: (api, page) =>
      api.partsRequests.list({ ...page, sort: [{ column: 'createdAt', direction: 'asc' }], filter: { statuses: [], view: 'all' } }),
    month: 'createdAt',
    columns: ['no', 'status', 'workOrderNo', 'parts'],
  },
  'returned-parts': {
    list: (api, page) =>
      api.returnedParts.list({
        ...page,
        sort: [{ column: 'labelNo', direction: 'asc' }],
        filter: { statuses: [], manufacturerId: null, view: 'all' },
      }),
    month: 'removedAt',
    columns: ['labelNo', 'status', 'workOrderNo', 'partName', 'dueOn'],
  },
  manifests: {
    list: (api, page) =>
      api.manifests.list({ ...page, sort: [{ column: 'createdAt', direction: 'asc' }], filter: { statuses: [], manufacturerId: null } }),
    month: 'createdAt',
    columns: ['no', 'status', 'pieceCount'],
  },
  claims: {
    list: (api, page, period) =>
      api.claims.list({
        ...page,
        sort: [{ column: 'no', direction: 'asc' }],
        filter: { statuses: [], manufacturerId: null, period, batchId: null },
      }),
    month: null,
    columns: ['no', 'status', 'workOrderNo', 'customerName', 'totalFen'],
  },
  batches: {
    list: (api, page) =>
      api.batches.list({ ...page, sort: [{ column: 'periodFrom', direction: 'asc' }], filter: { statuses: [], manufacturerId: null } }),
    month: 'periodFrom',
    columns: ['no', 'status', 'claimCount', 'totalFen'],
  },
  papers: {
    list: (api, page, period) =>
      api.papers.list({ ...page, sort: [{ column: 'number', direction: 'asc' }], filter: { form: null, status: null, period } }),
    month: null,
    columns: ['number', 'form', 'status', 'subject'],
  },
}

export const listCommand: Command = async (args) => {
  const { values, positionals } = readArguments(args, { db: { type: 'string' }, period: { type: 'string' } }, 1)
  const [what] = positionals
  const lister = what !== undefined && Object.hasOwn(listers, what) ? listers[what] : undefined
  if (!lister) throw new UsageError(`list 之后写 ${Object.keys(listers).join('、')} 之一`)
  const period = periodOf(values.period)
  return withHost(required(values.db, '--db'), async (api) => {
    const rows = await allRows(api, lister.list, period)
    const items = period === null || lister.month === null ? rows : rows.filter((row) => monthOf(row[lister.month ?? '']) === period)
    const lines = items.map((row) => lister.columns.map((column) => String(row[column] ?? '')).join('\t'))
    return { json: { items, total: items.length }, text: [...lines, `共 ${items.length} 条`].join('\n') }
  })
}

async function allRows(api: Api, list: Lister, period: string | null): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const block = await list(api, { offset: rows.length, limit: blockSize, text: '' }, period)
    rows.push(...block.rows)
    if (block.rows.length < blockSize) return rows
  }
}

function monthOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  // safe: every moment of the contract's rows is an Instant, every shorter text a date
  return (value.length > 10 ? localDateOf(value as Instant) : value).slice(0, 7)
}
