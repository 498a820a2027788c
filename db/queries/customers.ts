import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { CustomerText } from '#domain/customer'
import type { Instant } from '#domain/dates'
import { customerListFields } from '#domain/list-fields'
import type { CustomerKind } from '#domain/words'
import { deleteUnchanged } from '../delete-unchanged.ts'
import { defineList } from '../list.ts'
import { own, reckoned } from '../list-condition.ts'
import { contains, startsWith, withoutSigns } from '../page.ts'
import { prepared, preparedInsert } from '../prepared.ts'
import { preparedSearchIndex } from '../search-index.ts'
import { customers } from '../schema/index.ts'
import { initialsToken, pinyinInitials, searchForm, searchQuestion, tokensOf } from '../search.ts'
import type { Reader, Tx } from '../types.ts'

export type CustomerFields = CustomerText
export type CustomerRow = CustomerFields & {
  readonly id: number
  readonly revision: number
  readonly unitCount: number
  readonly orderCount: number
  readonly lastOrderAt: Instant | null
}

// written out: drizzle drops the table names of a select from one table, and `id` would then be the unit's own
const unitsOf = sql<number>`(SELECT count(*) FROM units WHERE units.owner_id = customers.id)`
const customerColumns = {
  id: customers.id,
  revision: customers.revision,
  name: customers.name,
  kind: customers.kind,
  phone: customers.phone,
  phone2: customers.phone2,
  contactName: customers.contactName,
  address: customers.address,
  note: customers.note,
  orderCount: customers.orderCount,
  lastOrderAt: customers.lastOrderAt,
  unitCount: unitsOf,
}

const customerById = prepared((db) =>
  db
    .select(customerColumns)
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
)
const customerTwins = prepared((db) =>
  db
    .select(customerColumns)
    .from(customers)
    .where(and(eq(customers.phone, sql.placeholder('phone')), eq(customers.name, sql.placeholder('name'))))
    .prepare(),
)

export function findCustomer(db: Reader, id: number): CustomerRow | undefined {
  return customerById(db).get({ id })
}

export function listCustomersById(db: Reader, ids: readonly number[]): CustomerRow[] {
  return ids.length === 0
    ? []
    : db
        .select(customerColumns)
        .from(customers)
        .where(inArray(customers.id, [...ids]))
        .all()
}

/** Same phone and same name: probably the same person (domain.md §2.4, a hint). */
export function findCustomerTwin(
  db: Reader,
  { name, phone }: { name: string; phone: string },
  exceptId: number | null,
): CustomerRow | undefined {
  if (phone === '') return undefined
  const twins = customerTwins(db).all({ phone, name })
  return twins.find((twin) => twin.id !== exceptId)
}

export type CustomerFilter = { readonly kind: CustomerKind | null }

function where(text: string, { kind }: CustomerFilter): SQL | undefined {
  const word = searchForm(text)
  const question = searchQuestion(text)
  return and(
    kind === null ? undefined : eq(customers.kind, kind),
    question === null ? undefined : sql`${customers.id} IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ${question})`,
    text.trim() === ''
      ? undefined
      : word === ''
        ? contains(customers.name, text.trim())
        : or(
            contains(customers.name, word),
            startsWith(customers.pinyin, word),
            contains(withoutSigns(customers.phone), word),
            contains(withoutSigns(customers.phone2), word),
            contains(customers.name, text.trim()),
          ),
  )
}

const c = customers
const indexed = { indexed: true }

export const customerList = defineList({
  name: 'customers',
  table: c,
  kinds: customerListFields,
  rows: listCustomersById,
  sums: {},
  columns: {
    name: own(c.name, indexed),
    phone: own(c.phone, indexed),
    kind: own(c.kind),
    contactName: own(c.contactName),
    phone2: own(c.phone2),
    address: own(c.address),
    unitCount: reckoned(unitsOf),
    orderCount: own(c.orderCount, indexed),
    lastOrderAt: own(c.lastOrderAt, indexed),
  },
  where: (_, filter: CustomerFilter, text) => where(text, filter),
})

const insertRow = preparedInsert(customers)
const searchIndex = preparedSearchIndex('customer_search')

/** The id of the new customer; its words go into the search index. */
export function insertCustomer(tx: Tx, fields: CustomerFields, now: Instant): number {
  const pinyin = pinyinInitials(fields.name)
  const id = insertRow(tx, { ...columnsOf(fields), pinyin, createdAt: now })
  searchIndex.insert(tx, id, wordsOf(fields, pinyin))
  return id
}

/** False when another seat was faster. */
export function updateCustomer(tx: Tx, id: number, revision: number, fields: CustomerFields): boolean {
  const pinyin = pinyinInitials(fields.name)
  const changed =
    tx
      .update(customers)
      .set({ ...columnsOf(fields), pinyin, revision: revision + 1 })
      .where(and(eq(customers.id, id), eq(customers.revision, revision)))
      .run().changes === 1
  if (changed) searchIndex.update(tx, id, wordsOf(fields, pinyin))
  return changed
}

const countOrder = prepared((db) =>
  db
    .update(customers)
    .set({
      orderCount: sql`${customers.orderCount} + 1`,
      lastOrderAt: sql`max(coalesce(${customers.lastOrderAt}, ''), ${sql.placeholder('at')})`,
    })
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
)

/** Counts a new order of the customer. */
export function touchCustomerOrder(tx: Tx, customerId: number, at: Instant): void {
  countOrder(tx).run({ id: customerId, at })
}

export type CustomerSums = { readonly orderCount: number; readonly lastOrderAt: Instant | null; readonly createdAt: Instant }

/** What two records of one person say together, written over one of them. False when another seat was faster. */
export function writeMergedCustomer(tx: Tx, id: number, revision: number, fields: CustomerFields, sums: CustomerSums): boolean {
  return updateCustomer(tx, id, revision, fields) && tx.update(customers).set(sums).where(eq(customers.id, id)).run().changes === 1
}

/** Only when nothing belongs to the customer any more; the foreign keys refuse it otherwise. False when another seat was faster. */
export function deleteCustomer(tx: Tx, id: number, revision: number): boolean {
  tx.run(sql`DELETE FROM customer_search WHERE rowid = ${id}`)
  return deleteUnchanged(tx, customers, id, revision)
}

export function findCustomerSince(db: Reader, id: number): Instant | undefined {
  return db.select({ at: customers.createdAt }).from(customers).where(eq(customers.id, id)).get()?.at
}

/** Callers may hand over more than the columns (a form's ticks), so each is named. */
function columnsOf({ name, kind, phone, phone2, contactName, address, note }: CustomerFields): CustomerFields {
  return { name, kind, phone, phone2, contactName, address, note }
}

function wordsOf({ name, phone, phone2, contactName }: CustomerFields, pinyin: string): string {
  return [...new Set([name, contactName, phone, phone2].flatMap(tokensOf)), ...initialsToken(pinyin)].join(' ')
}
