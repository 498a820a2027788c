import { afterEach, beforeEach, expect, test } from 'vitest'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { contract } from '#contract/index'
import { takeRequestStep } from './old-part-stories.ts'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-02' })
  given = builders(station)
})
afterEach(() => station.close())

/** Under repair, with a borrowing for its part line that stands at 草稿. */
async function waitingForParts() {
  const { id } = await given.anOrder({ content: { partLines: [given.aPartLine({ supplyMode: 'borrowed' })] } })
  await takeStep(station.as('technician'), id, 'start')
  const { partLines } = await station.api.workOrders.get({ id })
  return { id, partLineId: partLines[0]?.id ?? 0 }
}

test('缺件 needs a request; the days of waiting are kept on the order', async () => {
  const { id, partLineId } = await waitingForParts()
  await expect(takeStep(station.as('technician'), id, 'lackPart')).rejects.toMatchObject({
    problems: [{ key: 'order.requestMissing', field: 'requests' }],
  })
  await station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: id, kind: 'borrow', lines: [{ partLineId, qty: 1 }] })
  await takeStep(station.as('technician'), id, 'lackPart')
  const { status, waits } = await station.api.workOrders.get({ id })
  expect({ status, waits }).toEqual({ status: 'awaitingParts', waits: [{ from: station.now(), to: null }] })
})

test('a line that stands on a request cannot be deleted from the order', async () => {
  const { id, partLineId } = await waitingForParts()
  await station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: id, kind: 'borrow', lines: [{ partLineId, qty: 1 }] })
  const { revision } = await station.api.workOrders.get({ id })
  await expect(
    station.api.workOrders.save({ id, revision, content: given.aContent({ partLines: [] }), draftKey: null }),
  ).rejects.toMatchObject({
    problems: [{ key: 'order.lineRequested', field: 'partLines', params: { part: '点火线圈总成', no: '（草稿）' } }],
  })
})

test('when the part arrives the repair goes on, and the wait is closed', async () => {
  const { id, partLineId } = await waitingForParts()
  const keeper = station.as('partsKeeper')
  const request = await keeper.partsRequests.createFromOrder({ workOrderId: id, kind: 'borrow', lines: [{ partLineId, qty: 1 }] })
  await takeStep(station.as('technician'), id, 'lackPart')
  const from = station.now()
  await agreeAndSend(request.id)
  station.advance({ days: 6 })
  const lineId = (await keeper.partsRequests.get({ id: request.id })).lines[0]?.id ?? 0
  await takeRequestStep(keeper, request.id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 1 }] })
  await takeRequestStep(keeper, request.id, 'receive', { quantities: [{ lineId, qty: 1 }] })
  const { status, waits, requests } = await station.api.workOrders.get({ id })
  expect({ status, waits, requests: requests.map((one) => one.status) }).toEqual({
    status: 'repairing',
    waits: [{ from, to: station.now() }],
    requests: ['arrived'],
  })
})

async function agreeAndSend(id: number): Promise<void> {
  const api = station.as('claimClerk')
  const { revision, ...request } = await api.partsRequests.get({ id })
  const content = contract.partsRequests.save.input.shape.content.parse({
    ...request,
    agreedBy: '马科长',
    agreedAt: station.now(),
    agreedVia: 'phone',
  })
  await api.partsRequests.save({ id, revision, content })
  await takeRequestStep(api, id, 'agree')
  await takeRequestStep(api, id, 'send', { ticked: true })
}
