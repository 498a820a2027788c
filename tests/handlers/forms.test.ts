import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FillContent } from '#domain/form-fill'
import { checkForm } from '#domain/form-checks'
import { settledContent } from '#domain/form-fill'
import { filledForms, type FilledFormId } from '#domain/form-ids'
import { plainLook } from '#domain/paper-stock'
import { filledEntries } from '#forms/index'
import { aPng } from '#tests/support/a-picture'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let manufacturerId: number
beforeAll(async () => {
  station = await openTestHost()
  const order = await aDeliveredOrder(station)
  orderId = order.id
  manufacturerId = (await station.api.workOrders.get({ id: order.id })).manufacturerId
})
afterAll(() => station.close())
let orderId: number

const ids = Object.keys(filledForms) as FilledFormId[] // its keys are the ids
const sampleOf = (form: FilledFormId): FillContent => filledEntries[form].sample

describe('a form that is filled in', () => {
  test('begins with what the order knows, is kept incomplete, and is issued when it is complete', async () => {
    const begun = await station.api.forms.begin({ form: 'F13', manufacturerId, workOrderId: orderId })
    const order = await station.api.workOrders.get({ id: orderId })
    expect(begun.values).toMatchObject({
      customerName: order.customer.name,
      frameNo: order.unit.frameNo,
      filledOn: '2026-11-21',
      appraisalKind: null,
    })
    const kept = await station.api.forms.save({ id: null, revision: 0, form: 'F13', manufacturerId, workOrderId: orderId, content: begun })
    expect(kept.problems.map(({ field }) => field)).toEqual(['values.appraisalKind', 'values.dealerName'])
    await expect(station.api.forms.issue({ id: kept.id, revision: kept.revision })).rejects.toMatchObject({
      code: 'rule',
      sentence: { key: 'form.incomplete', params: { count: 2 } },
    })
    const full = { ...begun, values: { ...begun.values, appraisalKind: '三包', dealerName: '顺达车行' } }
    const saved = await station.api.forms.save({
      id: kept.id,
      revision: kept.revision,
      form: 'F13',
      manufacturerId,
      workOrderId: orderId,
      content: full,
    })
    const issued = await station.api.forms.issue({ id: kept.id, revision: saved.revision })
    expect(issued.number).toBe('SD0731-BD13-202611-0001')
    const paper = await station.api.papers.get({ id: issued.paperId })
    expect(paper).toMatchObject({
      form: 'F13',
      status: 'issued',
      copies: ['第一联 经销单位存', '第二联 售后服务部存', '第三联 三包件仓库留底'],
    })
  })

  test('what is issued is frozen; voided, it may be corrected and takes the next number', async () => {
    const content = sampleOf('F13')
    const { id, revision } = await station.api.forms.save({
      id: null,
      revision: 0,
      form: 'F13',
      manufacturerId,
      workOrderId: null,
      content,
    })
    const first = await station.api.forms.issue({ id, revision })
    const again = { id, revision: first.revision, form: 'F13', manufacturerId, workOrderId: null, content } as const
    await expect(station.api.forms.save(again)).rejects.toMatchObject({
      sentence: { key: 'form.issued', params: { number: first.number } },
    })
    await expect(station.api.forms.discard({ id, revision: first.revision })).rejects.toMatchObject({ sentence: { key: 'form.issued' } })
    await station.api.papers.void({ id: first.paperId, reason: '型号写错', copiesBack: true })
    const reopened = await station.api.forms.get({ id })
    expect(reopened.paperId).toBeNull()
    const second = await station.api.forms.issue({ id, revision: reopened.revision })
    expect([first.number, second.number].map((number) => Number(number.slice(-4)))).toEqual([2, 3])
  })

  test('two seats on one form: the slower one is told', async () => {
    const { id, revision } = await station.api.forms.save({
      id: null,
      revision: 0,
      form: 'F13',
      manufacturerId,
      workOrderId: null,
      content: sampleOf('F13'),
    })
    const save = () => station.api.forms.save({ id, revision, form: 'F13', manufacturerId, workOrderId: null, content: sampleOf('F13') })
    await save()
    await expect(save()).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a form switched off is not issued; on again, it is', async () => {
    const { id, revision } = await station.api.forms.save({
      id: null,
      revision: 0,
      form: 'F13',
      manufacturerId,
      workOrderId: null,
      content: sampleOf('F13'),
    })
    await station.api.forms.switchOn({ manufacturerId, form: 'F13', on: false })
    expect((await station.api.forms.catalogue({ manufacturerId })).find(({ form }) => form === 'F13')?.isOn).toBe(false)
    await expect(station.api.forms.issue({ id, revision })).rejects.toMatchObject({ sentence: { key: 'form.off' } })
    await station.api.forms.switchOn({ manufacturerId, form: 'F13', on: true })
    expect((await station.api.forms.issue({ id, revision })).number).toContain('BD13')
  })

  test.each(ids)('%s: its sample is complete, and its preview is drawn with every copy', async (form) => {
    const { sections, words } = filledEntries[form].form
    expect(checkForm(form, sections, sampleOf(form))).toEqual([])
    const settled = settledContent(sections, sampleOf(form))
    const { content } = await station.api.forms.get({
      id: (await station.api.forms.save({ id: null, revision: 0, form, manufacturerId, workOrderId: null, content: sampleOf(form) })).id,
    })
    expect(content).toEqual(settled)
    const preview = await station.api.forms.preview({ form, manufacturerId, content: sampleOf(form) })
    expect(new Set(preview.copies).size).toBe(words.copies.length)
  })
})

describe('the words of a form', () => {
  const asked = () => station.api.forms.words({ manufacturerId, form: 'F16' })

  test('what a manufacturer wants otherwise is kept and printed; back at the form nothing of it is left', async () => {
    const { revision, standard, said, hideable } = await asked()
    expect([said, hideable]).toEqual([standard, ['money', 'parts', 'labour', 'outing']])
    const [first, second] = standard.copies
    if (first === undefined || second === undefined) throw new Error('F16 has two copies')
    const words = {
      ...standard,
      title: ['北方摩托', '保修凭证'],
      copies: [first, { ...second, label: '第二联 客户', stripe: 'blue' as const, hides: ['money' as const] }],
    }
    const before = await station.api.forms.sample({ form: 'F16', manufacturerId })
    const tried = await station.api.forms.sample({ form: 'F16', manufacturerId, words })
    expect([before.copies[1], tried.copies[1]]).toEqual([expect.stringContaining('存档'), '第二联 客户'])
    const saved = await station.api.forms.saveWords({ manufacturerId, form: 'F16', revision, words })
    expect((await asked()).said).toEqual(words)
    expect((await station.api.forms.catalogue({ manufacturerId })).find(({ form }) => form === 'F16')).toMatchObject({
      title: '北方摩托 保修凭证',
      copies: [expect.any(String), '第二联 客户'],
    })
    await station.api.forms.saveWords({ manufacturerId, form: 'F16', revision: saved.revision, words: standard })
    const maker = (await station.api.catalogue.manufacturers({})).find(({ id }) => id === manufacturerId)
    expect(Object.keys(Object(maker?.words['forms']))).not.toContain('F16')
  })

  test('copies belong to the form; the slower of two is told; only the chief changes words', async () => {
    const { revision, standard } = await asked()
    const save = (words: typeof standard, at = revision) =>
      station.api.forms.saveWords({ manufacturerId, form: 'F16', revision: at, words })
    await expect(save({ ...standard, copies: standard.copies.slice(1) })).rejects.toMatchObject({ sentence: { key: 'form.otherCopies' } })
    await expect(save({ ...standard, title: [''] })).rejects.toMatchObject({ sentence: { key: 'form.noTitle' } })
    await expect(save({ ...standard, note: '报{voucherDept}、{nobody}' })).rejects.toMatchObject({
      sentence: { key: 'form.unknownName', params: { name: '{nobody}' } },
    })
    await expect(save(standard, revision + 7)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      station.as('claimClerk').forms.saveWords({ manufacturerId, form: 'F16', revision, words: standard }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('photos in the frames of a form', () => {
  const photo = aPng(60, 40, (x, y) => [x * 4, y * 6, 80])
  const add = (name: string, bytes: Uint8Array) => station.api.forms.addPicture({ uploadId: station.host.upload(name, bytes) })

  test('are kept under the hash of their bytes, frozen with the paper and once in its PDF, whoever prints it', async () => {
    const kept = await add('水泵.png', photo)
    expect(kept).toMatchObject({ width: 60, height: 40 })
    const sample = sampleOf('C06')
    const { id, revision } = await station.api.forms.save({
      id: null,
      revision: 0,
      form: 'C06',
      manufacturerId,
      workOrderId: orderId,
      content: { ...sample, values: { ...sample.values, picture3: kept } },
    })
    const { paperId } = await station.api.forms.issue({ id, revision })
    expect((await station.api.forms.get({ id })).content.values).toMatchObject({ picture1: null, picture3: kept })
    const { fileId, copies } = await station.api.papers.print({ ids: [paperId], options: plainLook, reason: '' })
    const words = Buffer.from(station.host.produced(fileId)?.bytes ?? []).toString('latin1')
    expect([copies.length, words.split('/Subtype/Image').length - 1]).toEqual([4, 1])
    const shown = await station.api.forms.picture({ sha256: kept.sha256 })
    expect(Buffer.from(station.host.produced(shown.fileId)?.bytes ?? []).equals(photo)).toBe(true)
  })

  test('what is no picture, what is larger than paper shows and what is lost are refused in words', async () => {
    await expect(add('说明.txt', Buffer.from('水泵'))).rejects.toMatchObject({
      code: 'invalid',
      sentence: { key: 'form.pictureKind', params: { name: '说明.txt' } },
    })
    await expect(add('半张.png', photo.subarray(0, 20))).rejects.toMatchObject({ sentence: { key: 'form.pictureKind' } })
    await expect(
      add(
        '全景.png',
        aPng(1700, 2, () => [9]),
      ),
    ).rejects.toMatchObject({ sentence: { key: 'form.pictureTooLarge', params: { width: 1700, height: 2, most: 1600 } } })
    const lost = { sha256: 'a'.repeat(64), width: 60, height: 40 }
    await expect(station.api.forms.picture({ sha256: lost.sha256 })).rejects.toMatchObject({
      code: 'not-found',
      sentence: { key: 'paper.pictureLost', params: { hash: 'aaaaaaaa' } },
    })
    const sample = sampleOf('C06')
    await expect(
      station.api.forms.preview({
        form: 'C06',
        manufacturerId,
        content: { ...sample, values: { ...sample.values, picture1: lost } },
        options: plainLook,
      }),
    ).rejects.toMatchObject({ sentence: { key: 'paper.pictureLost' } })
    const { problems } = await station.api.forms.save({
      id: null,
      revision: 0,
      form: 'C06',
      manufacturerId,
      workOrderId: null,
      content: { ...sample, values: { ...sample.values, picture1: '贴照片' } },
    })
    expect(problems.map(({ key, field }) => [key, field])).toEqual([['form.wrong.picture', 'values.picture1']])
  })
})
