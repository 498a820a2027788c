import { asc, isNotNull } from 'drizzle-orm'
import type { CatalogueList } from '#domain/catalogue'
import {
  faultCodes,
  holidays,
  labourCodes,
  manufacturers,
  models,
  outlets,
  partPrices,
  parts,
  policies,
  technicians,
  workOrders,
} from '../schema/index.ts'
import type { Reader } from '../types.ts'

/** The whole catalogue at once: a file of many rows looks up codes in it, not in the database row by row. */
export function listCatalogueForImport(db: Reader) {
  return {
    manufacturers: db.select().from(manufacturers).orderBy(asc(manufacturers.id)).all(),
    models: db.select().from(models).all(),
    parts: db.select().from(parts).all(),
    labourCodes: db
      .select({ manufacturerId: labourCodes.manufacturerId, code: labourCodes.code, name: labourCodes.name, hours: labourCodes.hours })
      .from(labourCodes)
      .all(),
    technicians: db.select().from(technicians).all(),
    outlets: db.select({ id: outlets.id, code: outlets.code, name: outlets.name, active: outlets.active }).from(outlets).all(),
    policies: db
      .select({
        id: policies.id,
        manufacturerId: policies.manufacturerId,
        code: policies.code,
        name: policies.name,
        validFrom: policies.validFrom,
      })
      .from(policies)
      .all(),
  }
}

export type CatalogueForImport = ReturnType<typeof listCatalogueForImport>

const recordTables = {
  parts,
  prices: partPrices,
  labour: labourCodes,
  faults: faultCodes,
  models,
  technicians,
  outlets,
  holidays,
} satisfies Record<CatalogueList, unknown>
export type StoredRecord<List extends CatalogueList> = (typeof recordTables)[List]['$inferSelect']

/** A list of 资料 as a whole, to compare a file with. */
export function listRecords<List extends CatalogueList>(db: Reader, list: List): StoredRecord<List>[] {
  // safe: what is read is of the table that is named; drizzle's types do not follow a table chosen by its name
  return db.select().from<(typeof recordTables)[CatalogueList]>(recordTables[list]).all() as StoredRecord<List>[]
}

/** 台账号 of the orders imported before. */
export function listLedgerNos(db: Reader): string[] {
  return db
    .select({ ledgerNo: workOrders.ledgerNo })
    .from(workOrders)
    .where(isNotNull(workOrders.ledgerNo))
    .all()
    .flatMap(({ ledgerNo }) => ledgerNo ?? [])
}
