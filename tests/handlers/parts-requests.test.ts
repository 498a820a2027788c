import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, contentOnFile, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { piecesOf, takeManifestStep, takeRequestStep } from './old-part-stories.ts'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

/** A repair that stands still for a part, and the request for it. */
async function aBorrowing(changes: { oldPartRequired?: boolean } = {}) {
  const order = await given.anOrder({ content: { partLines: [given.aPartLine({ supplyMode: 'borrowed', qty: 2, oldPartRequired: changes.oldPartRequired ?? true })] } })
  await takeStep(station.as('technician'), order.id, 'start')
  const line = (await station.api.workOrders.get({ id: order.id })).partLines[0]
  const { id } = await station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: order.id, kind: 'borrow', lines: [{ partLineId: line?.id ?? 0, qty: 2 }] })
  await takeStep(station.as('partsKeeper'), order.id, 'lackPart')
  return { id, workOrderId: order.id }
}

async function agree(id: number) {
  const { revision, lines, kind, workOrderId, receiver, receiverPhone, shipTo } = await station.api.partsRequests.get({ id })
  await station.api.partsRequests.save({
    id, revision, content: { kind, workOrderId, lines, receiver, receiverPhone, shipTo, agreedBy: '王科长', agreedAt: station.now(), agreedVia: 'phone', neededOn: null, shipMethod: '快递', waybillNo: '', note: '' },
  })
  await takeRequestStep(station.api, id, 'agree')
}

async function lineIdOf(id: number): Promise<number> {
  return (await station.api.partsRequests.get({ id })).lines[0]?.id ?? 0
}

async function arrived(id: number) {
  await agree(id)
  await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
  const lineId = await lineIdOf(id)
  await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1029384756', quantities: [{ lineId, qty: 2 }] })
  await takeRequestStep(station.as('partsKeeper'), id, 'receive', { quantities: [{ lineId, qty: 2 }] })
}

describe('borrowing from the manufacturer', () => {
  test('a request made from an order knows its lines, whom it is for and where the part is to go', async () => {
    const { id, workOrderId } = await aBorrowing()
    const request = await station.api.partsRequests.get({ id })
    expect({
      no: request.no, status: request.status, order: request.workOrderId, customer: request.customerName, shipTo: request.shipTo === '', lines: request.lines.map(({ partCode, qtyRequested }) => [partCode, qtyRequested]),
      open: request.steps.map(({ event, problems }) => [event, problems.filter(({ level }) => level === 'stop').map(({ field }) => field)]),
    }).toEqual({
      no: '', status: 'draft', order: workOrderId, customer: '李建华', shipTo: false, lines: [['X-31310', 2]],
      open: [['agree', ['agreedBy', 'agreedAt', 'agreedVia']], ['withdraw', ['reason']]],
    })
  })

  test('发出 without the tick is refused; with it F15 gets its number and the paper is frozen', async () => {
    const { id } = await aBorrowing()
    await agree(id)
    await expect(takeRequestStep(station.as('partsKeeper'), id, 'send')).rejects.toMatchObject({ code: 'rule', problems: [{ key: 'request.notStamped', field: 'stamped' }] })
    const sent = await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const { no, papers, sentAt } = await station.api.partsRequests.get({ id })
    expect({ status: sent.status, no, papers: papers.map(({ form, number }) => [form, number]), sentAt }).toEqual({
      status: 'sent', no: 'SD0731-BD15-202611-0001', papers: [['F15', 'SD0731-BD15-202611-0001']], sentAt: station.now(),
    })
  })

  test('a request that was sent can no longer be changed', async () => {
    const { id } = await aBorrowing()
    await agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const { revision, ...content } = await station.api.partsRequests.get({ id })
    await expect(station.api.partsRequests.save({ id, revision, content })).rejects.toThrow('求援单已发出')
  })

  test('more sent than asked for is refused at the line; another number arrived is allowed', async () => {
    const { id } = await aBorrowing()
    await agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const lineId = await lineIdOf(id)
    await expect(takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 3 }] })).rejects.toMatchObject({
      problems: [{ key: 'request.sentTooMany', field: 'lines.0.qtySent' }],
    })
    await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(station.as('partsKeeper'), id, 'receive', { quantities: [{ lineId, qty: 1 }] })
    expect((await station.api.partsRequests.get({ id })).lines.map(({ qtyRequested, qtySent, qtyReceived }) => [qtyRequested, qtySent, qtyReceived])).toEqual([[2, 2, 1]])
  })

  test('the part arrived: the repair that waited for it goes on', async () => {
    const { id, workOrderId } = await aBorrowing()
    await arrived(id)
    expect((await station.api.workOrders.get({ id: workOrderId })).status).toBe('repairing')
  })

  test('with the order finished the seven days begin; labels, shipment and the maker’s word carry it to 已核销', async () => {
    const { id, workOrderId } = await aBorrowing()
    await arrived(id)
    await takeStep(station.as('technician'), workOrderId, 'finish')
    const seen: [string, string | null][] = []
    const look = async () => {
      const { status, oldPartDueOn } = await station.api.partsRequests.get({ id })
      seen.push([status, oldPartDueOn])
    }
    await look()
    const { papers } = await station.api.returnedParts.label({ ids: await piecesOf(station.api, workOrderId), form: 'F27' })
    await look()
    const manifest = await station.api.manifests.create({ manufacturerId: given.manufacturerId })
    for (const { labelNo } of papers) await station.api.manifests.pack({ id: manifest.id, boxNo: 1, scan: labelNo })
    await takeManifestStep(station.api, manifest.id, 'seal')
    const { revision, ...content } = await station.api.manifests.get({ id: manifest.id })
    await station.api.manifests.save({ id: manifest.id, revision, content: { ...content, method: 'own' } })
    await takeManifestStep(station.api, manifest.id, 'ship')
    await look()
    await expect(takeRequestStep(station.as('claimClerk'), id, 'settle')).rejects.toMatchObject({ problems: [{ key: 'request.makerNotConfirmed' }] })
    await takeRequestStep(station.as('claimClerk'), id, 'settle', { ticked: true })
    await look()
    expect(seen).toEqual([['fitted', '2026-11-28'], ['oldPartDue', '2026-11-28'], ['oldPartSent', '2026-11-28'], ['settled', '2026-11-28']])
  })

  test('a repair that fails its inspection is not at its end: the seven days begin with the 完工 that stands', async () => {
    const { id, workOrderId } = await aBorrowing()
    await arrived(id)
    await takeStep(station.as('technician', 0), workOrderId, 'finish')
    const seen: (string | null | undefined)[][] = []
    const look = async () => {
      const [request, order] = [await station.api.partsRequests.get({ id }), await station.api.workOrders.get({ id: workOrderId })]
      seen.push([request.status, request.oldPartDueOn, ...order.returnedParts.map(({ dueOn }) => dueOn)])
    }
    await look()
    await takeStep(station.as('technician', 1), workOrderId, 'failInspection', { reason: '仍然熄火' })
    await look()
    station.advance({ days: 9 })
    await station.api.home.advanceClocks({})
    await takeStep(station.as('technician', 0), workOrderId, 'finish')
    await look()
    expect(seen).toEqual([['fitted', '2026-11-28', '2026-11-28', '2026-11-28'], ['fitted', null, null, null], ['fitted', '2026-12-07', '2026-12-07', '2026-12-07']])
  })

  test('a borrowed part whose old one need not go back has no seven days and is settled from 已装车', async () => {
    const { id, workOrderId } = await aBorrowing({ oldPartRequired: false })
    await arrived(id)
    await takeStep(station.as('technician'), workOrderId, 'finish')
    const { status, oldPartDueOn } = await station.api.partsRequests.get({ id })
    expect({ status, oldPartDueOn }).toEqual({ status: 'fitted', oldPartDueOn: null })
    expect((await takeRequestStep(station.as('claimClerk'), id, 'settle')).status).toBe('settled')
  })

  test('撤回 asks for a reason and keeps it', async () => {
    const { id } = await aBorrowing()
    await expect(takeRequestStep(station.api, id, 'withdraw')).rejects.toMatchObject({ problems: [{ field: 'reason' }] })
    await takeRequestStep(station.api, id, 'withdraw', { reason: '本站已有库存' })
    const { status, history } = await station.api.partsRequests.get({ id })
    expect({ status, last: history.at(-1) }).toEqual({ status: 'withdrawn', last: { at: station.now(), by: history[0] && history.at(-1)?.by, event: 'withdraw', note: '本站已有库存' } })
  })

  test('撤回 of a request that was sent voids its F15; one the maker has answered keeps it', async () => {
    const { id } = await aBorrowing()
    await agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const paperOf = async (requestId: number) => (await station.api.partsRequests.get({ id: requestId })).papers[0]
    await expect(station.api.papers.void({ id: (await paperOf(id))?.id ?? 0, reason: '写错', copiesBack: true })).rejects.toMatchObject({ sentence: { key: 'paper.voidByRequest' } })
    await takeRequestStep(station.api, id, 'withdraw', { reason: '本站已有库存' })
    expect(await paperOf(id)).toMatchObject({ number: 'SD0731-BD15-202611-0001', status: 'voided' })
  })

  test('F15 of a refused request is evidence and stays', async () => {
    const { id } = await aBorrowing()
    await agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    await takeRequestStep(station.as('claimClerk'), id, 'refuse', { reason: '厂方无货' })
    const paperId = (await station.api.partsRequests.get({ id })).papers[0]?.id ?? 0
    await expect(station.api.papers.void({ id: paperId, reason: '写错', copiesBack: true })).rejects.toMatchObject({ sentence: { key: 'paper.requestAnswered' } })
  })

  test('a part line is free again once its request came to nothing: the line can go, and the order be cancelled', async () => {
    const { id: orderId } = await given.anOrder()
    const lineId = (await station.api.workOrders.get({ id: orderId })).partLines[0]?.id ?? 0
    const request = await station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: orderId, kind: 'borrow', lines: [{ partLineId: lineId, qty: 1 }] })
    const withoutLines = async () => {
      const { revision, content } = await contentOnFile(station.api, orderId)
      return station.api.workOrders.save({ id: orderId, revision, content: { ...content, partLines: [] }, draftKey: null })
    }
    await expect(withoutLines()).rejects.toMatchObject({ problems: [{ key: 'order.lineRequested' }] })
    await takeRequestStep(station.api, request.id, 'withdraw', { reason: '用户不修了' })
    await withoutLines()
    await takeStep(station.as('reception'), orderId, 'cancel', { reason: '用户不修了' })
    expect((await station.api.partsRequests.get({ id: request.id })).lines.map(({ partCode, workOrderPartLineId }) => [partCode, workOrderPartLineId])).toEqual([['X-31310', null]])
    await expect(station.as('partsKeeper').partsRequests.createFromOrder({ workOrderId: orderId, kind: 'borrow', lines: [{ partLineId: lineId, qty: 1 }] })).rejects.toMatchObject({ sentence: { key: 'request.orderEnded' } })
  })

  test('lines of another order and parts nobody knows are refused in words', async () => {
    const { id } = await aBorrowing()
    const other = await given.anOrder({ unit: { frameNo: 'LDC613P23A1305189', engineNo: '' } })
    const foreign = (await station.api.workOrders.get({ id: other.id })).partLines[0]?.id ?? 0
    const { revision, lines, ...content } = await station.api.partsRequests.get({ id })
    const saved = station.api.partsRequests.save({ id, revision, content: { ...content, lines: lines.map((line) => ({ ...line, workOrderPartLineId: foreign, partId: 99_999 })) } })
    await expect(saved).rejects.toMatchObject({ code: 'invalid', problems: [{ key: 'request.foreignLine', field: 'lines.0' }, { key: 'order.codeUnknown', field: 'lines.0.partId' }] })
  })

  test('a step is refused to who has no right to it, and the program’s own steps to everyone', async () => {
    const { id } = await aBorrowing()
    await agree(id)
    await expect(takeRequestStep(station.as('technician'), id, 'send', { ticked: true })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(takeRequestStep(station.api, id, 'fallOverdue')).rejects.toThrow('由程序自动完成')
  })

  test('the list shows open requests by their due day, the first to return on top', async () => {
    const first = await aBorrowing()
    await arrived(first.id)
    await takeStep(station.as('technician'), first.workOrderId, 'finish')
    station.advance({ days: 6 })
    const { rows, total } = await station.api.partsRequests.list({ offset: 0, limit: 10, sort: [], text: '', filter: { statuses: [], openOnly: true } })
    expect({ total, rows: rows.map(({ id, status, parts, oldPartDueOn, taskState, nextEvent }) => ({ id, status, parts, oldPartDueOn, taskState, nextEvent })) }).toEqual({
      total: 1, rows: [{ id: first.id, status: 'fitted', parts: '点火线圈总成 ×2', oldPartDueOn: '2026-11-28', taskState: 'dueSoon', nextEvent: 'oldPartReady' }],
    })
  })
})
