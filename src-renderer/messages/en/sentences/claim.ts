import type { claimSentences } from '#domain/sentences/claim'

export const claimEn = {
  'claim.notCovered': 'Judged not covered; cannot be claimed. If the manufacturer agrees, obtain a special approval number',
  'claim.noLines': 'No warranty part, labour or cost; enter at least one line on the order',
  'claim.nothingClaimed': 'The claim amount is 0; there is nothing to claim. Check how each line is charged and its price',
  'claim.amountDiffers': '{kind}: ¥{claimed} claimed, ¥{due} by the [line|lines]; both must agree',
  'claim.oldPartUnlabelled': 'Part line {row} ({part}): {pieces} old [piece|pieces] without a label; label them first',
  'claim.oldPartLost':
    'Part line {row} ({part}): {pieces} old [piece|pieces] reported lost; the maker does not pay for that; change who bears the line to the station or the customer',
  'claim.photosMissing': '{photos} [photo|photos]; the manufacturer asks for {required}. Add the others to the order’s files',
  'claim.photoKindMissing': 'A picture of kind “{kind}” is missing, which the manufacturer asks for; add it to the order’s files',
  'claim.notFinished': 'The work order is not finished; finish it first',
  'claim.tooOld':
    'Finished {days} [day|days] ago, beyond the limit of {limit} [day|days]: it can no longer be claimed; let the chief void the claim and say who bears it',
  'claim.notInOneBatch': 'A claim must be in exactly one batch; it is in {count}',
  'claim.inSealedBatch': 'The claim is in the sealed batch {batchNo}; unseal it first',
  'claim.approvedDiffers': 'An approved claim must be approved at the claimed ¥{claimed}; it is ¥{approved}',
  'claim.partlyOutOfRange': 'A part approval must be above 0 and below the claimed ¥{claimed}',
  'claim.deductionsDiffer': 'Deductions add up to ¥{deducted}; they must equal the difference ¥{difference}',
  'claim.deductionReasonMissing': 'Deduction {row}: enter the reason',
  'claim.rejectedNotZero': 'The approved amount of a rejected claim must be 0',
  'claim.appealFinal': 'Already appealed once; this decision is final and must be settled as it stands',
  'claim.appealLate': 'The decision is more than {days} [day|days] old; it can no longer be appealed and must be settled as it stands',
  'claim.oldPartUndecided': 'Old part {labelNo} has not been accepted yet; enter its verdict first, then settle',
  'claim.notPaid': 'The settlement has not been paid; enter the amount first when it arrives',
  'claim.notReconciled': 'The reconciliation of the month has not been signed; sign it with the manufacturer first',
  'claim.inBatch': 'Claim {no} is in a batch; take it out of the batch first',
} satisfies Record<keyof typeof claimSentences, string>
