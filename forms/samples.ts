import { isFilledForm, type FedFormId } from '#domain/form-ids'
import type { PaperBase } from './define.ts'
import { filledEntries, type FormId, type PaperOf } from './index.ts'
import { sampleClaimSummaryPaper } from './sh-zh/samples/claim-summary.ts'
import { sampleFaultTagPaper } from './sh-zh/samples/fault-tag.ts'
import { sampleJobVoucherPaper } from './sh-zh/samples/job-voucher.ts'
import { samplePartLabelPaper } from './sh-zh/samples/part-label.ts'
import { samplePartsRequestPaper } from './sh-zh/samples/parts-request.ts'
import { sampleReturnListPaper } from './sh-zh/samples/return-list.ts'
import { sampleReturnManifestPaper } from './sh-zh/samples/return-manifest.ts'

/** An ordinary paper of each form the program issues from its records. */
export const samples: { readonly [Id in FedFormId]: () => PaperOf[Id] } = {
  F15: samplePartsRequestPaper,
  F16: sampleJobVoucherPaper,
  F17: sampleReturnListPaper,
  F19: sampleClaimSummaryPaper,
  F27: samplePartLabelPaper,
  F30: sampleFaultTagPaper,
  F31: sampleReturnManifestPaper,
}

/** An ordinary paper of any form, to show what it looks like and to test it. */
export function sampleOf(id: FormId): PaperBase {
  if (!isFilledForm(id)) return samples[id]()
  const { words, station } = sampleJobVoucherPaper()
  return { words, station, ...filledEntries[id].sample }
}
