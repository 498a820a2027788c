import { z } from 'zod'
import { attachmentKind, codesOf, limitScope, startRule } from '#domain/words'
import { command, query } from './define.ts'
import { byId, id, line, localDate, revision } from './fields.ts'

const months = z.number().int().min(0).max(600).nullable()
const kilometres = z.number().int().min(0).max(999_999).nullable()

export const policyLimit = z.object({ scope: z.enum(codesOf(limitScope)), scopeRef: line(40), months, km: kilometres, exclude: z.boolean(), note: line(100) })

/** `commercialUseFactor` in thousandths. `repeatLimit`: repairs of one fault that give a claim to exchange, null = the rule's own. */
const policyFields = z.object({
  manufacturerId: id, code: line(40), name: line(60), basis: line(200), validFrom: localDate, validTo: localDate.nullable(), startRule: z.enum(codesOf(startRule)),
  deductRepairDays: z.boolean(), deductWaitDays: z.boolean(), holidayShift: z.boolean(), commercialUseFactor: z.number().int().min(0).max(1000), partProductionLimitMonths: months,
  repeatLimit: z.number().int().min(1).max(99).nullable(), photoKinds: z.array(z.enum(codesOf(attachmentKind))), limits: z.array(policyLimit).max(200),
})
export const policyRow = policyFields.extend({ id, revision })

/** What the makers promise, by day of purchase. Versions of one policy bear one code. */
export const policyEndpoints = {
  policies: query({ input: z.object({}), output: z.array(policyRow), may: 'signedIn' }),
  /** How many vehicles with orders were judged by it. */
  policyUse: query({ input: byId, output: z.object({ units: z.number().int() }), may: 'view' }),
  /** `id` null: a new policy. One that has judged keeps its rules; only name, basis and last day still change. */
  savePolicy: command({ input: policyFields.extend({ id: id.nullable(), revision }), output: z.object({ id, revision }), may: 'manageStation' }),
  /** The next version of `id`, from its first day on; the one before ends the day before. */
  newPolicyVersion: command({ input: policyFields.extend({ id, revision }), output: z.object({ id, revision }), may: 'manageStation' }),
}
