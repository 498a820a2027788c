import { sql, type SQL } from 'drizzle-orm'
import { addHours, type Instant } from '#domain/dates'

/** Whose work a report counts: of one manufacturer, or (null) all the station does. */
export type Reach = number | null

/** `AND column = maker`, or nothing. */
export function ofMaker(column: SQL, maker: Reach): SQL {
  return maker === null ? sql`` : sql` AND ${column} = ${maker}`
}

/** How far back a report looks for repairs that were handed over, claimed or sent in later. */
export function yearBefore(moment: Instant): Instant {
  return addHours(moment, -24 * 365)
}
