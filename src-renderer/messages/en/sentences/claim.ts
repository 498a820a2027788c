import type { claimSentences } from '#domain/sentences/claim'

export const claimEn = {
  'claim.notCovered': 'Judged not covered; cannot be claimed. If the manufacturer agrees, obtain a special approval number',
  'claim.noLines': 'No warranty part, labour or cost; at least one line is needed',
  'claim.nothingClaimed': 'The claim amount is 0; there is nothing to claim',
  'claim.amountDiffers': '{kind}: ¥{claimed} claimed, ¥{due} by the lines; both must agree',
  'claim.oldPartUnlabelled': 'Part line {row} ({part}): {pieces} old piece(s) without a label',
  'claim.photosMissing': '{photos} photo(s); the manufacturer asks for {required}',
  'claim.notFinished': 'The work order is not finished',
  'claim.tooOld': 'Finished {days} days ago, beyond the limit of {limit} days',
  'claim.notInOneBatch': 'A claim must be in exactly one batch; it is in {count}',
  'claim.inSealedBatch': 'The claim is in the sealed batch {batchNo}; unseal it first',
  'claim.approvedDiffers': 'An approved claim must be approved at the claimed ¥{claimed}; it is ¥{approved}',
  'claim.partlyOutOfRange': 'A part approval must be above 0 and below the claimed ¥{claimed}',
  'claim.deductionsDiffer': 'Deductions add up to ¥{deducted}; they must equal the difference ¥{difference}',
  'claim.deductionReasonMissing': 'Deduction {row}: enter the reason',
  'claim.rejectedNotZero': 'The approved amount of a rejected claim must be 0',
  'claim.appealFinal': 'Already appealed once; no further appeal',
  'claim.appealLate': 'The decision is more than {days} days old; no appeal possible',
  'claim.oldPartUndecided': 'Old part {labelNo} has not been accepted yet; cannot be settled',
  'claim.notPaid': 'The settlement has not been paid',
  'claim.notReconciled': 'The reconciliation of the month has not been signed',
} satisfies Record<keyof typeof claimSentences, string>
