import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { ClaimStatus } from './words.ts'

/** Verbs of the claim, domain.md §3.4. */
export const claimEvent = {
  create: '生成', complete: '转待提交', reopen: '改回草稿', submit: '提交', withdraw: '撤回', accept: '受理', approve: '审核通过',
  approvePartly: '部分通过', reject: '驳回', sendBack: '退回补正', appeal: '申诉', toSettle: '转待结算', settle: '结算', reconcile: '对账',
  void: '作废',
} as const
export type ClaimEvent = keyof typeof claimEvent
export type ClaimPlace = 'new' | ClaimStatus

/**
 * Every row of domain.md §3.4. Beyond it: a ready claim that is in no batch may be reopened for correction, and
 * withdrawing a batch (§3.5) brings its claims back to 待提交.
 */
export const claimMachine: Machine<ClaimPlace, ClaimEvent, ClaimStatus> = {
  new: { create: 'draft' },
  draft: { complete: 'ready', void: 'voided' },
  ready: { submit: 'submitted', reopen: 'draft', void: 'voided' },
  submitted: { accept: 'accepted', sendBack: 'sentBack', withdraw: 'ready' },
  accepted: { approve: 'approved', approvePartly: 'partlyApproved', reject: 'rejected', sendBack: 'sentBack' },
  approved: { toSettle: 'toSettle' },
  partlyApproved: { toSettle: 'toSettle', appeal: 'appealed' },
  rejected: { appeal: 'appealed' },
  sentBack: { complete: 'ready' },
  appealed: { approve: 'approved', approvePartly: 'partlyApproved', reject: 'rejected' },
  toSettle: { settle: 'settled' },
  settled: { reconcile: 'reconciled' },
  reconciled: {}, voided: {},
}

export const claimAction: Readonly<Record<ClaimEvent, Action | 'system'>> = {
  create: 'system', complete: 'editClaim', reopen: 'editClaim', submit: 'system', withdraw: 'system', accept: 'importData', approve: 'importData',
  approvePartly: 'importData', reject: 'importData', sendBack: 'importData', appeal: 'voidClaim', toSettle: 'system', settle: 'editClaim',
  reconcile: 'editClaim', void: 'voidClaim',
}

export const claimLine: readonly ClaimEvent[] = [
  'create', 'complete', 'submit', 'accept', 'approve', 'toSettle', 'settle', 'reconcile',
]
