import { afterEach, beforeEach, expect, test } from 'vitest'
import { fen } from '#domain/money'
import { findManufacturer } from '#db/queries/manufacturers'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let manufacturerId: number

beforeEach(async () => {
  station = await openTestHost()
  manufacturerId = (await station.api.catalogue.manufacturers({}))[0]?.id ?? 0
})
afterEach(() => station.close())

const find = (what: 'models' | 'parts' | 'labourCodes' | 'faultCodes', text: string, limit = 3) =>
  station.api.catalogue[what]({ text, manufacturerId, limit })

const findParts = (text: string) => station.api.catalogue.parts({ text, manufacturerId, limit: 1 })

test('codes are found by code, name or initials, the exact one first', async () => {
  const codes = async (...asked: Parameters<typeof find>) => (await find(...asked)).map((row) => row.code)
  expect({
    code: await codes('parts', '10000-slb-0100', 1),
    beginning: await codes('parts', '10000', 1),
    name: await codes('parts', '发动机总成', 1),
    initials: await codes('parts', 'fdjzc', 1),
    words: await codes('parts', '发动机 172MM', 5),
    model: await codes('models', '125T', 1),
    labour: await codes('labourCodes', 'ghfdjzc', 1),
    fault: await codes('faultCodes', '曲轴油封 机油', 1),
    none: await codes('parts', '100%'),
  }).toEqual({
    code: ['10000-SLB-0100'],
    beginning: ['10000-SLA-0000'],
    name: ['10000-SLA-0000'],
    initials: ['10000-SLA-0000'],
    words: ['10000-SLD-0300'],
    model: ['SL125T-5'],
    labour: ['DG0101'],
    fault: ['GZ010103'],
    none: [],
  })
})

test('a new part is found at once; its code is unique per maker; an old revision is refused', async () => {
  const [sample] = await findParts('10000-SLA-0000')
  const { id: _, ...fields } = sample!
  const { id } = await station
    .as('partsKeeper')
    .catalogue.savePart({ ...fields, id: null, revision: 0, code: ' 31310-x01-0001', name: '点火线圈总成' })
  await expect(station.api.catalogue.savePart({ ...fields, id: null, revision: 0 })).rejects.toMatchObject({
    sentence: { key: 'station.codeTaken', params: { what: '零件', code: '10000-SLA-0000', name: '发动机总成' } },
  })
  const [made] = await findParts('31310-X01')
  await station.api.catalogue.savePart({ ...made!, priceFen: fen(9900) })
  await expect(station.api.catalogue.savePart({ ...made!, priceFen: fen(100) })).rejects.toMatchObject({ code: 'conflict' })
  await expect(station.api.catalogue.savePart({ ...made!, revision: 1, priceFen: fen(-1) })).rejects.toMatchObject({ code: 'invalid' })
  expect(await findParts('31310-X01')).toMatchObject([{ id, code: '31310-X01-0001', priceFen: 9900, revision: 1 }])
})

test('the list of parts sorts, narrows and counts', async () => {
  const page = { offset: 0, limit: 2, sort: [{ column: 'priceFen', direction: 'desc' } as const], text: '发动机' }
  const { rows, total } = await station.api.catalogue.listParts({ ...page, filter: { category: 'main', activeOnly: true } })
  expect([rows.map((row) => row.name), total >= 2]).toEqual([['发动机总成', '发动机总成'], true])
})

test('models stand by the name of their policy when asked, technicians by that of their outlet', async () => {
  const page = { offset: 0, limit: 50, text: '', filter: { activeOnly: true } }
  const byPolicy = await station.api.catalogue.listModels({ ...page, sort: [{ column: 'policyId', direction: 'asc' }] })
  const names = new Map((await station.api.catalogue.policies({})).map(({ id, name }) => [id, name]))
  const said = byPolicy.rows.map(({ policyId }) => (policyId === null ? '' : (names.get(policyId) ?? '')))
  expect([said, new Set(said).size > 1]).toEqual([said.toSorted(), true])

  const { id: outletId } = await station.api.catalogue.saveOutlet({
    id: null,
    revision: 0,
    code: 'W1',
    name: '城南网点',
    contact: '',
    phone: '',
    address: '',
    active: true,
  })
  const [first] = (await station.api.catalogue.listTechnicians({ ...page, sort: [] })).rows
  await station.api.catalogue.saveTechnician({ ...first!, outletId })
  const filters = [{ field: 'outletId', op: 'contains', value: '城南' } as const]
  const { rows } = await station.api.catalogue.listTechnicians({ ...page, sort: [{ column: 'outletId', direction: 'desc' }], filters })
  expect(rows.map(({ id }) => id)).toEqual([first!.id])
})

test('the sample maker has no mark-up, its policies bring their limits', async () => {
  const { hourRateFen, words, partMarkup } = findManufacturer(station.db(), 1) ?? {}
  const policies = await station.api.catalogue.policies({})
  expect({
    hourRateFen,
    company: words?.['company'],
    partMarkup,
    policies: policies.map((policy) => [policy.code, policy.limits[0]]),
  }).toEqual({
    hourRateFen: 6000,
    company: '示例摩托公司',
    partMarkup: 100,
    policies: [
      ['DEMO-LAW', { scope: 'whole', scopeRef: '', months: 12, km: 6000, exclude: false, note: '整机 1 年或 6000 km(MC1)' }],
      ['DEMO-2Y', { scope: 'whole', scopeRef: '', months: 24, km: 20000, exclude: false, note: '整车 2 年或 20000 km' }],
    ],
  })
})

test('the words of a maker are changed by the chief', async () => {
  const [maker] = await station.api.catalogue.manufacturers({})
  const { code: _, ...fields } = maker!
  await expect(station.as('reception').catalogue.saveManufacturer(fields)).rejects.toMatchObject({ code: 'forbidden' })
  await station.api.catalogue.saveManufacturer({ ...fields, name: '改名摩托有限公司', words: { ...fields.words, company: '改名摩托公司' } })
  await expect(station.api.catalogue.saveManufacturer(fields)).rejects.toMatchObject({ code: 'conflict' })
  expect((await station.api.catalogue.manufacturers({}))[0]).toMatchObject({
    code: 'DEMO',
    name: '改名摩托有限公司',
    words: { company: '改名摩托公司' },
    revision: 1,
  })
})
