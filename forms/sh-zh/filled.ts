import type { FilledEntry } from '../filled.ts'
import { appraisalRequest, appraisalRequestSample } from './bd-13-appraisal-request.ts'

/** The fill-in forms of the manufacturer's set. */
export const manufacturerEntries = {
  F13: { form: appraisalRequest, sample: appraisalRequestSample },
} as const satisfies Readonly<Record<string, FilledEntry>>
