import { listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import type { Shop } from './shop.ts'

/** The pieces of an order go to the shelf and get their labels; one in hundreds is lost before. */
export function labelPieces({ call, db, random, people, samples }: Shop, workOrderId: number): void {
  const waiting = listReturnedPartsOfOrder(db(), workOrderId)
    .filter(({ status }) => status === 'toCollect' || status === 'overdue')
    .filter(({ labelNo }) => labelNo === null)
  const [first, ...others] = waiting.map(({ id }) => id)
  if (first === undefined) return
  if (random.chance(0.006)) {
    call(people.chief, 'returnedParts', 'step', { ids: [first], event: 'lose', reason: '拆下后用户误拿走，报站长', storageBin: null })
    return
  }
  const ids = [first, ...others]
  call(people.partsKeeper, 'returnedParts', 'step', {
    ids,
    event: 'collect',
    reason: '',
    storageBin: random.pick(samples.names.storageBins),
  })
  call(people.partsKeeper, 'returnedParts', 'label', { ids, form: random.chance(0.85) ? 'F30' : 'F27' })
}
