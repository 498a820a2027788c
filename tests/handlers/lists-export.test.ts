import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'
import { AppError } from '#domain/errors'
import { readWorkbook } from '#host/workbook'
import { builders, frames } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { stopOnceBegun } from '#tests/support/stopping'

type Export = InputOf<AppContract['lists']['export']>

let station: TestHost
const names = ['李建华', '=HYPERLINK("http://x")', '王喆']

beforeAll(async () => {
  station = await openTestHost({ today: '2026-11-10', time: '23:30' })
  const given = builders(station)
  for (const [nth, name] of names.entries()) {
    await given.anOrder({
      customer: { name, phone: `1390000000${nth}` },
      unit: { frameNo: frames[nth] ?? '', engineNo: `E-${nth}`, plateNo: '' },
      content: nth === 1 ? { partLines: [] } : {},
    })
    station.advance({ days: 1 })
  }
})
afterAll(() => station.close())

const question = {
  sort: [{ column: 'no', direction: 'asc' }],
  text: '',
  filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  filters: [],
}
const column = (
  field: string,
  title: string,
  kind: Export['columns'][number]['kind'] = 'text',
  words: Record<string, string> | null = null,
) => ({ field, title, kind, words })

function wanted(changes: Partial<Export> = {}): Export {
  return {
    exportId: crypto.randomUUID(),
    list: 'workOrders.list',
    title: '工单',
    question,
    ids: null,
    columns: [
      column('no', '单号'),
      column('status', '状态', 'text', { waiting: 'Waiting' }),
      column('customerName', '用户'),
      column('plateNo', '车牌'),
      column('reportedAt', '报修', 'instant'),
      column('receivedAt', '送修', 'date'),
      column('totalFen', '合计', 'money'),
    ],
    ...changes,
  }
}

async function sheetOf(asked: Export) {
  const { fileId, name, rows } = await station.as('claimClerk').lists.export(asked)
  const file = station.host.produced(fileId)
  const sheets = await readWorkbook(file?.bytes ?? new Uint8Array())
  return { name, rows, sheets }
}

test('all rows in order, the shown columns, as real types: text stays text, amounts are numbers, dates are dates', async () => {
  expect(await sheetOf(wanted())).toEqual({
    name: '工单 2026-11-13.xlsx',
    rows: 3,
    sheets: [
      {
        name: '工单',
        rows: [
          ['单号', '状态', '用户', '车牌', '报修', '送修', '合计'],
          ['SD0731-WO-202611-0001', 'Waiting', '李建华', null, { date: '2026-11-10 23:30' }, { date: '2026-11-10' }, 134.5],
          ['SD0731-WO-202611-0002', 'Waiting', '\'=HYPERLINK("http://x")', null, { date: '2026-11-11 23:30' }, { date: '2026-11-11' }, 48],
          ['SD0731-WO-202611-0003', 'Waiting', '王喆', null, { date: '2026-11-12 23:30' }, { date: '2026-11-12' }, 134.5],
        ],
      },
    ],
  })
})

test('what is filtered, or what is chosen', async () => {
  const narrowed = await sheetOf(
    wanted({
      question: { ...question, filters: [{ field: 'totalFen', op: 'between', value: { from: 10_000, to: null } }] },
      columns: [column('customerName', '用户')],
    }),
  )
  const { rows } = await station.api.workOrders.list({
    offset: 0,
    limit: 10,
    sort: [{ column: 'no', direction: 'asc' }],
    text: '',
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  const chosen = await sheetOf(wanted({ ids: [rows[2]?.id ?? 0], columns: [column('customerName', '用户')] }))
  expect([narrowed.sheets[0]?.rows, chosen.sheets[0]?.rows]).toEqual([
    [['用户'], ['李建华'], ['王喆']],
    [['用户'], ['王喆']],
  ])
})

test('all that match are chosen by their ids, and those of them are read that the list still holds', async () => {
  const { ids } = await station.api.lists.ids({ list: 'workOrders.list', question })
  const read = async (text: string) =>
    (
      await station.api.workOrders.list({
        offset: 0,
        limit: 500,
        sort: [],
        text,
        filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
        filters: [{ field: 'id', op: 'ids', value: ids.slice(1) }],
      })
    ).rows.map(({ customerName }) => customerName)
  expect({ all: ids.length, chosen: await read(''), ofThem: await read('王喆') }).toEqual({
    all: 3,
    chosen: ['王喆', '=HYPERLINK("http://x")'],
    ofThem: ['王喆'],
  })
})

test.each<[string, Partial<Export>, string]>([
  ['a list that is none', { list: 'workOrders.get' }, 'lists.unknownList'],
  ['a list of the prototype', { list: 'constructor.name' }, 'lists.unknownList'],
  ['a condition the list does not know', { question: { ...question, filters: [{ field: 'pinHash', op: 'filled' }] } }, 'common.invalid'],
  ['nothing to write', { question: { ...question, text: '没有这个人' } }, 'lists.exportEmpty'],
])('%s is refused', async (_, changes, key) => {
  const refused = await station.api.lists.export(wanted(changes)).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refused instanceof AppError ? refused.sentence.key : refused).toBe(key)
})

test('a long export can be watched and stopped; a stopped one leaves nothing running', async () => {
  const { id } = (
    await station.api.workOrders.list({
      offset: 0,
      limit: 1,
      sort: [],
      text: '',
      filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
    })
  ).rows[0] ?? { id: 0 }
  const long = wanted({ ids: Array.from({ length: 5000 }, () => id) })
  const running = station.api.lists.export(long).then(
    () => 'written',
    (error: unknown) => (error instanceof AppError ? error.sentence.key : error),
  )
  const watched = await stopOnceBegun(station.api, long.exportId)
  expect([watched.of, await running, await station.api.lists.exportProgress({ exportId: long.exportId })]).toEqual([
    5000,
    'lists.exportStopped',
    null,
  ])
})
