import { afterAll, beforeAll, expect, test } from 'vitest'
import { builders, frames, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import type { InputOf } from '#contract/define'
import type { AppContract } from '#contract/index'

let station: TestHost
let given: Builders

/** Three vehicles on three days: 李建华 at 待修, 王喆 under repair, 陈钢 at 报修. */
beforeAll(async () => {
  station = await openTestHost({ today: '2026-11-10' })
  given = builders(station)
  await given.anOrder()
  station.advance({ days: 1 })
  const second = await given.anOrder({
    customer: { name: '王喆', phone: '13900008888' },
    unit: { frameNo: frames[1], engineNo: 'E-2222', plateNo: '苏M12345' },
    content: { partLines: [] },
  })
  await takeStep(station.as('technician'), second.id, 'start')
  station.advance({ days: 1 })
  await given.anOrder({
    customer: { name: '陈钢', phone: '13700001234' },
    unit: { frameNo: frames[3], engineNo: 'E-3333', plateNo: '' },
    arrive: false,
    content: { receivedAt: null, nature: 'paid' },
  })
})
afterAll(() => station.close())

type Question = InputOf<AppContract['workOrders']['list']>

async function found(question: Partial<Omit<Question, 'filter'>> & { filter?: Partial<Question['filter']> } = {}) {
  const { filter, ...rest } = question
  const { rows, total, sums } = await station.api.workOrders.list({
    offset: 0,
    limit: 100,
    sort: [{ column: 'no', direction: 'asc' }],
    text: '',
    ...rest,
    filter: { statuses: [], nature: null, technicianId: null, view: 'all', ...filter },
  })
  return { names: rows.map((row) => row.customerName), total, sums }
}

test('all orders, with the sums of what is shown', async () => {
  expect(await found()).toEqual({
    names: ['李建华', '王喆', '陈钢'],
    total: 3,
    sums: { totalFen: 13450 + 4800 + 13450, claimTotalFen: 13450 + 4800 + 13450 },
  })
})

test.each([
  ['a two-character name', '王喆'],
  ['pinyin initials', 'wz'],
  ['the tail of a telephone', '8888'],
  ['the tail of a frame number', '305189'],
  ['a plate', '苏M12345'],
  ['an order number', 'SD0731-WO-202611-0002'],
  ['the tail of an order number', '0002'],
  ['two words of one owner', '王 8888'],
  ['name and plate', '王喆 12345'],
])('%s finds its orders', async (_, text) => {
  expect((await found({ text })).names).toEqual(['王喆'])
})

test('a model is found by its name, signs in it or not', async () => {
  const { rows } = await station.api.workOrders.list({
    offset: 0,
    limit: 1,
    sort: [],
    text: '',
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  const name = rows[0]?.modelName ?? ''
  expect(name).toContain('·')
  expect(await Promise.all([name, name.split('·')[1] ?? ''].map(async (text) => (await found({ text })).total))).toEqual([3, 3])
})

test('pieces that stand apart are no hit', async () => {
  expect((await found({ text: '888888' })).total).toBe(0)
})

test('signs of a LIKE pattern find nothing of their own', async () => {
  expect((await found({ text: '王%钢' })).total).toBe(0)
})

test.each([
  [{ view: 'toRepair' as const }, ['李建华', '王喆']],
  [{ statuses: ['reported' as const] }, ['陈钢']],
  [{ nature: 'paid' as const }, ['陈钢']],
  [{ statuses: ['reported' as const, 'closed' as const] }, ['陈钢']],
])('filter %j', async (filter, names) => {
  expect((await found({ filter })).names).toEqual(names)
})

test('sorted by a date and cut into blocks, no row is lost or seen twice', async () => {
  const sort = [{ column: 'reportedAt', direction: 'desc' }] as const
  const blocks = await Promise.all([0, 1, 2].map(async (offset) => (await found({ offset, limit: 1, sort: [...sort] })).names))
  expect(blocks.flat()).toEqual(['陈钢', '王喆', '李建华'])
})

test('each row shows its next step', async () => {
  const { rows } = await station.api.workOrders.list({
    offset: 0,
    limit: 10,
    sort: [{ column: 'no', direction: 'asc' }],
    text: '',
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  expect(rows.map(({ nextEvent }) => nextEvent)).toEqual(['start', 'finish', 'handOver'])
})
