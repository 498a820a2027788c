import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { unitListFields } from '#domain/list-fields'
import { defineList } from '../list.ts'
import { own, through } from '../list-condition.ts'
import { contains, withoutSigns } from '../page.ts'
import { customers, units } from '../schema/index.ts'
import { searchForm, searchQuestion } from '../search.ts'
import { listUnitsById } from './units.ts'

export type UnitFilter = { readonly manufacturerId: number | null }

function where(text: string, { manufacturerId }: UnitFilter): SQL | undefined {
  const word = searchForm(text)
  const question = searchQuestion(text)
  return and(
    manufacturerId === null ? undefined : eq(units.manufacturerId, manufacturerId),
    question === null ? undefined : sql`${units.id} IN (SELECT rowid FROM unit_search WHERE unit_search MATCH ${question})`,
    text.trim() === ''
      ? undefined
      : word === ''
        ? contains(units.modelName, text.trim())
        : or(
            contains(withoutSigns(units.frameNo), word),
            contains(units.plateNo, word),
            contains(withoutSigns(units.engineNo), word),
            contains(units.modelName, word),
            contains(units.modelName, text.trim()),
          ),
  )
}

const u = units
const indexed = { indexed: true }

export const unitList = defineList({
  name: 'units',
  table: u,
  kinds: unitListFields,
  rows: listUnitsById,
  sums: {},
  columns: {
    frameNo: own(u.frameNo, indexed),
    plateNo: own(u.plateNo, indexed),
    modelName: own(u.modelName, indexed),
    ownerName: through(u.ownerId, customers, own(customers.name, { indexed: true })),
    ownerPhone: through(u.ownerId, customers, own(customers.phone, { indexed: true })),
    engineNo: own(u.engineNo, indexed),
    color: own(u.color),
    manufacturedOn: own(u.manufacturedOn),
    purchasedOn: own(u.purchasedOn, indexed),
    usage: own(u.usage),
    lastMileage: own(u.lastMileage),
    invoiceNo: own(u.invoiceNo),
    warrantyCardNo: own(u.warrantyCardNo),
    sellerName: own(u.sellerName),
  },
  where: (_, filter: UnitFilter, text) => where(text, filter),
})
