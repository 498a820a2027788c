import { afterEach, beforeEach, expect, test } from 'vitest'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterEach(() => station.close())

test('an untouched station is empty and has no duties', async () => {
  const { empty, duties, badges, lastBackupAt } = await station.api.home.summary({})
  const lanes = await station.api.claims.lanes({})
  expect({
    empty,
    counts: duties.map(({ duty, count, oldest }) => [duty, count, oldest]),
    lanes: lanes.map(({ lane, count, totalFen }) => [lane, count, totalFen]),
    badges,
    lastBackupAt,
  }).toEqual({
    empty: true,
    counts: [
      ['tasks', 0, null],
      ['awaitingParts', 0, null],
      ['oldPartsLate', 0, null],
      ['toClaim', 0, null],
      ['toReceive', 0, null],
    ],
    lanes: [
      ['unclaimed', 0, 0],
      ['claimed', 0, 0],
      ['disputed', 0, 0],
      ['approved', 0, 0],
      ['settled', 0, 0],
      ['received', 0, 0],
    ],
    badges: { workOrders: 0, requests: 0, oldParts: 0, oldPartsLate: 0, claims: 0 },
    lastBackupAt: null,
  })
})

test('an order at work is a badge with a running clock; finished, its money waits to be claimed', async () => {
  const { id, no } = await given.anOrder()
  const { badges } = await station.api.home.summary({})
  const [clock] = await station.api.home.tasks({ mineOnly: false, limit: 10 })
  await takeStep(station.as('technician'), id, 'start')
  station.advance({ hours: 3 })
  await takeStep(station.as('technician'), id, 'finish')
  const after = await station.api.home.summary({})
  expect({
    badges,
    clock,
    after: after.badges,
    toClaim: after.duties.find(({ duty }) => duty === 'toClaim'),
    lane: (await station.api.claims.lanes({}))[0],
  }).toEqual({
    badges: { workOrders: 1, requests: 0, oldParts: 0, oldPartsLate: 0, claims: 0 },
    clock: expect.objectContaining({
      rule: 'D05',
      subject: 'workOrder',
      subjectId: id,
      subjectNo: no,
      state: 'normal',
      said: { key: 'due.D05', params: expect.objectContaining({ limit: 24 }) },
    }),
    after: { workOrders: 1, requests: 0, oldParts: 1, oldPartsLate: 0, claims: 1 },
    toClaim: { duty: 'toClaim', count: 1, oldest: '2026-11-01' },
    lane: { lane: 'unclaimed', count: 1, totalFen: 8650 + 4800, oldest: '2026-11-01' },
  })
})

test('what waits to be claimed is the pool, on the desk, beside the navigation and in its own list; a sealed batch has left it, its money has not', async () => {
  await aDeliveredOrder(station)
  const counts = async () => {
    const { duties, badges } = await station.api.home.summary({})
    const lanes = await station.api.claims.lanes({})
    const pool = await station.api.claims.list({
      offset: 0,
      limit: 1,
      sort: [],
      text: '',
      filter: { statuses: ['draft', 'ready', 'sentBack'], manufacturerId: null, period: null, batchId: 'none' },
    })
    return {
      desk: duties.find(({ duty }) => duty === 'toClaim')?.count,
      badge: badges.claims,
      pool: pool.total,
      unsent: lanes[0]?.totalFen,
    }
  }
  const before = await counts()
  await takeBatchStep(station.as('claimClerk'), (await aBuiltBatch(station)).id, 'seal')
  expect([before, await counts()]).toEqual([
    { desk: 1, badge: 1, pool: 1, unsent: 8650 + 4800 },
    { desk: 0, badge: 0, pool: 0, unsent: 8650 + 4800 },
  ])
})

test('clocks turn from normal to soon to overdue, and each sees his own', async () => {
  await given.anOrder({ content: { technicianId: given.technician(0) } })
  const clocks = async (api = station.api) =>
    (await api.home.tasks({ mineOnly: true, limit: 10 })).map(({ rule, state }) => `${rule} ${state}`)
  const seen = [await clocks()]
  station.advance({ hours: 20 })
  seen.push(await clocks())
  station.advance({ hours: 5 })
  seen.push(
    await clocks(),
    await clocks(station.as('technician')),
    await clocks(station.as('technician', 1)),
    await clocks(station.as('claimClerk')),
  )
  expect(seen).toEqual([['D05 normal'], ['D05 dueSoon'], ['D05 overdue'], ['D05 overdue'], [], []])
})

const told = ({ kind, title, frameNo = '' }: { kind: string; title: string; frameNo?: string | undefined }) =>
  `${kind} ${title} ${frameNo}`.trim()

test('anything is found: numbers by their end, plates, people, parts', async () => {
  const { no, id } = await given.anOrder()
  const find = async (text: string) => (await station.api.home.find({ text, limit: 20 })).map(told)
  expect({
    whole: await find(no),
    end: await find('202611-0001'),
    tail: await find('0001'),
    plate: await find('7k216'),
    initials: await find('ljh'),
    part: await find('10000-SLB-0100'),
    nothing: await find('%%'),
  }).toEqual({
    whole: [`workOrder ${no}`],
    end: [`workOrder ${no}`],
    tail: expect.arrayContaining([`workOrder ${no}`]),
    plate: ['unit 苏M7K216 LZZ1BLMJ4TJ465057'],
    initials: ['unit 苏M7K216 LZZ1BLMJ4TJ465057'],
    part: ['part 10000-SLB-0100'],
    nothing: [],
  })
  // a number one calls is spaced as everywhere else
  expect((await station.api.home.find({ text: '7k216', limit: 1 }))[0]?.detail).toMatch(/^李建华 1\d{2} \d{4} \d{4} 示例/)
  expect((await station.api.home.find({ text: no, limit: 1 }))[0]).toEqual({
    kind: 'workOrder',
    id,
    title: no,
    detail: '李建华 示例·锐风125 苏M7K216',
    status: 'waiting',
  })
  expect(
    (
      await station.api.home.recall({
        records: [
          { kind: 'unit', id: 1 },
          { kind: 'workOrder', id: 99 },
          { kind: 'workOrder', id },
        ],
      })
    ).map(told),
  ).toEqual(['unit 苏M7K216 LZZ1BLMJ4TJ465057', `workOrder ${no}`])
})

test('a draft is kept per person until it is given up', async () => {
  const reception = station.as('reception')
  await reception.drafts.save({ key: 'order:new', title: '新工单', content: { plateNo: '苏M' } })
  await reception.drafts.save({ key: 'order:new', title: '新工单', content: { plateNo: '苏M7K216' } })
  const kept = [
    await reception.drafts.list({}),
    await reception.drafts.load({ key: 'order:new' }),
    await station.api.drafts.load({ key: 'order:new' }),
  ]
  await reception.drafts.discard({ key: 'order:new' })
  expect([...kept, await reception.drafts.list({})]).toEqual([
    [{ key: 'order:new', title: '新工单', savedAt: station.now() }],
    { content: { plateNo: '苏M7K216' }, savedAt: station.now(), seat: 'test-reception-0' },
    null,
    [],
  ])
})
