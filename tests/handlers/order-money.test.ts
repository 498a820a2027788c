import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fen } from '#domain/money'
import { builders, frames, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

const outing = {
  id: null,
  place: '东郊村',
  oneWayKm: 32,
  drivenKm: 64,
  people: 1,
  days: 1,
  nights: 1,
  faresFen: fen(0),
  lodgingFen: null,
  mealFen: null,
  noReceiptApproved: false,
  chargeMode: 'warranty' as const,
  note: '',
}

describe('every 分 of an order is somebody’s', () => {
  test('a paid order whose lines stand under 三包 is not finished: nobody would pay for it', async () => {
    const { id } = await given.anOrder({ content: { nature: 'paid' } })
    await takeStep(station.as('technician'), id, 'start')
    await expect(takeStep(station.as('technician'), id, 'finish')).rejects.toMatchObject({
      problems: [{ key: 'order.nobodyPays', field: 'nature', params: { amount: '134.50' } }],
    })
  })

  test('a 三包 order with a line for the customer is handed over against payment', async () => {
    const mirror = given.aPartLine({
      partCode: 'X-9',
      partName: '后视镜',
      priceFen: fen(1500),
      chargeMode: 'paid',
      oldPartRequired: false,
      isMain: false,
    })
    const { id } = await given.anOrder({ content: { partLines: [given.aPartLine(), mirror] } })
    await takeStep(station.as('technician', 0), id, 'start')
    await takeStep(station.as('technician', 0), id, 'finish')
    await takeStep(station.as('technician', 1), id, 'passInspection')
    const { revision } = await station.api.workOrders.get({ id })
    await station.as('reception').workOrders.issueVoucher({ id, revision })
    await expect(takeStep(station.as('reception'), id, 'deliver', { userSigned: true })).rejects.toMatchObject({
      problems: [{ key: 'order.unpaid', field: 'billPaid' }],
    })
    expect(await takeStep(station.as('reception'), id, 'deliver', { userSigned: true, billPaid: true })).toMatchObject({
      status: 'delivered',
    })
  })
})

describe('amounts nobody can mean', () => {
  test('money below 0 is refused at its field, wherever it is typed (V-12)', async () => {
    const content = {
      partLines: [given.aPartLine({ priceFen: fen(-1) })],
      labourLines: [given.aLabourLine({ rateFen: fen(-1) })],
      outings: [{ ...outing, faresFen: fen(-1), lodgingFen: fen(-1), mealFen: fen(-1) }],
      otherFees: [{ id: null, kind: '折扣', amountFen: fen(-1), chargeMode: 'warranty' as const, note: '' }],
    }
    const refused = await given.anOrder({ content }).then(
      () => [],
      (error: { problems: { field: string }[] }) => error.problems.map(({ field }) => field),
    )
    expect(refused).toEqual([
      'partLines.0.priceFen',
      'labourLines.0.rateFen',
      'outings.0.mealFen',
      'outings.0.lodgingFen',
      'outings.0.faresFen',
      'otherFees.0.amountFen',
    ])
  })

  test('the dearest line that can be typed is reckoned exactly; a dearer one is refused in words', async () => {
    const most = fen(9_999_999_999)
    const { id } = await given.anOrder({
      content: { partLines: Array.from({ length: 100 }, () => given.aPartLine({ priceFen: most, qty: 999, oldPartRequired: false })) },
    })
    expect((await station.api.workOrders.get({ id })).totals.partsFen).toBe(9_999_999_999 * 999 * 100)
    const dearer = given.anOrder({
      unit: { frameNo: frames[1], engineNo: '' },
      content: { partLines: [given.aPartLine({ priceFen: fen(Number.MAX_SAFE_INTEGER), qty: 999 })] },
    })
    await expect(dearer).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('最多 99,999,999.99 元') })
  })

  test('a day or a moment the calendar does not have is refused in words', async () => {
    await expect(given.anOrder({ unit: { purchasedOn: '2026-02-30' as never } })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('日历上有的一天'),
    })
    await expect(given.anOrder({ content: { reportedAt: '2026-11-31T09:00:00.000Z' as never } })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('日历上有的时刻'),
    })
    expect(await given.anOrder({ unit: { manufacturedOn: '2024-02-29' as never } })).toMatchObject({ no: 'SD0731-WO-202611-0001' })
  })
})
