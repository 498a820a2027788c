import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { workOrderContent } from '#contract/work-order-content'
import { chargedTo } from '#domain/amounts'
import type { Instant } from '#domain/dates'
import { zeroFen, type Fen } from '#domain/money'
import { workOrderLine } from '#domain/work-order'
import type { WorkOrderStatus } from '#domain/words'
import type { ApiInput, ApiOutput } from '../../api.ts'

export type OrderContent = z.input<typeof workOrderContent>
export type SavedContent = z.output<typeof workOrderContent>
/** The form of one order, open or still to be registered; every section of the page is given this. */
export type OrderForm = UseFormReturn<OrderContent, unknown, SavedContent>
export type OrderDetail = ApiOutput<'workOrders', 'get'>
export type Assessment = ApiOutput<'workOrders', 'assess'>
export type AssessInput = ApiInput<'workOrders', 'assess'>
export type PartLine = OrderContent['partLines'][number]
export type LabourLine = OrderContent['labourLines'][number]
export type OutingLine = OrderContent['outings'][number]
export type FeeLine = OrderContent['otherFees'][number]
export type Manufacturer = ApiOutput<'catalogue', 'manufacturers'>[number]

/** What neither the maker nor the customer bears, 分. */
export function stationShare({ totalFen, claimTotalFen, payableFen }: Assessment['totals']): number {
  return totalFen - claimTotalFen - payableFen
}

/** The states of the straight way, as the step bar shows them. */
export const lineStates: readonly WorkOrderStatus[] = [
  'reported',
  'toDispatch',
  'waiting',
  'repairing',
  'finished',
  'inspected',
  'delivered',
  'calledBack',
  'closed',
]

/** Steps on the straight way first, so that the bar's one primary button is the ordinary next step. */
export function ordinaryFirst<S extends { readonly event: string }>(steps: readonly S[]): readonly S[] {
  const rank = (event: string) => {
    const at = (workOrderLine as readonly string[]).indexOf(event)
    return at === -1 ? workOrderLine.length : at
  }
  return steps.toSorted((one, other) => rank(one.event) - rank(other.event))
}

/** What F16 prints; the host refuses their change while the voucher is valid (domain.md §3). */
export const frozenFields: readonly string[] = [
  'manufacturerId',
  'repairType',
  'nature',
  'senderName',
  'senderPhone',
  'receivedAt',
  'mileage',
  'customerStatement',
  'checkResult',
  'faultReason',
  'repairMethod',
  'exclusions',
  'approvalNo',
  'technicianId',
  'partLines',
  'labourLines',
  'outings',
  'otherFees',
]

export function newContent(manufacturerId: number, at: Instant): OrderContent {
  return {
    manufacturerId,
    oemNo: '',
    channel: 'walkIn',
    urgency: 'normal',
    repairType: 'general',
    nature: 'warranty',
    solution: 'onSite',
    senderName: '',
    senderPhone: '',
    reportedAt: at,
    expectedAt: null,
    receivedAt: at,
    mileage: null,
    customerStatement: '',
    checkResult: '',
    faultReason: '',
    repairMethod: '',
    faultCodeId: null,
    responsibility: 'pending',
    severity: 'ordinary',
    exclusions: [],
    approvalNo: '',
    technicianId: null,
    repeatOfId: null,
    note: '',
    partLines: [],
    labourLines: [],
    outings: [],
    otherFees: [],
  }
}

/** The part of an order that is typed. */
export function contentOf(detail: OrderDetail): OrderContent {
  return workOrderContent.parse(detail)
}

/** Lines opened but never filled are left out. */
export function withoutBlankLines<C extends OrderContent | SavedContent>(content: C): C {
  return {
    ...content,
    partLines: content.partLines.filter((line) => line.id !== null || line.partCode.trim() !== '' || line.partName.trim() !== ''),
    labourLines: content.labourLines.filter((line) => line.id !== null || line.labourCode.trim() !== '' || line.labourName.trim() !== ''),
    outings: content.outings.filter((line) => line.id !== null || line.place.trim() !== '' || line.oneWayKm > 0 || line.drivenKm > 0),
    otherFees: content.otherFees.filter((line) => line.id !== null || line.kind.trim() !== '' || line.amountFen > 0),
  }
}

/** `faultModeOfCode`: how the fault code says the part failed; the first line is the main part. */
export function newPartLine(nature: OrderContent['nature'], isFirst: boolean, faultModeOfCode: PartLine['faultMode'] = null): PartLine {
  return {
    id: null,
    partId: null,
    partCode: '',
    partName: '',
    unit: '件',
    qty: 1,
    priceFen: zeroFen,
    chargeMode: chargedTo(nature),
    supplyMode: 'stock',
    faultMode: isFirst ? faultModeOfCode : null,
    oldPartRequired: false,
    oldPartCode: '',
    isMain: isFirst,
    newSerial: '',
    oldSerial: '',
    note: '',
  }
}

export function newLabourLine(nature: OrderContent['nature'], rateFen: Fen, technicianId: number | null): LabourLine {
  return { id: null, labourCode: '', labourName: '', hours: 0, rateFen, chargeMode: chargedTo(nature), technicianId }
}

export function newOuting(nature: OrderContent['nature']): OutingLine {
  return {
    id: null,
    place: '',
    oneWayKm: 0,
    drivenKm: 0,
    people: 1,
    days: 1,
    nights: 0,
    faresFen: zeroFen,
    lodgingFen: null,
    mealFen: null,
    noReceiptApproved: false,
    chargeMode: chargedTo(nature),
    note: '',
  }
}

export function newFee(nature: OrderContent['nature']): FeeLine {
  return { id: null, kind: '', amountFen: zeroFen, chargeMode: chargedTo(nature), note: '' }
}
