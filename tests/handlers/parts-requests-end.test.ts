import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, contentOnFile, takeStep, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { takeRequestStep } from './old-part-stories.ts'
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

describe('how a request ends', () => {
  test('a parcel that comes after 核销 is entered and stands on the desk until it goes back; what was settled stays settled', async () => {
    const { id, workOrderId } = await stories.aBorrowing({ oldPartRequired: false })
    await stories.agree(id)
    const [keeper, clerk, lineId] = [station.as('partsKeeper'), station.as('claimClerk'), await stories.lineIdOf(id)]
    await takeRequestStep(keeper, id, 'send', { ticked: true })
    await takeRequestStep(clerk, id, 'ship', { waybillNo: 'SF1', quantities: [{ lineId, qty: 2 }] })
    await takeRequestStep(keeper, id, 'receive', { quantities: [{ lineId, qty: 1 }] })
    await takeStep(station.as('technician'), workOrderId, 'finish')
    await takeRequestStep(clerk, id, 'settle')
    const seen: unknown[] = []
    const look = async () => {
      const { status, lines, steps } = await keeper.partsRequests.get({ id })
      const desk = await keeper.home.desk({ mineOnly: true, limit: 10 })
      const { total } = await keeper.partsRequests.list({
        offset: 0,
        limit: 10,
        sort: [],
        text: '',
        filter: { statuses: [], view: 'unused' },
      })
      const waits = desk.filter(({ group }) => group === 'toGiveBack').flatMap(({ rows }) => rows.map(({ what }) => what))
      seen.push([
        status,
        lines.map(({ qtyReceived, qtyFitted }) => [qtyReceived, qtyFitted]),
        steps.map(({ event }) => event),
        waits,
        total,
      ])
    }
    await look()
    await takeRequestStep(keeper, id, 'receiveRest', { quantities: [{ lineId, qty: 2 }] })
    await look()
    await takeRequestStep(keeper, id, 'sendBackRest', { reason: 'SF2' })
    await look()
    expect(seen).toEqual([
      ['settled', [[1, 1]], ['receiveRest'], [], 0],
      ['settled', [[2, 1]], ['sendBackRest'], ['点火线圈总成 ×1'], 1],
      ['settled', [[1, 1]], ['receiveRest'], [], 0],
    ])
  })

  test('撤回 asks for a reason and keeps it', async () => {
    const { id } = await stories.aBorrowing()
    await expect(takeRequestStep(station.api, id, 'withdraw')).rejects.toMatchObject({ problems: [{ field: 'reason' }] })
    await takeRequestStep(station.api, id, 'withdraw', { reason: '本站已有库存' })
    const { status, history } = await station.api.partsRequests.get({ id })
    expect({ status, last: history.at(-1) }).toEqual({
      status: 'withdrawn',
      last: { at: station.now(), by: history[0] && history.at(-1)?.by, event: 'withdraw', note: '本站已有库存' },
    })
  })

  test('撤回 of a request that was sent voids its F15; one the maker has answered keeps it', async () => {
    const { id } = await stories.aBorrowing()
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    const paperOf = async (requestId: number) => (await station.api.partsRequests.get({ id: requestId })).papers[0]
    await expect(station.api.papers.void({ id: (await paperOf(id))?.id ?? 0, reason: '写错', copiesBack: true })).rejects.toMatchObject({
      sentence: { key: 'paper.voidByRequest' },
    })
    await takeRequestStep(station.api, id, 'withdraw', { reason: '本站已有库存' })
    expect(await paperOf(id)).toMatchObject({ number: 'SD0731-BD15-202611-0001', status: 'voided' })
  })

  test('a vehicle whose request was refused is not kept for ever: the desk leads to the order, and 到件 is open once the part came from elsewhere', async () => {
    const { id, workOrderId } = await stories.aBorrowing()
    const awaited = async () => {
      const desk = await station.as('partsKeeper').home.desk({ mineOnly: true, limit: 10 })
      return desk.find(({ group }) => group === 'awaitingParts')?.rows.map((row) => [row.id, row.requestId])
    }
    const before = await awaited()
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    await takeRequestStep(station.as('claimClerk'), id, 'refuse', { reason: '厂方无货' })
    const { steps } = await station.api.workOrders.get({ id: workOrderId })
    const after = await awaited()
    await takeStep(station.as('partsKeeper'), workOrderId, 'partArrived')
    expect({
      before,
      after,
      step: steps
        .filter(({ event }) => event === 'partArrived')
        .flatMap(({ problems }) => problems.map(({ level, key }) => `${level} ${key}`)),
      status: (await station.api.workOrders.get({ id: workOrderId })).status,
    }).toEqual({
      before: [[workOrderId, id]],
      after: [[workOrderId, null]],
      step: ['warn order.requestCameToNothing'],
      status: 'repairing',
    })
  })

  test('F15 of a refused request is evidence and stays', async () => {
    const { id } = await stories.aBorrowing()
    await stories.agree(id)
    await takeRequestStep(station.as('partsKeeper'), id, 'send', { ticked: true })
    await takeRequestStep(station.as('claimClerk'), id, 'refuse', { reason: '厂方无货' })
    const paperId = (await station.api.partsRequests.get({ id })).papers[0]?.id ?? 0
    await expect(station.api.papers.void({ id: paperId, reason: '写错', copiesBack: true })).rejects.toMatchObject({
      sentence: { key: 'paper.requestAnswered' },
    })
  })

  test('a part line is free again once its request came to nothing: the line can go, and the order be cancelled', async () => {
    const { id: orderId } = await given.anOrder()
    const lineId = (await station.api.workOrders.get({ id: orderId })).partLines[0]?.id ?? 0
    const request = await station
      .as('partsKeeper')
      .partsRequests.createFromOrder({ workOrderId: orderId, kind: 'borrow', lines: [{ partLineId: lineId, qty: 1 }] })
    const withoutLines = async () => {
      const { revision, content } = await contentOnFile(station.api, orderId)
      return station.api.workOrders.save({ id: orderId, revision, content: { ...content, partLines: [] }, draftKey: null })
    }
    await expect(withoutLines()).rejects.toMatchObject({ problems: [{ key: 'order.lineRequested' }] })
    await takeRequestStep(station.api, request.id, 'withdraw', { reason: '用户不修了' })
    await withoutLines()
    await takeStep(station.as('reception'), orderId, 'cancel', { reason: '用户不修了' })
    expect(
      (await station.api.partsRequests.get({ id: request.id })).lines.map(({ partCode, workOrderPartLineId }) => [
        partCode,
        workOrderPartLineId,
      ]),
    ).toEqual([['X-31310', null]])
    await expect(
      station
        .as('partsKeeper')
        .partsRequests.createFromOrder({ workOrderId: orderId, kind: 'borrow', lines: [{ partLineId: lineId, qty: 1 }] }),
    ).rejects.toMatchObject({ sentence: { key: 'request.orderEnded' } })
  })

  test('lines of another order and parts nobody knows are refused in words', async () => {
    const { id } = await stories.aBorrowing()
    const other = await given.anOrder({ unit: { frameNo: 'LDC613P23A1305189', engineNo: '' } })
    const foreign = (await station.api.workOrders.get({ id: other.id })).partLines[0]?.id ?? 0
    const { revision, lines, ...content } = await station.api.partsRequests.get({ id })
    const saved = station.api.partsRequests.save({
      id,
      revision,
      content: { ...content, lines: lines.map((line) => ({ ...line, workOrderPartLineId: foreign, partId: 99_999 })) },
    })
    await expect(saved).rejects.toMatchObject({
      code: 'invalid',
      problems: [
        { key: 'request.foreignLine', field: 'lines.0' },
        { key: 'order.codeUnknown', field: 'lines.0.partId' },
      ],
    })
  })

  test('a step is refused to who has no right to it, and the program’s own steps to everyone', async () => {
    const { id } = await stories.aBorrowing()
    await stories.agree(id)
    await expect(takeRequestStep(station.as('technician'), id, 'send', { ticked: true })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(takeRequestStep(station.api, id, 'fallOverdue')).rejects.toThrow('由程序自动完成')
  })

  test('the list shows open requests by their due day, the first to return on top', async () => {
    const first = await stories.aBorrowing()
    await stories.arrived(first.id)
    await takeStep(station.as('technician'), first.workOrderId, 'finish')
    station.advance({ days: 6 })
    const { rows, total } = await station.api.partsRequests.list({
      offset: 0,
      limit: 10,
      sort: [],
      text: '',
      filter: { statuses: [], view: 'open' },
    })
    expect({
      total,
      rows: rows.map(({ id, status, parts, oldPartDueOn, taskState, nextEvent }) => ({
        id,
        status,
        parts,
        oldPartDueOn,
        taskState,
        nextEvent,
      })),
    }).toEqual({
      total: 1,
      rows: [
        {
          id: first.id,
          status: 'fitted',
          parts: '点火线圈总成 ×2',
          oldPartDueOn: '2026-11-28',
          taskState: 'dueSoon',
          nextEvent: 'oldPartReady',
        },
      ],
    })
  })
})
