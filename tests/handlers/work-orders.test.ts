import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

describe('intake', () => {
  test('a walk-in goes straight to 待修 with a number, its history and its clocks', async () => {
    const { id, no } = await given.anOrder()
    const order = await station.api.workOrders.get({ id })
    expect(no).toBe('SD0731-WO-202611-0001')
    expect({ status: order.status, events: order.history.map(({ event }) => event), eligibility: order.eligibility, total: order.totals.claimTotalFen }).toEqual({
      status: 'waiting', events: ['register', 'handOver', 'receive'], eligibility: 'covered', total: 8650 + 4800,
    })
  })
})
