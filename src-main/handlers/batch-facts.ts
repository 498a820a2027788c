import { findBatch, type Batch } from '#db/queries/batches'
import { listClaimsOfBatch, type Claim } from '#db/queries/claims'
import { countActiveUsers } from '#db/queries/users'
import { findWorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import type { BatchClaimFacts, BatchFacts } from '#domain/claim-batch'
import { claimProblems } from '#domain/claim-findings'
import { localDateOf, type Instant, type LocalDate } from '#domain/dates'
import { fen } from '#domain/money'
import { claimFacts } from './claim-facts.ts'
import { missing, type Actor } from './define.ts'

type Standing = { readonly now: Instant; readonly today: LocalDate; readonly actor: Actor }

/** The command line seals and confirms without a user row; it stands for the one person of a station (settled.md 7, 17). */
const commandLineId = 0

export function stationUsersFor(db: Reader, actor: Actor): number {
  return actor.userId === null ? 1 : countActiveUsers(db)
}

/** A claim as the batch looks at it; `batchId` of the batch it may already stand in. */
export function batchClaimFacts(db: Reader, claim: Claim, batchId: number | null, standing: Standing): BatchClaimFacts {
  const order = findWorkOrder(db, claim.workOrderId) ?? missing('工单')
  const elsewhere = claim.batchId !== null && claim.batchId !== batchId ? findBatch(db, claim.batchId) : undefined
  return {
    no: claim.no,
    status: claim.status,
    manufacturerId: claim.manufacturerId,
    finishedOn: localDateOf(order.finishedAt ?? order.reportedAt),
    additional: claim.type === 'additional',
    total: claim.totalFen,
    otherBatchNo: elsewhere ? (elsewhere.no ?? '（草稿）') : null,
    problems: claimProblems(claimFacts(db, claim, standing)),
  }
}

/** Everything the guards of domain.md §3.5 look at. What a later issue brings (answers, invoices) is absent. */
export function batchFacts(db: Reader, batch: Batch, standing: Standing, said: { reason: string; ticked: boolean }): BatchFacts {
  return {
    status: batch.status,
    manufacturerId: batch.manufacturerId,
    periodFrom: batch.periodFrom,
    periodTo: batch.periodTo,
    claims: listClaimsOfBatch(db, batch.id).map((claim) => batchClaimFacts(db, claim, batch.id, standing)),
    sumClaimed: batch.totalFen,
    handlerId: batch.sealedAt === null ? null : (batch.handlerId ?? commandLineId),
    secondHandlerId: batch.confirmedAt === null ? null : (batch.secondHandlerId ?? commandLineId),
    userId: standing.actor.userId ?? commandLineId,
    stationUsers: stationUsersFor(db, standing.actor),
    singlePerson: batch.singlePerson,
    exported: batch.exportedAt !== null,
    stamped: said.ticked,
    answeredOn: null,
    invoice: null,
    sumApproved: batch.approvedFen ?? fen(0),
    sumDeducted: fen(0),
    paidAmount: null,
    differenceNote: '',
    reconciliationSigned: false,
    reason: said.reason,
  }
}
