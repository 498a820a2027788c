import type { Founding } from '#contract/founding'
import { insertFaultCode, insertLabourCode, insertModel, insertPart } from '#db/queries/catalogue-records'
import { insertManufacturer, insertPolicy } from '#db/queries/manufacturers'
import { findStation, insertHolidays, insertStation, updateSetting } from '#db/queries/station'
import { insertTechnician, insertUser } from '#db/queries/users'
import { AppError } from '#domain/errors'
import type { CommandContext } from './define.ts'

/** Where the first run stands (contract/session.ts setUpStep). */
export const setUpKey = 'setUp'

/** Codes of one list → the ids the database gave. */
type Ids = ReadonlyMap<string, number>

function idOf(ids: Ids, what: string, code: string): number {
  const id = ids.get(code)
  if (id === undefined) throw new AppError('invalid', 'station.unknownRef', { what, code })
  return id
}

function insertAll<T extends { readonly code: string }>(records: readonly T[], insert: (record: T) => number): Ids {
  return new Map(records.map((record) => [record.code, insert(record)]))
}

/** The first command of every data file: refused once there is a station. A demo station shows its PINs on the tiles. */
export function foundStation({ db, now }: Pick<CommandContext, 'db' | 'now'>, founding: Founding): Record<string, never> {
  const station = findStation(db)
  if (station) throw new AppError('rule', 'session.alreadyFounded', { name: station.name })
  if (!founding.people.some((person) => person.role === 'chief')) throw new AppError('invalid', 'station.lastChief')
  const { demo } = founding.station
  insertStation(db, { ...founding.station, createdAt: now })
  const technicians = insertAll(founding.technicians, (technician) => insertTechnician(db, technician))
  for (const { pin, technicianCode, code, name, role } of founding.people) {
    const technicianId = technicianCode === null ? null : idOf(technicians, '技师', technicianCode)
    insertUser(db, { code, name, role, technicianId, active: true }, pin, demo ? pin : null)
  }
  insertHolidays(db, founding.holidays)
  foundCatalogue({ db }, founding)
  if (founding.setUp) updateSetting(db, setUpKey, 'maker')
  return {}
}

export function foundCatalogue({ db }: Pick<CommandContext, 'db'>, founding: Founding): void {
  const makers = insertAll(founding.manufacturers, (maker) => insertManufacturer(db, maker))
  const makerOf = (record: { readonly manufacturerCode: string }) => ({
    manufacturerId: idOf(makers, '厂方', record.manufacturerCode),
    active: true,
  })
  const policies = insertAll(founding.policies, ({ limits, manufacturerCode, ...policy }) =>
    insertPolicy(db, { ...policy, manufacturerId: idOf(makers, '厂方', manufacturerCode) }, limits),
  )
  for (const { policyCode, ...model } of founding.models) {
    insertModel(db, { ...model, ...makerOf(model), policyId: policyCode === null ? null : idOf(policies, '政策', policyCode) })
  }
  for (const part of founding.parts) insertPart(db, { ...part, ...makerOf(part) })
  for (const labour of founding.labourCodes) insertLabourCode(db, { ...labour, ...makerOf(labour) })
  for (const fault of founding.faultCodes) insertFaultCode(db, { ...fault, ...makerOf(fault) })
}
