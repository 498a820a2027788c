import type { BlankSubject } from '#domain/number-register'
import type { TextKey } from '../../messages/index.ts'

export const kindWords = {
  workOrder: 'kindWorkOrder',
  partsRequest: 'kindPartsRequest',
  returnedPart: 'kindReturnedPart',
  manifest: 'kindManifest',
  batch: 'kindBatch',
  filledForm: 'kindFilledForm',
} as const satisfies Record<BlankSubject, TextKey<'numbers'>>

/** Where the record is issued. */
export function wayToSubject({ kind, id }: { readonly kind: BlankSubject; readonly id: number }, form: string): string {
  const ways: Record<BlankSubject, string> = {
    workOrder: `/work-orders/${id}`,
    partsRequest: `/requests/${id}`,
    returnedPart: `/old-parts?part=${id}`,
    manifest: `/manifests/${id}`,
    batch: `/batches/${id}`,
    filledForm: `/forms/${form}/${id}`,
  }
  return ways[kind]
}
