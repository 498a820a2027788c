import type { FilledEntry } from '../filled.ts'
import { technicianMonth, technicianMonthSample } from './bd-11-technician-month.ts'
import { technicianJobs, technicianJobsSample } from './bd-12-technician-jobs.ts'
import { appraisalRequest, appraisalRequestSample } from './bd-13-appraisal-request.ts'
import { exchangeRequest, exchangeRequestSample } from './bd-14-exchange-request.ts'
import { appraisalNotice, appraisalNoticeSample } from './bd-18-appraisal-notice.ts'

/** The fill-in forms of the manufacturer's set. */
export const manufacturerEntries = {
  F11: { form: technicianMonth, sample: technicianMonthSample },
  F12: { form: technicianJobs, sample: technicianJobsSample },
  F13: { form: appraisalRequest, sample: appraisalRequestSample },
  F14: { form: exchangeRequest, sample: exchangeRequestSample },
  F18: { form: appraisalNotice, sample: appraisalNoticeSample },
} as const satisfies Readonly<Record<string, FilledEntry>>
