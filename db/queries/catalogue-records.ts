import { and, count, eq } from 'drizzle-orm'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { setInUse, type Changed } from '../in-use.ts'
import { preparedInsert, preparedUpdate } from '../prepared.ts'
import { faultCodes, labourCodes, models, parts } from '../schema/index.ts'
import { pinyinInitials } from '../search.ts'
import type { Reader, Tx } from '../types.ts'

const newPart = preparedInsert(parts)
const newLabourCode = preparedInsert(labourCodes)
const newFaultCode = preparedInsert(faultCodes)
const changeLabourCode = preparedUpdate(labourCodes)
const changeModel = preparedUpdate(models)
const changeFaultCode = preparedUpdate(faultCodes)

type WithoutPinyin<T> = Omit<T, 'id' | 'pinyin' | 'revision'>

export function insertModel(tx: Tx, fields: WithoutPinyin<typeof models.$inferInsert>): number {
  return tx
    .insert(models)
    .values({ ...fields, pinyin: pinyinInitials(fields.name) })
    .returning({ id: models.id })
    .get().id
}

export function insertPart(tx: Tx, fields: WithoutPinyin<typeof parts.$inferInsert>): number {
  return newPart(tx, { ...fields, pinyin: pinyinInitials(fields.name) })
}

/** False when another seat was faster. */
export function updatePart(tx: Tx, id: number, revision: number, fields: WithoutPinyin<typeof parts.$inferInsert>): boolean {
  return (
    tx
      .update(parts)
      .set({ ...fields, pinyin: pinyinInitials(fields.name), revision: revision + 1 })
      .where(and(eq(parts.id, id), eq(parts.revision, revision)))
      .run().changes === 1
  )
}

export function insertLabourCode(tx: Tx, fields: WithoutPinyin<typeof labourCodes.$inferInsert>): number {
  return newLabourCode(tx, { ...fields, pinyin: pinyinInitials(fields.name) })
}

export function updateLabourCode(tx: Tx, id: number, revision: number, fields: WithoutPinyin<typeof labourCodes.$inferInsert>): boolean {
  return changeLabourCode(tx, id, revision, { ...fields, pinyin: pinyinInitials(fields.name) })
}

export function updateModel(tx: Tx, id: number, revision: number, fields: WithoutPinyin<typeof models.$inferInsert>): boolean {
  return changeModel(tx, id, revision, { ...fields, pinyin: pinyinInitials(fields.name) })
}

/** Initials of the part: a symptom's own would be too long to type. */
export function insertFaultCode(tx: Tx, fields: WithoutPinyin<typeof faultCodes.$inferInsert>): number {
  return newFaultCode(tx, { ...fields, pinyin: pinyinInitials(fields.part ?? '') })
}

export function updateFaultCode(tx: Tx, id: number, revision: number, fields: WithoutPinyin<typeof faultCodes.$inferInsert>): boolean {
  return changeFaultCode(tx, id, revision, { ...fields, pinyin: pinyinInitials(fields.part ?? '') })
}

const tables = { models, parts, labour: labourCodes, faults: faultCodes }

/** Of one nothing points to; false when another seat was faster. */
export function deleteCatalogueRecord(tx: Tx, list: keyof typeof tables, id: number, revision: number): boolean {
  return deleteUnchanged(tx, tables[list], id, revision)
}

export function setCatalogueInUse(tx: Tx, list: keyof typeof tables, ids: readonly number[], active: boolean): Changed[] {
  return setInUse(tx, tables[list], ids, active)
}

export type CatalogueCounts = { readonly [K in 'models' | 'parts' | 'labourCodes' | 'faultCodes']: number }

/** Records of a maker that are in use, by kind. */
export function countCatalogue(db: Reader, manufacturerId: number): CatalogueCounts {
  const countIn = (table: (typeof tables)[keyof typeof tables]) =>
    db
      .select({ n: count() })
      .from(table)
      .where(and(eq(table.manufacturerId, manufacturerId), eq(table.active, true)))
      .get()?.n ?? 0
  return { models: countIn(models), parts: countIn(parts), labourCodes: countIn(labourCodes), faultCodes: countIn(faultCodes) }
}

function isReferenced(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

/** Everything of a maker: deleted where nothing refers to it, else retired. */
export function clearCatalogue(tx: Tx, manufacturerId: number): { deleted: number; retired: number } {
  const done = { deleted: 0, retired: 0 }
  for (const table of Object.values(tables)) {
    for (const { id } of tx.select({ id: table.id }).from(table).where(eq(table.manufacturerId, manufacturerId)).all()) {
      try {
        tx.delete(table).where(eq(table.id, id)).run()
        done.deleted += 1
      } catch (error) {
        if (!isReferenced(error)) throw error
        tx.update(table).set({ active: false }).where(eq(table.id, id)).run()
        done.retired += 1
      }
    }
  }
  return done
}
