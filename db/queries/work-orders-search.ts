import { or, sql, type SQL } from 'drizzle-orm'
import { contains, startsWith, withoutSigns } from '../page.ts'
import { customers, units, workOrders } from '../schema/index.ts'
import { literalLike, searchForm, searchQuestion } from '../search.ts'
import type { Reader } from '../types.ts'

/** More people or vehicles than this under a word: the orders are walked in the grid's order instead, where hits come soon. */
const few = 1500
/** The tail of a number is looked for among so many newest orders. */
const recentOrders = 20_000

/**
 * Narrows orders to what a person typed: number of the order, voucher or maker; name, phone, initials; plate, frame or
 * engine number. People and vehicles are indexed, orders are not: there are a third as many (performance.md §2.4).
 */
export function ordersFound(db: Reader, text: string): SQL | undefined {
  const word = searchForm(text)
  if (word === '') return undefined
  const question = searchQuestion(text)
  const people = question === null ? [] : idsOf(db, sql`customer_search`, question)
  const vehicles = question === null ? [] : idsOf(db, sql`unit_search`, question)
  if (people.length > few || vehicles.length > few) return or(byWalking(word), byNumber(text))
  return or(byIds(db, word, people, vehicles), byNumber(text))
}

function idsOf(db: Reader, table: SQL, question: string): number[] {
  return db.all<{ id: number }>(sql`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ${question} LIMIT ${few + 1}`).map(({ id }) => id)
}

const ofPerson = (word: string): SQL | undefined => or(contains(customers.name, word), contains(customers.contactName, word), startsWith(customers.pinyin, word), contains(customers.phone, word), contains(customers.phone2, word))
const ofVehicle = (word: string): SQL | undefined => or(contains(withoutSigns(units.frameNo), word), contains(units.plateNo, word), contains(withoutSigns(units.engineNo), word), contains(units.modelName, word))

/** The index finds pieces; whoever has them must have the whole word too. */
function byIds(db: Reader, word: string, people: readonly number[], vehicles: readonly number[]): SQL {
  const named = db.all<{ id: number }>(sql`SELECT id FROM ${customers} WHERE ${customers.id} IN (SELECT value FROM json_each(${JSON.stringify(people)})) AND ${ofPerson(word)}`)
  const found = db.all<{ id: number }>(sql`SELECT id FROM ${units} WHERE ${units.id} IN (SELECT value FROM json_each(${JSON.stringify(vehicles)})) AND ${ofVehicle(word)}`)
  const listed = (rows: readonly { id: number }[]) => sql`(SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`
  return sql`${workOrders.id} IN (SELECT id FROM work_orders WHERE customer_id IN ${listed(named)} UNION SELECT id FROM work_orders WHERE unit_id IN ${listed(found)})`
}

function byWalking(word: string): SQL {
  return sql`(EXISTS (SELECT 1 FROM ${customers} WHERE ${customers.id} = ${workOrders.customerId} AND ${ofPerson(word)}) OR EXISTS (SELECT 1 FROM ${units} WHERE ${units.id} = ${workOrders.unitId} AND ${ofVehicle(word)}))`
}

/** From its beginning by the index; a tail of digits among the newest orders. */
function byNumber(text: string): SQL | undefined {
  const typed = text.trim().toUpperCase()
  if (!/^[A-Z0-9—-]{3,}$/.test(typed)) return undefined
  const range = (column: SQL) => sql`SELECT id FROM work_orders WHERE ${column} >= ${typed} AND ${column} < ${`${typed}\uFFFF`}`
  const tail = /^\d{3,}$/.test(typed)
    ? sql` UNION SELECT id FROM work_orders WHERE id > (SELECT coalesce(max(id), 0) FROM work_orders) - ${recentOrders} AND no LIKE ${`%${literalLike(typed)}`} ESCAPE '\\'`
    : sql``
  return sql`${workOrders.id} IN (${range(sql`no`)} UNION ${range(sql`voucher_no`)}${tail})`
}
