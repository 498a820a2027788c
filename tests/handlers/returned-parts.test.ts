import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { builders, contentOnFile, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { aFinishedOrder, labelledPieces, piecesOf } from './old-part-stories.ts'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

const listed = (view: 'all' | 'toLabel' | 'toPack' | 'late', text = '') =>
  station.api.returnedParts.list({ offset: 0, limit: 50, sort: [], text, filter: { statuses: [], manufacturerId: null, view } })

describe('from the bench to the shelf', () => {
  test('旧件入库 puts the pieces on a shelf; all or none', async () => {
    const ids = await piecesOf(station.api, await aFinishedOrder(station, given, { content: { partLines: [given.aPartLine({ qty: 2 })] } }))
    expect(await station.as('partsKeeper').returnedParts.step({ ids, event: 'collect', reason: '', storageBin: 'A-03' })).toEqual({
      changed: 2,
    })
    expect((await listed('toLabel')).rows.map(({ status, storageBin, dueOn }) => [status, storageBin, dueOn])).toEqual([
      ['collected', 'A-03', '2026-12-10'],
      ['collected', 'A-03', '2026-12-10'],
    ])
    await expect(station.as('partsKeeper').returnedParts.step({ ids, event: 'collect', reason: '', storageBin: 'B-01' })).rejects.toThrow(
      '当前状态是「拆下入库」，不能「旧件入库」；可能刚被别的座席办过，请看最新内容',
    )
  })

  test('a line charged until its old part is in becomes 三包 with 旧件入库, also when the label comes first', async () => {
    for (const act of ['collect', 'label'] as const) {
      const workOrderId = await aFinishedOrder(station, given, {
        unit: { frameNo: act === 'collect' ? 'LZZ1BLMJ4TJ465057' : 'LDC613P23A1305189', plateNo: act, engineNo: act },
        content: { partLines: [given.aPartLine({ chargeMode: 'awaitingOldPart' })] },
      })
      const ids = await piecesOf(station.api, workOrderId)
      if (act === 'collect') await station.api.returnedParts.step({ ids, event: 'collect', reason: '', storageBin: null })
      else await station.api.returnedParts.label({ ids, form: 'F30' })
      expect((await station.api.workOrders.get({ id: workOrderId })).partLines.map(({ chargeMode }) => chargeMode)).toEqual(['warranty'])
    }
  })

  test('such a line becomes 三包 with the last of its pieces only, also when that one is let off (免回收)', async () => {
    const workOrderId = await aFinishedOrder(station, given, {
      content: { partLines: [given.aPartLine({ qty: 2, chargeMode: 'awaitingOldPart' })] },
    })
    const [first, second] = await piecesOf(station.api, workOrderId)
    const seen: unknown[] = []
    const look = async () => {
      const { partLines, totals } = await station.api.workOrders.get({ id: workOrderId })
      seen.push([partLines[0]?.chargeMode, totals.payableFen, totals.claimTotalFen])
    }
    await station.api.returnedParts.step({ ids: [first ?? 0], event: 'collect', reason: '', storageBin: null })
    await look()
    await station.api.returnedParts.step({ ids: [second ?? 0], event: 'exempt', reason: '无回收价值，财务同意', storageBin: null })
    await look()
    expect(seen).toEqual([
      ['awaitingOldPart', 17_300, 4800],
      ['warranty', 0, 22_100],
    ])
  })

  test('免回收: a part that must go back only with a reason and by who may', async () => {
    const ids = await piecesOf(station.api, await aFinishedOrder(station, given))
    await expect(
      station.as('partsKeeper').returnedParts.step({ ids, event: 'exempt', reason: '客户带走', storageBin: null }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(station.api.returnedParts.step({ ids, event: 'exempt', reason: '', storageBin: null })).rejects.toMatchObject({
      problems: [{ key: 'returnedPart.notSmall', params: { price: '86.50', limit: '50.00' } }],
    })
    await station.api.returnedParts.step({ ids, event: 'exempt', reason: '无回收价值，财务同意', storageBin: null })
    expect((await listed('all')).rows.map(({ status, exempt }) => [status, exempt])).toEqual([['exempt', 'approved']])
  })

  test('a grave fault sends its old part back within three days (D11), also when that is found after the repair', async () => {
    const due = async () => (await listed('all')).rows.map(({ dueOn }) => dueOn)
    const id = await aFinishedOrder(station, given, { content: { severity: 'safety' } })
    expect(await due()).toEqual(['2026-11-24'])
    const change = async (severity: 'ordinary' | 'severe') => {
      const { revision, content } = await contentOnFile(station.api, id)
      await station.api.workOrders.save({ id, revision, content: { ...content, severity }, draftKey: null })
    }
    await change('ordinary')
    expect(await due()).toEqual(['2026-12-10'])
    await change('severe')
    expect(await due()).toEqual(['2026-11-24'])
  })

  test('报损 asks for a reason', async () => {
    const ids = await piecesOf(station.api, await aFinishedOrder(station, given))
    await expect(station.api.returnedParts.step({ ids, event: 'lose', reason: '', storageBin: null })).rejects.toMatchObject({
      problems: [{ field: 'reason' }],
    })
    await station.api.returnedParts.step({ ids, event: 'lose', reason: '库房进水报废', storageBin: null })
    expect((await listed('all')).rows[0]?.status).toBe('lost')
  })
})

describe('labels', () => {
  test('each piece gets a number of its own and its frozen F30; it is found by number and by QR text', async () => {
    const { pieces, workOrderId } = await labelledPieces(station, given, 2)
    expect(pieces.map(({ labelNo }) => labelNo)).toEqual(['SD0731261100001', 'SD0731261100002'])
    const found = await station.api.returnedParts.findByScan({ scan: 'RP|sd0731261100002|V|X-31310|1|F|SD0731\n' })
    const paper = await station.api.papers.get({ id: found?.paperId ?? 0 })
    expect({ id: found?.id, order: found?.workOrderId, status: found?.status, paper: [paper.form, paper.number] }).toEqual({
      id: pieces[1]?.id,
      order: workOrderId,
      status: 'labelled',
      paper: ['F30', 'SD0731261100002'],
    })
  })

  test('a label without a fault text is refused by name, no number is used up, and it works once the text is there', async () => {
    const workOrderId = await aFinishedOrder(station, given, { content: { customerStatement: '行驶中熄火' } })
    const [id = 0] = await piecesOf(station.api, workOrderId)
    const { revision, preliminary, storageBin, origin } = await station.api.returnedParts.get({ id })
    await station.api.returnedParts.save({ id, revision, faultDesc: '', preliminary, storageBin, origin })
    await expect(station.api.returnedParts.label({ ids: [id], form: 'F30' })).rejects.toMatchObject({
      problems: [{ key: 'returnedPart.faultMissing', params: { part: '点火线圈总成' } }],
    })
    await station.api.returnedParts.save({ id, revision: revision + 1, faultDesc: '次级断路', preliminary, storageBin, origin })
    expect((await station.api.returnedParts.label({ ids: [id], form: 'F27' })).papers.map(({ labelNo }) => labelNo)).toEqual([
      'SD0731261100001',
    ])
  })

  test('a labelled piece does not get a second label', async () => {
    const { pieces } = await labelledPieces(station, given, 1)
    await expect(station.api.returnedParts.label({ ids: pieces.map(({ id }) => id), form: 'F30' })).rejects.toThrow(
      '当前状态是「已贴标签」',
    )
  })

  test('a labelled piece keeps its order line until the label is void; then both may go', async () => {
    const {
      workOrderId,
      pieces: [piece],
    } = await labelledPieces(station, given, 1)
    const without = async () => {
      const { revision } = await station.api.workOrders.get({ id: workOrderId })
      return station.api.workOrders.save({ id: workOrderId, revision, content: given.aContent({ partLines: [] }), draftKey: null })
    }
    await expect(without()).rejects.toMatchObject({ problems: [{ key: 'order.oldPartHandledGone', field: 'partLines' }] })
    const paperId = (await station.api.returnedParts.get({ id: piece?.id ?? 0 })).paperId ?? 0
    await station.api.papers.void({ id: paperId, reason: '零件填错', copiesBack: true })
    await without()
    expect({ pieces: await piecesOf(station.api, workOrderId), waiting: (await listed('toLabel')).total }).toEqual({
      pieces: [],
      waiting: 0,
    })
  })
})

describe('views', () => {
  test('waiting for a label, waiting for a box, late: each with the first due on top', async () => {
    const late = await labelledPieces(station, given, 1)
    station.advance({ days: 25 })
    await aFinishedOrder(station, given, {
      unit: { frameNo: 'LDC613P23A1305189', plateNo: '苏M11111', engineNo: 'E2' },
      customer: { name: '周一鸣' },
    })
    const fresh = await labelledPieces(station, given, 1, { unit: { frameNo: 'LSJA24U62JG269225', plateNo: '苏M22222', engineNo: 'E3' } })
    const of = async (view: Parameters<typeof listed>[0]) =>
      (await listed(view)).rows.map(({ labelNo, dueOn, taskState }) => `${labelNo} ${dueOn} ${taskState}`)
    expect({
      toLabel: await of('toLabel'),
      toPack: await of('toPack'),
      late: await of('late'),
      named: (await listed('all', '周一鸣')).total,
    }).toEqual({
      toLabel: [' 2027-01-10 normal'],
      toPack: [`${late.pieces[0]?.labelNo} 2026-12-10 overdue`, `${fresh.pieces[0]?.labelNo} 2027-01-10 normal`],
      late: [`${late.pieces[0]?.labelNo} 2026-12-10 overdue`],
      named: 1,
    })
  })
})
