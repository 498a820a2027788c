import type { FormId } from '#domain/form-ids'
import type { ApiOutput } from '../../api.ts'

export type FormRow = ApiOutput<'forms', 'catalogue'>[number]
export type FilledRow = ApiOutput<'forms', 'list'>[number]

export type FormGroup = 'maker' | 'appliance' | 'charter' | 'further'
export const formGroups: readonly FormGroup[] = ['maker', 'appliance', 'charter', 'further']
const byLetter: Readonly<Record<string, FormGroup>> = { F: 'maker', A: 'appliance', C: 'charter' }

/** F01 … are the manufacturer's, A the appliance chain's, C the charter's (domain.md §1). */
export function groupOf(form: FormId): FormGroup {
  return byLetter[form.slice(0, 1)] ?? 'further'
}

/** Its number on paper; some forms have none and are called by our own. */
export function numberOf({ form, code }: FormRow): string {
  return code === '' ? form : code
}

/**
 * The forms found by their id, number on paper, name in either language, or pinyin initials: first those that begin with what was
 * typed; the manufacturer's own before those of other trades.
 */
export function foundForms(rows: readonly FormRow[], nameOf: (form: FormId) => string, typed: string): readonly FormRow[] {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s—–-]/g, '')
  const word = plain(typed)
  const namesOf = ({ form, code, title, letters }: FormRow) => [form, code, title, nameOf(form), letters].map(plain)
  const inGroups = formGroups.flatMap((group) => rows.filter(({ form }) => groupOf(form) === group))
  const found = inGroups.filter((row) => namesOf(row).some((name) => name.includes(word)))
  const begins = (row: FormRow) => namesOf(row).some((name) => name.startsWith(word))
  return [...found.filter(begins), ...found.filter((row) => !begins(row))]
}

/** The page whose work issues a form, and its name among the pages. */
export const placeOfFed = {
  F15: { to: '/requests', key: 'requests' },
  F16: { to: '/work-orders', key: 'workOrders' },
  F17: { to: '/old-parts?view=manifests', key: 'oldParts' },
  F19: { to: '/claims', key: 'claims' },
  F27: { to: '/old-parts', key: 'oldParts' },
  F30: { to: '/old-parts', key: 'oldParts' },
  F31: { to: '/old-parts?view=manifests', key: 'oldParts' },
} as const

export function isFed(form: FormId): form is keyof typeof placeOfFed {
  return Object.hasOwn(placeOfFed, form)
}
