import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { piecesOf, takeManifestStep, takeRequestStep } from './old-part-stories.ts'
import { borrowings, type Borrowings } from './borrowing-stories.ts'

let station: TestHost
let given: Builders
let stories: Borrowings

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
  stories = borrowings(station, given)
})
afterEach(() => station.close())

/** What the keeper still expects from the maker: on the desk, and in the list it leads to. */
async function stillToCome() {
  const keeper = station.as('partsKeeper')
  const desk = await keeper.home.desk({ mineOnly: true, limit: 10 })
  const { rows } = await keeper.partsRequests.list({ offset: 0, limit: 10, sort: [], text: '', filter: { statuses: [], view: 'toCome' } })
  return {
    desk: desk.filter(({ group }) => group === 'toArrive').flatMap((group) => group.rows.map(({ status, what }) => `${status} ${what}`)),
    list: rows.map(({ status }) => status),
  }
}

describe('borrowing from the manufacturer', () => {
  test('a request made from an order knows its lines, whom it is for and where the part is to go', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    const request = await station.api.partsRequests.get({ id })
    expect({
      no: request.no,
      status: request.status,
      order: request.workOrderId,
      customer: request.customerName,
      shipTo: request.shipTo === '',
      lines: request.lines.map(({ partCode, qtyRequested }) => [partCode, qtyRequested]),
      open: request.steps.map(({ event, problems }) => [event, problems.filter(({ level }) => level === 'stop').map(({ field }) => field)]),
    }).toEqual({
      no: '',
      status: 'draft',
      order: workOrderId,
      customer: '李建华',
      shipTo: false,
      lines: [['X-31310', 2]],
      open: [
        ['agree', ['agreedBy', 'agreedAt', 'agreedVia']],
        ['withdraw', ['reason']],
      ],
    })
  })

  test('发出 without the tick is refused; with it F15 gets its number and the paper is frozen', async () => {
    const { id } = await stories.aBorrowing()
    await stories.agree(id)
    await expect(takeRequestStep(station.as('partsKeeper'), id, 'send')).rejects.toMatchObject({
      code: 'rule',
      problems: [{ key: 'request.notStamped', field: 'stamped' }],
    })
    const sent = await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const { no, papers, sentAt } = await station.api.partsRequests.get({ id })
    expect({ status: sent.status, no, papers: papers.map(({ form, number }) => [form, number]), sentAt }).toEqual({
      status: 'sent',
      no: 'SD0731-BD15-202611-0001',
      papers: [['F15', 'SD0731-BD15-202611-0001']],
      sentAt: station.now(),
    })
    const ofRequests = (ids: readonly number[]) =>
      station.api.papers.list({
        offset: 0,
        limit: 10,
        sort: [],
        text: '',
        filter: { form: null, status: 'issued', period: null },
        filters: [{ field: 'requestId', op: 'ids', value: ids }],
      })
    expect((await ofRequests([id])).rows.map(({ form, number }) => [form, number])).toEqual([['F15', no]])
    expect((await ofRequests([id + 1])).total).toBe(0)
  })

  test('a request that was sent can no longer be changed', async () => {
    const { id } = await stories.aBorrowing()
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const { revision, ...content } = await station.api.partsRequests.get({ id })
    await expect(station.api.partsRequests.save({ id, revision, content })).rejects.toThrow('求援单已发出')
  })

  test('more sent than asked for is refused at the line; another number arrived is allowed', async () => {
    const { id } = await stories.aBorrowing()
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const lineId = await stories.lineIdOf(id)
    await expect(
      takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 3 }] }),
    ).rejects.toMatchObject({
      problems: [{ key: 'request.sentTooMany', field: 'lines.0.qtySent' }],
    })
    await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(station.as('partsKeeper'), id, 'receive', { quantities: [{ lineId, qty: 1 }] })
    expect(
      (await station.api.partsRequests.get({ id })).lines.map(({ qtyRequested, qtySent, qtyReceived }) => [
        qtyRequested,
        qtySent,
        qtyReceived,
      ]),
    ).toEqual([[2, 2, 1]])
  })

  test('what comes in a later parcel is entered too, until all that was asked for is here; a repair that waits for it goes on', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const lineId = await stories.lineIdOf(id)
    await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 1 }] })
    await takeRequestStep(station.as('partsKeeper'), id, 'receive', { quantities: [{ lineId, qty: 1 }] })
    await takeStep(station.as('partsKeeper'), workOrderId, 'lackPart')
    const open = async () => (await station.api.partsRequests.get({ id })).steps.map(({ event }) => event)
    const before = await open()
    const awaited = await stillToCome()
    await takeRequestStep(station.as('partsKeeper'), id, 'receiveRest', { quantities: [{ lineId, qty: 2 }] })
    const { status, lines } = await station.api.partsRequests.get({ id })
    expect({
      before,
      awaited,
      after: await open(),
      awaitedAfter: await stillToCome(),
      status,
      lines: lines.map(({ qtySent, qtyReceived }) => [qtySent, qtyReceived]),
      order: (await station.api.workOrders.get({ id: workOrderId })).status,
    }).toEqual({
      before: ['fit', 'receiveRest', 'sendBack', 'settle'],
      awaited: { desk: ['arrived 点火线圈总成 ×1'], list: ['arrived'] },
      awaitedAfter: { desk: [], list: [] },
      after: ['fit', 'sendBack', 'settle'],
      status: 'arrived',
      lines: [[2, 2]],
      order: 'repairing',
    })
  })

  test('a parcel that comes when the repair is done is entered; its part was fitted after all or goes back, and only then is the borrowing settled', async () => {
    const { id, workOrderId } = await stories.aBorrowing({ oldPartRequired: false })
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const lineId = await stories.lineIdOf(id)
    const keeper = station.as('partsKeeper')
    await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(keeper, id, 'receive', { quantities: [{ lineId, qty: 1 }] })
    await takeStep(station.as('technician'), workOrderId, 'finish')
    const seen: unknown[] = []
    const look = async () => {
      const { status, lines, steps } = await keeper.partsRequests.get({ id })
      const [line] = lines
      seen.push([status, line?.qtySent, line?.qtyReceived, line?.qtyFitted, steps.map(({ event }) => event), (await stillToCome()).desk])
    }
    await look()
    await takeRequestStep(keeper, id, 'receiveRest', { quantities: [{ lineId, qty: 2 }] })
    await look()
    await expect(takeRequestStep(station.as('claimClerk'), id, 'settle')).rejects.toMatchObject({
      problems: [{ key: 'request.restUnused', params: { pieces: 1 } }],
    })
    await takeRequestStep(keeper, id, 'sendBackRest', { reason: 'SF2' })
    await look()
    expect(seen).toEqual([
      ['fitted', 2, 1, 1, ['settle', 'receiveRest'], ['fitted 点火线圈总成 ×1']],
      ['fitted', 2, 2, 1, ['settle', 'fit', 'sendBackRest'], []],
      ['fitted', 1, 1, 1, ['settle', 'receiveRest'], []],
    ])
    expect((await keeper.partsRequests.get({ id })).history.at(-1)).toMatchObject({ event: 'sendBackRest', note: '点火线圈总成 ×1；SF2' })
    expect((await takeRequestStep(station.as('claimClerk'), id, 'settle')).status).toBe('settled')
  })

  test('a late part that was fitted after all leaves the day of 装车 and the seven days as they are', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    await stories.agree(id)
    const keeper = station.as('partsKeeper')
    await takeRequestStep(keeper, id, 'send', { ticked: true })
    const lineId = await stories.lineIdOf(id)
    await takeRequestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(keeper, id, 'receive', { quantities: [{ lineId, qty: 1 }] })
    await takeStep(station.as('technician'), workOrderId, 'finish')
    const { fittedAt, oldPartDueOn } = await keeper.partsRequests.get({ id })
    station.advance({ days: 1 })
    await takeRequestStep(keeper, id, 'receiveRest', { quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(station.as('technician'), id, 'fit', { quantities: [{ lineId, qty: 2 }] })
    const after = await keeper.partsRequests.get({ id })
    expect([after.lines[0]?.qtyFitted, after.fittedAt, after.oldPartDueOn]).toEqual([2, fittedAt, oldPartDueOn])
  })

  test('the part arrived: the repair that waited for it goes on', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    await stories.arrived(id)
    expect((await station.api.workOrders.get({ id: workOrderId })).status).toBe('repairing')
  })

  test('with the order finished the seven days begin; labels, shipment and the maker’s word carry it to 已核销', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    await stories.arrived(id)
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
    await expect(takeRequestStep(station.as('claimClerk'), id, 'settle')).rejects.toMatchObject({
      problems: [{ key: 'request.makerNotConfirmed' }],
    })
    await takeRequestStep(station.as('claimClerk'), id, 'settle', { ticked: true })
    await look()
    expect(seen).toEqual([
      ['fitted', '2026-11-28'],
      ['oldPartDue', '2026-11-28'],
      ['oldPartSent', '2026-11-28'],
      ['settled', '2026-11-28'],
    ])
  })

  test('a repair that fails its inspection is not at its end: the seven days begin with the 完工 that stands', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    await stories.arrived(id)
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
    expect(seen).toEqual([
      ['fitted', '2026-11-28', '2026-11-28', '2026-11-28'],
      ['fitted', null, null, null],
      ['fitted', '2026-12-07', '2026-12-07', '2026-12-07'],
    ])
  })

  test('a borrowed part whose old one need not go back has no seven days and is settled from 已装车', async () => {
    const { id, workOrderId } = await stories.aBorrowing({ oldPartRequired: false })
    await stories.arrived(id)
    await takeStep(station.as('technician'), workOrderId, 'finish')
    const { status, oldPartDueOn } = await station.api.partsRequests.get({ id })
    expect({ status, oldPartDueOn }).toEqual({ status: 'fitted', oldPartDueOn: null })
    expect((await takeRequestStep(station.as('claimClerk'), id, 'settle')).status).toBe('settled')
  })
})
