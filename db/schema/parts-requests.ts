import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { agreedVia, codesOf, requestKind, requestStatus } from '#domain/words'
import { manufacturers, parts } from './catalogue.ts'
import { day, fen, id, instant, revision, words } from './columns.ts'
import { workOrderParts, workOrders } from './work-orders.ts'

export const partsRequests = sqliteTable(
  'parts_requests',
  {
    /** null until 已发出 (settled.md 14) */
    id: id(),
    no: text('no'),
    kind: text('kind', { enum: codesOf(requestKind) }).notNull(),
    status: text('status', { enum: codesOf(requestStatus) }).notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    workOrderId: integer('work_order_id').references(() => workOrders.id),
    agreedBy: words('agreed_by'),
    agreedAt: instant('agreed_at'),
    agreedVia: text('agreed_via', { enum: codesOf(agreedVia) }),
    receiver: words('receiver'),
    receiverPhone: words('receiver_phone'),
    shipTo: words('ship_to'),
    neededOn: day('needed_on'),
    shipMethod: words('ship_method'),
    waybillNo: words('waybill_no'),
    note: words('note'),
    sentAt: instant('sent_at'),
    shippedAt: instant('shipped_at'),
    arrivedAt: instant('arrived_at'),
    fittedAt: instant('fitted_at'),
    oldPartDueOn: day('old_part_due_on'),
    chargedFen: fen('charged_fen').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by'),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('parts_requests_no').on(t.no),
    index('parts_requests_order').on(t.workOrderId),
    index('parts_requests_status').on(t.status),
    index('parts_requests_created').on(t.createdAt),
    index('parts_requests_due').on(t.oldPartDueOn),
  ],
)

export const partsRequestLines = sqliteTable(
  'parts_request_lines',
  {
    id: id(),
    requestId: integer('request_id')
      .notNull()
      .references(() => partsRequests.id),
    position: integer('position').notNull(),
    workOrderPartLineId: integer('work_order_part_line_id').references(() => workOrderParts.id),
    partId: integer('part_id').references(() => parts.id),
    partCode: words('part_code'),
    partName: words('part_name'),
    unit: words('unit'),
    qtyRequested: integer('qty_requested').notNull(),
    qtySent: integer('qty_sent').notNull(),
    qtyReceived: integer('qty_received').notNull(),
    qtyFitted: integer('qty_fitted').notNull(),
    unitPriceFen: fen('unit_price_fen').notNull(),
    note: words('note'),
  },
  (t) => [index('parts_request_lines_request').on(t.requestId), index('parts_request_lines_order_line').on(t.workOrderPartLineId)],
)
