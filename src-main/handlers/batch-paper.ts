import { listClaimRowsOfBatch, listClaimsOfBatch, type Claim } from '#db/queries/claims'
import type { Batch } from '#db/queries/batches'
import { listOrderPartLines } from '#db/queries/work-orders'
import type { Reader } from '#db/types'
import { sumFen, type Fen } from '#domain/money'
import type { ClaimType } from '#domain/words'
import type { ClaimSummaryPaper } from '#forms/sh-zh/bd-19-claim-summary'
import { paperBase } from './paper-base.ts'

/** F19 市场质量索赔汇总表; `hash` of batch.json, '' while previewing. 厂方核定 stays blank until headquarters answers. */
export function gatherClaimSummary(db: Reader, batch: Batch, hash: string): ClaimSummaryPaper {
  const claims = new Map(listClaimsOfBatch(db, batch.id).map((claim) => [claim.id, claim]))
  const rows = listClaimRowsOfBatch(db, batch.id)
  const sum = (pick: (claim: Claim) => Fen): Fen => sumFen([...claims.values()].map(pick))
  const lines = rows.flatMap((row) => {
    const claim = claims.get(row.id)
    if (!claim) return []
    return [
      {
        voucherNo: row.voucherNo,
        customerName: row.customerName,
        model: row.modelName,
        frameNo: row.frameNo,
        claimType: row.type,
        mainPart: row.mainPart,
        qty: mainQuantity(db, row.workOrderId),
        parts: claim.partsFen,
        labour: claim.labourFen,
        outing: claim.outingFen,
        other: claim.otherFen,
        total: claim.totalFen,
        approved: null,
      },
    ]
  })
  const countOf = (...types: ClaimType[]): number => rows.filter((row) => types.includes(row.type)).length
  return {
    ...paperBase(db, batch.manufacturerId),
    batchNo: batch.no ?? '',
    batchHash: hash,
    period: { from: batch.periodFrom, to: batch.periodTo },
    products: productsOf(rows.map((row) => row.modelName)),
    lines,
    sums: {
      qty: lines.reduce((total, line) => total + line.qty, 0),
      parts: sum((c) => c.partsFen),
      labour: sum((c) => c.labourFen),
      outing: sum((c) => c.outingFen),
      other: sum((c) => c.otherFen),
      total: sum((c) => c.totalFen),
      approved: null,
    },
    counts: {
      general: countOf('general', 'partExchange', 'urgent', 'additional', 'outOfWarranty', 'special', 'campaign'),
      outing: countOf('outing'),
      presale: countOf('presale'),
      freeService: countOf('freeService'),
      total: rows.length,
    },
  }
}

/** The models of a batch; beyond six how many there are, since each line names its own. */
export function productsOf(modelNames: readonly string[]): string {
  const models = [...new Set(modelNames)]
  const named = models.slice(0, 6).join('、')
  return models.length > 6 ? `${named} 等 ${models.length} 种车型` : named
}

function mainQuantity(db: Reader, workOrderId: number): number {
  const lines = listOrderPartLines(db, workOrderId)
  return (lines.find((line) => line.isMain) ?? lines[0])?.qty ?? 0
}
