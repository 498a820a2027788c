import { claimProblems, sumsOfClaimLines, type ClaimFacts } from './claim-findings.ts'
import { daysBetween, type LocalDate } from './dates.ts'
import { stop, type Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf } from './guards.ts'
import { fen, formatFen, sumFen, type Fen } from './money.ts'
import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import type { ClaimStatus } from './words.ts'

/** Verbs of the claim, domain.md §3.4. */
export const claimEvent = {
  create: '生成',
  complete: '转待提交',
  reopen: '改回草稿',
  submit: '提交',
  withdraw: '撤回',
  accept: '受理',
  approve: '审核通过',
  approvePartly: '部分通过',
  reject: '驳回',
  sendBack: '退回补正',
  appeal: '申诉',
  toSettle: '转待结算',
  settle: '结算',
  reconcile: '对账',
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
  reconciled: {},
  voided: {},
}

/** Not with the maker yet, or again not: the check still decides something, and a claim may go into a batch. */
export const unsentClaims: readonly ClaimStatus[] = ['draft', 'ready', 'sentBack']

export const claimAction: Readonly<Record<ClaimEvent, Action | 'system'>> = {
  create: 'system',
  complete: 'editClaim',
  reopen: 'editClaim',
  submit: 'system',
  withdraw: 'system',
  accept: 'importData',
  approve: 'importData',
  approvePartly: 'importData',
  reject: 'importData',
  sendBack: 'importData',
  appeal: 'voidClaim',
  toSettle: 'system',
  settle: 'editClaim',
  reconcile: 'editClaim',
  void: 'voidClaim',
}

export const claimLine: readonly ClaimEvent[] = ['create', 'complete', 'submit', 'accept', 'approve', 'toSettle', 'settle', 'reconcile']

export type DecisionFacts = {
  readonly claimedTotal: Fen
  readonly approvedTotal: Fen | null
  readonly deductions: readonly { readonly amount: Fen; readonly reason: string }[]
  readonly decidedOn: LocalDate | null
}

/** What the later steps of §3.4 look at; 转待提交 looks at `ClaimFacts`. */
export type ClaimStepFacts = DecisionFacts & {
  readonly claim: ClaimFacts
  /** batches that hold the claim and are not withdrawn or void */
  readonly batchNos: readonly string[]
  /** a batch of the claim that is sealed or further */
  readonly sealedInBatch: string | null
  readonly appealDays: number
  readonly appealedBefore: boolean
  /** policy verdictBeforeSettle; old parts of the claim without 鉴定合格 or 免回收 */
  readonly verdictBeforeSettle: boolean
  readonly oldPartsUndecided: readonly string[]
  readonly settlementPaid: boolean
  readonly reconciliationSigned: boolean
  readonly reason: string
  readonly today: LocalDate
}

type Guard = (facts: ClaimStepFacts) => Problem[]

const reasonGiven: Guard = ({ reason }) => reasonProblems(reason)

/** Frozen from 封批 on: only unsealing the batch frees the claim. */
const notSealed: Guard = ({ sealedInBatch: batchNo }) => stopIf(batchNo !== null, 'claim.inSealedBatch', null, { batchNo: batchNo ?? '' })

const decidedFully: Guard = ({ claimedTotal, approvedTotal }) =>
  stopIf(approvedTotal !== claimedTotal, 'claim.approvedDiffers', 'approvedTotal', {
    claimed: formatFen(claimedTotal),
    approved: approvedTotal === null ? '—' : formatFen(approvedTotal),
  })

/** 0 < approved < claimed; the deductions explain the whole difference, each with a reason. */
const decidedPartly: Guard = ({ claimedTotal, approvedTotal, deductions }) => {
  if (approvedTotal === null || approvedTotal <= 0 || approvedTotal >= claimedTotal) {
    return [stop('claim.partlyOutOfRange', 'approvedTotal', { claimed: formatFen(claimedTotal) })]
  }
  const difference = fen(claimedTotal - approvedTotal)
  const deducted = sumFen(deductions.map(({ amount }) => amount))
  return [
    ...stopIf(deducted !== difference, 'claim.deductionsDiffer', 'deductions', {
      deducted: formatFen(deducted),
      difference: formatFen(difference),
    }),
    ...deductions.flatMap(({ reason }, index) =>
      stopIf(isBlank(reason), 'claim.deductionReasonMissing', `deductions.${index}.reason`, { row: index + 1 }),
    ),
  ]
}

const appealable: Guard = ({ reason, decidedOn, today, appealDays: days, appealedBefore }) => [
  ...reasonProblems(reason),
  ...stopIf(appealedBefore, 'claim.appealFinal'),
  ...stopIf(decidedOn !== null && daysBetween(decidedOn, today) > days, 'claim.appealLate', null, { days }),
]

const guards: Readonly<Record<ClaimEvent, Guard>> = {
  create: ({ claim }) => stopIf(sumsOfClaimLines(claim).totalFen === 0, 'claim.nothingClaimed', 'claimed.totalFen'),
  complete: ({ claim }) => claimProblems(claim),
  reopen: notSealed,
  submit: ({ batchNos, claim }) => [
    ...stopIf(batchNos.length !== 1, 'claim.notInOneBatch', null, { count: batchNos.length }),
    ...claimProblems(claim),
  ],
  withdraw: () => [],
  accept: () => [],
  approve: decidedFully,
  approvePartly: decidedPartly,
  reject: ({ reason, approvedTotal }) => [
    ...stopIf(approvedTotal !== 0, 'claim.rejectedNotZero', 'approvedTotal'),
    ...reasonProblems(reason),
  ],
  sendBack: reasonGiven,
  appeal: appealable,
  toSettle: ({ verdictBeforeSettle, oldPartsUndecided }) =>
    verdictBeforeSettle ? oldPartsUndecided.map((labelNo) => stop('claim.oldPartUndecided', 'oldParts', { labelNo })) : [],
  settle: ({ settlementPaid }) => stopIf(!settlementPaid, 'claim.notPaid', 'settlement'),
  reconcile: ({ reconciliationSigned }) => stopIf(!reconciliationSigned, 'claim.notReconciled', 'reconciliation'),
  void: (facts) => [...notSealed(facts), ...reasonGiven(facts)],
}

/** What stands before a step of the claim (domain.md §3.4). */
export function problemsBeforeClaimStep(event: ClaimEvent, facts: ClaimStepFacts): Problem[] {
  return guards[event](facts)
}

/** The step an answer of the maker means, from the amounts it carries. */
export function eventOfDecision({ claimedTotal, approvedTotal }: { claimedTotal: Fen; approvedTotal: Fen }): ClaimEvent {
  if (approvedTotal === 0) return 'reject'
  return approvedTotal < claimedTotal ? 'approvePartly' : 'approve'
}
