import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { insertTechnician, insertUser, listTechnicians, listUsers, updateTechnician, updateUser } from '#db/queries/users'
import { AppError, stop } from '#domain/errors'
import type { Role } from '#domain/words'
import { missing, orConflict, type CommandContext } from './define.ts'

type Feature = AppContract['station']

/** Somebody else of the list who has this 工号 already. */
function refuseTakenCode(
  records: readonly { readonly id: number; readonly code: string; readonly name: string }[],
  code: string,
  id: number | null,
): void {
  const taken = records.find((record) => record.code === code && record.id !== id)
  if (taken === undefined) return
  const said = { code, name: taken.name }
  throw new AppError('rule', 'station.staffCodeTaken', said, [stop('station.staffCodeTaken', 'code', said)])
}

export function saveUser({ db }: CommandContext, { id, revision, pin, ...fields }: ParsedInputOf<Feature['saveUser']>) {
  const users = listUsers(db)
  refuseTakenCode(users, fields.code, id)
  if (id === null) {
    if (pin === null) throw new AppError('invalid', 'station.newUserNeedsPin')
    return { id: insertUser(db, fields, pin, null) }
  }
  if (!users.some((user) => user.id === id)) missing('人员')
  const staysChief = fields.active && fields.role === 'chief'
  if (!staysChief && !users.some((user) => user.id !== id && user.active && user.role === 'chief'))
    throw new AppError('rule', 'station.lastChief')
  orConflict(updateUser(db, id, revision, fields, pin))
  return { id }
}

const codeOf: Readonly<Record<Role, string>> = {
  reception: 'reception',
  technician: 'tech',
  partsKeeper: 'parts',
  claimClerk: 'claim',
  chief: 'chief',
}

/** `tech01`, `tech02` …: the first that is free. */
function freeCode(taken: readonly { readonly code: string }[], start: string): string {
  for (let number = 1; ; number += 1) {
    const code = `${start}${String(number).padStart(2, '0')}`
    if (!taken.some((record) => record.code === code)) return code
  }
}

export function addPerson({ db }: CommandContext, { name, role, pin }: ParsedInputOf<Feature['addPerson']>) {
  const users = listUsers(db)
  const twin = users.find((user) => user.active && user.name === name)
  if (twin) throw new AppError('rule', 'station.nameTaken', { name, code: twin.code })
  const technicianId =
    role === 'technician'
      ? insertTechnician(db, { code: freeCode(listTechnicians(db), 'T'), name, grade: '', teamName: '', active: true })
      : null
  return { id: insertUser(db, { code: freeCode(users, codeOf[role]), name, role, technicianId, active: true }, pin, null) }
}

export function saveTechnician({ db }: CommandContext, { id, ...fields }: ParsedInputOf<Feature['saveTechnician']>) {
  refuseTakenCode(listTechnicians(db), fields.code, id)
  if (id === null) return { id: insertTechnician(db, fields) }
  return updateTechnician(db, id, fields) ? { id } : missing('技师')
}
