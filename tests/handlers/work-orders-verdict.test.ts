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

describe('the verdict of an order', () => {
  test('an order without proof of purchase needs the chief’s approval before 开工', async () => {
    const { id, revision } = await given.anOrder({ unit: { purchasedOn: null, invoiceNo: '', warrantyCardNo: '' } })
    expect((await station.api.workOrders.get({ id })).eligibility).toBe('pending')
    await expect(takeStep(station.as('technician'), id, 'start')).rejects.toMatchObject({
      problems: [
        { key: 'order.undecided.proof', field: 'unit.invoiceNo' },
        { key: 'order.undecided.purchaseDate', field: 'unit.purchasedOn' },
      ],
    })
    await expect(
      station.as('reception').workOrders.override({ id, revision, approvalNo: 'TP-2026-17', reason: '老用户关怀' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await station.api.workOrders.override({ id, revision, approvalNo: 'TP-2026-17', reason: '老用户关怀' })
    const order = await station.api.workOrders.get({ id })
    expect({ eligibility: order.eligibility, no: order.eligibilityOverride?.approvalNo }).toEqual({
      eligibility: 'special',
      no: 'TP-2026-17',
    })
    expect((await takeStep(station.as('technician'), id, 'start')).status).toBe('repairing')
  })

  test('the days of an earlier 三包 repair move the end of the term, and the repair counts as a repetition', async () => {
    const first = await station.api.workOrders.get({ id: (await given.anOrder({ content: { nature: 'warranty' } })).id })
    await takeStep(station.as('technician'), first.id, 'start')
    station.advance({ days: 9 })
    await takeStep(station.as('technician'), first.id, 'finish')
    await takeStep(station.as('technician', 1), first.id, 'passInspection')
    const { revision } = await station.api.workOrders.get({ id: first.id })
    await station.as('claimClerk').workOrders.issueVoucher({ id: first.id, revision })
    await takeStep(station.as('reception'), first.id, 'deliver', { userSigned: true })
    station.advance({ days: 20 })
    const second = await given.anOrder({ unit: { id: first.unit.id }, content: { mileage: 3300 } })
    const { verdict } = await station.api.workOrders.get({ id: second.id })
    const deducted = verdict.lines.filter(({ key }) => key.startsWith('warranty.deducted')).map(({ key, params }) => [key, params['days']])
    expect({ until: verdict.until, deducted, repeat: verdict.repeat.count }).toEqual({
      until: '2028-03-27',
      deducted: [['warranty.deducted.repair', 10]],
      repeat: 1,
    })
  })
})
