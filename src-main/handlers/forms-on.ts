import { proposedForms, type FormId } from '#domain/form-ids'
import type { MakerWords } from '#forms/words'

/** Whether a form is offered; where nothing is said the proposed ones are not. */
export function isFormOn(words: MakerWords, form: FormId): boolean {
  return words.formsOn?.[form] ?? !proposedForms.includes(form)
}
