import type { AppContract } from '#contract/index'
import { findCustomer } from '#db/queries/customers'
import { listPapersOf } from '#db/queries/papers'
import { findUnit } from '#db/queries/units'
import { listTechnicians } from '#db/queries/users'
import { findWorkOrder, updateWorkOrder, type WorkOrder } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { concernsMaker, labourAmount, orderTotals, outingAmount, partAmount, type OutingAmount } from '#domain/amounts'
import { AppError, stop, stopsOf, type Problem } from '#domain/errors'
import { sumFen, type Fen } from '#domain/money'
import { formCode } from '#domain/numbering'
import { problemsBeforeOrderStep } from '#domain/work-order-guards'
import { mayIssueVoucher, signedAfterwards } from '#domain/work-order'
import { workOrderStatus } from '#domain/words'
import type { JobVoucherPaper, VoucherOuting } from '#forms/sh-zh/bd-16-job-voucher'
import { openClaim } from './claims-open.ts'
import { missing, orConflict, type Handler, type QueryContext } from './define.ts'
import { recordStep } from './history.ts'
import { issuePaper } from './issue-paper.ts'
import { paperBase } from './paper-base.ts'
import { everythingSaid, orderFacts } from './work-orders-facts.ts'
import { validVoucher } from './work-orders-freeze.ts'
import { pictureOf, type OrderPicture } from './work-orders-picture.ts'

/** Takes F16's number and freezes the voucher; one valid voucher per order. */
export const issueVoucher: Handler<AppContract['workOrders']['issueVoucher']> = (context, { id, revision }) => {
  const { db } = context
  const order = findWorkOrder(db, id) ?? missing('工单')
  orConflict(order.revision === revision)
  const number = validVoucher(db, id)
  if (number !== null) throw new AppError('rule', 'order.voucherExists', { number })
  if (!mayIssueVoucher(order.status, listPapersOf(db, 'workOrder', id)))
    throw new AppError('rule', 'order.notInspected', { status: workOrderStatus[order.status] })
  if (order.nature === 'paid') throw new AppError('rule', 'order.paidHasNoVoucher', {}, [stop('order.paidHasNoVoucher', 'nature')])
  const stops = stopsOf(problemsBeforeVoucher(context, order))
  if (stops.length > 0) throw new AppError('rule', 'order.stepRefused', { event: '开具凭证', count: stops.length }, stops)

  const paper = gatherVoucher(db, order)
  const issued = issuePaper(context, {
    form: 'F16',
    formCode: formCode.voucher,
    manufacturerId: order.manufacturerId,
    subjectKind: 'workOrder',
    subjectId: id,
    subject: `${paper.customer.name} ${paper.unit.plateNo || paper.unit.frameNo}`,
    gather: () => paper,
  })
  orConflict(updateWorkOrder(db, id, revision, { voucherNo: issued.number, updatedAt: context.now }))
  openClaim(context, id)
  recordStep(context, 'workOrder', id, { event: 'issueVoucher', from: order.status, to: order.status, note: issued.number })
  return { revision: revision + 1, ...issued }
}

/** The user has signed the voucher; without that the claim does not leave (V-15). */
export const recordSignature: Handler<AppContract['workOrders']['recordSignature']> = (context, { id, revision }) => {
  const { db, now } = context
  const order = findWorkOrder(db, id) ?? missing('工单')
  orConflict(order.revision === revision)
  const number = validVoucher(db, id)
  if (number === null) throw new AppError('rule', 'order.voucherMissing')
  if (!signedAfterwards.includes(order.status))
    throw new AppError('rule', 'order.signedAtDelivery', { status: workOrderStatus[order.status] })
  if (order.userSigned) throw new AppError('rule', 'order.alreadySigned', { number })
  orConflict(updateWorkOrder(db, id, revision, { userSigned: true, updatedAt: now }))
  recordStep(context, 'workOrder', id, { event: 'signVoucher', from: order.status, to: order.status, note: number })
  return { revision: revision + 1 }
}

/** The texts and lines that 完工 asks for must still be there, and the decision made. */
function problemsBeforeVoucher({ db, now, actor }: QueryContext, order: WorkOrder): Problem[] {
  const facts = orderFacts(db, pictureOf(db, order), everythingSaid, {
    now,
    actor,
    eligibility: order.eligibility,
    voucherIssued: () => false,
  })
  return [...problemsBeforeOrderStep('start', facts), ...problemsBeforeOrderStep('finish', facts)]
}

/** F16 as the order stands: what the maker is asked to bear. Delivery, opinion and old parts taken are left to the pen (settled.md 15). */
export function gatherVoucher(db: Reader, order: WorkOrder): JobVoucherPaper {
  const picture = pictureOf(db, order)
  const customer = findCustomer(db, order.customerId) ?? missing('用户')
  const unit = findUnit(db, order.unitId) ?? missing('车辆')
  return {
    ...paperBase(db, order.manufacturerId),
    customer: { name: customer.name, phone: customer.phone, address: customer.address },
    sender: { name: order.senderName, phone: order.senderPhone },
    repairType: order.repairType,
    unit: {
      model: unit.modelName,
      frameNo: unit.frameNo,
      engineNo: unit.engineNo,
      plateNo: unit.plateNo,
      producedOn: unit.manufacturedOn,
      purchasedOn: unit.purchasedOn,
      invoiceNo: unit.invoiceNo,
      warrantyCertNo: unit.warrantyCardNo,
    },
    mileageKm: order.mileage,
    receivedAt: order.receivedAt,
    deliveredAt: null,
    repairOrdinal: ordinalOf(order, picture.earlier),
    inWarranty: order.eligibility === 'pending' ? null : order.eligibility === 'covered',
    specialApprovalNo: order.eligibility === 'special' ? order.approvalNo : '',
    statement: order.customerStatement,
    finding: [...new Set([order.checkResult, order.faultReason])].filter((text) => text !== '').join('\n'),
    measure: order.repairMethod,
    ...linesOf(db, picture),
    opinion: null,
    tookOldParts: null,
  }
}

/** 第几次维修: orders of the unit that came in before, whenever the voucher is issued. */
function ordinalOf(order: WorkOrder, others: OrderPicture['earlier']): number {
  const cameIn = ({ receivedAt, reportedAt }: Pick<WorkOrder, 'receivedAt' | 'reportedAt'>): string => receivedAt ?? reportedAt
  const isBefore = (other: OrderPicture['earlier'][number]): boolean =>
    cameIn(other) < cameIn(order) || (cameIn(other) === cameIn(order) && other.id < order.id)
  return others.filter(isBefore).length + 1
}

function linesOf(db: Reader, { content, terms }: OrderPicture): Pick<JobVoucherPaper, 'parts' | 'labour' | 'outing' | 'totals'> {
  const technicians = new Map(listTechnicians(db).map((person) => [person.id, person.name]))
  const partLines = content.partLines.filter(concernsMaker)
  const labourLines = content.labourLines.filter(concernsMaker)
  const outings = content.outings.filter(concernsMaker)
  const {
    partsFen: parts,
    labourFen: labour,
    outingFen: outing,
    otherFen: other,
    totalFen: total,
  } = orderTotals({ partLines, labourLines, outings, otherFees: content.otherFees.filter(concernsMaker) }, terms)
  return {
    parts: partLines.map((line) => ({
      oldPartCode: line.oldPartRequired ? line.oldPartCode || line.partCode : line.oldPartCode,
      name: line.partName,
      partCode: line.partCode,
      qty: line.qty,
      price: line.priceFen,
      amount: partAmount(line),
      faultMode: line.faultMode,
      supplyMode: line.supplyMode,
      oldPartReturn: line.oldPartRequired,
    })),
    labour: labourLines.map((line) => ({
      code: line.labourCode,
      name: line.labourName,
      hours: line.hours,
      rate: line.rateFen,
      amount: labourAmount(line),
      technician: technicians.get(line.technicianId ?? content.technicianId ?? 0) ?? '',
    })),
    outing: outingOf(
      outings,
      outings.map((one) => outingAmount(one, terms)),
    ),
    totals: { parts, labour, outing, other, total },
  }
}

type Outings = OrderPicture['content']['outings']

/** The form has one line for outings: several are added up, the places named one after the other. */
function outingOf(outings: Outings, amounts: readonly OutingAmount[]): VoucherOuting | null {
  if (outings.length === 0) return null
  const sum = (of: (outing: Outings[number]) => number): number => outings.reduce((total, outing) => total + of(outing), 0)
  const sumOf = (pick: (outing: OutingAmount) => Fen): Fen => sumFen(amounts.map(pick))
  return {
    place: outings
      .map(({ place }) => place)
      .filter((place) => place !== '')
      .join('、'),
    oneWayKm: sum(({ oneWayKm }) => oneWayKm),
    people: Math.max(...outings.map(({ people }) => people)),
    days: sum(({ days }) => days),
    transport: sumOf(({ costs }) => sumFen([costs.mileageFen, costs.faresFen])),
    lodging: sumOf(({ costs }) => costs.lodgingFen),
    meal: sumOf(({ costs }) => costs.mealFen),
    total: sumOf(({ amount }) => amount),
  }
}
