import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '#contract/index'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeAll(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterAll(() => station.close())

async function deskOf(api: TestHost['api'], mineOnly = true): Promise<Record<string, string[]>> {
  const groups = await api.home.desk({ mineOnly, limit: 10 })
  return Object.fromEntries(
    groups.map(({ group, count, rows }) => [group, [String(count), ...rows.map(({ no, status }) => `${no.slice(-4)} ${status}`)]]),
  )
}

test('one job walks from desk to desk: each sees what is in his hands, the chief everything', async () => {
  const { id } = await given.anOrder({ content: { technicianId: given.technician(0) } })
  const seen: Record<string, unknown> = {}
  const look = async (moment: string) => {
    seen[moment] = {
      reception: await deskOf(station.as('reception')),
      repairer: await deskOf(station.as('technician', 0)),
      other: await deskOf(station.as('technician', 1)),
      keeper: await deskOf(station.as('partsKeeper')),
      clerk: await deskOf(station.as('claimClerk')),
    }
  }
  await look('taken in')
  await takeStep(station.as('technician', 0), id, 'start')
  station.advance({ hours: 2 })
  await takeStep(station.as('technician', 0), id, 'finish')
  await look('finished')
  const arrivals = { arrivals: ['1', '0001 waiting'] }
  expect(seen).toEqual({
    'taken in': { reception: arrivals, repairer: { toRepair: ['1', '0001 waiting'] }, other: {}, keeper: {}, clerk: {} },
    finished: {
      reception: { arrivals: ['1', '0001 finished'] },
      repairer: { toLabel: ['1', '0001 toCollect'] },
      other: { toInspect: ['1', '0001 finished'] },
      keeper: { toLabel: ['1', '0001 toCollect'] },
      clerk: { toClaim: ['1', '0001 draft'], toLabel: ['1', '0001 toCollect'] },
    },
  })
  expect(Object.keys(await deskOf(station.api, false))).toEqual(['toInspect', 'toLabel', 'toClaim'])
})

test("the figures beside the navigation are what lies on one's own desk; old parts that are late are called so", async () => {
  const figures = async (api: TestHost['api']) => {
    const { workOrders, requests, oldParts, oldPartsLate, claims } = (await api.home.summary({})).badges
    return { workOrders, requests, oldParts, oldPartsLate, claims }
  }
  const all = async () => ({
    reception: await figures(station.as('reception')),
    repairer: await figures(station.as('technician', 0)),
    other: await figures(station.as('technician', 1)),
    keeper: await figures(station.as('partsKeeper')),
    clerk: await figures(station.as('claimClerk')),
    chief: await figures(station.api),
  })
  const none = { workOrders: 0, requests: 0, oldParts: 0, oldPartsLate: 0, claims: 0 }
  const today = await all()
  station.advance({ days: 40 })
  const later = await all()
  station.advance({ days: -40 })
  expect(today).toEqual({
    reception: none,
    repairer: { ...none, oldParts: 1 },
    other: { ...none, workOrders: 1 },
    keeper: { ...none, oldParts: 1 },
    clerk: { ...none, oldParts: 1, claims: 1 },
    chief: { ...none, workOrders: 1, oldParts: 1, claims: 1 },
  })
  expect(Object.entries(later).map(([who, { oldPartsLate }]) => [who, oldPartsLate])).toEqual([
    ['reception', 0],
    ['repairer', 1],
    ['other', 0],
    ['keeper', 1],
    ['clerk', 1],
    ['chief', 1],
  ])
})

test('a vehicle given back waits for its call, with the number to dial and the revision to act at; called, it waits to be closed', async () => {
  const { id, no } = await aDeliveredOrder(station, {
    unit: { frameNo: 'LDC613P23A1305189', plateNo: '苏M22222', engineNo: 'E2' },
    customer: { phone: '13912345678' },
  })
  const reception = station.as('reception')
  const call = (await reception.home.desk({ mineOnly: true, limit: 10 })).find(({ group }) => group === 'toCallBack')?.rows[0]
  expect(call).toEqual(
    expect.objectContaining({
      subject: 'workOrder',
      id,
      no,
      status: 'delivered',
      who: '李建华',
      what: '示例·锐风125 苏M22222',
      state: 'normal',
    }),
  )
  await reception.workOrders.step({
    id,
    revision: call?.revision ?? -1,
    event: 'callBack',
    reason: '满意',
    at: null,
    userSigned: null,
    billPaid: null,
    userOpinion: null,
  })
  expect([(await deskOf(reception))['toCallBack'], (await deskOf(station.as('claimClerk')))['toClose']]).toEqual([
    undefined,
    ['1', '0002 calledBack'],
  ])
})

test('待报索赔 is one figure: duty, badge and pool', async () => {
  const { duties, badges } = await station.api.home.summary({})
  const pool = await station.api.claims.list({
    offset: 0,
    limit: 1,
    sort: [],
    text: '',
    filter: { statuses: ['draft', 'sentBack', 'ready'], manufacturerId: null, period: null, batchId: 'none' },
  })
  const [claims] = (await station.as('claimClerk').home.desk({ mineOnly: true, limit: 1 })).filter(({ group }) => group === 'toClaim')
  expect([duties.find(({ duty }) => duty === 'toClaim')?.count, badges.claims, pool.total, claims?.count]).toEqual([2, 2, 2, 2])
})

test('the month: every day, what of it is 三包, and what failed most', async () => {
  const { days, faults, coded, uncoded } = await station.api.home.month({ month: '2026-11' })
  expect({ days: days.length, on21: days[20], faults, coded, uncoded }).toEqual({
    days: 30,
    on21: { day: '2026-11-21', warranty: 2, mixed: 0, paid: 0 },
    faults: [],
    coded: 0,
    uncoded: 2,
  })
  const fault = given.faultCode(
    (await station.api.catalogue.faultCodes({ text: '', manufacturerId: given.manufacturerId, limit: 1 }))[0]?.code ?? '',
  )
  await given.anOrder({
    unit: { frameNo: 'LSJA24U62JG269225', plateNo: '苏M33333', engineNo: 'E3' },
    content: { nature: 'paid', faultCodeId: fault?.id ?? null },
  })
  const after = await station.api.home.month({ month: '2026-11' })
  expect({ on21: after.days[20], faults: after.faults, coded: after.coded }).toEqual({
    on21: { day: '2026-11-21', warranty: 2, mixed: 0, paid: 1 },
    faults: [{ code: fault?.code, text: fault?.text, count: 1 }],
    coded: 1,
  })
  expect(contract.home.month.input.safeParse({ month: '2026-13' }).success).toBe(false)
})

test('dates: old parts by their day, the next reports, no backup yet', async () => {
  const { oldParts, reports, backup } = await station.api.home.dates({})
  expect({
    oldParts: oldParts.filter(({ count }) => count > 0),
    reports: reports.map(({ said, dueOn, state, makers, sentOn }) => [said.key, dueOn, state, makers, sentOn]),
    backup,
  }).toEqual({
    oldParts: [
      { span: 'later', count: 2, oldest: '2026-12-10' },
      { span: 'noDay', count: 1, oldest: null },
    ],
    reports: [
      ['due.D12', '2026-11-30', 'normal', [], null],
      ['due.D13', '2026-12-05', 'normal', [], null],
      ['due.D14', '2026-12-05', 'normal', [], null],
      ['due.D15', '2026-12-05', 'normal', [], null],
      ['due.D16', '2026-12-05', 'normal', [], null],
    ],
    backup: null,
  })
})
