import { z } from 'zod'
import {
  channel,
  chargeMode,
  codesOf,
  exclusion,
  faultMode,
  nature,
  repairType,
  responsibility,
  severity,
  solution,
  supplyMode,
  urgency,
} from '#domain/words'
import { hours, id, instant, km, line, text, typedFen } from './fields.ts'

export const partLine = z.object({
  /** null: a line not yet saved */
  id: id.nullable(),
  partId: id.nullable(),
  partCode: line(40),
  partName: line(40),
  unit: line(10),
  qty: z.number().int().min(1).max(999),
  priceFen: typedFen,
  chargeMode: z.enum(codesOf(chargeMode)),
  supplyMode: z.enum(codesOf(supplyMode)),
  faultMode: z.enum(codesOf(faultMode)).nullable(),
  oldPartRequired: z.boolean(),
  oldPartCode: line(40),
  isMain: z.boolean(),
  newSerial: line(40),
  oldSerial: line(40),
  note: line(80),
})
export const labourLine = z.object({
  id: id.nullable(),
  labourCode: line(30),
  labourName: line(60),
  hours,
  rateFen: typedFen,
  chargeMode: z.enum(codesOf(chargeMode)),
  technicianId: id.nullable(),
})
export const outingLine = z.object({
  id: id.nullable(),
  place: line(80),
  oneWayKm: km,
  drivenKm: km,
  people: z.number().int().min(1).max(20),
  days: z.number().int().min(1).max(60),
  nights: z.number().int().min(0).max(60),
  faresFen: typedFen,
  lodgingFen: typedFen.nullable(),
  mealFen: typedFen.nullable(),
  noReceiptApproved: z.boolean(),
  chargeMode: z.enum(codesOf(chargeMode)),
  note: line(80),
})
export const otherFee = z.object({
  id: id.nullable(),
  kind: line(30),
  amountFen: typedFen,
  chargeMode: z.enum(codesOf(chargeMode)),
  note: line(80),
})

/** What a person types of the order itself. */
export const orderColumns = z.object({
  manufacturerId: id,
  oemNo: line(40),
  channel: z.enum(codesOf(channel)),
  urgency: z.enum(codesOf(urgency)),
  repairType: z.enum(codesOf(repairType)),
  nature: z.enum(codesOf(nature)),
  solution: z.enum(codesOf(solution)),
  senderName: line(60),
  senderPhone: line(30),
  reportedAt: instant,
  expectedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  mileage: km.nullable(),
  customerStatement: text(200),
  checkResult: text(200),
  faultReason: text(200),
  repairMethod: text(200),
  faultCodeId: id.nullable(),
  responsibility: z.enum(codesOf(responsibility)),
  severity: z.enum(codesOf(severity)),
  exclusions: z.array(z.enum(codesOf(exclusion))),
  approvalNo: line(40),
  technicianId: id.nullable(),
  repeatOfId: id.nullable(),
  note: text(200),
})

/** What a person types; the whole order is saved at once at the revision it was read. */
export const workOrderContent = orderColumns.extend({
  partLines: z.array(partLine).max(100),
  labourLines: z.array(labourLine).max(100),
  outings: z.array(outingLine).max(10),
  otherFees: z.array(otherFee).max(20),
})
