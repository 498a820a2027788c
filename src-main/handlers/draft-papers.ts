import { findBatch } from '#db/queries/batches'
import { findManifest } from '#db/queries/manifests'
import { findRequest } from '#db/queries/parts-requests'
import { findReturnedPart } from '#db/queries/returned-parts'
import { findWorkOrder } from '#db/queries/work-orders'
import type { FedFormId } from '#domain/form-ids'
import type { PaperLook } from '#domain/paper-stock'
import type { Stack } from '#forms/index'
import { gatherClaimSummary } from './batch-paper.ts'
import { missing, type TaskContext } from './define.ts'
import { stackOfDraft } from './draw-papers.ts'
import { gatherReturnList, gatherReturnManifest } from './manifest-paper.ts'
import { gatherPartsRequest } from './parts-request-paper.ts'
import { gatherFaultTag, gatherPartLabel } from './returned-part-paper.ts'
import { gatherVoucher } from './work-orders-voucher.ts'

/** A form that has not been issued, gathered from the record as it stands: marked 预览, without a number. */
export function draftStack({ db, today }: TaskContext, form: FedFormId, ref: number, look: PaperLook): Stack {
  switch (form) {
    case 'F15':
      return stackOfDraft('F15', gatherPartsRequest(db, findRequest(db, ref) ?? missing('求援单')), look)
    case 'F16':
      return stackOfDraft('F16', gatherVoucher(db, findWorkOrder(db, ref) ?? missing('工单')), look)
    case 'F17':
      return stackOfDraft('F17', gatherReturnList(db, findManifest(db, ref) ?? missing('返厂清单'), '', today), look)
    case 'F19':
      return stackOfDraft('F19', gatherClaimSummary(db, findBatch(db, ref) ?? missing('索赔批次'), ''), look)
    case 'F27':
      return stackOfDraft('F27', gatherPartLabel(db, findReturnedPart(db, ref) ?? missing('旧件'), ''), look)
    case 'F30':
      return stackOfDraft('F30', gatherFaultTag(db, findReturnedPart(db, ref) ?? missing('旧件'), ''), look)
    case 'F31':
      return stackOfDraft('F31', gatherReturnManifest(db, findManifest(db, ref) ?? missing('返厂清单'), '', today), look)
  }
}
