import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, contentOnFile, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

describe('saving', () => {
  test('two seats on one order: the second save is a conflict and changes nothing', async () => {
    const { id } = await given.anOrder()
    const { revision, content } = await contentOnFile(station.api, id)
    await station.as('technician').workOrders.save({ id, revision, content: { ...content, checkResult: '先到' }, draftKey: null })
    await expect(
      station.as('reception').workOrders.save({ id, revision, content: { ...content, checkResult: '后到' }, draftKey: null }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await station.api.workOrders.get({ id })).checkResult).toBe('先到')
  })

  test('old parts follow the lines: one row per piece that must go back', async () => {
    const { id } = await given.anOrder({
      content: {
        partLines: [given.aPartLine({ qty: 2 }), given.aPartLine({ partCode: 'X-2', partName: '密封圈', oldPartRequired: false })],
      },
    })
    const statuses = async () =>
      (await station.api.workOrders.get({ id })).returnedParts.map(({ partName, status }) => `${partName} ${status}`)
    expect(await statuses()).toEqual(['点火线圈总成 toCollect', '点火线圈总成 toCollect'])
    const { revision, content } = await contentOnFile(station.api, id)
    await station.api.workOrders.save({
      id,
      revision,
      content: { ...content, partLines: content.partLines.map((line) => ({ ...line, qty: 1 })) },
      draftKey: null,
    })
    expect(await statuses()).toEqual(['点火线圈总成 toCollect'])
  })

  test('what is being typed is judged and summed without being saved', async () => {
    const { verdict, totals, problems } = await station.api.workOrders.assess({
      id: null,
      unitId: null,
      unit: given.aUnit({ purchasedOn: null, invoiceNo: '', warrantyCardNo: '' }),
      content: given.aContent({ faultReason: '坏', nature: 'warranty' }),
    })
    expect({ result: verdict.result, claim: totals.claimTotalFen, problems: problems.map(({ key, field }) => [key, field]) }).toEqual({
      result: 'pending',
      claim: 13450,
      problems: [
        ['order.partNotListed', 'partLines.0.partCode'],
        ['order.textShort', 'faultReason'],
      ],
    })
  })
})
