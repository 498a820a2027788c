import { and, asc, countDistinct, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { prepared, preparedInsert } from '../prepared.ts'
import { manufacturers, models, policies, policyLimits, units, workOrders } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Manufacturer = typeof manufacturers.$inferSelect
export type PolicyLimit = typeof policyLimits.$inferSelect
/** A warranty policy with its limits; `rules` and `params` are as stored (domain.md §2.8). */
export type Policy = typeof policies.$inferSelect & { readonly limits: readonly PolicyLimit[] }

export function listManufacturers(db: Reader): Manufacturer[] {
  return db.select().from(manufacturers).orderBy(asc(manufacturers.id)).all()
}

const manufacturerById = prepared((db) =>
  db
    .select()
    .from(manufacturers)
    .where(eq(manufacturers.id, sql.placeholder('id')))
    .prepare(),
)

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
export function updateManufacturer(
  tx: Tx,
  id: number,
  revision: number,
  fields: Partial<Omit<Manufacturer, 'id' | 'code' | 'revision'>>,
): boolean {
  return (
    tx
      .update(manufacturers)
      .set({ ...fields, revision: revision + 1 })
      .where(and(eq(manufacturers.id, id), eq(manufacturers.revision, revision)))
      .run().changes === 1
  )
}

/** While the maker is not used its code may change too. */
export function renameManufacturer(tx: Tx, id: number, revision: number, fields: Partial<Omit<Manufacturer, 'id' | 'revision'>>): boolean {
  return (
    tx
      .update(manufacturers)
      .set({ ...fields, revision: revision + 1 })
      .where(and(eq(manufacturers.id, id), eq(manufacturers.revision, revision)))
      .run().changes === 1
  )
}

export function listPolicies(db: Reader): Policy[] {
  const limits = db.select().from(policyLimits).orderBy(asc(policyLimits.id)).all()
  return db
    .select()
    .from(policies)
    .orderBy(asc(policies.id))
    .all()
    .map((policy) => ({ ...policy, limits: limits.filter((limit) => limit.policyId === policy.id) }))
}

const policyQueries = prepared((db) => ({
  byId: db
    .select()
    .from(policies)
    .where(eq(policies.id, sql.placeholder('id')))
    .prepare(),
  limits: db
    .select()
    .from(policyLimits)
    .where(eq(policyLimits.policyId, sql.placeholder('id')))
    .orderBy(asc(policyLimits.id))
    .prepare(),
  ofModel: db
    .select({ id: models.policyId })
    .from(models)
    .where(eq(models.id, sql.placeholder('id')))
    .prepare(),
}))

/** Every step of an order asks for its policy with all its limits; whoever writes a policy lets go of what was read. */
const policiesRead = prepared(() => new Map<number, Policy>())
const versionsRead = prepared(() => new Map<string, readonly Policy[]>())

function forgetPolicies(db: Reader): void {
  policiesRead(db).clear()
  versionsRead(db).clear()
}

/** The versions of one policy, the newest first: they bear one code. */
export function listVersions(db: Reader, { manufacturerId, code }: Pick<Policy, 'manufacturerId' | 'code'>): readonly Policy[] {
  const key = `${manufacturerId} ${code}`
  const known = versionsRead(db).get(key)
  if (known !== undefined) return known
  const versions = db
    .select()
    .from(policies)
    .where(and(eq(policies.manufacturerId, manufacturerId), eq(policies.code, code)))
    .orderBy(desc(policies.validFrom))
    .all()
    .flatMap((policy) => withLimits(db, policy) ?? [])
  versionsRead(db).set(key, versions)
  return versions
}

export function findPolicy(db: Reader, id: number): Policy | undefined {
  const known = policiesRead(db).get(id)
  if (known !== undefined) return known
  const policy = withLimits(db, policyQueries(db).byId.get({ id }))
  if (policy !== undefined) policiesRead(db).set(id, policy)
  return policy
}

export type Covered = { readonly manufacturerId: number; readonly modelId: number | null; readonly purchasedOn: LocalDate | null }

/** The version of the model's policy in force on the day of purchase (the model's own where none was), else the maker's that was in force on the day of purchase (the newest; unknown day: today's). */
export function findPolicyFor(db: Reader, { manufacturerId, modelId, purchasedOn }: Covered): Policy | undefined {
  const ofModel = modelId === null ? undefined : (policyQueries(db).ofModel.get({ id: modelId })?.id ?? undefined)
  const own = ofModel === undefined ? undefined : findPolicy(db, ofModel)
  if (own !== undefined)
    return (
      listVersions(db, own).find(({ validFrom, validTo }) =>
        purchasedOn === null ? validTo === null : validFrom <= purchasedOn && (validTo === null || purchasedOn <= validTo),
      ) ?? own
    )
  const inForce =
    purchasedOn === null
      ? isNull(policies.validTo)
      : and(lte(policies.validFrom, purchasedOn), or(isNull(policies.validTo), gte(policies.validTo, purchasedOn)))
  return withLimits(
    db,
    db
      .select()
      .from(policies)
      .where(and(eq(policies.manufacturerId, manufacturerId), inForce))
      .orderBy(desc(policies.validFrom), asc(policies.id))
      .limit(1)
      .get(),
  )
}

function withLimits(db: Reader, policy: typeof policies.$inferSelect | undefined): Policy | undefined {
  return policy && { ...policy, limits: policyQueries(db).limits.all({ id: policy.id }) }
}

const insertLimit = preparedInsert(policyLimits)
type NewLimit = Omit<typeof policyLimits.$inferInsert, 'id' | 'policyId'>

export function insertPolicy(tx: Tx, fields: typeof policies.$inferInsert, limits: readonly NewLimit[]): number {
  forgetPolicies(tx)
  const policyId = tx.insert(policies).values(fields).returning({ id: policies.id }).get().id
  for (const limit of limits) insertLimit(tx, { ...limit, policyId })
  return policyId
}

/** False when another seat was faster. `limits` null: they stay. */
export function updatePolicy(
  tx: Tx,
  id: number,
  revision: number,
  fields: Partial<Omit<typeof policies.$inferInsert, 'id' | 'revision'>>,
  limits: readonly NewLimit[] | null,
): boolean {
  forgetPolicies(tx)
  const isSaved =
    tx
      .update(policies)
      .set({ ...fields, revision: revision + 1 })
      .where(and(eq(policies.id, id), eq(policies.revision, revision)))
      .run().changes === 1
  if (!isSaved || limits === null) return isSaved
  tx.delete(policyLimits).where(eq(policyLimits.policyId, id)).run()
  for (const limit of limits) insertLimit(tx, { ...limit, policyId: id })
  return true
}

/** False when another seat was faster. */
export function deletePolicy(tx: Tx, id: number, revision: number): boolean {
  forgetPolicies(tx)
  tx.delete(policyLimits).where(eq(policyLimits.policyId, id)).run()
  return deleteUnchanged(tx, policies, id, revision)
}

/** Vehicles with orders, by what their policy hangs on. */
export function countJudgedUnits(db: Reader, policyId: number): number {
  const groups = db
    .select({
      manufacturerId: units.manufacturerId,
      modelId: units.modelId,
      purchasedOn: units.purchasedOn,
      count: countDistinct(units.id),
    })
    .from(units)
    .innerJoin(workOrders, eq(workOrders.unitId, units.id))
    .groupBy(units.manufacturerId, units.modelId, units.purchasedOn)
    .all()
  return groups.filter((group) => findPolicyFor(db, group)?.id === policyId).reduce((sum, group) => sum + group.count, 0)
}

/** Whether a vehicle, an order, a batch or a shipment is tied to the maker. */
export function isManufacturerUsed(db: Reader, id: number): boolean {
  return (
    db.all(sql`SELECT 1 FROM units WHERE manufacturer_id = ${id} UNION ALL SELECT 1 FROM work_orders WHERE manufacturer_id = ${id}
    UNION ALL SELECT 1 FROM manifests WHERE manufacturer_id = ${id} UNION ALL SELECT 1 FROM batches WHERE manufacturer_id = ${id} LIMIT 1`)
      .length > 0
  )
}

/** A maker nothing is tied to, with its policies; its catalogue must be gone. */
export function deleteManufacturer(tx: Tx, id: number): void {
  forgetPolicies(tx)
  const ids = tx.select({ id: policies.id }).from(policies).where(eq(policies.manufacturerId, id)).all()
  for (const policy of ids) tx.delete(policyLimits).where(eq(policyLimits.policyId, policy.id)).run()
  tx.delete(policies).where(eq(policies.manufacturerId, id)).run()
  tx.delete(manufacturers).where(eq(manufacturers.id, id)).run()
}
