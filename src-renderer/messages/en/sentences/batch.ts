import type { batchSentences } from '#domain/sentences/batch'

export const batchEn = {
  'batch.empty': 'The batch has no claims yet; choose some from the pool first',
  'batch.claimNotReady': 'Claim {no} is “{status}”; only ready claims enter a batch',
  'batch.claimOtherMaker': 'Claim {no} belongs to another manufacturer; put it into that manufacturer’s batch',
  'batch.claimOtherPeriod':
    'Claim {no} was finished on {finishedOn}, outside the period {from} to {to}; put it into the batch of its own month',
  'batch.claimElsewhere': 'Claim {no} is already in batch {batchNo}; take it out of that batch first',
  'batch.sumDiffers': 'The batch says ¥{sum}, its claims add up to ¥{due}; take the changed claims out and choose them again',
  'batch.secondHandlerMissing': 'The second handler has not confirmed yet; another person must sign in and confirm',
  'batch.samePerson': 'The second handler must be another person than the handler',
  'batch.notFlaggedSingle':
    'The station had more than one person when the batch was sealed, so its file does not say so; unseal and seal it again, or let another person confirm',
  'batch.singlePerson': 'The station has one person only; the file will say so',
  'batch.alreadyConfirmed': 'The second handler has already confirmed; nothing more is needed',
  'batch.notSealed': 'Seal the batch first',
  'batch.notExported': 'Export the batch file first',
  'batch.notStamped': 'Confirm that the three copies of the claim summary are stamped',
  'batch.exported': 'The batch file has been exported, so the batch cannot be unsealed; submit and withdraw it instead',
  'batch.answerDateMissing': 'Enter the date of the manufacturer’s answer',
  'batch.claimUndecided': 'Claim {no} has no decision yet; enter the manufacturer’s decision first',
  'batch.invoiceMissing': 'Enter the invoice notice first',
  'batch.invoiceDiffers': 'Invoice ¥{amount}; it should be ¥{due}, approved less deductions',
  'batch.invoiceIncomplete': 'Enter invoice number and date',
  'batch.paidMissing': 'Enter the amount received',
  'batch.paidDiffers': '¥{paid} received, ¥{amount} invoiced; explain the difference',
  'batch.notYet': '“{event}” is not possible yet; settle the following first',
  'batch.fixed': 'Batch {no} is sealed; unseal it before changing its claims',
  'batch.notExportable': 'The batch file cannot be written yet; settle the following first',
} satisfies Record<keyof typeof batchSentences, string>
