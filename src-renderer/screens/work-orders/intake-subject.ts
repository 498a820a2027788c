import { z } from 'zod'
import { intakeHit } from '#contract/customers'
import { workOrderContent } from '#contract/work-order-content'
import { subjectSchema } from '../customers/subject-form.ts'

/**
 * Whom and what a new order is for. `known`: found on file; without a unit the unit is typed. `new`: both are typed.
 */
export const intakeSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('known'), hit: intakeHit }),
  z.object({ kind: z.literal('new') }),
])
export type IntakeSubject = z.infer<typeof intakeSubject>
export type IntakeHit = z.infer<typeof intakeHit>

export const intakeDraft = z.object({ subject: intakeSubject, typed: subjectSchema, content: workOrderContent })
export type IntakeDraft = z.infer<typeof intakeDraft>

/** Which of the two are typed here. */
export function typedParts(subject: IntakeSubject): { readonly customer: boolean; readonly unit: boolean } {
  return { customer: subject.kind === 'new', unit: subject.kind === 'new' || (subject.kind === 'known' && subject.hit.unit === null) }
}
