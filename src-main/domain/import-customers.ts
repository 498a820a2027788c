import { addMonths } from './dates.ts'
import { checkNotFuture, checkOrder, type CellTeller } from './import-dates.ts'
import { createFindingLog, shownValue, type FindingLog } from './import-findings.ts'
import { readOnlySheet, type ReadRow } from './import-layout.ts'
import { createLookup, type FoundModel, type Lookup } from './import-lookup.ts'
import { customerPlan } from './import-plans.ts'
import { createPrintedRegister } from './import-printed.ts'
import type { CustomerImport, ImportedCustomerUnit, ImportedUnit, ImportSheet, KnownThings } from './import-result.ts'
import { checkedEngine, checkedFrame, checkedPlate, createVehicleRegister } from './import-vehicles.ts'

type CustomerRow = ReadRow<typeof customerPlan.columns>
type Desk = {
  readonly sheet: string
  readonly known: KnownThings
  readonly lookup: Lookup
  readonly log: FindingLog
  readonly vehicles: ReturnType<typeof createVehicleRegister>
  readonly printed: ReturnType<typeof createPrintedRegister>
}

const monthsInStock = 24

/** domain.md V-08: 出厂 ≤ 购买 ≤ today; more than 24 months between them is doubted. */
function checkUnitDates({ values: { manufacturedOn, purchasedOn } }: CustomerRow, known: KnownThings, tellAt: CellTeller): void {
  checkNotFuture(manufacturedOn, '生产日期', known.today, tellAt)
  checkNotFuture(purchasedOn, '购车日期', known.today, tellAt)
  checkOrder(purchasedOn, '购车日期', manufacturedOn, '生产日期', tellAt)
  if (manufacturedOn !== null && purchasedOn !== null && purchasedOn > addMonths(manufacturedOn, monthsInStock)) {
    tellAt('购车日期').warn('import.bad.purchaseLongAfter', 'import.do.purchaseLongAfter', { months: monthsInStock })
  }
}

/** The file has no 厂方代码: a model on file tells its manufacturer, any other belongs to the only one. */
function makerOf(model: FoundModel, { lookup }: Desk, tellAt: CellTeller): string | null {
  return model.onFile?.makerCode ?? lookup.maker(null, tellAt('车型'))
}

/** Which of the vehicle's columns is filled although there is no frame number. */
function strayHeading({ values }: CustomerRow): string | null {
  const { model, engineNo, plateNo, manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo, sellerName } = values
  const given = { model, engineNo, plateNo, manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo, sellerName }
  const stray = Object.entries(given).find(([, value]) => value !== null)?.[0]
  return Object.entries(customerPlan.columns).find(([key]) => key === stray)?.[1].heading ?? null
}

function checkedUnit(customer: CustomerRow, desk: Desk, tellAt: CellTeller): ImportedUnit | null {
  const { row, values } = customer
  const { known, lookup, vehicles, sheet } = desk
  if (values.frameNo === null) {
    const heading = strayHeading(customer)
    return heading === null ? null : tellAt('车架号').refuse('import.bad.unitWithoutFrame', 'import.do.unitWithoutFrame', { heading })
  }
  if (values.model === null) return tellAt('车型').refuse('import.bad.unitWithoutModel', 'import.do.unitWithoutModel')
  const model = lookup.model(values.model, null, tellAt('车型'))
  const makerCode = model === null ? null : makerOf(model, desk, tellAt)
  if (model === null || makerCode === null) return null
  const frame = checkedFrame(values.frameNo, model.onFile, known.vinCheck, tellAt('车架号'))
  checkUnitDates(customer, known, tellAt)
  if (frame === null) return null
  const engineNo = values.engineNo === null ? null : checkedEngine(values.engineNo, tellAt('发动机号'))
  const plateNo = values.plateNo === null ? null : checkedPlate(values.plateNo, model.onFile, tellAt('车牌号'))
  vehicles.add({ sheet, row, makerCode, frameNo: frame.frameNo, engineNo, facts: {} })
  const { manufacturedOn, purchasedOn, invoiceNo, warrantyCardNo, sellerName } = values
  return {
    makerCode,
    modelCode: model.code,
    model: model.name,
    ...frame,
    engineNo,
    plateNo,
    manufacturedOn,
    purchasedOn,
    invoiceNo,
    warrantyCardNo,
    sellerName,
  }
}

function checkedCustomer(customer: CustomerRow, desk: Desk): ImportedCustomerUnit | null {
  const { row, values } = customer
  const before = desk.log.rejectedTotal()
  const shown = new Map<string, string | null>([
    ['用户地址', values.address],
    ['发票号', values.invoiceNo],
    ['三包凭证号', values.warrantyCardNo],
    ['车型', values.model],
    ['车架号', values.frameNo],
    ['发动机号', values.engineNo],
    ['车牌号', values.plateNo],
    ['生产日期', values.manufacturedOn],
    ['购车日期', values.purchasedOn],
  ])
  const tellAt: CellTeller = (column) => desk.log.at({ sheet: desk.sheet, row, column, value: shownValue(shown.get(column) ?? null) })
  const unit = checkedUnit(customer, desk, tellAt)
  const { name, kind, phone, phone2, contactName, address } = values
  const read = { row, name, kind: kind ?? 'person', phone, phone2, contactName, address, unit }
  desk.printed.check(read, tellAt)
  return desk.log.rejectedTotal() > before ? null : read
}

function sameBut(a: ImportedCustomerUnit, b: ImportedCustomerUnit): boolean {
  return JSON.stringify({ ...a, row: 0 }) === JSON.stringify({ ...b, row: 0 })
}

/** A vehicle, or a customer without one, that stands twice: word for word it counts once, else it is refused. */
function withoutDoubles(customers: readonly ImportedCustomerUnit[], { sheet, log }: Desk) {
  const first = new Map<string, ImportedCustomerUnit>()
  const rows: ImportedCustomerUnit[] = []
  const unchanged: { row: number; key: string }[] = []
  for (const customer of customers) {
    const { row, name, phone, unit } = customer
    const key = unit === null ? `${name}\n${phone}` : `${unit.makerCode}\n${unit.frameNo}\nunit`
    const earlier = first.get(key)
    const shown = unit?.frameNo ?? name
    const tell = log.at({ sheet, row, column: unit === null ? '用户姓名' : '车架号', value: shown })
    if (earlier === undefined) {
      first.set(key, customer)
      rows.push(customer)
    } else if (unit !== null && !sameBut(earlier, customer))
      tell.refuse('import.bad.unitTwice', 'import.do.unitTwice', { row: earlier.row })
    else if (sameBut(earlier, customer)) {
      tell.warn('import.bad.rowTwice', 'import.do.rowTwice', { row: earlier.row })
      unchanged.push({ row, key: shown })
    } else rows.push(customer)
  }
  return { rows, unchanged }
}

/** Checks the workbook of customers with their units (settled.md 1). */
export function checkCustomers(sheets: readonly ImportSheet[], known: KnownThings, onRow: () => void): CustomerImport {
  const log = createFindingLog()
  const { sheet, read, rows } = readOnlySheet(sheets, customerPlan, log, onRow)
  const desk: Desk = {
    sheet,
    known,
    lookup: createLookup(known),
    log,
    vehicles: createVehicleRegister(log),
    printed: createPrintedRegister(known.printed),
  }
  const good = rows.flatMap((row) => checkedCustomer(row, desk) ?? [])
  return { kind: 'customers', read, ...withoutDoubles(good, desk), ...log.outcome() }
}
