import type { AppContract } from '#contract/index'
import type { OutputOf } from '#contract/define'
import { listReturnedPartsOfOrder } from '#db/queries/returned-parts'
import { listSteps } from '#db/queries/step-history'
import type { Reader } from '#db/types'
import { labourAmount, outingAmount, partAmount } from '#domain/amounts'
import { isClaimedLine } from './claim-facts.ts'
import type { OrderPicture } from './work-orders-picture.ts'

type ClaimLine = OutputOf<AppContract['claims']['get']>['lines'][number]
type LostPiece = ClaimLine['lost'][number]

/** Every line of the order as it stands: what it comes to, and who bears what the maker is not asked for (M04, §3.3, §3.4). */
export function claimLines(db: Reader, picture: OrderPicture): ClaimLine[] {
  const { partLines, labourLines, outings, otherFees } = picture.content
  const lost = lostPieces(db, picture)
  const borne = (line: Parameters<typeof isClaimedLine>[1] & object) => ({
    chargeMode: line.chargeMode,
    claimed: isClaimedLine(picture, line),
    lost: [],
  })
  return [
    ...partLines.map((line) => ({
      ...borne(line),
      kind: 'parts' as const,
      name: line.partName,
      qty: line.qty,
      unitFen: line.priceFen,
      amountFen: partAmount(line),
      sum: [],
      lost: lost.filter(({ partLineId }) => partLineId === line.id).map(({ piece }) => piece),
    })),
    ...labourLines.map((line) => ({
      ...borne(line),
      kind: 'labour' as const,
      name: line.labourName,
      qty: line.hours,
      unitFen: line.rateFen,
      amountFen: labourAmount(line),
      sum: [],
    })),
    ...outings.map((line) => {
      const { amount, lines } = outingAmount(line, picture.terms)
      return {
        ...borne(line),
        kind: 'outing' as const,
        name: line.place,
        qty: null,
        unitFen: null,
        amountFen: amount,
        sum: lines.slice(0, -1),
      }
    }),
    ...otherFees.map((line) => ({
      ...borne(line),
      kind: 'other' as const,
      name: line.kind,
      qty: null,
      unitFen: null,
      amountFen: line.amountFen,
      sum: [],
    })),
  ]
}

/** 报损, with what was said of it: who bears it, and why. */
function lostPieces(db: Reader, { id }: OrderPicture): { partLineId: number | null; piece: LostPiece }[] {
  if (id === null) return []
  return listReturnedPartsOfOrder(db, id)
    .filter(({ status }) => status === 'lost')
    .map(({ id: pieceId, labelNo, partLineId }) => ({
      partLineId,
      piece: {
        id: pieceId,
        labelNo: labelNo ?? '',
        note: listSteps(db, 'returnedPart', pieceId).findLast(({ event }) => event === 'lose')?.note ?? '',
      },
    }))
}
