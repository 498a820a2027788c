import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  channel,
  chargeMode,
  codesOf,
  eligibility,
  faultMode,
  nature,
  repairType,
  responsibility,
  severity,
  solution,
  supplyMode,
  urgency,
  workOrderStatus,
  type AttachmentKind,
  type Exclusion,
} from '#domain/words'
import { faultCodes, manufacturers, parts } from './catalogue.ts'
import { day, fen, id, instant, revision, words, yes } from './columns.ts'
import { customers, units } from './customers.ts'
import { technicians, users } from './station.ts'

export const workOrders = sqliteTable(
  'work_orders',
  {
    id: id(),
    no: text('no').notNull(),
    status: text('status', { enum: codesOf(workOrderStatus) }).notNull(),
    voucherNo: words('voucher_no'),
    oemNo: words('oem_no'),
    /** key of the imported ledger line; null for orders typed here */
    ledgerNo: text('ledger_no'),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customers.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    channel: text('channel', { enum: codesOf(channel) }).notNull(),
    urgency: text('urgency', { enum: codesOf(urgency) }).notNull(),
    repairType: text('repair_type', { enum: codesOf(repairType) }).notNull(),
    nature: text('nature', { enum: codesOf(nature) }).notNull(),
    solution: text('solution', { enum: codesOf(solution) }).notNull(),
    senderName: words('sender_name'),
    senderPhone: words('sender_phone'),
    reportedAt: instant('reported_at').notNull(),
    handedAt: instant('handed_at'),
    contactedAt: instant('contacted_at'),
    expectedAt: instant('expected_at'),
    receivedAt: instant('received_at'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    inspectedAt: instant('inspected_at'),
    deliveredAt: instant('delivered_at'),
    calledBackAt: instant('called_back_at'),
    closedAt: instant('closed_at'),
    /** month of 完工 in the shop's time, `2026-11`; the claim period */
    finishedMonth: text('finished_month'),
    /** km as read at intake */
    mileage: integer('mileage'),
    customerStatement: words('customer_statement'),
    checkResult: words('check_result'),
    faultReason: words('fault_reason'),
    repairMethod: words('repair_method'),
    faultCodeId: integer('fault_code_id').references(() => faultCodes.id),
    responsibility: text('responsibility', { enum: codesOf(responsibility) }).notNull(),
    severity: text('severity', { enum: codesOf(severity) })
      .notNull()
      .default('ordinary'),
    exclusions: text('exclusions', { mode: 'json' }).$type<Exclusion[]>().notNull(),
    approvalNo: words('approval_no'),
    eligibility: text('eligibility', { enum: codesOf(eligibility) }).notNull(),
    overrideBy: integer('override_by').references(() => users.id),
    overrideAt: instant('override_at'),
    technicianId: integer('technician_id').references(() => technicians.id),
    technicianName: words('technician_name'),
    inspectorId: integer('inspector_id').references(() => users.id),
    receptionistId: integer('receptionist_id').references(() => users.id),
    repeatOfId: integer('repeat_of_id'),
    userSigned: yes('user_signed').notNull(),
    billPaid: yes('bill_paid').notNull(),
    userOpinion: words('user_opinion'),
    note: words('note'),
    partsFen: fen('parts_fen').notNull(),
    labourFen: fen('labour_fen').notNull(),
    outingFen: fen('outing_fen').notNull(),
    otherFen: fen('other_fen').notNull(),
    totalFen: fen('total_fen').notNull(),
    claimTotalFen: fen('claim_total_fen').notNull(),
    payableFen: fen('payable_fen').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: integer('created_by'),
    updatedAt: instant('updated_at').notNull(),
    revision: revision(),
  },
  (t) => [
    uniqueIndex('work_orders_no').on(t.no),
    uniqueIndex('work_orders_ledger').on(t.ledgerNo),
    index('work_orders_status').on(t.status, t.reportedAt),
    index('work_orders_reported').on(t.reportedAt),
    index('work_orders_received').on(t.receivedAt),
    index('work_orders_finished').on(t.finishedAt),
    index('work_orders_unit').on(t.unitId),
    index('work_orders_customer').on(t.customerId),
    index('work_orders_month').on(t.manufacturerId, t.finishedMonth),
    index('work_orders_total').on(t.totalFen),
    index('work_orders_claim_total').on(t.claimTotalFen),
    index('work_orders_nature').on(t.nature, t.reportedAt, t.status),
    index('work_orders_technician').on(t.technicianId, t.reportedAt, t.nature, t.status),
    index('work_orders_voucher').on(t.voucherNo),
    // the desk asks for repaired orders without a claim at every opening; the index holds all it reads
    index('work_orders_claimable').on(t.status, t.claimTotalFen, t.finishedMonth),
  ],
)

export const workOrderParts = sqliteTable(
  'work_order_parts',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    position: integer('position').notNull(),
    partId: integer('part_id').references(() => parts.id),
    partCode: words('part_code'),
    partName: words('part_name'),
    unit: words('unit'),
    qty: integer('qty').notNull(),
    priceFen: fen('price_fen').notNull(),
    chargeMode: text('charge_mode', { enum: codesOf(chargeMode) }).notNull(),
    supplyMode: text('supply_mode', { enum: codesOf(supplyMode) }).notNull(),
    faultMode: text('fault_mode', { enum: codesOf(faultMode) }),
    oldPartRequired: yes('old_part_required').notNull(),
    oldPartCode: words('old_part_code'),
    isMain: yes('is_main').notNull(),
    newSerial: words('new_serial'),
    oldSerial: words('old_serial'),
    note: words('note'),
  },
  (t) => [index('work_order_parts_order').on(t.workOrderId), index('work_order_parts_part').on(t.partId)],
)

export const workOrderLabour = sqliteTable(
  'work_order_labour',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    position: integer('position').notNull(),
    labourCode: words('labour_code'),
    labourName: words('labour_name'),
    hours: integer('hours').notNull(),
    rateFen: fen('rate_fen').notNull(),
    chargeMode: text('charge_mode', { enum: codesOf(chargeMode) }).notNull(),
    technicianId: integer('technician_id').references(() => technicians.id),
  },
  (t) => [index('work_order_labour_order').on(t.workOrderId)],
)

export const workOrderOutings = sqliteTable(
  'work_order_outings',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    position: integer('position').notNull(),
    place: words('place'),
    oneWayKm: integer('one_way_km').notNull(),
    drivenKm: integer('driven_km').notNull(),
    people: integer('people').notNull(),
    days: integer('days').notNull(),
    nights: integer('nights').notNull(),
    faresFen: fen('fares_fen').notNull(),
    lodgingFen: fen('lodging_fen'),
    mealFen: fen('meal_fen'),
    noReceiptApproved: yes('no_receipt_approved').notNull(),
    note: words('note'),
    chargeMode: text('charge_mode', { enum: codesOf(chargeMode) })
      .notNull()
      .default('warranty'),
  },
  (t) => [index('work_order_outings_order').on(t.workOrderId)],
)

export const workOrderFees = sqliteTable(
  'work_order_fees',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    position: integer('position').notNull(),
    kind: words('kind'),
    amountFen: fen('amount_fen').notNull(),
    chargeMode: text('charge_mode', { enum: codesOf(chargeMode) }).notNull(),
    note: words('note'),
  },
  (t) => [index('work_order_fees_order').on(t.workOrderId)],
)

/** 待件 spans: deducted from the term by §4.4.4 */
export const workOrderWaits = sqliteTable(
  'work_order_waits',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    from: instant('from').notNull(),
    to: instant('to'),
  },
  (t) => [index('work_order_waits_order').on(t.workOrderId)],
)

export const attachments = sqliteTable(
  'attachments',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    name: text('name').notNull(),
    kind: words('kind').$type<AttachmentKind>(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: integer('added_by'),
    takenOn: day('taken_on'),
    /** quarter turns clockwise by which a picture is shown; its bytes stay as they came */
    turns: integer('turns').notNull().default(0),
    /** sha256 of its small picture; '' when there is none */
    thumb: words('thumb'),
  },
  (t) => [index('attachments_order').on(t.workOrderId)],
)

/** What saves changed, field by field, as JSON of domain/order-changes.ts: who wrote what over what. */
export const workOrderChanges = sqliteTable(
  'work_order_changes',
  {
    id: id(),
    workOrderId: integer('work_order_id')
      .notNull()
      .references(() => workOrders.id),
    at: instant('at').notNull(),
    userId: integer('user_id'),
    changes: text('changes').notNull(),
  },
  (t) => [index('work_order_changes_order').on(t.workOrderId)],
)
