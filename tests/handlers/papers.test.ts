import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readZip } from '#host/batch-file/zip-read'
import { aDeliveredOrder, labelOldParts } from '#tests/support/chain'
import { localDate } from '#domain/dates'
import { builders, contentOnFile, takeStep } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { stopOnceBegun } from '#tests/support/stopping'
import { readPdf } from '#tests/forms/reading'
import { noOffset, usualGrid } from '#domain/paper-stock'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const asSheet = { profile: 'default', startAt: 1 } as const

describe('papers', () => {
  test('the first print is 正式, the next one asks for a reason and is logged with it', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    const first = await station.as('reception').papers.print({ ids: [id], options: asSheet, reason: '' })
    expect(first.copies).toHaveLength(2)
    await expect(station.as('reception').papers.print({ ids: [id], options: asSheet, reason: '' })).rejects.toMatchObject({
      code: 'rule',
      sentence: { key: 'paper.reprintReason' },
    })
    await station.as('reception').papers.print({ ids: [id], options: asSheet, reason: '第一联卡纸' })
    const { prints, printCount } = await station.api.papers.get({ id })
    expect({ printCount, prints: prints.map(({ times, reason }) => [times, reason]) }).toEqual({
      printCount: 2,
      prints: [
        [1, ''],
        [2, '第一联卡纸'],
      ],
    })
  })

  test('a preview is no print, and previews of drafts carry no number', async () => {
    const { anOrder } = builders(station)
    const order = await anOrder()
    const draft = await station.api.papers.previewDraft({ form: 'F16', ref: order.id })
    expect(draft.copies).toHaveLength(2)
    const { voucherPaperId } = await aDeliveredOrder(station, {
      customer: { phone: '13712345678' },
      unit: { frameNo: 'LDC613P23A1305189', engineNo: 'E-22' },
    })
    await station.api.papers.preview({ ids: [voucherPaperId], options: asSheet })
    expect((await station.api.papers.get({ id: voucherPaperId })).printCount).toBe(0)
  })

  test('a void voucher keeps its number; the next one follows without a gap', async () => {
    const order = await aDeliveredOrder(station)
    await station.api.papers.void({ id: order.voucherPaperId, reason: '姓名写错', copiesBack: true })
    await expect(station.api.papers.void({ id: order.voucherPaperId, reason: '再来', copiesBack: true })).rejects.toMatchObject({
      sentence: { key: 'paper.alreadyVoid' },
    })
    const { revision } = await station.api.workOrders.get({ id: order.id })
    const again = await station.api.workOrders.issueVoucher({ id: order.id, revision })
    expect([order.voucherNo, again.number]).toEqual(['SD0731-BD16-202611-0001', 'SD0731-BD16-202611-0002'])
    const list = await station.api.papers.list({
      offset: 0,
      limit: 10,
      sort: [{ column: 'number', direction: 'asc' }],
      text: 'BD16',
      filter: { form: 'F16', status: null, period: '2026-11' },
    })
    expect(list.rows.map(({ number, status, voidReason }) => [number, status, voidReason])).toEqual([
      ['SD0731-BD16-202611-0001', 'voided', '姓名写错'],
      ['SD0731-BD16-202611-0002', 'issued', ''],
    ])
  })

  test('a voucher voided after 关闭 opens the order for its correction, until the new one is issued and signed', async () => {
    const order = await aDeliveredOrder(station)
    await takeStep(station.as('claimClerk'), order.id, 'close')
    const closed = await contentOnFile(station.api, order.id)
    const save = (on: typeof closed, mileage: number) =>
      station.api.workOrders.save({ id: order.id, revision: on.revision, content: { ...on.content, mileage }, draftKey: null })
    await expect(save(closed, 3300)).rejects.toMatchObject({ sentence: { key: 'order.ended' } })
    await station.api.papers.void({ id: order.voucherPaperId, reason: '里程写错', copiesBack: true })
    const { revision } = await save(await contentOnFile(station.api, order.id), 3300)
    const again = await station.as('claimClerk').workOrders.issueVoucher({ id: order.id, revision })
    await station.as('reception').workOrders.recordSignature({ id: order.id, revision: again.revision })
    await expect(save(await contentOnFile(station.api, order.id), 3400)).rejects.toMatchObject({ sentence: { key: 'order.ended' } })
    expect(await station.as('claimClerk').claims.ready({ ids: [order.claimId] })).toMatchObject({
      ready: [{ id: order.claimId }],
      refused: [],
    })
  })

  test('only the chief voids', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    await expect(station.as('reception').papers.void({ id, reason: '写错', copiesBack: true })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a paper shows the words of its day whatever happens to the master data', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    const before = station.host.produced((await station.api.papers.preview({ ids: [id], options: asSheet })).fileId)
    const info = await station.api.station.get({})
    await station.api.station.save({ ...info, name: '改名后的维修站' })
    const after = station.host.produced((await station.api.papers.preview({ ids: [id], options: asSheet })).fileId)
    expect(Buffer.from(after?.bytes ?? []).equals(Buffer.from(before?.bytes ?? []))).toBe(true)
  })

  test('labels print as stickers or four to a sheet', async () => {
    const { anOrder, aPartLine } = builders(station)
    const order = await anOrder({ content: { partLines: [aPartLine({ qty: 3 })] } })
    const repairer = station.as('technician')
    await takeStep(repairer, order.id, 'start')
    await takeStep(repairer, order.id, 'finish')
    const { papers } = await labelOldParts(station, order.id)
    const ids = papers.map((label) => label.paperId)
    expect(papers.map((label) => label.labelNo)).toEqual(['SD0731261100001', 'SD0731261100002', 'SD0731261100003'])
    const stickers = await station.as('partsKeeper').papers.preview({ ids, options: asSheet })
    const sheets = await station.as('partsKeeper').papers.preview({ ids, options: { profile: 'A4L-4up', startAt: 3 } })
    expect([stickers.copies.length, sheets.copies.length]).toEqual([3, 2])
  })

  test('one print on continuous paper is all copies; with data only, what is filled in, moved as the seat says', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    const shown = async (options: Parameters<typeof station.api.papers.preview>[0]['options']) => {
      const file = await station.api.papers.preview({ ids: [id], options })
      const pages = await readPdf(station.host.produced(file.fileId)?.bytes ?? new Uint8Array())
      return {
        pages: pages.length,
        sheet: file.sheet,
        name: pages[0]?.texts.find(({ text }) => text.includes('SD0731-BD16')),
        title: pages[0]?.texts.some(({ text }) => text.includes('保修作业凭证')),
      }
    }
    const whole = await shown({ profile: 'NCR241x280', startAt: 1 })
    const data = await shown({ profile: 'NCR241x280', startAt: 1, dataOnly: true, offset: { x: 2, y: 1, drift: 0 } })
    expect([whole.pages, Math.round(whole.sheet.widthMm), Math.round(whole.sheet.heightMm), whole.title]).toEqual([1, 241, 279, true])
    expect([data.pages, data.title, data.name?.text]).toEqual([1, false, 'SD0731-BD16-202611-0001'])
    expect((data.name?.y ?? 0) - (whole.name?.y ?? 0)).toBeCloseTo(1, 1)
  })

  test('a form that does not fit the paper is refused with what it can be printed on', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    await expect(station.api.papers.preview({ ids: [id], options: { profile: 'LBL100x80', startAt: 1 } })).rejects.toMatchObject({
      code: 'rule',
      message: '「示例摩托车保修作业凭证」放不进标签 100×80。它可以用：A4 竖、A5 横、连续纸 241×280、连续纸 241×140（二等分）',
    })
    expect((await station.api.papers.get({ id })).printCount).toBe(0)
  })

  test('a refused print is not logged', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    await expect(
      station.as('reception').papers.print({ ids: [id], options: { profile: 'A4L', startAt: 1 }, reason: '' }),
    ).rejects.toMatchObject({ sentence: { key: 'stock.unfit' } })
    expect((await station.api.papers.get({ id })).printCount).toBe(0)
  })

  test('a test sheet has the size of its paper and says what is set; continuous paper gets three for the drift', async () => {
    const options = { profile: 'NCR241x93', startAt: 1, grid: usualGrid, dataOnly: false, offset: { ...noOffset, x: 1.5 } } as const
    const file = await station.api.papers.testSheet({ options, printer: 'EPSON LQ-630K', form: '保修作业凭证' })
    const pages = await readPdf(station.host.produced(file.fileId)?.bytes ?? new Uint8Array())
    const words = pages.map(({ texts }) => texts.map(({ text }) => text).join(''))
    expect(words.map((text) => [text.includes('EPSON LQ-630K'), text.includes('横 1.5'), text.includes('30 / 30')])).toEqual(
      [1, 2, 3].map(() => [true, true, true]),
    )
  })
})

describe('the papers of a period', () => {
  const period = { from: localDate('2026-11-01'), to: localDate('2026-11-30') } as const
  const inNovember = (state: 'unprinted' | 'all') => station.as('reception').papers.countPeriod({ ...period, state })
  const run = (more: { state: 'unprinted' | 'all'; into: 'printer' | 'pdf' | 'zip'; reason?: string; exportId?: string }) =>
    station.as('reception').papers.printPeriod({ ...period, exportId: crypto.randomUUID(), forms: ['F16', 'F30'], reason: '', ...more })

  async function twoVouchersAndLabels(): Promise<void> {
    const first = await aDeliveredOrder(station)
    await aDeliveredOrder(station, { customer: { phone: '13712345678' }, unit: { frameNo: 'LDC613P23A1305189', engineNo: 'E-22' } })
    await station.as('reception').papers.print({ ids: [first.voucherPaperId], options: asSheet, reason: '' })
  }

  test('what no printer has had is counted, printed in one go and logged; then nothing is left', async () => {
    await twoVouchersAndLabels()
    const before = await inNovember('unprinted')
    const vouchers = before.find(({ form }) => form === 'F16')
    expect(vouchers).toEqual({ form: 'F16', count: 1, again: 0 })
    const printed = await run({ state: 'unprinted', into: 'printer' })
    const sum = before.filter(({ form }) => form === 'F16' || form === 'F30').reduce((all, { count }) => all + count, 0)
    expect(printed).toMatchObject({ papers: sum, name: expect.stringMatching(/\.pdf$/) })
    expect((await inNovember('unprinted')).filter(({ form }) => form === 'F16' || form === 'F30')).toEqual([])
    await expect(run({ state: 'unprinted', into: 'printer' })).rejects.toMatchObject({ sentence: { key: 'paper.noneInPeriod' } })
  })

  test('printed again they ask for a reason; exports ask for none and are no prints', async () => {
    await twoVouchersAndLabels()
    await expect(run({ state: 'all', into: 'printer' })).rejects.toMatchObject({
      sentence: { key: 'paper.reprintReason', params: { count: 1 } },
    })
    const merged = await run({ state: 'all', into: 'pdf' })
    const zipped = await run({ state: 'all', into: 'zip' })
    const { entries } = readZip(await station.fetched(zipped))
    const inZip = await Promise.all(entries.map(async ({ bytes }) => (await readPdf(new Uint8Array(bytes))).length))
    expect([
      zipped.papers,
      (await readPdf(await station.fetched(merged))).length,
      inZip.reduce((sum, pages) => sum + pages),
      entries.map(({ name }) => name),
    ]).toEqual([
      merged.papers,
      merged.pages,
      merged.pages,
      ['示例摩托车保修作业凭证 2026-11-01 至 2026-11-30.pdf', '示例摩托 三包换件故障标签 2026-11-01 至 2026-11-30.pdf'],
    ])
    expect((await inNovember('all')).find(({ form }) => form === 'F16')).toEqual({ form: 'F16', count: 2, again: 1 })
    await run({ state: 'all', into: 'printer', reason: '装订用' })
    const { rows } = await station.api.papers.list({
      offset: 0,
      limit: 10,
      sort: [{ column: 'number', direction: 'asc' }],
      text: '',
      filter: { form: 'F16', status: null, period: null },
    })
    expect(rows.map(({ printCount }) => printCount)).toEqual([2, 1])
  })

  test('stopped, nothing is logged', async () => {
    await twoVouchersAndLabels()
    const exportId = crypto.randomUUID()
    const printing = run({ state: 'unprinted', into: 'printer', exportId })
    await stopOnceBegun(station.api, exportId)
    await expect(printing).rejects.toMatchObject({ sentence: { key: 'lists.exportStopped' } })
    expect((await inNovember('unprinted')).find(({ form }) => form === 'F16')).toEqual({ form: 'F16', count: 1, again: 0 })
  })

  test('a paper printed elsewhere meanwhile would bear the wrong mark: nothing is handed out', async () => {
    const { voucherPaperId: id } = await aDeliveredOrder(station)
    await station.api.papers.print({ ids: [id], options: asSheet, reason: '' })
    await expect(station.api.papers.logPrint({ prints: [{ id, times: 1, status: 'issued' }], reason: '' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
