import { z } from 'zod'
import { workOrderFields } from '#domain/list-fields'
import type { WarrantyLine } from '#domain/warranty-term'
import { codesOf, eligibility, exclusion, nature, repairType, returnExempt, returnedPartStatus, workOrderStatus } from '#domain/words'
import { command, query } from './define.ts'
import { customerEntry, customerRow, unitEntry, unitFields, unitRow } from './customers.ts'
import { byIdAtRevision, fen, id, instant, km, line, problem, revision, sentence, text } from './fields.ts'
import { list } from './list.ts'
import { workOrderContent } from './work-order-content.ts'

/** Either the id of a record on file or the fields of a new one, created in the same transaction. */
const customerChoice = z.union([z.object({ id }), z.object({ create: customerEntry })])
const unitChoice = z.union([z.object({ id }), z.object({ create: unitEntry })])

export const totals = z.object({
  partsFen: fen,
  labourFen: fen,
  outingFen: fen,
  otherFen: fen,
  totalFen: fen,
  /** the manufacturer's share: lines charged 三包 */
  claimPartsFen: fen,
  claimLabourFen: fen,
  claimOutingFen: fen,
  claimOtherFen: fen,
  claimTotalFen: fen,
  /** the customer's share; what neither bears is the station's */
  payablePartsFen: fen,
  payableLabourFen: fen,
  payableOutingFen: fen,
  payableOtherFen: fen,
  payableFen: fen,
  outingSum: z.array(sentence),
})

/** A line of the arithmetic: `fact` plain, `pass` ✓, `fail` ×, `ask` something is missing to decide. */
export const verdictLine = z.custom<WarrantyLine>(
  (value) => typeof value === 'object' && value !== null && 'key' in value && 'mark' in value,
)

export const verdict = z.object({
  result: z.enum(codesOf(eligibility)),
  until: z.string().nullable(),
  kmLimit: z.number().int().nullable(),
  lines: z.array(verdictLine),
  reasons: z.array(z.enum(codesOf(exclusion))),
  perLine: z.array(
    z.object({
      partCode: z.string(),
      partName: z.string(),
      result: z.enum(codesOf(eligibility)),
      until: z.string().nullable(),
      kmLimit: z.number().int().nullable(),
      lines: z.array(verdictLine),
    }),
  ),
  /** the rule cited as 参考, by the kind of vehicle */
  law: z.enum(['MC7', 'LAW43', 'APPL']),
  repeat: z.object({
    count: z.number().int(),
    level: z.enum(['none', 'yellow', 'red']),
    orders: z.array(z.string()),
    lines: z.array(verdictLine),
  }),
})

/** One step of the bar that is open now, with all that still stands in its way. */
export const nextStep = z.object({
  event: z.string(),
  word: z.string(),
  to: z.enum(codesOf(workOrderStatus)),
  allowed: z.boolean(),
  problems: z.array(problem),
})

/** One thing a save changed (domain/order-changes.ts); ids of people, codes and orders are told by name. */
export const orderChange = z.object({ field: z.string(), line: z.number().int().nullable(), before: z.json(), after: z.json() })

export const workOrderRow = z.object({
  id,
  no: z.string(),
  status: z.enum(codesOf(workOrderStatus)),
  customerName: z.string(),
  customerPhone: z.string(),
  modelName: z.string(),
  frameNo: z.string(),
  plateNo: z.string(),
  nature: z.enum(codesOf(nature)),
  repairType: z.enum(codesOf(repairType)),
  eligibility: z.enum(codesOf(eligibility)),
  reportedAt: instant,
  receivedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  technicianName: z.string(),
  voucherNo: z.string(),
  totalFen: fen,
  claimTotalFen: fen,
  nextEvent: z.string().nullable(),
})

export const workOrderDetail = workOrderContent.extend({
  id,
  revision,
  no: z.string(),
  status: z.enum(codesOf(workOrderStatus)),
  voucherNo: z.string(),
  customer: customerRow,
  unit: unitRow,
  /** what the vehicle's odometer said last before this order */
  lastMileage: km.nullable(),
  handedAt: instant.nullable(),
  contactedAt: instant.nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  inspectedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  inspectorName: z.string(),
  userSigned: z.boolean(),
  billPaid: z.boolean(),
  ledgerNo: z.string(),
  waits: z.array(z.object({ from: instant, to: instant.nullable() })),
  eligibility: z.enum(codesOf(eligibility)),
  eligibilityOverride: z.object({ by: z.string(), approvalNo: z.string(), at: instant }).nullable(),
  totals,
  verdict,
  steps: z.array(nextStep),
  /** names of the maker its voucher would lack */
  voucherStops: z.array(problem),
  problems: z.array(problem),
  requests: z.array(z.object({ id, no: z.string(), status: z.string(), createdAt: instant })),
  returnedParts: z.array(
    z.object({
      id,
      partLineId: id,
      labelNo: z.string(),
      partCode: z.string(),
      partName: z.string(),
      status: z.enum(codesOf(returnedPartStatus)),
      exempt: z.enum(codesOf(returnExempt)),
      dueOn: z.string().nullable(),
    }),
  ),
  papers: z.array(z.object({ id, form: z.string(), number: z.string(), status: z.string(), issuedAt: instant })),
  claim: z.object({ id, no: z.string(), status: z.string() }).nullable(),
  history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })),
  /** code and text of `faultCodeId`, number of `repeatOfId`; '' when there is none */
  faultText: z.string(),
  repeatOfNo: z.string(),
  /** later orders that are a 返修 of this one */
  repeatedBy: z.array(z.object({ id, no: z.string() })),
  /** fields a printed paper froze, and the paper's number */
  frozenBy: z.string().nullable(),
})

export const workOrders = {
  list: list({
    fields: workOrderFields,
    filter: z.object({
      statuses: z.array(z.enum(codesOf(workOrderStatus))),
      nature: z.enum(codesOf(nature)).nullable(),
      technicianId: id.nullable(),
      view: z.enum(['all', 'open', 'toRepair', 'awaitingParts', 'notDelivered', 'notClaimed']),
    }),
    row: workOrderRow,
  }),
  get: query({ input: z.object({ id }), output: workOrderDetail, may: 'view' }),
  /** Who did what: steps, saves with before and after, prints; oldest first. */
  history: query({
    input: z.object({ id }),
    output: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string(), changes: z.array(orderChange) })),
    may: 'view',
  }),
  /** Verdict, totals and findings of what is being typed; saves nothing. */
  assess: query({
    input: z.object({ id: id.nullable(), unitId: id.nullable(), unit: unitFields.nullable(), content: workOrderContent }),
    /** `steps`: the step bar as it would be once this is saved, so that 还缺 shrinks while one types; empty for a new order */
    output: z.object({ verdict, totals, problems: z.array(problem), steps: z.array(nextStep) }),
    may: 'view',
  }),
  /** A new order. `arrive`: the vehicle is here, so it goes straight to 待修 when nothing is missing. */
  create: command({
    input: z.object({
      customer: customerChoice,
      unit: unitChoice,
      content: workOrderContent,
      arrive: z.boolean(),
      draftKey: z.string().nullable(),
    }),
    output: z.object({ id, no: z.string(), revision }),
    may: 'openWorkOrder',
    touches: ['customers', 'home', 'drafts'],
  }),
  save: command({
    input: byIdAtRevision.extend({ content: workOrderContent, draftKey: z.string().nullable() }),
    output: z.object({ revision, warnings: z.array(problem) }),
    may: 'view',
    touches: ['home', 'drafts', 'returnedParts', 'claims'],
  }),
  /** One step of domain.md §3.1; `event` is a key of `workOrderEvent`. The router checks the sign-in, the handler the event's own right. */
  step: command({
    input: byIdAtRevision.extend({
      event: z.string(),
      reason: text(200).default(''),
      at: instant.nullable().default(null),
      /** ticks asked by 交车: the printed voucher bears the user's signature; the bill is paid or credited */
      userSigned: z.boolean().nullable().default(null),
      billPaid: z.boolean().nullable().default(null),
      userOpinion: z.string().max(20).nullable().default(null),
      /** 电话指导: the user agrees the problem is solved; 发件自换: assembly notes and risks were told */
      confirmed: z.boolean().nullable().default(null),
      takesOldParts: z.boolean().nullable().default(null),
    }),
    output: z.object({ revision, status: z.enum(codesOf(workOrderStatus)) }),
    may: 'view',
    touches: ['home', 'claims', 'partsRequests', 'returnedParts'],
  }),
  /** 保外特批: needs the maker's approval number (domain.md §4.4.4). */
  override: command({
    input: byIdAtRevision.extend({ approvalNo: line(40).min(2), reason: text(200) }),
    output: z.object({ revision }),
    may: 'overrideEligibility',
  }),
  /** Takes F16's number and freezes the voucher (settled.md 14). */
  issueVoucher: command({
    input: byIdAtRevision,
    output: z.object({ revision, paperId: id, number: z.string() }),
    may: 'issueVoucher',
    touches: ['papers', 'numbers', 'claims'],
  }),
  /** The user signed a voucher that was issued after 交车: of an order from a ledger, or in place of a void one. */
  recordSignature: command({ input: byIdAtRevision, output: z.object({ revision }), may: 'deliver', touches: ['claims'] }),
}
