import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Api } from '#contract/index'
import { builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { labelledPieces, takeManifestStep } from './old-part-stories.ts'

let station: TestHost

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
})
afterEach(() => station.close())

/** A shipment of two pieces, both of them rejected by the maker. */
async function rejected(): Promise<{ id: number; piece: number }> {
  const { pieces } = await labelledPieces(station, builders(station), 2)
  const manufacturerId = (await station.api.catalogue.manufacturers({}))[0]?.id ?? 0
  const { id } = await station.api.manifests.create({ manufacturerId })
  for (const { labelNo } of pieces) await station.api.manifests.pack({ id, boxNo: 1, scan: labelNo })
  await takeManifestStep(station.api, id, 'seal')
  const { revision, ...content } = await station.api.manifests.get({ id })
  await station.api.manifests.save({ id, revision, content: { ...content, method: 'own' } })
  await takeManifestStep(station.api, id, 'ship')
  await takeManifestStep(station.api, id, 'receive', { boxesReceived: 1 })
  await takeManifestStep(station.api, id, 'judge', {
    verdicts: pieces.map((each) => ({ id: each.id, event: 'reject' as const, reason: '非质量问题' })),
  })
  return { id, piece: pieces[0]?.id ?? 0 }
}

function take(api: Api, piece: number, event: string, said: { reason?: string; disposal?: 'toMaker' } = {}) {
  return api.returnedParts.step({ ids: [piece], event, reason: '', storageBin: null, ...said })
}

test('a rejected piece is appealed once, by the chief; the answer is final and the shipment closes only after it', async () => {
  const { id, piece } = await rejected()
  const clerk = station.as('claimClerk')
  await expect(take(clerk, piece, 'appeal', { reason: '断口是材料缺陷' })).rejects.toMatchObject({ code: 'forbidden' })
  await take(station.api, piece, 'appeal', { reason: '断口是材料缺陷' })
  await expect(takeManifestStep(clerk, id, 'close')).rejects.toMatchObject({ problems: [{ key: 'manifest.appealOpen' }] })
  await take(clerk, piece, 'acceptPartly', { reason: '认一半' })
  await expect(take(station.api, piece, 'appeal', { reason: '还是不服' })).rejects.toMatchObject({
    problems: [{ key: 'returnedPart.appealFinal' }],
  })
  const { status, verdict, rejectReason } = await station.api.returnedParts.get({ id: piece })
  expect([status, verdict, rejectReason]).toEqual(['partial', 'partial', '认一半'])
  expect(await takeManifestStep(clerk, id, 'close')).toMatchObject({ status: 'closed' })
})

test('appealed after its term, the verdict stands', async () => {
  const { piece } = await rejected()
  station.advance({ days: 16 })
  await expect(take(station.api, piece, 'appeal', { reason: '断口是材料缺陷' })).rejects.toMatchObject({
    problems: [{ key: 'returnedPart.appealLate' }],
  })
})

test('处置 says where the piece went', async () => {
  const { piece } = await rejected()
  await expect(take(station.api, piece, 'dispose')).rejects.toMatchObject({ problems: [{ key: 'returnedPart.disposalMissing' }] })
  await take(station.api, piece, 'dispose', { disposal: 'toMaker' })
  const { status, disposal } = await station.api.returnedParts.get({ id: piece })
  expect([status, disposal]).toEqual(['disposed', 'toMaker'])
})
