import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findManifest } from '#db/queries/manifests'
import { findWorkOrder } from '#db/queries/work-orders'
import { localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { productsOf } from '#handlers/batch-paper'
import { gatherReturnList } from '#handlers/manifest-paper'
import { gatherVoucher } from '#handlers/work-orders-voucher'
import { builders, type Builders } from '#tests/support/builders'
import { aDeliveredOrder } from '#tests/support/chain'
import { openTestHost, type TestHost } from '#tests/support/host'
import { labelledPieces } from './old-part-stories.ts'

let station: TestHost
let given: Builders

beforeEach(async () => {
  station = await openTestHost({ today: '2026-11-21' })
  given = builders(station)
})
afterEach(() => station.close())

function voucherOf(id: number) {
  const order = findWorkOrder(station.db(), id)
  if (order === undefined) throw new Error(`no order ${id}`)
  return gatherVoucher(station.db(), order)
}

describe('what F16 is filled with', () => {
  test('第几次维修 counts the repairs before, also when the voucher is issued after a later one came in', async () => {
    const first = await aDeliveredOrder(station)
    const { unit } = await station.api.workOrders.get({ id: first.id })
    station.advance({ days: 1 })
    const second = await given.anOrder({ unit: { id: unit.id }, content: { mileage: 3300 } })
    expect([voucherOf(first.id).repairOrdinal, voucherOf(second.id).repairOrdinal]).toEqual([1, 2])
  })

  test('a cause written word for word like the finding is printed once', async () => {
    const order = await given.anOrder({ content: { checkResult: '次级断路', faultReason: '次级断路' } })
    const other = await given.anOrder({
      unit: { frameNo: 'LDC613P23A1305189', engineNo: 'E-22' },
      content: { checkResult: '次级断路', faultReason: '壳体有裂纹进水' },
    })
    expect([voucherOf(order.id).finding, voucherOf(other.id).finding]).toEqual(['次级断路', '次级断路\n壳体有裂纹进水'])
  })

  test('an outing is split into travel, lodging and meals that add up to its amount', async () => {
    const outing = {
      id: null,
      place: '东郊村',
      oneWayKm: 32,
      drivenKm: 64,
      people: 2,
      days: 2,
      nights: 1,
      faresFen: fen(1500),
      lodgingFen: null,
      mealFen: null,
      noReceiptApproved: false,
      chargeMode: 'warranty' as const,
      note: '',
    }
    const order = await given.anOrder({
      content: { repairType: 'outing', outings: [outing, { ...outing, place: '西河村', nights: 0, faresFen: fen(0) }] },
    })
    expect(voucherOf(order.id).outing).toEqual({
      place: '东郊村、西河村',
      oneWayKm: 64,
      people: 2,
      days: 4,
      transport: 14300,
      lodging: 15000,
      meal: 24000,
      total: 53300,
    })
  })
})

describe('what F17 and F19 are filled with', () => {
  test('起止维修日期 is as entered but never leaves out a repair on the list', async () => {
    const { pieces } = await labelledPieces(station, given, 1)
    const id = (await station.as('partsKeeper').manifests.create({ manufacturerId: given.manufacturerId })).id
    await station.as('partsKeeper').manifests.pack({ id, boxNo: 1, scan: pieces[0]?.labelNo ?? '' })
    const manifest = findManifest(station.db(), id)
    if (manifest === undefined) throw new Error('no manifest')
    const today = localDate('2026-11-21')
    const periodOf = (periodFrom: string | null, periodTo: string | null) => {
      const dates = {
        periodFrom: periodFrom === null ? null : localDate(periodFrom),
        periodTo: periodTo === null ? null : localDate(periodTo),
      }
      const { repairedFrom, repairedTo } = gatherReturnList(station.db(), { ...manifest, ...dates }, '', today)
      return [repairedFrom, repairedTo]
    }
    expect([
      periodOf(null, null),
      periodOf('2026-11-01', '2026-11-30'),
      periodOf('2026-11-01', '2026-11-10'),
      periodOf('2026-11-25', null),
    ]).toEqual([
      ['2026-11-21', '2026-11-21'],
      ['2026-11-01', '2026-11-30'],
      ['2026-11-01', '2026-11-21'],
      ['2026-11-21', '2026-11-21'],
    ])
  })

  test('产品/车系 names six models and says how many there are in all', () => {
    const models = (count: number) => Array.from({ length: count }, (_, index) => `车型${index + 1}`)
    expect([productsOf(['车型1', '车型1', '车型2']), productsOf(models(6)), productsOf(models(8))]).toEqual([
      '车型1、车型2',
      '车型1、车型2、车型3、车型4、车型5、车型6',
      '车型1、车型2、车型3、车型4、车型5、车型6 等 8 种车型',
    ])
  })
})
