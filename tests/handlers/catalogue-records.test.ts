import { afterEach, beforeEach, expect, test } from 'vitest'
import { localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let manufacturerId: number

beforeEach(async () => {
  station = await openTestHost()
  manufacturerId = (await station.api.catalogue.manufacturers({}))[0]?.id ?? 0
})
afterEach(() => station.close())

const block = { offset: 0, limit: 50, sort: [] }
const labour = { revision: 0, code: ' x0101', name: '调整气门间隙', hours: 50, system: '发动机', active: true }
const models = () => station.api.catalogue.listModels({ ...block, text: '', filter: { activeOnly: false } })

test('a labour code is made, changed, retired and, never used, deleted', async () => {
  const { catalogue } = station.api
  const made = await catalogue.saveLabour({ ...labour, id: null, manufacturerId })
  const changed = await catalogue.saveLabour({ ...labour, ...made, manufacturerId, hours: 80 })
  await expect(catalogue.saveLabour({ ...labour, ...made, manufacturerId })).rejects.toMatchObject({ code: 'conflict' })
  const found = () => catalogue.labourCodes({ text: 'X0101', manufacturerId, limit: 5 })
  expect(await found()).toMatchObject([{ code: 'X0101', hours: 80, revision: 1 }])
  const retired = await catalogue.saveLabour({ ...labour, ...changed, manufacturerId, active: false })
  const listed = async (activeOnly: boolean) => (await catalogue.listLabour({ ...block, text: 'x0101', filter: { activeOnly } })).total
  expect({ found: await found(), inUse: await listed(true), all: await listed(false) }).toEqual({ found: [], inUse: 0, all: 1 })
  await catalogue.removeRecord({ list: 'labour', ...retired })
  expect(await listed(false)).toBe(0)
})

test('many are retired together and brought back; what stood so already is left alone, and only its keeper may', async () => {
  const { catalogue } = station.api
  const [first, second, third] = (await models()).rows
  const ids = [first!.id, second!.id]
  await catalogue.saveModel({ ...second!, active: false })
  expect(await catalogue.setInUse({ list: 'models', ids, active: false })).toEqual({
    changed: [{ id: first!.id, revision: first!.revision + 1 }],
  })
  const standing = async () => new Map((await models()).rows.map(({ id, active }) => [id, active]))
  expect(await standing().then((now) => [...ids, third!.id].map((id) => now.get(id)))).toEqual([false, false, true])
  await expect(catalogue.saveModel({ ...first!, name: '别的叫法' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await catalogue.setInUse({ list: 'models', ids: [first!.id], active: true })).toMatchObject({ changed: [{ id: first!.id }] })
  expect(await standing().then((now) => [...ids, third!.id].map((id) => now.get(id)))).toEqual([true, false, true])
  await expect(station.as('partsKeeper').catalogue.setInUse({ list: 'technicians', ids: [1], active: false })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('what is wrong is said at its field', async () => {
  const { catalogue } = station.api
  const [sample] = (await models()).rows
  await expect(catalogue.saveLabour({ ...labour, id: null, manufacturerId, name: ' ', hours: 5 })).rejects.toMatchObject({
    problems: [
      { key: 'catalogue.needed', field: 'name' },
      { key: 'amounts.hours', field: 'hours' },
    ],
  })
  await expect(catalogue.saveModel({ ...sample!, id: null, revision: 0 })).rejects.toMatchObject({
    problems: [{ key: 'station.codeTaken', field: 'code' }],
  })
  await expect(
    catalogue.saveOutlet({ id: null, revision: 0, code: 'W1', name: '网点一', contact: '', phone: '123', address: '', active: true }),
  ).rejects.toMatchObject({ problems: [{ field: 'phone' }] })
  await expect(
    catalogue.saveTechnician({
      id: null,
      revision: 0,
      code: 'J99',
      name: '周师傅',
      grade: '',
      teamName: '',
      certNo: '',
      certExpiresOn: localDate('2027-01-01'),
      phone: '',
      outletId: null,
      active: true,
    }),
  ).rejects.toMatchObject({ problems: [{ key: 'catalogue.certNo', field: 'certNo' }] })
})

test('what is in use stays: a model with vehicles, a technician with orders, an outlet with technicians', async () => {
  const { catalogue } = station.api
  const given = builders(station)
  await given.anOrder()
  const model = (await models()).rows.find(({ id }) => id === given.aUnit().modelId)
  await expect(catalogue.removeRecord({ list: 'models', id: model!.id, revision: model!.revision })).rejects.toMatchObject({
    sentence: { key: 'catalogue.inUse', params: { where: '车辆 1 处' } },
  })
  const outlet = await catalogue.saveOutlet({
    id: null,
    revision: 0,
    code: 'w1',
    name: '望城网点',
    contact: '',
    phone: '0731-88888888',
    address: '',
    active: true,
  })
  const [person] = (await catalogue.listTechnicians({ ...block, text: '', filter: { activeOnly: true } })).rows
  await catalogue.saveTechnician({ ...person!, outletId: outlet.id })
  await expect(catalogue.removeRecord({ list: 'outlets', ...outlet })).rejects.toMatchObject({ sentence: { key: 'catalogue.inUse' } })
})

test('a dated price is what a part costs on its days; begun, it is ended and not deleted', async () => {
  const keeper = station.as('partsKeeper')
  const [part] = await keeper.catalogue.parts({ text: '10000-SLA-0000', manufacturerId, limit: 1 })
  const price = {
    revision: 0,
    partId: part!.id,
    validFrom: localDate('2026-11-01'),
    validTo: localDate('2026-11-30'),
    priceFen: fen(77_700),
    retailPriceFen: null,
    source: '2026-11 号',
  }
  const made = await keeper.catalogue.savePrice({ ...price, id: null })
  const on = async (day: string | null) =>
    (await keeper.catalogue.parts({ text: part!.code, manufacturerId, limit: 1, on: day === null ? null : localDate(day) }))[0]?.priceFen
  expect({ today: await on(null), before: await on('2026-10-31'), last: await on('2026-11-30'), after: await on('2026-12-01') }).toEqual({
    today: 77_700,
    before: part!.priceFen,
    last: 77_700,
    after: part!.priceFen,
  })
  await expect(keeper.catalogue.savePrice({ ...price, id: null, partId: 0 })).rejects.toMatchObject({
    problems: [{ key: 'catalogue.needed', field: 'partCode' }],
  })
  await expect(keeper.catalogue.savePrice({ ...price, id: null })).rejects.toMatchObject({
    problems: [{ key: 'catalogue.priceTwice', field: 'validFrom' }],
  })
  await expect(
    keeper.catalogue.savePrice({ ...price, id: null, validFrom: localDate('2027-02-01'), validTo: null, priceFen: fen(0) }),
  ).rejects.toMatchObject({ problems: [{ key: 'catalogue.needed', field: 'priceFen' }] })
  await expect(keeper.catalogue.removeRecord({ list: 'prices', ...made })).rejects.toMatchObject({
    sentence: { key: 'catalogue.priceBegun' },
  })
  const later = await keeper.catalogue.savePrice({ ...price, id: null, validFrom: localDate('2027-01-01'), validTo: null })
  await keeper.catalogue.removeRecord({ list: 'prices', ...later })
  expect(
    (await keeper.catalogue.listPrices({ ...block, text: 'fdjzc', filter: { partId: null, current: false } })).rows.map(
      ({ validFrom }) => validFrom,
    ),
  ).toEqual(['2026-11-01'])
})

test('of lists that overlap, what is in force today is the one begun last; what begins later is not yet', async () => {
  const keeper = station.as('partsKeeper')
  const [first, second] = await keeper.catalogue.parts({ text: '10000', manufacturerId, limit: 2 })
  const save = async (partId: number, validFrom: string, validTo: string | null, price: number) =>
    keeper.catalogue.savePrice({
      id: null,
      revision: 0,
      partId,
      validFrom: localDate(validFrom),
      validTo: validTo === null ? null : localDate(validTo),
      priceFen: fen(price),
      retailPriceFen: null,
      source: '',
    })
  await save(first!.id, '2026-01-01', null, 100)
  await save(first!.id, '2026-06-01', null, 200)
  await save(first!.id, '2026-07-01', '2026-07-31', 300)
  await save(first!.id, '2027-06-01', null, 400)
  await save(second!.id, '2026-01-01', null, 500)
  const { rows } = await keeper.catalogue.listPrices({ ...block, text: '', filter: { partId: null, current: true } })
  expect(rows.map(({ partId, priceFen }) => [partId, priceFen])).toEqual([
    [first!.id, 200],
    [second!.id, 500],
  ])
})

test('a day off shifts a term once it is on file; what has passed is only changed', async () => {
  const { catalogue } = station.api
  const made = await catalogue.saveHoliday({ id: null, revision: 0, day: localDate('2028-01-03'), working: false, note: '' })
  expect(made).toEqual({ id: 20_280_103, revision: 0 })
  await expect(
    catalogue.saveHoliday({ id: null, revision: 0, day: localDate('2028-01-03'), working: true, note: '' }),
  ).rejects.toMatchObject({ problems: [{ key: 'catalogue.dayTwice' }] })
  const changed = await catalogue.saveHoliday({ ...made, day: localDate('2028-01-03'), working: true, note: '调休' })
  await catalogue.removeRecord({ list: 'holidays', ...changed })
  const [past] = (await catalogue.listHolidays({ ...block, text: '', filter: { year: 2025 } })).rows
  await expect(catalogue.removeRecord({ list: 'holidays', id: past!.id, revision: past!.revision })).rejects.toMatchObject({
    sentence: { key: 'catalogue.dayPassed' },
  })
})

test('the claim clerk keeps the codes, the parts keeper the parts, the chief the people; everyone reads', async () => {
  const refused = { code: 'forbidden' }
  await expect(station.as('partsKeeper').catalogue.saveLabour({ ...labour, id: null, manufacturerId })).rejects.toMatchObject(refused)
  await expect(station.as('claimClerk').catalogue.removeRecord({ list: 'technicians', id: 1, revision: 0 })).rejects.toMatchObject(refused)
  await expect(
    station.as('claimClerk').catalogue.saveHoliday({ id: null, revision: 0, day: localDate('2028-01-03'), working: false, note: '' }),
  ).rejects.toMatchObject(refused)
  expect((await station.as('technician').catalogue.faultTree({})).length).toBeGreaterThan(3)
})
