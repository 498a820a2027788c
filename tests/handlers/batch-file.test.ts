import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { batchManifest, type BatchManifest } from '#contract/batch-manifest'
import { verifyBatchFile } from '#host/batch-file/verify'
import { readZip } from '#host/batch-file/zip-read'
import { readPdf } from '#tests/forms/reading'
import { frames } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'
import { stopOnceBegun } from '#tests/support/stopping'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-10' })
})
afterEach(() => station.close())

const period = '2026-11'

const builtBatch = () => aBuiltBatch(station, period)

describe('the batch file', () => {
  async function exported() {
    const built = await builtBatch()
    await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    await takeBatchStep(station.as('claimClerk', 1), built.id, 'confirm')
    const file = await station.as('claimClerk', 1).batches.export({ id: built.id, exportId: crypto.randomUUID() })
    return { id: built.id, file, bytes: await station.fetched(file) }
  }

  test('verifies, is the same at every export, and is not exported unconfirmed', async () => {
    await aDeliveredOrder(station)
    const first = await exported()
    const verified = await verifyBatchFile(first.bytes)
    expect(verified.ok ? verified.summary.totals.claims : verified.problems).toBe(1)
    station.advance({ days: 3 })
    const second = await station.api.batches.export({ id: first.id, exportId: crypto.randomUUID() })
    expect({ name: second.name, sha256: second.sha256 }).toEqual({
      name: 'DEMO_SD0731_SD0731-BD19-202611-0001.zip',
      sha256: first.file.sha256,
    })
    expect((await station.api.batches.get({ id: first.id })).files).toHaveLength(1)
  })

  test('encloses the vouchers together and tells from which page on each of them stands', async () => {
    await aDeliveredOrder(station)
    await aDeliveredOrder(station, { customer: { phone: '13712345678', name: '王喆' }, unit: { frameNo: frames[2], engineNo: 'E3-0001' } })
    const entries = new Map(readZip((await exported()).bytes).entries.map(({ name, bytes }) => [name, bytes]))
    const { vouchers } = batchManifest.parse(JSON.parse(Buffer.from(entries.get('manifest.json') ?? []).toString())) as Extract<
      BatchManifest,
      { version: 2 }
    > // what is written today
    const pages = await readPdf(new Uint8Array(entries.get('forms/F16-0001.pdf') ?? []))
    const numbersOn = vouchers.map(({ voucherNo, page, pages: count }) =>
      pages.slice(page - 1, page - 1 + count).every(({ texts }) => texts.some(({ text }) => text.includes(voucherNo))),
    )
    expect({
      names: [...entries.keys()].filter((name) => name.includes('F16')),
      places: vouchers.map(({ file, page, pages: count }) => [file, page, count]),
      numbersOn,
      pages: pages.length,
    }).toEqual({
      names: ['forms/F16-0001.pdf'],
      places: [
        ['forms/F16-0001.pdf', 1, 2],
        ['forms/F16-0001.pdf', 3, 2],
      ],
      numbersOn: [true, true],
      pages: 4,
    })
  })

  test('says while it is written how far it is; stopped, nothing is left of it and the next export begins anew', async () => {
    await aDeliveredOrder(station)
    const built = await builtBatch()
    await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    await takeBatchStep(station.as('claimClerk', 1), built.id, 'confirm')
    const exportId = crypto.randomUUID()
    const exporting = station.api.batches.export({ id: built.id, exportId })
    exporting.catch(() => undefined)
    const progress = await stopOnceBegun(station.api, exportId)
    await expect(exporting).rejects.toMatchObject({ sentence: { key: 'lists.exportStopped' } })
    const { files, exportedAt } = await station.api.batches.get({ id: built.id })
    const folder = join(dirname(station.db().$client.name), 'batches')
    const left = existsSync(folder) ? readdirSync(folder) : []
    const { bytes } = await station.api.batches.export({ id: built.id, exportId: crypto.randomUUID() })
    expect({ progress, files, exportedAt, left, again: bytes > 0 }).toEqual({
      progress: { done: 0, of: 1 },
      files: [],
      exportedAt: null,
      left: [],
      again: true,
    })
  })

  test('submitting freezes the claims; an exported batch cannot be unsealed', async () => {
    const order = await aDeliveredOrder(station)
    const { id } = await exported()
    await expect(takeBatchStep(station.as('claimClerk'), id, 'unseal', { reason: '改' })).rejects.toMatchObject({
      problems: [{ key: 'batch.exported' }],
    })
    await expect(takeBatchStep(station.as('claimClerk'), id, 'submit')).rejects.toMatchObject({ problems: [{ key: 'batch.notStamped' }] })
    await takeBatchStep(station.as('claimClerk'), id, 'submit', { ticked: true })
    expect((await station.api.claims.get({ id: order.claimId })).status).toBe('submitted')
    await expect(station.api.papers.void({ id: order.voucherPaperId, reason: '后悔了', copiesBack: true })).rejects.toMatchObject({
      code: 'rule',
      sentence: { key: 'paper.voucherClaimed' },
    })
  })

  test('a batch taken back leaves no valid F19 behind: its claims are asked for once, under the next one', async () => {
    const order = await aDeliveredOrder(station)
    const { id } = await exported()
    await takeBatchStep(station.as('claimClerk'), id, 'submit', { ticked: true })
    await takeBatchStep(station.api, id, 'withdraw', { reason: '厂方要求改期' })
    const { papers } = await station.api.batches.get({ id })
    expect([papers.map(({ status }) => status), (await station.api.claims.get({ id: order.claimId })).status]).toEqual([
      ['voided'],
      'ready',
    ])
    const again = await exported()
    expect((await station.api.batches.get({ id: again.id })).papers.map(({ number, status }) => [number, status])).toEqual([
      ['SD0731-BD19-202611-0002', 'issued'],
    ])
  })

  test('a label that stands in a sealed batch is printed again, not voided', async () => {
    const { id: workOrderId } = await aDeliveredOrder(station)
    const label = (
      await station.api.papers.list({ offset: 0, limit: 1, sort: [], text: '', filter: { form: 'F30', status: null, period: null } })
    ).rows[0]
    const built = await builtBatch()
    await takeBatchStep(station.as('claimClerk'), built.id, 'seal')
    const voided = () => station.api.papers.void({ id: label?.id ?? 0, reason: '标签破损', copiesBack: true })
    await expect(voided()).rejects.toMatchObject({ sentence: { key: 'paper.labelInBatch', params: { no: 'SD0731-BD19-202611-0001' } } })
    await takeBatchStep(station.as('claimClerk'), built.id, 'unseal', { reason: '标签要换' })
    await voided()
    expect((await station.api.workOrders.get({ id: workOrderId })).returnedParts.map(({ status, labelNo }) => [status, labelNo])).toEqual([
      ['collected', ''],
    ])
  })

  test('an uploaded file is verified in words', async () => {
    await aDeliveredOrder(station)
    const { bytes } = await exported()
    const good = station.host.upload('batch.zip', bytes)
    const bad = station.host.upload(
      'batch.zip',
      bytes.map((byte, index) => (index === 5000 ? byte ^ 1 : byte)),
    )
    expect(await station.api.batches.verify({ uploadId: good })).toMatchObject({ ok: true, claims: 1, totalFen: 8650 + 4800 })
    expect((await station.api.batches.verify({ uploadId: bad })).ok).toBe(false)
  })
})
