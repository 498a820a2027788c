import { daysBetween, localDateOf, millisOf, type Instant } from '../dates.ts'
import { groupedBy } from '../grouping.ts'
import type { Fen } from '../money.ts'
import type { Nature, RepairType, WorkOrderStatus } from '../words.ts'
import { isIn, type Span } from './period.ts'

/** The repair an order repeats. `technicianId`: who did most of it. */
export type EarlierFact = {
  readonly finishedAt: Instant | null
  readonly nature: Nature
  readonly mileage: number | null
  readonly technicianId: number | null
}

/** One order as the reports look at it (domain.md §5). Amounts in 分, mileage in km as read. */
export type OrderFact = {
  readonly id: number
  readonly status: WorkOrderStatus
  readonly nature: Nature
  readonly repairType: RepairType
  readonly unitId: number
  readonly model: string
  readonly mileage: number | null
  readonly receivedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly calledBackAt: Instant | null
  readonly technicianId: number | null
  readonly hasOuting: boolean
  /** null: no repeated repair */
  readonly earlier: EarlierFact | null
  readonly labourFen: Fen
  readonly partsFen: Fen
  readonly outingFen: Fen
  readonly otherFen: Fen
}

const notRepaired: readonly WorkOrderStatus[] = ['cancelled', 'reported', 'toDispatch', 'waiting', 'repairing', 'awaitingParts']
const ended: readonly WorkOrderStatus[] = ['closed', 'toExchange']

type State = Pick<OrderFact, 'status' | 'receivedAt' | 'finishedAt'>

/** REC(P): taken in during P; cancelled ones count nowhere (domain.md §5.1). */
export function isReceived({ status, receivedAt }: State, span: Span): boolean {
  return status !== 'cancelled' && isIn(receivedAt, span)
}

/** DONE(P): finished during P, and not back at work since (domain.md §5.1). */
export function isDone({ status, finishedAt }: State, span: Span): boolean {
  return !notRepaired.includes(status) && isIn(finishedAt, span)
}

/** DLV(P): handed over during P (domain.md §5.1). */
export function isDelivered({ status, deliveredAt }: Pick<OrderFact, 'status' | 'deliveredAt'>, span: Span): boolean {
  return status !== 'cancelled' && isIn(deliveredAt, span)
}

/** OPEN(t) at the end of P: in the shop and not finished then. One that ended without a repair (by telephone, 转退换) is not open (domain.md §5.1). */
export function isOpenAfter({ status, receivedAt, finishedAt }: State, { before }: Span): boolean {
  if (status === 'cancelled' || receivedAt === null || receivedAt >= before) return false
  return finishedAt === null ? !ended.includes(status) : finishedAt >= before
}

/** W(X): the maker bears at least a part of it (domain.md §5.1). */
export function isWarranty({ nature }: { readonly nature: Nature }): boolean {
  return nature !== 'paid'
}

export function isMaintenance({ repairType }: { readonly repairType: RepairType }): boolean {
  return repairType === 'firstService' || repairType === 'periodicService'
}

export type Work = 'warranty' | 'presale' | 'paid' | 'maintenance'

/**
 * The one kind of work an order is counted under in F20: services and presale work before the nature, a mixed order as
 * 三包. So 完工 = 三包 + 售前 + 收费 + 保养 holds for every model (domain.md §5.3).
 */
export function workOf(order: Pick<OrderFact, 'nature' | 'repairType'>): Work {
  if (isMaintenance(order)) return 'maintenance'
  if (order.repairType === 'presale') return 'presale'
  return order.nature === 'paid' ? 'paid' : 'warranty'
}

/** Guarantee of a repair: 30 days after one under 三包; 800 km or 10 days, whichever is first, after a paid one (domain.md §4.5). */
const guarantee = { warrantyDays: 30, paidDays: 10, paidKm: 800 } as const

/** RWK: repeats an earlier repair inside its guarantee, counted from the day that one was finished (domain.md §5.1, §4.5). */
export function isRework({ earlier, receivedAt, mileage }: Pick<OrderFact, 'earlier' | 'receivedAt' | 'mileage'>): boolean {
  if (earlier?.finishedAt === undefined || earlier.finishedAt === null || receivedAt === null) return false
  const days = daysBetween(localDateOf(earlier.finishedAt), localDateOf(receivedAt))
  if (earlier.nature !== 'paid') return days <= guarantee.warrantyDays
  const driven = mileage === null || earlier.mileage === null ? 0 : mileage - earlier.mileage
  return days <= guarantee.paidDays && driven <= guarantee.paidKm
}

const dayMillis = 86_400_000

/** Days from taking in to handing over, begun days counted whole (domain.md §5.6). */
export function repairDays({ receivedAt, deliveredAt }: Pick<OrderFact, 'receivedAt' | 'deliveredAt'>): number | null {
  return receivedAt === null || deliveredAt === null ? null : Math.ceil((millisOf(deliveredAt) - millisOf(receivedAt)) / dayMillis)
}

/** `part` in `whole` in tenths of a percent, half up; null of nothing, which prints as — (domain.md §5.2). */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole)
}

/** Hours in 1/100 h as tenths of an hour, half up: what the forms print. */
export function tenthsOfHours(hundredths: number): number {
  return Math.round(hundredths / 10)
}

export function countOf<T>(items: readonly T[], counts: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + (counts(item) ? 1 : 0), 0)
}

export function totalOf<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0)
}

/** Groups in the order of their names. */
export function groupsBy<T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...groupedBy(items, nameOf)].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** Cut to what a cell takes, by whole characters. */
export function clipped(text: string, max: number): string {
  return Array.from(text).slice(0, max).join('')
}
