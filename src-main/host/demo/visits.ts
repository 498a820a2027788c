import { daysBetween, addDays, instantOf, millisOf, type LocalDate } from '#domain/dates'
import type { Life } from './agenda.ts'
import { createFleet, type Arrival } from './fleet.ts'
import { chooseFault, type Visit } from './job.ts'
import { orderLife, type Stop } from './order-life.ts'
import type { Shop } from './shop.ts'

/** A year and a half. */
export const demoDays = 548
/** The last visits, the very last first, stay open at one state each, so that every state of the machine is to be seen. */
const stops: readonly Stop[] = [
  'reported',
  'waiting',
  'toDispatch',
  'repairing',
  'awaitingParts',
  'finished',
  null,
  'inspected',
  'awaitingParts',
  'delivered',
  null,
  'delivered',
]
const openOnes = 12
const lastDays = 5
/** less than the 30 days of domain.md §4.5, for the vehicle comes back some days after the repair */
const guaranteeMs = 14 * 24 * 3_600_000

type Return = { readonly dueAt: number; readonly arrival: Arrival; readonly visit: Visit }

/** `count` visits between the first day and `until`, each of a new vehicle, a known one, or one whose repair did not hold. */
export function planVisits(
  shop: Shop,
  { count, until, onOrder }: { readonly count: number; readonly until: LocalDate; readonly onOrder: (done: number) => void },
): void {
  const { random, schedule } = shop
  const fleet = createFleet(shop)
  const returns: Return[] = []
  let done = 0

  function* visit(stopAt: Stop): Life {
    done += 1
    onOrder(done)
    const { arrival, visit: reason } = (stopAt === 'awaitingParts' ? undefined : comeBack()) ?? freshVisit(stopAt === 'awaitingParts')
    if (arrival.create === null && arrival.unit.unitId > 0) fleet.change(arrival.unit)
    else fleet.remember(arrival.unit)
    yield* orderLife(shop, {
      arrival,
      visit: reason,
      stopAt,
      returns: (again, why, minutes) => returns.push({ dueAt: shop.later(minutes), arrival: again, visit: why }),
    })
  }

  function comeBack(): { arrival: Arrival; visit: Visit } | undefined {
    const index = returns.findIndex(({ dueAt, arrival }) => dueAt <= millisOf(shop.now()) && !arrival.unit.isInShop)
    const [next] = index < 0 ? [] : returns.splice(index, 1)
    if (next === undefined) return undefined
    fleet.drive(next.arrival.unit)
    // after the station's own guarantee has run out the same fault is a new repair
    const isLate = millisOf(shop.now()) - next.dueAt > guaranteeMs
    return isLate ? { ...next, visit: { ...next.visit, repairType: 'general', repeatOfId: null } } : next
  }

  function freshVisit(isBroken: boolean): { arrival: Arrival; visit: Visit } {
    const arrival = fleet.nextArrival()
    const { unit } = arrival
    const age = daysBetween(unit.purchasedOn, shop.today())
    const isService = !isBroken && random.chance(age < 75 ? 0.4 : 0.025)
    const fault = isService ? null : warrantyFault(unit.modelCode)
    const repairType = isService ? (age < 75 ? 'firstService' : 'periodicService') : random.chance(0.05) ? 'outing' : 'general'
    return { arrival, visit: { repairType, fault, repeatOfId: null } }
  }

  /** People come to a 三包 station with what 三包 covers; worn parts they mostly have changed elsewhere. */
  function warrantyFault(modelCode: string) {
    const fault = chooseFault(shop, modelCode)
    const main = shop.parts.get(fault.partCodes.find((code) => shop.samples.fitsModel(code, modelCode)) ?? '')
    return main !== undefined && main.category !== 'main' && main.category !== 'normal' && random.chance(0.7)
      ? chooseFault(shop, modelCode)
      : fault
  }

  const moments = visitMoments(shop, count, until)
  moments.forEach((at, index) => {
    const fromEnd = moments.length - 1 - index
    schedule(at, visit(fromEnd < Math.min(openOnes, moments.length / 4) ? (stops[fromEnd % stops.length] ?? null) : null))
  })
}

/** Opening hours of the days before `until`, busier in summer and before the new year; the open ones in the last days. */
function visitMoments({ random, samples, isOpen }: Shop, count: number, until: LocalDate): number[] {
  const weights = Array.from({ length: 12 }, (_, month) =>
    samples.names.seasons.reduce((sum, season) => sum + (season.weights[month] ?? 0), 0),
  )
  const busiest = Math.max(...weights)
  const early = Math.max(0, count - Math.min(openOnes, Math.floor(count / 4)))
  const dayOf = (index: number): LocalDate => {
    for (;;) {
      const day = addDays(until, -(index < early ? random.between(0, demoDays) : random.between(0, lastDays)))
      const isWanted = index >= early || random.chance((weights[Number(day.slice(5, 7)) - 1] ?? busiest) / busiest)
      if (isOpen(day) && isWanted) return day
    }
  }
  const moments = Array.from(
    { length: count },
    (_, index) => millisOf(instantOf(dayOf(index), '08:15')) + random.between(0, index < early ? 540 : 60) * 60_000,
  )
  return moments.sort((a, b) => a - b)
}
