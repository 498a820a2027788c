import { insertPart, updatePart, type Part } from '#db/queries/catalogue'
import { zeroFen } from '#domain/money'
import type { ImportedPart } from '#domain/import-result'
import { missing, orConflict, type CommandContext, type QueryContext } from './define.ts'
import { openCatalogue, type Catalogue } from './imports-known.ts'

export type RowPlan = 'create' | 'update' | 'same'

/** What a price list would do, row by row; nothing is written. */
export function planParts({ db }: QueryContext, rows: readonly ImportedPart[]): RowPlan[] {
  const catalogue = openCatalogue(db)
  return rows.map((row) => planOf(catalogue.part(row.makerCode, row.code), row))
}

/** New parts with the defaults of an ordinary one; an existing part changes only where the list has something in the cell. */
export function applyParts({ db }: CommandContext, rows: readonly ImportedPart[]): RowPlan[] {
  const catalogue = openCatalogue(db)
  return rows.map((row) => {
    const part = catalogue.part(row.makerCode, row.code)
    const plan = planOf(part, row)
    if (part === undefined) insertPart(db, newPart(catalogue, row))
    else if (plan === 'update') orConflict(updatePart(db, part.id, part.revision, { ...columnsOf(part), ...givenOf(row) }))
    return plan
  })
}

function planOf(part: Part | undefined, row: ImportedPart): RowPlan {
  if (part === undefined) return 'create'
  const given = Object.entries(givenOf(row))
  const onFile: Readonly<Record<string, unknown>> = part
  return given.some(([key, value]) => onFile[key] !== value) ? 'update' : 'same'
}

type Given = Partial<Omit<Part, 'id' | 'code' | 'manufacturerId' | 'pinyin' | 'revision'>>

function givenOf(row: ImportedPart): Given {
  const given: { [K in keyof Given]: Given[K] | null } = {
    name: row.name, unit: row.unit, spec: row.spec, supplierName: row.supplierName, origin: row.origin, priceFen: row.price, retailPriceFen: row.retailPrice,
    category: row.warrantyCategory, warrantyMonths: row.warrantyMonths, warrantyKm: row.warrantyKm, oldPartReturn: row.oldPartReturn, serialControlled: row.serialControlled,
  }
  // safe: the entries that are left are those with a value of the column's type
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Given
}

function columnsOf({ id: _, pinyin: __, revision: ___, ...columns }: Part) {
  return columns
}

function newPart({ makers }: Catalogue, row: ImportedPart) {
  const maker = makers.get(row.makerCode) ?? missing(`厂方 ${row.makerCode}`)
  return {
    code: row.code, name: row.name, unit: '件', spec: '', manufacturerId: maker.id, supplierName: '', supplierCode: '', origin: 'domestic' as const,
    priceFen: zeroFen, retailPriceFen: row.price ?? zeroFen, category: 'normal' as const, warrantyMonths: null, warrantyKm: null, assembly: '', isEngine: false,
    serialControlled: false, oldPartReturn: 'mustReturn' as const, active: true, ...givenOf(row),
  }
}
