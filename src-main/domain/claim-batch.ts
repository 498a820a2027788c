import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { BatchStatus } from './words.ts'

/** Verbs of the claim batch, domain.md §3.5. */
export const batchEvent = {
  create: '建批', seal: '封批', unseal: '拆批', confirm: '第二经办人确认', submit: '提交', withdraw: '撤回', accept: '受理', startReview: '开始审核',
  finishReview: '审核完成', toInvoice: '开票通知', invoice: '开票', settle: '结算', reconcile: '对账', void: '作废',
} as const
export type BatchEvent = keyof typeof batchEvent
export type BatchPlace = 'new' | BatchStatus

/** Every row of domain.md §3.5; 确认 (settled.md 17) keeps the state and names the second handler. */
export const batchMachine: Machine<BatchPlace, BatchEvent, BatchStatus> = {
  new: { create: 'draft' },
  draft: { seal: 'sealed', void: 'voided' },
  sealed: { confirm: 'sealed', submit: 'submitted', unseal: 'draft' },
  submitted: { accept: 'accepted', withdraw: 'withdrawn' },
  accepted: { startReview: 'reviewing', finishReview: 'reviewed' },
  reviewing: { finishReview: 'reviewed' },
  reviewed: { toInvoice: 'toInvoice' },
  toInvoice: { invoice: 'invoiced' },
  invoiced: { settle: 'settled' },
  settled: { reconcile: 'reconciled' },
  reconciled: {}, withdrawn: {}, voided: {},
}

export const batchAction: Readonly<Record<BatchEvent, Action>> = {
  create: 'sealBatch', seal: 'sealBatch', unseal: 'sealBatch', confirm: 'confirmBatch', submit: 'confirmBatch', withdraw: 'voidClaim',
  accept: 'editClaim', startReview: 'editClaim', finishReview: 'importData', toInvoice: 'editClaim', invoice: 'editClaim', settle: 'editClaim',
  reconcile: 'voidClaim', void: 'voidClaim',
}

export const batchLine: readonly BatchEvent[] = [
  'create', 'seal', 'submit', 'accept', 'finishReview', 'toInvoice', 'invoice', 'settle', 'reconcile',
]
