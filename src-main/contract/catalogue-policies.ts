import { z } from 'zod'
import type { PolicyTerms } from '#domain/policy-terms'
import { attachmentKind, codesOf, kmBasis, limitScope, startRule, vinCheck } from '#domain/words'
import { command, query } from './define.ts'
import { byId, id, line, localDate, revision, typedFen } from './fields.ts'

const months = z.number().int().min(0).max(600).nullable()
const kilometres = z.number().int().min(0).max(999_999).nullable()

export const policyLimit = z.object({
  scope: z.enum(codesOf(limitScope)),
  scopeRef: line(40),
  months,
  km: kilometres,
  exclude: z.boolean(),
  note: line(100),
})

/** `commercialUseFactor` in thousandths. `repeatLimit`: repairs of one fault that give a claim to exchange, null = the rule's own. */
const policyFields = z.object({
  manufacturerId: id,
  code: line(40),
  name: line(60),
  basis: line(200),
  validFrom: localDate,
  validTo: localDate.nullable(),
  startRule: z.enum(codesOf(startRule)),
  deductRepairDays: z.boolean(),
  deductWaitDays: z.boolean(),
  holidayShift: z.boolean(),
  commercialUseFactor: z.number().int().min(0).max(1000),
  partProductionLimitMonths: months,
  repeatLimit: z.number().int().min(1).max(99).nullable(),
  photoKinds: z.array(z.enum(codesOf(attachmentKind))),
  limits: z.array(policyLimit).max(200),
})
export const policyRow = policyFields.extend({ id, revision })

const whole = z.number().int()
/** Rates in 分, …H in hours, …D and …Days in days, …Day a day of the month; what is sensible is the rule's matter (domain/policy-terms). */
export const policyTerms: z.ZodType<PolicyTerms, PolicyTerms> = z.object({
  kmRate: typedFen,
  kmBasis: z.enum(codesOf(kmBasis)),
  mealPerDay: typedFen,
  lodgingPerNight: typedFen,
  billUnreturned: z.boolean(),
  smallPartLimit: typedFen,
  oldPartDueRule: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('days'), days: whole }),
    z.object({ kind: z.literal('dayOfNextMonth'), day: whole }),
  ]),
  borrowReturnD: whole,
  urgentReturnD: whole,
  claimMaxD: whole,
  appealDays: whole,
  photosRequired: whole,
  vinCheck: z.enum(codesOf(vinCheck)),
  salesForwardH: whole,
  csForwardH: whole,
  techContactH: whole,
  solutionH: whole,
  orderHandleH: whole,
  assessH: whole,
  callbackH: whole,
  feedbackPerMonth: whole,
  monthlyReportDay: whole,
  statDay: whole,
  unreturnedListDay: whole,
  reconcileDay: whole,
})
/** `id`, `validFrom` null: what the policy began with. `settled`: finished orders received while they hold, which keep them as they are. */
const datedTerms = z.object({ id: id.nullable(), revision, validFrom: localDate.nullable(), settled: z.number().int(), terms: policyTerms })

/** What the makers promise, by day of purchase. Versions of one policy bear one code. */
export const policyEndpoints = {
  policies: query({ input: z.object({}), output: z.array(policyRow), may: 'signedIn' }),
  /** How many vehicles with orders were judged by it. */
  policyUse: query({ input: byId, output: z.object({ units: z.number().int() }), may: 'view' }),
  /** `id` null: a new policy. One that has judged keeps its rules; only name, basis and last day still change. */
  savePolicy: command({
    input: policyFields.extend({ id: id.nullable(), revision }),
    output: z.object({ id, revision }),
    may: 'manageStation',
  }),
  /** Rates and terms of the policy `id` (of its code), the first first; `earliest`: from when on new ones may hold. */
  policyTerms: query({ input: byId, output: z.object({ rows: z.array(datedTerms), earliest: localDate }), may: 'view' }),
  /** `id` null: further terms of the policy `policyId`, from a day of reception on. Those that settled an order stay as they are. */
  savePolicyTerms: command({
    input: z.object({ policyId: id, id: id.nullable(), revision, validFrom: localDate, terms: policyTerms }),
    output: z.object({ id, revision }),
    may: 'manageStation',
    touches: ['workOrders', 'claims', 'home'],
  }),
  /** The next version of `id`, from its first day on; the one before ends the day before. */
  newPolicyVersion: command({ input: policyFields.extend({ id, revision }), output: z.object({ id, revision }), may: 'manageStation' }),
}
