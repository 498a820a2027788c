import { findCustomerTwin, insertCustomer, updateCustomer, type CustomerRow } from '#db/queries/customers'
import { findUnitByFrame, insertUnit, updateUnit, updateUnitOwner, type UnitFields, type UnitRow } from '#db/queries/units'
import type { Reader } from '#db/types'
import type { ImportedCustomerUnit, ImportedUnit } from '#domain/import-result'
import { missing, orConflict, type CommandContext, type QueryContext } from './define.ts'
import { openCatalogue, type Catalogue } from './imports-known.ts'
import type { RowPlan } from './imports-records.ts'

type Found = { readonly customer: CustomerRow | undefined; readonly unit: UnitRow | undefined }
type Changes = { readonly customer: Partial<CustomerRow> | null; readonly unit: Partial<UnitFields> | null; readonly owner: boolean }

/** What a list of customers would do, row by row; nothing is written. */
export function planCustomers({ db }: QueryContext, rows: readonly ImportedCustomerUnit[]): RowPlan[] {
  const catalogue = openCatalogue(db)
  return rows.map((row) => planOf(row, find(db, catalogue, row), catalogue))
}

/** Customers are known by name and phone, vehicles by frame number. Empty cells keep what is on file; another owner in the list is a new owner from today. */
export function applyCustomers(context: CommandContext, rows: readonly ImportedCustomerUnit[]): RowPlan[] {
  const catalogue = openCatalogue(context.db)
  return rows.map((row) => {
    const found = find(context.db, catalogue, row)
    const plan = planOf(row, found, catalogue)
    if (plan !== 'same') write(context, row, found, catalogue)
    return plan
  })
}

function find(db: Reader, { makers }: Catalogue, { name, phone, unit }: ImportedCustomerUnit): Found {
  return {
    customer: findCustomerTwin(db, { name, phone }, null),
    unit:
      unit === null ? undefined : findUnitByFrame(db, makers.get(unit.makerCode)?.id ?? missing(`厂方 ${unit.makerCode}`), unit.frameNo),
  }
}

function planOf(row: ImportedCustomerUnit, found: Found, catalogue: Catalogue): RowPlan {
  if (found.customer === undefined || (row.unit !== null && found.unit === undefined)) return 'create'
  const { customer, unit, owner } = changesOf(row, found, catalogue)
  return customer === null && unit === null && !owner ? 'same' : 'update'
}

function changesOf(row: ImportedCustomerUnit, { customer, unit }: Found, catalogue: Catalogue): Changes {
  return {
    customer:
      customer === undefined
        ? null
        : changed(customer, { kind: kindGiven(row), phone2: row.phone2, contactName: row.contactName, address: row.address }),
    unit: unit === undefined || row.unit === null ? null : changed(unit, unitGiven(row.unit, catalogue)),
    owner: unit !== undefined && unit.ownerId !== customer?.id,
  }
}

/** 个人 is also what an empty cell is read as, so it does not undo 单位. */
function kindGiven({ kind }: ImportedCustomerUnit) {
  return kind === 'person' ? null : kind
}

/** The given values that are not on file yet; null when there are none. */
function changed<T extends object>(onFile: T, given: { readonly [K in keyof T]?: T[K] | null }): Partial<T> | null {
  const stored: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(onFile))
  const news = Object.entries(given).filter(([key, value]) => value !== null && value !== undefined && stored[key] !== value)
  // safe: the entries that are left are those with a value of the column's type
  return news.length === 0 ? null : (Object.fromEntries(news) as Partial<T>)
}

function unitGiven(unit: ImportedUnit, catalogue: Catalogue) {
  const model = catalogue.model(unit.makerCode, unit.modelCode)
  return {
    modelId: model?.id ?? null,
    modelName: model?.name ?? unit.model,
    engineNo: unit.engineNo,
    plateNo: unit.plateNo,
    manufacturedOn: unit.manufacturedOn,
    purchasedOn: unit.purchasedOn,
    invoiceNo: unit.invoiceNo,
    warrantyCardNo: unit.warrantyCardNo,
    sellerName: unit.sellerName,
  }
}

function write(context: CommandContext, row: ImportedCustomerUnit, found: Found, catalogue: Catalogue): void {
  const { db, now, today } = context
  const changes = changesOf(row, found, catalogue)
  const customerId = found.customer?.id ?? insertCustomer(db, newCustomer(row), now)
  if (found.customer && changes.customer)
    orConflict(updateCustomer(db, customerId, found.customer.revision, { ...found.customer, ...changes.customer }))
  if (row.unit === null) return
  if (found.unit === undefined) {
    insertUnit(db, newUnit(row.unit, catalogue), customerId, now)
    return
  }
  const { id, revision } = found.unit
  if (changes.unit) orConflict(updateUnit(db, id, revision, { ...found.unit, ...changes.unit }))
  if (found.unit.ownerId !== customerId)
    orConflict(updateUnitOwner(db, id, revision + (changes.unit ? 1 : 0), { customerId, since: today }))
}

export function newCustomer({ name, kind, phone, phone2, contactName, address }: Omit<ImportedCustomerUnit, 'row' | 'unit'>) {
  return { name, kind, phone, phone2: phone2 ?? '', contactName: contactName ?? '', address: address ?? '', note: '' }
}

/** A vehicle of a list that is not on file yet. */
export function newUnit(unit: ImportedUnit, catalogue: Catalogue): UnitFields {
  const maker = catalogue.makers.get(unit.makerCode) ?? missing(`厂方 ${unit.makerCode}`)
  const model = catalogue.model(unit.makerCode, unit.modelCode)
  return {
    manufacturerId: maker.id,
    modelId: model?.id ?? null,
    modelName: model?.name ?? unit.model,
    frameNo: unit.frameNo,
    engineNo: unit.engineNo ?? '',
    plateNo: unit.plateNo ?? '',
    color: '',
    manufacturedOn: unit.manufacturedOn,
    purchasedOn: unit.purchasedOn,
    deliveredOn: null,
    invoiceNo: unit.invoiceNo ?? '',
    warrantyCardNo: unit.warrantyCardNo ?? '',
    sellerName: unit.sellerName ?? '',
    usage: 'own',
    tamperFlag: false,
  }
}
