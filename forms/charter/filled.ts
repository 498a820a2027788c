import type { FilledEntry } from '../filled-parts.ts'
import { repairRegister, repairRegisterSample } from './c01-repair-register.ts'
import { repairOrder, repairOrderSample } from './c02-repair-order.ts'
import { serviceStatistics, serviceStatisticsSample } from './c03-service-statistics.ts'
import { quotation, quotationSample } from './c04-quotation.ts'
import { callBack, callBackSample } from './c05-call-back.ts'
import { qualityAnalysis, qualityAnalysisSample } from './c06-quality-analysis.ts'
import { liabilityStandard, liabilityStandardSample } from './c07-liability-standard.ts'

/** The forms of the manufacturer's charter (domain.md §1.3). */
export const charterEntries = {
  C01: { form: repairRegister, sample: repairRegisterSample },
  C02: { form: repairOrder, sample: repairOrderSample },
  C03: { form: serviceStatistics, sample: serviceStatisticsSample },
  C04: { form: quotation, sample: quotationSample },
  C05: { form: callBack, sample: callBackSample },
  C06: { form: qualityAnalysis, sample: qualityAnalysisSample },
  C07: { form: liabilityStandard, sample: liabilityStandardSample },
} as const satisfies Readonly<Record<string, FilledEntry>>
