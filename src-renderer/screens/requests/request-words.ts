import { requestEvent, requestLine, requestMachine, type RequestEvent } from '#domain/parts-request'
import type { RequestStatus } from '#domain/words'
import type { ApiOutput } from '../../api.ts'
import type { Text } from '../../messages/index.ts'

export type RequestDetail = ApiOutput<'partsRequests', 'get'>

function isEvent(event: string): event is RequestEvent {
  return Object.hasOwn(requestEvent, event)
}

/** The verb of a step or an entry of the history in the current language. */
export function eventWord(event: string, text: Text<'requests'>): string {
  return isEvent(event) ? text(`event_${event}`) : event
}

/** The straight way of a borrowing, for the step bar. */
export const lineStates: readonly RequestStatus[] = requestLine.reduce<RequestStatus[]>((states, event) => {
  const to = requestMachine[states.at(-1) ?? 'new'][event]
  return to === undefined ? states : [...states, to]
}, [])

const waiting: Partial<Record<RequestStatus, 'nextWaitOrder' | 'nextLabel' | 'nextWaitShip'>> = {
  arrived: 'nextWaitOrder',
  fitted: 'nextLabel',
  oldPartDue: 'nextWaitShip',
  overdue: 'nextWaitShip',
}

/** What happens next, as a verb; steps the program takes itself are named by what a person does for them. */
export function nextWord(
  {
    status,
    nextEvent,
    oldPartDueOn,
  }: { readonly status: RequestStatus; readonly nextEvent: string | null; readonly oldPartDueOn: string | null },
  text: Text<'requests'>,
): string {
  // fitted, and no old part is owed
  if (status === 'fitted' && oldPartDueOn === null) return text('event_settle')
  const waits = waiting[status]
  if (waits !== undefined) return text(waits)
  return nextEvent === null ? '' : eventWord(nextEvent, text)
}

const clockRuns: readonly RequestStatus[] = ['fitted', 'oldPartDue', 'overdue', 'billed']

export function isClockRunning(status: RequestStatus): boolean {
  return clockRuns.includes(status)
}

/** Of a parcel that came after 装车: they stand with the parts, for what is next is the old part. */
export function concernsRest(event: string, status: RequestStatus): boolean {
  return status !== 'arrived' && (event === 'receiveRest' || event === 'sendBackRest' || event === 'fit')
}

/** What the dialog of a step asks, so that the step bar does not call it missing. */
const asked: Partial<Record<RequestEvent, readonly string[]>> = {
  agree: ['agreedBy', 'agreedAt', 'agreedVia'],
  send: ['stamped'],
  ship: ['waybill', 'lines'],
  receive: ['lines'],
  receiveRest: ['lines'],
  fit: ['lines'],
  refuse: ['reason'],
  withdraw: ['reason'],
  settle: ['makerConfirmed'],
  bill: ['makerBilled'],
}

export function askedByDialog(event: string, field: string | null): boolean {
  if (field === null || !isEvent(event)) return false
  return asked[event]?.some((name) => field === name || field.startsWith(`${name}.`)) ?? false
}
