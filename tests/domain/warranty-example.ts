import { localDate, type Holidays, type LocalDate } from '#domain/dates'
import { say } from '#domain/sentences/index'
import { judgePart, type WarrantyFacts } from '#domain/warranty'
import type { EarlierOrder, WarrantyLimit, WarrantyPart, WarrantyPolicy } from '#domain/warranty-term'

/** A small station's policy, a unit at the last day and km of its term, and short ways to ask for the decision. */
export const day = localDate
const none: Holidays = { holidays: new Set(), workdays: new Set() }

export const wholeLimit: WarrantyLimit = { scope: 'whole', ref: '', months: 12, km: 6000, exclude: false }
const limits: WarrantyLimit[] = [
  wholeLimit,
  { scope: 'engine', ref: '', months: 24, km: 20_000, exclude: false },
  { scope: 'category', ref: 'wear', months: 3, km: 2000, exclude: false },
  { scope: 'category', ref: 'trim', months: null, km: null, exclude: true },
  { scope: 'assembly', ref: '制动系统', months: 9, km: 9000, exclude: false },
  { scope: 'part', ref: 'P-100', months: 6, km: 3000, exclude: false },
  { scope: 'part', ref: 'P-200', months: null, km: null, exclude: true },
]
const policy: WarrantyPolicy = {
  name: '法定底线(示例)',
  startRule: 'invoice',
  deductRepairDays: true,
  deductWaitDays: true,
  holidayShift: false,
  commercialUseFactor: 50,
  partProductionLimitMonths: 30,
  limits,
}
export const part: WarrantyPart = {
  code: 'P-1',
  name: '消声器',
  category: 'normal',
  isEngine: false,
  assembly: '',
  months: null,
  km: null,
  producedOn: null,
}
export const facts: WarrantyFacts = {
  unit: {
    purchaseDate: day('2025-03-10'),
    deliveryDate: null,
    hasProof: true,
    usage: 'own',
    usesMileage: true,
    mileageOffset: 0,
    tamperFlag: false,
  },
  receivedOn: day('2026-03-10'),
  mileage: 6000,
  exclusions: [],
  approval: null,
  policy,
  earlier: [],
  holidays: none,
}

export type Change = Partial<Omit<WarrantyFacts, 'unit' | 'policy'>> & {
  unit?: Partial<WarrantyFacts['unit']>
  policy?: Partial<WarrantyPolicy>
}
export function factsWith({ unit, policy: policyChange, ...rest }: Change): WarrantyFacts {
  return { ...facts, ...rest, unit: { ...facts.unit, ...unit }, policy: { ...policy, ...policyChange } }
}
export const judge = (change: Change, about: WarrantyPart | null = null) => judgePart(factsWith(change), about)
export const outcome = (change: Change, about: WarrantyPart | null = null) => {
  const { result, reasons, until } = judge(change, about)
  return [result, reasons.join(), until]
}
export const told = (change: Change, about: WarrantyPart | null = null): string[] => judge(change, about).lines.map(say)
export const repair = (no: string, from: string, to: string | null, rest: Partial<EarlierOrder> = {}): EarlierOrder => ({
  no,
  warranty: true,
  receivedOn: day(from),
  deliveredOn: to === null ? null : day(to),
  waits: [],
  ...rest,
})
export const span = (from: string, to: string) => ({ from: day(from), to: day(to) })

export function nextDay(date: string): LocalDate {
  return day(new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10))
}
