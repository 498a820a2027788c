import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { listManufacturers } from '#db/queries/manufacturers'
import { findPattern, listSequences, updatePattern } from '#db/queries/number-sequences'
import { findStation, updateStation } from '#db/queries/station'
import { insertTechnician, insertUser, listTechnicians, listUsers, updateTechnician, updateUser } from '#db/queries/users'
import { AppError, stopsOf } from '#domain/errors'
import { checkPattern, defaultPatterns, documentNumber, periodOf, type FormCode } from '#domain/numbering'
import { say } from '#domain/sentences/index'
import { codesOf } from '#domain/words'
import { missing, orConflict, type CommandContext, type Handler, type HandlersOf } from './define.ts'
import { foundStation } from './found-station.ts'

type Feature = AppContract['station']

/** Another record of the list that has this code already. */
function refuseTakenCode(records: readonly { readonly id: number; readonly code: string; readonly name: string }[], what: string, code: string, id: number | null): void {
  const taken = records.find((record) => record.code === code && record.id !== id)
  if (taken) throw new AppError('rule', 'station.codeTaken', { what, code, name: taken.name })
}

function saveUser({ db }: CommandContext, { id, revision, pin, ...fields }: ParsedInputOf<Feature['saveUser']>) {
  const users = listUsers(db)
  refuseTakenCode(users, '人员', fields.code, id)
  if (id === null) {
    if (pin === null) throw new AppError('invalid', 'station.newUserNeedsPin')
    return { id: insertUser(db, fields, pin, null) }
  }
  if (!users.some((user) => user.id === id)) missing('人员')
  const staysChief = fields.active && fields.role === 'chief'
  if (!staysChief && !users.some((user) => user.id !== id && user.active && user.role === 'chief')) throw new AppError('rule', 'station.lastChief')
  orConflict(updateUser(db, id, revision, fields, pin))
  return { id }
}

function saveTechnician({ db }: CommandContext, { id, ...fields }: ParsedInputOf<Feature['saveTechnician']>) {
  refuseTakenCode(listTechnicians(db), '技师', fields.code, id)
  if (id === null) return { id: insertTechnician(db, fields) }
  return updateTechnician(db, id, fields) ? { id } : missing('技师')
}

/** Every numbered thing with the number that comes next. */
const numberPatterns: Handler<Feature['numberPatterns']> = ({ db, today }) => {
  const station = (findStation(db) ?? missing('本站资料')).code
  const sequences = listSequences(db)
  return codesOf(defaultPatterns).map((form) => {
    const setting = findPattern(db, form)
    const pattern = setting?.pattern ?? defaultPatterns[form]
    const period = periodOf(today, pattern)
    const last = sequences.find((entry) => entry.form === form && entry.period === period)?.last ?? 0
    const isLocked = setting !== undefined && setting.lockedAt !== null
    return { form, pattern, locked: isLocked, example: documentNumber(pattern, { station, form, period, sequence: last + 1 }), last }
  })
}

function isForm(form: string): form is FormCode {
  return Object.hasOwn(defaultPatterns, form)
}

function saveNumberPattern({ db }: CommandContext, { form, pattern }: ParsedInputOf<Feature['saveNumberPattern']>) {
  if (!isForm(form)) throw new AppError('not-found', 'station.unknownForm', { form })
  const problems = checkPattern(pattern, 'pattern')
  const stops = stopsOf(problems)
  if (stops.length > 0) throw new AppError('invalid', 'common.invalid', { detail: stops.map(say).join('；') }, problems)
  if (!updatePattern(db, form, pattern)) throw new AppError('rule', 'station.patternLocked', { form })
  return {}
}

export const stationHandlers: HandlersOf<Feature> = {
  found: foundStation,
  get({ db }) {
    const { code, name, stampName, contact, phone, address, warrantyClerk, warrantyClerkPhone, bank, account, taxNo, revision, demo } = findStation(db) ?? missing('本站资料')
    return { code, name, stampName, contact, phone, address, warrantyClerk, warrantyClerkPhone, bank, account, taxNo, revision, demo }
  },
  save({ db }, { revision, ...fields }) {
    orConflict(updateStation(db, revision, fields))
    return { revision: revision + 1 }
  },
  users: ({ db }) => listUsers(db).map(({ samplePin: _, ...user }) => user),
  saveUser,
  technicians: ({ db }) => listTechnicians(db),
  saveTechnician, numberPatterns, saveNumberPattern,
  hourRates: ({ db }) => listManufacturers(db).map(({ id, hourRateFen }) => ({ manufacturerId: id, rateFen: hourRateFen })),
}
