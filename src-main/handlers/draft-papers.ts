import { findBatch } from '#db/queries/batches'
import { findManifest } from '#db/queries/manifests'
import { findRequest } from '#db/queries/parts-requests'
import { findReturnedPart } from '#db/queries/returned-parts'
import { findWorkOrder } from '#db/queries/work-orders'
import type { FedFormId } from '#domain/form-ids'
import type { Page } from '#forms/index'
import { gatherClaimSummary } from './batch-paper.ts'
import { missing, type TaskContext } from './define.ts'
import { pagesOfDraft } from './draw-papers.ts'
import { gatherReturnList, gatherReturnManifest } from './manifest-paper.ts'
import { gatherPartsRequest } from './parts-request-paper.ts'
import { gatherFaultTag, gatherPartLabel } from './returned-part-paper.ts'
import { gatherVoucher } from './work-orders-voucher.ts'

/** The pages of a form that has not been issued, gathered from the record as it stands: marked 预览, without a number. */
export function draftPages({ db, today }: TaskContext, form: FedFormId, ref: number): Page[] {
  switch (form) {
    case 'F15': return pagesOfDraft('F15', gatherPartsRequest(db, findRequest(db, ref) ?? missing('求援单')))
    case 'F16': return pagesOfDraft('F16', gatherVoucher(db, findWorkOrder(db, ref) ?? missing('工单')))
    case 'F17': return pagesOfDraft('F17', gatherReturnList(db, findManifest(db, ref) ?? missing('返厂清单'), '', today))
    case 'F19': return pagesOfDraft('F19', gatherClaimSummary(db, findBatch(db, ref) ?? missing('索赔批次'), ''))
    case 'F27': return pagesOfDraft('F27', gatherPartLabel(db, findReturnedPart(db, ref) ?? missing('旧件'), ''))
    case 'F30': return pagesOfDraft('F30', gatherFaultTag(db, findReturnedPart(db, ref) ?? missing('旧件'), ''))
    case 'F31': return pagesOfDraft('F31', gatherReturnManifest(db, findManifest(db, ref) ?? missing('返厂清单'), '', today))
  }
}
