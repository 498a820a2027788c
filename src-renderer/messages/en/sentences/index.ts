import type { SentenceKey } from '#domain/sentences/index'
import { attachmentEn } from './attachment.ts'
import { backupEn } from './backup.ts'
import { seatEn } from './seat.ts'
import { batchFileEn } from './batch-file.ts'
import { commonEn } from './common.ts'
import { databaseEn } from './database.ts'
import { importEn } from './import.ts'
import { textEn } from './text.ts'
import { numberingEn } from './numbering.ts'
import { identityEn } from './identity.ts'
import { amountsEn } from './amounts.ts'
import { dueDatesEn } from './due-dates.ts'
import { workOrderEn } from './work-order.ts'
import { partsRequestEn } from './parts-request.ts'
import { returnedPartEn } from './returned-part.ts'
import { manifestEn } from './manifest.ts'
import { claimEn } from './claim.ts'
import { batchEn } from './batch.ts'
import { warrantyEn } from './warranty.ts'
import { workOrderRecordEn } from './work-order-record.ts'
import { makerEn } from './maker.ts'
import { paperEn } from './paper.ts'
import { stockEn } from './stock.ts'
import { formEn } from './form.ts'
import { makerSheetEn } from './maker-sheet.ts'
import { customersEn } from './customers.ts'
import { sessionEn } from './session.ts'
import { stationEn } from './station.ts'
import { blankEn } from './blank.ts'
import { listsEn } from './lists.ts'
import { catalogueEn } from './catalogue.ts'
import { policyTermsEn } from './policy-terms.ts'

/** English twins of #domain/sentences: each feature adds its file and one spread line. */
export const sentencesEn = {
  ...attachmentEn,
  ...backupEn,
  ...seatEn,
  ...batchFileEn,
  ...commonEn,
  ...databaseEn,
  ...importEn,
  ...textEn,
  ...numberingEn,
  ...identityEn,
  ...amountsEn,
  ...dueDatesEn,
  ...workOrderEn,
  ...partsRequestEn,
  ...returnedPartEn,
  ...manifestEn,
  ...claimEn,
  ...batchEn,
  ...warrantyEn,
  ...workOrderRecordEn,
  ...makerEn,
  ...paperEn,
  ...stockEn,
  ...formEn,
  ...makerSheetEn,
  ...customersEn,
  ...sessionEn,
  ...stationEn,
  ...blankEn,
  ...listsEn,
  ...catalogueEn,
  ...policyTermsEn,
} satisfies Record<SentenceKey, string>
