import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Instant, LocalDate } from '#domain/dates'
import type { Fen } from '#domain/money'

/** 分 as INTEGER; STRICT tables refuse anything else. */
export const fen = (name: string) => integer(name).$type<Fen>()
/** `YYYY-MM-DD` in the shop's time */
export const day = (name: string) => text(name).$type<LocalDate>()
/** UTC instant `2026-11-21T06:05:00.000Z` */
export const instant = (name: string) => text(name).$type<Instant>()
export const yes = (name: string) => integer(name, { mode: 'boolean' })
export const words = (name: string) => text(name).notNull().default('')
export const id = () => integer('id').primaryKey()
/** Counts the saves; a command carries the one it saw. */
export const revision = () => integer('revision').notNull().default(0)
/** False once retired: no longer offered, still shown where it was used. */
export const inUse = () => integer('active', { mode: 'boolean' }).notNull().default(true)
