import type { AppContract } from '#contract/index'
import type { OutputOf, ParsedInputOf } from '#contract/define'
import { findCustomer } from '#db/queries/customers'
import { listIdsSharing, listSharedPhones, listSharedUnitNumbers, type DoubleGroup } from '#db/queries/merges'
import { findUnit } from '#db/queries/units'
import type { Reader } from '#db/types'
import { noPlates } from '#domain/identity'
import { areTwoVehicles } from '#domain/merge'
import { missing, type QueryContext } from './define.ts'
import { customerCard } from './customers-merge.ts'
import { unitCard } from './customers-merge-units.ts'

type Pair = OutputOf<AppContract['customers']['doubles']>[number]
type Asked = ParsedInputOf<AppContract['customers']['doubles']>

/** One telephone of a dealer may stand on hundreds of customers: the first few tell enough. */
const mostAlike = 12
const tailLength = 6

/** Records that may be one person (same telephone) or one vehicle (same plate, engine number or frame tail). */
export function findDoubles({ db }: QueryContext, { of, id, limit }: Asked): Pair[] {
  const groups = id === null ? sharedValues(db, of, limit) : valuesOf(db, of, id)
  const pairs = groups.flatMap((group) =>
    pairsOf(listIdsSharing(db, group, mostAlike), id).flatMap(([one, other]) => pairOn(db, of, group, one, other)),
  )
  return [...new Map(pairs.toReversed().map((pair) => [`${pair.one.id}-${pair.other.id}`, pair])).values()].toReversed().slice(0, limit)
}

function sharedValues(db: Reader, of: Asked['of'], limit: number): DoubleGroup[] {
  return of === 'customer' ? listSharedPhones(db, limit) : listSharedUnitNumbers(db, limit)
}

function valuesOf(db: Reader, of: Asked['of'], id: number): DoubleGroup[] {
  if (of === 'customer') {
    const { phone, phone2 } = findCustomer(db, id) ?? missing('用户')
    return [phone, phone2].filter((value) => value !== '').map((value) => ({ by: 'phone', value }))
  }
  const { plateNo, engineNo, frameNo } = findUnit(db, id) ?? missing('车辆')
  const values: DoubleGroup[] = [
    { by: 'plate', value: noPlates.includes(plateNo) ? '' : plateNo },
    { by: 'engine', value: engineNo },
    { by: 'frameTail', value: frameNo.slice(-tailLength) },
  ]
  return values.filter(({ value }) => value !== '')
}

/** Each record with every later one, or the one asked for with every other. */
function pairsOf(ids: readonly number[], asked: number | null): [number, number][] {
  if (asked !== null) return ids.filter((id) => id !== asked).map((id) => [asked, id])
  return ids.flatMap((id, index) => ids.slice(index + 1).map((other): [number, number] => [id, other]))
}

function pairOn(db: Reader, of: Asked['of'], { by, value }: DoubleGroup, id: number, otherId: number): Pair[] {
  if (of === 'customer') {
    const [one, other] = [findCustomer(db, id), findCustomer(db, otherId)]
    return one && other ? [{ by, value, one: customerCard(one), other: customerCard(other) }] : []
  }
  const [one, other] = [findUnit(db, id), findUnit(db, otherId)]
  if (!one || !other || one.manufacturerId !== other.manufacturerId || areTwoVehicles(one.frameNo, other.frameNo)) return []
  return [{ by, value, one: unitCard(db, one), other: unitCard(db, other) }]
}
