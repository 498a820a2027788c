import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNull, gte, lte, like, notExists, or, type SQL } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { LocalDate } from '#domain/dates'
import { faultFields, holidayFields, labourFields, modelFields, outletFields, priceFields, technicianFields } from '#domain/list-fields'
import { own, through } from '../list-condition.ts'
import { defineList } from '../list.ts'
import { contains, startsWith } from '../page.ts'
import { faultCodes, holidays, labourCodes, models, outlets, partPrices, parts, policies, technicians } from '../schema/index.ts'
import type { Reader } from '../types.ts'

/** The records of 资料 as their grids ask for them. */
type InUse = { readonly activeOnly: boolean }

function matching(text: string, columns: readonly SQLiteColumn[], pinyin?: SQLiteColumn): SQL | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return and(...words.map((word) => or(...columns.map((column) => contains(column, word)), pinyin && startsWith(pinyin, word))))
}

const inUse = (active: SQLiteColumn, { activeOnly }: InUse) => (activeOnly ? eq(active, true) : undefined)

export const labourList = defineList({
  name: 'labour',
  table: labourCodes,
  kinds: labourFields,
  sums: {},
  columns: {
    code: own(labourCodes.code),
    name: own(labourCodes.name),
    system: own(labourCodes.system),
    hours: own(labourCodes.hours),
    active: own(labourCodes.active),
  },
  where: (_, filter: InUse, text) =>
    and(inUse(labourCodes.active, filter), matching(text, [labourCodes.code, labourCodes.name, labourCodes.system], labourCodes.pinyin)),
  usual: () => [asc(labourCodes.code)],
  rows: (db, ids) =>
    db
      .select()
      .from(labourCodes)
      .where(inArray(labourCodes.id, [...ids]))
      .all(),
})

type Branch = InUse & { readonly system: string | null; readonly assembly: string | null }
const f = faultCodes

export const faultList = defineList({
  name: 'faults',
  table: f,
  kinds: faultFields,
  sums: {},
  columns: {
    code: own(f.code),
    system: own(f.system),
    assembly: own(f.assembly),
    part: own(f.part),
    mode: own(f.mode),
    text: own(f.text),
    cause: own(f.cause),
    method: own(f.method),
    active: own(f.active),
  },
  where: (_, filter: Branch, text) =>
    and(
      inUse(f.active, filter),
      filter.system === null ? undefined : eq(f.system, filter.system),
      filter.assembly === null ? undefined : eq(f.assembly, filter.assembly),
      matching(text, [f.code, f.text, f.part, f.assembly, f.system], f.pinyin),
    ),
  usual: () => [asc(f.code)],
  rows: (db, ids) =>
    db
      .select()
      .from(f)
      .where(inArray(f.id, [...ids]))
      .all(),
})

export function listFaultBranches(db: Reader): { system: string; assembly: string; count: number }[] {
  return db
    .select({ system: f.system, assembly: f.assembly, count: count() })
    .from(f)
    .groupBy(f.system, f.assembly)
    .orderBy(asc(f.system), asc(f.assembly))
    .all()
}

const m = models

export const modelList = defineList({
  name: 'models',
  table: m,
  kinds: modelFields,
  sums: {},
  columns: {
    code: own(m.code),
    name: own(m.name),
    category: own(m.category),
    policyId: through(m.policyId, policies, policies.name),
    usesVin: own(m.usesVin),
    usesMileage: own(m.usesMileage),
    serialRule: own(m.serialRule),
    active: own(m.active),
  },
  where: (_, filter: InUse, text) => and(inUse(m.active, filter), matching(text, [m.code, m.name], m.pinyin)),
  usual: () => [asc(m.code)],
  rows: (db, ids) =>
    db
      .select()
      .from(m)
      .where(inArray(m.id, [...ids]))
      .all(),
})

const price = partPrices
const later = alias(partPrices, 'later')

function inForce(of: typeof price | typeof later, day: LocalDate): SQL | undefined {
  return and(lte(of.validFrom, day), or(isNull(of.validTo), gte(of.validTo, day)))
}

export const priceList = defineList({
  name: 'prices',
  table: price,
  kinds: priceFields,
  sums: {},
  columns: {
    partCode: through(price.partId, parts, parts.code),
    partName: through(price.partId, parts, parts.name),
    validFrom: own(price.validFrom),
    validTo: own(price.validTo),
    priceFen: own(price.priceFen),
    retailPriceFen: own(price.retailPriceFen),
    source: own(price.source),
  },
  where: (db, { partId, current }: { readonly partId: number | null; readonly current: boolean }, text, _, { today }) =>
    and(
      partId === null ? undefined : eq(price.partId, partId),
      // of lists that overlap the one begun last holds (domain/part-price.ts)
      current
        ? and(
            inForce(price, today),
            notExists(
              db
                .select({ id: later.id })
                .from(later)
                .where(and(eq(later.partId, price.partId), gt(later.validFrom, price.validFrom), inForce(later, today))),
            ),
          )
        : undefined,
      text === ''
        ? undefined
        : or(
            inArray(
              price.partId,
              db
                .select({ id: parts.id })
                .from(parts)
                .where(matching(text, [parts.code, parts.name], parts.pinyin)),
            ),
            contains(price.source, text),
          ),
    ),
  usual: () => [asc(price.partId), desc(price.validFrom)],
  rows: (db, ids) =>
    db
      .select({ ...getTableColumns(price), manufacturerId: parts.manufacturerId, partCode: parts.code, partName: parts.name })
      .from(price)
      .innerJoin(parts, eq(parts.id, price.partId))
      .where(inArray(price.id, [...ids]))
      .all(),
})

const t = technicians

export const technicianList = defineList({
  name: 'technicians',
  table: t,
  kinds: technicianFields,
  sums: {},
  columns: {
    code: own(t.code),
    name: own(t.name),
    grade: own(t.grade),
    teamName: own(t.teamName),
    outletId: through(t.outletId, outlets, outlets.name),
    certNo: own(t.certNo),
    certExpiresOn: own(t.certExpiresOn),
    phone: own(t.phone),
    active: own(t.active),
  },
  where: (_, filter: InUse, text) => and(inUse(t.active, filter), matching(text, [t.code, t.name, t.teamName, t.phone])),
  usual: () => [asc(t.code)],
  rows: (db, ids) =>
    db
      .select()
      .from(t)
      .where(inArray(t.id, [...ids]))
      .all(),
})

const o = outlets

export const outletList = defineList({
  name: 'outlets',
  table: o,
  kinds: outletFields,
  sums: {},
  columns: {
    code: own(o.code),
    name: own(o.name),
    contact: own(o.contact),
    phone: own(o.phone),
    address: own(o.address),
    active: own(o.active),
  },
  where: (_, filter: InUse, text) => and(inUse(o.active, filter), matching(text, [o.code, o.name, o.contact, o.phone, o.address])),
  usual: () => [asc(o.code)],
  rows: (db, ids) =>
    db
      .select()
      .from(o)
      .where(inArray(o.id, [...ids]))
      .all(),
})

export const holidayList = defineList({
  name: 'holidays',
  table: holidays,
  kinds: holidayFields,
  sums: {},
  columns: { day: own(holidays.day), working: own(holidays.working), note: own(holidays.note) },
  where: (_, { year }: { readonly year: number | null }, text) =>
    and(year === null ? undefined : like(holidays.day, `${year}-%`), matching(text, [holidays.day, holidays.note])),
  usual: () => [asc(holidays.day)],
  rows: (db, ids) =>
    db
      .select()
      .from(holidays)
      .where(inArray(holidays.id, [...ids]))
      .all(),
})
