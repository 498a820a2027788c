import type { LocalDate } from './dates.ts'
import { stop, stopsOf, warn, type Problem } from './errors.ts'
import { isBlank, reasonProblems, stopIf } from './guards.ts'
import { fen, formatFen, sumFen, zeroFen, type Fen } from './money.ts'
import type { Action } from './permissions.ts'
import type { Machine } from './steps.ts'
import { claimStatus as statusWords, type BatchStatus, type ClaimStatus } from './words.ts'

/** Verbs of the claim batch, domain.md §3.5. */
export const batchEvent = {
  create: '建批',
  seal: '封批',
  unseal: '拆批',
  confirm: '第二经办人确认',
  submit: '提交',
  withdraw: '撤回',
  accept: '受理',
  startReview: '开始审核',
  finishReview: '审核完成',
  toInvoice: '开票通知',
  invoice: '开票',
  settle: '结算',
  reconcile: '对账',
  void: '作废',
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
  reconciled: {},
  withdrawn: {},
  voided: {},
}

export const batchAction: Readonly<Record<BatchEvent, Action>> = {
  create: 'sealBatch',
  seal: 'sealBatch',
  unseal: 'sealBatch',
  confirm: 'confirmBatch',
  submit: 'confirmBatch',
  withdraw: 'voidClaim',
  accept: 'editClaim',
  startReview: 'editClaim',
  finishReview: 'importData',
  toInvoice: 'editClaim',
  invoice: 'editClaim',
  settle: 'editClaim',
  reconcile: 'voidClaim',
  void: 'voidClaim',
}

export const batchLine: readonly BatchEvent[] = [
  'create',
  'seal',
  'submit',
  'accept',
  'finishReview',
  'toInvoice',
  'invoice',
  'settle',
  'reconcile',
]

export type BatchClaimFacts = {
  readonly no: string
  readonly status: ClaimStatus
  readonly manufacturerId: number
  /** local day of 完工 */
  readonly finishedOn: LocalDate
  /** 追加: sent back or left over from an earlier period, may be older than this one */
  readonly additional: boolean
  readonly total: Fen
  /** another batch that holds the claim and is neither withdrawn nor void */
  readonly otherBatchNo: string | null
  readonly problems: readonly Problem[]
}

/** All the guards of §3.5 look at. Switched-off forms (F24, F25) are absent until they exist (settled.md 16). */
export type BatchFacts = {
  readonly status: BatchPlace
  readonly manufacturerId: number
  readonly periodFrom: LocalDate
  readonly periodTo: LocalDate
  readonly claims: readonly BatchClaimFacts[]
  /** as stored on the batch */
  readonly sumClaimed: Fen
  readonly handlerId: number | null
  readonly secondHandlerId: number | null
  /** the user who takes this step */
  readonly userId: number
  /** people with a sign-in at the station: with one, the batch is flagged 单人站 instead of refused */
  readonly stationUsers: number
  /** as flagged when it was sealed: its file says so */
  readonly singlePerson: boolean
  /** the zip has been written */
  readonly exported: boolean
  /** tick: three copies of F19 stamped */
  readonly stamped: boolean
  /** copy 2 back or file answer */
  readonly answeredOn: LocalDate | null
  readonly invoice: { readonly no: string; readonly on: LocalDate | null; readonly amount: Fen } | null
  readonly sumApproved: Fen
  readonly sumDeducted: Fen
  readonly paidAmount: Fen | null
  readonly differenceNote: string
  readonly reconciliationSigned: boolean
  readonly reason: string
}

type Guard = (facts: BatchFacts) => Problem[]

type Place = Pick<BatchFacts, 'manufacturerId' | 'periodFrom' | 'periodTo'>

/** Why a claim belongs elsewhere than into the batch of this manufacturer and period. */
export function claimPlaceProblems({ no, manufacturerId, finishedOn, additional, otherBatchNo }: BatchClaimFacts, batch: Place): Problem[] {
  const { periodFrom: from, periodTo: to } = batch
  const early = finishedOn < from && !additional
  return [
    ...stopIf(manufacturerId !== batch.manufacturerId, 'batch.claimOtherMaker', 'claims', { no }),
    ...stopIf(early || finishedOn > to, 'batch.claimOtherPeriod', 'claims', { no, finishedOn, from, to }),
    ...stopIf(otherBatchNo !== null, 'batch.claimElsewhere', 'claims', { no, batchNo: otherBatchNo ?? '' }),
  ]
}

/** Why a claim does not enter a batch: the reasons of `refused` in `batch build` and of the pool's list. */
export function claimEntryProblems(claim: BatchClaimFacts, batch: Place): Problem[] {
  const { no, status } = claim
  return [
    ...stopIf(status !== 'ready', 'batch.claimNotReady', 'claims', { no, status: statusWords[status] }),
    ...claimPlaceProblems(claim, batch),
    ...stopsOf(claim.problems),
  ]
}

const sealable: Guard = (facts) => {
  const due = sumFen(facts.claims.map(({ total }) => total))
  return [
    ...stopIf(facts.claims.length === 0, 'batch.empty', 'claims'),
    ...facts.claims.flatMap((claim) => claimEntryProblems(claim, facts)),
    ...stopIf(facts.sumClaimed !== due, 'batch.sumDiffers', 'sumClaimed', { sum: formatFen(facts.sumClaimed), due: formatFen(due) }),
  ]
}

/** Two different people, S4 prints both; one alone only where the sealed file says 单人站 (settled.md 17). */
function twoHandlers({ handlerId, secondHandlerId, singlePerson }: BatchFacts): Problem[] {
  if (handlerId === null || secondHandlerId === null) return [stop('batch.secondHandlerMissing', 'secondHandler')]
  if (handlerId !== secondHandlerId) return []
  return [singlePerson ? warn('batch.singlePerson', 'secondHandler') : stop('batch.samePerson', 'secondHandler')]
}

const confirmable: Guard = (facts) => {
  if (facts.secondHandlerId !== null) return [stop('batch.alreadyConfirmed', 'secondHandler')]
  if (facts.handlerId === facts.userId && facts.stationUsers > 1) return [stop('batch.samePerson', 'secondHandler')]
  if (facts.handlerId === facts.userId && !facts.singlePerson) return [stop('batch.notFlaggedSingle', 'secondHandler')]
  return twoHandlers({ ...facts, secondHandlerId: facts.userId })
}

/** Before the batch file is written (settled.md 17): sealed, and both handlers named. */
export function problemsBeforeExport(facts: BatchFacts): Problem[] {
  return [...stopIf(facts.status === 'new' || facts.status === 'draft', 'batch.notSealed'), ...twoHandlers(facts)]
}

const submittable: Guard = (facts) => [
  ...twoHandlers(facts),
  ...stopIf(!facts.exported, 'batch.notExported', 'export'),
  ...stopIf(!facts.stamped, 'batch.notStamped', 'stamped'),
]

const decided: readonly ClaimStatus[] = ['approved', 'partlyApproved', 'rejected', 'sentBack', 'toSettle', 'settled', 'reconciled']

const reviewed: Guard = ({ claims }) =>
  claims.filter(({ status }) => !decided.includes(status)).map(({ no }) => stop('batch.claimUndecided', 'claims', { no }))

/** Invoice amount = approved − deductions, the figure of the notice (X07). */
const invoiceable: Guard = ({ invoice, sumApproved, sumDeducted }) => {
  if (invoice === null) return [stop('batch.invoiceMissing', 'invoice')]
  const due = fen(sumApproved - sumDeducted)
  return stopIf(invoice.amount !== due, 'batch.invoiceDiffers', 'invoice.amount', {
    amount: formatFen(invoice.amount),
    due: formatFen(due),
  })
}

const invoiced: Guard = (facts) => [
  ...invoiceable(facts),
  ...stopIf(facts.invoice !== null && (isBlank(facts.invoice.no) || facts.invoice.on === null), 'batch.invoiceIncomplete', 'invoice.no'),
]

const paid: Guard = ({ paidAmount, invoice, differenceNote }) => {
  if (paidAmount === null) return [stop('batch.paidMissing', 'paidAmount')]
  const amount = invoice?.amount ?? zeroFen
  return stopIf(paidAmount !== amount && isBlank(differenceNote), 'batch.paidDiffers', 'differenceNote', {
    paid: formatFen(paidAmount),
    amount: formatFen(amount),
  })
}

const guards: Readonly<Record<BatchEvent, Guard>> = {
  create: () => [],
  seal: sealable,
  unseal: ({ exported }) => stopIf(exported, 'batch.exported'),
  confirm: confirmable,
  submit: submittable,
  withdraw: ({ reason }) => reasonProblems(reason),
  accept: ({ answeredOn }) => stopIf(answeredOn === null, 'batch.answerDateMissing', 'answeredOn'),
  startReview: () => [],
  finishReview: reviewed,
  toInvoice: invoiceable,
  invoice: invoiced,
  settle: paid,
  reconcile: ({ reconciliationSigned }) => stopIf(!reconciliationSigned, 'claim.notReconciled', 'reconciliation'),
  void: ({ reason }) => reasonProblems(reason),
}

/** What stands before a step of the batch (domain.md §3.5). */
export function problemsBeforeBatchStep(event: BatchEvent, facts: BatchFacts): Problem[] {
  return guards[event](facts)
}
