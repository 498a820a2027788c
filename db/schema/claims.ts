import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { batchStatus, claimStatus, claimType, codesOf, paperStatus } from '#domain/words'
import { manufacturers } from './catalogue.ts'
import { day, fen, id, instant, revision, words, yes } from './columns.ts'
import { users } from './station.ts'
import { workOrders } from './work-orders.ts'

export const batches = sqliteTable(
  'batches',
  {
    /** null until 封批; kept through an unsealing (settled.md 14) */
    id: id(),
    no: text('no'),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    status: text('status', { enum: codesOf(batchStatus) }).notNull(),
    periodFrom: day('period_from').notNull(),
    periodTo: day('period_to').notNull(),
    handlerId: integer('handler_id').references(() => users.id),
    secondHandlerId: integer('second_handler_id').references(() => users.id),
    singlePerson: yes('single_person').notNull(),
    claimCount: integer('claim_count').notNull(),
    totalFen: fen('total_fen').notNull(),
    approvedFen: fen('approved_fen'),
    sealedAt: instant('sealed_at'),
    confirmedAt: instant('confirmed_at'),
    exportedAt: instant('exported_at'),
    submittedAt: instant('submitted_at'),
    /** batch.json as frozen at sealing, and its sha256 */
    document: blob('document', { mode: 'buffer' }),
    hash: words('hash'),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by'),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('batches_no').on(t.no),
    index('batches_status').on(t.status),
    index('batches_period').on(t.manufacturerId, t.periodFrom),
    index('batches_total').on(t.totalFen),
  ],
)

export const claims = sqliteTable(
  'claims',
  {
    id: id(),
    no: text('no').notNull(),
    status: text('status', { enum: codesOf(claimStatus) }).notNull(),
    type: text('type', { enum: codesOf(claimType) }).notNull(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    /** `2026-11`, month of 完工 */
    period: text('period').notNull(),
    partsFen: fen('parts_fen').notNull(),
    labourFen: fen('labour_fen').notNull(),
    outingFen: fen('outing_fen').notNull(),
    otherFen: fen('other_fen').notNull(),
    totalFen: fen('total_fen').notNull(),
    approvedPartsFen: fen('approved_parts_fen'),
    approvedLabourFen: fen('approved_labour_fen'),
    approvedOutingFen: fen('approved_outing_fen'),
    approvedOtherFen: fen('approved_other_fen'),
    approvedTotalFen: fen('approved_total_fen'),
    batchId: integer('batch_id').references(() => batches.id),
    submittedAt: instant('submitted_at'),
    decidedAt: instant('decided_at'),
    voidReason: words('void_reason'),
    createdAt: instant('created_at').notNull(),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('claims_no').on(t.no),
    index('claims_order').on(t.workOrderId),
    index('claims_status').on(t.status, t.period, t.totalFen, t.approvedTotalFen),
    index('claims_batch').on(t.batchId),
    index('claims_period').on(t.manufacturerId, t.period),
    index('claims_total').on(t.totalFen),
  ],
)

/** The files a batch was exported as; the bytes lie in the data folder under their hash. */
export const batchFiles = sqliteTable(
  'batch_files',
  {
    id: id(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batches.id),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    at: instant('at').notNull(),
    userId: integer('user_id'),
  },
  (t) => [index('batch_files_batch').on(t.batchId)],
)

/** A printed form as frozen when its number was taken. Number, content and hash never change (triggers). */
export const issuedPapers = sqliteTable(
  'issued_papers',
  {
    id: id(),
    form: text('form').notNull(),
    formVersion: integer('form_version').notNull(),
    number: text('number').notNull(),
    period: text('period').notNull(),
    sequence: integer('sequence').notNull(),
    status: text('status', { enum: codesOf(paperStatus) }).notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: integer('subject_id').notNull(),
    subject: words('subject'),
    title: words('title'),
    paper: text('paper').notNull(),
    hash: text('hash').notNull(),
    issuedAt: instant('issued_at').notNull(),
    issuedOn: day('issued_on').notNull(),
    issuedBy: integer('issued_by'),
    printCount: integer('print_count').notNull().default(0),
    voidedAt: instant('voided_at'),
    voidedBy: integer('voided_by'),
    voidReason: words('void_reason'),
    copiesBack: yes('copies_back'),
    /** its number had been set aside and went out on a blank sheet before: 补录 */
    fromBlank: yes('from_blank').notNull().default(false),
  },
  (t) => [
    uniqueIndex('issued_papers_number').on(t.form, t.number),
    index('issued_papers_subject').on(t.subjectKind, t.subjectId),
    index('issued_papers_issued').on(t.issuedAt),
    index('issued_papers_form').on(t.form, t.issuedAt),
    index('issued_papers_status').on(t.status, t.issuedAt),
    index('issued_papers_number_only').on(t.number),
  ],
)

export const paperPrints = sqliteTable(
  'paper_prints',
  {
    id: id(),
    paperId: integer('paper_id')
      .notNull()
      .references(() => issuedPapers.id),
    times: integer('times').notNull(),
    at: instant('at').notNull(),
    userId: integer('user_id'),
    reason: words('reason'),
  },
  (t) => [index('paper_prints_paper').on(t.paperId)],
)

/** Who did what when to which record: every transition of every machine (domain.md §3). */
export const stepHistory = sqliteTable(
  'step_history',
  {
    id: id(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: integer('subject_id').notNull(),
    event: text('event').notNull(),
    from: words('from'),
    to: words('to'),
    at: instant('at').notNull(),
    userId: integer('user_id'),
    note: words('note'),
  },
  (t) => [index('step_history_subject').on(t.subjectKind, t.subjectId)],
)

/** Running clocks of domain.md §4.1; one row per rule and subject, closed when done. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: id(),
    rule: text('rule').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: integer('subject_id').notNull(),
    subjectNo: words('subject_no'),
    role: words('role'),
    technicianId: integer('technician_id'),
    startAt: instant('start_at').notNull(),
    dueAt: instant('due_at').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [uniqueIndex('tasks_subject').on(t.rule, t.subjectKind, t.subjectId), index('tasks_due').on(t.doneAt, t.dueAt)],
)
