import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { partFields } from '#domain/list-fields'
import type { PartCategory } from '#domain/words'
import { defineList } from '../list.ts'
import { own } from '../list-condition.ts'
import { contains, startsWith } from '../page.ts'
import { prepared } from '../prepared.ts'
import { faultCodes, labourCodes, manufacturers, models, parts } from '../schema/index.ts'
import { literalLike } from '../search.ts'
import type { Reader } from '../types.ts'

export type Model = typeof models.$inferSelect
export type Part = typeof parts.$inferSelect
export type LabourCode = typeof labourCodes.$inferSelect
export type FaultCode = typeof faultCodes.$inferSelect

/** What a code field asks: the text so far, of one maker or of all. */
export type CatalogueQuestion = { readonly text: string; readonly manufacturerId: number | null; readonly limit: number }
type Named = {
  readonly code: SQLiteColumn
  readonly name: SQLiteColumn
  readonly pinyin: SQLiteColumn
  readonly manufacturerId: SQLiteColumn
  readonly active: SQLiteColumn
}

const faultNames = {
  code: faultCodes.code,
  name: faultCodes.text,
  pinyin: faultCodes.pinyin,
  manufacturerId: faultCodes.manufacturerId,
  active: faultCodes.active,
}

const makersInUse = (db: Reader) => db.select({ id: manufacturers.id }).from(manufacturers).where(eq(manufacturers.active, true))

/** In use, of the maker (or of any that is in use), and matching every word of the text by code, name or initials. */
function matching(
  db: Reader,
  { code, name, pinyin, manufacturerId, active }: Named,
  question: CatalogueQuestion,
  more: readonly SQLiteColumn[] = [],
): SQL | undefined {
  const words = question.text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  return and(
    eq(active, true),
    question.manufacturerId === null ? inArray(manufacturerId, makersInUse(db)) : eq(manufacturerId, question.manufacturerId),
    ...words.map((word) =>
      or(contains(code, word), contains(name, word), startsWith(pinyin, word), ...more.map((column) => contains(column, word))),
    ),
  )
}

/** Exact code, then code, name and initials from their beginning, then the rest; each by code. */
function bestFirst({ code, name, pinyin }: Named, { text }: CatalogueQuestion): SQL[] {
  const word = text.trim()
  const start = `${literalLike(word)}%`
  const rank = sql`CASE WHEN ${code} = ${word} COLLATE NOCASE THEN 0 WHEN ${name} = ${word} THEN 1 WHEN ${code} LIKE ${start} ESCAPE '\\' THEN 2 WHEN ${name} LIKE ${start} ESCAPE '\\' THEN 3 WHEN ${pinyin} = ${word} COLLATE NOCASE THEN 4 WHEN ${pinyin} LIKE ${start} ESCAPE '\\' THEN 5 ELSE 6 END`
  return [rank, asc(code)]
}

export function findModels(db: Reader, question: CatalogueQuestion): Model[] {
  return db
    .select()
    .from(models)
    .where(matching(db, models, question))
    .orderBy(...bestFirst(models, question))
    .limit(question.limit)
    .all()
}

export function findParts(db: Reader, question: CatalogueQuestion): Part[] {
  return db
    .select()
    .from(parts)
    .where(matching(db, parts, question, [parts.spec]))
    .orderBy(...bestFirst(parts, question))
    .limit(question.limit)
    .all()
}

export function findLabourCodes(db: Reader, question: CatalogueQuestion): LabourCode[] {
  return db
    .select()
    .from(labourCodes)
    .where(matching(db, labourCodes, question))
    .orderBy(...bestFirst(labourCodes, question))
    .limit(question.limit)
    .all()
}

export function findFaultCodes(db: Reader, question: CatalogueQuestion): FaultCode[] {
  return db
    .select()
    .from(faultCodes)
    .where(matching(db, faultNames, question, [faultCodes.part, faultCodes.assembly]))
    .orderBy(...bestFirst(faultNames, question))
    .limit(question.limit)
    .all()
}

const modelById = prepared((db) =>
  db
    .select()
    .from(models)
    .where(eq(models.id, sql.placeholder('id')))
    .prepare(),
)

export function findModel(db: Reader, id: number): Model | undefined {
  return modelById(db).get({ id })
}

export function findModelByCode(db: Reader, manufacturerId: number, code: string): Model | undefined {
  return db
    .select()
    .from(models)
    .where(and(eq(models.manufacturerId, manufacturerId), eq(models.code, code)))
    .get()
}

const partById = prepared((db) =>
  db
    .select()
    .from(parts)
    .where(eq(parts.id, sql.placeholder('id')))
    .prepare(),
)
const faultByCode = prepared((db) =>
  db
    .select()
    .from(faultCodes)
    .where(and(eq(faultCodes.manufacturerId, sql.placeholder('manufacturerId')), eq(faultCodes.code, sql.placeholder('code'))))
    .prepare(),
)
const faultById = prepared((db) =>
  db
    .select()
    .from(faultCodes)
    .where(eq(faultCodes.id, sql.placeholder('id')))
    .prepare(),
)

export function findPart(db: Reader, id: number): Part | undefined {
  return partById(db).get({ id })
}

export function findPartByCode(db: Reader, manufacturerId: number, code: string): Part | undefined {
  return db
    .select()
    .from(parts)
    .where(and(eq(parts.manufacturerId, manufacturerId), eq(parts.code, code)))
    .get()
}

export function findLabourCode(db: Reader, id: number): LabourCode | undefined {
  return db.select().from(labourCodes).where(eq(labourCodes.id, id)).get()
}

export function findLabourCodeByCode(db: Reader, manufacturerId: number, code: string): LabourCode | undefined {
  return db
    .select()
    .from(labourCodes)
    .where(and(eq(labourCodes.manufacturerId, manufacturerId), eq(labourCodes.code, code)))
    .get()
}

export function findFaultCode(db: Reader, id: number): FaultCode | undefined {
  return faultById(db).get({ id })
}

export function findFaultCodeByCode(db: Reader, manufacturerId: number, code: string): FaultCode | undefined {
  return faultByCode(db).get({ manufacturerId, code })
}

export type PartFilter = { readonly category: PartCategory | null; readonly activeOnly: boolean }

function partsWhere(text: string, { category, activeOnly }: PartFilter): SQL | undefined {
  const word = text.trim()
  return and(
    category === null ? undefined : eq(parts.category, category),
    activeOnly ? eq(parts.active, true) : undefined,
    word === ''
      ? undefined
      : or(contains(parts.code, word), contains(parts.name, word), startsWith(parts.pinyin, word), contains(parts.supplierName, word)),
  )
}

const p = parts

export const partList = defineList({
  name: 'parts',
  table: p,
  kinds: partFields,
  rows: (db, ids) =>
    db
      .select()
      .from(p)
      .where(inArray(p.id, [...ids]))
      .all(),
  sums: {},
  columns: {
    code: own(p.code),
    name: own(p.name, { indexed: true }),
    category: own(p.category, { indexed: true }),
    priceFen: own(p.priceFen),
    retailPriceFen: own(p.retailPriceFen),
    warrantyMonths: own(p.warrantyMonths),
    warrantyKm: own(p.warrantyKm),
    oldPartReturn: own(p.oldPartReturn),
    supplierName: own(p.supplierName),
    supplierCode: own(p.supplierCode),
    origin: own(p.origin),
    isEngine: own(p.isEngine),
    unit: own(p.unit),
    spec: own(p.spec),
    assembly: own(p.assembly),
    serialControlled: own(p.serialControlled),
    active: own(p.active),
  },
  where: (_, filter: PartFilter, text) => partsWhere(text, filter),
  usual: () => [asc(p.manufacturerId), asc(p.code)],
})
