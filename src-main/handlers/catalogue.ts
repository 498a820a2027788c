import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { findFaultCode, findFaultCodes, findLabourCodes, findModels, findPart, findParts, partList } from '#db/queries/catalogue'
import {
  faultList,
  holidayList,
  labourList,
  listFaultBranches,
  modelList,
  outletList,
  priceList,
  technicianList,
} from '#db/queries/catalogue-lists'
import {
  findManufacturer,
  findManufacturerByCode,
  insertManufacturer,
  listManufacturers,
  updateManufacturer,
} from '#db/queries/manufacturers'
import { listPricesOf } from '#db/queries/part-prices'
import { checkFilled, normaliseCode } from '#domain/catalogue'
import { AppError, stop } from '#domain/errors'
import { checkAmount } from '#domain/amounts'
import { zeroFen } from '#domain/money'
import { pricesOn } from '#domain/part-price'
import { say } from '#domain/sentences/index'
import { listShownPolicies, newPolicyVersion, policyUse, savePolicy } from './catalogue-policies.ts'
import { listPolicyTerms, savePolicyTerms } from './catalogue-policy-terms.ts'
import {
  refuseStops,
  saveFault,
  saveHoliday,
  saveLabour,
  saveModel,
  saveOutlet,
  savePart,
  savePrice,
  saveTechnician,
} from './catalogue-records.ts'
import { removeRecord } from './catalogue-remove.ts'
import { setInUse } from './catalogue-in-use.ts'
import { makerNames } from './maker-names.ts'
import { listOf } from './list-of.ts'
import { missing, orConflict, type CommandContext, type HandlersOf, type QueryContext } from './define.ts'

type Feature = AppContract['catalogue']

/** What the part costs on the day: of a list in force, else its own prices. */
function partsFound({ db, today }: QueryContext, { on, ...question }: ParsedInputOf<Feature['parts']>) {
  const found = findParts(db, question)
  const dated = listPricesOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map((part) => ({ ...part, ...pricesOn(part, dated.get(part.id) ?? [], on ?? today) }))
}

function saveManufacturer({ db }: CommandContext, { id, revision, ...fields }: ParsedInputOf<Feature['saveManufacturer']>) {
  if (!findManufacturer(db, id)) missing('厂方')
  const problems = checkAmount(fields.hourRateFen, 'hourRateFen')
  if (problems.length > 0) throw new AppError('invalid', 'common.invalid', { detail: problems.map(say).join('；') }, problems)
  orConflict(updateManufacturer(db, id, revision, fields))
  return { revision: revision + 1 }
}

/** The rest is filled in on its page, with what the forms print by default. */
function newManufacturer({ db }: CommandContext, { code: typed, name, shortName }: ParsedInputOf<Feature['newManufacturer']>) {
  const code = normaliseCode(typed)
  refuseStops(checkFilled({ code, name }, { code: '厂方代码', name: '厂方全称' }))
  const twin = findManufacturerByCode(db, code)
  if (twin)
    throw new AppError('rule', 'station.codeTaken', { what: '厂方', code, name: twin.name }, [
      stop('station.codeTaken', 'code', { what: '厂方', code, name: twin.name }),
    ])
  return { id: insertManufacturer(db, { code, name, shortName, returnTemplate: 'F31', hourRateFen: zeroFen, partMarkup: 100, words: {} }) }
}

const asStored = <T>(row: T): T => row
const registers = {
  parts: listOf(partList, asStored),
  prices: listOf(priceList, asStored),
  labour: listOf(labourList, asStored),
  faults: listOf(faultList, asStored),
  models: listOf(modelList, asStored),
  technicians: listOf(technicianList, asStored),
  outlets: listOf(outletList, asStored),
  holidays: listOf(holidayList, asStored),
}
/** By the names of their queries, for the export. */
export const catalogueRegisters = {
  'catalogue.listParts': registers.parts,
  'catalogue.listPrices': registers.prices,
  'catalogue.listLabour': registers.labour,
  'catalogue.listFaults': registers.faults,
  'catalogue.listModels': registers.models,
  'catalogue.listTechnicians': registers.technicians,
  'catalogue.listOutlets': registers.outlets,
  'catalogue.listHolidays': registers.holidays,
}

export const catalogueHandlers: HandlersOf<Feature> = {
  manufacturers: ({ db }) => listManufacturers(db),
  saveManufacturer,
  newManufacturer,
  makerNames,
  policies: listShownPolicies,
  policyUse,
  savePolicy,
  newPolicyVersion,
  policyTerms: listPolicyTerms,
  savePolicyTerms,
  models: ({ db }, question) => findModels(db, question),
  parts: partsFound,
  part: ({ db }, { id }) => findPart(db, id) ?? missing('零件'),
  fault: ({ db }, { id }) => findFaultCode(db, id) ?? missing('故障代码'),
  labourCodes: ({ db }, question) => findLabourCodes(db, question),
  faultCodes: ({ db }, question) => findFaultCodes(db, question),
  faultTree: ({ db }) => listFaultBranches(db),
  listParts: registers.parts.page,
  listPrices: registers.prices.page,
  listLabour: registers.labour.page,
  listFaults: registers.faults.page,
  listModels: registers.models.page,
  listTechnicians: registers.technicians.page,
  listOutlets: registers.outlets.page,
  listHolidays: registers.holidays.page,
  savePart,
  savePrice,
  saveLabour,
  saveFault,
  saveModel,
  saveTechnician,
  saveOutlet,
  saveHoliday,
  setInUse,
  removeRecord,
}
