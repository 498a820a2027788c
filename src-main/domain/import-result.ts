import type { printedOfUnit, PrintedValues } from './printed.ts'
import { catalogueLists } from './catalogue.ts'
import type { LocalDate, Instant } from './dates.ts'
import type { Fen } from './money.ts'
import type { DatedPrice } from './part-price.ts'
import { say, type Sentence } from './sentences/index.ts'
import type { CustomerKind, FaultMode, ModelCategory, Nature, RepairType, SupplyMode, VinCheck } from './words.ts'

/** What can be imported; the names are those of `sanbao import --kind` (settled.md 1): work and customers, and each list of 资料. */
export const importKinds = ['work-orders', 'customers', ...catalogueLists] as const
export type ImportKind = (typeof importKinds)[number]

/**
 * A cell of a workbook as plain data. Excel's dates have no zone: `{ date }` is the wall clock of the shop, written
 * `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`.
 */
export type ImportCell = string | number | boolean | null | { readonly date: string }
export type ImportSheet = { readonly name: string; readonly rows: readonly (readonly ImportCell[])[] }

/** One remark about the file. `row` counts as Excel shows it (1 = first), 0 = the whole sheet; `column` is the heading, '' = none. */
export type ImportFinding = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: Sentence
  readonly remedy: Sentence
}

/** A remark in words, the shape `sanbao import` prints (settled.md 7). */
export type SpokenFinding = Readonly<Record<'sheet' | 'column' | 'value' | 'reason' | 'remedy', string>> & { readonly row: number }

export function sayFinding(finding: ImportFinding): SpokenFinding {
  return { ...finding, reason: say(finding.reason), remedy: say(finding.remedy) }
}

/** A technician as written in the file; `code` is null when nobody on file fits, then the name is kept as text. */
export type ImportedTechnician = { readonly code: string | null; readonly name: string }

export type ImportedPartLine = {
  readonly row: number
  readonly partCode: string
  readonly partName: string
  readonly onFile: boolean
  readonly quantity: number
  readonly unitPrice: Fen
  readonly faultMode: FaultMode | null
  readonly oldPartNo: string | null
  readonly supplyMode: SupplyMode
  readonly note: string | null
}

/** `hours` in 1/100 h. `rate` null = not in the file: the rate of the manufacturer applies. */
export type ImportedLabourLine = {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly onFile: boolean
  readonly hours: number
  readonly rate: Fen | null
  readonly technician: ImportedTechnician | null
}

/** `oneWayKm` in km. */
export type ImportedOuting = {
  readonly row: number
  readonly place: string | null
  readonly oneWayKm: number
  readonly people: number
  readonly days: number
  readonly transport: Fen
  readonly lodging: Fen
  readonly meals: Fen
}

/** One job of the ledger with its lines. `modelCode` null = 目录外, then `model` is the word of the file. */
export type ImportedWorkOrder = {
  readonly row: number
  readonly ledgerNo: string
  readonly makerCode: string
  readonly repairType: RepairType
  readonly nature: Nature
  readonly reportedOn: LocalDate
  readonly receivedAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly deliveredAt: Instant | null
  readonly customerName: string
  readonly phone: string
  readonly address: string | null
  readonly senderName: string | null
  readonly senderPhone: string | null
  readonly modelCode: string | null
  readonly model: string
  readonly frameNo: string
  readonly legacyFrameNo: boolean
  readonly engineNo: string | null
  readonly plateNo: string | null
  readonly purchasedOn: LocalDate | null
  readonly invoiceNo: string | null
  readonly mileage: number
  readonly symptom: string
  readonly cause: string | null
  readonly measure: string | null
  readonly technician: ImportedTechnician | null
  readonly note: string | null
  readonly parts: readonly ImportedPartLine[]
  readonly labour: readonly ImportedLabourLine[]
  readonly outings: readonly ImportedOuting[]
}

export type ImportedUnit = {
  readonly makerCode: string
  readonly modelCode: string | null
  readonly model: string
  readonly frameNo: string
  readonly legacyFrameNo: boolean
  readonly engineNo: string | null
  readonly plateNo: string | null
  readonly manufacturedOn: LocalDate | null
  readonly purchasedOn: LocalDate | null
  readonly invoiceNo: string | null
  readonly warrantyCardNo: string | null
  readonly sellerName: string | null
}

/** A customer, with the vehicle of the same row if there is one. A customer with two vehicles stands in two rows. */
export type ImportedCustomerUnit = {
  readonly row: number
  readonly name: string
  readonly kind: CustomerKind
  readonly phone: string
  readonly phone2: string | null
  readonly contactName: string | null
  readonly address: string | null
  readonly unit: ImportedUnit | null
}

type OnFile = { readonly makerCode: string; readonly code: string; readonly name: string }
export type KnownMaker = { readonly code: string; readonly name: string; readonly shortName: string; readonly active: boolean }
export type KnownModel = OnFile & {
  readonly category: ModelCategory
  readonly usesVin: boolean
  readonly serialRule: string | null
  readonly policyId: number | null
}
export type KnownPolicy = OnFile & { readonly id: number; readonly validFrom: LocalDate }
/** `price` = 三包价; `dated`: what price lists say of it for their days. */
export type KnownPart = OnFile & { readonly price: Fen | null; readonly dated: readonly DatedPrice[] }
/** `hours` in 1/100 h. */
export type KnownLabour = OnFile & { readonly hours: number | null }
export type KnownTechnician = {
  readonly code: string
  readonly name: string
  readonly certNo: string
  readonly outletId: number | null
  readonly active: boolean
}
export type KnownOutlet = { readonly id: number; readonly code: string; readonly name: string; readonly active: boolean }

/** A voucher with the vehicle it was made out for, as it is on file. */
export type KnownVoucher = {
  readonly number: string
  readonly unit: PrintedValues<keyof typeof printedOfUnit> & { readonly makerCode: string; readonly frameNo: string }
}

/** What the database already holds, as plain data: the check runs where no database is. `makerCode` = manufacturer's code. */
export type KnownThings = {
  /** Today in the shop; nothing in the file may be later. */
  readonly today: LocalDate
  readonly manufacturers: readonly KnownMaker[]
  /** What a wrong check digit of a VIN does. */
  readonly vinCheck: VinCheck
  readonly models: readonly KnownModel[]
  readonly parts: readonly KnownPart[]
  readonly labourCodes: readonly KnownLabour[]
  readonly technicians: readonly KnownTechnician[]
  readonly policies: readonly KnownPolicy[]
  readonly outlets: readonly KnownOutlet[]
  /** What vouchers print whose claims have not gone to the maker yet: a list does not change it. */
  readonly printed: readonly KnownVoucher[]
  /** 台账号 of the orders imported before. */
  readonly ledgerNos: readonly string[]
}

/** What checking a file of one kind gives. */
export type ImportOutcome<Kind extends ImportKind, Row> = {
  readonly kind: Kind
  /** Records in the file: rows of the main sheet that are not blank. */
  readonly read: number
  /** Good records. A record with any rejected cell or line is not here. */
  readonly rows: readonly Row[]
  /** Records already imported before (or repeated word for word); nothing is to be done for them. */
  readonly unchanged: readonly { readonly row: number; readonly key: string }[]
  /** At most `findingLimit` remarks; `rejectedTotal` and `warningsTotal` count all. */
  readonly rejected: readonly ImportFinding[]
  readonly rejectedTotal: number
  readonly warnings: readonly ImportFinding[]
  readonly warningsTotal: number
}

export type WorkOrderImport = ImportOutcome<'work-orders', ImportedWorkOrder>
export type CustomerImport = ImportOutcome<'customers', ImportedCustomerUnit>

/** A broken file of 50,000 rows would otherwise bring a million remarks. */
export const findingLimit = 1000
