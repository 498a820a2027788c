import { and, asc, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import { prepared } from '../prepared.ts'
import { manufacturers, models, policies, policyLimits } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Manufacturer = typeof manufacturers.$inferSelect
export type PolicyLimit = typeof policyLimits.$inferSelect
/** A warranty policy with its limits; `rules` and `params` are as stored (domain.md §2.8). */
export type Policy = typeof policies.$inferSelect & { readonly limits: readonly PolicyLimit[] }

export function listManufacturers(db: Reader): Manufacturer[] {
  return db.select().from(manufacturers).orderBy(asc(manufacturers.id)).all()
}

const manufacturerById = prepared((db) => db.select().from(manufacturers).where(eq(manufacturers.id, sql.placeholder('id'))).prepare())

export function findManufacturer(db: Reader, id: number): Manufacturer | undefined {
  return manufacturerById(db).get({ id })
}

export function findManufacturerByCode(db: Reader, code: string): Manufacturer | undefined {
  return db.select().from(manufacturers).where(eq(manufacturers.code, code)).get()
}

export function insertManufacturer(tx: Tx, fields: typeof manufacturers.$inferInsert): number {
  return tx.insert(manufacturers).values(fields).returning({ id: manufacturers.id }).get().id
}

/** False when another seat was faster. The code stays: it stands in numbers and file names. */
export function updateManufacturer(tx: Tx, id: number, revision: number, fields: Partial<Omit<Manufacturer, 'id' | 'code' | 'revision'>>): boolean {
  return tx.update(manufacturers).set({ ...fields, revision: revision + 1 }).where(and(eq(manufacturers.id, id), eq(manufacturers.revision, revision))).run().changes === 1
}

/** While the maker is not used its code may change too. */
export function renameManufacturer(tx: Tx, id: number, revision: number, fields: Partial<Omit<Manufacturer, 'id' | 'revision'>>): boolean {
  return tx.update(manufacturers).set({ ...fields, revision: revision + 1 }).where(and(eq(manufacturers.id, id), eq(manufacturers.revision, revision))).run().changes === 1
}

export function listPolicies(db: Reader): Policy[] {
  const limits = db.select().from(policyLimits).orderBy(asc(policyLimits.id)).all()
  return db.select().from(policies).orderBy(asc(policies.id)).all().map((policy) => ({ ...policy, limits: limits.filter((limit) => limit.policyId === policy.id) }))
}

const policyQueries = prepared((db) => ({
  byId: db.select().from(policies).where(eq(policies.id, sql.placeholder('id'))).prepare(),
  limits: db.select().from(policyLimits).where(eq(policyLimits.policyId, sql.placeholder('id'))).orderBy(asc(policyLimits.id)).prepare(),
  ofModel: db.select({ id: models.policyId }).from(models).where(eq(models.id, sql.placeholder('id'))).prepare(),
}))

/** Every step of an order asks for its policy with all its limits; policies are only ever added. */
const policiesRead = prepared(() => new Map<number, Policy>())

export function findPolicy(db: Reader, id: number): Policy | undefined {
  const known = policiesRead(db).get(id)
  if (known !== undefined) return known
  const policy = withLimits(db, policyQueries(db).byId.get({ id }))
  if (policy !== undefined) policiesRead(db).set(id, policy)
  return policy
}

type Covered = { readonly manufacturerId: number; readonly modelId: number | null; readonly purchasedOn: LocalDate | null }

/** The policy of the unit's model, else the maker's that was in force on the day of purchase (the newest; unknown day: today's). */
export function findPolicyFor(db: Reader, { manufacturerId, modelId, purchasedOn }: Covered): Policy | undefined {
  const ofModel = modelId === null ? undefined : policyQueries(db).ofModel.get({ id: modelId })?.id ?? undefined
  if (ofModel !== undefined) return findPolicy(db, ofModel)
  const inForce = purchasedOn === null
    ? isNull(policies.validTo)
    : and(lte(policies.validFrom, purchasedOn), or(isNull(policies.validTo), gte(policies.validTo, purchasedOn)))
  return withLimits(db, db.select().from(policies).where(and(eq(policies.manufacturerId, manufacturerId), inForce))
    .orderBy(desc(policies.validFrom), asc(policies.id)).limit(1).get())
}

function withLimits(db: Reader, policy: typeof policies.$inferSelect | undefined): Policy | undefined {
  return policy && { ...policy, limits: policyQueries(db).limits.all({ id: policy.id }) }
}

type NewLimit = Omit<typeof policyLimits.$inferInsert, 'id' | 'policyId'>

export function insertPolicy(tx: Tx, fields: typeof policies.$inferInsert, limits: readonly NewLimit[]): number {
  policiesRead(tx).clear()
  const policyId = tx.insert(policies).values(fields).returning({ id: policies.id }).get().id
  for (const limit of limits) tx.insert(policyLimits).values({ ...limit, policyId }).run()
  return policyId
}

/** Whether a vehicle, an order, a batch or a shipment is tied to the maker. */
export function isManufacturerUsed(db: Reader, id: number): boolean {
  return db.all(sql`SELECT 1 FROM units WHERE manufacturer_id = ${id} UNION ALL SELECT 1 FROM work_orders WHERE manufacturer_id = ${id}
    UNION ALL SELECT 1 FROM manifests WHERE manufacturer_id = ${id} UNION ALL SELECT 1 FROM batches WHERE manufacturer_id = ${id} LIMIT 1`).length > 0
}

/** A maker nothing is tied to, with its policies; its catalogue must be gone. */
export function deleteManufacturer(tx: Tx, id: number): void {
  policiesRead(tx).clear()
  const ids = tx.select({ id: policies.id }).from(policies).where(eq(policies.manufacturerId, id)).all()
  for (const policy of ids) tx.delete(policyLimits).where(eq(policyLimits.policyId, policy.id)).run()
  tx.delete(policies).where(eq(policies.manufacturerId, id)).run()
  tx.delete(manufacturers).where(eq(manufacturers.id, id)).run()
}
