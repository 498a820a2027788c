import { z } from 'zod'
import { customerListFields, unitListFields } from '#domain/list-fields'
import type { WarrantyLine } from '#domain/warranty-term'
import { claimStatus, codesOf, customerKind, eligibility, nature, paperStatus, usage, workOrderStatus } from '#domain/words'
import { customerMerge } from './customer-merge.ts'
import { command, query } from './define.ts'
import { fen, id, instant, km, localDate, problem, revision } from './fields.ts'
import { list } from './list.ts'

const line = (max: number) => z.string().trim().max(max)

export const customerFields = z.object({
  name: line(60),
  kind: z.enum(codesOf(customerKind)),
  phone: line(30),
  phone2: line(30),
  contactName: line(60),
  address: line(80),
  note: line(200),
})

export const unitFields = z.object({
  manufacturerId: id,
  modelId: id.nullable(),
  modelName: line(40),
  frameNo: line(20),
  engineNo: line(25),
  plateNo: line(12),
  color: line(20),
  manufacturedOn: localDate.nullable(),
  purchasedOn: localDate.nullable(),
  deliveredOn: localDate.nullable(),
  invoiceNo: line(40),
  warrantyCardNo: line(40),
  sellerName: line(60),
  usage: z.enum(codesOf(usage)),
  tamperFlag: z.boolean(),
})

/** What a form sends: the fields and the ticks that lift a check. `otherPhone`: 其他号码 (V-06); `legacyFrame`: 旧车架号 (V-02). */
export const customerEntry = customerFields.extend({ otherPhone: z.boolean().default(false) })
export const unitEntry = unitFields.extend({ legacyFrame: z.boolean().default(false) })

export const customerRow = customerFields.extend({
  id,
  revision,
  unitCount: z.number().int(),
  orderCount: z.number().int(),
  lastOrderAt: instant.nullable(),
})
export const unitRow = unitFields.extend({
  id,
  revision,
  ownerId: id,
  ownerName: z.string(),
  ownerPhone: z.string(),
  lastMileage: km.nullable(),
  mileageOffset: z.number().int(),
  modelCode: z.string(),
})

/** A repair in the story of its vehicle or customer, with what it led to. */
export const storyOrder = z.object({
  id,
  no: z.string(),
  status: z.enum(codesOf(workOrderStatus)),
  nature: z.enum(codesOf(nature)),
  reportedAt: instant,
  receivedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  mileage: km.nullable(),
  customerStatement: z.string(),
  faultReason: z.string(),
  repairMethod: z.string(),
  totalFen: fen,
  customerId: id,
  unitId: id,
  frameNo: z.string(),
  modelName: z.string(),
  parts: z.array(z.object({ code: z.string(), name: z.string(), qty: z.number().int() })),
  claim: z.object({ id, no: z.string(), status: z.enum(codesOf(claimStatus)), totalFen: fen, approvedFen: fen.nullable() }).nullable(),
  papers: z.array(z.object({ id, form: z.string(), number: z.string(), status: z.enum(codesOf(paperStatus)) })),
})
/** A line of the arithmetic of a term. */
const warrantyLine = z.custom<WarrantyLine>((value) => typeof value === 'object' && value !== null && 'key' in value && 'mark' in value)
/** Over all orders, not only those listed. */
const repairSums = z.object({ orders: z.number().int(), totalFen: fen, claimedFen: fen, approvedFen: fen })
/** A double that became part of this record. */
const mergeNote = z.object({ at: instant, by: z.string(), reason: z.string(), said: z.string() })

/** One hit of the intake search: a unit with its owner, or a customer without unit. */
export const intakeHit = z.object({ customer: customerRow, unit: unitRow.nullable() })

export const customers = {
  list: list({
    fields: customerListFields,
    filter: z.object({ kind: z.enum(codesOf(customerKind)).nullable() }),
    row: customerRow,
  }),
  listUnits: list({
    fields: unitListFields,
    filter: z.object({ manufacturerId: id.nullable() }),
    row: unitRow,
  }),
  /** By plate, phone tail, frame-number tail, name or pinyin initials (product.md promise 2). */
  find: query({
    input: z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(50) }),
    output: z.array(intakeHit),
    may: 'view',
  }),
  get: query({
    input: z.object({ id }),
    may: 'view',
    output: customerRow.extend({
      otherPhone: z.boolean(),
      units: z.array(unitRow),
      orders: z.array(storyOrder),
      sums: repairSums,
      merges: z.array(mergeNote),
    }),
  }),
  getUnit: query({
    input: z.object({ id }),
    may: 'view',
    output: unitRow.extend({
      legacyFrame: z.boolean(),
      owners: z.array(z.object({ customerId: id, name: z.string(), since: localDate })),
      odometerChanges: z.array(z.object({ on: localDate, oldReading: km, newReading: km, reason: z.string(), by: z.string() })),
      orders: z.array(storyOrder),
      sums: repairSums,
      merges: z.array(mergeNote),
      readings: z.array(
        z.object({
          on: localDate,
          km,
          no: z.string(),
          offset: z.number().int(),
          total: z.number().int(),
          perDay: z.number().int().nullable(),
          found: z.enum(['back', 'jump']).nullable(),
        }),
      ),
      /** when 三包 ends as things stand today */
      terms: z.array(
        z.object({
          scope: z.enum(['whole', 'engine', 'assembly', 'category']),
          ref: z.string(),
          result: z.enum(codesOf(eligibility)),
          start: localDate.nullable(),
          until: localDate.nullable(),
          kmLimit: z.number().int().nullable(),
          totalKm: z.number().int().nullable(),
          deductedDays: z.number().int(),
          lines: z.array(warrantyLine),
        }),
      ),
      policyName: z.string(),
    }),
  }),
  /** Findings on the fields given so far (V-01…V-08, twins): nothing is saved. */
  check: query({
    input: z.object({ customer: customerEntry.partial(), unit: unitEntry.partial() }),
    output: z.array(problem),
    may: 'view',
  }),
  save: command({
    input: customerEntry.extend({ id: id.nullable(), revision }),
    output: z.object({ id, revision }),
    may: 'editCustomer',
    touches: ['workOrders'],
  }),
  saveUnit: command({
    input: unitEntry.extend({ id: id.nullable(), revision, ownerId: id }),
    output: z.object({ id, revision, warnings: z.array(problem) }),
    may: 'editCustomer',
    touches: ['workOrders'],
  }),
  changeOwner: command({
    input: z.object({ unitId: id, revision, customerId: id, on: localDate }),
    output: z.object({ revision }),
    may: 'editCustomer',
  }),
  changeOdometer: command({
    input: z.object({ unitId: id, revision, on: localDate, oldReading: km, newReading: km, reason: line(100).min(2) }),
    output: z.object({ revision }),
    may: 'editCustomer',
    touches: ['workOrders'],
  }),
  ...customerMerge,
}
