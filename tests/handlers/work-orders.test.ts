import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPaper } from '#db/queries/papers'
import { fen } from '#domain/money'
import { aCustomer, builders, contentOnFile, frames, takeStep, type Builders } from '#tests/support/builders'
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
    expect({ no, status: order.status, events: order.history.map(({ event }) => event), eligibility: order.eligibility, totals: order.totals }).toEqual({
      no: 'SD0731-WO-202611-0001', status: 'waiting', events: ['register', 'handOver', 'receive'], eligibility: 'covered',
      totals: {
        partsFen: 8650, labourFen: 4800, outingFen: 0, otherFen: 0, totalFen: 13450, claimPartsFen: 8650, claimLabourFen: 4800, claimOutingFen: 0, claimOtherFen: 0,
        claimTotalFen: 13450, payablePartsFen: 0, payableLabourFen: 0, payableOutingFen: 0, payableOtherFen: 0, payableFen: 0, outingSum: [{ key: 'amounts.outingTotal', params: { amount: '0.00' } }].slice(1),
      },
    })
  })

  test('without a technician the vehicle waits at 待派工, and the step bar says what is missing', async () => {
    const { id } = await given.anOrder({ content: { technicianId: null } })
    const order = await station.as('reception').workOrders.get({ id })
    const receive = order.steps.find((step) => step.event === 'receive')
    expect({ status: order.status, receive }).toEqual({
      status: 'toDispatch',
      receive: { event: 'receive', word: '接车', to: 'waiting', allowed: false, problems: [{ key: 'order.technicianMissing', params: {}, field: 'technicianId', level: 'stop' }] },
    })
  })

  test('an order without telephone or fault is refused with the fields, and nothing is left behind', async () => {
    const refused = given.anOrder({ customer: { phone: '13812345678' }, content: { customerStatement: '' } })
    await expect(refused).rejects.toMatchObject({ code: 'rule', sentence: { key: 'order.stepRefused' }, problems: [{ key: 'order.statementMissing', field: 'customerStatement' }] })
    const { total } = await station.api.customers.list({ offset: 0, limit: 10, sort: [], text: '', filter: { kind: null } })
    expect([total, (await given.anOrder()).no]).toEqual([0, 'SD0731-WO-202611-0001'])
  })

  test('a known vehicle comes back by its id: nothing is typed twice, its mileage has moved on', async () => {
    const first = await station.api.workOrders.get({ id: (await given.anOrder({ content: { mileage: 3200 } })).id })
    station.advance({ days: 30 })
    const again = await station.as('reception').workOrders.create({
      customer: { id: first.customer.id }, unit: { id: first.unit.id }, content: given.aContent({ mileage: 3900 }), arrive: true, draftKey: null,
    })
    const { unit, customer } = await station.api.workOrders.get({ id: again.id })
    expect({ frameNo: unit.frameNo, lastMileage: unit.lastMileage, orders: customer.orderCount }).toEqual({ frameNo: frames[0], lastMileage: 3900, orders: 2 })
  })

  test('a vehicle on file typed anew is refused at its frame number', async () => {
    await given.anOrder()
    await expect(given.anOrder({ customer: { phone: '13900000001' }, unit: { engineNo: '' } })).rejects.toMatchObject({ problems: [{ key: 'unit.frameTaken', field: 'unit.frameNo' }] })
  })

  test('mileage below the last reading is refused at the field', async () => {
    const first = await station.api.workOrders.get({ id: (await given.anOrder({ content: { mileage: 5000 } })).id })
    station.advance({ days: 10 })
    await expect(given.anOrder({ unit: { id: first.unit.id }, content: { mileage: 4000 } })).rejects.toMatchObject({
      problems: [{ key: 'order.mileageBackwards', field: 'mileage', params: { km: '4,000', lastKm: '5,000', lastOn: '2026-11-21' } }],
    })
  })

  test('the same call sent twice makes one order', async () => {
    const input = { customer: { create: aCustomer() }, unit: { create: given.aUnit() }, content: given.aContent(), arrive: true, draftKey: null }
    const api = station.as('reception')
    const first = await api.workOrders.create(input, { callId: 'call-1' })
    expect(await api.workOrders.create(input, { callId: 'call-1' })).toEqual(first)
    expect((await api.workOrders.list({ offset: 0, limit: 10, sort: [], text: '', filter: { statuses: [], nature: null, technicianId: null, view: 'all' } })).total).toBe(1)
  })

  test('the same call id with other words is refused: the first answer would pass for the second', async () => {
    const api = station.as('reception')
    const customer = await api.customers.save({ id: null, revision: 0, ...aCustomer(), otherPhone: false }, { callId: 'call-1' })
    const refused = { code: 'conflict', sentence: { key: 'common.callReused' } }
    await expect(api.customers.save({ id: null, revision: 0, ...aCustomer({ name: '王小明' }), otherPhone: false }, { callId: 'call-1' })).rejects.toMatchObject(refused)
    await expect(api.workOrders.create({ customer: { id: customer.id }, unit: { create: given.aUnit() }, content: given.aContent(), arrive: true, draftKey: null }, { callId: 'call-1' })).rejects.toMatchObject(refused)
  })

  test('hidden control characters are taken out with a notice', async () => {
    const { id } = await given.anOrder()
    const { revision, content } = await contentOnFile(station.api, id)
    const saved = await station.api.workOrders.save({ id, revision, content: { ...content, faultReason: '线圈\u202E壳体开裂' }, draftKey: null })
    expect(saved.warnings).toContainEqual({ key: 'text.removed', params: { characters: 'U+202E' }, field: 'faultReason', level: 'warn' })
    expect((await station.api.workOrders.get({ id })).faultReason).toBe('线圈壳体开裂')
  })
})

describe('saving', () => {
  test('two seats on one order: the second save is a conflict and changes nothing', async () => {
    const { id } = await given.anOrder()
    const { revision, content } = await contentOnFile(station.api, id)
    await station.as('technician').workOrders.save({ id, revision, content: { ...content, checkResult: '先到' }, draftKey: null })
    await expect(station.as('reception').workOrders.save({ id, revision, content: { ...content, checkResult: '后到' }, draftKey: null })).rejects.toMatchObject({ code: 'conflict' })
    expect((await station.api.workOrders.get({ id })).checkResult).toBe('先到')
  })

  test('old parts follow the lines: one row per piece that must go back', async () => {
    const { id } = await given.anOrder({ content: { partLines: [given.aPartLine({ qty: 2 }), given.aPartLine({ partCode: 'X-2', partName: '密封圈', oldPartRequired: false })] } })
    const statuses = async () => (await station.api.workOrders.get({ id })).returnedParts.map(({ partName, status }) => `${partName} ${status}`)
    expect(await statuses()).toEqual(['点火线圈总成 toCollect', '点火线圈总成 toCollect'])
    const { revision, content } = await contentOnFile(station.api, id)
    await station.api.workOrders.save({ id, revision, content: { ...content, partLines: content.partLines.map((line) => ({ ...line, qty: 1 })) }, draftKey: null })
    expect(await statuses()).toEqual(['点火线圈总成 toCollect'])
  })

  test('what is being typed is judged and summed without being saved', async () => {
    const { verdict, totals, problems } = await station.api.workOrders.assess({
      id: null, unitId: null, unit: given.aUnit({ purchasedOn: null, invoiceNo: '', warrantyCardNo: '' }), content: given.aContent({ faultReason: '坏', nature: 'warranty' }),
    })
    expect({ result: verdict.result, claim: totals.claimTotalFen, problems: problems.map(({ key, field }) => [key, field]) }).toEqual({
      result: 'pending', claim: 13450, problems: [['order.partNotListed', 'partLines.0.partCode'], ['order.textShort', 'faultReason']],
    })
  })
})

/** 待修 → 已检验, by the people whose work it is. */
async function repaired(id: number): Promise<void> {
  await takeStep(station.as('technician', 0), id, 'start')
  await takeStep(station.as('technician', 0), id, 'finish')
  await takeStep(station.as('technician', 1), id, 'passInspection')
}

describe('steps', () => {
  test('完工 without cause and measure names both fields and stays where it was', async () => {
    const { id } = await given.anOrder({ content: { faultReason: '', repairMethod: '' } })
    await takeStep(station.as('technician'), id, 'start')
    await expect(takeStep(station.as('technician'), id, 'finish')).rejects.toMatchObject({
      code: 'rule', sentence: { key: 'order.stepRefused', params: { event: '完工', count: 2 } }, problems: [{ field: 'faultReason' }, { field: 'repairMethod' }],
    })
    expect((await station.api.workOrders.get({ id })).status).toBe('repairing')
  })

  test('完工 makes one claim with a number of its own and starts the old part’s clock', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician'), id, 'start')
    await takeStep(station.as('technician'), id, 'finish')
    const { claim, returnedParts, finishedAt } = await station.api.workOrders.get({ id })
    expect({ claim: [claim?.no, claim?.status], dueOn: returnedParts[0]?.dueOn, finishedAt }).toEqual({ claim: ['SD0731-CL-202611-0001', 'draft'], dueOn: '2026-12-10', finishedAt: station.now() })
  })

  test('检验 by the one who repaired is refused; another technician may', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician', 0), id, 'start')
    await takeStep(station.as('technician', 0), id, 'finish')
    await expect(takeStep(station.as('technician', 0), id, 'passInspection')).rejects.toMatchObject({ problems: [{ key: 'order.inspectorIsTechnician', field: 'inspectorId' }] })
    expect((await takeStep(station.as('technician', 1), id, 'passInspection')).status).toBe('inspected')
  })

  test('a step that the state does not have is refused in words', async () => {
    const { id } = await given.anOrder()
    await expect(takeStep(station.as('reception'), id, 'deliver')).rejects.toThrow('当前状态是「待修」，不能「交车」；可能刚被别的座席办过，请看最新内容')
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
    const { total, rows } = await station.api.claims.list({ offset: 0, limit: 10, sort: [], text: '', filter: { statuses: [], manufacturerId: null, period: '2026-12', batchId: null } })
    expect([total, rows[0]?.no]).toEqual([1, 'SD0731-CL-202611-0001'])
  })

  test('a paid order makes no claim and is delivered against payment, without voucher', async () => {
    const { id } = await given.anOrder({ content: { nature: 'paid', partLines: [given.aPartLine({ chargeMode: 'paid', oldPartRequired: false })], labourLines: [given.aLabourLine({ chargeMode: 'paid' })] } })
    await repaired(id)
    await expect(takeStep(station.as('reception'), id, 'deliver')).rejects.toMatchObject({ problems: [{ key: 'order.unpaid', field: 'billPaid' }] })
    await takeStep(station.as('reception'), id, 'deliver', { billPaid: true })
    const { status, claim, totals } = await station.api.workOrders.get({ id })
    expect({ status, claim, payable: totals.payableFen }).toEqual({ status: 'delivered', claim: null, payable: 13450 })
  })

  test('取消 needs a reason and no parts on the order', async () => {
    const { id } = await given.anOrder({ content: { partLines: [] } })
    await expect(takeStep(station.as('reception'), id, 'cancel')).rejects.toMatchObject({ problems: [{ key: 'common.reasonRequired', field: 'reason' }] })
    await takeStep(station.as('reception'), id, 'cancel', { reason: '用户改日再来' })
    const { status, history } = await station.api.workOrders.get({ id })
    expect([status, history.at(-1)?.note]).toEqual(['cancelled', '用户改日再来'])
  })

  test('another unknown event is no step', async () => {
    const { id } = await given.anOrder()
    await expect(takeStep(station.api, id, '__proto__')).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('保外特批', () => {
  test('an order without proof of purchase needs the chief’s approval before 开工', async () => {
    const { id, revision } = await given.anOrder({ unit: { purchasedOn: null, invoiceNo: '', warrantyCardNo: '' } })
    expect((await station.api.workOrders.get({ id })).eligibility).toBe('pending')
    await expect(takeStep(station.as('technician'), id, 'start')).rejects.toMatchObject({ problems: [{ key: 'order.undecided.proof', field: 'unit.invoiceNo' }, { key: 'order.undecided.purchaseDate', field: 'unit.purchasedOn' }] })
    await expect(station.as('reception').workOrders.override({ id, revision, approvalNo: 'TP-2026-17', reason: '老用户关怀' })).rejects.toMatchObject({ code: 'forbidden' })
    await station.api.workOrders.override({ id, revision, approvalNo: 'TP-2026-17', reason: '老用户关怀' })
    const order = await station.api.workOrders.get({ id })
    expect({ eligibility: order.eligibility, no: order.eligibilityOverride?.approvalNo }).toEqual({ eligibility: 'special', no: 'TP-2026-17' })
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
    expect({ until: verdict.until, deducted, repeat: verdict.repeat.count }).toEqual({ until: '2028-03-27', deducted: [['warranty.deducted.repair', 10]], repeat: 1 })
  })
})

describe('保修作业凭证', () => {
  test('is issued once after 检验合格, is required at 交车, and freezes what it prints', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician'), id, 'start')
    const early = await station.api.workOrders.get({ id })
    await expect(station.as('claimClerk').workOrders.issueVoucher({ id, revision: early.revision })).rejects.toThrow('检验合格后才能开具')
    await takeStep(station.as('technician'), id, 'finish')
    await takeStep(station.as('technician', 1), id, 'passInspection')
    await expect(takeStep(station.as('reception'), id, 'deliver', { userSigned: true })).rejects.toMatchObject({ problems: [{ key: 'order.voucherMissing' }] })

    const { revision } = await station.api.workOrders.get({ id })
    const issued = await station.as('claimClerk').workOrders.issueVoucher({ id, revision })
    expect(issued.number).toBe('SD0731-BD16-202611-0001')
    await expect(station.api.workOrders.issueVoucher({ id, revision: issued.revision })).rejects.toThrow('已有有效凭证 SD0731-BD16-202611-0001')

    const onFile = await contentOnFile(station.api, id)
    await expect(station.api.workOrders.save({ id, revision: onFile.revision, content: { ...onFile.content, mileage: 3201 }, draftKey: null })).rejects.toMatchObject({
      sentence: { key: 'order.frozen', params: { number: issued.number } }, problems: [{ key: 'order.fieldFrozen', field: 'mileage', params: { label: '行驶里程', number: issued.number } }],
    })
    await station.api.workOrders.save({ id, revision: onFile.revision, content: { ...onFile.content, note: '用户要旧件照片' }, draftKey: null })
    expect((await takeStep(station.as('reception'), id, 'deliver', { userSigned: true, userOpinion: '满意' })).status).toBe('delivered')
  })

  test('a refused issue takes no number: neither for what no font has nor for what is missing', async () => {
    const { id } = await given.anOrder({ customer: { name: '王\u{1F600}' } })
    await repaired(id)
    const { revision } = await station.api.workOrders.get({ id })
    await expect(station.as('claimClerk').workOrders.issueVoucher({ id, revision })).rejects.toThrow(/打印字体没有的字：.*U\+1F600/)
    const other = await given.anOrder({ customer: { phone: '13900000002' }, unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00999' } })
    await repaired(other.id)
    const { revision: good } = await station.api.workOrders.get({ id: other.id })
    expect((await station.as('claimClerk').workOrders.issueVoucher({ id: other.id, revision: good })).number).toBe('SD0731-BD16-202611-0001')
  })

  test('voided, it can be corrected and issued anew under the next number', async () => {
    const { id } = await given.anOrder()
    await repaired(id)
    const { revision } = await station.api.workOrders.get({ id })
    const first = await station.as('claimClerk').workOrders.issueVoucher({ id, revision })
    await station.api.papers.void({ id: first.paperId, reason: '里程写错', copiesBack: true })
    const { revision: now, content } = await contentOnFile(station.api, id)
    await station.api.workOrders.save({ id, revision: now, content: { ...content, mileage: 3210 }, draftKey: null })
    const second = await station.as('claimClerk').workOrders.issueVoucher({ id, revision: now + 1 })
    const { papers, voucherNo } = await station.api.workOrders.get({ id })
    expect({ voucherNo, papers: papers.map(({ number, status }) => [number, status]) }).toEqual({
      voucherNo: second.number, papers: [['SD0731-BD16-202611-0002', 'issued'], ['SD0731-BD16-202611-0001', 'voided']],
    })
  })

  test('a mixed order’s voucher and claim carry the 三包 lines only', async () => {
    const { id } = await given.anOrder({ content: { nature: 'mixed', partLines: [given.aPartLine(), given.aPartLine({ partCode: 'X-9', partName: '把套', priceFen: fen(1500), chargeMode: 'paid', oldPartRequired: false })] } })
    await repaired(id)
    const { totals, claim } = await station.api.workOrders.get({ id })
    expect({ total: totals.totalFen, claimed: totals.claimTotalFen, payable: totals.payableFen, claim: claim?.status }).toEqual({ total: 14950, claimed: 13450, payable: 1500, claim: 'draft' })
  })
})

describe('the paper itself', () => {
  test('holds what was on file when it was issued, whatever happens to the customer afterwards', async () => {
    const { id } = await given.anOrder({ content: { repairType: 'outing', outings: [{ id: null, place: '东郊村', oneWayKm: 32, drivenKm: 64, people: 1, days: 1, nights: 0, faresFen: fen(0), lodgingFen: null, mealFen: null, noReceiptApproved: false, chargeMode: 'warranty' as const, note: '' }] } })
    await repaired(id)
    const order = await station.api.workOrders.get({ id })
    const { paperId } = await station.as('claimClerk').workOrders.issueVoucher({ id, revision: order.revision })
    await station.as('reception').customers.save({ ...order.customer, phone: '13987654321', address: '搬到城西', otherPhone: false })
    const stored = JSON.parse(findPaper(station.db(), paperId)?.paper ?? '')
    expect({ customer: [stored.customer.name, stored.customer.phone], outing: stored.outing, totals: stored.totals, ordinal: stored.repairOrdinal, inWarranty: stored.inWarranty }).toEqual({
      customer: ['李建华', '13812345678'], outing: { place: '东郊村', oneWayKm: 32, people: 1, days: 1, transport: 6400, lodging: 0, meal: 3000, total: 9400 },
      totals: { parts: 8650, labour: 4800, outing: 9400, other: 0, total: 22850 }, ordinal: 1, inWarranty: true,
    })
  })
})
