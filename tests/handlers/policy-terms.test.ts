import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findTermsFor } from '#db/queries/policy-terms'
import { findUnitOfOrder } from '#db/queries/work-orders'
import { addDays, localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { defaultTerms, type PolicyTerms } from '#domain/policy-terms'
import { builders, type Content } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
beforeEach(async () => {
  station = await openTestHost()
})
afterEach(() => station.close())

const outing: Content['outings'][number] = {
  id: null,
  place: '东桥镇',
  oneWayKm: 30,
  drivenKm: 62,
  people: 2,
  days: 1,
  nights: 1,
  faresFen: fen(0),
  lodgingFen: null,
  mealFen: null,
  noReceiptApproved: false,
  note: '',
  chargeMode: 'warranty',
}
/** 62 km, two people for a day, one room for a night */
const byStandard = 62 * 100 + 2 * 3000 + 15_000
const dearer: PolicyTerms = { ...defaultTerms, kmRate: fen(150), mealPerDay: fen(4000), claimMaxD: 30, borrowReturnD: 5 }

/** The policy the builders' vehicle stands under. */
async function policyOf(orderId: number) {
  const unit = findUnitOfOrder(station.db(), orderId)!
  const all = await station.api.catalogue.policies({})
  const uses = await Promise.all(all.map(async ({ id }) => ({ id, ...(await station.api.catalogue.policyUse({ id })) })))
  return { unit, ...all.find(({ id }) => id === uses.find(({ units }) => units > 0)?.id)! }
}
const save = (policyId: number, validFrom: string, terms: PolicyTerms, at = { id: null as number | null, revision: 0 }) =>
  station.api.catalogue.savePolicyTerms({ policyId, ...at, validFrom: localDate(validFrom), terms })
const termsOf = (policyId: number) => station.api.catalogue.policyTerms({ id: policyId })

test('a rate changed from a later day leaves the printed voucher, its claim and its batch as they are; the next order has it', async () => {
  const order = await aDeliveredOrder(station, { content: { outings: [outing] } })
  const batch = await aBuiltBatch(station)
  const standing = async () => {
    const { totals, claim } = await station.api.workOrders.get({ id: order.id })
    const { claimed, dueOn, checks } = await station.api.claims.get({ id: order.claimId })
    return {
      totals,
      claim,
      claimed,
      dueOn,
      wrong: checks.flatMap(({ problems }) => problems).map(({ key }) => key),
      sums: (await station.api.batches.get({ id: batch.id })).totalFen,
    }
  }
  const before = await standing()
  expect(before.totals.outingFen).toBe(byStandard)
  const { id } = await policyOf(order.id)
  const { earliest } = await termsOf(id)
  expect(earliest).toBe('2026-11-22')
  await save(id, earliest, dearer)
  expect(await standing()).toEqual(before)
  await takeBatchStep(station.as('claimClerk'), batch.id, 'seal')
  expect((await station.api.batches.get({ id: batch.id })).totalFen).toBe(before.sums)

  station.advance({ days: 2 })
  const next = await aDeliveredOrder(station, {
    unit: { frameNo: 'LDC613P23A1305189', engineNo: 'SL156FMI-26A00999', plateNo: '' },
    content: { outings: [outing] },
  })
  const { totals } = await station.api.workOrders.get({ id: next.id })
  expect(totals.outingFen).toBe(62 * 150 + 2 * 4000 + 15_000)
  expect((await station.api.claims.get({ id: next.claimId })).dueOn).toBe(addDays(station.today(), 30))
  expect((await termsOf(id)).rows.map(({ validFrom, settled }) => [validFrom, settled])).toEqual([
    [null, 0],
    ['2026-11-22', 1],
  ])
})

test('terms from too early a day are refused with the day that is right; those that settled an order stand, others are changed and removed', async () => {
  const order = await aDeliveredOrder(station)
  const { id } = await policyOf(order.id)
  await expect(save(id, '2026-11-01', dearer)).rejects.toMatchObject({
    sentence: { key: 'policyTerms.settled', params: { day: '2026-11-01', count: 1, earliest: '2026-11-22' } },
    problems: [{ field: 'validFrom' }],
  })
  const made = await save(id, '2026-11-22', dearer)
  await expect(save(id, '2026-11-22', dearer)).rejects.toMatchObject({ sentence: { key: 'policyTerms.twice' } })
  await save(id, '2026-11-23', { ...dearer, kmRate: fen(160) }, made)
  await expect(save(id, '2026-11-24', dearer, made)).rejects.toMatchObject({ code: 'conflict' })
  await expect(save(id, '2026-11-20', dearer, { ...made, revision: 1 })).rejects.toMatchObject({ sentence: { key: 'policyTerms.settled' } })
  station.advance({ days: 3 })
  await aDeliveredOrder(station, { unit: { frameNo: 'LDC613P23A1305189', engineNo: 'SL156FMI-26A00999', plateNo: '' } })
  const kept = { key: 'policyTerms.kept', params: { day: '2026-11-23', count: 1, earliest: '2026-11-25' } }
  await expect(save(id, '2026-11-23', dearer, { ...made, revision: 1 })).rejects.toMatchObject({ sentence: kept })
  await expect(station.api.catalogue.removeRecord({ list: 'policyTerms', id: made.id, revision: 1 })).rejects.toMatchObject({
    sentence: kept,
  })
  const later = await save(id, '2027-01-01', dearer)
  await station.api.catalogue.removeRecord({ list: 'policyTerms', ...later })
  expect((await termsOf(id)).rows.map(({ validFrom, terms }) => [validFrom, terms.kmRate])).toEqual([
    [null, 100],
    ['2026-11-23', 160],
  ])
})

test('an order still under way follows terms from its day on, on its page, in the list and in its clocks', async () => {
  const order = await builders(station).anOrder({ content: { outings: [outing] } })
  const { id } = await policyOf(order.id)
  const dueOf = async () =>
    (await station.api.home.tasks({ mineOnly: false, limit: 50 })).find(({ rule, subjectNo }) => rule === 'D05' && subjectNo === order.no)
      ?.dueAt
  const before = [(await station.api.workOrders.get({ id: order.id })).totals.outingFen, await dueOf()]
  const made = await save(id, '2026-11-21', { ...dearer, orderHandleH: 48 })
  const { rows } = await station.api.workOrders.list({
    offset: 0,
    limit: 5,
    sort: [],
    text: '',
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  })
  expect([(await station.api.workOrders.get({ id: order.id })).totals.outingFen, rows[0]?.totalFen]).toEqual([32_300, 32_300 + 8650 + 4800])
  expect(await dueOf()).not.toBe(before[1])
  await station.api.catalogue.removeRecord({ list: 'policyTerms', ...made })
  expect([(await station.api.workOrders.get({ id: order.id })).totals.outingFen, await dueOf()]).toEqual(before)
})

test('whatever terms begin later, those of a day stay what they were', async () => {
  const order = await aDeliveredOrder(station)
  const { id, unit } = await policyOf(order.id)
  const days = fc.integer({ min: 1, max: 400 })
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(days, { maxLength: 5 }), async (offsets) => {
      const made = await Promise.all(
        offsets.map((offset) => save(id, addDays(station.today(), offset), { ...dearer, kmRate: fen(offset) })),
      )
      const rateOn = (offset: number) => findTermsFor(station.db(), unit, addDays(station.today(), offset)).kmRate
      expect(rateOn(0)).toBe(100)
      for (const offset of [0, 1, 50, 400]) expect(rateOn(offset)).toBe(Math.max(...offsets.filter((each) => each <= offset), 0) || 100)
      for (const each of made) await station.api.catalogue.removeRecord({ list: 'policyTerms', ...each })
    }),
    { numRuns: 10 },
  )
})

test('terms belong to the code: all versions share them, a renamed policy would lose them, the last version takes them along', async () => {
  const { catalogue } = station.api
  const [sample] = await catalogue.policies({})
  const made = await catalogue.savePolicy({ ...sample!, id: null, revision: 0, code: 'OWN-1', name: '自定', validTo: null })
  const dated = await save(made.id, '2026-12-01', dearer)
  const next = await catalogue.newPolicyVersion({
    ...sample!,
    ...made,
    code: 'OWN-1',
    name: '自定 2027',
    validFrom: localDate('2027-01-01'),
    validTo: null,
  })
  expect(await termsOf(next.id)).toEqual(await termsOf(made.id))
  const own = (await catalogue.policies({})).find(({ id }) => id === next.id)!
  await expect(catalogue.savePolicy({ ...own, code: 'OWN-2' })).rejects.toMatchObject({
    sentence: { key: 'policyTerms.keepsCode', params: { count: 1, code: 'OWN-1' } },
  })
  await catalogue.removeRecord({ list: 'policies', id: made.id, revision: 1 })
  expect((await termsOf(next.id)).rows.map(({ id }) => id)).toEqual([null, dated.id])
  await catalogue.removeRecord({ list: 'policies', ...next })
  await expect(catalogue.removeRecord({ list: 'policyTerms', ...dated })).rejects.toMatchObject({ code: 'not-found' })
})

test('sample data nobody used goes with the terms typed for its policies', async () => {
  const [policy] = await station.api.catalogue.policies({})
  await save(policy!.id, '2027-01-01', dearer)
  await station.api.station.dropSamples({})
  expect([await station.api.catalogue.manufacturers({}), await station.api.catalogue.policies({})]).toEqual([[], []])
})

test('values out of bounds and people without the right are refused', async () => {
  const [policy] = await station.api.catalogue.policies({})
  await expect(save(policy!.id, '2027-01-01', { ...dearer, kmRate: fen(-5), statDay: 40 })).rejects.toMatchObject({
    problems: [{ key: 'policyTerms.range', field: 'terms.kmRate' }, { field: 'terms.statDay' }],
  })
  for (const role of ['claimClerk', 'reception', 'technician', 'partsKeeper'] as const) {
    await expect(
      station
        .as(role)
        .catalogue.savePolicyTerms({ policyId: policy!.id, id: null, revision: 0, validFrom: localDate('2027-01-01'), terms: dearer }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(station.as(role).catalogue.removeRecord({ list: 'policyTerms', id: 1, revision: 0 })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
})

test('a wrong check digit of a VIN is warned of, refused or let through, as the terms of today say', async () => {
  const given = builders(station)
  const order = await given.anOrder()
  const { id } = await policyOf(order.id)
  const wrong = { create: given.aUnit({ frameNo: 'LZZ1BLMJ5TJ465057', engineNo: '', plateNo: '' }) }
  const levels = async () =>
    (await station.api.customers.check({ customer: {}, unit: wrong.create }))
      .filter(({ field }) => field?.endsWith('frameNo'))
      .map(({ level }) => level)
  expect(await levels()).toEqual(['warn'])
  await save(id, '2026-11-21', { ...defaultTerms, vinCheck: 'block' })
  expect(await levels()).toEqual(['stop'])
  await expect(given.anOrder({ unit: wrong.create })).rejects.toMatchObject({ code: 'invalid' })
  const [, dated] = (await termsOf(id)).rows
  await save(id, '2026-11-21', { ...defaultTerms, vinCheck: 'off' }, { id: dated!.id, revision: dated!.revision })
  expect(await levels()).toEqual([])
})
