import { asc, isNotNull } from 'drizzle-orm'
import { labourCodes, manufacturers, models, parts, technicians, workOrders } from '../schema/index.ts'
import type { Reader } from '../types.ts'

/** The whole catalogue at once: a file of many rows looks up codes in it, not in the database row by row. */
export function listCatalogueForImport(db: Reader) {
  return {
    manufacturers: db.select().from(manufacturers).orderBy(asc(manufacturers.id)).all(),
    models: db.select().from(models).all(),
    parts: db.select().from(parts).all(),
    labourCodes: db.select({ manufacturerId: labourCodes.manufacturerId, code: labourCodes.code, name: labourCodes.name, hours: labourCodes.hours }).from(labourCodes).all(),
    technicians: db.select({ id: technicians.id, code: technicians.code, name: technicians.name }).from(technicians).all(),
  }
}

export type CatalogueForImport = ReturnType<typeof listCatalogueForImport>

/** 台账号 of the orders imported before. */
export function listLedgerNos(db: Reader): string[] {
  return db.select({ ledgerNo: workOrders.ledgerNo }).from(workOrders).where(isNotNull(workOrders.ledgerNo)).all().flatMap(({ ledgerNo }) => ledgerNo ?? [])
}
