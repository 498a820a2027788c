import type { DeskGroup } from '#domain/desk'
import { mayDo, type Action } from '#domain/permissions'
import type { Role } from '#domain/words'
import { workOrderAction, type WorkOrderEvent } from '#domain/work-order'
import type { ApiOutput } from '../../api.ts'
import type { TextKey } from '../../messages/index.ts'

export type DeskGroupRows = ApiOutput<'home', 'desk'>[number]
export type DeskRow = DeskGroupRows['rows'][number]

/** How a row is dealt with: a step taken on the spot, a small question, or the page where it is done. */
export type Act =
  | { readonly kind: 'step' | 'callBack' | 'openStep'; readonly event: WorkOrderEvent }
  | { readonly kind: 'label' }
  | { readonly kind: 'open'; readonly word: TextKey<'home'>; readonly to: string }

export const groupTitles = {
  arrivals: 'arrivals',
  toHandOver: 'toHandOver',
  toReceive: 'toReceiveVehicle',
  toRepair: 'toRepair',
  awaitingParts: 'awaitingPartsGroup',
  toInspect: 'toInspect',
  toDeliver: 'toDeliver',
  toCallBack: 'toCallBack',
  toClose: 'toClose',
  toSend: 'toSend',
  toArrive: 'toArrive',
  toGiveBack: 'toGiveBack',
  toLabel: 'toLabel',
  toPack: 'toPack',
  toShip: 'toShip',
  toClaim: 'toClaimGroup',
  toSubmit: 'toSubmit',
  blanksBack: 'blanksBack',
} as const satisfies Record<DeskGroup, TextKey<'home'>>

/** The list that holds all of a group. */
export const groupWays: Readonly<Record<DeskGroup, string>> = {
  arrivals: '/work-orders?view=open',
  toHandOver: '/work-orders?view=open',
  toReceive: '/work-orders?view=open',
  toRepair: '/work-orders?view=toRepair',
  awaitingParts: '/work-orders?view=awaitingParts',
  toInspect: '/work-orders?view=notDelivered',
  toDeliver: '/work-orders?view=notDelivered',
  toCallBack: '/work-orders',
  toClose: '/work-orders',
  toSend: '/requests?view=toSend',
  toArrive: '/requests?view=underWay',
  toGiveBack: '/requests?view=unused',
  toLabel: '/old-parts?view=toLabel',
  toPack: '/old-parts?view=toPack',
  toShip: '/old-parts?view=manifests',
  toClaim: '/claims',
  toSubmit: '/claims',
  blanksBack: '/register?state=blank',
}

/** Groups in which one telephones. */
export const callingGroups: readonly DeskGroup[] = ['toReceive', 'toDeliver', 'toCallBack', 'awaitingParts']

export function wayTo({ subject, id }: Pick<DeskRow, 'subject' | 'id'>): string {
  const ways: Record<DeskRow['subject'], string> = {
    workOrder: `/work-orders/${id}`,
    partsRequest: `/requests/${id}`,
    returnedPart: `/old-parts?part=${id}`,
    claim: `/claims/${id}`,
    manifest: `/manifests/${id}`,
    batch: `/batches/${id}`,
    blankPack: `/register?pack=${id}`,
  }
  return ways[subject]
}

/** The event a group asks for; of 待修与修理中 by the order's state. */
function eventOf(group: DeskGroup, { status }: DeskRow): { event: WorkOrderEvent; kind: 'step' | 'callBack' | 'openStep' } | null {
  switch (group) {
    case 'toHandOver':
      return { event: 'handOver', kind: 'step' }
    case 'toReceive':
      return { event: 'receive', kind: 'openStep' }
    case 'toRepair':
      return status === 'waiting' ? { event: 'start', kind: 'step' } : { event: 'finish', kind: 'openStep' }
    case 'toInspect':
      return { event: 'passInspection', kind: 'step' }
    case 'toDeliver':
      return { event: 'deliver', kind: 'openStep' }
    case 'toCallBack':
      return { event: 'callBack', kind: 'callBack' }
    case 'toClose':
      return { event: 'close', kind: 'step' }
    default:
      return null
  }
}

type Opened = { readonly word: TextKey<'home'>; readonly action: Action }
const opened: Partial<Record<DeskGroup, Opened>> = {
  toSend: { word: 'actSend', action: 'editRequest' },
  toArrive: { word: 'actArrive', action: 'receiveParts' },
  toGiveBack: { word: 'actGiveBack', action: 'receiveParts' },
  toPack: { word: 'actPack', action: 'packOldParts' },
  toClaim: { word: 'actClaim', action: 'editClaim' },
  blanksBack: { word: 'actBlanks', action: 'fillForm' },
}

/** What is begun is finished where it lies: packed, then shipped; sealed, then confirmed and handed in. */
const begun: Partial<Record<DeskGroup, { readonly draft: Opened; readonly sealed: Opened }>> = {
  toShip: { draft: { word: 'actSealBoxes', action: 'packOldParts' }, sealed: { word: 'actShip', action: 'shipOldParts' } },
  toSubmit: { draft: { word: 'actSealBatch', action: 'sealBatch' }, sealed: { word: 'actSubmit', action: 'confirmBatch' } },
}

/** What this person may do with a row here; null: only look at it. */
export function actOf(group: DeskGroup, row: DeskRow, role: Role): Act | null {
  const step = eventOf(group, row)
  if (step !== null) return mayDo(role, workOrderAction[step.event]) ? step : null
  if (group === 'toLabel') return mayDo(role, 'labelOldPart') ? { kind: 'label' } : null
  if (group === 'awaitingParts')
    return row.requestId === null
      ? { kind: 'open', word: 'actOtherWay', to: wayTo(row) }
      : { kind: 'open', word: 'actChase', to: `/requests/${row.requestId}` }
  const way = begun[group]?.[row.status === 'draft' ? 'draft' : 'sealed'] ?? opened[group]
  if (way === undefined || !mayDo(role, way.action)) return null
  const isRest = group === 'toArrive' && row.status !== 'sent' && row.status !== 'shipped'
  return { kind: 'open', word: isRest ? 'actArriveRest' : way.word, to: wayTo(row) }
}
