import fc from 'fast-check'
import { addDays, instantOf, localDate } from '#domain/dates'
import type { OrderFact } from '#domain/gather/base-sets'
import { spanOf, type Period } from '#domain/gather/period'
import { fen, zeroFen } from '#domain/money'
import { codesOf, nature, repairType, workOrderStatus } from '#domain/words'

/** Orders of October 2026 for the reports: one that is given, and any number of any kind. */
export const period = (from: string, to: string): Period => ({ from: localDate(from), to: localDate(to) })
export const october = period('2026-10-01', '2026-10-31')
export const span = spanOf(october)
export const at = (day: string) => instantOf(localDate(day), '09:00')

export function order(changes: Partial<OrderFact> = {}): OrderFact {
  return {
    id: 1,
    status: 'closed',
    nature: 'warranty',
    repairType: 'general',
    unitId: 1,
    model: 'A',
    mileage: 3000,
    receivedAt: at('2026-10-05'),
    finishedAt: at('2026-10-06'),
    deliveredAt: at('2026-10-06'),
    calledBackAt: null,
    technicianId: 1,
    hasOuting: false,
    earlier: null,
    labourFen: zeroFen,
    partsFen: zeroFen,
    outingFen: zeroFen,
    otherFen: zeroFen,
    ...changes,
  }
}

export const days = fc.integer({ min: 0, max: 120 }).map((plus) => at(addDays(localDate('2026-08-15'), plus)))
export const someOrders = fc
  .array(
    fc.record({
      status: fc.constantFrom(...codesOf(workOrderStatus)),
      nature: fc.constantFrom(...codesOf(nature)),
      repairType: fc.constantFrom(...codesOf(repairType)),
      model: fc.constantFrom('A', 'B', 'C'),
      receivedAt: fc.option(days),
      finishedAt: fc.option(days),
      technicianId: fc.option(fc.integer({ min: 1, max: 3 })),
      labourFen: fc.nat(9999).map(fen),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((each, index) => order({ ...each, id: index + 1 })))

export const nothing = {
  faults: [],
  oldParts: [],
  claims: { count: 0, claimedFen: zeroFen, decided: null },
  requests: { sent: 0, pieces: 0, open: 0 },
  feedbacks: 0,
  calledBack: 0,
  callBacks: [],
  staff: 0,
  technicians: 0,
}
