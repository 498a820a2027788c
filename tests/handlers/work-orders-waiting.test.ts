import { afterEach, beforeEach, expect, test } from 'vitest'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

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
  await expect(takeStep(station.as('technician'), id, 'lackPart')).rejects.toMatchObject({ problems: [{ key: 'order.requestMissing', field: 'requests' }] })
  await station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: id, kind: 'borrow', lines: [{ partLineId, qty: 1 }] })
  await takeStep(station.as('technician'), id, 'lackPart')
  const { status, waits } = await station.api.workOrders.get({ id })
  expect({ status, waits }).toEqual({ status: 'awaitingParts', waits: [{ from: station.now(), to: null }] })
})

test('a line that stands on a request cannot be deleted from the order', async () => {
  const { id, partLineId } = await waitingForParts()
  await station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: id, kind: 'borrow', lines: [{ partLineId, qty: 1 }] })
  const { revision } = await station.api.workOrders.get({ id })
  await expect(station.api.workOrders.save({ id, revision, content: given.aContent({ partLines: [] }), draftKey: null })).rejects.toMatchObject({
    problems: [{ key: 'order.lineRequested', field: 'partLines', params: { part: '点火线圈总成', no: '（草稿）' } }],
  })
})
