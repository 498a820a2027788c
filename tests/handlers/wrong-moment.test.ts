import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { builders, contentOnFile, frames, takeStep, type Builders } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, labelOldParts, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-10' })
  given = builders(station)
})
afterEach(() => station.close())

const other = { customer: { phone: '13712345678', name: '王喆' }, unit: { frameNo: frames[2], engineNo: 'E3-0001' } }

/** That it is refused by this sentence. */
const by = (key: string) => ({ sentence: { key } })

describe('a claim in a batch', () => {
  test('is taken out of the batch before it is changed or given up, and only while the batch is a draft', async () => {
    const { claimId } = await aDeliveredOrder(station)
    const clerk = station.as('claimClerk')
    const { id } = await aBuiltBatch(station)
    const { revision } = await clerk.claims.get({ id: claimId })
    await expect(clerk.claims.sendBack({ id: claimId, revision })).rejects.toMatchObject(by('claim.inBatch'))
    await expect(station.api.claims.void({ id: claimId, revision, reason: '用户改为自费', bearer: 'paid' })).rejects.toMatchObject(
      by('claim.inBatch'),
    )

    await takeBatchStep(clerk, id, 'seal')
    const sealed = await clerk.batches.get({ id })
    await expect(clerk.batches.removeClaim({ id, revision: sealed.revision, claimId })).rejects.toMatchObject(by('batch.fixed'))
    expect((await clerk.batches.get({ id })).claims).toHaveLength(1)
  })

  test('is taken out of its own batch only', async () => {
    await aDeliveredOrder(station)
    const { id } = await aBuiltBatch(station)
    const late = await aDeliveredOrder(station, other)
    const { revision } = await station.api.batches.get({ id })
    await expect(station.as('claimClerk').batches.removeClaim({ id, revision, claimId: late.claimId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('keeps its voucher: what waits in a batch is not void behind its back', async () => {
    const { voucherPaperId } = await aDeliveredOrder(station)
    await aBuiltBatch(station)
    await expect(station.api.papers.void({ id: voucherPaperId, reason: '姓名写错', copiesBack: true })).rejects.toMatchObject(
      by('paper.voucherClaimed'),
    )
    expect((await station.api.papers.get({ id: voucherPaperId })).status).toBe('issued')
  })
})

describe('a voucher', () => {
  test('is not issued for what the customer pays, nor signed before the vehicle is handed over', async () => {
    const paid = await given.anOrder({
      content: {
        nature: 'paid',
        partLines: [given.aPartLine({ chargeMode: 'paid' })],
        labourLines: [given.aLabourLine({ chargeMode: 'paid' })],
      },
    })
    await takeStep(station.as('technician'), paid.id, 'start')
    await takeStep(station.as('technician'), paid.id, 'finish')
    await takeStep(station.as('technician', 3), paid.id, 'passInspection')
    const { revision } = await station.api.workOrders.get({ id: paid.id })
    await expect(station.as('reception').workOrders.issueVoucher({ id: paid.id, revision })).rejects.toMatchObject(
      by('order.paidHasNoVoucher'),
    )

    const { id } = await given.anOrder(other)
    await takeStep(station.as('technician'), id, 'start')
    await takeStep(station.as('technician'), id, 'finish')
    await labelOldParts(station, id)
    await takeStep(station.as('technician', 3), id, 'passInspection')
    const before = await station.api.workOrders.get({ id })
    await station.as('reception').workOrders.issueVoucher({ id, revision: before.revision })
    const { revision: issued } = await station.api.workOrders.get({ id })
    await expect(station.as('reception').workOrders.recordSignature({ id, revision: issued })).rejects.toMatchObject(
      by('order.signedAtDelivery'),
    )
  })

  test('freezes the decision as well; a decision that stands needs no approval', async () => {
    const order = await aDeliveredOrder(station)
    const approval = { approvalNo: 'TP-2026-001', reason: '厂方服务部电话同意' }
    const printed = await station.api.workOrders.get({ id: order.id })
    await expect(station.api.workOrders.override({ id: order.id, revision: printed.revision, ...approval })).rejects.toMatchObject(
      by('order.frozen'),
    )
    const covered = await given.anOrder(other)
    const { revision } = await station.api.workOrders.get({ id: covered.id })
    await expect(station.api.workOrders.override({ id: covered.id, revision, ...approval })).rejects.toMatchObject(
      by('order.overrideNotNeeded'),
    )
  })
})

const papersNow = async () =>
  (await station.api.papers.list({ offset: 0, limit: 20, sort: [], text: '', filter: { form: null, status: 'issued', period: null } })).rows

test('a piece in a box keeps the label it wears, and a list in force its manifest', async () => {
  const { id } = await aDeliveredOrder(station)
  const keeper = station.as('partsKeeper')
  const [piece] = (await station.api.workOrders.get({ id })).returnedParts
  const manifest = await keeper.manifests.create({ manufacturerId: given.manufacturerId })
  await keeper.manifests.pack({ id: manifest.id, boxNo: 1, scan: piece?.labelNo ?? '' })
  const label = (await papersNow()).find(({ form }) => form === 'F30')
  await expect(station.api.papers.void({ id: label?.id ?? 0, reason: '标签撕破', copiesBack: true })).rejects.toMatchObject(
    by('paper.labelPacked'),
  )

  const { revision } = await keeper.manifests.get({ id: manifest.id })
  await keeper.manifests.step({ id: manifest.id, revision, event: 'seal', reason: '', waybillNo: null, boxesReceived: null, ticked: true })
  const list = (await papersNow()).find(({ form }) => form === 'F31' || form === 'F17')
  await expect(station.api.papers.void({ id: list?.id ?? 0, reason: '箱数写错', copiesBack: true })).rejects.toMatchObject(
    by('paper.voidByManifest'),
  )
})

describe('a vehicle and its owner', () => {
  test('change hands today at the latest, not tomorrow, and are delivered after they are bought', async () => {
    const { id } = await given.anOrder()
    const { unit } = await station.api.workOrders.get({ id })
    const { id: buyer } = await station.api.customers.save({
      name: '王喆',
      kind: 'person',
      phone: '13712345678',
      phone2: '',
      contactName: '',
      address: '',
      note: '',
      id: null,
      revision: 0,
    })
    const { revision } = await station.api.customers.getUnit({ id: unit.id })
    await expect(
      station.api.customers.changeOwner({ unitId: unit.id, revision, customerId: buyer, on: addDays(station.today(), 1) }),
    ).rejects.toMatchObject(by('unit.inFuture'))
    await expect(given.anOrder({ ...other, unit: { ...other.unit, deliveredOn: localDate('2026-03-01') } })).rejects.toMatchObject({
      problems: [{ key: 'unit.deliveryBeforePurchase', field: 'unit.deliveredOn' }],
    })
  })
})

test('a report from tomorrow is no report', async () => {
  await expect(given.anOrder({ content: { reportedAt: given.hoursAgo(-30) } })).rejects.toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ key: 'order.inFuture', field: 'reportedAt' })]),
  })
})

test('files that are empty or belong to no order are not kept', async () => {
  const { id } = await given.anOrder()
  const technician = station.as('technician')
  const add = (workOrderId: number, bytes: Uint8Array) =>
    technician.attachments.add({ workOrderId, uploadId: station.host.upload('a.jpg', bytes), kind: 'faultPart', thumbUploadId: null })
  await expect(add(id, new Uint8Array())).rejects.toMatchObject(by('attachment.empty'))
  await expect(add(99_999, Buffer.from('picture'))).rejects.toMatchObject({ code: 'not-found' })
  expect(await technician.attachments.list({ workOrderId: id })).toEqual([])
})

test('a manufacturer with orders keeps its code, and two never share one', async () => {
  const [maker] = await station.api.catalogue.manufacturers({})
  const { id: second } = await station.api.catalogue.newManufacturer({ code: 'NEW', name: '另一家厂', shortName: '另一家' })
  const fields = {
    name: '另一家厂',
    shortName: '另一家',
    serviceDept: '',
    phone: '',
    address: '',
    returnTemplate: 'F17',
    hourRateFen: fen(6000),
  } as const
  const [, another] = await station.api.catalogue.manufacturers({})
  await expect(
    station.api.station.nameMaker({ id: second, code: maker?.code ?? '', revision: another?.revision ?? 0, ...fields }),
  ).rejects.toMatchObject(by('station.codeTaken'))
  await given.anOrder()
  await expect(
    station.api.station.nameMaker({ id: maker?.id ?? 0, code: 'OTHER', revision: maker?.revision ?? 0, ...fields }),
  ).rejects.toMatchObject(by('station.makerInUse'))
})

test('a model keeps to policies of its own manufacturer, a technician to outlets that are open', async () => {
  const { catalogue } = station.api
  const { id: second } = await catalogue.newManufacturer({ code: 'NEW', name: '另一家厂', shortName: '另一家' })
  const [sample] = (await catalogue.listModels({ offset: 0, limit: 1, sort: [], text: '', filter: { activeOnly: true } })).rows
  await expect(catalogue.saveModel({ ...sample!, id: null, revision: 0, code: 'NEW-1', manufacturerId: second })).rejects.toMatchObject({
    problems: [{ key: 'catalogue.otherMaker', field: 'policyId' }],
  })
  const outlet = { code: 'W1', name: '网点一', contact: '', phone: '', address: '' }
  const closed = await catalogue.saveOutlet({ ...outlet, id: null, revision: 0, active: false })
  await expect(
    catalogue.saveTechnician({
      id: null,
      revision: 0,
      code: 'J99',
      name: '周师傅',
      grade: '',
      teamName: '',
      certNo: '',
      certExpiresOn: null,
      phone: '',
      outletId: closed.id,
      active: true,
    }),
  ).rejects.toMatchObject({ problems: [{ key: 'catalogue.retired', field: 'outletId' }] })
})

test('sheets kept for a record: one number each, printed pack by pack', async () => {
  const reserve = async () =>
    (
      await station.api.numbers.reserve({
        form: 'F16',
        manufacturerId: given.manufacturerId,
        count: 2,
        purpose: 'reserve',
        reason: '停电时手填',
        holder: '前台小李',
        dueOn: addDays(station.today(), 7),
      })
    ).blanks
  const [first, second] = [await reserve(), await reserve()].map((blanks) => blanks[0]?.id ?? 0)
  const { id } = await given.anOrder()
  const keep = (blank: number, order: number) => station.api.numbers.keepFor({ id: blank, subject: { kind: 'workOrder', id: order } })
  await expect(keep(first ?? 0, 99_999)).rejects.toMatchObject({ code: 'not-found' })
  await keep(first ?? 0, id)
  await expect(keep(second ?? 0, id)).rejects.toMatchObject(by('blank.subjectKept'))
  await station.api.numbers.keepFor({ id: first ?? 0, subject: null })
  await keep(second ?? 0, id)
  await expect(
    station.api.numbers.printBlanks({ ids: [first ?? 0, second ?? 0], options: { profile: 'default', startAt: 1 }, reason: '' }),
  ).rejects.toMatchObject(by('blank.onePack'))
})

test('nothing to print is said, not printed', async () => {
  await expect(
    station.api.papers.printPeriod({
      from: localDate('2020-01-01'),
      to: localDate('2020-01-31'),
      state: 'all',
      exportId: crypto.randomUUID(),
      forms: ['F16'],
      into: 'pdf',
      reason: '',
    }),
  ).rejects.toMatchObject(by('paper.noneInPeriod'))
  await expect(
    station.api.numbers.print({ filter: { form: 'F16', year: null, state: null, packId: null }, text: '' }),
  ).rejects.toMatchObject(by('lists.exportEmpty'))
})

test('a form says which field is too long, and which is no date', async () => {
  const begun = await station.api.forms.begin({ form: 'F13', manufacturerId: given.manufacturerId, workOrderId: null })
  const { problems } = await station.api.forms.save({
    id: null,
    revision: 0,
    form: 'F13',
    manufacturerId: given.manufacturerId,
    workOrderId: null,
    content: { ...begun, values: { ...begun.values, customerName: '长'.repeat(300), filledOn: '2026-02-30' } },
  })
  expect(
    problems
      .filter(({ field }) => ['values.customerName', 'values.filledOn'].includes(field ?? ''))
      .map(({ key, field }) => `${key} ${field}`)
      .sort(),
  ).toEqual(['form.tooLong values.customerName', 'form.wrong.date values.filledOn'])
})

test('the old PIN is guessed no faster than the sign-in', async () => {
  const guess = () => station.api.session.changePin({ old: '0000', pin: '4711' })
  for (let nth = 0; nth < 12; nth += 1) await guess().catch(() => undefined)
  await expect(guess()).rejects.toMatchObject(by('session.slowDown'))
})

test('an order that was just corrected at another seat is not saved over', async () => {
  const { id } = await given.anOrder()
  const { revision, content } = await contentOnFile(station.api, id)
  await station.as('technician').workOrders.save({ id, revision, content: { ...content, faultReason: '壳体裂纹' }, draftKey: null })
  await expect(
    station.as('reception').workOrders.save({ id, revision, content: { ...content, note: '加急' }, draftKey: null }),
  ).rejects.toMatchObject({ code: 'conflict' })
})
