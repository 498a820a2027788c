import { checkAmount, checkHours } from './amounts.ts'
import type { LocalDate } from './dates.ts'
import { stop, type Problem } from './errors.ts'
import { isBlank, stopIf } from './guards.ts'
import { checkSerialRule, readPhone } from './identity.ts'
import type { Fen } from './money.ts'
import { checkValidity, type DatedPrice } from './part-price.ts'
import type { Action } from './permissions.ts'
import { halfWidth } from './text.ts'

/** The lists of 资料 that are kept in grids. */
export const catalogueLists = ['parts', 'prices', 'labour', 'faults', 'models', 'technicians', 'outlets', 'holidays'] as const
export type CatalogueList = (typeof catalogueLists)[number]

/** Those of them whose records can be retired; a price ends by its day, a day off is deleted. */
export const retirableLists = ['parts', 'labour', 'faults', 'models', 'technicians', 'outlets'] as const satisfies readonly CatalogueList[]
export type RetirableList = (typeof retirableLists)[number]

/** What may be deleted while nothing hangs on it. */
export const removableRecords = [...catalogueLists, 'manufacturers', 'policies', 'policyTerms'] as const
export type RemovableRecord = (typeof removableRecords)[number]

/** Who keeps a list: saving, deleting and importing are one right. */
export const rightOf = {
  parts: 'editParts',
  prices: 'editParts',
  labour: 'editCatalogue',
  faults: 'editCatalogue',
  models: 'editCatalogue',
  technicians: 'manageStation',
  outlets: 'manageStation',
  holidays: 'manageStation',
  manufacturers: 'manageStation',
  policies: 'manageStation',
  policyTerms: 'manageStation',
} as const satisfies Record<RemovableRecord, Action>

/** What a choice offers: what is in use, and what stands there already. */
export function offered<R extends { readonly id: number; readonly active: boolean }>(
  records: readonly R[],
  chosen: number | readonly number[] | null = null,
): R[] {
  const kept = new Set(typeof chosen === 'number' ? [chosen] : (chosen ?? []))
  return records.filter(({ id, active }) => active || kept.has(id))
}

/** Codes are compared as they are printed: half width, capitals, without blanks at their ends. */
export function normaliseCode(text: string): string {
  return halfWidth(text).trim().toUpperCase()
}

/** Texts without which a record says nothing: field → its word. */
export function checkFilled(record: Readonly<Record<string, unknown>>, labels: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const value = record[field]
    return typeof value === 'string' && isBlank(value) ? [stop('catalogue.needed', field, { label })] : []
  })
}

export function checkPart(part: {
  readonly code: string
  readonly name: string
  readonly priceFen: Fen
  readonly retailPriceFen: Fen
}): Problem[] {
  return [
    ...checkFilled(part, { code: '零件编号', name: '零件名称' }),
    ...checkAmount(part.priceFen, 'priceFen'),
    ...checkAmount(part.retailPriceFen, 'retailPriceFen'),
  ]
}

/** A list that names no price would have the part claimed for nothing. */
export function checkPrice(price: DatedPrice): Problem[] {
  return [
    ...(price.priceFen === 0 ? [stop('catalogue.needed', 'priceFen', { label: '三包价' })] : checkAmount(price.priceFen, 'priceFen')),
    ...(price.retailPriceFen === null ? [] : checkAmount(price.retailPriceFen, 'retailPriceFen')),
    ...checkValidity(price),
  ]
}

/** `hours` in 1/100 h. */
export function checkLabour(labour: { readonly code: string; readonly name: string; readonly hours: number }): Problem[] {
  return [...checkFilled(labour, { code: '工时代码', name: '维修项目' }), ...checkHours(labour.hours, 'hours')]
}

/** The four levels of the tree: 系统 → 总成 → 部件 → 模式; the first and third name what failed. */
export function checkFault(fault: { readonly code: string; readonly system: string; readonly part: string }): Problem[] {
  return checkFilled(fault, { code: '故障代码', system: '故障系统', part: '故障部件' })
}

export function checkModel(model: { readonly code: string; readonly name: string; readonly serialRule: string }): Problem[] {
  return [...checkFilled(model, { code: '车型代码', name: '车型名称' }), ...checkSerialRule(model.serialRule)]
}

/** V-06 for a colleague: a phone may be missing, a wrong one may not. */
function checkPhone(phone: string): readonly Problem[] {
  return phone === '' ? [] : readPhone(phone).problems
}

export function checkTechnician(person: {
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly certNo: string
  readonly certExpiresOn: LocalDate | null
}): Problem[] {
  return [
    ...checkFilled(person, { code: '工号', name: '姓名' }),
    ...checkPhone(person.phone),
    ...stopIf(person.certExpiresOn !== null && isBlank(person.certNo), 'catalogue.certNo', 'certNo', { day: person.certExpiresOn ?? '' }),
  ]
}

export function checkOutlet(outlet: { readonly code: string; readonly name: string; readonly phone: string }): Problem[] {
  return [...checkFilled(outlet, { code: '网点代码', name: '网点名称' }), ...checkPhone(outlet.phone)]
}
