import { stop, type Problem } from './errors.ts'
import { stopIf } from './guards.ts'
import { grouped } from './text.ts'
import type { Nature, RepairType } from './words.ts'

/** The job a 返修 goes back to, measured against domain.md §4.5 (`reworkTerm`). */
export type ReworkFacts = {
  readonly originalNo: string
  readonly sameUnit: boolean
  readonly sameFault: boolean
  /** since 完工 of the original; km null where the model has no odometer */
  readonly days: number
  readonly km: number | null
  readonly termDays: number
  readonly termKm: number | null
}

export function reworkProblems({
  repairType,
  rework,
}: {
  readonly repairType: RepairType
  readonly rework: ReworkFacts | null
}): Problem[] {
  if (repairType !== 'rework') return []
  if (rework === null) return [stop('order.reworkUnknown', 'repeatOfId')]
  const { originalNo: no, sameUnit, sameFault, days, km, termDays, termKm } = rework
  const tooLate = days > termDays || (km !== null && termKm !== null && km > termKm)
  return [
    ...stopIf(!sameUnit, 'order.reworkOtherUnit', 'repeatOfId', { no }),
    ...stopIf(!sameFault, 'order.reworkOtherFault', 'repeatOfId', { no }),
    ...stopIf(tooLate, 'order.reworkTooLate', 'repeatOfId', {
      no,
      days,
      km: km === null ? '—' : grouped(km),
      termDays,
      termKm: termKm === null ? '—' : grouped(termKm),
    }),
  ]
}

/** `assembly`: an assembly or a main part was changed */
export type ReworkedJob = { readonly nature: Nature; readonly repairType: RepairType; readonly assembly: boolean; readonly isCar: boolean }

/**
 * The station's own guarantee on a finished job, domain.md §4.5: motorcycles 80 d / 7 000 km after a whole-vehicle or
 * assembly repair, else 10 d / 800 km; cars 100 d / 20 000 km, 30 d / 5 000 km after a service, else 10 d / 2 000 km; a 三包
 * job 30 d.
 */
export function reworkTerm({ nature, repairType, assembly, isCar }: ReworkedJob): { readonly days: number; readonly km: number | null } {
  if (nature !== 'paid') return { days: 30, km: null }
  if (!isCar) return assembly ? { days: 80, km: 7000 } : { days: 10, km: 800 }
  if (assembly) return { days: 100, km: 20_000 }
  return repairType === 'firstService' || repairType === 'periodicService' ? { days: 30, km: 5000 } : { days: 10, km: 2000 }
}
