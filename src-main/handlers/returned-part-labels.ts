import type { AppContract } from '#contract/index'
import { findReturnedPart } from '#db/queries/returned-parts'
import { formCode } from '#domain/numbering'
import { missing, type Handler } from './define.ts'
import { issuePaper } from './issue-paper.ts'
import { followRequests } from './parts-request-follow.ts'
import { advancePiece, collectPiece } from './returned-part-steps.ts'
import { nothingSaidOfPart } from './returned-part-facts.ts'
import { gatherFaultTag, gatherPartLabel } from './returned-part-paper.ts'

/**
 * 贴标签: the label number is the label's own document number, so F27 or F30 is frozen in the same act (settled.md 14).
 * A piece still 待回收 is taken into the store on the way: the label is tied on where it lies.
 */
export const labelReturnedParts: Handler<AppContract['returnedParts']['label']> = (context, { ids, form }) => {
  const orders = new Set<number>()
  const papers = ids.map((returnedPartId) => {
    collectFirst(returnedPartId)
    const piece = findReturnedPart(context.db, returnedPartId) ?? missing('旧件')
    const { paperId, number } = issuePaper(context, {
      form,
      formCode: formCode.label,
      manufacturerId: piece.manufacturerId,
      subjectKind: 'returnedPart',
      subjectId: piece.id,
      subject: `${piece.partName} ${piece.partCode}`,
      gather: (labelNo: string) => (form === 'F27' ? gatherPartLabel : gatherFaultTag)(context.db, piece, labelNo),
    })
    advancePiece(context, piece, 'label', nothingSaidOfPart, { labelNo: number, labelledAt: context.now })
    orders.add(piece.workOrderId)
    return { returnedPartId, labelNo: number, paperId }
  })
  for (const workOrderId of orders) followRequests(context, workOrderId)
  return { papers }

  function collectFirst(id: number): void {
    const piece = findReturnedPart(context.db, id) ?? missing('旧件')
    if (piece.status === 'toCollect') collectPiece(context, piece, null)
  }
}
