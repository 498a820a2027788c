import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MakerSheet, SheetField } from '#domain/maker-sheet'
import { plainLook } from '#domain/paper-stock'
import { aPng } from '#tests/support/a-picture'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'
import { picturesOf } from '../forms/pictures.ts'
import { readPdf } from '../forms/reading.ts'

let station: TestHost
let order: { readonly id: number; readonly frameNo: string; readonly manufacturerId: number }
beforeEach(async () => {
  station = await openTestHost()
  const { id } = await aDeliveredOrder(station)
  const { manufacturerId, unit } = await station.api.workOrders.get({ id })
  order = { id, frameNo: unit.frameNo, manufacturerId }
})
afterEach(() => station.close())

/** The factory's sheet: a dark bar across the top, the rest shines through. */
const scan = aPng(210, 297, (_, y) => (y < 30 ? [40, 90, 160, 255] : [0, 0, 0, 0]))

const field = (id: string, source: SheetField['source'], x: number, y: number, more: Partial<SheetField> = {}): SheetField => ({
  id,
  source,
  words: '',
  x,
  y,
  width: 800,
  height: 60,
  size: 10,
  align: 'left',
  ...more,
})

async function aSheet(fields: readonly SheetField[], version = 0): Promise<MakerSheet> {
  const background = await station.api.makerSheets.addBackground({ uploadId: station.host.upload('厂方退换机.png', scan) })
  const sheet: MakerSheet = { width: 2100, height: 2970, background, fields }
  await station.api.makerSheets.save({ manufacturerId: order.manufacturerId, version, sheet })
  return sheet
}

async function issued(more: Readonly<Record<string, string>> = {}) {
  const { manufacturerId } = order
  const begun = await station.api.forms.begin({ form: 'A14', manufacturerId, workOrderId: order.id })
  const { id, revision } = await station.api.forms.save({
    id: null,
    revision: 0,
    form: 'A14',
    manufacturerId,
    workOrderId: order.id,
    content: { ...begun, values: { ...begun.values, ...more } },
  })
  return station.api.forms.issue({ id, revision })
}

const bytesOf = ({ fileId }: { readonly fileId: string }): Uint8Array => station.host.produced(fileId)?.bytes ?? new Uint8Array()
const countIn = (bytes: Uint8Array, words: string): number => Buffer.from(bytes).toString('latin1').split(words).length - 1
const placed = [
  field('f1', 'frameNo', 400, 800),
  field('f2', 'free', 400, 1000, { words: '经销商意见', size: 12 }),
  field('f3', 'fixed', 1700, 2700, { words: '（盖章）', width: 300, align: 'right' }),
  field('f4', 'number', 1200, 400),
]

test('what stands on the sheet is asked for, known from the order, and printed where it was placed over the picture, which the file holds once', async () => {
  await aSheet(placed)
  const [section] = await station.api.forms.sections({ form: 'A14', manufacturerId: order.manufacturerId })
  expect(section?.kind === 'fields' && section.fields.map(({ key, label }) => [key, label])).toEqual([
    ['frameNo', '车架号'],
    ['f2', '经销商意见'],
    ['number', '本站编号'],
  ])
  const { paperId, number } = await issued({ f2: '同意换车' })
  expect(number).toBe('SD0731-A14-202611-0001')
  const bytes = bytesOf(await station.api.papers.print({ ids: [paperId], options: plainLook, reason: '' }))
  expect(countIn(bytes, '/Subtype/Image')).toBe(1)
  const pages = await readPdf(bytes)
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [210, 297],
    [210, 297],
  ])
  for (const { texts } of pages) {
    const at = (words: string) => texts.find(({ text }) => text === words)
    expect(Math.abs((at(order.frameNo)?.x ?? 0) - 40)).toBeLessThan(0.5)
    // the middle of the line is the middle of the field
    expect(Math.abs((at(order.frameNo)?.y ?? 0) - (83 + 0.38 * 10 * 0.3528))).toBeLessThan(0.5)
    expect(Math.abs((at('同意换车')?.x ?? 0) - 40)).toBeLessThan(0.5)
    expect(Math.abs((at('（盖章）')?.x ?? 0) + (at('（盖章）')?.width ?? 0) - 200)).toBeLessThan(0.5)
    expect(Math.abs((at(number)?.x ?? 0) - 120)).toBeLessThan(0.5)
  }
  const [page] = await picturesOf(bytes, 25.4, [1])
  const greyAt = (x: number, y: number) => page?.pixels[y * page.width + x] ?? -1
  expect([greyAt(100, 10) < 120, greyAt(100, 20) < 120, greyAt(100, 40), greyAt(5, 200)]).toEqual([true, true, 255, 255])
})

test('a paper keeps the sheet it was issued on; the next one is laid on the new version', async () => {
  await aSheet(placed)
  const first = await issued()
  const before = bytesOf(await station.api.papers.preview({ ids: [first.paperId], options: plainLook }))
  await aSheet([field('f1', 'frameNo', 400, 1800)], 1)
  expect(await station.api.makerSheets.get({ manufacturerId: order.manufacturerId })).toMatchObject({ version: 2, savedBy: '王振华' })
  const second = await issued()
  expect(Buffer.compare(bytesOf(await station.api.papers.preview({ ids: [first.paperId], options: plainLook })), before)).toBe(0)
  const [page] = await readPdf(bytesOf(await station.api.papers.preview({ ids: [second.paperId], options: plainLook })))
  expect(page?.texts.filter(({ text }) => text === order.frameNo).map(({ y }) => Math.round(y))).toEqual([184])
})

test('an earlier version is looked at and made the current one again; the ones between stay', async () => {
  const { manufacturerId } = order
  const first = await aSheet(placed)
  await aSheet([field('f1', 'frameNo', 400, 1800)], 1)
  const earlier = await station.api.makerSheets.versionOf({ manufacturerId, version: 1 })
  expect(earlier).toEqual(first)
  await station.api.makerSheets.save({ manufacturerId, version: 2, sheet: earlier })
  expect(
    (await station.api.makerSheets.versions({ manufacturerId })).map(({ version, fields, savedBy }) => [version, fields, savedBy]),
  ).toEqual([
    [3, 4, '王振华'],
    [2, 1, '王振华'],
    [1, 4, '王振华'],
  ])
  expect((await station.api.makerSheets.get({ manufacturerId })).sheet).toEqual(first)
  await expect(station.api.makerSheets.versionOf({ manufacturerId, version: 9 })).rejects.toMatchObject({ code: 'not-found' })
})

test('onto stock that is printed already only the data go, moved by the offset of the seat; a reprint is marked', async () => {
  await aSheet(placed)
  const { paperId } = await issued()
  const options = { ...plainLook, dataOnly: true, offset: { x: 2, y: -1, drift: 0 } }
  const bytes = bytesOf(await station.api.papers.print({ ids: [paperId], options, reason: '' }))
  expect(countIn(bytes, '/Subtype/Image')).toBe(0)
  const [page] = await readPdf(bytes)
  expect(page?.texts.filter(({ text }) => text === order.frameNo).map(({ x }) => Math.round(x * 10))).toEqual([420])
  expect(page?.texts.filter(({ text }) => text.includes('正式') || text.includes('第一联') || text.includes('盖章'))).toEqual([])
  const [again] = await readPdf(bytesOf(await station.api.papers.print({ ids: [paperId], options, reason: '卡纸' })))
  expect(again?.texts.map(({ text }) => text).filter((text) => text.includes('补打'))).toEqual(['补打 第1次 2026-11-21'])
})

test('a request for an exchange that stands on the order fills the sheet; without one of its own a manufacturer gets the plain sheet', async () => {
  const { manufacturerId } = order
  const begin = async (form: 'A12' | 'A14') => station.api.forms.begin({ form, manufacturerId, workOrderId: order.id })
  const request = await begin('A12')
  await station.api.forms.save({
    id: null,
    revision: 0,
    form: 'A12',
    manufacturerId,
    workOrderId: order.id,
    content: { ...request, values: { ...request.values, kind: '换同型机', decision: '同意换机', wear: 12_00 } },
  })
  expect((await begin('A14')).values).toMatchObject({ frameNo: order.frameNo, kind: '换同型机', decision: '同意换机' })
  const { paperId } = await issued()
  const [page] = await readPdf(bytesOf(await station.api.papers.preview({ ids: [paperId], options: plainLook })))
  expect(page?.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['各工厂退换机申请表', '同意换机', order.frameNo]))
})

test('a trial print shows the sheet being edited with a made-up case', async () => {
  const sheet = await aSheet(placed)
  const moved = { ...sheet, fields: [field('f1', 'frameNo', 100, 500), field('f2', 'free', 100, 700, { words: '经销商意见' })] }
  const [page] = await readPdf(
    bytesOf(await station.api.makerSheets.test({ manufacturerId: order.manufacturerId, sheet: moved, options: plainLook })),
  )
  expect(page?.texts.filter(({ text }) => ['LAELJ1506R2A11842', '经销商意见'].includes(text)).map(({ x }) => Math.round(x))).toEqual([
    10, 10,
  ])
})

test('what is no picture, what is too large, what is nobody’s to change and what was changed meanwhile are refused in words', async () => {
  const add = (name: string, bytes: Uint8Array) => station.api.makerSheets.addBackground({ uploadId: station.host.upload(name, bytes) })
  await expect(add('价格.xlsx', Buffer.from('PK not a picture'))).rejects.toMatchObject({
    sentence: { key: 'sheet.notAPicture', params: { name: '价格.xlsx' } },
  })
  await expect(add('半张.png', scan.subarray(0, 20))).rejects.toMatchObject({ sentence: { key: 'sheet.notAPicture' } })
  await expect(add('大.png', Buffer.concat([scan, Buffer.alloc(20 * 1024 * 1024)]))).rejects.toMatchObject({
    sentence: { key: 'sheet.tooLarge', params: { limit: 20 } },
  })
  const sheet = await aSheet(placed)
  const save = (fields: readonly SheetField[], version = 1) =>
    station.api.makerSheets.save({ manufacturerId: order.manufacturerId, version, sheet: { ...sheet, fields: [...fields] } })
  await expect(save([])).rejects.toMatchObject({ sentence: { key: 'sheet.noFields' } })
  await expect(save([field('f1', 'frameNo', 1800, 100)])).rejects.toMatchObject({
    sentence: { key: 'sheet.outside', params: { place: 1, width: 210, height: 297 } },
  })
  await expect(save([field('f1', 'free', 100, 100)])).rejects.toMatchObject({ sentence: { key: 'sheet.noQuestion' } })
  await expect(save(placed, 0)).rejects.toMatchObject({ code: 'conflict' })
  await expect(station.as('reception').makerSheets.save({ manufacturerId: order.manufacturerId, version: 1, sheet })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
})
