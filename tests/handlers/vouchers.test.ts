import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPaper } from '#db/queries/papers'
import { fen } from '#domain/money'
import { builders, contentOnFile, frames, repaired, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

describe('保修作业凭证', () => {
  test('is issued once after 检验合格, is required at 交车, and freezes what it prints', async () => {
    const { id } = await given.anOrder()
    await takeStep(station.as('technician'), id, 'start')
    const early = await station.api.workOrders.get({ id })
    await expect(station.as('claimClerk').workOrders.issueVoucher({ id, revision: early.revision })).rejects.toThrow('检验合格后才能开具')
    await takeStep(station.as('technician'), id, 'finish')
    await takeStep(station.as('technician', 1), id, 'passInspection')
    await expect(takeStep(station.as('reception'), id, 'deliver', { userSigned: true })).rejects.toMatchObject({
      problems: [{ key: 'order.voucherMissing' }],
    })

    const { revision } = await station.api.workOrders.get({ id })
    const issued = await station.as('claimClerk').workOrders.issueVoucher({ id, revision })
    expect(issued.number).toBe('SD0731-BD16-202611-0001')
    await expect(station.api.workOrders.issueVoucher({ id, revision: issued.revision })).rejects.toThrow(
      '已有有效凭证 SD0731-BD16-202611-0001',
    )

    const onFile = await contentOnFile(station.api, id)
    await expect(
      station.api.workOrders.save({ id, revision: onFile.revision, content: { ...onFile.content, mileage: 3201 }, draftKey: null }),
    ).rejects.toMatchObject({
      sentence: { key: 'order.frozen', params: { number: issued.number } },
      problems: [{ key: 'order.fieldFrozen', field: 'mileage', params: { label: '行驶里程', number: issued.number } }],
    })
    await station.api.workOrders.save({
      id,
      revision: onFile.revision,
      content: { ...onFile.content, note: '用户要旧件照片' },
      draftKey: null,
    })
    expect((await takeStep(station.as('reception'), id, 'deliver', { userSigned: true, userOpinion: '满意' })).status).toBe('delivered')
  })

  test('a refused issue takes no number: neither for what no font has nor for what is missing', async () => {
    const { id } = await given.anOrder({ customer: { name: '王\u{1F600}' } })
    await repaired(station, id)
    const { revision } = await station.api.workOrders.get({ id })
    await expect(station.as('claimClerk').workOrders.issueVoucher({ id, revision })).rejects.toThrow(/打印字体没有的字：.*U\+1F600/)
    const other = await given.anOrder({ customer: { phone: '13900000002' }, unit: { frameNo: frames[1], engineNo: 'SL156FMI-26A00999' } })
    await repaired(station, other.id)
    const { revision: good } = await station.api.workOrders.get({ id: other.id })
    expect((await station.as('claimClerk').workOrders.issueVoucher({ id: other.id, revision: good })).number).toBe(
      'SD0731-BD16-202611-0001',
    )
  })

  test('voided, it can be corrected and issued anew under the next number', async () => {
    const { id } = await given.anOrder()
    await repaired(station, id)
    const { revision } = await station.api.workOrders.get({ id })
    const first = await station.as('claimClerk').workOrders.issueVoucher({ id, revision })
    await station.api.papers.void({ id: first.paperId, reason: '里程写错', copiesBack: true })
    const { revision: now, content } = await contentOnFile(station.api, id)
    await station.api.workOrders.save({ id, revision: now, content: { ...content, mileage: 3210 }, draftKey: null })
    const second = await station.as('claimClerk').workOrders.issueVoucher({ id, revision: now + 1 })
    const { papers, voucherNo } = await station.api.workOrders.get({ id })
    expect({ voucherNo, papers: papers.map(({ number, status }) => [number, status]) }).toEqual({
      voucherNo: second.number,
      papers: [
        ['SD0731-BD16-202611-0002', 'issued'],
        ['SD0731-BD16-202611-0001', 'voided'],
      ],
    })
  })

  test('a mixed order’s voucher and claim carry the 三包 lines only', async () => {
    const { id } = await given.anOrder({
      content: {
        nature: 'mixed',
        partLines: [
          given.aPartLine(),
          given.aPartLine({ partCode: 'X-9', partName: '把套', priceFen: fen(1500), chargeMode: 'paid', oldPartRequired: false }),
        ],
      },
    })
    await repaired(station, id)
    const { totals, claim } = await station.api.workOrders.get({ id })
    expect({ total: totals.totalFen, claimed: totals.claimTotalFen, payable: totals.payableFen, claim: claim?.status }).toEqual({
      total: 14950,
      claimed: 13450,
      payable: 1500,
      claim: 'draft',
    })
  })
})

describe('the paper itself', () => {
  test('holds what was on file when it was issued, whatever happens to the customer afterwards', async () => {
    const { id } = await given.anOrder({
      content: {
        repairType: 'outing',
        outings: [
          {
            id: null,
            place: '东郊村',
            oneWayKm: 32,
            drivenKm: 64,
            people: 1,
            days: 1,
            nights: 0,
            faresFen: fen(0),
            lodgingFen: null,
            mealFen: null,
            noReceiptApproved: false,
            chargeMode: 'warranty' as const,
            note: '',
          },
        ],
      },
    })
    await repaired(station, id)
    const order = await station.api.workOrders.get({ id })
    const { paperId } = await station.as('claimClerk').workOrders.issueVoucher({ id, revision: order.revision })
    await station.as('reception').customers.save({ ...order.customer, phone: '13987654321', address: '搬到城西', otherPhone: false })
    const stored = JSON.parse(findPaper(station.db(), paperId)?.paper ?? '')
    expect({
      customer: [stored.customer.name, stored.customer.phone],
      outing: stored.outing,
      totals: stored.totals,
      ordinal: stored.repairOrdinal,
      inWarranty: stored.inWarranty,
    }).toEqual({
      customer: ['李建华', '13812345678'],
      outing: { place: '东郊村', oneWayKm: 32, people: 1, days: 1, transport: 6400, lodging: 0, meal: 3000, total: 9400 },
      totals: { parts: 8650, labour: 4800, outing: 9400, other: 0, total: 22850 },
      ordinal: 1,
      inWarranty: true,
    })
  })
})
