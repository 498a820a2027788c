import { groupedBy } from './grouping.ts'
import { checkJobDates, type CellTeller } from './import-dates.ts'
import { createFindingLog, shownValue, type FindingLog } from './import-findings.ts'
import { bareName, findSheet, readMainSheet, readSheet, reportUnknownSheets, type ReadRow, type SheetReading } from './import-layout.ts'
import { checkedLabour, checkedPartLine, joinLines, outingOf, type LinesByOrder } from './import-lines.ts'
import { createLookup, type Lookup } from './import-lookup.ts'
import type { Columns, SheetPlan } from './import-columns.ts'
import { importPlans, labourPlan, outingPlan, partLinePlan, workOrderPlan } from './import-plans.ts'
import { pick } from './pick.ts'
import { priceDayOf } from './part-price.ts'
import type { ImportedWorkOrder, ImportSheet, KnownThings, WorkOrderImport } from './import-result.ts'
import { grouped } from './text.ts'
import { checkedEngine, checkedFrame, checkedPlate, createVehicleRegister } from './import-vehicles.ts'

type OrderRow = ReadRow<typeof workOrderPlan.columns>
type Lines = {
  readonly parts: LinesByOrder<typeof partLinePlan.columns>
  readonly labour: LinesByOrder<typeof labourPlan.columns>
  readonly outings: LinesByOrder<typeof outingPlan.columns>
}
type Desk = {
  readonly sheets: Readonly<Record<'orders' | 'parts' | 'labour' | 'outings', string>>
  readonly known: KnownThings
  readonly lookup: Lookup
  readonly log: FindingLog
  readonly vehicles: ReturnType<typeof createVehicleRegister>
}

const no = { of: () => [], spoilt: new Set<string>() }
const noLines: Lines = { parts: no, labour: no, outings: no }
const nothing: SheetReading<never> = { read: 0, rows: [], refused: [] }

/** Maker and vehicle of a row; null if something was refused. */
function checkedVehicle({ row, values }: OrderRow, { sheets, known, lookup, vehicles }: Desk, tellAt: CellTeller) {
  const makerCode = lookup.maker(values.makerCode, tellAt('厂方代码'))
  if (makerCode === null) return null
  const model = lookup.model(values.model, makerCode, tellAt('车型'))
  if (model === null) return null
  const frame = checkedFrame(values.frameNo, model.onFile, known.vinCheck, tellAt('车架号'))
  if (frame === null) return null
  const engineNo = values.engineNo === null ? null : checkedEngine(values.engineNo, tellAt('发动机号'))
  const plateNo = values.plateNo === null ? null : checkedPlate(values.plateNo, model.onFile, tellAt('车牌号'))
  const facts = { 车型: model.name, 发动机号: engineNo, 购车日期: values.purchasedOn }
  vehicles.add({ sheet: sheets.orders, row, makerCode, frameNo: frame.frameNo, engineNo, facts })
  return { makerCode, modelCode: model.code, model: model.name, ...frame, engineNo, plateNo }
}

function checkRepairTexts({ values }: OrderRow, tellAt: CellTeller): void {
  if (values.finishedAt === null) return
  for (const [heading, text] of [
    ['故障原因', values.cause],
    ['维修措施', values.measure],
  ] as const) {
    if (text === null) tellAt(heading).refuse('import.bad.causeMissing', 'import.do.causeMissing', { heading })
  }
}

function isPresent<T>(value: T | null): value is T {
  return value !== null
}

const keyOfHeading = new Map(Object.entries(workOrderPlan.columns).map(([key, { heading }]) => [heading, key]))

/** What stands under a heading, after reading. */
function shownCell(values: OrderRow['values'], heading: string): string {
  const value = Object.entries(values).find(([key]) => key === keyOfHeading.get(heading))?.[1] ?? null
  return typeof value === 'object' && value !== null ? `${value.date} ${value.time ?? ''}`.trim() : shownValue(value)
}

/** Taken over as they were read. */
const copiedFields = [
  'ledgerNo',
  'reportedOn',
  'customerName',
  'phone',
  'address',
  'senderName',
  'senderPhone',
  'purchasedOn',
  'invoiceNo',
  'mileage',
  'symptom',
  'cause',
  'measure',
  'note',
] as const

/** One order with its lines, or null if anything of it was refused. */
function checkedOrder(order: OrderRow, lines: Lines, desk: Desk): ImportedWorkOrder | null {
  const { row, values } = order
  const { sheets, lookup, log, known } = desk
  const before = log.rejectedTotal()
  const tellAt: CellTeller = (column) => log.at({ sheet: sheets.orders, row, column, value: shownCell(values, column) })
  const times = checkJobDates(values, known.today, tellAt)
  checkRepairTexts(order, tellAt)
  const vehicle = checkedVehicle(order, desk, tellAt)
  if (vehicle === null) return null
  const maker = vehicle.makerCode
  const parts = lines.parts
    .of(values.ledgerNo)
    .map((line) =>
      checkedPartLine(line, { sheet: sheets.parts, maker, on: priceDayOf({ ...times, reportedOn: values.reportedOn }) }, lookup, log),
    )
    .filter(isPresent)
  const labour = lines.labour
    .of(values.ledgerNo)
    .map((line) => checkedLabour(line, sheets.labour, maker, lookup, log))
    .filter(isPresent)
  const outings = lines.outings.of(values.ledgerNo).map(outingOf)
  if (parts.length + labour.length > 0 && times.startedAt === null)
    tellAt('维修开始').warn('import.bad.linesWithoutRepair', 'import.do.linesWithoutRepair')
  const technician = values.technician === null ? null : lookup.technician(values.technician, tellAt('修理工'))
  if (log.rejectedTotal() > before) return null
  return {
    row,
    ...vehicle,
    ...times,
    ...pick(values, copiedFields),
    repairType: values.repairType ?? (outings.length > 0 ? 'outing' : 'general'),
    nature: values.nature ?? 'warranty',
    technician,
    parts,
    labour,
    outings,
  }
}

/** Rows whose 台账号 stands twice: all of them are left out, because the lines cannot be told apart. */
function findDoubles(sheet: string, rows: readonly OrderRow[], log: FindingLog): ReadonlySet<string> {
  const first = new Map<string, number>()
  const doubles = new Set<string>()
  for (const {
    row,
    values: { ledgerNo },
  } of rows) {
    const earlier = first.get(ledgerNo)
    if (earlier === undefined) first.set(ledgerNo, row)
    else {
      doubles.add(ledgerNo)
      log.at({ sheet, row, column: '台账号', value: ledgerNo }).refuse('import.bad.ledgerTwice', 'import.do.ledgerTwice', { row: earlier })
    }
  }
  return doubles
}

/** domain.md V-09 within the file: the odometer of a vehicle does not run back. Warns, for it may have been changed. */
function checkMileage(sheet: string, orders: readonly ImportedWorkOrder[], log: FindingLog): void {
  const vehicles = groupedBy(orders, ({ makerCode, frameNo }) => `${makerCode}\n${frameNo}`)
  for (const visits of vehicles.values()) {
    const inTime = visits.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))
    for (const [index, { row, mileage }] of inTime.entries()) {
      const before = inTime[index - 1]
      if (before === undefined || mileage >= before.mileage || before.reportedOn === inTime[index]?.reportedOn) continue
      log
        .at({ sheet, row, column: '行驶里程', value: String(mileage) })
        .warn('import.bad.mileageBack', 'import.do.mileageBack', { row: before.row, other: grouped(before.mileage) })
    }
  }
}

type Found<C extends Columns> = { readonly name: string; readonly reading: SheetReading<C>; readonly sheet: ImportSheet | null }

function readLines<C extends Columns>(sheets: readonly ImportSheet[], plan: SheetPlan<C>, log: FindingLog, onRow: () => void): Found<C> {
  const sheet = findSheet(sheets, plan, 'optional', log)
  return { name: sheet?.name ?? plan.name, sheet, reading: sheet === null ? nothing : readSheet(sheet, plan, log, onRow) }
}

/** The sheets of lines, read; 零件, 工时 and 外出 may be missing. */
function readLineSheets(sheets: readonly ImportSheet[], log: FindingLog, onRow: () => void) {
  return {
    parts: readLines(sheets, partLinePlan, log, onRow),
    labour: readLines(sheets, labourPlan, log, onRow),
    outings: readLines(sheets, outingPlan, log, onRow),
  }
}
type LineSheets = ReturnType<typeof readLineSheets>

function joinAll({ parts, labour, outings }: LineSheets, reading: SheetReading<typeof workOrderPlan.columns>, log: FindingLog): Lines {
  const present = new Set([...reading.rows.map(({ values }) => values.ledgerNo), ...reading.refused.map(({ key }) => key)])
  const isOrder = (ledgerNo: string): boolean => present.has(ledgerNo)
  return {
    parts: joinLines(parts.name, parts.reading, (values) => values.ledgerNo, isOrder, log),
    labour: joinLines(labour.name, labour.reading, (values) => values.ledgerNo, isOrder, log),
    outings: joinLines(outings.name, outings.reading, (values) => values.ledgerNo, isOrder, log),
  }
}

/** Orders first, then their lines, whatever the order of the tabs; other sheets last. */
function placeOfSheet(name: string): number {
  const place = importPlans['work-orders'].findIndex((plan) => plan.name === bareName(name))
  return place < 0 ? importPlans['work-orders'].length : place
}

/** Checks the workbook of work orders, settled.md 1–4. `onRow` is told of every row read. */
export function checkWorkOrders(sheets: readonly ImportSheet[], known: KnownThings, onRow: () => void): WorkOrderImport {
  const log = createFindingLog(placeOfSheet)
  const main = findSheet(sheets, workOrderPlan, 'main', log)
  const lineSheets = readLineSheets(sheets, log, onRow)
  const { parts, labour, outings } = lineSheets
  const used = new Set([main, parts.sheet, labour.sheet, outings.sheet].filter(isPresent))
  reportUnknownSheets(sheets, used, importPlans['work-orders'].map(({ name }) => name).join('、'), log)
  const reading = main === null ? nothing : readMainSheet(main, workOrderPlan, log, onRow)
  if (main === null || reading.read === 0) return { kind: 'work-orders', read: 0, rows: [], unchanged: [], ...log.outcome() }
  const lines = joinAll(lineSheets, reading, log)
  const desk: Desk = {
    sheets: { orders: main.name, parts: parts.name, labour: labour.name, outings: outings.name },
    known,
    lookup: createLookup(known),
    log,
    vehicles: createVehicleRegister(log),
  }
  const bad = new Set([
    ...findDoubles(main.name, reading.rows, log),
    ...lines.parts.spoilt,
    ...lines.labour.spoilt,
    ...lines.outings.spoilt,
  ])
  const already = new Set(known.ledgerNos)
  const looked = new Set<string>()
  // what is wrong with a line is said once, however often its 台账号 stands in the sheet of orders
  const linesOfFirst = ({ values: { ledgerNo } }: OrderRow): Lines => {
    const isFirst = !looked.has(ledgerNo)
    looked.add(ledgerNo)
    return isFirst ? lines : noLines
  }
  const fresh = reading.rows.filter(({ values }) => !already.has(values.ledgerNo))
  const rows = fresh
    .map((order) => checkedOrder(order, linesOfFirst(order), desk))
    .filter(isPresent)
    .filter(({ ledgerNo }) => !bad.has(ledgerNo))
  checkMileage(main.name, rows, log)
  const unchanged = reading.rows.flatMap(({ row, values }) => (already.has(values.ledgerNo) ? [{ row, key: values.ledgerNo }] : []))
  return { kind: 'work-orders', read: reading.read, rows, unchanged, ...log.outcome() }
}
