import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { findFaultCodes, findLabourCodes, findModels, findPartByCode, findParts, insertPart, partList, updatePart, findPart } from '#db/queries/catalogue'
import { findManufacturer, listManufacturers, listPolicies, updateManufacturer } from '#db/queries/manufacturers'
import { AppError, stopsOf, type Problem } from '#domain/errors'
import { checkAmount } from '#domain/amounts'
import { halfWidth } from '#domain/text'
import { say } from '#domain/sentences/index'
import { formWords } from './form-words.ts'
import { listOf } from './list-of.ts'
import { missing, orConflict, type CommandContext, type HandlersOf } from './define.ts'

type Feature = AppContract['catalogue']

function partProblems({ priceFen, retailPriceFen }: ParsedInputOf<Feature['savePart']>): Problem[] {
  return [...checkAmount(priceFen, 'priceFen'), ...checkAmount(retailPriceFen, 'retailPriceFen')]
}

function savePart({ db }: CommandContext, input: ParsedInputOf<Feature['savePart']>) {
  const { id, revision, ...typed } = input
  const fields = { ...typed, code: halfWidth(typed.code).trim().toUpperCase(), name: typed.name.trim() }
  if (!findManufacturer(db, fields.manufacturerId)) missing('厂方')
  if (fields.code === '' || fields.name === '') throw new AppError('invalid', 'common.required', { label: fields.code === '' ? '零件编号' : '零件名称' })
  const problems = partProblems(input)
  if (stopsOf(problems).length > 0) throw new AppError('invalid', 'common.invalid', { detail: problems.map(say).join('；') }, problems)
  const twin = findPartByCode(db, fields.manufacturerId, fields.code)
  if (twin && twin.id !== id) throw new AppError('rule', 'station.codeTaken', { what: '零件', code: fields.code, name: twin.name })
  if (id === null) return { id: insertPart(db, fields) }
  if (!findPart(db, id)) missing('零件')
  orConflict(updatePart(db, id, revision, fields))
  return { id }
}

function saveManufacturer({ db }: CommandContext, { id, revision, ...fields }: ParsedInputOf<Feature['saveManufacturer']>) {
  if (!findManufacturer(db, id)) missing('厂方')
  const problems = checkAmount(fields.hourRateFen, 'hourRateFen')
  if (problems.length > 0) throw new AppError('invalid', 'common.invalid', { detail: problems.map(say).join('；') }, problems)
  orConflict(updateManufacturer(db, id, revision, fields))
  return { revision: revision + 1 }
}

export const partRegister = listOf(partList, (row) => row)

export const catalogueHandlers: HandlersOf<Feature> = {
  manufacturers: ({ db }) => listManufacturers(db),
  saveManufacturer, formWords,
  policies: ({ db }) => listPolicies(db).map((policy) => ({ ...policy, limits: [...policy.limits] })),
  models: ({ db }, question) => findModels(db, question),
  parts: ({ db }, question) => findParts(db, question),
  part: ({ db }, { id }) => findPart(db, id) ?? missing('零件'),
  labourCodes: ({ db }, question) => findLabourCodes(db, question),
  faultCodes: ({ db }, question) => findFaultCodes(db, question),
  listParts: partRegister.page,
  savePart,
}
