import { groupedBy } from './grouping.ts'
import { shownValue, type FindingLog } from './import-findings.ts'
import type { ReadRow, SheetReading } from './import-layout.ts'
import { moneyLimit } from './import-cells.ts'
import type { Columns } from './import-columns.ts'
import type { Lookup } from './import-lookup.ts'
import type { labourPlan, outingPlan, partLinePlan } from './import-plans.ts'
import type { LocalDate } from './dates.ts'
import type { ImportedLabourLine, ImportedOuting, ImportedPartLine, KnownPart } from './import-result.ts'
import { formatFen, timesFen, zeroFen, type Fen } from './money.ts'
import { pricesOn } from './part-price.ts'

type PartRow = ReadRow<typeof partLinePlan.columns>
type LabourRow = ReadRow<typeof labourPlan.columns>
type OutingRow = ReadRow<typeof outingPlan.columns>

type PartPlace = { readonly sheet: string; readonly maker: string; /** the day whose prices hold */ readonly on: LocalDate }

function priceOnFile({ price, dated }: KnownPart, on: LocalDate): Fen | null {
  const { priceFen } = pricesOn({ priceFen: price ?? zeroFen, retailPriceFen: zeroFen }, dated, on)
  return price === null && priceFen === zeroFen ? null : priceFen
}

/** V-11…V-13 of domain.md: a part not on file needs a name. Null = refused. */
export function checkedPartLine(
  { row, values }: PartRow,
  { sheet, maker, on }: PartPlace,
  lookup: Lookup,
  log: FindingLog,
): ImportedPartLine | null {
  const { partCode, partName, quantity, unitPrice, faultMode, oldPartNo, supplyMode, note } = values
  const tellAt = (column: string, value: string | number | null) => log.at({ sheet, row, column, value: shownValue(value) })
  const onFile = lookup.part(maker, partCode)
  const name = onFile?.name ?? partName
  if (name === null) return tellAt('零件名称', null).refuse('import.bad.partNameNeeded', 'import.do.partNameNeeded', { code: partCode })
  if (onFile === null && lookup.isNew('part', `${maker} ${partCode}`))
    tellAt('零件编号', partCode).warn('import.bad.partUnknown', 'import.do.partUnknown')
  if (onFile !== null && partName !== null && partName !== onFile.name && lookup.isNew('partName', `${maker} ${partCode} ${partName}`)) {
    tellAt('零件名称', partName).warn('import.bad.partNameDiffers', 'import.do.partNameDiffers', { name: onFile.name })
  }
  const price = unitPrice ?? (onFile && priceOnFile(onFile, on))
  if (price === null) tellAt('单价', null).warn('import.bad.priceMissing', 'import.do.priceMissing')
  if (timesFen(price ?? zeroFen, quantity) > moneyLimit) {
    return tellAt('数量', quantity).refuse('import.bad.amountTooLarge', 'import.do.amountTooLarge', { limit: formatFen(moneyLimit) })
  }
  return {
    row,
    partCode: onFile?.code ?? partCode,
    partName: name,
    onFile: onFile !== null,
    quantity,
    unitPrice: price ?? zeroFen,
    faultMode,
    oldPartNo,
    supplyMode: supplyMode ?? 'stock',
    note,
  }
}

/** A job not in the labour list needs its name and hours. Null = refused. */
export function checkedLabour(
  { row, values }: LabourRow,
  sheet: string,
  maker: string,
  lookup: Lookup,
  log: FindingLog,
): ImportedLabourLine | null {
  const { code, name: written, hours: writtenHours, rate, technician } = values
  const tellAt = (column: string, value: string | null) => log.at({ sheet, row, column, value: shownValue(value) })
  const onFile = lookup.labour(maker, code)
  const name = written ?? onFile?.name ?? null
  const hours = writtenHours ?? onFile?.hours ?? null
  if (onFile === null && lookup.isNew('labour', `${maker} ${code}`))
    tellAt('工时代码', code).warn('import.bad.labourUnknown', 'import.do.labourUnknown')
  if (name === null) tellAt('维修项目', null).refuse('import.bad.labourNameNeeded', 'import.do.labourNameNeeded', { code })
  if (hours === null) tellAt('工时', null).refuse('import.bad.hoursMissing', 'import.do.hoursMissing')
  if (name === null || hours === null) return null
  return {
    row,
    code: onFile?.code ?? code,
    name,
    onFile: onFile !== null,
    hours,
    rate,
    technician: technician === null ? null : lookup.technician(technician, tellAt('修理工', technician)),
  }
}

export function outingOf({ row, values }: OutingRow): ImportedOuting {
  const { place, oneWayKm, people, days, transport, lodging, meals } = values
  return {
    row,
    place,
    oneWayKm: oneWayKm ?? 0,
    people: people ?? 1,
    days: days ?? 1,
    transport: transport ?? zeroFen,
    lodging: lodging ?? zeroFen,
    meals: meals ?? zeroFen,
  }
}

/** The lines of a sheet by 台账号. `spoilt` = orders that have a line which could not be read. */
export type LinesByOrder<C extends Columns> = {
  readonly of: (ledgerNo: string) => readonly ReadRow<C>[]
  readonly spoilt: ReadonlySet<string>
}

/** Joins lines to orders; a line whose 台账号 no order has is refused. `isOrder` also knows refused orders. */
export function joinLines<C extends Columns>(
  sheet: string,
  reading: SheetReading<C>,
  ledgerNoOf: (values: ReadRow<C>['values']) => string,
  isOrder: (ledgerNo: string) => boolean,
  log: FindingLog,
): LinesByOrder<C> {
  const joined = reading.rows.filter(({ row, values }) => {
    const ledgerNo = ledgerNoOf(values)
    if (isOrder(ledgerNo)) return true
    log.at({ sheet, row, column: '台账号', value: ledgerNo }).refuse('import.bad.noOrder', 'import.do.noOrder', { ledgerNo })
    return false
  })
  const lines = groupedBy(joined, ({ values }) => ledgerNoOf(values))
  return { of: (ledgerNo) => lines.get(ledgerNo) ?? [], spoilt: new Set(reading.refused.flatMap(({ key }) => (key === null ? [] : [key]))) }
}
