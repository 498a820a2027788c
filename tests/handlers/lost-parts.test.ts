import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { batchDocument } from '#contract/batch-document'
import { listPolicies, updatePolicy } from '#db/queries/manufacturers'
import { findBatch } from '#db/queries/batches'
import { zeroFen } from '#domain/money'
import { say } from '#domain/sentences/index'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'
import { aFinishedOrder, piecesOf } from './old-part-stories.ts'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

const twoParts = () => [given.aPartLine({ qty: 2 }), given.aPartLine({ partCode: 'X-17500', partName: '油箱总成', isMain: false })]

async function lose(ids: readonly (number | undefined)[], bearer: 'station' | 'paid' = 'station') {
  await station
    .as('chief')
    .returnedParts.step({ ids: ids.map((id) => id ?? 0), event: 'lose', reason: '库房进水报废', storageBin: null, bearer })
}

async function borneBy(workOrderId: number) {
  const { partLines, totals, claim, returnedParts } = await station.api.workOrders.get({ id: workOrderId })
  return {
    lines: partLines.map(({ partName, qty, chargeMode }) => `${partName} ${qty} ${chargeMode}`),
    pieces: returnedParts.map(({ status }) => status),
    claimFen: totals.claimTotalFen,
    payableFen: totals.payableFen,
    claim: claim === null ? null : claim.status,
  }
}

describe('报损 of an old part (domain.md §3.3)', () => {
  test('the piece that was lost leaves the claim with its part, the others stay, and the claim goes to the maker', async () => {
    const order = await aDeliveredOrder(station, { content: { partLines: twoParts() } })
    const [first] = await piecesOf(station.api, order.id)
    const before = (await station.api.claims.get({ id: order.claimId })).claimed.totalFen
    await lose([first])
    expect({ before, ...(await borneBy(order.id)) }).toEqual({
      before: 3 * 8650 + 4800,
      lines: ['点火线圈总成 1 warranty', '点火线圈总成 1 station', '油箱总成 1 warranty'],
      pieces: ['lost', 'labelled', 'labelled'],
      claimFen: 2 * 8650 + 4800,
      payableFen: 0,
      claim: 'draft',
    })
    const { lines, claimed } = await station.api.claims.get({ id: order.claimId })
    expect(lines.map((line) => [line.name, line.qty, line.amountFen, line.claimed, line.lost.map(({ id, note }) => [id, note])])).toEqual([
      ['点火线圈总成', 1, 8650, true, []],
      ['点火线圈总成', 1, 8650, false, [[first, '站担；库房进水报废']]],
      ['油箱总成', 1, 8650, true, []],
      [lines[3]?.name, 80, 4800, true, []],
    ])
    expect(lines.filter((line) => line.claimed).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(claimed.totalFen)
    const piece = await station.api.returnedParts.get({ id: first ?? 0 })
    expect(piece.history.at(-1)).toMatchObject({ event: 'lose', note: '站担；库房进水报废' })

    const built = await aBuiltBatch(station)
    expect([built.claims, built.totalFen, built.refused]).toEqual([1, 2 * 8650 + 4800, []])
    await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    const [claim] = batchDocument.parse(JSON.parse(findBatch(station.db(), built.id)?.document?.toString() ?? '')).claims
    expect([claim?.note, claim?.partLines.map(({ quantity }) => quantity), claim?.oldParts.map(({ status }) => status.code)]).toEqual([
      '1 件旧件报损（点火线圈总成），不在索赔之内',
      [1, 1],
      ['labelled', 'labelled'],
    ])
  })

  test('the customer may bear it instead: then he owes the part, and the order is not closed before he paid', async () => {
    const id = await aFinishedOrder(station, given, { content: { partLines: [given.aPartLine({ chargeMode: 'awaitingOldPart' })] } })
    await lose(await piecesOf(station.api, id), 'paid')
    expect(await borneBy(id)).toMatchObject({ lines: ['点火线圈总成 1 paid'], claimFen: 4800, payableFen: 8650, claim: 'draft' })
  })

  test('with nothing left the claim is void, with the reason; the order keeps its lines', async () => {
    const order = await aDeliveredOrder(station, { content: { partLines: [given.aPartLine()], labourLines: [] } })
    await lose(await piecesOf(station.api, order.id))
    const claim = await station.api.claims.get({ id: order.claimId })
    expect([claim.status, claim.history.at(-1)?.note, (await borneBy(order.id)).lines]).toEqual([
      'voided',
      '库房进水报废',
      ['点火线圈总成 1 station'],
    ])
    await takeStep(station.as('claimClerk'), order.id, 'close')
  })

  test('in a batch that is put together the sum follows; an emptied claim leaves it', async () => {
    const kept = await aDeliveredOrder(station, { content: { partLines: twoParts() } })
    const emptied = await aDeliveredOrder(station, {
      customer: { phone: '13912345678' },
      unit: { frameNo: 'LDC613P23A1305189', engineNo: 'E2-0001', plateNo: '苏M7K217' },
      content: { labourLines: [] },
    })
    const { id } = await aBuiltBatch(station)
    await lose([(await piecesOf(station.api, kept.id))[2], ...(await piecesOf(station.api, emptied.id))])
    const batch = await station.api.batches.get({ id })
    expect([batch.claimCount, batch.totalFen, batch.claims.map(({ workOrderNo }) => workOrderNo)]).toEqual([1, 2 * 8650 + 4800, [kept.no]])
    await takeBatchStep(station.as('claimClerk'), id, 'seal')
  })

  test('a sealed claim stays as it is; once the batch is opened again the piece leaves it', async () => {
    const order = await aDeliveredOrder(station, { content: { partLines: twoParts() } })
    const { id } = await aBuiltBatch(station)
    await takeBatchStep(station.as('claimClerk'), id, 'seal')
    await lose([(await piecesOf(station.api, order.id))[2]])
    const sealed = await borneBy(order.id)
    await takeBatchStep(station.as('claimClerk'), id, 'unseal')
    const batch = await station.api.batches.get({ id })
    expect([sealed.lines.at(-1), sealed.claimFen, (await borneBy(order.id)).lines.at(-1), batch.totalFen]).toEqual([
      '油箱总成 1 warranty',
      3 * 8650 + 4800,
      '油箱总成 1 station',
      2 * 8650 + 4800,
    ])
    await takeBatchStep(station.as('claimClerk'), id, 'seal')
  })

  test('only the chief may, and a line charged to 三包 again is refused by the check of its claim', async () => {
    const id = await aFinishedOrder(station, given)
    const ids = await piecesOf(station.api, id)
    await expect(
      station.as('partsKeeper').returnedParts.step({ ids, event: 'lose', reason: '找不到了', storageBin: null }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await lose(ids)
    const { revision, ...detail } = await station.api.workOrders.get({ id })
    const partLines = detail.partLines.map((line) => ({ ...line, chargeMode: 'warranty' as const }))
    await station.as('technician').workOrders.save({ id, revision, content: { ...detail, partLines }, draftKey: null })
    const { checks } = await station.api.claims.get({ id: detail.claim?.id ?? 0 })
    expect(checks.find(({ rule }) => rule === 'oldParts')?.problems.map(say)).toEqual([
      '零件第 1 行（点火线圈总成）：1 件旧件已报损，不能向厂方索赔，请把这一行的计费改为「站担」或「收费」',
    ])
  })
})

describe('作废 of a claim (domain.md §3.4)', () => {
  test.each([
    ['station', 0],
    ['paid', 8650 + 4800 + 2600],
  ] as const)('leaves the lines of the order to %s', async (bearer, payableFen) => {
    const outing = {
      id: null,
      place: '城东',
      oneWayKm: 12,
      drivenKm: 26,
      people: 1,
      days: 1,
      nights: 0,
      faresFen: zeroFen,
      lodgingFen: null,
      mealFen: null,
      noReceiptApproved: false,
      chargeMode: 'warranty' as const,
      note: '',
    }
    const order = await aDeliveredOrder(station, { content: { repairType: 'outing', outings: [{ ...outing, mealFen: zeroFen }] } })
    const { revision } = await station.api.claims.get({ id: order.claimId })
    await station.as('chief').claims.void({ id: order.claimId, revision, reason: '超过索赔时限', bearer })
    const { partLines, labourLines, outings, totals } = await station.api.workOrders.get({ id: order.id })
    expect([...partLines, ...labourLines, ...outings].map(({ chargeMode }) => chargeMode)).toEqual([bearer, bearer, bearer])
    expect([totals.claimTotalFen, totals.payableFen]).toEqual([0, payableFen])
    const claim = await station.api.claims.get({ id: order.claimId })
    expect([claim.status, claim.history.at(-1)?.note]).toEqual(['voided', `${bearer === 'station' ? '站担' : '收费'}；超过索赔时限`])
  })
})

test('the day by which a claim must be sealed (D34) is the policy’s, in the list as in the check and the task', async () => {
  const order = await aDeliveredOrder(station)
  const shown = async () => {
    const { rows } = await station.api.claims.list({
      offset: 0,
      limit: 5,
      sort: [],
      text: '',
      filter: { statuses: [], manufacturerId: null, period: null, batchId: null },
    })
    const { checks } = await station.api.claims.get({ id: order.claimId })
    return [rows[0]?.dueOn, checks.find(({ rule }) => rule === 'age')?.problems.map(({ params }) => params['limit'])]
  }
  station.advance({ hours: 24 * 20 })
  const usual = await shown()
  station.db().transaction((tx) => {
    for (const { id, revision, params } of listPolicies(tx)) updatePolicy(tx, id, revision, { params: { ...params, claimMaxD: 15 } }, null)
  })
  expect([usual, await shown()]).toEqual([
    ['2027-01-20', []],
    ['2026-12-06', [15]],
  ])
})
