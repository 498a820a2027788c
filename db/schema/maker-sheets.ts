import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { MakerSheet } from '#domain/maker-sheet'
import { manufacturers } from './catalogue.ts'
import { id, instant } from './columns.ts'

/** A manufacturer's own sheet (A14), every version of it: the newest is offered, papers keep the one they were issued on. */
export const makerSheets = sqliteTable(
  'maker_sheets',
  {
    id: id(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    version: integer('version').notNull(),
    sheet: text('sheet', { mode: 'json' }).$type<MakerSheet>().notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: integer('saved_by'),
  },
  (t) => [uniqueIndex('maker_sheets_version').on(t.manufacturerId, t.version)],
)
