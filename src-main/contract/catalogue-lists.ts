import { z } from 'zod'
import { removableRecords, retirableLists } from '#domain/catalogue'
import {
  faultFields,
  holidayFields,
  labourFields,
  modelFields,
  outletFields,
  partFields,
  priceFields,
  technicianFields,
} from '#domain/list-fields'
import { codesOf, faultMode, modelCategory, oldPartDuty, origin, partCategory } from '#domain/words'
import { command, query } from './define.ts'
import { byId, chosenIds, fen, hours, id, line, localDate, revision } from './fields.ts'
import { list } from './list.ts'

const months = z.number().int().min(0).max(600)
const kilometres = z.number().int().min(0).max(999_999)
const code = line(40)
const active = z.boolean()
const stored = { id, revision }
/** `id` null: a new record. */
const saving = { id: id.nullable(), revision }
const saved = z.object({ id, revision })
const inUse = z.object({ activeOnly: z.boolean() })

const part = z.object({
  code,
  name: line(40),
  unit: line(10),
  spec: line(60),
  manufacturerId: id,
  supplierName: line(60),
  supplierCode: line(40),
  origin: z.enum(codesOf(origin)),
  priceFen: fen,
  retailPriceFen: fen,
  category: z.enum(codesOf(partCategory)),
  warrantyMonths: months.nullable(),
  warrantyKm: kilometres.nullable(),
  assembly: line(40),
  isEngine: z.boolean(),
  serialControlled: z.boolean(),
  oldPartReturn: z.enum(codesOf(oldPartDuty)),
  active,
})
const price = z.object({
  partId: id,
  validFrom: localDate,
  validTo: localDate.nullable(),
  priceFen: fen,
  retailPriceFen: fen.nullable(),
  source: line(60),
})
const labour = z.object({ code, name: line(60), manufacturerId: id, hours, system: line(40), active })
const fault = z.object({
  code,
  manufacturerId: id,
  system: line(40),
  assembly: line(40),
  part: line(40),
  mode: z.enum(codesOf(faultMode)),
  text: line(200),
  cause: line(200),
  method: line(200),
  active,
})
const model = z.object({
  code,
  name: line(40),
  category: z.enum(codesOf(modelCategory)),
  manufacturerId: id,
  policyId: id.nullable(),
  usesVin: z.boolean(),
  usesMileage: z.boolean(),
  serialRule: line(80),
  active,
})
const technician = z.object({
  code,
  name: line(60),
  grade: line(20),
  teamName: line(20),
  certNo: line(40),
  certExpiresOn: localDate.nullable(),
  phone: line(30),
  outletId: id.nullable(),
  active,
})
const outlet = z.object({ code, name: line(60), contact: line(60), phone: line(30), address: line(80), active })
const holiday = z.object({ day: localDate, working: z.boolean(), note: line(60) })

export const partRow = part.extend(stored)
export const labourRow = labour.extend(stored)
export const faultRow = fault.extend(stored)
export const modelRow = model.extend(stored)

/** The catalogues kept in grids: a list, and a command that saves one row at the revision it was seen. */
export const gridLists = {
  listParts: list({ fields: partFields, filter: inUse.extend({ category: z.enum(codesOf(partCategory)).nullable() }), row: partRow }),
  savePart: command({ input: part.extend(saving), output: saved, may: 'editParts' }),
  listPrices: list({
    fields: priceFields,
    filter: z.object({ partId: id.nullable(), current: z.boolean() }),
    row: price.extend({ ...stored, manufacturerId: id, partCode: z.string(), partName: z.string() }),
  }),
  /** `partId` 0: no part was chosen yet. */
  savePrice: command({ input: price.extend({ ...saving, partId: z.number().int().min(0) }), output: saved, may: 'editParts' }),
  listLabour: list({ fields: labourFields, filter: inUse, row: labourRow }),
  saveLabour: command({ input: labour.extend(saving), output: saved, may: 'editCatalogue' }),
  /** `system` and `assembly`: the branch of the tree that is shown */
  listFaults: list({
    fields: faultFields,
    filter: inUse.extend({ system: z.string().max(40).nullable(), assembly: z.string().max(40).nullable() }),
    row: faultRow,
  }),
  saveFault: command({ input: fault.extend(saving), output: saved, may: 'editCatalogue' }),
  /** The two upper levels of the fault codes, with how many codes hang below. */
  faultTree: query({
    input: z.object({}),
    output: z.array(z.object({ system: z.string(), assembly: z.string(), count: z.number().int() })),
    may: 'view',
  }),
  listModels: list({ fields: modelFields, filter: inUse, row: modelRow }),
  saveModel: command({ input: model.extend(saving), output: saved, may: 'editCatalogue' }),
  listTechnicians: list({ fields: technicianFields, filter: inUse, row: technician.extend(stored) }),
  saveTechnician: command({ input: technician.extend(saving), output: saved, may: 'manageStation', touches: ['station'] }),
  listOutlets: list({ fields: outletFields, filter: inUse, row: outlet.extend(stored) }),
  saveOutlet: command({ input: outlet.extend(saving), output: saved, may: 'manageStation' }),
  /** A day off or a working weekend; its id is the day as a number, 20261001. */
  listHolidays: list({ fields: holidayFields, filter: z.object({ year: z.number().int().nullable() }), row: holiday.extend(stored) }),
  saveHoliday: command({ input: holiday.extend(saving), output: saved, may: 'manageStation' }),
  /** 停用 or 在用 for many at once; answers the records that were otherwise, at their new revisions, so that it can be taken back. The right is that of saving in the list. */
  setInUse: command({
    input: z.object({ list: z.enum(retirableLists), ids: chosenIds, active }),
    output: z.object({ changed: z.array(z.object(stored)) }),
    may: 'signedIn',
    touches: ['station'],
  }),
  /** Refused for what is in use. The right is that of saving in the list. */
  removeRecord: command({
    input: z.object({ list: z.enum(removableRecords), ...stored }),
    output: z.object({}),
    may: 'signedIn',
    touches: ['station'],
  }),
  part: query({ input: byId, output: partRow, may: 'signedIn' }),
  fault: query({ input: byId, output: faultRow, may: 'signedIn' }),
}
