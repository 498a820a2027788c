import { findSealedBatch } from '#db/queries/batches'
import { findPart } from '#db/queries/catalogue'
import { findClaimOfOrder, hadClaim, insertClaim, updateClaim, type Claim } from '#db/queries/claims'
import {
  deleteUncollectedParts,
  insertReturnedPart,
  listReturnedPartsOfOrder,
  updateReturnedPart,
  type ReturnedPart,
} from '#db/queries/returned-parts'
import { insertTask, listTasksOf, markTasksDone } from '#db/queries/tasks'
import { updateUnitMileage } from '#db/queries/units'
import { listOrderPartLines, updateWorkOrder, findWorkOrder, type WorkOrder } from '#db/queries/work-orders'
import type { OrderTotals } from '#domain/amounts'
import { localDateOf, monthOf, type Instant } from '#domain/dates'
import { dueOfDays, oldPartDue, orderDues, type HourRule } from '#domain/due-dates'
import { formCode } from '#domain/numbering'
import { oldPartClockStops } from '#domain/returned-part'
import type { ClaimType, Nature, RepairType, Role } from '#domain/words'
import { isEnded } from '#domain/work-order'
import { refreshBatchSums } from './batch-sums.ts'
import { startClaimClock } from './claim-clock.ts'
import { missing, orConflict, type CommandContext } from './define.ts'
import { recordStep } from './history.ts'
import { takeNumber } from './next-number.ts'
import { pictureOf, type OrderPicture } from './work-orders-picture.ts'
import { totalsOf } from './work-orders-verdict.ts'

/** What follows from an order and is kept in step with it: old parts, claim, clocks, mileage, totals. */

/** The amounts as the columns of the order. */
export function totalColumns({ partsFen, labourFen, outingFen, otherFen, totalFen, claimTotalFen, payableFen }: OrderTotals) {
  return { partsFen, labourFen, outingFen, otherFen, totalFen, claimTotalFen, payableFen }
}

/**
 * After a line's charge mode changed behind the order (an old part came in or was lost, domain.md M04, §3.3): totals of the order and of
 * its draft claim. Callers in the same transaction.
 */
export function refreshOrderTotals(context: CommandContext, workOrderId: number): void {
  const order = findWorkOrder(context.db, workOrderId) ?? missing('工单')
  const picture = pictureOf(context.db, order)
  orConflict(updateWorkOrder(context.db, order.id, order.revision, { ...totalColumns(totalsOf(picture)), updatedAt: context.now }))
  keepClaim(context, order, picture)
}

/** The claim of a finished order that has none yet, e.g. an imported one; its number or the one it had, null when nothing is charged to 三包. */
export function makeClaim(context: CommandContext, workOrderId: number): string | null {
  const order = findWorkOrder(context.db, workOrderId) ?? missing('工单')
  keepClaim(context, order, pictureOf(context.db, order))
  return findClaimOfOrder(context.db, workOrderId)?.no ?? null
}

/** One row per piece that must go back, 待回收; small parts whose maker wants none back are 免回收 at once (M01). Rows follow the line. */
export function keepOldParts(context: CommandContext, order: WorkOrder, picture: OrderPicture): void {
  const { db } = context
  const pieces = listReturnedPartsOfOrder(db, order.id)
  for (const line of listOrderPartLines(db, order.id)) {
    const wanted = line.oldPartRequired ? line.qty : 0
    let ofLine = pieces.filter((piece) => piece.partLineId === line.id)
    if (ofLine.length > wanted && deleteUncollectedParts(db, line.id)) ofLine = []
    for (const piece of ofLine) fillIn(context, piece, order)
    for (let index = ofLine.length; index < wanted; index += 1) addPiece(context, order, line, picture)
  }
}

/** Texts typed after the piece was registered; what a person wrote on the piece stays. */
function fillIn({ db }: CommandContext, piece: ReturnedPart, order: WorkOrder): void {
  if (piece.status !== 'toCollect') return
  const faultDesc = piece.faultDesc || order.customerStatement
  const faultReason = piece.faultReason || order.faultReason
  if (faultDesc !== piece.faultDesc || faultReason !== piece.faultReason)
    orConflict(updateReturnedPart(db, piece.id, piece.revision, { faultDesc, faultReason }))
}

type PartLine = ReturnType<typeof listOrderPartLines>[number]

function addPiece(context: CommandContext, order: WorkOrder, line: PartLine, { terms, content }: OrderPicture): void {
  const { db, now } = context
  const part = line.partId === null ? undefined : findPart(db, line.partId)
  const isManMade = content.exclusions.includes('manMade') || content.responsibility === 'user'
  const isExempt = part?.oldPartReturn === 'exempt' && line.priceFen <= terms.smallPartLimit && !isManMade
  const status = isExempt ? 'exempt' : 'toCollect'
  const id = insertReturnedPart(db, {
    labelNo: null,
    status,
    workOrderId: order.id,
    partLineId: line.id,
    manufacturerId: order.manufacturerId,
    partId: line.partId,
    partCode: line.oldPartCode || line.partCode,
    partName: line.partName,
    serial: line.oldSerial,
    qty: 1,
    isMain: line.isMain,
    faultDesc: order.customerStatement,
    faultReason: order.faultReason,
    origin: part?.origin ?? 'domestic',
    exempt: isExempt ? 'smallPart' : 'no',
    borrowed: line.supplyMode === 'borrowed',
    verdict: 'pending',
    createdAt: now,
  })
  recordStep(context, 'returnedPart', id, { event: 'create', from: '', to: status })
}

/** At 完工 the pieces are taken out: from then on their return is due (D10, D11, D32). */
export function startOldPartClocks({ db }: CommandContext, order: WorkOrder, picture: OrderPicture, finishedAt: Instant): void {
  for (const piece of listReturnedPartsOfOrder(db, order.id)) {
    if (oldPartClockStops.includes(piece.status)) continue
    const removedAt = piece.removedAt ?? finishedAt
    const due = oldPartDue(
      { removedOn: localDateOf(removedAt), finishedAt, isBorrowed: piece.borrowed, isSerious: order.severity !== 'ordinary' },
      picture.terms,
    )
    orConflict(updateReturnedPart(db, piece.id, piece.revision, { removedAt, dueOn: due?.dueOn ?? null }))
    if (due === null) continue
    const { rule, start: startAt, due: dueAt } = dueOfDays(due)
    insertTask(db, {
      rule,
      subjectKind: 'returnedPart',
      subjectId: piece.id,
      subjectNo: piece.labelNo ?? order.no,
      role: 'partsKeeper',
      technicianId: null,
      startAt,
      dueAt,
    })
  }
}

/** The fault turned out to be grave, or not, after the repair: the pieces still here are due by another rule. */
export function restartOldPartClocks(context: CommandContext, order: WorkOrder, picture: OrderPicture): void {
  if (order.finishedAt === null) return
  for (const piece of listReturnedPartsOfOrder(context.db, order.id)) markTasksDone(context.db, 'returnedPart', piece.id, context.now)
  startOldPartClocks(context, order, picture, order.finishedAt)
}

const claimTypes: Readonly<Record<RepairType, ClaimType>> = {
  general: 'general',
  outing: 'outing',
  presale: 'presale',
  firstService: 'freeService',
  periodicService: 'freeService',
  campaign: 'campaign',
  urgent: 'urgent',
  partWarranty: 'partExchange',
  pdi: 'freeService',
  rework: 'general',
}

function claimTypeOf(repairType: RepairType, nature: Nature): ClaimType {
  return nature === 'special' ? 'outOfWarranty' : claimTypes[repairType]
}

/** Until its batch is sealed a claim says what its order says: a line may turn 三包 after the voucher (M04). */
export function followsOrder(db: CommandContext['db'], { status, batchId }: Claim): boolean {
  if (status === 'ready') return findSealedBatch(db, batchId) === undefined
  return status === 'draft' || status === 'sentBack'
}

/** §3.4: a finished order with anything charged to 三包 has one claim, and after 作废 none; it follows the order's amounts. */
export function keepClaim(context: CommandContext, order: WorkOrder, picture: OrderPicture): void {
  const { db, now } = context
  const totals = totalsOf(picture)
  const finishedAt = picture.moments.finishedAt
  const claim = findClaimOfOrder(db, order.id)
  const amounts = {
    partsFen: totals.claimPartsFen,
    labourFen: totals.claimLabourFen,
    outingFen: totals.claimOutingFen,
    otherFen: totals.claimOtherFen,
    totalFen: totals.claimTotalFen,
  }
  if (claim !== undefined) {
    const period = finishedAt === null ? claim.period : monthOf(localDateOf(finishedAt))
    const type = claimTypeOf(picture.content.repairType, picture.content.nature)
    const isSame =
      period === claim.period &&
      type === claim.type &&
      (Object.keys(amounts) as (keyof typeof amounts)[]).every((key) => claim[key] === amounts[key])
    if (isSame || !followsOrder(db, claim)) return
    orConflict(updateClaim(db, claim.id, claim.revision, { ...amounts, period, type }))
    if (claim.batchId !== null) refreshBatchSums(context, claim.batchId)
    return
  }
  if (finishedAt === null || picture.content.nature === 'paid' || totals.claimTotalFen === 0 || hadClaim(db, order.id)) return
  const { number } = takeNumber(context, formCode.claim)
  const id = insertClaim(db, {
    ...amounts,
    no: number,
    status: 'draft',
    type: claimTypeOf(picture.content.repairType, picture.content.nature),
    workOrderId: order.id,
    manufacturerId: order.manufacturerId,
    period: monthOf(localDateOf(finishedAt)),
    createdAt: now,
  })
  recordStep(context, 'claim', id, { event: 'create', from: '', to: 'draft' })
  startClaimClock(context, { id, no: number }, picture)
}

const taskRoles: Readonly<Record<HourRule, Role>> = {
  D01: 'reception',
  D02: 'reception',
  D03: 'reception',
  D04: 'reception',
  D05: 'technician',
  D06: 'technician',
  D07: 'reception',
}

/** D01–D07: clocks that run now are set, all others of the order stand. The plan is made when the user is contacted, the assessment with 开工. */
export function keepClocks({ db, now }: CommandContext, order: WorkOrder, { terms }: OrderPicture): void {
  if (isEnded(order.status)) {
    markTasksDone(db, 'workOrder', order.id, now)
    return
  }
  const dues = orderDues({ ...order, plannedAt: order.contactedAt, assessedAt: order.startedAt ?? order.finishedAt }, terms)
  const running = listTasksOf(db, 'workOrder', order.id)
  for (const rule of Object.keys(taskRoles) as HourRule[]) {
    const due = dues.find((wanted) => wanted.rule === rule)
    const task = running.find((known) => known.rule === rule)
    if (due === undefined && task !== undefined) markTasksDone(db, 'workOrder', order.id, now, rule)
    if (due === undefined || (task?.startAt === due.start && task.dueAt === due.due && task.technicianId === order.technicianId)) continue
    insertTask(db, {
      rule,
      subjectKind: 'workOrder',
      subjectId: order.id,
      subjectNo: order.no,
      role: taskRoles[rule],
      technicianId: order.technicianId,
      startAt: due.start,
      dueAt: due.due,
    })
  }
}

export function keepMileage({ db }: CommandContext, order: WorkOrder): void {
  if (order.mileage !== null && order.receivedAt !== null) updateUnitMileage(db, order.unitId, order.mileage, localDateOf(order.receivedAt))
}
