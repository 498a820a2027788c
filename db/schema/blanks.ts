import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FormId } from '#domain/form-ids'
import { blankPurpose, codesOf } from '#domain/words'
import { manufacturers } from './catalogue.ts'
import { issuedPapers } from './claims.ts'
import { day, id, instant, words } from './columns.ts'

/** Numbers set aside together for one form: printed as blank sheets, or used on paper already. */
export const blankPacks = sqliteTable(
  'blank_packs',
  {
    id: id(),
    form: text('form').$type<FormId>().notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    purpose: text('purpose', { enum: codesOf(blankPurpose) }).notNull(),
    period: text('period').notNull(),
    count: integer('count').notNull(),
    reason: text('reason').notNull(),
    /** who has the sheets */
    holder: text('holder').notNull(),
    dueOn: day('due_on').notNull(),
    createdAt: instant('created_at').notNull(),
    createdOn: day('created_on').notNull(),
    createdBy: integer('created_by'),
  },
  (t) => [index('blank_packs_due').on(t.dueOn)],
)

/** One number of a pack. Once entered or returned it stays so, and the number itself never changes (triggers). */
export const blankNumbers = sqliteTable(
  'blank_numbers',
  {
    id: id(),
    packId: integer('pack_id')
      .notNull()
      .references(() => blankPacks.id),
    form: text('form').$type<FormId>().notNull(),
    number: text('number').notNull(),
    sequence: integer('sequence').notNull(),
    status: text('status', { enum: ['open', 'entered', 'returned'] }).notNull(),
    /** the record whose paper takes this number when it is issued */
    subjectKind: text('subject_kind'),
    subjectId: integer('subject_id'),
    paperId: integer('paper_id').references(() => issuedPapers.id),
    closedAt: instant('closed_at'),
    closedBy: integer('closed_by'),
    closeReason: words('close_reason'),
    printCount: integer('print_count').notNull().default(0),
  },
  (t) => [
    uniqueIndex('blank_numbers_number').on(t.form, t.number),
    index('blank_numbers_pack').on(t.packId, t.status),
    index('blank_numbers_subject').on(t.subjectKind, t.subjectId),
    uniqueIndex('blank_numbers_paper').on(t.paperId),
  ],
)

export const blankPrints = sqliteTable(
  'blank_prints',
  {
    id: id(),
    blankId: integer('blank_id')
      .notNull()
      .references(() => blankNumbers.id),
    times: integer('times').notNull(),
    at: instant('at').notNull(),
    userId: integer('user_id'),
    reason: words('reason'),
  },
  (t) => [index('blank_prints_blank').on(t.blankId)],
)
