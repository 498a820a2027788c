import type { ApiOutput } from '../../api.ts'
import { day } from '../../format.ts'

export type UnitStory = ApiOutput<'customers', 'getUnit'>
export type StoryOrder = UnitStory['orders'][number]
type Reading = UnitStory['readings'][number]

/** What happened to a vehicle, each on its day. */
export type StoryEvent =
  | { readonly kind: 'order'; readonly on: string; readonly order: StoryOrder; readonly reading: Reading | undefined }
  | { readonly kind: 'owner'; readonly on: string; readonly owner: UnitStory['owners'][number]; readonly isFirst: boolean }
  | { readonly kind: 'odometer'; readonly on: string; readonly change: UnitStory['odometerChanges'][number] }
  | { readonly kind: 'merge'; readonly on: string; readonly merge: UnitStory['merges'][number] }
  | { readonly kind: 'made' | 'bought' | 'handedOver'; readonly on: string }

export type StoryPart = 'all' | 'repairs' | 'owners' | 'odometer'

const parts: Record<StoryEvent['kind'], readonly StoryPart[]> = {
  order: ['all', 'repairs'],
  owner: ['all', 'owners'],
  odometer: ['all', 'odometer'],
  merge: ['all', 'owners'],
  made: ['all'],
  bought: ['all', 'owners'],
  handedOver: ['all', 'owners'],
}

/** The newest first; what belongs to a day stands in the order it is read: papers of the vehicle before its first repair. */
export function storyOf(unit: UnitStory, part: StoryPart): readonly StoryEvent[] {
  const events: StoryEvent[] = [
    ...unit.orders.map((order): StoryEvent => ({
      kind: 'order',
      on: day(order.receivedAt ?? order.reportedAt),
      order,
      reading: unit.readings.find(({ no }) => no === order.no),
    })),
    ...unit.merges.map((merge): StoryEvent => ({ kind: 'merge', on: day(merge.at), merge })),
    ...unit.odometerChanges.map((change): StoryEvent => ({ kind: 'odometer', on: change.on, change })),
    ...unit.owners.map((owner, index): StoryEvent => ({ kind: 'owner', on: owner.since, owner, isFirst: index === 0 })).toReversed(),
    ...(unit.deliveredOn === null ? [] : [{ kind: 'handedOver' as const, on: unit.deliveredOn }]),
    ...(unit.purchasedOn === null ? [] : [{ kind: 'bought' as const, on: unit.purchasedOn }]),
    ...(unit.manufacturedOn === null ? [] : [{ kind: 'made' as const, on: unit.manufacturedOn }]),
  ]
  return events.filter(({ kind }) => parts[kind].includes(part)).toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}
