import type { paperSentences } from '#domain/sentences/paper'

export const paperEn = {
  'paper.missingCharacters':
    '“{title}” holds characters that no print font has: {characters}. Write them another way; no number has been used yet',
  'paper.missingCharacter': '“{character}” ({name}) cannot be printed; it stands in “{text}”. Use another character',
  'paper.reprintReason': '{count} of them [was|were] printed before; give a reason for the reprint (at least 2 characters)',
  'paper.alreadyVoid': '{number} is void already',
  'paper.labelPacked': 'The part of label {number} is packed or shipped; unpack it before voiding the label',
  'paper.voidByRequest': 'Request {number} was sent to the manufacturer; withdraw it under Parts requests to void it',
  'paper.requestAnswered':
    'Parts request {number} is “{status}” and its paper must be kept as evidence; only one the maker has not answered yet can be withdrawn',
  'paper.labelInBatch':
    'Label {number} stands in the sealed batch {no} and cannot be voided; print it again if it is torn, or unseal the batch first',
  'paper.voidByBatch': 'Summary {number} belongs to a sealed batch; unseal the batch under Claims to void it',
  'paper.voidByManifest': 'List {number} is in use; withdraw it under Old parts to void it',
  'paper.voucherClaimed': 'Claim {no} of voucher {number} is in state {status}; take it out of the batch or wait until it is sent back',
  'paper.pictureLost':
    'A picture is not in the data folder ({hash}): restore the folder attachments from a backup; a manufacturer’s own sheet can also be printed as data only',
  'paper.noneInPeriod': 'There are no papers to print in this period; change the dates, the forms or the state',
  'paper.tooManyToPrint': 'There are {count}; at most {limit} are printed at once. Print by period or number in parts',
} satisfies Record<keyof typeof paperSentences, string>
