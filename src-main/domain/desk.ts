import type { Role } from './words.ts'

/** What waits to be done, in the order of the work (domain.md §3.1–3.4). Each is one list of the home screen. */
export const deskGroups = [
  'arrivals',
  'toHandOver',
  'toReceive',
  'toRepair',
  'awaitingParts',
  'toInspect',
  'toDeliver',
  'toCallBack',
  'toClose',
  'toSend',
  'toArrive',
  'toGiveBack',
  'toLabel',
  'toPack',
  'toShip',
  'toClaim',
  'toSubmit',
  'blanksBack',
] as const
export type DeskGroup = (typeof deskGroups)[number]

/** Beside which page of the navigation it is counted; what is missing has no figure there (待报索赔 is the pool alone). */
export const deskPages = {
  workOrders: ['toHandOver', 'toReceive', 'toRepair', 'awaitingParts', 'toInspect', 'toDeliver', 'toCallBack', 'toClose'],
  requests: ['toSend', 'toArrive', 'toGiveBack'],
  oldParts: ['toLabel', 'toPack', 'toShip'],
  claims: ['toClaim'],
} as const satisfies Record<string, readonly DeskGroup[]>

/** Whose hands it is in (product.md: who uses it). The chief answers for everything. */
export const deskOf: Readonly<Record<Role, readonly DeskGroup[]>> = {
  reception: ['toDeliver', 'toCallBack', 'toHandOver', 'toReceive', 'arrivals', 'awaitingParts', 'blanksBack'],
  technician: ['toRepair', 'awaitingParts', 'toInspect', 'toLabel'],
  partsKeeper: ['toArrive', 'toGiveBack', 'toSend', 'toLabel', 'toPack', 'toShip', 'awaitingParts', 'blanksBack'],
  claimClerk: ['toSubmit', 'toClaim', 'toClose', 'toShip', 'toSend', 'toPack', 'toLabel', 'blanksBack'],
  chief: deskGroups.filter((group) => group !== 'arrivals'),
}
