import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { LocalDate } from '#domain/dates'
import type { Role } from '#domain/words'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { hashPin, pinMatches } from '../pin.ts'
import { setInUse, type Changed } from '../in-use.ts'
import { prepared, preparedUpdate } from '../prepared.ts'
import { preferences, technicians, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Person = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly technicianId: number | null
}

const person = { id: users.id, code: users.code, name: users.name, role: users.role, technicianId: users.technicianId }

/** Someone who may work now; a retired person's seat falls back to nobody. */
export function findActor(db: Reader, userId: number): Person | undefined {
  return db
    .select(person)
    .from(users)
    .where(and(eq(users.id, userId), eq(users.active, true)))
    .get()
}

export function listUsers(db: Reader) {
  return db
    .select({ ...person, active: users.active, samplePin: users.samplePin, revision: users.revision })
    .from(users)
    .orderBy(asc(users.id))
    .all()
}

const activeUsers = prepared((db) => db.select({ n: count() }).from(users).where(eq(users.active, true)).prepare())

export function countActiveUsers(db: Reader): number {
  return activeUsers(db).get()?.n ?? 0
}

export function userPinMatches(db: Reader, userId: number, pin: string): boolean {
  const stored = db
    .select({ pinHash: users.pinHash })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.active, true)))
    .get()
  return stored !== undefined && pinMatches(pin, stored.pinHash)
}

type UserFields = { code: string; name: string; role: Role; technicianId: number | null; active: boolean }

/** `samplePin` is kept readable in a demo station only, where the tiles show it. */
export function insertUser(tx: Tx, fields: UserFields, pin: string, samplePin: string | null): number {
  return tx
    .insert(users)
    .values({ ...fields, pinHash: hashPin(pin), samplePin })
    .returning({ id: users.id })
    .get().id
}

/** False when someone was faster. A null pin keeps the old one; a new pin is never shown on a tile. */
export function updateUser(tx: Tx, id: number, revision: number, fields: UserFields, pin: string | null): boolean {
  const change = pin === null ? {} : { pinHash: hashPin(pin), samplePin: null }
  return (
    tx
      .update(users)
      .set({ ...fields, ...change, revision: revision + 1 })
      .where(and(eq(users.id, id), eq(users.revision, revision)))
      .run().changes === 1
  )
}

export function updatePin(tx: Tx, id: number, pin: string): void {
  tx.update(users)
    .set({ pinHash: hashPin(pin), samplePin: null })
    .where(eq(users.id, id))
    .run()
}

const allTechnicians = prepared((db) =>
  db
    .select({
      id: technicians.id,
      code: technicians.code,
      name: technicians.name,
      grade: technicians.grade,
      teamName: technicians.teamName,
      active: technicians.active,
    })
    .from(technicians)
    .orderBy(asc(technicians.code))
    .prepare(),
)

export function listTechnicians(db: Reader) {
  return allTechnicians(db).all()
}

type TechnicianFields = {
  code: string
  name: string
  grade: string
  teamName: string
  active: boolean
  certNo?: string
  certExpiresOn?: LocalDate | null
  phone?: string
  outletId?: number | null
}

export function insertTechnician(tx: Tx, fields: TechnicianFields): number {
  return tx.insert(technicians).values(fields).returning({ id: technicians.id }).get().id
}

export function updateTechnician(tx: Tx, id: number, fields: TechnicianFields): boolean {
  return (
    tx
      .update(technicians)
      .set({ ...fields, revision: sql`${technicians.revision} + 1` })
      .where(eq(technicians.id, id))
      .run().changes === 1
  )
}

export type Technician = typeof technicians.$inferSelect

export function findTechnician(db: Reader, id: number): Technician | undefined {
  return db.select().from(technicians).where(eq(technicians.id, id)).get()
}

export function findTechnicianByCode(db: Reader, code: string): Technician | undefined {
  return db.select().from(technicians).where(eq(technicians.code, code)).get()
}

/** False when another seat was faster. */
export const updateTechnicianAt = preparedUpdate(technicians)

export function setTechniciansInUse(tx: Tx, ids: readonly number[], active: boolean): Changed[] {
  return setInUse(tx, technicians, ids, active)
}

export function deleteTechnician(tx: Tx, id: number, revision: number): boolean {
  return deleteUnchanged(tx, technicians, id, revision)
}

export function listPreferences(db: Reader, userId: number): Record<string, string> {
  return Object.fromEntries(
    db
      .select({ key: preferences.key, value: preferences.value })
      .from(preferences)
      .where(eq(preferences.userId, userId))
      .all()
      .map((row) => [row.key, row.value]),
  )
}

export function updatePreference(tx: Tx, userId: number, key: string, value: string): void {
  tx.insert(preferences)
    .values({ userId, key, value })
    .onConflictDoUpdate({ target: [preferences.userId, preferences.key], set: { value } })
    .run()
}
