/** Forms a feature of the program issues from its records (domain.md §1). */
export const fedForms = ['F15', 'F16', 'F17', 'F19', 'F27', 'F30', 'F31'] as const

/*
 * Forms filled in on screen, by hand or from what the program knows, with the part of the document number that is theirs
 * (domain.md §0.5, §1).
 */
const manufacturerForms = {
  F11: 'BD11',
  F12: 'BD12',
  F13: 'BD13',
  F14: 'BD14',
  F18: 'BD18',
  F20: 'BD20',
  F21: 'BD21',
  F22: 'BD22',
  F23: 'BD23',
  F24: 'BD24',
  F25: 'BD25',
  F26: 'BD26',
  F28: 'BD28',
  F29: 'BD29',
} as const
const applianceForms = {
  A01: 'A01',
  A02: 'A02',
  A03: 'A03',
  A04: 'A04',
  A05: 'A05',
  A06: 'A06',
  A07: 'A07',
  A08: 'A08',
  A09: 'A09',
  A10: 'A10',
  A11: 'A11',
  A12: 'A12',
  A13: 'A13',
  A14: 'A14',
} as const
const charterForms = {
  C01: 'C01',
  C02: 'C02',
  C03: 'C03',
  C04: 'C04',
  C05: 'C05',
  C06: 'C06',
  C07: 'C07',
} as const
const furtherForms = {
  X01: 'X01',
  X02: 'X02',
  X03: 'X03',
  X04: 'X04',
  X05: 'X05',
  X06: 'X06',
  X07: 'X07',
  X08: 'X08',
} as const

export const filledForms = { ...manufacturerForms, ...applianceForms, ...charterForms, ...furtherForms } as const

export type FedFormId = (typeof fedForms)[number]
export type FilledFormId = keyof typeof filledForms
export type FilledFormCode = (typeof filledForms)[FilledFormId]
export type FormId = FedFormId | FilledFormId

/** Every form, in the order of the catalogue. */
export const formIds: readonly FormId[] = [...fedForms, ...(Object.keys(filledForms) as FilledFormId[])].sort() // its keys are its ids

/** Judgement about what stood in the gaps of the seed: switched off until a station's manufacturer is known to use them (domain.md §1.0). */
export const proposedForms: readonly string[] = ['F14', 'F18', 'F26', 'F28', 'F29']

export function isFilledForm(form: string): form is FilledFormId {
  return Object.hasOwn(filledForms, form)
}

export function isFormId(form: string): form is FormId {
  return formIds.some((id) => id === form)
}
