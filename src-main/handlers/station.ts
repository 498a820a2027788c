import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { hasWorkOrders } from '#db/queries/home'
import { findManufacturer, findManufacturerByCode, listManufacturers, renameManufacturer } from '#db/queries/manufacturers'
import { isAnyPatternLocked } from '#db/queries/number-sequences'
import { findStation, updateStation } from '#db/queries/station'
import { listTechnicians, listUsers } from '#db/queries/users'
import { AppError } from '#domain/errors'
import { readTaxNumber } from '#domain/identity'
import { pick } from '#domain/pick'
import { missing, orConflict, type CommandContext, type HandlersOf } from './define.ts'
import { foundStation } from './found-station.ts'
import { numberPatterns, saveNumberPattern } from './station-numbers.ts'
import { addPerson, saveTechnician, saveUser } from './station-people.ts'
import { dropSamples, loadSamples, samples } from './station-samples.ts'

type Feature = AppContract['station']

function save({ db }: CommandContext, { revision, ...fields }: ParsedInputOf<Feature['save']>) {
  const station = findStation(db) ?? missing('本站资料')
  if (fields.code !== station.code && isAnyPatternLocked(db)) throw new AppError('rule', 'station.codeInUse', { code: station.code })
  orConflict(updateStation(db, revision, { ...fields, taxNo: readTaxNumber(fields.taxNo).value }))
  return { revision: revision + 1 }
}

function nameMaker({ db }: CommandContext, { id, revision, ...fields }: ParsedInputOf<Feature['nameMaker']>) {
  const maker = findManufacturer(db, id) ?? missing('厂方')
  if (fields.code !== maker.code && hasWorkOrders(db)) throw new AppError('rule', 'station.makerInUse', { name: maker.name })
  const twin = findManufacturerByCode(db, fields.code)
  if (twin && twin.id !== id) throw new AppError('rule', 'station.codeTaken', { what: '厂方', code: fields.code, name: twin.name })
  orConflict(renameManufacturer(db, id, revision, fields))
  return { revision: revision + 1 }
}

const shownFields = [
  'code',
  'name',
  'stampName',
  'contact',
  'phone',
  'address',
  'warrantyClerk',
  'warrantyClerkPhone',
  'bank',
  'account',
  'taxNo',
  'kind',
  'revision',
  'demo',
] as const

export const stationHandlers: HandlersOf<Feature> = {
  found: foundStation,
  get({ db }) {
    return { ...pick(findStation(db) ?? missing('本站资料'), shownFields), codeLocked: isAnyPatternLocked(db) }
  },
  save,
  users: ({ db }) => listUsers(db).map(({ samplePin: _, ...user }) => user),
  saveUser,
  addPerson,
  nameMaker,
  technicians: ({ db }) => listTechnicians(db),
  saveTechnician,
  numberPatterns,
  saveNumberPattern,
  samples,
  loadSamples,
  dropSamples,
  hourRates: ({ db }) => listManufacturers(db).map(({ id, hourRateFen }) => ({ manufacturerId: id, rateFen: hourRateFen })),
}
