import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, contentOnFile, frames, takeStep } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, labelOldParts, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-10' })
})
afterEach(() => station.close())

const period = '2026-11'

const builtBatch = () => aBuiltBatch(station, period)

describe('a month of work becomes a batch', () => {
  test('claims that pass enter, the others stay out and say why', async () => {
    const good = await aDeliveredOrder(station)
    const { anOrder } = builders(station)
    const unfinished = await anOrder({ customer: { phone: '13912345678' }, unit: { frameNo: frames[1], engineNo: 'E2-0001' } })
    const silent = await aDeliveredOrder(station, {
      customer: { phone: '13712345678', name: '王喆' },
      unit: { frameNo: frames[2], engineNo: 'E3-0001' },
    })
    const { revision } = await station.api.claims.get({ id: silent.claimId })
    await station.api.claims.void({ id: silent.claimId, revision, reason: '用户改为自费', bearer: 'paid' })

    const built = await builtBatch()
    expect({ claims: built.claims, totalFen: built.totalFen, refused: built.refused }).toEqual({
      claims: 1,
      totalFen: 8650 + 4800,
      refused: [],
    })
    const detail = await station.api.batches.get({ id: built.id })
    expect(detail.claims.map((claim) => claim.workOrderNo)).toEqual([good.no])
    expect(unfinished.no).not.toBe(good.no)
  })

  test('in a draft the claims with findings stand on top', async () => {
    const nth = (at: number, more: object = {}) => ({
      customer: { phone: `1390000000${at}` },
      unit: { frameNo: frames[at] ?? '', engineNo: `E${at}-0001` },
      ...more,
    })
    const plain = await aDeliveredOrder(station, nth(0))
    const short = await aDeliveredOrder(station, nth(1, { content: { customerStatement: '不着' } }))
    const { id } = await builtBatch()
    const { claims } = await station.api.batches.get({ id })
    expect(claims.map(({ workOrderNo, stops, warns }) => [workOrderNo, stops, warns])).toEqual([
      [short.no, 0, 2],
      [plain.no, 0, 1],
    ])
  })

  test('a claim that was given up stays so: no save makes another, and the order can be closed', async () => {
    const order = await aDeliveredOrder(station)
    const { revision } = await station.api.claims.get({ id: order.claimId })
    await station.api.claims.void({ id: order.claimId, revision, reason: '本站自担', bearer: 'station' })
    const onFile = await contentOnFile(station.api, order.id)
    await station.api.workOrders.save({
      id: order.id,
      revision: onFile.revision,
      content: { ...onFile.content, note: '本站自担' },
      draftKey: null,
    })
    await takeStep(station.as('claimClerk'), order.id, 'close')
    const { status, claim } = await station.api.workOrders.get({ id: order.id })
    const built = await station.as('claimClerk').batches.build({ manufacturerId: builders(station).manufacturerId, period })
    expect({ status, claim, built }).toMatchObject({ status: 'closed', claim: null, built: { claims: 0, refused: [] } })
  })

  test('a line that turns 三包 after its claim was ready is claimed with it (M04)', async () => {
    const given = builders(station)
    const order = await given.anOrder({ content: { partLines: [given.aPartLine({ chargeMode: 'awaitingOldPart' })] } })
    await takeStep(station.as('technician', 0), order.id, 'start')
    await takeStep(station.as('technician', 0), order.id, 'finish')
    await takeStep(station.as('technician', 3), order.id, 'passInspection')
    const { revision, claim } = await station.api.workOrders.get({ id: order.id })
    await station.as('reception').workOrders.issueVoucher({ id: order.id, revision })
    await takeStep(station.as('reception'), order.id, 'deliver', { userSigned: true, billPaid: true })
    expect(await station.as('claimClerk').claims.ready({ ids: [claim?.id ?? 0] })).toMatchObject({
      ready: [{ id: claim?.id }],
      refused: [],
    })
    await labelOldParts(station, order.id)
    expect(await builtBatch()).toMatchObject({ claims: 1, totalFen: 8650 + 4800, refused: [] })
  })

  test('a claim without its voucher signature is refused by name and remains a draft', async () => {
    const order = await aDeliveredOrder(station)
    const paper = await station.api.papers.get({ id: order.voucherPaperId })
    await station.api.papers.void({ id: paper.id, reason: '打印错行', copiesBack: true })
    const built = await station.as('claimClerk').batches.build({ manufacturerId: builders(station).manufacturerId, period })
    expect(built).toMatchObject({ id: null, claims: 0, totalFen: 0 })
    expect(built.refused).toMatchObject([{ id: order.claimId, problems: [{ key: 'order.voucherMissing', level: 'stop' }] }])
    expect((await station.api.claims.get({ id: order.claimId })).status).toBe('draft')
    expect(
      (await station.api.batches.list({ offset: 0, limit: 10, sort: [], text: '', filter: { statuses: [], manufacturerId: null } })).total,
    ).toBe(0)
  })

  test('a draft of the month takes in what has become claimable since', async () => {
    await aDeliveredOrder(station)
    const first = await builtBatch()
    await aDeliveredOrder(station, { customer: { phone: '13712345678', name: '王喆' }, unit: { frameNo: frames[2], engineNo: 'E3-0001' } })
    const second = await builtBatch()
    const desk = await station.as('claimClerk').home.desk({ mineOnly: true, limit: 5 })
    expect(
      desk.filter(({ group }) => group === 'toSubmit').flatMap(({ rows }) => rows.map(({ status, what }) => `${status} ${what}`)),
    ).toEqual([`draft ${period} ×2`])
    expect({ same: second.id === first.id, claims: [first.claims, second.claims], entered: second.entered }).toEqual({
      same: true,
      claims: [1, 2],
      entered: 1,
    })
  })

  test('the month proposed is not that of a claim left over, which is too late to go', async () => {
    await aDeliveredOrder(station)
    station.advance({ days: 300 })
    await aDeliveredOrder(station, {
      customer: { phone: '13712345678', name: '王喆' },
      unit: { frameNo: frames[2] ?? '', engineNo: 'E3-0001' },
    })
    const clerk = station.as('claimClerk')
    const { period: proposed } = await clerk.batches.buildPreview({ manufacturerId: null, period: null, claimIds: null })
    expect(proposed).toBe(station.now().slice(0, 7))
  })

  test('a late month chosen by hand says that nothing can go, as building then does', async () => {
    const { claimId } = await aDeliveredOrder(station)
    const clerk = station.as('claimClerk')
    expect(await clerk.claims.ready({ ids: [claimId] })).toMatchObject({ ready: [{ id: claimId }] })
    station.advance({ days: 61 })
    const { manufacturerId } = builders(station)
    const { ready, unchecked, late } = await clerk.batches.buildPreview({ manufacturerId, period, claimIds: null })
    const built = await clerk.batches.build({ manufacturerId, period })
    expect({ ready: ready.count, unchecked, late, built: [built.id, built.refused.map(({ problems }) => problems[0]?.key)] }).toEqual({
      ready: 0,
      unchecked: 0,
      late: 1,
      built: [null, ['claim.tooOld']],
    })
  })

  test('chosen claims go into the draft of their manufacturer and month; one of another month or of a sealed batch comes back with its reason', async () => {
    const given = (nth: number) => ({
      customer: { phone: `1371234567${nth}`, name: '王喆' },
      unit: { frameNo: frames[nth] ?? '', engineNo: `E${nth}-0001` },
    })
    const first = await aDeliveredOrder(station)
    const draft = await builtBatch()
    const second = await aDeliveredOrder(station, given(1))
    const left = await aDeliveredOrder(station, given(2))
    const clerk = station.as('claimClerk')
    const { manufacturerId } = builders(station)
    station.advance({ days: 25 })
    const later = await aDeliveredOrder(station, given(3))
    const chosen = [second.claimId, later.claimId]

    const seen = await clerk.batches.buildPreview({ manufacturerId: null, period: null, claimIds: chosen })
    expect(seen).toEqual({
      manufacturerId,
      period,
      makers: [manufacturerId],
      ready: { count: 0, totalFen: 0 },
      unchecked: 1,
      late: 0,
      strays: 1,
      draft: { id: draft.id, claims: 1, totalFen: draft.totalFen },
    })
    const put = await clerk.batches.build({ manufacturerId, period, claimIds: chosen })
    expect(put).toMatchObject({
      id: draft.id,
      revision: (await station.api.batches.get({ id: draft.id })).revision,
      claims: 2,
      entered: 1,
      refused: [{ id: later.claimId, problems: [{ key: 'batch.claimOtherPeriod' }] }],
    })

    await takeBatchStep(clerk, draft.id, 'seal')
    const { no } = await station.api.batches.get({ id: draft.id })
    const further = await clerk.batches.build({ manufacturerId, period, claimIds: [left.claimId, first.claimId] })
    expect({ isFurther: further.id !== draft.id, ...further }).toMatchObject({
      isFurther: true,
      claims: 1,
      refused: [{ id: first.claimId, workOrderId: first.id, problems: [{ key: 'batch.claimElsewhere', params: { batchNo: no } }] }],
    })
  })
})

describe('sealing', () => {
  test('freezes batch.json before F19, which bears the batch number and the hash', async () => {
    await aDeliveredOrder(station)
    const built = await builtBatch()
    const sealed = await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    const batch = await station.api.batches.get({ id: built.id })
    const paper = await station.api.papers.get({ id: sealed.paperId ?? 0 })
    expect({ no: sealed.no, number: paper.number, form: paper.form, copies: paper.copies.length }).toEqual({
      no: 'SD0731-BD19-202611-0001',
      number: 'SD0731-BD19-202611-0001',
      form: 'F19',
      copies: 3,
    })
    expect(batch.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('asks for two different people', async () => {
    await aDeliveredOrder(station)
    const built = await builtBatch()
    await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    await expect(takeBatchStep(station.as('claimClerk'), built.id, 'confirm')).rejects.toMatchObject({
      code: 'rule',
      problems: [{ key: 'batch.samePerson' }],
    })
    await expect(station.as('claimClerk').batches.export({ id: built.id, exportId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'rule',
      problems: [{ key: 'batch.secondHandlerMissing' }],
    })
    await takeBatchStep(station.as('claimClerk', 1), built.id, 'confirm')
    const { handler, secondHandler, singlePerson } = await station.api.batches.get({ id: built.id })
    expect({ differs: handler !== secondHandler, named: secondHandler !== '', singlePerson }).toEqual({
      differs: true,
      named: true,
      singlePerson: false,
    })
  })

  test('a technician may not seal', async () => {
    await aDeliveredOrder(station)
    const built = await builtBatch()
    await expect(takeBatchStep(station.as('technician'), built.id, 'seal')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('unsealing voids F19, keeps the batch number, and the next F19 takes a number of its own', async () => {
    await aDeliveredOrder(station)
    const built = await builtBatch()
    await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    await takeBatchStep(station.as('claimClerk'), built.id, 'unseal', { reason: '金额要改' })
    const again = await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    const { papers } = await station.api.batches.get({ id: built.id })
    expect(again.no).toBe('SD0731-BD19-202611-0001')
    expect(papers.map(({ number, status }) => [number, status])).toEqual([
      ['SD0731-BD19-202611-0002', 'issued'],
      ['SD0731-BD19-202611-0001', 'voided'],
    ])
  })
})
