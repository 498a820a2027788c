import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { partPrices } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type PartPrice = typeof partPrices.$inferSelect

/** The dated prices of these parts, by part. */
export function listPricesOf(db: Reader, partIds: readonly number[]): ReadonlyMap<number, readonly PartPrice[]> {
  return partIds.length === 0
    ? new Map()
    : byPart(
        db
          .select()
          .from(partPrices)
          .where(inArray(partPrices.partId, [...partIds]))
          .orderBy(asc(partPrices.validFrom))
          .all(),
      )
}

/** All dated prices, for a file of many rows. */
export function listAllPrices(db: Reader): ReadonlyMap<number, readonly PartPrice[]> {
  return byPart(db.select().from(partPrices).orderBy(asc(partPrices.validFrom)).all())
}

function byPart(prices: readonly PartPrice[]): ReadonlyMap<number, readonly PartPrice[]> {
  const found = new Map<number, PartPrice[]>()
  for (const price of prices) {
    const known = found.get(price.partId)
    if (known === undefined) found.set(price.partId, [price])
    else known.push(price)
  }
  return found
}

const ofPart = prepared((db) =>
  db
    .select()
    .from(partPrices)
    .where(eq(partPrices.partId, sql.placeholder('partId')))
    .prepare(),
)

export function listPricesOfPart(db: Reader, partId: number): readonly PartPrice[] {
  return ofPart(db).all({ partId })
}

export function findPartPrice(db: Reader, id: number): PartPrice | undefined {
  return db.select().from(partPrices).where(eq(partPrices.id, id)).get()
}

export function findPriceFrom(db: Reader, partId: number, validFrom: LocalDate): PartPrice | undefined {
  return db
    .select()
    .from(partPrices)
    .where(and(eq(partPrices.partId, partId), eq(partPrices.validFrom, validFrom)))
    .get()
}

export const insertPartPrice = preparedInsert(partPrices)
/** False when another seat was faster. */
export const updatePartPrice = preparedUpdate(partPrices)

export function deletePartPrice(tx: Tx, id: number, revision: number): boolean {
  return deleteUnchanged(tx, partPrices, id, revision)
}

/** With a part that nobody ever used go the prices it was to have. */
export function deletePricesOf(tx: Tx, partId: number): void {
  tx.delete(partPrices).where(eq(partPrices.partId, partId)).run()
}
