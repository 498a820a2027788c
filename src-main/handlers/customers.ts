import type { AppContract } from '#contract/index'
import type { ParsedInputOf } from '#contract/define'
import { findOpenVoucher } from '#db/queries/claims'
import { customerList, findCustomer, updateCustomer } from '#db/queries/customers'
import { findIntake } from '#db/queries/find'
import { listUnitOwners } from '#db/queries/unit-history'
import { findUnit, updateUnit, updateUnitOdometer, updateUnitOwner, type UnitFields } from '#db/queries/units'
import { unitList } from '#db/queries/units-list'
import { odometerProblems, unknownUnit } from '#domain/customer'
import { AppError, stopsOf, type Problem } from '#domain/errors'
import { printedOfCustomer, printedOfUnit, printedProblems } from '#domain/printed'
import { say } from '#domain/sentences/index'
import { acceptable, createCustomer, createUnit, customerReading, unitReading, unitToSave, type CustomerEntry } from './customer-records.ts'
import { findDoubles } from './customers-doubles.ts'
import { mergeCustomerRecords, previewCustomers } from './customers-merge.ts'
import { mergeUnitRecords, previewUnits } from './customers-merge-units.ts'
import { customerStory, unitStory } from './customers-story.ts'
import { missing, orConflict, type CommandContext, type HandlersOf, type QueryContext } from './define.ts'
import { listOf } from './list-of.ts'
import { redecideOrdersOf } from './work-orders-redecide.ts'

type Feature = AppContract['customers']

const noCustomer: CustomerEntry = { name: '', kind: 'person', phone: '', phone2: '', contactName: '', address: '', note: '' }
const noUnit: UnitFields = { manufacturerId: 0, ...unknownUnit }

/** The fields someone has filled in so far over an empty record. */
function over<T extends object>(empty: T, given: { readonly [K in keyof T]?: T[K] | undefined }): T {
  return { ...empty, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}

function onGiven(problems: readonly Problem[], given: object): Problem[] {
  const fields = new Set(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name),
  )
  return problems.filter(({ field }) => field !== null && fields.has(field))
}

function check({ db, today }: QueryContext, { customer, unit }: ParsedInputOf<Feature['check']>): Problem[] {
  return [
    ...onGiven(customerReading(db, over(noCustomer, customer), null).problems, customer),
    ...onGiven(unitReading(db, over(noUnit, unit), null, today).problems, unit),
  ]
}

function save(context: CommandContext, { id, revision, ...entry }: ParsedInputOf<Feature['save']>) {
  if (id === null) return { id: createCustomer(context, entry).id, revision: 0 }
  const { db } = context
  const before = findCustomer(db, id) ?? missing('用户')
  const { value } = acceptable(customerReading(db, entry, id))
  refusePrinted(printedProblems(findOpenVoucher(db, 'customer', id), printedOfCustomer, before, value))
  orConflict(updateCustomer(db, id, revision, value))
  return { id, revision: revision + 1 }
}

/** What speaks against a change of a printed field. @throws AppError */
function refusePrinted(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('rule', 'record.frozen', { number: String(problems[0]?.params['number']) }, problems)
}

/** The owner changes by `changeOwner` only, which keeps history. */
function saveUnit(context: CommandContext, { id, revision, ownerId, ...entry }: ParsedInputOf<Feature['saveUnit']>) {
  if (id === null) {
    const created = createUnit(context, entry, ownerId)
    return { id: created.id, revision: 0, warnings: [...created.warnings] }
  }
  const { db, today } = context
  const before = findUnit(db, id) ?? missing('车辆')
  const { value, warnings } = unitToSave(db, entry, id, today)
  // a model that was renamed in the catalogue is the same model
  const modelName = value.modelId !== null && value.modelId === before.modelId ? before.modelName : value.modelName
  refusePrinted(printedProblems(findOpenVoucher(db, 'unit', id), printedOfUnit, before, { ...value, modelName }))
  orConflict(updateUnit(db, id, revision, value))
  redecideOrdersOf(context, id)
  return { id, revision: revision + 1, warnings }
}

function changeOwner({ db, today }: CommandContext, { unitId, revision, customerId, on }: ParsedInputOf<Feature['changeOwner']>) {
  const unit = findUnit(db, unitId) ?? missing('车辆')
  const customer = findCustomer(db, customerId) ?? missing('用户')
  const since = listUnitOwners(db, unitId).at(-1)?.since
  if (unit.ownerId === customerId) throw new AppError('rule', 'unit.sameOwner', { name: customer.name })
  if (on > today) throw new AppError('rule', 'unit.inFuture', { label: '变更日期', date: on })
  if (since !== undefined && on < since) throw new AppError('rule', 'unit.ownerBeforeLast', { on, since })
  orConflict(updateUnitOwner(db, unitId, revision, { customerId, since: on }))
  return { revision: revision + 1 }
}

function changeOdometer(context: CommandContext, { unitId, revision, ...change }: ParsedInputOf<Feature['changeOdometer']>) {
  const { db, today, actor } = context
  const { lastMileage, lastMileageOn } = findUnit(db, unitId) ?? missing('车辆')
  const problems = odometerProblems({ ...change, lastMileage, lastMileageOn, today })
  const stops = stopsOf(problems)
  if (stops.length > 0) throw new AppError('rule', 'common.invalid', { detail: stops.map(say).join('；') }, problems)
  orConflict(updateUnitOdometer(db, unitId, revision, { ...change, userId: actor.userId }))
  redecideOrdersOf(context, unitId)
  return { revision: revision + 1 }
}

export const customerRegister = listOf(customerList, (row) => row)
export const unitRegister = listOf(unitList, (row) => row)

export const customersHandlers: HandlersOf<Feature> = {
  list: customerRegister.page,
  listUnits: unitRegister.page,
  find: ({ db }, { text, limit }) => findIntake(db, text, limit),
  get: (context, { id }) => customerStory(context, id),
  getUnit: (context, { id }) => unitStory(context, id),
  doubles: findDoubles,
  previewMerge: ({ db, today }, { of, ...asked }) => (of === 'customer' ? previewCustomers(db, asked) : previewUnits(db, asked, today)),
  merge: (context, asked) => (asked.of === 'customer' ? mergeCustomerRecords(context, asked) : mergeUnitRecords(context, asked)),
  check,
  save,
  saveUnit,
  changeOwner,
  changeOdometer,
}
