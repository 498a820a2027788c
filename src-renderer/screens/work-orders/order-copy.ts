import { z } from 'zod'
import { intakeHit } from '#contract/customers'
import { workOrderContent } from '#contract/work-order-content'
import { offered } from '#domain/catalogue'
import type { Instant } from '#domain/dates'
import { api } from '../../api.ts'
import { newContent, type OrderContent, type OrderDetail } from './order-form.ts'

/** `copy`: the same work again; `rework`: the same fault came back after this order (返修), the work is still to be found. */
export type CopyKind = 'copy' | 'rework'

/** A new order made from one on file: whom it is for, what is filled in, and where it comes from. Travels with the navigation. */
export const orderCopy = z.object({
  hit: intakeHit,
  content: workOrderContent,
  from: z.object({ id: z.number().int(), no: z.string(), kind: z.enum(['copy', 'rework']) }),
})
export type OrderCopy = z.infer<typeof orderCopy>

/**
 * Vehicle, people and fault come along; with `copy` also the findings, part and labour lines at today's prices. What
 * belongs to one visit does not, nor a technician who has left: number, times, kilometres, serial numbers, outings, fees, photos, papers, old parts,
 * claim, approval.
 */
export async function copyOrder(detail: OrderDetail, kind: CopyKind, at: Instant): Promise<OrderCopy> {
  const { manufacturerId, channel, nature, senderName, senderPhone, customerStatement, faultCodeId } = detail
  const technicianId = offered(await api.station.technicians({})).some(({ id }) => id === detail.technicianId) ? detail.technicianId : null
  const common = {
    channel,
    nature: nature === 'special' ? ('warranty' as const) : nature,
    senderName,
    senderPhone,
    customerStatement,
    faultCodeId,
    technicianId,
  }
  const rest: Partial<OrderContent> = kind === 'rework' ? { repairType: 'rework', repeatOfId: detail.id } : await work(detail)
  const content = workOrderContent.parse({ ...newContent(manufacturerId, at), ...common, ...rest })
  return { hit: intakeHit.parse({ customer: detail.customer, unit: detail.unit }), content, from: { id: detail.id, no: detail.no, kind } }
}

async function work(detail: OrderDetail): Promise<Partial<OrderContent>> {
  const { repairType, solution, checkResult, faultReason, repairMethod, responsibility, severity, nature } = detail
  const partLines = await Promise.all(
    detail.partLines.map(async (line) => {
      const part = line.partId === null ? null : await api.catalogue.part({ id: line.partId }).catch(() => null)
      const priceFen = part === null ? line.priceFen : nature === 'paid' ? part.retailPriceFen : part.priceFen
      return { ...line, id: null, priceFen, supplyMode: 'stock' as const, oldPartCode: '', newSerial: '', oldSerial: '', note: '' }
    }),
  )
  const manufacturers = await api.catalogue.manufacturers({})
  const rateFen = manufacturers.find(({ id }) => id === detail.manufacturerId)?.hourRateFen
  const labourLines = detail.labourLines.map((line) => ({ ...line, id: null, rateFen: rateFen ?? line.rateFen }))
  return {
    repairType: repairType === 'rework' ? 'general' : repairType,
    solution,
    checkResult,
    faultReason,
    repairMethod,
    responsibility,
    severity,
    partLines,
    labourLines,
  }
}
