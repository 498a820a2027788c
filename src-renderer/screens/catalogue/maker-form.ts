import { z } from 'zod'
import { contract } from '#contract/index'
import type { ApiOutput } from '../../api.ts'

export type Maker = ApiOutput<'catalogue', 'manufacturers'>[number]
export type FormWords = ApiOutput<'catalogue', 'formWords'>
export type FormDefaults = FormWords['forms'][number]

const typed = z.string().trim().max(120)
const ofForm = z.object({ title: z.array(typed), code: typed, note: z.string().trim().max(400), copies: z.array(typed), signatories: z.array(typed) })

/** What is typed about a manufacturer: '' stands for the default of the form. */
export const makerForm = contract.catalogue.saveManufacturer.input.omit({ words: true }).extend({ names: z.record(z.string(), typed), forms: z.record(z.string(), ofForm) })
export type MakerForm = z.input<typeof makerForm>

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}

function itemOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : undefined
}

/** What differs from the default, else ''. */
function own(value: unknown, standard: string): string {
  const said = textOf(value)
  return said === standard ? '' : said
}

function formOf(said: unknown, defaults: FormDefaults): MakerForm['forms'][string] {
  return {
    title: [0, 1].map((line) => own(itemOf(fieldOf(said, 'title'), line), defaults.title[line] ?? '')),
    code: own(fieldOf(said, 'code'), defaults.code), note: own(fieldOf(said, 'note'), defaults.note),
    copies: defaults.copies.map(({ label }, index) => own(fieldOf(itemOf(fieldOf(said, 'copies'), index), 'label'), label)),
    signatories: defaults.signatories.map((title, index) => own(itemOf(fieldOf(said, 'signatories'), index), title)),
  }
}

/** A stored manufacturer as it is edited. */
export function toForm({ id, revision, name, shortName, serviceDept, phone, address, returnTemplate, hourRateFen, active, words }: Maker, defaults: FormWords): MakerForm {
  return {
    id, revision, name, shortName, serviceDept, phone, address, returnTemplate, hourRateFen, active,
    names: Object.fromEntries(Object.keys(defaults.names).map((key) => [key, own(words[key], defaults.names[key] ?? '')])),
    forms: Object.fromEntries(defaults.forms.map((form) => [form.id, formOf(fieldOf(words['forms'], form.id), form)])),
  }
}

/** Colour and hidden parts of a stored copy. */
function looksOf(copy: unknown): Record<string, unknown> {
  return Object.fromEntries(['stripe', 'hides'].flatMap((key) => (fieldOf(copy, key) === undefined ? [] : [[key, fieldOf(copy, key)]])))
}

const isSaid = (text: string) => text !== ''

/** What a form says otherwise than its default; null when nothing. Of a list that differs in one place the whole is kept. */
function overridesOf(said: MakerForm['forms'][string], defaults: FormDefaults, before: unknown): Record<string, unknown> | null {
  // colours and what a copy leaves out are edited with the form (表单中心)
  const looks = defaults.copies.map((copy, index) => ({ ...copy, ...looksOf(itemOf(fieldOf(before, 'copies'), index)) }))
  const isOtherLook = JSON.stringify(looks) !== JSON.stringify(defaults.copies)
  const overrides = {
    ...(said.title.some(isSaid) ? { title: said.title.map((line, index) => line || (defaults.title[index] ?? '')).filter(isSaid) } : {}),
    ...(isSaid(said.code) ? { code: said.code } : {}), ...(isSaid(said.note) ? { note: said.note } : {}),
    ...(said.copies.some(isSaid) || isOtherLook ? { copies: looks.map((copy, index) => ({ ...copy, label: said.copies[index] || copy.label })) } : {}),
    ...(said.signatories.some(isSaid) ? { signatories: defaults.signatories.map((title, index) => said.signatories[index] || title) } : {}),
  }
  return Object.keys(overrides).length === 0 ? null : overrides
}

/** The stored words with what was typed; words this page does not show are kept. */
export function toWords({ names, forms }: MakerForm, before: Maker['words'], defaults: FormWords): Record<string, unknown> {
  const kept = Object.entries(before).filter(([key]) => !(key in defaults.names) && key !== 'forms')
  const said = Object.entries(names).filter(([, text]) => isSaid(text))
  const ofForms = defaults.forms.flatMap((form) => {
    const typedWords = forms[form.id]
    const overrides = typedWords === undefined ? null : overridesOf(typedWords, form, fieldOf(before['forms'], form.id))
    // Words of a form that have no field here (its part of the number) stay.
    const rest = Object.entries(fieldOf(before['forms'], form.id) ?? {}).filter(([key]) => !['title', 'code', 'note', 'copies', 'signatories'].includes(key))
    return overrides === null && rest.length === 0 ? [] : [[form.id, { ...Object.fromEntries(rest), ...overrides }] as const]
  })
  return { ...Object.fromEntries(kept), ...Object.fromEntries(said), forms: Object.fromEntries(ofForms) }
}

/** How many places of a form differ from its default. */
export function countOwn(said: MakerForm['forms'][string] | undefined): number {
  return said === undefined ? 0 : [...said.title, said.code, said.note, ...said.copies, ...said.signatories].filter(isSaid).length
}
