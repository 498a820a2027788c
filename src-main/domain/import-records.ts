import type { CatalogueList } from './catalogue.ts'
import { checkSerialRule } from './identity.ts'
import { refuseAmount } from './import-cells.ts'
import { checkOrder } from './import-dates.ts'
import { createFindingLog, shownValue, type FindingLog, type Teller } from './import-findings.ts'
import { readOnlySheet, type ReadRow } from './import-layout.ts'
import { bareCode, createLookup, type Lookup } from './import-lookup.ts'
import { recordPlans } from './import-record-plans.ts'
import type { ImportOutcome, ImportSheet, KnownThings } from './import-result.ts'
import { fen, formatFen } from './money.ts'

type Plans = typeof recordPlans
type Read<List extends CatalogueList> = ReadRow<Plans[List]['columns']>
type Values<List extends CatalogueList> = Read<List>['values'] & { readonly row: number }
/** `makerCode` instead of what the cell calls the manufacturer. */
type OfMaker<V> = Omit<V, 'manufacturerId'> & { readonly makerCode: string }

/** A row of a list of 资料. Null = the cell is empty or the column missing: an existing record keeps what it has. */
export type ImportedRecords = {
  readonly parts: OfMaker<Values<'parts'>>
  readonly prices: Omit<OfMaker<Values<'prices'>>, 'partId' | 'partName'> & { readonly partCode: string }
  readonly labour: OfMaker<Values<'labour'>>
  readonly faults: OfMaker<Values<'faults'>>
  readonly models: Omit<OfMaker<Values<'models'>>, 'policyId'> & { readonly policyId: number | null }
  readonly technicians: Omit<Values<'technicians'>, 'outletId'> & { readonly outletId: number | null }
  readonly outlets: Values<'outlets'>
  readonly holidays: Values<'holidays'>
}

export type RecordImport<List extends CatalogueList> = ImportOutcome<List, ImportedRecords[List]>
export type AnyRecordImport = { [List in CatalogueList]: RecordImport<List> }[CatalogueList]

/** Speaks about the row in hand: the heading, and what its cell holds. */
type TellAt = (heading: string, value: string | null) => Teller
type Desk = { readonly lookup: Lookup; readonly tellAt: TellAt }
type Check<List extends CatalogueList> = (row: Read<List>, desk: Desk) => ImportedRecords[List] | null

function withMaker<V extends { readonly manufacturerId: string | null }>(
  { manufacturerId, ...values }: V,
  row: number,
  { lookup, tellAt }: Desk,
) {
  const makerCode = lookup.maker(manufacturerId, tellAt('厂方代码', manufacturerId))
  return makerCode === null ? null : { row, ...values, makerCode }
}

const checkPrice: Check<'prices'> = ({ row, values: { partId: code, partName, ...values } }, desk) => {
  const { lookup, tellAt } = desk
  const price = withMaker(values, row, desk)
  if (price === null) return null
  const part = lookup.part(price.makerCode, code)
  if (part === null) return tellAt('零件编号', code).refuse('import.bad.priceWithoutPart', 'import.do.priceWithoutPart')
  if (partName !== null && partName !== part.name)
    tellAt('零件名称', partName).warn('import.bad.partNameDiffers', 'import.do.partNameDiffers', { name: part.name })
  checkOrder(price.validTo, '失效日', price.validFrom, '生效日', (heading) => tellAt(heading, price.validTo))
  if (price.priceFen === 0) refuseAmount(tellAt('三包价', formatFen(price.priceFen)), fen(1))
  return { ...price, partCode: part.code }
}

const checkModel: Check<'models'> = ({ row, values: { policyId: policy, ...values } }, desk) => {
  const model = withMaker(values, row, desk)
  if (model === null) return null
  const { serialRule } = model
  if (serialRule !== null && checkSerialRule(serialRule).length > 0)
    desk.tellAt('机号规则', serialRule).refuse('import.bad.serialRule', 'import.do.serialRule')
  return {
    ...model,
    policyId:
      policy === null ? null : desk.lookup.policy(policy, { maker: model.makerCode, code: model.code }, desk.tellAt('三包政策', policy)),
  }
}

const checkTechnician: Check<'technicians'> = ({ row, values: { outletId: outlet, ...person } }, { lookup, tellAt }) => {
  const before = lookup.technicianOnFile(person.code)
  if (person.certExpiresOn !== null && person.certNo === null && (before?.certNo ?? '') === '')
    tellAt('上岗证号', null).refuse('import.bad.certNoMissing', 'import.do.certNoMissing')
  return { row, ...person, outletId: outlet === null ? null : lookup.outlet(outlet, before?.outletId ?? null, tellAt('网点', outlet)) }
}

const checks: { readonly [List in CatalogueList]: Check<List> } = {
  parts: ({ row, values }, desk) => withMaker(values, row, desk),
  prices: checkPrice,
  labour: ({ row, values }, desk) => withMaker(values, row, desk),
  faults: ({ row, values }, desk) => withMaker(values, row, desk),
  models: checkModel,
  technicians: checkTechnician,
  outlets: ({ row, values }) => ({ row, ...values }),
  holidays: ({ row, values }) => ({ row, ...values }),
}

/** What a record is known by, as two rows of one file are compared. */
export function identityOf(record: ImportedRecords[CatalogueList]): readonly string[] {
  if ('day' in record) return [record.day]
  if ('partCode' in record) return [bareCode(record.makerCode), bareCode(record.partCode), record.validFrom]
  return ['makerCode' in record ? bareCode(record.makerCode) : '', bareCode(record.code)]
}

function sameBut<R extends { readonly row: number }>(one: R, other: R): boolean {
  return JSON.stringify({ ...one, row: 0 }) === JSON.stringify({ ...other, row: 0 })
}

/** A record that stands twice: word for word it counts once, else the later row is refused. */
function withoutDoubles<R extends ImportedRecords[CatalogueList]>(records: readonly R[], heading: string, sheet: string, log: FindingLog) {
  const first = new Map<string, R>()
  const unchanged: { row: number; key: string }[] = []
  for (const record of records) {
    const identity = identityOf(record)
    const key = identity.at(-1) ?? ''
    const earlier = first.get(identity.join('\n'))
    const tell = log.at({ sheet, row: record.row, column: heading, value: key })
    if (earlier === undefined) first.set(identity.join('\n'), record)
    else if (sameBut(earlier, record)) {
      tell.warn('import.bad.rowTwice', 'import.do.rowTwice', { row: earlier.row })
      unchanged.push({ row: record.row, key })
    } else tell.refuse('import.bad.recordTwice', 'import.do.recordTwice', { row: earlier.row })
  }
  return { rows: [...first.values()], unchanged }
}

/** Checks the workbook of a list of 资料. */
export function checkRecords<List extends CatalogueList>(
  list: List,
  sheets: readonly ImportSheet[],
  known: KnownThings,
  onRow: () => void,
): RecordImport<List> {
  const log = createFindingLog()
  const plan: Plans[List] = recordPlans[list]
  const { sheet, read, rows } = readOnlySheet<Plans[List]['columns']>(sheets, plan, log, onRow)
  const lookup = createLookup(known)
  const good = rows.flatMap((each) => {
    const before = log.rejectedTotal()
    const record = checks[list](each, {
      lookup,
      tellAt: (column, value) => log.at({ sheet, row: each.row, column, value: shownValue(value) }),
    })
    return record === null || log.rejectedTotal() > before ? [] : [record]
  })
  const [key] = Object.values(plan.columns)
  return { kind: list, read, ...withoutDoubles(good, key?.heading ?? '', sheet, log), ...log.outcome() }
}
