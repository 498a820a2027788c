import type { FilledEntry } from '../filled-parts.ts'
import { complaintRegister, complaintRegisterSample } from './x01-complaint-register.ts'
import { complaintHandling, complaintHandlingSample } from './x02-complaint-handling.ts'
import { reception, receptionSample } from './x03-reception.ts'
import { outingRequest, outingRequestSample } from './x04-outing-request.ts'
import { partsIssue, partsIssueSample } from './x05-parts-issue.ts'
import { partsOutstanding, partsOutstandingSample } from './x06-parts-outstanding.ts'
import { invoiceNotice, invoiceNoticeSample } from './x07-invoice-notice.ts'
import { statement, statementSample } from './x08-statement.ts'

/** Forms named in the running text of the sources or required by the process (domain.md §1.4). */
export const furtherEntries = {
  X01: { form: complaintRegister, sample: complaintRegisterSample },
  X02: { form: complaintHandling, sample: complaintHandlingSample },
  X03: { form: reception, sample: receptionSample },
  X04: { form: outingRequest, sample: outingRequestSample },
  X05: { form: partsIssue, sample: partsIssueSample },
  X06: { form: partsOutstanding, sample: partsOutstandingSample },
  X07: { form: invoiceNotice, sample: invoiceNoticeSample },
  X08: { form: statement, sample: statementSample },
} as const satisfies Readonly<Record<string, FilledEntry>>
