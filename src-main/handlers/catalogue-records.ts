import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import {
  findFaultCode,
  findFaultCodeByCode,
  findLabourCode,
  findLabourCodeByCode,
  findModel,
  findModelByCode,
  findPart,
  findPartByCode,
} from '#db/queries/catalogue'
import {
  insertFaultCode,
  insertLabourCode,
  insertModel,
  insertPart,
  updateFaultCode,
  updateLabourCode,
  updateModel,
  updatePart,
} from '#db/queries/catalogue-records'
import { findManufacturer, findPolicy } from '#db/queries/manufacturers'
import { findOutlet, findOutletByCode, insertOutlet, updateOutlet } from '#db/queries/outlets'
import { findPartPrice, findPriceFrom, insertPartPrice, updatePartPrice } from '#db/queries/part-prices'
import { findHoliday, insertHolidays, updateHoliday } from '#db/queries/station'
import { findTechnician, findTechnicianByCode, insertTechnician, updateTechnicianAt } from '#db/queries/users'
import type { Tx } from '#db/types'
import { checkFault, checkLabour, checkModel, checkOutlet, checkPart, checkPrice, checkTechnician, normaliseCode } from '#domain/catalogue'
import { AppError, stop, stopsOf, type Problem } from '#domain/errors'
import { normalisePhone } from '#domain/identity'
import { say, type SentenceKey, type SentenceParams } from '#domain/sentences/index'
import { missing, orConflict, type CommandContext } from './define.ts'

type Feature = AppContract['catalogue']
type Saved = { id: number; revision: number }
type Place = { readonly id: number | null; readonly revision: number }

/** Refuses with the fields the findings are about, so that each is shown at its cell. */
export function refuseStops(problems: readonly Problem[]): void {
  const stops = stopsOf(problems)
  if (stops.length > 0) throw new AppError('invalid', 'common.invalid', { detail: stops.map(say).join('；') }, stops)
}

function refuseAt(field: string, key: SentenceKey, params: SentenceParams): never {
  throw new AppError('rule', key, params, [stop(key, field, params)])
}

type Named = { readonly id: number; readonly name: string }

function refuseTwin(what: string, twin: Named | undefined, { code, id }: { readonly code: string; readonly id: number | null }): void {
  if (twin && twin.id !== id) refuseAt('code', 'station.codeTaken', { what, code, name: twin.name })
}

/** The rest of every save: a new record, or the old one at the revision it was seen. */
function put<T>(
  { id, revision }: Place,
  what: string,
  {
    known,
    insert,
    update,
  }: {
    readonly known: (id: number) => T | undefined
    readonly insert: () => number
    readonly update: (id: number, revision: number) => boolean
  },
): Saved {
  if (id === null) return { id: insert(), revision: 0 }
  if (known(id) === undefined) missing(what)
  orConflict(update(id, revision))
  return { id, revision: revision + 1 }
}

function requireMaker(db: Tx, id: number): void {
  if (!findManufacturer(db, id)) missing('厂方')
}

export function savePart({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['savePart']>): Saved {
  const part = { ...typed, code: normaliseCode(typed.code) }
  requireMaker(db, part.manufacturerId)
  refuseStops(checkPart(part))
  refuseTwin('零件', findPartByCode(db, part.manufacturerId, part.code), { code: part.code, id })
  return put({ id, revision }, '零件', {
    known: (each) => findPart(db, each),
    insert: () => insertPart(db, part),
    update: (...at) => updatePart(db, ...at, part),
  })
}

export function savePrice({ db }: CommandContext, { id, revision, ...price }: ParsedInputOf<Feature['savePrice']>): Saved {
  if (price.partId === 0) refuseAt('partCode', 'catalogue.needed', { label: '零件' })
  const part = findPart(db, price.partId) ?? missing('零件')
  refuseStops(checkPrice(price))
  const twin = findPriceFrom(db, price.partId, price.validFrom)
  if (twin && twin.id !== id) refuseAt('validFrom', 'catalogue.priceTwice', { code: part.code, day: price.validFrom })
  return put({ id, revision }, '价格', {
    known: (each) => findPartPrice(db, each),
    insert: () => insertPartPrice(db, price),
    update: (...at) => updatePartPrice(db, ...at, price),
  })
}

export function saveLabour({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['saveLabour']>): Saved {
  const labour = { ...typed, code: normaliseCode(typed.code) }
  requireMaker(db, labour.manufacturerId)
  refuseStops(checkLabour(labour))
  refuseTwin('工时', findLabourCodeByCode(db, labour.manufacturerId, labour.code), { code: labour.code, id })
  return put({ id, revision }, '工时', {
    known: (each) => findLabourCode(db, each),
    insert: () => insertLabourCode(db, labour),
    update: (...at) => updateLabourCode(db, ...at, labour),
  })
}

export function saveFault({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['saveFault']>): Saved {
  const fault = { ...typed, code: normaliseCode(typed.code) }
  requireMaker(db, fault.manufacturerId)
  refuseStops(checkFault(fault))
  const twin = findFaultCodeByCode(db, fault.manufacturerId, fault.code)
  refuseTwin('故障', twin && { id: twin.id, name: twin.part }, { code: fault.code, id })
  return put({ id, revision }, '故障代码', {
    known: (each) => findFaultCode(db, each),
    insert: () => insertFaultCode(db, fault),
    update: (...at) => updateFaultCode(db, ...at, fault),
  })
}

export function saveModel({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['saveModel']>): Saved {
  const model = { ...typed, code: normaliseCode(typed.code) }
  requireMaker(db, model.manufacturerId)
  refuseStops(checkModel(model))
  refuseTwin('车型', findModelByCode(db, model.manufacturerId, model.code), { code: model.code, id })
  const policy = model.policyId === null ? null : (findPolicy(db, model.policyId) ?? missing('三包政策'))
  if (policy !== null && policy.manufacturerId !== model.manufacturerId)
    refuseAt('policyId', 'catalogue.otherMaker', { what: '三包政策', name: policy.name })
  return put({ id, revision }, '车型', {
    known: (each) => findModel(db, each),
    insert: () => insertModel(db, model),
    update: (...at) => updateModel(db, ...at, model),
  })
}

export function saveTechnician({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['saveTechnician']>): Saved {
  const person = { ...typed, phone: normalisePhone(typed.phone) }
  refuseStops(checkTechnician(person))
  refuseTwin('技师', findTechnicianByCode(db, person.code), { code: person.code, id })
  const outlet = person.outletId === null ? null : (findOutlet(db, person.outletId) ?? missing('网点'))
  const before = id === null ? undefined : findTechnician(db, id)
  if (outlet !== null && !outlet.active && before?.outletId !== outlet.id)
    refuseAt('outletId', 'catalogue.retired', { what: '网点', name: outlet.name })
  return put({ id, revision }, '技师', {
    known: () => before,
    insert: () => insertTechnician(db, person),
    update: (...at) => updateTechnicianAt(db, ...at, person),
  })
}

export function saveOutlet({ db }: CommandContext, { id, revision, ...typed }: ParsedInputOf<Feature['saveOutlet']>): Saved {
  const outlet = { ...typed, code: normaliseCode(typed.code), phone: normalisePhone(typed.phone) }
  refuseStops(checkOutlet(outlet))
  refuseTwin('网点', findOutletByCode(db, outlet.code), { code: outlet.code, id })
  return put({ id, revision }, '网点', {
    known: (each) => findOutlet(db, each),
    insert: () => insertOutlet(db, outlet),
    update: (...at) => updateOutlet(db, ...at, outlet),
  })
}

export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

/** A day is its own name: another day is another record, so a saved one keeps it. */
export function saveHoliday({ db }: CommandContext, { id, revision, ...holiday }: ParsedInputOf<Feature['saveHoliday']>): Saved {
  const itself = dayNumber(holiday.day)
  if (itself !== id && findHoliday(db, itself)) refuseAt('day', 'catalogue.dayTwice', { day: holiday.day })
  const saved = put({ id, revision }, '节假日', {
    known: (each) => findHoliday(db, each),
    insert: () => {
      insertHolidays(db, [holiday])
      return itself
    },
    update: (...at) => updateHoliday(db, ...at, holiday),
  })
  return { ...saved, id: itself }
}
