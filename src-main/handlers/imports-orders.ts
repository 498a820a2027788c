import { findCustomerTwin, insertCustomer, touchCustomerOrder } from '#db/queries/customers'
import { findUnitByFrame, insertUnit, updateUnit, type UnitFields, type UnitRow } from '#db/queries/units'
import { listOrdersOfUnit } from '#db/queries/work-order-history'
import { replaceOtherLines, replacePartLines } from '#db/queries/work-order-lines'
import { findModelTraits, findWorkOrder, insertWorkOrder } from '#db/queries/work-orders'
import { findPolicyFor, type Policy } from '#db/queries/manufacturers'
import { termsUnder } from '#db/queries/policy-terms'
import { daysBetween, localDateOf, monthOf } from '#domain/dates'
import { statusReached } from '#domain/import-dates'
import type { ImportedWorkOrder } from '#domain/import-result'
import { formCode } from '#domain/numbering'
import { dayReceived, type PolicyTerms } from '#domain/policy-terms'
import { missing, type CommandContext } from './define.ts'
import { recordStep } from './history.ts'
import { newCustomer, newUnit } from './imports-customers.ts'
import { openCatalogue, type Catalogue } from './imports-known.ts'
import { contentOfImport, reportedAtOf } from './imports-order-content.ts'
import { takeNumber } from './next-number.ts'
import { columnsOf, type WorkOrderContent } from './work-orders-content.ts'
import { keepClocks, keepMileage, keepOldParts, startOldPartClocks, totalColumns } from './work-orders-keep.ts'
import type { OrderPicture } from './work-orders-picture.ts'
import { totalsOf, verdictOf } from './work-orders-verdict.ts'

type Desk = { readonly context: CommandContext; readonly catalogue: Catalogue; readonly policyFor: (unit: UnitRow) => Policy | undefined }
type Vehicle = { readonly unit: UnitRow; readonly customerId: number; readonly isNew: boolean }

/**
 * Ledger lines as orders, oldest first, so that each finds the vehicle's history on file. An order stands where its dates
 * carry it, at most at 已交车; it brings no paper, label or claim (settled.md 2): the claim comes with F16 or with the
 * batch of its month. Who drives a vehicle home again starts no clock, and what is too old to be claimed owes no old part.
 */
export function applyOrders(context: CommandContext, rows: readonly ImportedWorkOrder[]): void {
  const desk: Desk = { context, catalogue: openCatalogue(context.db), policyFor: policyFinder(context) }
  const inTime = rows
    .map((row) => ({ row, at: reportedAtOf(row) }))
    .sort((a, b) => (a.at === b.at ? a.row.row - b.row.row : a.at < b.at ? -1 : 1))
  for (const { row } of inTime) applyOrder(desk, row)
}

function applyOrder(desk: Desk, row: ImportedWorkOrder): void {
  const { context, catalogue } = desk
  const { db } = context
  const vehicle = vehicleOf(desk, row)
  const policy = desk.policyFor(vehicle.unit)
  const terms = termsUnder(db, policy, dayReceived({ receivedAt: row.receivedAt, reportedAt: reportedAtOf(row) }))
  const technician = catalogue.technician(row.technician?.code ?? null)
  const content = contentOfImport(row, catalogue, technician?.id ?? null, canBeClaimed(context, row, terms))
  const picture = pictureOfImport(desk, row, content, vehicle, { policy, terms })
  const { number: no } = takeNumber(context, formCode.workOrder)
  const id = insertWorkOrder(db, {
    ...columnsOf(content),
    ...totalColumns(totalsOf(picture)),
    ...momentsOf(context, row),
    no,
    status: statusReached(row),
    ledgerNo: row.ledgerNo,
    customerId: vehicle.customerId,
    unitId: vehicle.unit.id,
    eligibility: verdictOf(db, picture).decision.result,
    technicianName: technician?.name ?? row.technician?.name ?? '',
    userSigned: false,
    billPaid: false,
  })
  replacePartLines(db, id, content.partLines)
  replaceOtherLines(db, id, content)
  recordStep(context, 'workOrder', id, { event: 'register', from: '', to: statusReached(row), note: `台账导入 ${row.ledgerNo}` })
  touchCustomerOrder(db, vehicle.customerId, content.reportedAt)
  keepWhatFollows(context, id, picture, row)
}

function keepWhatFollows(context: CommandContext, id: number, picture: OrderPicture, { finishedAt, deliveredAt }: ImportedWorkOrder): void {
  const order = findWorkOrder(context.db, id) ?? missing('工单')
  keepMileage(context, order)
  if (picture.content.partLines.some((line) => line.oldPartRequired)) {
    keepOldParts(context, order, { ...picture, id })
    if (finishedAt !== null) startOldPartClocks(context, order, picture, finishedAt)
  }
  if (deliveredAt === null) keepClocks(context, order, picture)
}

/** D34: after that a job is history, and so are its old parts. */
function canBeClaimed({ today }: CommandContext, { finishedAt, nature }: ImportedWorkOrder, { claimMaxD }: PolicyTerms): boolean {
  return nature !== 'paid' && (finishedAt === null || daysBetween(localDateOf(finishedAt), today) <= claimMaxD)
}

function momentsOf({ now, actor }: CommandContext, { receivedAt, startedAt, finishedAt, deliveredAt }: ImportedWorkOrder) {
  return {
    handedAt: receivedAt,
    startedAt,
    finishedAt,
    finishedMonth: finishedAt === null ? null : monthOf(localDateOf(finishedAt)),
    deliveredAt,
    receptionistId: actor.userId,
    createdAt: now,
    createdBy: actor.userId,
    updatedAt: now,
  }
}

/** The vehicle by its frame number, with what the ledger knows more of it; its owner, or who else brought it. */
function vehicleOf({ context, catalogue }: Desk, row: ImportedWorkOrder): Vehicle {
  const { db, now } = context
  const maker = catalogue.makers.get(row.makerCode) ?? missing(`厂方 ${row.makerCode}`)
  const known = findUnitByFrame(db, maker.id, row.frameNo)
  if (known !== undefined)
    return {
      unit: filledIn(context, known, row),
      customerId: known.ownerName === row.customerName ? known.ownerId : customerOf(context, row),
      isNew: false,
    }
  const customerId = customerOf(context, row)
  insertUnit(db, newUnit({ ...row, manufacturedOn: null, warrantyCardNo: null, sellerName: null }, catalogue), customerId, now)
  return { unit: findUnitByFrame(db, maker.id, row.frameNo) ?? missing('车辆'), customerId, isNew: true }
}

function customerOf({ db, now }: CommandContext, { customerName: name, phone, address }: ImportedWorkOrder): number {
  return (
    findCustomerTwin(db, { name, phone }, null)?.id ??
    insertCustomer(db, newCustomer({ name, kind: 'person', phone, phone2: null, contactName: null, address }), now)
  )
}

/** What stands on file wins: a ledger is the older witness. */
function filledIn({ db }: CommandContext, unit: UnitRow, row: ImportedWorkOrder): UnitRow {
  const news: Partial<UnitFields> = {
    ...(unit.engineNo === '' && row.engineNo !== null ? { engineNo: row.engineNo } : {}),
    ...(unit.plateNo === '' && row.plateNo !== null ? { plateNo: row.plateNo } : {}),
    ...(unit.purchasedOn === null && row.purchasedOn !== null ? { purchasedOn: row.purchasedOn } : {}),
    ...(unit.invoiceNo === '' && row.invoiceNo !== null ? { invoiceNo: row.invoiceNo } : {}),
  }
  if (Object.keys(news).length === 0) return unit
  updateUnit(db, unit.id, unit.revision, { ...unit, ...news })
  return { ...unit, ...news, revision: unit.revision + 1 }
}

function pictureOfImport(
  { context: { db } }: Desk,
  row: ImportedWorkOrder,
  content: WorkOrderContent,
  { unit, isNew }: Vehicle,
  judged: Pick<OrderPicture, 'policy' | 'terms'>,
): OrderPicture {
  const model = findModelTraits(db, unit.modelId)
  const { startedAt, finishedAt, deliveredAt, receivedAt } = row
  return {
    id: null,
    status: statusReached(row),
    isTyping: false,
    content,
    waits: [],
    unit,
    usesMileage: model?.usesMileage ?? true,
    category: model?.category ?? 'motorcycle',
    customerPhone: row.phone,
    moments: { handedAt: receivedAt, contactedAt: null, startedAt, finishedAt, inspectedAt: null, deliveredAt, calledBackAt: null },
    ...judged,
    earlier: isNew ? [] : listOrdersOfUnit(db, unit.id, null),
    approval: null,
  }
}

/** A policy hangs on the model, or on the maker and the day of purchase; a file of thousands has few of either. */
function policyFinder({ db }: CommandContext): Desk['policyFor'] {
  const found = new Map<string, Policy | undefined>()
  return (unit) => {
    const key = `${unit.manufacturerId} ${unit.modelId ?? ''} ${unit.purchasedOn ?? ''}`
    if (!found.has(key)) found.set(key, findPolicyFor(db, unit))
    return found.get(key)
  }
}
