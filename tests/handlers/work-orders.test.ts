import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCustomer, builders, contentOnFile, frames, repaired, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

describe('intake', () => {
  test('a walk-in goes straight to 待修 with a number, its history, its clocks and its sums', async () => {
    const { id, no } = await given.anOrder()
    const order = await station.api.workOrders.get({ id })
    expect({
      no,
      status: order.status,
      events: order.history.map(({ event }) => event),
      eligibility: order.eligibility,
      totals: order.totals,
    }).toEqual({
      no: 'SD0731-WO-202611-0001',
      status: 'waiting',
      events: ['register', 'handOver', 'receive'],
      eligibility: 'covered',
      totals: {
        partsFen: 8650,
        labourFen: 4800,
        outingFen: 0,
        otherFen: 0,
        totalFen: 13450,
        claimPartsFen: 8650,
        claimLabourFen: 4800,
        claimOutingFen: 0,
        claimOtherFen: 0,
        claimTotalFen: 13450,
        payablePartsFen: 0,
        payableLabourFen: 0,
        payableOutingFen: 0,
        payableOtherFen: 0,
        payableFen: 0,
        outingSum: [{ key: 'amounts.outingTotal', params: { amount: '0.00' } }].slice(1),
      },
    })
  })

  test('without a technician the vehicle waits at 待派工, and the step bar says what is missing', async () => {
    const { id } = await given.anOrder({ content: { technicianId: null } })
    const order = await station.as('reception').workOrders.get({ id })
    const receive = order.steps.find((step) => step.event === 'receive')
    expect({ status: order.status, receive }).toEqual({
      status: 'toDispatch',
      receive: {
        event: 'receive',
        word: '接车',
        to: 'waiting',
        allowed: false,
        problems: [{ key: 'order.technicianMissing', params: {}, field: 'technicianId', level: 'stop' }],
      },
    })
  })

  test('an order without telephone or fault is refused with the fields, and nothing is left behind', async () => {
    const refused = given.anOrder({ customer: { phone: '13812345678' }, content: { customerStatement: '' } })
    await expect(refused).rejects.toMatchObject({
      code: 'rule',
      sentence: { key: 'order.stepRefused' },
      problems: [{ key: 'order.statementMissing', field: 'customerStatement' }],
    })
    const { total } = await station.api.customers.list({ offset: 0, limit: 10, sort: [], text: '', filter: { kind: null } })
    expect([total, (await given.anOrder()).no]).toEqual([0, 'SD0731-WO-202611-0001'])
  })

  test('a known vehicle comes back by its id: nothing is typed twice, its mileage has moved on', async () => {
    const first = await station.api.workOrders.get({ id: (await given.anOrder({ content: { mileage: 3200 } })).id })
    station.advance({ days: 30 })
    const again = await station.as('reception').workOrders.create({
      customer: { id: first.customer.id },
      unit: { id: first.unit.id },
      content: given.aContent({ mileage: 3900 }),
      arrive: true,
      draftKey: null,
    })
    const { unit, customer, lastMileage } = await station.api.workOrders.get({ id: again.id })
    expect({ frameNo: unit.frameNo, lastMileage: unit.lastMileage, beforeThisOrder: lastMileage, orders: customer.orderCount }).toEqual({
      frameNo: frames[0],
      lastMileage: 3900,
      beforeThisOrder: 3200,
      orders: 2,
    })
  })

  test('a vehicle on file typed anew is refused at its frame number', async () => {
    await given.anOrder()
    await expect(given.anOrder({ customer: { phone: '13900000001' }, unit: { engineNo: '' } })).rejects.toMatchObject({
      problems: [{ key: 'unit.frameTaken', field: 'unit.frameNo' }],
    })
  })

  test('mileage below the last reading is refused at the field', async () => {
    const first = await station.api.workOrders.get({ id: (await given.anOrder({ content: { mileage: 5000 } })).id })
    station.advance({ days: 10 })
    await expect(given.anOrder({ unit: { id: first.unit.id }, content: { mileage: 4000 } })).rejects.toMatchObject({
      problems: [{ key: 'order.mileageBackwards', field: 'mileage', params: { km: '4,000', lastKm: '5,000', lastOn: '2026-11-21' } }],
    })
  })

  test('the same call sent twice makes one order', async () => {
    const input = {
      customer: { create: aCustomer() },
      unit: { create: given.aUnit() },
      content: given.aContent(),
      arrive: true,
      draftKey: null,
    }
    const api = station.as('reception')
    const first = await api.workOrders.create(input, { callId: 'call-1' })
    expect(await api.workOrders.create(input, { callId: 'call-1' })).toEqual(first)
    expect(
      (
        await api.workOrders.list({
          offset: 0,
          limit: 10,
          sort: [],
          text: '',
          filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
        })
      ).total,
    ).toBe(1)
  })

  test('the same call id with other words is refused: the first answer would pass for the second', async () => {
    const api = station.as('reception')
    const customer = await api.customers.save({ id: null, revision: 0, ...aCustomer(), otherPhone: false }, { callId: 'call-1' })
    const refused = { code: 'conflict', sentence: { key: 'common.callReused' } }
    await expect(
      api.customers.save({ id: null, revision: 0, ...aCustomer({ name: '王小明' }), otherPhone: false }, { callId: 'call-1' }),
    ).rejects.toMatchObject(refused)
    await expect(
      api.workOrders.create(
        { customer: { id: customer.id }, unit: { create: given.aUnit() }, content: given.aContent(), arrive: true, draftKey: null },
        { callId: 'call-1' },
      ),
    ).rejects.toMatchObject(refused)
  })

  test('hidden control characters are taken out with a notice', async () => {
    const { id } = await given.anOrder()
    const { revision, content } = await contentOnFile(station.api, id)
    const saved = await station.api.workOrders.save({
      id,
      revision,
      content: { ...content, faultReason: '线圈\u202E壳体开裂' },
      draftKey: null,
    })
    expect(saved.warnings).toContainEqual({ key: 'text.removed', params: { characters: 'U+202E' }, field: 'faultReason', level: 'warn' })
    expect((await station.api.workOrders.get({ id })).faultReason).toBe('线圈壳体开裂')
  })
})

describe('steps', () => {
  test('完工 without cause and measure names both fields and stays where it was', async () => {
    const { id } = await given.anOrder({ content: { faultReason: '', repairMethod: '' } })
    await takeStep(station.as('technician'), id, 'start')
    await expect(takeStep(station.as('technician'), id, 'finish')).rejects.toMatchObject({
      code: 'rule',
      sentence: { key: 'order.stepRefused', params: { event: '完工', count: 2 } },
      problems: [{ field: 'faultReason' }, { field: 'repairMethod' }],
    })
    expect((await station.api.workOrders.get({ id })).status).toBe('repairing')
  })

  test('完工 makes one claim with a number of its own and starts the old part’s clock', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician'), id, 'start')
    await takeStep(station.as('technician'), id, 'finish')
    const { claim, returnedParts, finishedAt } = await station.api.workOrders.get({ id })
    expect({ claim: [claim?.no, claim?.status], dueOn: returnedParts[0]?.dueOn, finishedAt }).toEqual({
      claim: ['SD0731-CL-202611-0001', 'draft'],
      dueOn: '2026-12-10',
      finishedAt: station.now(),
    })
  })

  test('检验 by the one who repaired is refused; another technician may', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician', 0), id, 'start')
    await takeStep(station.as('technician', 0), id, 'finish')
    await expect(takeStep(station.as('technician', 0), id, 'passInspection')).rejects.toMatchObject({
      problems: [{ key: 'order.inspectorIsTechnician', field: 'inspectorId' }],
    })
    expect((await takeStep(station.as('technician', 1), id, 'passInspection')).status).toBe('inspected')
  })

  test('a step that the state does not have is refused in words', async () => {
    const { id } = await given.anOrder()
    await expect(takeStep(station.as('reception'), id, 'deliver')).rejects.toThrow(
      '当前状态是「待修」，不能「交车」；可能刚被别的座席办过，请看最新内容',
    )
  })

  test('a step is refused to who has no right to it', async () => {
    const { id } = await given.anOrder()
    await expect(takeStep(station.as('claimClerk'), id, 'start')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('检验不合格 sends the job back and the claim is not made twice', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician'), id, 'start')
    await takeStep(station.as('technician'), id, 'finish')
    await takeStep(station.as('technician', 1), id, 'failInspection', { reason: '仍有异响' })
    station.advance({ days: 12 })
    await takeStep(station.as('technician'), id, 'finish')
    const { total, rows } = await station.api.claims.list({
      offset: 0,
      limit: 10,
      sort: [],
      text: '',
      filter: { statuses: [], manufacturerId: null, period: '2026-12', batchId: null },
    })
    expect([total, rows[0]?.no]).toEqual([1, 'SD0731-CL-202611-0001'])
  })

  test('a paid order makes no claim and is delivered against payment, without voucher', async () => {
    const { id } = await given.anOrder({
      content: {
        nature: 'paid',
        partLines: [given.aPartLine({ chargeMode: 'paid', oldPartRequired: false })],
        labourLines: [given.aLabourLine({ chargeMode: 'paid' })],
      },
    })
    await repaired(station, id)
    await expect(takeStep(station.as('reception'), id, 'deliver')).rejects.toMatchObject({
      problems: [{ key: 'order.unpaid', field: 'billPaid' }],
    })
    await takeStep(station.as('reception'), id, 'deliver', { billPaid: true })
    const { status, claim, totals } = await station.api.workOrders.get({ id })
    expect({ status, claim, payable: totals.payableFen }).toEqual({ status: 'delivered', claim: null, payable: 13450 })
  })

  test('取消 needs a reason and no parts on the order', async () => {
    const { id } = await given.anOrder({ content: { partLines: [] } })
    await expect(takeStep(station.as('reception'), id, 'cancel')).rejects.toMatchObject({
      problems: [{ key: 'common.reasonRequired', field: 'reason' }],
    })
    await takeStep(station.as('reception'), id, 'cancel', { reason: '用户改日再来' })
    const { status, history } = await station.api.workOrders.get({ id })
    expect([status, history.at(-1)?.note]).toEqual(['cancelled', '用户改日再来'])
  })

  test('another unknown event is no step', async () => {
    const { id } = await given.anOrder()
    await expect(takeStep(station.api, id, '__proto__')).rejects.toMatchObject({ code: 'invalid' })
  })
})
