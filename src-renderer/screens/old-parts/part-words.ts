import { returnedPartEvent, returnedPartMachine, type ReturnedPartEvent } from '#domain/returned-part'
import { manifestEvent, type ManifestEvent } from '#domain/manifest'
import type { ReturnedPartStatus } from '#domain/words'
import type { ApiOutput } from '../../api.ts'
import type { Text, TextKey } from '../../messages/index.ts'

export type Piece = ApiOutput<'returnedParts', 'list'>['rows'][number]
export type ManifestDetail = ApiOutput<'manifests', 'get'>

function isEvent(event: string): event is ReturnedPartEvent | ManifestEvent | 'voidLabel' {
  return Object.hasOwn(returnedPartEvent, event) || Object.hasOwn(manifestEvent, event) || event === 'voidLabel'
}

/** The verb of a step or an entry of the history in the current language. */
export function eventWord(event: string, text: Text<'oldParts'>): string {
  return isEvent(event) ? text(`event_${event}` satisfies TextKey<'oldParts'>) : event
}

/** Whether a piece may take the step; a label also takes what still lies at the bench, on the way to the shelf. */
export function mayTake(piece: Piece, event: ReturnedPartEvent): boolean {
  if (event === 'label')
    return piece.labelNo === '' && (piece.status === 'toCollect' || returnedPartMachine[piece.status].label !== undefined)
  return returnedPartMachine[piece.status][event] !== undefined
}

const stillHere: readonly ReturnedPartStatus[] = ['toCollect', 'collected', 'labelled', 'packed', 'overdue']

/** The clock of a piece runs until it is on its way. */
export function isClockRunning(status: ReturnedPartStatus): boolean {
  return stillHere.includes(status)
}

/** g → kg as it is written on a box. */
export function kilograms(grams: number): string {
  return String(Math.round(grams / 10) / 100)
}
