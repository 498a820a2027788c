import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/dates'
import { filledEntries } from '#forms/index'
import { aPng } from '#tests/support/a-picture'
import { builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const policies = () => station.api.catalogue.policies({})

/** The policy the builders' vehicle stands under, once it has an order. */
async function judged() {
  const given = builders(station)
  await given.anOrder()
  const uses = await Promise.all(
    (await policies()).map(async (policy) => ({ policy, units: (await station.api.catalogue.policyUse({ id: policy.id })).units })),
  )
  return uses.find(({ units }) => units > 0)!.policy
}

test('a policy that has judged keeps its rules; a new version rules from its first day, the one before ends on its eve', async () => {
  const { catalogue } = station.api
  const policy = await judged()
  const longer = {
    ...policy,
    limits: policy.limits.map((limit) => (limit.scope === 'whole' ? { ...limit, months: 36 } : limit)),
    photoKinds: ['odometer' as const],
  }
  await expect(catalogue.savePolicy(longer)).rejects.toMatchObject({ sentence: { key: 'catalogue.policyDecided', params: { count: 1 } } })
  const renamed = await catalogue.savePolicy({ ...policy, name: '改个名字' })
  await expect(catalogue.newPolicyVersion({ ...longer, revision: renamed.revision, validFrom: policy.validFrom })).rejects.toMatchObject({
    problems: [{ key: 'catalogue.versionFrom' }],
  })
  const next = await catalogue.newPolicyVersion({
    ...longer,
    revision: renamed.revision,
    name: '2027 版',
    validFrom: localDate('2027-01-01'),
    validTo: null,
  })
  const versions = (await policies()).filter(({ code }) => code === policy.code)
  expect(versions.map(({ id, name, validTo, photoKinds }) => ({ id, name, validTo, photoKinds }))).toEqual([
    { id: policy.id, name: '改个名字', validTo: '2026-12-31', photoKinds: policy.photoKinds },
    { id: next.id, name: '2027 版', validTo: null, photoKinds: ['odometer'] },
  ])
  // the vehicle with the order was bought before: it stays under the version it was judged by
  expect([await catalogue.policyUse({ id: policy.id }), await catalogue.policyUse({ id: next.id })]).toEqual([{ units: 1 }, { units: 0 }])
  await expect(catalogue.removeRecord({ list: 'policies', id: policy.id, revision: renamed.revision + 1 })).rejects.toMatchObject({
    sentence: { key: 'catalogue.policyInUse', params: { where: '车型 10 处、有工单的车辆 1 处' } },
  })
  await catalogue.removeRecord({ list: 'policies', ...next })
  expect((await policies()).some(({ id }) => id === next.id)).toBe(false)
})

test('a policy nobody was judged by is changed freely; its rows of limits are checked', async () => {
  const { catalogue } = station.api
  const [sample] = await policies()
  const made = await catalogue.savePolicy({
    ...sample!,
    id: null,
    revision: 0,
    code: 'own-1',
    name: '自定',
    limits: [{ scope: 'whole', scopeRef: '', months: 12, km: 6000, exclude: false, note: '' }],
  })
  const [own] = (await policies()).filter(({ id }) => id === made.id)
  expect(own).toMatchObject({ code: 'OWN-1', limits: [{ months: 12, km: 6000 }] })
  await catalogue.savePolicy({ ...own!, limits: [{ scope: 'whole', scopeRef: '', months: 18, km: null, exclude: false, note: '' }] })
  const wrong = { scope: 'category' as const, scopeRef: '', months: null, km: null, exclude: false, note: '' }
  await expect(catalogue.savePolicy({ ...own!, revision: 1, limits: [wrong, wrong] })).rejects.toMatchObject({
    problems: [
      { key: 'catalogue.limitRef', field: 'limits.0.scopeRef' },
      { key: 'catalogue.limitEmpty' },
      { key: 'catalogue.limitRef' },
      { key: 'catalogue.limitTwice' },
      { key: 'catalogue.limitEmpty' },
    ],
  })
  await expect(station.as('claimClerk').catalogue.savePolicy({ ...own!, revision: 1 })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a maker is made, retired and, while nothing hangs on it, deleted; the sample maker is in use', async () => {
  const { catalogue } = station.api
  const { id } = await catalogue.newManufacturer({ code: ' nb1', name: '新厂摩托有限公司', shortName: '新厂' })
  await expect(catalogue.newManufacturer({ code: 'NB1', name: '另一家', shortName: '' })).rejects.toMatchObject({
    problems: [{ key: 'station.codeTaken', field: 'code' }],
  })
  const of = async () => (await catalogue.manufacturers({})).find((each) => each.id === id)!
  const { code: _, ...fields } = await of()
  await catalogue.saveManufacturer({ ...fields, active: false })
  expect(await of()).toMatchObject({ code: 'NB1', active: false, revision: 1 })
  const [sample] = await catalogue.manufacturers({})
  await expect(catalogue.removeRecord({ list: 'manufacturers', id: sample!.id, revision: sample!.revision })).rejects.toMatchObject({
    sentence: { key: 'catalogue.inUse' },
  })
  await catalogue.removeRecord({ list: 'manufacturers', id, revision: 1 })
  expect((await catalogue.manufacturers({})).some((each) => each.id === id)).toBe(false)
})

test('a maker whose sheet, form or blanks are on file says so and is not deleted', async () => {
  const { api } = station
  const { id } = await api.catalogue.newManufacturer({ code: 'NB2', name: '新厂摩托有限公司', shortName: '新厂' })
  await api.forms.save({ id: null, revision: 0, form: 'F13', manufacturerId: id, workOrderId: null, content: filledEntries.F13.sample })
  await api.numbers.reserve({
    form: 'A03',
    manufacturerId: id,
    count: 2,
    purpose: 'reserve',
    reason: '停电时手填',
    holder: '前台小李',
    dueOn: addDays(station.today(), 7),
  })
  const background = await api.makerSheets.addBackground({
    uploadId: station.host.upload(
      '表格.png',
      aPng(21, 30, () => [0, 0, 0, 255]),
    ),
  })
  const field = { id: 'f1', source: 'frameNo', words: '', x: 100, y: 100, width: 800, height: 60, size: 10, align: 'left' } as const
  await api.makerSheets.save({ manufacturerId: id, version: 0, sheet: { width: 2100, height: 2970, background, fields: [field] } })
  const { revision } = (await api.catalogue.manufacturers({})).find((each) => each.id === id)!
  await expect(api.catalogue.removeRecord({ list: 'manufacturers', id, revision })).rejects.toMatchObject({
    sentence: { key: 'catalogue.inUse', params: { where: '表单 1 处、空白备用单 1 处、厂方表格 1 处' } },
  })
})
