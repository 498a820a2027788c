import { z } from 'zod'
import { isInstant, isLocalDate, type Instant, type LocalDate } from '#domain/dates'
import type { Problem } from '#domain/errors'
import type { Fen } from '#domain/money'
import type { KeptPicture } from '#domain/picture'
import type { Sentence } from '#domain/sentences/index'

/** Row ids are integers given by the database. */
export const id = z.number().int().positive()
/** Counts the saves of a record; a command carries the one it saw. */
export const revision = z.number().int().min(0)
export const byId = z.object({ id })
export const byIdAtRevision = z.object({ id, revision })
/** Records chosen in a list; more are never shown by one. */
export const mostChosen = 300_000
export const chosenIds = z.array(id).max(mostChosen)

/** 分 */
export const fen = z.custom<Fen>((value) => Number.isSafeInteger(value), '金额须为整数分')
const mostTyped = 9_999_999_999
/** 分 as somebody types it: bounded, so that no sum of an order leaves the whole numbers. Whether it may be negative is the rule's matter. */
export const typedFen = z.custom<Fen>(
  (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) <= mostTyped,
  '金额应是数字，最多 99,999,999.99 元',
)
export const localDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  '日期应是日历上有的一天，写成 2026-11-21',
)
/** UTC, e.g. `2026-11-21T06:05:00.000Z` */
export const instant = z.custom<Instant>((value) => typeof value === 'string' && isInstant(value), '时间应是日历上有的时刻')
/** 1/100 h */
export const hours = z.number().int().min(0).max(9990)
/** km */
export const km = z.number().int().min(0).max(999_999)
export const text = (max: number) => z.string().max(max)
export const line = (max: number) => z.string().trim().max(max)

export const sentence = z.custom<Sentence>((value) => typeof value === 'object' && value !== null && 'key' in value)
export const problem = z.custom<Problem>((value) => typeof value === 'object' && value !== null && 'level' in value)

export const direction = z.enum(['asc', 'desc'])

/** A block of rows, how many match in all, and the sums of what matches (分 unless the list says otherwise). */
export function pageResult<R extends z.ZodType>(row: R) {
  return z.object({ rows: z.array(row), total: z.number().int(), sums: z.record(z.string(), z.number()) })
}

const dots = z.number().int().min(1).max(20_000)
/** A picture the station keeps, under the hash of its bytes. */
export const keptPicture = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: dots,
  height: dots,
}) satisfies z.ZodType<KeptPicture>

/** A produced file, fetched by its id from the host for a short while. */
export const producedFile = z.object({ fileId: z.string(), name: z.string(), bytes: z.number().int() })
