import type { Policy } from '#db/queries/manufacturers'
import type { UnitRow } from '#db/queries/units'
import { readPhotoKinds } from '#domain/attachment'
import type { WarrantyPolicy, WarrantyUnit } from '#domain/warranty-term'
import type { AttachmentKind } from '#domain/words'

/** A policy and a vehicle as the decision wants them; the policy's rates and terms are those of a day (db/queries/policy-terms). */

/** The kinds of photo a claim must carry (V-15): `photoKinds`, words of `attachmentKind`. */
export function photoKindsRequiredBy(policy: Policy | undefined): readonly AttachmentKind[] {
  return readPhotoKinds(policy?.params['photoKinds'])
}

/** Repairs of the same fault that give a claim to exchange; null = the rule's own number. */
export function repeatLimitOf(policy: Policy | undefined): number | null {
  const limit = policy?.rules['repeatLimit']
  return typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0 ? limit : null
}

/** Terms of the decision of §4.4.4. The table keeps the commercial factor in thousandths. */
export function warrantyPolicyOf(policy: Policy | undefined): WarrantyPolicy | null {
  if (policy === undefined) return null
  const { name, startRule, deductRepairDays, deductWaitDays, holidayShift, partProductionLimitMonths } = policy
  return {
    name,
    startRule,
    deductRepairDays,
    deductWaitDays,
    holidayShift,
    partProductionLimitMonths,
    commercialUseFactor: Math.round(policy.commercialUseFactor / 10),
    limits: policy.limits.map(({ scope, scopeRef, months, km, exclude }) => ({ scope, ref: scopeRef, months, km, exclude })),
  }
}

type Judged = Pick<UnitRow, 'purchasedOn' | 'deliveredOn' | 'invoiceNo' | 'warrantyCardNo' | 'usage' | 'mileageOffset' | 'tamperFlag'>

export function warrantyUnitOf(
  { purchasedOn, deliveredOn, invoiceNo, warrantyCardNo, usage, mileageOffset, tamperFlag }: Judged,
  usesMileage: boolean,
): WarrantyUnit {
  return {
    purchaseDate: purchasedOn,
    deliveryDate: deliveredOn,
    hasProof: invoiceNo !== '' || warrantyCardNo !== '',
    usage,
    usesMileage,
    mileageOffset,
    tamperFlag,
  }
}
