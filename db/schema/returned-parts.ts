import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  bearer,
  codesOf,
  disposal,
  manifestStatus,
  origin,
  payMode,
  returnExempt,
  returnedPartStatus,
  shipMethod,
  verdict,
} from '#domain/words'
import { manufacturers, parts } from './catalogue.ts'
import { day, fen, id, instant, revision, words, yes } from './columns.ts'
import { workOrderParts, workOrders } from './work-orders.ts'

export const manifests = sqliteTable(
  'manifests',
  {
    /** null until 封箱 */
    id: id(),
    no: text('no'),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    status: text('status', { enum: codesOf(manifestStatus) }).notNull(),
    periodFrom: day('period_from'),
    periodTo: day('period_to'),
    carrier: words('carrier'),
    method: text('method', { enum: codesOf(shipMethod) }).notNull(),
    waybillNo: words('waybill_no'),
    freightFen: fen('freight_fen').notNull(),
    payMode: text('pay_mode', { enum: codesOf(payMode) }).notNull(),
    packer: words('packer'),
    preparedBy: words('prepared_by'),
    note: words('note'),
    sealedAt: instant('sealed_at'),
    shippedAt: instant('shipped_at'),
    receivedAt: instant('received_at'),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by'),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('manifests_no').on(t.no),
    index('manifests_status').on(t.status),
    index('manifests_created').on(t.createdAt),
    index('manifests_shipped').on(t.shippedAt),
  ],
)

export const boxes = sqliteTable(
  'boxes',
  {
    id: id(),
    manifestId: integer('manifest_id')
      .notNull()
      .references(() => manifests.id),
    boxNo: integer('box_no').notNull(),
    weightGrams: integer('weight_grams'),
    size: words('size'),
    packing: words('packing'),
  },
  (t) => [uniqueIndex('boxes_no').on(t.manifestId, t.boxNo)],
)

/** One row per removed piece; the label number names it in the maker's world. */
export const returnedParts = sqliteTable(
  'returned_parts',
  {
    id: id(),
    labelNo: text('label_no'),
    status: text('status', { enum: codesOf(returnedPartStatus) }).notNull(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    partLineId: integer('part_line_id')
      .notNull()
      .references(() => workOrderParts.id),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    partId: integer('part_id').references(() => parts.id),
    partCode: words('part_code'),
    partName: words('part_name'),
    serial: words('serial'),
    productionOn: day('production_on'),
    qty: integer('qty').notNull(),
    isMain: yes('is_main').notNull(),
    faultDesc: words('fault_desc'),
    faultReason: words('fault_reason'),
    preliminary: words('preliminary'),
    origin: text('origin', { enum: codesOf(origin) }).notNull(),
    removedAt: instant('removed_at'),
    labelledAt: instant('labelled_at'),
    dueOn: day('due_on'),
    storageBin: words('storage_bin'),
    exempt: text('exempt', { enum: codesOf(returnExempt) }).notNull(),
    exemptBy: integer('exempt_by'),
    borrowed: yes('borrowed').notNull(),
    manifestId: integer('manifest_id').references(() => manifests.id),
    boxNo: integer('box_no'),
    packedAt: instant('packed_at'),
    qtyReceived: integer('qty_received'),
    verdict: text('verdict', { enum: codesOf(verdict) }).notNull(),
    rejectReason: words('reject_reason'),
    verdictAt: instant('verdict_at'),
    disposal: text('disposal', { enum: codesOf(disposal) }),
    /** who bears a lost piece; null while it is not lost */
    bearer: text('bearer', { enum: codesOf(bearer) }),
    createdAt: instant('created_at').notNull(),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('returned_parts_label').on(t.labelNo),
    index('returned_parts_order').on(t.workOrderId),
    index('returned_parts_line').on(t.partLineId),
    index('returned_parts_status').on(t.status, t.dueOn),
    index('returned_parts_manifest').on(t.manifestId, t.boxNo),
    index('returned_parts_due').on(t.dueOn),
    index('returned_parts_removed').on(t.removedAt),
    index('returned_parts_bin').on(t.storageBin),
  ],
)
