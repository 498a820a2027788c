import type { SentenceKey } from '#domain/sentences/index'
import { batchFileEn } from './batch-file.ts'
import { commonEn } from './common.ts'
import { importEn } from './import.ts'
import { textEn } from './text.ts'
import { numberingEn } from './numbering.ts'
import { identityEn } from './identity.ts'
import { amountsEn } from './amounts.ts'
import { dueDatesEn } from './due-dates.ts'

/** English twins of #domain/sentences: each feature adds its file and one spread line. */
export const sentencesEn = {
  ...batchFileEn,
  ...commonEn,
  ...importEn,
  ...textEn,
  ...numberingEn,
  ...identityEn,
  ...amountsEn,
  ...dueDatesEn,
} satisfies Record<SentenceKey, string>
