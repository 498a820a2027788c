import { contract } from '#contract/index'
import type { z } from 'zod'
import type { ApiOutput } from '../../api.ts'

export type Policy = ApiOutput<'catalogue', 'policies'>[number]
export type Limit = Policy['limits'][number]
export const policyForm = contract.catalogue.savePolicy.input
export type PolicyForm = z.input<typeof policyForm>

/** `kept`: a policy as it stands; `version`: its next one; `new`: one more. */
export type PolicyMode = 'kept' | 'version' | 'new'

export const newLimit = (): Limit => ({ scope: 'whole', scopeRef: '', months: null, km: null, exclude: false, note: '' })

/** What the law grants is where a new policy begins: 12 months or 6,000 km for the whole unit (domain.md §4.4). */
export function newPolicy(manufacturerId: number, validFrom: PolicyForm['validFrom']): PolicyForm {
  return {
    id: null,
    revision: 0,
    manufacturerId,
    code: '',
    name: '',
    basis: '',
    validFrom,
    validTo: null,
    startRule: 'invoice',
    deductRepairDays: true,
    deductWaitDays: true,
    holidayShift: true,
    commercialUseFactor: 500,
    partProductionLimitMonths: null,
    repeatLimit: null,
    photoKinds: [],
    limits: [{ ...newLimit(), months: 12, km: 6000 }],
  }
}
