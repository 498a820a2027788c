import { localDate } from '#domain/dates'
import { fen } from '#domain/money'
import { builders, frames, takeStep } from '#tests/support/builders'
import { aBuiltBatch, aDeliveredOrder, takeBatchStep } from '#tests/support/chain'
import type { TestHost } from '#tests/support/host'

const unitOf = (nth: number) => ({ frameNo: frames[nth] ?? '', engineNo: `SL156FMI-26A0020${nth}`, plateNo: `苏M7K22${nth}` })

/** Taken in, begun and finished by the technician of that place, four hours in all. */
async function finished(station: TestHost, nth: number, changes: Parameters<ReturnType<typeof builders>['anOrder']>[0]): Promise<number> {
  const { id } = await builders(station).anOrder(changes)
  await takeStep(station.as('technician', nth), id, 'start')
  station.advance({ hours: 4 })
  await takeStep(station.as('technician', nth), id, 'finish')
  return id
}

/**
 * October of a small station, on a clock that begins on 5 October: a delivered 三包 job, a paid one, a first service, a
 * mixed job on an outing, a presale one, the first repair done again 20 days later, one still in the shop at the end of
 * the month, one cancelled. In November one is finished, and the batch of October is sent.
 */
export async function aReportedMonth(station: TestHost) {
  const given = builders(station)
  const [zhou, other] = [given.technician(0), given.technician(1)]
  const paidLines = {
    partLines: [
      given.aPartLine({ partCode: 'X-9', partName: '把套', priceFen: fen(1500), qty: 2, chargeMode: 'paid', oldPartRequired: false }),
    ],
    labourLines: [given.aLabourLine({ hours: 50, chargeMode: 'paid' })],
  }
  const first = await aDeliveredOrder(station)
  const { unit } = await station.api.workOrders.get({ id: first.id })
  const paid = await finished(station, 0, { unit: unitOf(1), content: { nature: 'paid', ...paidLines } })
  station.advance({ days: 2 })
  const service = await finished(station, 1, {
    unit: unitOf(2),
    content: { repairType: 'firstService', technicianId: other, partLines: [], labourLines: [given.aLabourLine({ hours: 40 })] },
  })
  station.advance({ days: 3 })
  const outing = {
    id: null,
    place: '东郊村',
    oneWayKm: 32,
    drivenKm: 64,
    people: 2,
    days: 1,
    nights: 0,
    faresFen: fen(0),
    lodgingFen: null,
    mealFen: null,
    noReceiptApproved: false,
    chargeMode: 'warranty' as const,
    note: '',
  }
  const mixed = await finished(station, 0, {
    unit: unitOf(3),
    content: {
      repairType: 'outing',
      nature: 'mixed',
      outings: [outing],
      otherFees: [{ id: null, kind: '材料', amountFen: fen(700), chargeMode: 'paid', note: '' }],
      partLines: [
        given.aPartLine({ qty: 2 }),
        given.aPartLine({
          partCode: 'X-9',
          partName: '把套',
          priceFen: fen(1500),
          chargeMode: 'paid',
          oldPartRequired: false,
          isMain: false,
        }),
      ],
      labourLines: [given.aLabourLine({ hours: 100 }), given.aLabourLine({ hours: 30, chargeMode: 'paid', technicianId: other })],
    },
  })
  const presale = await finished(station, 1, {
    unit: unitOf(4),
    content: {
      repairType: 'presale',
      technicianId: other,
      partLines: [given.aPartLine({ partCode: 'X-52', partName: '后减震器', priceFen: fen(12_000), faultMode: 'leaking' })],
    },
  })
  station.advance({ days: 10 })
  const again = await finished(station, 1, { unit: { id: unit.id }, content: { repeatOfId: first.id, technicianId: other, mileage: 3900 } })
  const open = await given.anOrder({ unit: unitOf(5) })
  const { unit: second } = await station.api.workOrders.get({ id: paid })
  const cancelled = await given.anOrder({ unit: { id: second.id }, content: { partLines: [] } })
  await takeStep(station.as('reception'), cancelled.id, 'cancel', { reason: '用户改日再来' })
  while (station.today() < localDate('2026-11-03')) station.advance({ days: 1 })
  await takeStep(station.as('technician', 0), open.id, 'start')
  await takeStep(station.as('technician', 0), open.id, 'finish')
  const batch = await aBuiltBatch(station, '2026-10')
  const clerk = station.as('claimClerk')
  await takeBatchStep(clerk, batch.id, 'seal')
  await takeBatchStep(station.as('claimClerk', 1), batch.id, 'confirm')
  await clerk.batches.export({ id: batch.id, exportId: crypto.randomUUID() })
  await takeBatchStep(clerk, batch.id, 'submit', { ticked: true })
  return { given, zhou, other, first, paid, service, mixed, presale, again, open: open.id, batchId: batch.id }
}
