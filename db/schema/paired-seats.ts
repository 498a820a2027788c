import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant } from './columns.ts'

/** Browsers let in by a pairing code: they stay let in when the program starts anew, the person signs in again. */
export const pairedSeats = sqliteTable(
  'paired_seats',
  {
    id: id(),
    seatId: text('seat_id').notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the token together with the place of this file: neither a copy of the file nor a restored backup lets anybody in */
    tokenHash: text('token_hash').notNull(),
    /** the browser knows its token by the port it was let in on */
    port: integer('port').notNull(),
    since: instant('since').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [uniqueIndex('paired_seats_seat').on(t.seatId), uniqueIndex('paired_seats_token').on(t.tokenHash)],
)
