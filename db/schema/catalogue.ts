import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { PolicyTerms } from '#domain/policy-terms'
import { codesOf, faultMode, limitScope, modelCategory, oldPartDuty, origin, partCategory, startRule } from '#domain/words'
import { day, fen, id, inUse, revision, words, yes } from './columns.ts'

export const manufacturers = sqliteTable(
  'manufacturers',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    shortName: words('short_name'),
    serviceDept: words('service_dept'),
    phone: words('phone'),
    address: words('address'),
    returnTemplate: text('return_template', { enum: ['F17', 'F31'] }).notNull(),
    hourRateFen: fen('hour_rate_fen').notNull(),
    /** percent, 100 = none (domain/amounts markedUpPrice) */
    partMarkup: integer('part_markup').notNull(),
    /** titles, notes, copies, signatories per form (forms/words.ts), JSON */
    words: text('words', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    active: inUse(),
    revision: revision(),
  },
  (t) => [uniqueIndex('manufacturers_code').on(t.code)],
)

export const policies = sqliteTable(
  'policies',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    basis: words('basis'),
    startRule: text('start_rule', { enum: codesOf(startRule) }).notNull(),
    deductRepairDays: yes('deduct_repair_days').notNull(),
    deductWaitDays: yes('deduct_wait_days').notNull(),
    holidayShift: yes('holiday_shift').notNull(),
    commercialUseFactor: integer('commercial_use_factor').notNull(),
    partProductionLimitMonths: integer('part_production_limit_months'),
    rules: text('rules', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    params: text('params', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    active: inUse(),
    revision: revision(),
  },
  (t) => [uniqueIndex('policies_version').on(t.manufacturerId, t.code, t.validFrom)],
)

/** Rates and terms of a policy's code, shared by its versions, for orders received from `valid_from` on (domain/policy-terms); before the first of them `policies.params`. */
export const policyTerms = sqliteTable(
  'policy_terms',
  {
    id: id(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    code: text('code').notNull(),
    validFrom: day('valid_from').notNull(),
    terms: text('terms', { mode: 'json' }).$type<PolicyTerms>().notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('policy_terms_start').on(t.manufacturerId, t.code, t.validFrom)],
)

export const policyLimits = sqliteTable(
  'policy_limits',
  {
    id: id(),
    policyId: integer('policy_id')
      .notNull()
      .references(() => policies.id),
    scope: text('scope', { enum: codesOf(limitScope) }).notNull(),
    scopeRef: words('scope_ref'),
    months: integer('months'),
    km: integer('km'),
    exclude: yes('exclude').notNull(),
    note: words('note'),
  },
  (t) => [index('policy_limits_policy').on(t.policyId)],
)

export const models = sqliteTable(
  'models',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    category: text('category', { enum: codesOf(modelCategory) }).notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    policyId: integer('policy_id').references(() => policies.id),
    usesVin: yes('uses_vin').notNull(),
    usesMileage: yes('uses_mileage').notNull(),
    /** pattern of the whole frame or serial number where it is no VIN (V-04, V-05); '' = the customary form */
    serialRule: words('serial_rule'),
    pinyin: words('pinyin'),
    active: yes('active').notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('models_code').on(t.manufacturerId, t.code)],
)

export const parts = sqliteTable(
  'parts',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    unit: words('unit'),
    spec: words('spec'),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    supplierName: words('supplier_name'),
    supplierCode: words('supplier_code'),
    origin: text('origin', { enum: codesOf(origin) }).notNull(),
    priceFen: fen('price_fen').notNull(),
    retailPriceFen: fen('retail_price_fen').notNull(),
    category: text('category', { enum: codesOf(partCategory) }).notNull(),
    warrantyMonths: integer('warranty_months'),
    warrantyKm: integer('warranty_km'),
    assembly: words('assembly'),
    isEngine: yes('is_engine').notNull(),
    serialControlled: yes('serial_controlled').notNull(),
    oldPartReturn: text('old_part_return', { enum: codesOf(oldPartDuty) }).notNull(),
    pinyin: words('pinyin'),
    active: yes('active').notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('parts_code').on(t.manufacturerId, t.code), index('parts_name').on(t.name), index('parts_category').on(t.category)],
)

/** Prices of a maker's price lists with their days; on other days the part's own prices apply (domain/part-price). */
export const partPrices = sqliteTable(
  'part_prices',
  {
    id: id(),
    partId: integer('part_id')
      .notNull()
      .references(() => parts.id),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    priceFen: fen('price_fen').notNull(),
    /** null = the part's own */ retailPriceFen: fen('retail_price_fen'),
    source: words('source'),
    revision: revision(),
  },
  (t) => [uniqueIndex('part_prices_start').on(t.partId, t.validFrom)],
)

export const labourCodes = sqliteTable(
  'labour_codes',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    /** 1/100 h */
    hours: integer('hours').notNull(),
    system: words('system'),
    pinyin: words('pinyin'),
    active: yes('active').notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('labour_codes_code').on(t.manufacturerId, t.code)],
)

export const faultCodes = sqliteTable(
  'fault_codes',
  {
    id: id(),
    code: text('code').notNull(),
    manufacturerId: integer('manufacturer_id')
      .notNull()
      .references(() => manufacturers.id),
    system: words('system'),
    assembly: words('assembly'),
    part: words('part'),
    mode: text('mode', { enum: codesOf(faultMode) }).notNull(),
    text: words('text'),
    cause: words('cause'),
    method: words('method'),
    pinyin: words('pinyin'),
    active: yes('active').notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('fault_codes_code').on(t.manufacturerId, t.code)],
)
