import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { codesOf, role, stationKind } from '#domain/words'
import { day, id, instant, inUse, revision, words, yes } from './columns.ts'

/** One row: this station. */
export const stations = sqliteTable('stations', {
  id: id(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  stampName: words('stamp_name'),
  contact: words('contact'),
  phone: words('phone'),
  address: words('address'),
  warrantyClerk: words('warranty_clerk'),
  warrantyClerkPhone: words('warranty_clerk_phone'),
  bank: words('bank'),
  account: words('account'),
  taxNo: words('tax_no'),
  kind: text('kind', { enum: codesOf(stationKind) })
    .notNull()
    .default('authorised'),
  demo: yes('demo').notNull(),
  createdAt: instant('created_at').notNull(),
  revision: revision(),
})

/** 网点: sub-stations where technicians sit (domain.md §2.2). */
export const outlets = sqliteTable(
  'outlets',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    contact: words('contact'),
    phone: words('phone'),
    address: words('address'),
    active: inUse(),
    revision: revision(),
  },
  (t) => [uniqueIndex('outlets_code').on(t.code)],
)

export const technicians = sqliteTable(
  'technicians',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    grade: words('grade'),
    teamName: words('team_name'),
    certNo: words('cert_no'),
    certExpiresOn: day('cert_expires_on'),
    phone: words('phone'),
    outletId: integer('outlet_id').references(() => outlets.id),
    active: yes('active').notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('technicians_code').on(t.code)],
)

export const users = sqliteTable(
  'users',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: codesOf(role) }).notNull(),
    technicianId: integer('technician_id').references(() => technicians.id),
    pinHash: text('pin_hash').notNull(),
    /** only in a demo station, where the tiles show it */
    samplePin: text('sample_pin'),
    active: yes('active').notNull(),
    revision: revision(),
  },
  (t) => [uniqueIndex('users_code').on(t.code)],
)

export const preferences = sqliteTable(
  'preferences',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] })],
)

/** Station-wide settings by key; values are JSON. */
export const settings = sqliteTable('settings', { key: text('key').primaryKey(), value: text('value').notNull() })

/** The pattern of each numbered thing; locked once a number was taken. */
export const numberPatterns = sqliteTable('number_patterns', {
  form: text('form').primaryKey(),
  pattern: text('pattern').notNull(),
  lockedAt: instant('locked_at'),
})

export const numberSequences = sqliteTable(
  'number_sequences',
  {
    form: text('form').notNull(),
    period: text('period').notNull(),
    last: integer('last').notNull(),
    /** numbers up to here were given before the program was: on paper, or in another program */
    opening: integer('opening').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.form, t.period] })],
)

/** Audit trail and exactly-once in one table: a repeated call id answers with the stored output. */
export const commandLog = sqliteTable('command_log', {
  callId: text('call_id').primaryKey(),
  name: text('name').notNull(),
  userId: integer('user_id'),
  seat: text('seat').notNull(),
  at: instant('at').notNull(),
  input: text('input').notNull(),
  output: text('output').notNull(),
})

/** One person may type on one record at two seats; neither overwrites the other. */
export const drafts = sqliteTable(
  'drafts',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    seat: words('seat'),
    title: words('title'),
    content: text('content').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key, t.seat] }), index('drafts_key').on(t.key)],
)

export const holidays = sqliteTable('holidays', {
  /** the day as a number, 20261001: lists know their rows by an id */
  id: integer('id')
    .notNull()
    .generatedAlwaysAs(sql`(CAST(replace("day", '-', '') AS INTEGER))`, { mode: 'virtual' }),
  day: day('day').primaryKey(),
  working: yes('working').notNull(),
  note: words('note'),
  revision: revision(),
})

export const importRuns = sqliteTable('import_runs', {
  id: id(),
  kind: text('kind').notNull(),
  file: words('file'),
  at: instant('at').notNull(),
  userId: integer('user_id'),
  read: integer('read').notNull(),
  created: integer('created').notNull(),
  updated: integer('updated').notNull(),
  rejected: integer('rejected').notNull(),
  sha256: words('sha256'),
})
