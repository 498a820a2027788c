import { createContext, useContext } from 'react'
import type { Problem } from '#domain/errors'

/** What a form says to all its fields: findings by field path, whether it is only read, what a printed paper froze. */
export type FormSetting = {
  readonly problems: readonly Problem[]
  readonly readOnly: boolean
  /** why it is only read, where that is not plain from the page: the right is another role's */
  readonly readOnlyWhy: string | null
  /** the paper that froze fields, and which (null: all) */
  readonly frozen: { readonly by: string; readonly fields: readonly string[] | null } | null
}

export const FormContext = createContext<FormSetting>({ problems: [], readOnly: false, readOnlyWhy: null, frozen: null })

export function useFormSetting(): FormSetting {
  return useContext(FormContext)
}

/**
 * Scrolls to a field by its path and puts the cursor there. A path into lines (`partLines.2.qty`) falls back to what
 * holds it (`partLines`), so every finding has somewhere to lead.
 */
export function jumpToField(path: string): boolean {
  for (let name = path; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
    if (place === null) continue
    place.scrollIntoView({ block: 'center' })
    const within = place.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]')
    // the cell of a line is a place for the keys itself
    const field = within ?? (place.hasAttribute('tabindex') ? place : null)
    field?.focus({ preventScroll: true })
    // What is wrong is typed over, as on the way by Enter.
    if (field instanceof HTMLInputElement) field.select()
    place.classList.add('field-called')
    setTimeout(() => place.classList.remove('field-called'), 1600)
    return true
  }
  return false
}

/** To a field of a page that is only just being opened: tried until it is there, four seconds at most. */
export function jumpWhenThere(path: string, left = 40): void {
  if (left > 0 && !jumpToField(path)) setTimeout(() => jumpWhenThere(path, left - 1), 100)
}

/** Where a schema refused what was typed: to the first of its findings. */
export function jumpToIssue(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined): void {
  const first = error?.issues[0]
  if (first !== undefined) jumpToField(first.path.map(String).join('.'))
}
