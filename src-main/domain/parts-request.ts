import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { RequestStatus } from './words.ts'

/** Verbs of the parts request, domain.md §3.2. */
export const requestEvent = {
  create: '新建', agree: '征得同意', send: '发出', ship: '厂方发货', refuse: '厂方拒绝', receive: '到货', fit: '装车', sendBack: '退回新件',
  oldPartReady: '旧件待返', returnOldPart: '旧件返厂', fallOverdue: '逾期', bill: '计费', settle: '核销', withdraw: '撤回',
} as const
export type RequestEvent = keyof typeof requestEvent
export type RequestPlace = 'new' | RequestStatus

/**
 * Every row of domain.md §3.2. Beyond it: a late old part may still be shipped (逾期/已计费 → 旧件已返; a refund is a
 * policy matter, see the guard), and a request without an old part to return is settled from 已装车 or 已到货.
 */
export const requestMachine: Machine<RequestPlace, RequestEvent, RequestStatus> = {
  new: { create: 'draft' },
  draft: { agree: 'agreed', withdraw: 'withdrawn' },
  agreed: { send: 'sent', withdraw: 'withdrawn' },
  sent: { ship: 'shipped', refuse: 'refused', withdraw: 'withdrawn' },
  shipped: { receive: 'arrived' },
  arrived: { fit: 'fitted', sendBack: 'sentBack', settle: 'settled' },
  fitted: { oldPartReady: 'oldPartDue', settle: 'settled' },
  oldPartDue: { returnOldPart: 'oldPartSent', fallOverdue: 'overdue' },
  oldPartSent: { settle: 'settled' },
  overdue: { returnOldPart: 'oldPartSent', bill: 'billed' },
  billed: { returnOldPart: 'oldPartSent' },
  settled: {}, refused: {}, withdrawn: {}, sentBack: {},
}

/** `system`: taken by the program itself as the consequence of another step or of the date. */
export const requestAction: Readonly<Record<RequestEvent, Action | 'system'>> = {
  create: 'editRequest', agree: 'editRequest', send: 'sendRequest', ship: 'sendRequest', refuse: 'sendRequest', receive: 'receiveParts',
  fit: 'editWorkLines', sendBack: 'receiveParts', oldPartReady: 'system', returnOldPart: 'shipOldParts', fallOverdue: 'system',
  bill: 'sendRequest', settle: 'sendRequest', withdraw: 'editRequest',
}

export const requestLine: readonly RequestEvent[] = [
  'create', 'agree', 'send', 'ship', 'receive', 'fit', 'oldPartReady', 'returnOldPart', 'settle',
]
