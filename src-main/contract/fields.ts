import { z } from 'zod'
import type { Instant, LocalDate } from '#domain/dates'
import type { Problem } from '#domain/errors'
import type { Fen } from '#domain/money'
import type { Sentence } from '#domain/sentences/index'

/** Row ids are integers given by the database. */
export const id = z.number().int().positive()
/** Counts the saves of a record; a command carries the one it saw. */
export const revision = z.number().int().min(0)
export const byId = z.object({ id })
export const byIdAtRevision = z.object({ id, revision })

/** 分 */
export const fen = z.custom<Fen>((value) => Number.isSafeInteger(value), '金额须为整数分')
const dayForm = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const localDate = z.custom<LocalDate>((value) => typeof value === 'string' && dayForm.test(value), '日期应写成 2026-11-21')
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** UTC, e.g. `2026-11-21T06:05:00.000Z` */
export const instant = z.custom<Instant>((value) => typeof value === 'string' && instantForm.test(value), '时间格式不对')
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

/** A produced file, fetched by its id from the host for a short while. */
export const producedFile = z.object({ fileId: z.string(), name: z.string(), bytes: z.number().int() })
