import { and, desc, eq, inArray, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import { localDateOf, type Instant, type LocalDate } from '#domain/dates'
import type { UnitText } from '#domain/customer'
import { pick } from '#domain/pick'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { prepared, preparedInsert, preparedUpdate } from '../prepared.ts'
import { preparedSearchIndex } from '../search-index.ts'
import { customers, models, units } from '../schema/index.ts'
import { tokensOf } from '../search.ts'
import type { Reader, Tx } from '../types.ts'
import { insertOdometerChange, insertUnitOwner, moveOwnerships, type OdometerChange } from './unit-history.ts'

export type UnitFields = UnitText
/** Mileage in km as read; `mileageOffset` + reading = true distance (V-10). */
export type UnitRow = UnitFields & {
  readonly id: number
  readonly revision: number
  readonly ownerId: number
  readonly ownerName: string
  readonly ownerPhone: string
  readonly lastMileage: number | null
  readonly lastMileageOn: LocalDate | null
  readonly mileageOffset: number
  readonly modelCode: string
}

const columns = {
  id: units.id,
  revision: units.revision,
  manufacturerId: units.manufacturerId,
  modelId: units.modelId,
  modelName: units.modelName,
  frameNo: units.frameNo,
  engineNo: units.engineNo,
  plateNo: units.plateNo,
  color: units.color,
  manufacturedOn: units.manufacturedOn,
  purchasedOn: units.purchasedOn,
  deliveredOn: units.deliveredOn,
  invoiceNo: units.invoiceNo,
  warrantyCardNo: units.warrantyCardNo,
  sellerName: units.sellerName,
  usage: units.usage,
  tamperFlag: units.tamperFlag,
  ownerId: units.ownerId,
  lastMileage: units.lastMileage,
  lastMileageOn: units.lastMileageOn,
  mileageOffset: units.mileageOffset,
  ownerName: customers.name,
  ownerPhone: customers.phone,
  modelCode: sql<string>`coalesce(${models.code}, '')`,
}

function joined(db: Reader) {
  return db.select(columns).from(units).innerJoin(customers, eq(customers.id, units.ownerId)).leftJoin(models, eq(models.id, units.modelId))
}

const unitById = prepared((db) =>
  joined(db)
    .where(eq(units.id, sql.placeholder('id')))
    .prepare(),
)
const unitByFrame = prepared((db) =>
  joined(db)
    .where(and(eq(units.manufacturerId, sql.placeholder('manufacturerId')), eq(units.frameNo, sql.placeholder('frameNo'))))
    .prepare(),
)

export function findUnit(db: Reader, id: number): UnitRow | undefined {
  return unitById(db).get({ id })
}

export function listUnitsById(db: Reader, ids: readonly number[]): UnitRow[] {
  return ids.length === 0
    ? []
    : joined(db)
        .where(inArray(units.id, [...ids]))
        .all()
}

/** A frame number is unique per manufacturer (domain.md §2.6). */
export function findUnitByFrame(db: Reader, manufacturerId: number, frameNo: string): UnitRow | undefined {
  return unitByFrame(db).get({ manufacturerId, frameNo })
}

const unitsByEngine = prepared((db) =>
  joined(db)
    .where(
      and(
        eq(units.engineNo, sql.placeholder('engineNo')),
        eq(units.manufacturerId, sql.placeholder('manufacturerId')),
        ne(units.id, sql.placeholder('exceptId')),
      ),
    )
    .prepare(),
)
/** ids begin at 1 */
const noUnit = 0

/** Another unit with the same engine number (V-03, a warning). */
export function findUnitByEngine(db: Reader, manufacturerId: number, engineNo: string, exceptId: number | null): UnitRow | undefined {
  if (engineNo === '') return undefined
  return unitsByEngine(db).get({ engineNo, manufacturerId, exceptId: exceptId ?? noUnit })
}

/** Newest first. */
export function listUnitsOf(db: Reader, customerIds: readonly number[]): UnitRow[] {
  return customerIds.length === 0
    ? []
    : joined(db)
        .where(inArray(units.ownerId, [...customerIds]))
        .orderBy(desc(units.id))
        .all()
}

const insertRow = preparedInsert(units)
const searchIndex = preparedSearchIndex('unit_search')

/** The id of the new unit. Its first owner counts from the purchase, or from today when that is not known. */
export function insertUnit(tx: Tx, fields: UnitFields, ownerId: number, now: Instant): number {
  const id = insertRow(tx, { ...columnsOf(fields), ownerId, createdAt: now })
  insertUnitOwner(tx, { unitId: id, customerId: ownerId, since: fields.purchasedOn ?? localDateOf(now) })
  searchIndex.insert(tx, id, wordsOf(fields))
  return id
}

/** False when another seat was faster. */
export function updateUnit(tx: Tx, id: number, revision: number, fields: UnitFields): boolean {
  const changed = save(tx, id, revision, columnsOf(fields))
  if (changed) searchIndex.update(tx, id, wordsOf(fields))
  return changed
}

export function updateUnitOwner(tx: Tx, id: number, revision: number, owner: { customerId: number; since: LocalDate }): boolean {
  const changed = save(tx, id, revision, { ownerId: owner.customerId })
  if (changed) insertUnitOwner(tx, { unitId: id, ...owner })
  return changed
}

/** 换表 (V-10): from now on `mileageOffset` holds what the old meter had counted beyond the new one. */
export function updateUnitOdometer(tx: Tx, unitId: number, revision: number, change: OdometerChange): boolean {
  const { on, oldReading, newReading } = change
  const changed = save(tx, unitId, revision, {
    mileageOffset: sql`${units.mileageOffset} + ${oldReading - newReading}`,
    lastMileage: newReading,
    lastMileageOn: on,
  })
  if (changed) insertOdometerChange(tx, unitId, change)
  return changed
}

const readMileage = prepared((db) =>
  db
    .update(units)
    .set({ lastMileage: sql`${sql.placeholder('km')}`, lastMileageOn: sql`${sql.placeholder('on')}` })
    .where(and(eq(units.id, sql.placeholder('id')), or(isNull(units.lastMileageOn), lte(units.lastMileageOn, sql.placeholder('on')))))
    .prepare(),
)

/** The reading of an order. An older order that is entered later does not turn the clock back; the revision stays. */
export function updateUnitMileage(tx: Tx, unitId: number, km: number, on: LocalDate): void {
  readMileage(tx).run({ id: unitId, km, on })
}

/** Everything of one customer's vehicles becomes another's, former ownership included. */
export function moveUnitsOfCustomer(tx: Tx, fromId: number, toId: number): void {
  tx.update(units)
    .set({ ownerId: toId, revision: sql`${units.revision} + 1` })
    .where(eq(units.ownerId, fromId))
    .run()
  moveOwnerships(tx, fromId, toId)
}

export type UnitSums = {
  readonly ownerId: number
  readonly lastMileage: number | null
  readonly lastMileageOn: LocalDate | null
  readonly mileageOffset: number
  readonly createdAt: Instant
}

/** What two records of one vehicle say together, written over one of them. False when another seat was faster. */
export function writeMergedUnit(tx: Tx, id: number, revision: number, fields: UnitFields, sums: UnitSums): boolean {
  const changed = save(tx, id, revision, { ...columnsOf(fields), ...sums })
  if (changed) searchIndex.update(tx, id, wordsOf(fields))
  return changed
}

/** Only when nothing belongs to the unit any more; the foreign keys refuse it otherwise. False when another seat was faster. */
export function deleteUnit(tx: Tx, id: number, revision: number): boolean {
  tx.run(sql`DELETE FROM unit_search WHERE rowid = ${id}`)
  return deleteUnchanged(tx, units, id, revision)
}

export function findUnitSince(db: Reader, id: number): Instant | undefined {
  return db.select({ at: units.createdAt }).from(units).where(eq(units.id, id)).get()?.at
}

type Change = { [K in keyof typeof units.$inferInsert]?: (typeof units.$inferInsert)[K] | SQL }

const save: (tx: Tx, id: number, revision: number, change: Change) => boolean = preparedUpdate(units)

/** Callers may hand over more than the columns (a form's ticks), so each is named. */
const columnsOf = (fields: UnitFields): UnitFields =>
  pick(fields, [
    'manufacturerId',
    'modelId',
    'modelName',
    'frameNo',
    'engineNo',
    'plateNo',
    'color',
    'manufacturedOn',
    'purchasedOn',
    'deliveredOn',
    'invoiceNo',
    'warrantyCardNo',
    'sellerName',
    'usage',
    'tamperFlag',
  ])

function wordsOf({ frameNo, engineNo, plateNo, modelName }: UnitFields): string {
  return [...new Set([frameNo, engineNo, plateNo, modelName].flatMap(tokensOf))].join(' ')
}
