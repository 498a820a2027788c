import { listRecords, type StoredRecord } from '#db/queries/import-known'
import type { Reader } from '#db/types'
import type { CatalogueList } from '#domain/catalogue'
import { tidyText } from '#domain/import-cells'
import { bareCode } from '#domain/import-lookup'
import { identityOf, type AnyRecordImport, type ImportedRecords, type RecordImport } from '#domain/import-records'
import { zeroFen } from '#domain/money'
import { saveFault, saveHoliday, saveLabour, saveModel, saveOutlet, savePart, savePrice, saveTechnician } from './catalogue-records.ts'
import { missing, type CommandContext, type QueryContext } from './define.ts'
import { openCatalogue, type Catalogue } from './imports-known.ts'

export type RowPlan = 'create' | 'update' | 'same'

type Row<List extends CatalogueList> = ImportedRecords[List]
type Stored<List extends CatalogueList> = StoredRecord<List>
/** What is typed of a record; what the database adds is left out. */
type Fields<List extends CatalogueList> = Omit<Stored<List>, 'id' | 'revision' | 'pinyin'>

/** How one list of 资料 takes a row in. */
type Keeper<List extends CatalogueList> = {
  /** what a stored record is known by, as `identityOf` says it of a row */
  readonly identity: (record: Stored<List>, catalogue: Catalogue) => readonly string[]
  /** the fields of the row, null where its cell is empty */
  readonly given: (row: Row<List>, catalogue: Catalogue) => { readonly [Field in keyof Fields<List>]?: Fields<List>[Field] | null }
  /** what a new record has where the row is silent */
  readonly fresh: (row: Row<List>, catalogue: Catalogue) => Fields<List>
  /** as if it were typed in the grid */
  readonly save: (context: CommandContext, record: Fields<List> & { readonly id: number | null; readonly revision: number }) => unknown
}

function makerOf({ makers }: Catalogue, code: string): number {
  return (makers.get(code) ?? missing(`厂方 ${code}`)).id
}

function partOf(catalogue: Catalogue, { makerCode, partCode }: Row<'prices'>): number {
  return (catalogue.part(makerCode, partCode) ?? missing(`零件 ${partCode}`)).id
}

function codeOfMaker({ makers }: Catalogue, id: number): string {
  return [...makers.values()].find((maker) => maker.id === id)?.code ?? ''
}

const byMakerAndCode = ({ manufacturerId, code }: { readonly manufacturerId: number; readonly code: string }, catalogue: Catalogue) => [
  bareCode(codeOfMaker(catalogue, manufacturerId)),
  bareCode(code),
]
const byCode = ({ code }: { readonly code: string }) => ['', bareCode(code)]

const parts: Keeper<'parts'> = {
  identity: byMakerAndCode,
  save: savePart,
  given: ({ row: _, makerCode: __, code: ___, ...given }) => given,
  fresh: ({ code, name, makerCode, priceFen }, catalogue) => ({
    code,
    name,
    unit: '件',
    spec: '',
    manufacturerId: makerOf(catalogue, makerCode),
    supplierName: '',
    supplierCode: '',
    origin: 'domestic',
    priceFen: zeroFen,
    retailPriceFen: priceFen ?? zeroFen,
    category: 'normal',
    warrantyMonths: null,
    warrantyKm: null,
    assembly: '',
    isEngine: false,
    serialControlled: false,
    oldPartReturn: 'mustReturn',
    active: true,
  }),
}

const prices: Keeper<'prices'> = {
  identity: ({ partId, validFrom }, catalogue) => {
    const part = catalogue.partById(partId) ?? missing('零件')
    return [...byMakerAndCode(part, catalogue), validFrom]
  },
  given: ({ row: _, makerCode: __, partCode: ___, validFrom: ____, ...given }) => given,
  fresh: (row, catalogue) => ({
    partId: partOf(catalogue, row),
    validFrom: row.validFrom,
    validTo: null,
    priceFen: row.priceFen,
    retailPriceFen: null,
    source: '',
  }),
  save: savePrice,
}

const labour: Keeper<'labour'> = {
  identity: byMakerAndCode,
  save: saveLabour,
  given: ({ row: _, makerCode: __, code: ___, ...given }) => given,
  fresh: ({ code, name, hours, makerCode }, catalogue) => ({
    code,
    name,
    hours,
    manufacturerId: makerOf(catalogue, makerCode),
    system: '',
    active: true,
  }),
}

const faults: Keeper<'faults'> = {
  identity: byMakerAndCode,
  save: saveFault,
  given: ({ row: _, makerCode: __, code: ___, ...given }) => given,
  fresh: ({ code, system, part, mode, makerCode }, catalogue) => ({
    code,
    manufacturerId: makerOf(catalogue, makerCode),
    system,
    assembly: '',
    part,
    mode,
    text: '',
    cause: '',
    method: '',
    active: true,
  }),
}

const models: Keeper<'models'> = {
  identity: byMakerAndCode,
  save: saveModel,
  given: ({ row: _, makerCode: __, code: ___, ...given }) => given,
  fresh: ({ code, name, category, makerCode }, catalogue) => ({
    code,
    name,
    category,
    manufacturerId: makerOf(catalogue, makerCode),
    policyId: null,
    usesVin: true,
    usesMileage: true,
    serialRule: '',
    active: true,
  }),
}

const technicians: Keeper<'technicians'> = {
  identity: byCode,
  save: saveTechnician,
  given: ({ row: _, code: __, ...given }) => given,
  fresh: ({ code, name }) => ({
    code,
    name,
    grade: '',
    teamName: '',
    certNo: '',
    certExpiresOn: null,
    phone: '',
    outletId: null,
    active: true,
  }),
}

const outlets: Keeper<'outlets'> = {
  identity: byCode,
  save: saveOutlet,
  given: ({ row: _, code: __, ...given }) => given,
  fresh: ({ code, name }) => ({ code, name, contact: '', phone: '', address: '', active: true }),
}

const holidays: Keeper<'holidays'> = {
  identity: ({ day }) => [day],
  save: saveHoliday,
  given: ({ row: _, day: __, ...given }) => given,
  fresh: ({ day, working }) => ({ day, working, note: '' }),
}

const keepers: { readonly [List in CatalogueList]: Keeper<List> } = {
  parts,
  prices,
  labour,
  faults,
  models,
  technicians,
  outlets,
  holidays,
}

/** A row beside the record it means. `changes`: the fields it fills otherwise than they are; of a new one all it fills. */
export type PlannedRecord<List extends CatalogueList = CatalogueList> = {
  readonly row: Row<List>
  readonly does: RowPlan
  readonly stored: Stored<List> | null
  readonly changes: Partial<Fields<List>>
}

/** Texts that differ only in width and blanks are the same: import has tidied its own side. */
function isSame(stored: unknown, given: unknown): boolean {
  return stored === given || (typeof stored === 'string' && typeof given === 'string' && tidyText(stored) === given)
}

function changesOf<List extends CatalogueList>(stored: Stored<List> | null, given: object): Partial<Fields<List>> {
  const now: Readonly<Record<string, unknown>> = { ...stored }
  const news = Object.entries(given).filter(([field, value]) => value !== null && (stored === null || !isSame(now[field], value)))
  // safe: the entries that are left are those with a value of the field's type
  return Object.fromEntries(news) as Partial<Fields<List>>
}

function plan<List extends CatalogueList>(db: Reader, catalogue: Catalogue, { kind, rows }: RecordImport<List>): PlannedRecord<List>[] {
  const keeper = keepers[kind]
  const onFile = new Map(listRecords(db, kind).map((record) => [keeper.identity(record, catalogue).join('\n'), record]))
  return rows.map((row) => {
    const stored = onFile.get(identityOf(row).join('\n')) ?? null
    const changes = changesOf<List>(stored, keeper.given(row, catalogue))
    return { row, stored, changes, does: stored === null ? 'create' : Object.keys(changes).length > 0 ? 'update' : 'same' }
  })
}

/** What a list would do, row by row; nothing is written. */
export function planRecords({ db }: QueryContext, result: AnyRecordImport): PlannedRecord[] {
  return plan<CatalogueList>(db, openCatalogue(db), result)
}

/** New records with the defaults of ordinary ones; an existing record changes only where the list has something in the cell. */
export function applyRecords(context: CommandContext, result: AnyRecordImport): RowPlan[] {
  const catalogue = openCatalogue(context.db)
  return apply<CatalogueList>(context, catalogue, result)
}

function apply<List extends CatalogueList>(context: CommandContext, catalogue: Catalogue, result: RecordImport<List>): RowPlan[] {
  const keeper = keepers[result.kind]
  return plan(context.db, catalogue, result).map(({ row, stored, changes, does }) => {
    if (stored === null) keeper.save(context, { ...keeper.fresh(row, catalogue), ...changes, id: null, revision: 0 })
    else if (does === 'update') keeper.save(context, { ...stored, ...changes })
    return does
  })
}
