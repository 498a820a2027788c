import { findCustomer, findCustomerTwin, insertCustomer, type CustomerFields } from '#db/queries/customers'
import { findModel } from '#db/queries/catalogue'
import { findManufacturer } from '#db/queries/manufacturers'
import { findTermsFor } from '#db/queries/policy-terms'
import { findUnitByEngine, findUnitByFrame, insertUnit, type UnitFields, type UnitRow } from '#db/queries/units'
import type { Reader } from '#db/types'
import { readCustomer, readUnit, type Read } from '#domain/customer'
import type { LocalDate } from '#domain/dates'
import { AppError, stop, stopsOf, warn, type Problem } from '#domain/errors'
import { say } from '#domain/sentences/index'
import { missing, type CommandContext } from './define.ts'

export type CustomerEntry = CustomerFields & { readonly otherPhone?: boolean }
export type UnitEntry = UnitFields & { readonly legacyFrame?: boolean }
export type Created = { readonly id: number; readonly warnings: readonly Problem[] }

/** What was typed for a customer, checked, with a hint at somebody of the same name and telephone. */
export function customerReading(db: Reader, entry: CustomerEntry, id: number | null): Read<CustomerFields> {
  const { value, problems } = readCustomer(entry, entry.otherPhone ?? false)
  const twin = findCustomerTwin(db, value, id)
  const hint = twin ? [warn('customer.twin', 'phone', { name: twin.name, phone: twin.phone, units: twin.unitCount })] : []
  return { value, problems: [...problems, ...hint] }
}

/** What was typed for a unit that is to be saved. */
export function unitToSave(
  db: Reader,
  entry: UnitEntry,
  id: number | null,
  today: LocalDate,
  within = '',
): { value: UnitFields; warnings: Problem[] } {
  if (!findManufacturer(db, entry.manufacturerId)) missing('厂方')
  return acceptable(unitReading(db, entry, id, today), within)
}

/** What was typed for a unit, checked under its model and policy and against the units on file. */
export function unitReading(db: Reader, entry: UnitEntry, id: number | null, today: LocalDate): Read<UnitFields> {
  const model = entry.modelId === null ? undefined : (findModel(db, entry.modelId) ?? missing('车型'))
  const wrongMaker = model !== undefined && model.manufacturerId !== entry.manufacturerId
  const { value, problems } = readUnit(
    { ...entry, modelName: model?.name ?? entry.modelName },
    { model: model ?? null, vinCheck: findTermsFor(db, entry, today).vinCheck, legacyFrame: entry.legacyFrame ?? false, today },
  )
  return {
    value,
    problems: [
      ...problems,
      ...(wrongMaker ? [stop('unit.wrongMaker', 'modelId', { model: model.name })] : []),
      ...takenProblems(db, value, id),
    ],
  }
}

function takenProblems(db: Reader, unit: UnitFields, id: number | null): Problem[] {
  const sameFrame = unit.frameNo === '' ? undefined : findUnitByFrame(db, unit.manufacturerId, unit.frameNo)
  const sameEngine = findUnitByEngine(db, unit.manufacturerId, unit.engineNo, id)
  return [
    ...(sameFrame && sameFrame.id !== id ? [stop('unit.frameTaken', 'frameNo', ownerOf(sameFrame))] : []),
    ...(sameEngine ? [warn('unit.engineTaken', 'engineNo', { ...ownerOf(sameEngine), engineNo: unit.engineNo })] : []),
  ]
}

function ownerOf({ frameNo, ownerName, ownerPhone }: UnitRow) {
  return { frameNo, owner: ownerName, phone: ownerPhone }
}

/** @throws AppError with every finding when one of them stops. `within`: before the fields of a part of a larger form, e.g. `unit.` */
export function acceptable<T>({ value, problems }: Read<T>, within = ''): { value: T; warnings: Problem[] } {
  const findings = problems.map((problem) => ({ ...problem, field: problem.field === null ? null : within + problem.field }))
  const stops = stopsOf(findings)
  if (stops.length > 0) throw new AppError('invalid', 'common.invalid', { detail: stops.map(say).join('；') }, findings)
  return { value, warnings: findings }
}

/** A new customer, checked and put on file. */
export function createCustomer({ db, now }: CommandContext, entry: CustomerEntry, within = ''): Created {
  const { value, warnings } = acceptable(customerReading(db, entry, null), within)
  return { id: insertCustomer(db, value, now), warnings }
}

/** A new unit of a customer, checked and put on file. */
export function createUnit({ db, now, today }: CommandContext, entry: UnitEntry, ownerId: number, within = ''): Created {
  if (!findCustomer(db, ownerId)) missing('用户')
  const { value, warnings } = unitToSave(db, entry, null, today, within)
  return { id: insertUnit(db, value, ownerId, now), warnings }
}
