import { expect, test } from 'vitest'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { builders } from '#tests/support/builders'
import { openTestHost } from '#tests/support/host'

test('an old part not packed by its day becomes 逾期 and can still be packed', async () => {
  const station = await openTestHost({ today: '2026-10-20' })
  const order = await aDeliveredOrder(station)
  station.advance({ days: 20 })
  expect(await station.api.home.advanceClocks({})).toEqual({ parts: 0, requests: 0 })
  station.advance({ days: 2 })
  expect(await station.api.home.advanceClocks({})).toEqual({ parts: 1, requests: 0 })
  const { returnedParts } = await station.api.workOrders.get({ id: order.id })
  expect(returnedParts.map(({ status, dueOn }) => ({ status, dueOn }))).toEqual([{ status: 'overdue', dueOn: '2026-11-10' }])
  const manifest = await station.as('partsKeeper').manifests.create({ manufacturerId: builders(station).manufacturerId })
  const packed = await station.as('partsKeeper').manifests.pack({ id: manifest.id, boxNo: 1, scan: returnedParts[0]?.labelNo ?? '' })
  expect(packed.piece.status).toBe('packed')
  await station.close()
})

test('the clock of a claim stops when its batch is sealed and runs again when it is unsealed', async () => {
  const station = await openTestHost({ today: '2026-11-10' })
  await aDeliveredOrder(station)
  const clocks = async () => (await station.api.home.tasks({ mineOnly: false, limit: 100 })).filter((task) => task.rule === 'D34').length
  const built = await aBuiltBatch(station)
  const before = await clocks()
  await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
  const sealed = await clocks()
  await takeBatchStep(station.as('claimClerk'), built.id, 'unseal', { reason: '金额要改' })
  expect([before, sealed, await clocks()]).toEqual([1, 0, 1])
  await station.close()
})
