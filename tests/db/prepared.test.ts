import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepared, preparedUpdate } from '#db/prepared'
import { workOrderParts, workOrders } from '#db/schema/index'
import { builders } from '#tests/support/builders'
import { openTestHost, type TestHost } from '#tests/support/host'

let station: TestHost
let id: number

beforeAll(async () => {
  station = await openTestHost()
  ;({ id } = await builders(station).anOrder({ content: { exclusions: ['manMade'], mileage: null } }))
})
afterAll(() => station.close())

const orderById = prepared((db) =>
  db
    .select()
    .from(workOrders)
    .where(eq(workOrders.id, sql.placeholder('id')))
    .prepare(),
)
const linesWithOrder = prepared((db) => ({
  flat: db
    .select({
      no: workOrders.no,
      name: workOrderParts.partName,
      isMain: workOrderParts.isMain,
      pieces: sql<number>`${workOrderParts.qty} * 2`,
    })
    .from(workOrderParts)
    .innerJoin(workOrders, eq(workOrders.id, workOrderParts.workOrderId))
    .where(eq(workOrders.id, sql.placeholder('id')))
    .prepare(),
  nested: db
    .select({ order: workOrders, line: workOrderParts })
    .from(workOrderParts)
    .innerJoin(workOrders, eq(workOrders.id, workOrderParts.workOrderId))
    .where(eq(workOrders.id, sql.placeholder('id')))
    .prepare(),
}))
const change = preparedUpdate(workOrders)

test('a prepared query answers as the plain one does, with lists, yes/no and nothing in it', () => {
  const db = station.db()
  const plain = db.select().from(workOrders).where(eq(workOrders.id, id)).get()
  expect(orderById(db).get({ id })).toEqual(plain)
  expect(plain).toMatchObject({ exclusions: ['manMade'], mileage: null, userSigned: false })
  expect([orderById(db).get({ id: 0 }), orderById(db).all({ id: 0 })]).toEqual([undefined, []])
})

test('joined rows come flat or by table', () => {
  const { flat, nested } = linesWithOrder(station.db())
  const [row] = nested.all({ id })
  expect(flat.all({ id })).toEqual([{ no: row?.order.no, name: '点火线圈总成', isMain: true, pieces: 2 }])
  expect(row?.line).toMatchObject({ partName: '点火线圈总成', workOrderId: id })
})

test('a value that is not given is refused', () => {
  expect(() => orderById(station.db()).get({})).toThrow('"id"')
})

test('an update counts the revision up once, takes nothing, lists and expressions, and leaves other revisions alone', () => {
  station.db().transaction((tx) => {
    const { revision = 0 } = orderById(tx).get({ id }) ?? {}
    const done = [
      change(tx, id, revision, { exclusions: [], finishedAt: null, note: '改过', mileage: 5, oemNo: undefined }),
      change(tx, id, revision, { note: '旧的' }),
      change(tx, id, revision + 1, { mileage: sql`${workOrders.mileage} + 1` }),
      change(tx, id, revision + 2, { userSigned: true }),
    ]
    expect(done).toEqual([true, false, true, true])
    expect(orderById(tx).get({ id })).toMatchObject({
      revision: revision + 3,
      exclusions: [],
      finishedAt: null,
      note: '改过',
      mileage: 6,
      userSigned: true,
    })
  })
})
