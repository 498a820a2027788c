import type { FilledEntry } from '../filled-parts.ts'
import { technicianMonth, technicianMonthSample } from './bd-11-technician-month.ts'
import { technicianJobs, technicianJobsSample } from './bd-12-technician-jobs.ts'
import { appraisalRequest, appraisalRequestSample } from './bd-13-appraisal-request.ts'
import { exchangeRequest, exchangeRequestSample } from './bd-14-exchange-request.ts'
import { appraisalNotice, appraisalNoticeSample } from './bd-18-appraisal-notice.ts'
import { stationMonth, stationMonthSample } from './bd-20-station-month.ts'
import { qualityFeedback, qualityFeedbackSample } from './bd-21-quality-feedback.ts'
import { serviceReport, serviceReportSample } from './bd-22-service-report.ts'
import { qualityMonth, qualityMonthSample } from './bd-23-quality-month.ts'
import { businessMonth, businessMonthSample } from './bd-24-business-month.ts'
import { repairFeedback, repairFeedbackSample } from './bd-25-repair-feedback.ts'
import { partsExchange, partsExchangeSample } from './bd-26-exchange-of-parts.ts'
import { boxLabel, boxLabelSample } from './bd-28-box-label.ts'
import { shippingHandover, shippingHandoverSample } from './bd-29-shipping-handover.ts'

/** The fill-in forms of the manufacturer's set. */
export const manufacturerEntries = {
  F11: { form: technicianMonth, sample: technicianMonthSample },
  F12: { form: technicianJobs, sample: technicianJobsSample },
  F13: { form: appraisalRequest, sample: appraisalRequestSample },
  F14: { form: exchangeRequest, sample: exchangeRequestSample },
  F18: { form: appraisalNotice, sample: appraisalNoticeSample },
  F20: { form: stationMonth, sample: stationMonthSample },
  F21: { form: qualityFeedback, sample: qualityFeedbackSample },
  F22: { form: serviceReport, sample: serviceReportSample },
  F23: { form: qualityMonth, sample: qualityMonthSample },
  F24: { form: businessMonth, sample: businessMonthSample },
  F25: { form: repairFeedback, sample: repairFeedbackSample },
  F26: { form: partsExchange, sample: partsExchangeSample },
  F28: { form: boxLabel, sample: boxLabelSample },
  F29: { form: shippingHandover, sample: shippingHandoverSample },
} as const satisfies Readonly<Record<string, FilledEntry>>
