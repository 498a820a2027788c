import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { codesOf, customerKind, usage } from '#domain/words'
import { manufacturers, models } from './catalogue.ts'
import { day, id, instant, revision, words, yes } from './columns.ts'

export const customers = sqliteTable(
  'customers',
  {
    id: id(),
    name: text('name').notNull(),
    kind: text('kind', { enum: codesOf(customerKind) }).notNull(),
    phone: words('phone'),
    phone2: words('phone2'),
    contactName: words('contact_name'),
    address: words('address'),
    note: words('note'),
    pinyin: words('pinyin'),
    orderCount: integer('order_count').notNull().default(0),
    lastOrderAt: instant('last_order_at'),
    createdAt: instant('created_at').notNull(),
    revision: revision(),
  },
  (t) => [
    index('customers_name').on(t.name),
    index('customers_phone').on(t.phone),
    index('customers_last_order').on(t.lastOrderAt),
    index('customers_order_count').on(t.orderCount),
  ],
)

export const units = sqliteTable(
  'units',
  {
    id: id(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    modelId: integer('model_id').references(() => models.id),
    modelName: words('model_name'),
    ownerId: integer('owner_id')
      .notNull()
      .references(() => customers.id),
    frameNo: text('frame_no').notNull(),
    engineNo: words('engine_no'),
    plateNo: words('plate_no'),
    color: words('color'),
    manufacturedOn: day('manufactured_on'),
    purchasedOn: day('purchased_on'),
    deliveredOn: day('delivered_on'),
    invoiceNo: words('invoice_no'),
    warrantyCardNo: words('warranty_card_no'),
    sellerName: words('seller_name'),
    usage: text('usage', { enum: codesOf(usage) }).notNull(),
    /** km as read last; add `mileageOffset` for the true distance (V-10) */
    lastMileage: integer('last_mileage'),
    lastMileageOn: day('last_mileage_on'),
    mileageOffset: integer('mileage_offset').notNull().default(0),
    tamperFlag: yes('tamper_flag').notNull(),
    createdAt: instant('created_at').notNull(),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('units_frame').on(t.manufacturerId, t.frameNo),
    index('units_owner').on(t.ownerId),
    index('units_plate').on(t.plateNo),
    index('units_engine').on(t.engineNo),
    index('units_purchased').on(t.purchasedOn),
    index('units_model_name').on(t.modelName),
    index('units_frame_only').on(t.frameNo),
  ],
)

export const unitOwners = sqliteTable(
  'unit_owners',
  {
    id: id(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customers.id),
    since: day('since').notNull(),
  },
  (t) => [index('unit_owners_unit').on(t.unitId)],
)

export const odometerChanges = sqliteTable(
  'odometer_changes',
  {
    id: id(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    on: day('on').notNull(),
    oldReading: integer('old_reading').notNull(),
    newReading: integer('new_reading').notNull(),
    reason: text('reason').notNull(),
    userId: integer('user_id'),
  },
  (t) => [index('odometer_changes_unit').on(t.unitId)],
)

/** A record that was found to be another one's double. It is gone from its table; what it said stands here. */
export const recordMerges = sqliteTable(
  'record_merges',
  {
    id: id(),
    of: text('of', { enum: ['customer', 'unit'] }).notNull(),
    keptId: integer('kept_id').notNull(),
    goneId: integer('gone_id').notNull(),
    /** both records as they were, and the ids of what was moved, JSON */
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
    userId: integer('user_id'),
  },
  (t) => [index('record_merges_kept').on(t.of, t.keptId), index('record_merges_gone').on(t.of, t.goneId)],
)
