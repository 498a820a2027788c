import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import type { MakerSheet } from '#domain/maker-sheet'
import { makerSheets, users } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

const s = makerSheets

/** The newest version; undefined when the manufacturer has brought none. */
export function findMakerSheet(db: Reader, manufacturerId: number) {
  return db
    .select({ version: s.version, sheet: s.sheet, savedAt: s.savedAt, savedBy: users.name })
    .from(s)
    .leftJoin(users, eq(users.id, s.savedBy))
    .where(eq(s.manufacturerId, manufacturerId))
    .orderBy(desc(s.version))
    .limit(1)
    .get()
}

/** Every version, the newest first. */
export function listMakerSheets(db: Reader, manufacturerId: number) {
  return db
    .select({ version: s.version, sheet: s.sheet, savedAt: s.savedAt, savedBy: users.name })
    .from(s)
    .leftJoin(users, eq(users.id, s.savedBy))
    .where(eq(s.manufacturerId, manufacturerId))
    .orderBy(desc(s.version))
    .all()
}

export function findMakerSheetVersion(db: Reader, manufacturerId: number, version: number): MakerSheet | undefined {
  return db
    .select({ sheet: s.sheet })
    .from(s)
    .where(and(eq(s.manufacturerId, manufacturerId), eq(s.version, version)))
    .get()?.sheet
}

export function insertMakerSheet(
  tx: Tx,
  record: { manufacturerId: number; version: number; sheet: MakerSheet; savedAt: Instant; savedBy: number | null },
): void {
  tx.insert(s).values(record).run()
}
