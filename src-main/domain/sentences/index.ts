import { batchFileSentences } from './batch-file.ts'
import { backupSentences } from './backup.ts'
import { seatSentences } from './seat.ts'
import { attachmentSentences } from './attachment.ts'
import { commonSentences } from './common.ts'
import { databaseSentences } from './database.ts'
import { importSentences } from './import.ts'
import { textSentences } from './text.ts'
import { numberingSentences } from './numbering.ts'
import { identitySentences } from './identity.ts'
import { amountsSentences } from './amounts.ts'
import { workOrderSentences } from './work-order.ts'
import { partsRequestSentences } from './parts-request.ts'
import { returnedPartSentences } from './returned-part.ts'
import { manifestSentences } from './manifest.ts'
import { claimSentences } from './claim.ts'
import { batchSentences } from './batch.ts'
import { dueDatesSentences } from './due-dates.ts'
import { warrantySentences } from './warranty.ts'
import { workOrderRecordSentences } from './work-order-record.ts'
import { makerSentences } from './maker.ts'
import { paperSentences } from './paper.ts'
import { stockSentences } from './stock.ts'
import { formSentences } from './form.ts'
import { makerSheetSentences } from './maker-sheet.ts'
import { customersSentences } from './customers.ts'
import { sessionSentences } from './session.ts'
import { stationSentences } from './station.ts'
import { catalogueSentences } from './catalogue.ts'
import { policyTermsSentences } from './policy-terms.ts'
import { blankSentences } from './blank.ts'
import { listsSentences } from './lists.ts'

/**
 * Every sentence the program says about data: key → Chinese with `{parameters}`. One table, so that screen, command
 * line and reports say the same; the English twins stand in src-renderer/messages/en.
 */
export const sentences = {
  ...batchFileSentences,
  ...backupSentences,
  ...seatSentences,
  ...attachmentSentences,
  ...commonSentences,
  ...databaseSentences,
  ...importSentences,
  ...textSentences,
  ...numberingSentences,
  ...identitySentences,
  ...amountsSentences,
  ...workOrderSentences,
  ...partsRequestSentences,
  ...returnedPartSentences,
  ...manifestSentences,
  ...claimSentences,
  ...batchSentences,
  ...dueDatesSentences,
  ...warrantySentences,
  ...workOrderRecordSentences,
  ...makerSentences,
  ...paperSentences,
  ...stockSentences,
  ...formSentences,
  ...makerSheetSentences,
  ...customersSentences,
  ...sessionSentences,
  ...stationSentences,
  ...catalogueSentences,
  ...policyTermsSentences,
  ...blankSentences,
  ...listsSentences,
} as const

export type SentenceKey = keyof typeof sentences
export type SentenceParams = Readonly<Record<string, string | number>>

/** A sentence not yet put into words. */
export type Sentence = { readonly key: SentenceKey; readonly params: SentenceParams }

export function sentence(key: SentenceKey, params: SentenceParams = {}): Sentence {
  return { key, params }
}

/** Fills `{name}` places; a missing parameter stays visible as `{name}`. */
export function fillIn(template: string, params: SentenceParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** The sentence in Chinese. */
export function say({ key, params }: Sentence): string {
  return fillIn(sentences[key], params)
}
