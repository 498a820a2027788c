import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, yes } from './columns.ts'
import { users } from './station.ts'

/** How a person likes a grid; theirs alone, and on every seat. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: id(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    grid: text('grid').notNull(),
    name: text('name').notNull(),
    /** columns, sorting and conditions (contract/views.ts viewState), JSON */
    state: text('state', { mode: 'json' }).$type<unknown>().notNull(),
    isDefault: yes('is_default').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [uniqueIndex('saved_views_name').on(t.userId, t.grid, t.name)],
)
