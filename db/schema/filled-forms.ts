import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FilledFormId } from '#domain/form-ids'
import type { SheetContent } from '#domain/gather/gathered'
import { manufacturers } from './catalogue.ts'
import { id, instant, revision, words } from './columns.ts'
import { workOrders } from './work-orders.ts'

/** A form filled in on screen; its paper, once issued, is in issued_papers. */
export const filledForms = sqliteTable(
  'filled_forms',
  {
    id: id(),
    form: text('form').$type<FilledFormId>().notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    workOrderId: integer('work_order_id').references(() => workOrders.id),
    /** what the form is about, in one line */
    subject: words('subject'),
    content: text('content', { mode: 'json' }).$type<SheetContent>().notNull(),
    /** its valid paper; null while it is a draft, and again when the paper was voided */
    paperId: integer('paper_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: integer('updated_by'),
    revision: revision(),
  },
  (t) => [index('filled_forms_form').on(t.form, t.updatedAt), index('filled_forms_order').on(t.workOrderId)],
)
