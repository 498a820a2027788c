import type { batchFileSentences } from '#domain/sentences/batch-file'

export const batchFileEn = {
  'workbook.notWorkbook':
    'This file is not an Excel workbook (.xlsx), or it is damaged. Open it in Excel / WPS, save it as “Excel workbook (.xlsx)” and try again.',
  'workbook.password': 'This workbook opens only with a password. Remove the password in Excel / WPS, save it and try again.',
  'workbook.oldFormat':
    'This is an old format (.xls or another old Office file). Save it as “Excel workbook (.xlsx)” in Excel / WPS and try again.',
  'workbook.tooLarge': 'The workbook is too large (at most {megabytes} MB). Split it into several files.',
  'workbook.tooManyRows': 'Sheet “{sheet}” has more than {rows} [row|rows]. Split it into several files.',

  'batchFile.zipEnd': 'The file is incomplete, or something follows its end: it is not a batch file as this program writes it.',
  'batchFile.zipDirectory': 'The directory of the archive does not fit its content: the file is damaged or was changed.',
  'batchFile.zipGap': 'No file begins at byte {at} of the archive: the file is damaged or was changed.',
  'batchFile.zipName': 'The file name “{name}” in the archive is not allowed.',
  'batchFile.zipTwice': '“{name}” is in the archive twice.',
  'batchFile.zipPacked': '“{name}” in the archive is compressed: batch files are not, so this one was packed again.',
  'batchFile.zipHeader': 'The marks of “{name}” in the archive differ from those of a batch file: it was packed again or changed.',
  'batchFile.zipSize': '“{name}” in the archive claims to be larger than the file itself: incomplete or changed.',
  'batchFile.zipChanged': 'The content of “{name}” does not fit its check code: the file is damaged or was changed.',
  'batchFile.zipDate': 'The moment {at} cannot be written into an archive (only the years 1980 to 2107).',
  'batchFile.zipFull': 'The batch file is too large (at most 65534 files and 4 GB). Make several batches.',

  'batchFile.missing': '“{name}” is missing from the batch file.',
  'batchFile.extra': '“{name}” is in the batch file but not on its list.',
  'batchFile.order': 'The files in the archive are out of order: number {place} should be “{expected}”, but it is “{found}”.',
  'batchFile.notJson': '“{name}” is not JSON text in UTF-8.',
  'batchFile.format': '{path} of “{name}” does not follow the format: {detail}',
  'batchFile.version': '“{name}” has format version {version}; this program knows {known} only. Verify it with a newer program.',
  'batchFile.notCanonical': '“{name}” is not written as laid down (order of keys, blanks or repeated keys): it was changed.',
  'batchFile.hash': 'The SHA-256 of “{name}” is not the one listed: listed {expected}…, found {found}…',
  'batchFile.manifest': '{label} in manifest.json does not fit batch.json: listed {expected}, should be {found}.',
  'batchFile.workbook': 'batch.xlsx differs from the workbook made anew from batch.json: it was changed.',
  'batchFile.bytes': 'Byte {at} differs from the batch file made anew from its content: the file was changed.',
  'batchFile.noSummary': 'The claim summary (forms/F19-….pdf) is missing.',
  'batchFile.twoSummaries': 'There should be exactly one claim summary (F19), but there are {count}.',
  'batchFile.paperName': 'The paper “{name}” is named wrongly; it should look like forms/F16-number.pdf.',
  'batchFile.notPdf': 'The paper “{name}” is not a PDF file.',
  'batchFile.voucherOfOther': 'manifest.json lists voucher {voucher} under claim {claim}, whose voucher should be {expected}.',
  'batchFile.voucherOrder':
    'manifest.json lists the voucher of claim {claim} out of order: each should stand there once, in the order of batch.json.',
  'batchFile.voucherPlace':
    'manifest.json has voucher {voucher} in “{file}”, page {page}; it should be in “{expected}”, page {expectedPage}.',
  'batchFile.volumeUnused': 'manifest.json lists no voucher of “{name}”: every file of vouchers should have its vouchers listed.',
  'batchFile.voucherPages':
    'manifest.json lists {listed} [page|pages] of vouchers in “{name}”, which should have as many, but it has {found}: list or PDF was changed',
  'batchFile.pagesUnread':
    'The pages of “{name}” cannot be counted; it should be a PDF written by this program: it was replaced or changed',
  'batchFile.voucherMissing': '{count} repair [voucher|vouchers] (F16) [is|are] not enclosed, for example {example}.',

  'batchFile.noClaims': 'The batch has no claims.',
  'batchFile.period': 'The claim period begins on {from}, after it ends on {to}.',
  'batchFile.claimTwice': 'Claim {no} is in the batch twice.',
  'batchFile.voucherTwice': 'Voucher {no} is used by two claims.',
  'batchFile.lineOrder': 'Claim {no}: the numbers of {label} should run from 1 without gaps; line {place} says {found}.',
  'batchFile.partAmount': 'Claim {no}, part line {line}: {quantity} × {price} should be {expected} yuan, but it says {found} yuan.',
  'batchFile.labourAmount': 'Claim {no}, labour line {line}: {hours} h × {rate} should be {expected} yuan, but it says {found} yuan.',
  'batchFile.outingAmount': 'Claim {no}, outing line {line}: the costs add up to {expected} yuan, but it says {found} yuan.',
  'batchFile.claimSum': 'Claim {no}: {label} should be {expected} yuan (sum of its lines), but it says {found} yuan.',
  'batchFile.batchCount': '{label} of the batch should be {expected}, but it says {found}.',
  'batchFile.batchSum': '{label} of the batch should be {expected} yuan (sum of its claims), but it says {found} yuan.',
  'batchFile.oldPartLine': 'Claim {no}: old part “{label}” points to part line {line}, which does not exist.',
  'batchFile.oldPartQuantity': 'Claim {no}, part line {line}: {quantity} replaced, but {found} old [part is|parts are] listed.',
  'batchFile.labelTwice': 'Old-part label {label} is used twice.',
  'batchFile.attachmentTwice': 'Attachment “{name}” is listed twice.',
  'batchFile.sameHandler': 'Both handlers are “{name}”: two persons must sign, or the station must be marked as single-person.',
  'batchFile.noSecondHandler': 'No second handler has confirmed, and the station is not marked as single-person.',
} satisfies Record<keyof typeof batchFileSentences, string>
