import { and, or, sql, type SQL } from 'drizzle-orm'
import { idList } from '../id-list.ts'
import { contains, startsWith, withoutSigns } from '../page.ts'
import { customers, units, workOrders } from '../schema/index.ts'
import { literalLike, searchForm, searchQuestion } from '../search.ts'
import type { Reader } from '../types.ts'

/** More people or vehicles than this under a word: the orders are walked in the grid's order instead, where hits come soon. */
const few = 1500
/** The tail of a number is looked for among so many newest orders. */
const recentOrders = 20_000

/** `show` the next rows of a grid; `count` all of them. */
type Purpose = 'show' | 'count'

/**
 * Narrows orders to what a person typed: number of the order or voucher; name, phone, initials; plate, frame or engine
 * number. Several words must all fit. People and vehicles are indexed, orders are not: there are a third as many
 * (performance.md §2.4).
 */
export function ordersFound(db: Reader, text: string, purpose: Purpose): SQL | undefined {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => searchForm(word) !== '')
    .map((word) => hitsOf(db, word))
  // one narrow word leaves few rows, on which the wide ones are quickly tried
  const walks = purpose === 'show' || words.some((word) => word.owners === 'few')
  return and(
    ...words.map(({ typed, owners, ids, question }) => {
      if (question === null) return byNumber(typed) ?? sql`0`
      if (owners === 'few') return or(byOwners(typed, idList(ids.people), idList(ids.vehicles)), byNumber(typed))
      return or(
        walks ? byWalking(typed) : byOwners(typed, allOf(sql`customer_search`, question), allOf(sql`unit_search`, question)),
        byNumber(typed),
      )
    }),
  )
}

type Hits = {
  readonly typed: string
  readonly question: string | null
  readonly owners: 'few' | 'many'
  readonly ids: { readonly people: number[]; readonly vehicles: number[] }
}

function hitsOf(db: Reader, typed: string): Hits {
  const question = searchQuestion(typed)
  if (question === null) return { typed, question, owners: 'few', ids: { people: [], vehicles: [] } }
  const ids = { people: idsOf(db, sql`customer_search`, question), vehicles: idsOf(db, sql`unit_search`, question) }
  return isFew(ids) ? { typed, question, ids, owners: 'few' } : narrowed(db, typed, question, ids)
}

function isFew({ people, vehicles }: Hits['ids']): boolean {
  return people.length <= few && vehicles.length <= few
}

/** Pieces may be common and the whole word rare: walking all orders for it would take seconds, so its owners are looked at first. */
function narrowed(db: Reader, typed: string, question: string, ids: Hits['ids']): Hits {
  const whole = (table: SQL, pieces: SQL, has: SQL | undefined) =>
    db.all<{ id: number }>(sql`SELECT id FROM ${table} WHERE id IN ${pieces} AND ${has} LIMIT ${few + 1}`).map(({ id }) => id)
  const found = {
    people: ids.people.length > few ? whole(sql`${customers}`, allOf(sql`customer_search`, question), ofPerson(typed)) : ids.people,
    vehicles: ids.vehicles.length > few ? whole(sql`${units}`, allOf(sql`unit_search`, question), ofVehicle(typed)) : ids.vehicles,
  }
  return { typed, question, ids: found, owners: isFew(found) ? 'few' : 'many' }
}

function allOf(table: SQL, question: string): SQL {
  return sql`(SELECT rowid FROM ${table} WHERE ${table} MATCH ${question})`
}

function idsOf(db: Reader, table: SQL, question: string): number[] {
  return db.all<{ id: number }>(sql`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ${question} LIMIT ${few + 1}`).map(({ id }) => id)
}

function ofPerson(typed: string): SQL | undefined {
  const word = searchForm(typed)
  return or(
    contains(customers.name, word),
    contains(customers.contactName, word),
    startsWith(customers.pinyin, word),
    contains(customers.phone, word),
    contains(customers.phone2, word),
  )
}

/** A model's name may have signs of its own (飞燕·110), so it is compared as typed too. */
function ofVehicle(typed: string): SQL | undefined {
  const word = searchForm(typed)
  return or(
    contains(withoutSigns(units.frameNo), word),
    contains(units.plateNo, word),
    contains(withoutSigns(units.engineNo), word),
    contains(units.modelName, word),
    contains(units.modelName, typed),
  )
}

/** The index finds pieces; whoever has them must have the whole word too. */
function byOwners(typed: string, people: SQL, vehicles: SQL): SQL {
  const named = sql`(SELECT ${customers.id} FROM ${customers} WHERE ${customers.id} IN ${people} AND ${ofPerson(typed)})`
  const found = sql`(SELECT ${units.id} FROM ${units} WHERE ${units.id} IN ${vehicles} AND ${ofVehicle(typed)})`
  return sql`${workOrders.id} IN (SELECT id FROM work_orders WHERE customer_id IN ${named} UNION SELECT id FROM work_orders WHERE unit_id IN ${found})`
}

/** Row by row in the order of the grid: a block is full soon, since hits are many. */
function byWalking(typed: string): SQL {
  return sql`(EXISTS (SELECT 1 FROM ${customers} WHERE ${customers.id} = ${workOrders.customerId} AND ${ofPerson(typed)}) OR EXISTS (SELECT 1 FROM ${units} WHERE ${units.id} = ${workOrders.unitId} AND ${ofVehicle(typed)}))`
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
