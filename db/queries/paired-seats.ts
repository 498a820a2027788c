import { asc, eq, lt } from 'drizzle-orm'
import type { Instant } from '#domain/dates'
import { pairedSeats } from '../schema/index.ts'
import type { Reader, Tx } from '../types.ts'

export type PairedSeat = Omit<typeof pairedSeats.$inferSelect, 'id'>
const p = pairedSeats

export function listPairedSeats(db: Reader): PairedSeat[] {
  return db
    .select({ seatId: p.seatId, name: p.name, tokenHash: p.tokenHash, port: p.port, since: p.since, lastAt: p.lastAt })
    .from(p)
    .orderBy(asc(p.id))
    .all()
}

/** Lets a seat in, or writes down that it was there again or is called otherwise. */
export function keepPairedSeat(tx: Tx, seat: PairedSeat): void {
  tx.insert(p)
    .values(seat)
    .onConflictDoUpdate({ target: p.seatId, set: { name: seat.name, tokenHash: seat.tokenHash, port: seat.port, lastAt: seat.lastAt } })
    .run()
}

export function deletePairedSeat(tx: Tx, seatId: string): void {
  tx.delete(p).where(eq(p.seatId, seatId)).run()
}

/** Those not seen since `before`. */
export function deleteIdleSeats(tx: Tx, before: Instant): void {
  tx.delete(p).where(lt(p.lastAt, before)).run()
}
