import type { FilledEntry } from '../filled-parts.ts'
import { orderTransfer, orderTransferSample } from './a01-order-transfer.ts'
import { dispatchFeedback, dispatchFeedbackSample } from './a02-dispatch-feedback.ts'
import { vehicleUse, vehicleUseSample } from './a03-vehicle-use.ts'
import { complaintContact, complaintSample } from './a04-complaint-contact.ts'
import { jobApplication, jobApplicationSample } from './a05-job-application.ts'
import { staffTransfer, staffTransferSample } from './a06-staff-transfer.ts'
import { documentRegister, documentRegisterSample } from './a07-document-register.ts'
import { qualityContact, qualityContactSample } from './a08-quality-contact.ts'
import { installationCosts, installationCostsSample } from './a09-installation-costs.ts'
import { bonusSettlement, bonusSettlementSample } from './a10-bonus-settlement.ts'
import { exchangeOrder, exchangeOrderSample } from './a11-exchange-order.ts'
import { exchangeRequest, exchangeRequestSample } from './a12-exchange-request.ts'
import { loan, loanSample } from './a13-loan.ts'
import { makerSheet, makerSheetSample } from './a14-maker-sheet.ts'

/** The forms of the appliance chain (domain.md §1.2). */
export const applianceEntries = {
  A01: { form: orderTransfer, sample: orderTransferSample },
  A02: { form: dispatchFeedback, sample: dispatchFeedbackSample },
  A03: { form: vehicleUse, sample: vehicleUseSample },
  A04: { form: complaintContact, sample: complaintSample },
  A05: { form: jobApplication, sample: jobApplicationSample },
  A06: { form: staffTransfer, sample: staffTransferSample },
  A07: { form: documentRegister, sample: documentRegisterSample },
  A08: { form: qualityContact, sample: qualityContactSample },
  A09: { form: installationCosts, sample: installationCostsSample },
  A10: { form: bonusSettlement, sample: bonusSettlementSample },
  A11: { form: exchangeOrder, sample: exchangeOrderSample },
  A12: { form: exchangeRequest, sample: exchangeRequestSample },
  A13: { form: loan, sample: loanSample },
  A14: { form: makerSheet, sample: makerSheetSample },
} as const satisfies Readonly<Record<string, FilledEntry>>
