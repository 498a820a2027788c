import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Api } from '#contract/index'
import { builders, takeStep } from '#tests/support/builders'
import { labelOldParts } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-10' })
})
afterEach(() => station.close())

type Maker = Awaited<ReturnType<Api['catalogue']['manufacturers']>>[number]

/** The maker as a station without samples begins with it, or with what is said of it. */
async function say(change: Partial<Pick<Maker, 'name' | 'words'>>) {
  const [maker] = await station.api.catalogue.manufacturers({})
  if (maker === undefined) throw new Error('the sample station has no manufacturer')
  const { id, revision, name, shortName, serviceDept, phone, address, returnTemplate, hourRateFen, words } = { ...maker, ...change }
  await station.api.catalogue.saveManufacturer({
    id,
    revision,
    name,
    shortName,
    serviceDept,
    phone,
    address,
    returnTemplate,
    hourRateFen,
    words,
  })
  return id
}

async function anInspectedOrder() {
  const { id } = await builders(station).anOrder()
  await takeStep(station.as('technician'), id, 'start')
  station.advance({ hours: 2 })
  await takeStep(station.as('technician'), id, 'finish')
  return { id, revisionOf: async () => (await station.api.workOrders.get({ id })).revision }
}

test('a paper that would print sample names is refused, each name with its field, and no number is taken', async () => {
  const maker = await say({ name: '未定厂方', words: {} })
  const { id, revisionOf } = await anInspectedOrder()
  await expect(labelOldParts(station, id, 'F30')).rejects.toMatchObject({
    sentence: { key: 'maker.unnamed', params: { form: expect.stringMatching(/^F30 ./) } },
  })
  await expect(labelOldParts(station, id, 'F27')).rejects.toMatchObject({
    problems: [{ key: 'maker.name.whole' }, { key: 'maker.name.company', params: { seed: '某某公司' } }],
  })
  await say({ name: '示例摩托', words: { company: '示例公司' } })
  await labelOldParts(station, id, 'F27')
  await takeStep(station.as('technician', 3), id, 'passInspection')
  const lacking = async () => (await station.api.workOrders.get({ id })).voucherStops.map(({ key }) => key)
  expect(await lacking()).toEqual(['maker.name.vehicle', 'maker.name.voucherDept'])
  await expect(station.as('reception').workOrders.issueVoucher({ id, revision: await revisionOf() })).rejects.toMatchObject({
    code: 'rule',
    problems: [
      { key: 'maker.name.vehicle', field: `manufacturer.${maker}.names.vehicle` },
      { key: 'maker.name.voucherDept', field: `manufacturer.${maker}.names.voucherDept` },
    ],
  })
  await say({ words: { company: '示例公司', vehicle: '示例摩托车', voucherDept: '示例总公司' } })
  expect(await lacking()).toEqual([])
  const { number } = await station.as('reception').workOrders.issueVoucher({ id, revision: await revisionOf() })
  expect(number).toBe('SD0731-BD16-202611-0001')
})

test('a manufacturer that words a form otherwise is not asked for the name it left out', async () => {
  await say({ words: { voucherDept: '示例总公司', forms: { F16: { title: ['保修作业凭证'] } } } })
  const { id, revisionOf } = await anInspectedOrder()
  await takeStep(station.as('technician', 3), id, 'passInspection')
  expect((await station.as('reception').workOrders.issueVoucher({ id, revision: await revisionOf() })).number).toBe(
    'SD0731-BD16-202611-0001',
  )
})
