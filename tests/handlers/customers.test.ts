import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPaper } from '#db/queries/papers'
import { localDate } from '#domain/dates'
import { AppError } from '#domain/errors'
import { aCustomer, builders, frames, type Builders, type Customer, type Unit } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost()
  given = builders(station)
})
afterEach(() => station.close())

const saved = (changes: Partial<Customer> = {}) => station.api.customers.save({ ...aCustomer(changes), id: null, revision: 0 })
const savedUnit = async (changes: Partial<Unit> = {}, ownerId?: number) =>
  station.api.customers.saveUnit({ ...given.aUnit(changes), ownerId: ownerId ?? (await saved()).id, id: null, revision: 0 })
const fieldsOf = (problems: readonly { key: string; field: string | null }[]) => problems.map(({ key, field }) => `${key} @ ${field}`)

test('what is typed is cleaned: blanks, full width, telephone and plate in their normal form', async () => {
  const { id } = await saved({ name: '  王\u200b喆 ', phone: '+86 138-1234-5678', phone2: '（0523）8888 7777' })
  const unit = await savedUnit({ plateNo: '苏m·7k216', frameNo: 'lzz1-blmj4 tj465057' }, id)
  expect(await station.api.customers.get({ id })).toMatchObject({
    name: '王喆',
    phone: '13812345678',
    phone2: '0523-88887777',
    unitCount: 1,
    units: [{ id: unit.id, plateNo: '苏M7K216', frameNo: 'LZZ1BLMJ4TJ465057', ownerName: '王喆' }],
  })
})

test.each([
  ['a name of one character', { name: '王' }, ['customer.nameShort @ name']],
  ['no telephone at all', { phone: '' }, ['customer.phoneMissing @ phone']],
  ['a telephone number that is none', { phone: '12345' }, ['identity.phoneForm @ phone']],
] as const)('%s is refused with the field', async (_, changes, expected) => {
  const error = await saved(changes).catch((refusal: unknown) => refusal)
  expect(error).toMatchObject({ code: 'invalid', sentence: { key: 'common.invalid' } })
  expect(fieldsOf((error as { problems: { key: string; field: string | null }[] }).problems)).toEqual(expected)
})

test('a foreign number passes when 其他号码 is ticked', async () => {
  const { id } = await saved({ phone: '+49 30 1234567', otherPhone: true })
  const onFile = await station.api.customers.get({ id })
  expect([onFile.phone, onFile.otherPhone]).toEqual(['+49301234567', true])
  await expect(station.api.customers.save({ ...onFile, address: '柏林' })).resolves.toMatchObject({ id })
  expect((await station.api.customers.get({ id: (await saved()).id })).otherPhone).toBe(false)
})

test('the same frame number of one maker is refused and names the owner', async () => {
  await savedUnit()
  await expect(
    savedUnit({ frameNo: frames[0], engineNo: '' }, (await saved({ name: '赵伟', phone: '13900000001' })).id),
  ).rejects.toMatchObject({
    code: 'invalid',
    problems: [{ key: 'unit.frameTaken', field: 'frameNo', params: { frameNo: frames[0], owner: '李建华', phone: '13812345678' } }],
  })
})

test('a VIN with a wrong check digit warns, one of wrong form stops unless 旧车架号 is ticked', async () => {
  const { id } = await saved()
  const wrongDigit = await savedUnit({ frameNo: 'LZZ1BLMJ5TJ465057' }, id)
  const refused = await savedUnit({ frameNo: 'LZZ465057', engineNo: '' }, id).catch((error: unknown) => error)
  const legacy = await station.api.customers.saveUnit({
    ...given.aUnit({ frameNo: 'LZZ465057', engineNo: '', legacyFrame: true }),
    ownerId: id,
    id: null,
    revision: 0,
  })
  expect([fieldsOf(wrongDigit.warnings), refused, legacy.warnings]).toEqual([
    ['identity.vinCheckDigit @ frameNo'],
    expect.objectContaining({ problems: [expect.objectContaining({ key: 'identity.vinForm', level: 'stop' })] }),
    [],
  ])
  // what was ticked once stands on the record: its plate changes without another tick
  const [vin, old] = await Promise.all([wrongDigit, legacy].map(({ id: unitId }) => station.api.customers.getUnit({ id: unitId })))
  expect([vin?.legacyFrame, old?.legacyFrame]).toEqual([false, true])
  await expect(station.api.customers.saveUnit({ ...old!, plateNo: '苏B12345' })).resolves.toMatchObject({ id: legacy.id })
})

test('dates out of order stop, a long time in stock and a known engine number warn', async () => {
  const { id } = await saved()
  await expect(savedUnit({ manufacturedOn: localDate('2026-04-01'), purchasedOn: localDate('2026-03-15') }, id)).rejects.toMatchObject({
    problems: [{ key: 'unit.purchaseBeforeMade' }],
  })
  await expect(savedUnit({ purchasedOn: localDate('2026-11-22') }, id)).rejects.toMatchObject({
    problems: [{ key: 'unit.inFuture', field: 'purchasedOn' }],
  })
  await savedUnit({}, id)
  const { warnings } = await savedUnit({ frameNo: frames[1], manufacturedOn: localDate('2023-01-10') }, id)
  expect(fieldsOf(warnings)).toEqual(['unit.longInStock @ purchasedOn', 'unit.engineTaken @ engineNo'])
})

test('while typing only the fields given so far are judged, and a twin is pointed out', async () => {
  await saved()
  const problems = await station.api.customers.check({ customer: { name: '李建华', phone: '138 1234 5678' }, unit: { plateNo: '示A1' } })
  expect(fieldsOf(problems)).toEqual(['customer.twin @ phone', 'identity.plateForm @ plateNo'])
})

test('the owner changes with history; the same owner, an earlier day and an old revision are refused', async () => {
  const first = await saved()
  const second = await saved({ name: '赵伟', phone: '13900000001' })
  const unit = await savedUnit({}, first.id)
  const change = { unitId: unit.id, revision: 0, customerId: second.id, on: localDate('2026-10-01') }
  await expect(station.api.customers.changeOwner({ ...change, customerId: first.id })).rejects.toMatchObject({
    sentence: { key: 'unit.sameOwner' },
  })
  await expect(station.api.customers.changeOwner({ ...change, on: localDate('2026-03-14') })).rejects.toMatchObject({
    sentence: { key: 'unit.ownerBeforeLast' },
  })
  await station.api.customers.changeOwner(change)
  await expect(station.api.customers.changeOwner({ ...change, customerId: first.id })).rejects.toMatchObject({ code: 'conflict' })
  expect(await station.api.customers.getUnit({ id: unit.id })).toMatchObject({
    ownerId: second.id,
    ownerName: '赵伟',
    revision: 1,
    owners: [
      { customerId: first.id, name: '李建华', since: '2026-03-15' },
      { customerId: second.id, name: '赵伟', since: '2026-10-01' },
    ],
  })
})

test('a changed meter keeps the true distance; it cannot show less than was read before', async () => {
  const { id } = await given.anOrder()
  const { unit } = await station.api.workOrders.get({ id })
  const change = { unitId: unit.id, revision: unit.revision, on: localDate('2026-11-21'), newReading: 0, reason: '仪表进水更换' }
  await expect(station.api.customers.changeOdometer({ ...change, oldReading: 3000 })).rejects.toMatchObject({
    problems: [{ key: 'unit.odometerBackwards', field: 'oldReading' }],
  })
  await station.api.customers.changeOdometer({ ...change, oldReading: 3250 })
  expect(await station.api.customers.getUnit({ id: unit.id })).toMatchObject({
    lastMileage: 0,
    mileageOffset: 3250,
    odometerChanges: [{ on: '2026-11-21', oldReading: 3250, newReading: 0, reason: '仪表进水更换', by: '王振华' }],
  })
})

test('the story of a unit tells its repairs with the parts that were changed', async () => {
  const { id, no } = await given.anOrder()
  const { unit } = await station.api.workOrders.get({ id })
  const { orders } = await station.api.customers.getUnit({ id: unit.id })
  expect(orders).toMatchObject([
    {
      id,
      no,
      mileage: 3200,
      nature: 'warranty',
      customerStatement: '行驶中突然熄火，等二十分钟后能着车',
      parts: [{ code: 'X-31310', name: '点火线圈总成', qty: 1 }],
      claim: null,
      papers: [],
    },
  ])
  expect(await station.api.customers.find({ text: '7K216', limit: 5 })).toMatchObject([
    { customer: { name: '李建华', orderCount: 1, lastOrderAt: station.now() }, unit: { id: unit.id } },
  ])
})

test('the lists sort, narrow and count', async () => {
  const first = await saved({ name: '王喆', phone: '13800000001' })
  await saved({ name: '示例运输公司', phone: '0523-88887777', kind: 'company' })
  await savedUnit({}, first.id)
  const list = (text: string, kind: 'company' | null = null) =>
    station.api.customers.list({ offset: 0, limit: 10, sort: [{ column: 'name', direction: 'asc' }], text, filter: { kind } })
  const names = async (...asked: Parameters<typeof list>) => {
    const { rows, total } = await list(...asked)
    return [...rows.map((row) => row.name), total]
  }
  expect([
    await names(''),
    await names('', 'company'),
    await names('wz'),
    await names('88887777'),
    await names('1'),
    await names('%'),
  ]).toEqual([['王喆', '示例运输公司', 2], ['示例运输公司', 1], ['王喆', 1], ['示例运输公司', 1], ['王喆', 1], [0]])
  const units = await station.api.customers.listUnits({
    offset: 0,
    limit: 10,
    sort: [],
    text: '465057',
    filter: { manufacturerId: given.manufacturerId },
  })
  expect(units).toMatchObject({ total: 1, rows: [{ ownerName: '王喆', modelCode: 'SL125-6A' }] })
})

test('a model that numbers its frames in its own way says so: another number is doubted at intake, a pattern nobody can read is refused', async () => {
  const model = {
    id: null,
    revision: 0,
    code: 'EB-1',
    name: '示例电动自行车',
    category: 'ebike' as const,
    manufacturerId: given.manufacturerId,
    policyId: null,
    usesVin: false,
    usesMileage: false,
    serialRule: 'T\\d{8}',
    active: true,
  }
  await expect(station.api.catalogue.saveModel({ ...model, serialRule: 'T(' })).rejects.toMatchObject({
    problems: [{ key: 'identity.badSerialRule', field: 'serialRule' }],
  })
  const { id } = await station.api.catalogue.saveModel(model)
  const found = async (frameNo: string) =>
    (await station.api.customers.check({ customer: {}, unit: { modelId: id, manufacturerId: given.manufacturerId, frameNo } })).map(
      ({ key, level }) => `${level} ${key}`,
    )
  expect([await found('T1234'), await found('T12345678')]).toEqual([['warn identity.serialForm'], []])
})

test('who may not edit customers is refused', async () => {
  await expect(station.as('technician').customers.save({ ...aCustomer(), id: null, revision: 0 })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

describe('what a voucher prints of vehicle and customer stands until its claim has gone', () => {
  const refusalOf = async (saving: Promise<unknown>) => {
    const refusal = await saving.then(
      () => null,
      (error: unknown) => error,
    )
    return refusal instanceof AppError ? [refusal.sentence.key, ...refusal.problems.map(({ key, field }) => `${key} ${field}`)] : refusal
  }

  test('another value is refused field by field; what it left empty is filled in, what it does not print changes', async () => {
    const order = await aDeliveredOrder(station, { unit: { warrantyCardNo: '' } })
    const { unit, customer } = await station.api.workOrders.get({ id: order.id })
    const { saveUnit, save } = station.api.customers
    expect(
      await refusalOf(
        saveUnit({ ...unit, frameNo: frames[1], engineNo: 'SL156FMI-26A00124', purchasedOn: localDate('2026-03-16'), invoiceNo: '' }),
      ),
    ).toEqual([
      'record.frozen',
      'record.printed frameNo',
      'record.printed engineNo',
      'record.printed purchasedOn',
      'record.printed invoiceNo',
    ])
    expect(await refusalOf(save({ ...customer, name: '李剑华' }))).toEqual(['record.frozen', 'record.printed name'])
    await saveUnit({ ...unit, color: '红', plateNo: '苏M8K217', warrantyCardNo: 'SB26031501' })
    await save({ ...customer, phone: '13912345678', address: '示例市城西区' })
  })

  test('after 作废 it is corrected and issued anew, and the claim goes with what the new one prints', async () => {
    const order = await aDeliveredOrder(station)
    const { unit, customer } = await station.api.workOrders.get({ id: order.id })
    await station.api.papers.void({ id: order.voucherPaperId, reason: '车架号抄错', copiesBack: true })
    await station.api.customers.saveUnit({ ...unit, frameNo: frames[1], engineNo: 'E9-0009' })
    await station.api.customers.save({ ...customer, name: '李剑华' })
    const { revision } = await station.api.workOrders.get({ id: order.id })
    const { paperId } = await station.as('reception').workOrders.issueVoucher({ id: order.id, revision })
    const printed = findPaper(station.db(), paperId)?.paper ?? ''
    expect([frames[1], 'E9-0009', '李剑华'].map((text) => printed.includes(text))).toEqual([true, true, true])
    expect(
      await refusalOf(station.api.customers.save({ ...(await station.api.customers.get({ id: customer.id })), name: '李建华' })),
    ).toEqual(['record.frozen', 'record.printed name'])
  })
})
