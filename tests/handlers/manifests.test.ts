import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listManufacturers } from '#db/queries/manufacturers'
import { builders, type Builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'
import { labelledPieces, takeManifestStep } from './old-part-stories.ts'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

async function aManifest() {
  return (await station.as('partsKeeper').manifests.create({ manufacturerId: given.manufacturerId })).id
}

const boxesOf = async (id: number) =>
  (await station.api.manifests.get({ id })).boxes.map(({ boxNo, pieces }) => [boxNo, pieces.map(({ labelNo }) => labelNo)])

describe('packing by scan', () => {
  test('a new list has one open box and names who packs', async () => {
    const manifest = await station.api.manifests.get({ id: await aManifest() })
    expect({ no: manifest.no, status: manifest.status, boxes: manifest.boxes.length, packer: manifest.packer !== '' }).toEqual({
      no: '',
      status: 'draft',
      boxes: 1,
      packer: true,
    })
  })

  test('one scan moves one piece into the box and says so', async () => {
    const { pieces } = await labelledPieces(station, given, 2)
    const id = await aManifest()
    const answer = await station.as('partsKeeper').manifests.pack({ id, boxNo: 1, scan: `RP|${pieces[0]?.labelNo}|V|P|1|F|SD0731` })
    expect({ said: answer.said, status: answer.piece.status, boxes: await boxesOf(id) }).toEqual({
      said: { key: 'manifest.packed', params: { labelNo: pieces[0]?.labelNo, part: '点火线圈总成', boxNo: 1 } },
      status: 'packed',
      boxes: [[1, [pieces[0]?.labelNo]]],
    })
  })

  test('the list adds up boxes and pieces of what it shows', async () => {
    const { pieces } = await labelledPieces(station, given, 2)
    const [id] = [await aManifest(), await aManifest()]
    for (const { labelNo } of pieces) await station.as('partsKeeper').manifests.pack({ id, boxNo: 1, scan: labelNo })
    const { total, sums } = await station.api.manifests.list({
      offset: 0,
      limit: 1,
      sort: [],
      text: '',
      filter: { statuses: [], manufacturerId: null },
    })
    expect({ total, sums }).toEqual({ total: 2, sums: { boxCount: 2, pieceCount: 2 } })
  })

  test('unknown, another station’s, unlabelled state, twice: each refusal says why and moves nothing', async () => {
    const { pieces } = await labelledPieces(station, given, 2)
    const [first, second] = pieces.map(({ labelNo }) => labelNo)
    const id = await aManifest()
    const scan = (text: string | undefined) => station.api.manifests.pack({ id, boxNo: 1, scan: text ?? '' })
    await scan(first)
    await station.api.returnedParts.step({ ids: [pieces[1]?.id ?? 0], event: 'lose', reason: '丢失', storageBin: null })
    await expect(scan('SD0731261199999')).rejects.toMatchObject({ sentence: { key: 'manifest.unknownLabel' } })
    await expect(scan('RP|BJ0010261100003|V|P|1|F|BJ0010')).rejects.toMatchObject({
      sentence: { key: 'manifest.otherStation', params: { labelNo: 'BJ0010261100003', station: 'BJ0010' } },
    })
    await expect(scan(first)).rejects.toMatchObject({
      sentence: { key: 'manifest.twice', params: { labelNo: first, part: '点火线圈总成', boxNo: 1 } },
    })
    await expect(scan(second)).rejects.toThrow('丢失/损坏')
    expect(await boxesOf(id)).toEqual([[1, [first]]])
  })

  test('a piece of another manufacturer is refused', async () => {
    const { pieces } = await labelledPieces(station, given, 1)
    const other = listManufacturers(station.db()).find((maker) => maker.id !== given.manufacturerId)
    if (other === undefined) return
    const { id } = await station.api.manifests.create({ manufacturerId: other.id })
    await expect(station.api.manifests.pack({ id, boxNo: 1, scan: pieces[0]?.labelNo ?? '' })).rejects.toMatchObject({
      sentence: { key: 'manifest.otherMaker' },
    })
  })

  test('拆箱 puts a piece back where it can be scanned again', async () => {
    const { pieces } = await labelledPieces(station, given, 1)
    const id = await aManifest()
    const scan = pieces[0]?.labelNo ?? ''
    await station.api.manifests.pack({ id, boxNo: 1, scan })
    await station.api.manifests.unpack({ id, returnedPartId: pieces[0]?.id ?? 0 })
    expect(await boxesOf(id)).toEqual([[1, []]])
    await station.api.manifests.pack({ id, boxNo: 1, scan })
    expect(await boxesOf(id)).toEqual([[1, [scan]]])
  })

  test('boxes are added, weighed and removed while empty', async () => {
    const { pieces } = await labelledPieces(station, given, 1)
    const id = await aManifest()
    const { revision, boxNo } = await station.api.manifests.addBox({ id, revision: 0 })
    await station.api.manifests.saveBox({ id, revision, boxNo, weightGrams: 12_500, size: '40×30×30', packing: '纸箱' })
    await station.api.manifests.pack({ id, boxNo, scan: pieces[0]?.labelNo ?? '' })
    const now = (await station.api.manifests.get({ id })).revision
    await expect(station.api.manifests.removeBox({ id, revision: now, boxNo })).rejects.toThrow('2 号箱里还有旧件')
    await station.api.manifests.removeBox({ id, revision: now, boxNo: 1 })
    expect((await station.api.manifests.get({ id })).boxes.map((box) => [box.boxNo, box.weightGrams, box.size])).toEqual([
      [2, 12_500, '40×30×30'],
    ])
  })

  test('a piece lost while it lies in the open box leaves the box', async () => {
    const { pieces } = await labelledPieces(station, given, 1)
    const id = await aManifest()
    await station.api.manifests.pack({ id, boxNo: 1, scan: pieces[0]?.labelNo ?? '' })
    await station.api.returnedParts.step({ ids: pieces.map((piece) => piece.id), event: 'lose', reason: '摔碎', storageBin: null })
    expect(await boxesOf(id)).toEqual([[1, []]])
  })
})

describe('the list on its way', () => {
  async function sealed() {
    const { pieces } = await labelledPieces(station, given, 2)
    const id = await aManifest()
    for (const { labelNo } of pieces) await station.api.manifests.pack({ id, boxNo: 1, scan: labelNo })
    return { id, pieces, ...(await takeManifestStep(station.as('partsKeeper'), id, 'seal')) }
  }
  const statusesOf = async (id: number) =>
    (await station.api.manifests.get({ id })).boxes.flatMap(({ pieces }) => pieces.map(({ status }) => status))

  test('an empty box is not sealed', async () => {
    const id = await aManifest()
    await expect(takeManifestStep(station.api, id, 'seal')).rejects.toMatchObject({
      problems: [{ key: 'manifest.boxEmpty', params: { boxNo: '1' } }],
    })
  })

  test('封箱 takes the number, freezes the paper the manufacturer wishes, and closes the boxes', async () => {
    const { id, paperId, pieces } = await sealed()
    const paper = await station.api.papers.get({ id: paperId ?? 0 })
    const { no } = await station.api.manifests.get({ id })
    expect({ no: no === paper.number, copies: paper.copies.length, form: paper.form === 'F17' || paper.form === 'F31' }).toEqual({
      no: true,
      copies: 3,
      form: true,
    })
    await expect(station.api.manifests.unpack({ id, returnedPartId: pieces[0]?.id ?? 0 })).rejects.toThrow('已封箱')
  })

  test('发运 without a waybill names what is missing; with it the pieces are gone and their clocks stop', async () => {
    const { id } = await sealed()
    await expect(takeManifestStep(station.as('claimClerk'), id, 'ship')).rejects.toMatchObject({
      problems: [{ field: 'carrier' }, { field: 'waybillNo' }],
    })
    const { revision, ...content } = await station.api.manifests.get({ id })
    await station.api.manifests.save({ id, revision, content: { ...content, carrier: '德邦物流' } })
    await takeManifestStep(station.as('claimClerk'), id, 'ship', { waybillNo: 'DPK2026112101' })
    const { waybillNo, shippedAt } = await station.api.manifests.get({ id })
    station.advance({ days: 40 })
    expect({
      waybillNo,
      shippedAt: shippedAt !== null,
      pieces: await statusesOf(id),
      late: (
        await station.api.returnedParts.list({
          offset: 0,
          limit: 5,
          sort: [],
          text: '',
          filter: { statuses: [], manufacturerId: null, view: 'late' },
        })
      ).total,
    }).toEqual({
      waybillNo: 'DPK2026112101',
      shippedAt: true,
      pieces: ['shipped', 'shipped'],
      late: 0,
    })
  })

  test('签收 with another count of boxes must be explained; a piece lost meanwhile stays lost', async () => {
    const { id, pieces } = await sealed()
    const { revision, ...content } = await station.api.manifests.get({ id })
    await station.api.manifests.save({ id, revision, content: { ...content, method: 'own' } })
    await takeManifestStep(station.api, id, 'ship')
    await station.api.returnedParts.step({ ids: [pieces[1]?.id ?? 0], event: 'lose', reason: '运输中丢失', storageBin: null })
    await expect(takeManifestStep(station.api, id, 'receive', { boxesReceived: 0 })).rejects.toMatchObject({
      problems: [{ key: 'manifest.differenceUnexplained' }],
    })
    await takeManifestStep(station.api, id, 'receive', { boxesReceived: 1 })
    expect(await statusesOf(id)).toEqual(['received', 'lost'])
  })

  test('a sealed list waits on the clerk’s desk; what the maker says of each piece is kept with it and ends the shipment; a verdict without its reason keeps nothing', async () => {
    const { id, pieces } = await sealed()
    const { revision, ...content } = await station.api.manifests.get({ id })
    await station.api.manifests.save({ id, revision, content: { ...content, method: 'own' } })
    const onDesk = async () => {
      const groups = await station.as('claimClerk').home.desk({ mineOnly: true, limit: 5 })
      return groups.filter(({ group }) => group === 'toShip').flatMap(({ rows }) => rows.map(({ status, what }) => `${status} ${what}`))
    }
    const waitsToShip = await onDesk()
    await takeManifestStep(station.api, id, 'ship')
    const shipped = await onDesk()
    const [good, bad] = pieces.map((piece) => piece.id)
    const clerk = station.as('claimClerk')
    await takeManifestStep(clerk, id, 'receive', { boxesReceived: 1 })
    const verdicts = (reason: string) => [
      { id: good ?? 0, event: 'accept' as const, reason: '' },
      { id: bad ?? 0, event: 'reject' as const, reason },
    ]
    await expect(takeManifestStep(clerk, id, 'judge', { verdicts: verdicts('') })).rejects.toMatchObject({ code: 'rule' })
    const held = (await station.api.manifests.get({ id })).boxes.flatMap((box) => box.pieces.map(({ status }) => status))
    await takeManifestStep(clerk, id, 'judge', { verdicts: verdicts('非质量问题') })
    const after = await station.api.manifests.get({ id })
    expect({
      waitsToShip,
      shipped,
      held,
      status: after.status,
      pieces: after.boxes.flatMap((box) => box.pieces.map(({ status, verdict, rejectReason }) => [status, verdict, rejectReason])),
    }).toEqual({
      waitsToShip: ['sealed ×2'],
      shipped: [],
      held: ['received', 'received'],
      status: 'judged',
      pieces: [
        ['accepted', 'accepted', ''],
        ['rejected', 'rejected', '非质量问题'],
      ],
    })
  })

  test('撤回 of a sealed list puts its pieces back on the shelf and keeps its number', async () => {
    const { id, pieces } = await sealed()
    const { no } = await station.api.manifests.get({ id })
    await takeManifestStep(station.api, id, 'withdraw', { reason: '厂方要求改期' })
    const after = await station.api.manifests.get({ id })
    const next = await aManifest()
    await station.api.manifests.pack({ id: next, boxNo: 1, scan: pieces[0]?.labelNo ?? '' })
    expect({ status: after.status, no: after.no, left: await boxesOf(id), next: await boxesOf(next) }).toEqual({
      status: 'withdrawn',
      no,
      left: [[1, []]],
      next: [[1, [pieces[0]?.labelNo]]],
    })
  })

  test('撤回 of a shipped list only when the carrier brought the goods back', async () => {
    const { id } = await sealed()
    const { revision, ...content } = await station.api.manifests.get({ id })
    await station.api.manifests.save({ id, revision, content: { ...content, method: 'own' } })
    await takeManifestStep(station.api, id, 'ship')
    await expect(takeManifestStep(station.api, id, 'withdraw', { reason: '发错' })).rejects.toMatchObject({
      problems: [{ key: 'manifest.carrierHasIt' }],
    })
    await takeManifestStep(station.api, id, 'withdraw', { reason: '发错', ticked: true })
    expect(
      (
        await station.api.returnedParts.list({
          offset: 0,
          limit: 5,
          sort: [],
          text: '',
          filter: { statuses: [], manufacturerId: null, view: 'toPack' },
        })
      ).total,
    ).toBe(2)
  })

  test('shipping is refused to who may only pack', async () => {
    const { id } = await sealed()
    await expect(takeManifestStep(station.as('partsKeeper'), id, 'ship')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
