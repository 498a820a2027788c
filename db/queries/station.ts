import { and, asc, eq } from 'drizzle-orm'
import type { Holidays, LocalDate } from '#domain/dates'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { prepared } from '../prepared.ts'
import { holidays, settings, stations } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type Station = typeof stations.$inferSelect

const stationQuery = prepared((db) => db.select().from(stations).prepare())

/** This station; undefined before the first run is finished. */
export function findStation(db: Reader): Station | undefined {
  return stationQuery(db).get()
}

export function insertStation(tx: Tx, station: typeof stations.$inferInsert): void {
  tx.insert(stations).values(station).run()
}

export function updateStation(tx: Tx, revision: number, fields: Partial<Omit<Station, 'id' | 'revision'>>): boolean {
  return (
    tx
      .update(stations)
      .set({ ...fields, revision: revision + 1 })
      .where(eq(stations.revision, revision))
      .run().changes === 1
  )
}

const allHolidays = prepared((db) => db.select().from(holidays).orderBy(asc(holidays.day)).prepare())

/** Every verdict asks for them; `insertHolidays` forgets what was read. */
const holidaysRead = prepared((): { known: Holidays | null } => ({ known: null }))

/** Public holidays and working weekends, for the holiday shift of §4.4.4. */
export function findHolidays(db: Reader): Holidays {
  const read = holidaysRead(db)
  if (read.known !== null) return read.known
  const days = allHolidays(db).all()
  read.known = {
    holidays: new Set(days.filter((day) => !day.working).map((day) => day.day)),
    workdays: new Set(days.filter((day) => day.working).map((day) => day.day)),
  }
  return read.known
}

export function insertHolidays(tx: Tx, days: readonly (typeof holidays.$inferInsert)[]): void {
  holidaysRead(tx).known = null
  for (const day of days) tx.insert(holidays).values(day).onConflictDoNothing().run()
}

export type Holiday = { readonly day: LocalDate; readonly working: boolean; readonly note: string }

/** By its day as a number, 20261001. */
export function findHoliday(db: Reader, id: number): (Holiday & { readonly id: number; readonly revision: number }) | undefined {
  return db.select().from(holidays).where(eq(holidays.id, id)).get()
}

/** False when another seat was faster. */
export function updateHoliday(tx: Tx, id: number, revision: number, holiday: Holiday): boolean {
  holidaysRead(tx).known = null
  return (
    tx
      .update(holidays)
      .set({ ...holiday, revision: revision + 1 })
      .where(and(eq(holidays.id, id), eq(holidays.revision, revision)))
      .run().changes === 1
  )
}

export function deleteHoliday(tx: Tx, id: number, revision: number): boolean {
  holidaysRead(tx).known = null
  return deleteUnchanged(tx, holidays, id, revision)
}

/** A station-wide setting, JSON. */
export function findSetting(db: Reader, key: string): unknown {
  const row = db.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get()
  return row ? JSON.parse(row.value) : undefined
}

export function updateSetting(tx: Tx, key: string, value: unknown): void {
  const text = JSON.stringify(value)
  tx.insert(settings)
    .values({ key, value: text })
    .onConflictDoUpdate({ target: settings.key, set: { value: text } })
    .run()
}
