import { z } from 'zod'
import { workOrderFields } from '#domain/list-fields'
import type { WarrantyLine } from '#domain/warranty-term'
import {
  channel, chargeMode, codesOf, eligibility, exclusion, faultMode, nature, repairType, responsibility, returnExempt, returnedPartStatus, severity, solution,
  supplyMode, urgency, workOrderStatus,
} from '#domain/words'
import { command, query } from './define.ts'
import { customerEntry, customerRow, unitEntry, unitFields, unitRow } from './customers.ts'
import { byIdAtRevision, fen, hours, id, instant, km, line, problem, revision, sentence, text, typedFen } from './fields.ts'
import { list } from './list.ts'

export const partLine = z.object({
  /** null: a line not yet saved */
  id: id.nullable(), partId: id.nullable(), partCode: line(40), partName: line(40), unit: line(10), qty: z.number().int().min(1).max(999), priceFen: typedFen,
  chargeMode: z.enum(codesOf(chargeMode)), supplyMode: z.enum(codesOf(supplyMode)), faultMode: z.enum(codesOf(faultMode)).nullable(),
  oldPartRequired: z.boolean(), oldPartCode: line(40), isMain: z.boolean(), newSerial: line(40), oldSerial: line(40), note: line(80),
})
export const labourLine = z.object({
  id: id.nullable(), labourCode: line(30), labourName: line(60), hours, rateFen: typedFen, chargeMode: z.enum(codesOf(chargeMode)), technicianId: id.nullable(),
})
export const outingLine = z.object({
  id: id.nullable(), place: line(80), oneWayKm: km, drivenKm: km, people: z.number().int().min(1).max(20), days: z.number().int().min(1).max(60),
  nights: z.number().int().min(0).max(60), faresFen: typedFen, lodgingFen: typedFen.nullable(), mealFen: typedFen.nullable(), noReceiptApproved: z.boolean(), chargeMode: z.enum(codesOf(chargeMode)), note: line(80),
})
export const otherFee = z.object({ id: id.nullable(), kind: line(30), amountFen: typedFen, chargeMode: z.enum(codesOf(chargeMode)), note: line(80) })

/** What a person types; the whole order is saved at once at the revision it was read. */
export const workOrderContent = z.object({
  manufacturerId: id, oemNo: line(40), channel: z.enum(codesOf(channel)), urgency: z.enum(codesOf(urgency)),
  repairType: z.enum(codesOf(repairType)), nature: z.enum(codesOf(nature)), solution: z.enum(codesOf(solution)),
  senderName: line(60), senderPhone: line(30),
  reportedAt: instant, expectedAt: instant.nullable(), receivedAt: instant.nullable(), mileage: km.nullable(),
  customerStatement: text(200), checkResult: text(200), faultReason: text(200), repairMethod: text(200),
  faultCodeId: id.nullable(), responsibility: z.enum(codesOf(responsibility)),
  severity: z.enum(codesOf(severity)), exclusions: z.array(z.enum(codesOf(exclusion))), approvalNo: line(40),
  technicianId: id.nullable(), repeatOfId: id.nullable(), note: text(200),
  partLines: z.array(partLine).max(100), labourLines: z.array(labourLine).max(100), outings: z.array(outingLine).max(10), otherFees: z.array(otherFee).max(20),
})

/** Either the id of a record on file or the fields of a new one, created in the same transaction. */
const customerChoice = z.union([z.object({ id }), z.object({ create: customerEntry })])
const unitChoice = z.union([z.object({ id }), z.object({ create: unitEntry })])

export const totals = z.object({
  partsFen: fen, labourFen: fen, outingFen: fen, otherFen: fen, totalFen: fen,
  /** the manufacturer's share: lines charged 三包 */
  claimPartsFen: fen, claimLabourFen: fen, claimOutingFen: fen, claimOtherFen: fen, claimTotalFen: fen,
  /** the customer's share; what neither bears is the station's */
  payablePartsFen: fen, payableLabourFen: fen, payableOutingFen: fen, payableOtherFen: fen, payableFen: fen, outingSum: z.array(sentence),
})

/** A line of the arithmetic: `fact` plain, `pass` ✓, `fail` ×, `ask` something is missing to decide. */
export const verdictLine = z.custom<WarrantyLine>((value) => typeof value === 'object' && value !== null && 'key' in value && 'mark' in value)

export const verdict = z.object({
  result: z.enum(codesOf(eligibility)), until: z.string().nullable(), kmLimit: z.number().int().nullable(),
  lines: z.array(verdictLine), reasons: z.array(z.enum(codesOf(exclusion))),
  perLine: z.array(z.object({
    partCode: z.string(), partName: z.string(), result: z.enum(codesOf(eligibility)), until: z.string().nullable(), kmLimit: z.number().int().nullable(), lines: z.array(verdictLine),
  })),
  /** the rule cited as 参考, by the kind of vehicle */
  law: z.enum(['MC7', 'LAW43', 'APPL']),
  repeat: z.object({ count: z.number().int(), level: z.enum(['none', 'yellow', 'red']), orders: z.array(z.string()), lines: z.array(verdictLine) }),
})

/** One step of the bar that is open now, with all that still stands in its way. */
export const nextStep = z.object({ event: z.string(), word: z.string(), to: z.enum(codesOf(workOrderStatus)), allowed: z.boolean(), problems: z.array(problem) })

/** One thing a save changed (domain/order-changes.ts); ids of people, codes and orders are told by name. */
export const orderChange = z.object({ field: z.string(), line: z.number().int().nullable(), before: z.json(), after: z.json() })

export const workOrderRow = z.object({
  id, no: z.string(), status: z.enum(codesOf(workOrderStatus)), customerName: z.string(), customerPhone: z.string(), modelName: z.string(), frameNo: z.string(),
  plateNo: z.string(), nature: z.enum(codesOf(nature)), repairType: z.enum(codesOf(repairType)), eligibility: z.enum(codesOf(eligibility)),
  reportedAt: instant, receivedAt: instant.nullable(), finishedAt: instant.nullable(), technicianName: z.string(), voucherNo: z.string(),
  totalFen: fen, claimTotalFen: fen, nextEvent: z.string().nullable(),
})

export const workOrderDetail = workOrderContent.extend({
  id, revision, no: z.string(), status: z.enum(codesOf(workOrderStatus)), voucherNo: z.string(),
  customer: customerRow, unit: unitRow,
  handedAt: instant.nullable(), contactedAt: instant.nullable(), startedAt: instant.nullable(), finishedAt: instant.nullable(), inspectedAt: instant.nullable(),
  deliveredAt: instant.nullable(), inspectorName: z.string(), userSigned: z.boolean(), billPaid: z.boolean(), ledgerNo: z.string(),
  waits: z.array(z.object({ from: instant, to: instant.nullable() })),
  eligibility: z.enum(codesOf(eligibility)), eligibilityOverride: z.object({ by: z.string(), approvalNo: z.string(), at: instant }).nullable(),
  totals, verdict, steps: z.array(nextStep), problems: z.array(problem),
  requests: z.array(z.object({ id, no: z.string(), status: z.string(), createdAt: instant })),
  returnedParts: z.array(z.object({
    id, partLineId: id, labelNo: z.string(), partCode: z.string(), partName: z.string(), status: z.enum(codesOf(returnedPartStatus)),
    exempt: z.enum(codesOf(returnExempt)), dueOn: z.string().nullable(),
  })),
  papers: z.array(z.object({ id, form: z.string(), number: z.string(), status: z.string(), issuedAt: instant })),
  claim: z.object({ id, no: z.string(), status: z.string() }).nullable(),
  history: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string() })),
  /** code and text of `faultCodeId`, number of `repeatOfId`; '' when there is none */
  faultText: z.string(), repeatOfNo: z.string(),
  /** later orders that are a 返修 of this one */
  repeatedBy: z.array(z.object({ id, no: z.string() })),
  /** fields a printed paper froze, and the paper's number */
  frozenBy: z.string().nullable(),
})

export const workOrders = {
  list: list({
    fields: workOrderFields,
    filter: z.object({ statuses: z.array(z.enum(codesOf(workOrderStatus))), nature: z.enum(codesOf(nature)).nullable(), technicianId: id.nullable(), view: z.enum(['all', 'open', 'toRepair', 'awaitingParts', 'notDelivered', 'notClaimed']) }),
    row: workOrderRow,
  }),
  get: query({ input: z.object({ id }), output: workOrderDetail, may: 'view' }),
  /** Who did what: steps, saves with before and after, prints; oldest first. */
  history: query({ input: z.object({ id }), output: z.array(z.object({ at: instant, by: z.string(), event: z.string(), note: z.string(), changes: z.array(orderChange) })), may: 'view' }),
  /** Verdict, totals and findings of what is being typed; saves nothing. */
  assess: query({
    input: z.object({ id: id.nullable(), unitId: id.nullable(), unit: unitFields.nullable(), content: workOrderContent }),
    /** `steps`: the step bar as it would be once this is saved, so that 还缺 shrinks while one types; empty for a new order */
    output: z.object({ verdict, totals, problems: z.array(problem), steps: z.array(nextStep) }), may: 'view',
  }),
  /** A new order. `arrive`: the vehicle is here, so it goes straight to 待修 when nothing is missing. */
  create: command({
    input: z.object({ customer: customerChoice, unit: unitChoice, content: workOrderContent, arrive: z.boolean(), draftKey: z.string().nullable() }),
    output: z.object({ id, no: z.string(), revision }), may: 'openWorkOrder', touches: ['customers', 'home', 'drafts'],
  }),
  save: command({
    input: byIdAtRevision.extend({ content: workOrderContent, draftKey: z.string().nullable() }),
    output: z.object({ revision, warnings: z.array(problem) }), may: 'view', touches: ['home', 'drafts', 'returnedParts', 'claims'],
  }),
  /** One step of domain.md §3.1; `event` is a key of `workOrderEvent`. The router checks the sign-in, the handler the event's own right. */
  step: command({
    input: byIdAtRevision.extend({
      event: z.string(), reason: text(200), at: instant.nullable(),
      /** ticks asked by 交车: the printed voucher bears the user's signature; the bill is paid or credited */
      userSigned: z.boolean().nullable(), billPaid: z.boolean().nullable(), userOpinion: z.string().max(20).nullable(),
      /** 电话指导: the user agrees the problem is solved; 发件自换: assembly notes and risks were told */
      confirmed: z.boolean().nullable().default(null),
      takesOldParts: z.boolean().nullable().default(null),
    }),
    output: z.object({ revision, status: z.enum(codesOf(workOrderStatus)) }), may: 'view', touches: ['home', 'claims', 'partsRequests', 'returnedParts'],
  }),
  /** 保外特批: needs the maker's approval number (domain.md §4.4.4). */
  override: command({ input: byIdAtRevision.extend({ approvalNo: line(40).min(2), reason: text(200) }), output: z.object({ revision }), may: 'overrideEligibility' }),
  /** Takes F16's number and freezes the voucher (settled.md 14). */
  issueVoucher: command({ input: byIdAtRevision, output: z.object({ revision, paperId: id, number: z.string() }), may: 'issueVoucher', touches: ['papers', 'numbers', 'claims'] }),
  /** The user signed a voucher that was issued after 交车: of an order from a ledger, or in place of a void one. */
  recordSignature: command({ input: byIdAtRevision, output: z.object({ revision }), may: 'deliver', touches: ['claims'] }),
}
