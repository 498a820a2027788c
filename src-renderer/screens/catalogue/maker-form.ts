import { z } from 'zod'
import { contract } from '#contract/index'
import type { ApiOutput } from '../../api.ts'

export type Maker = ApiOutput<'catalogue', 'manufacturers'>[number]
/** The names forms print by default. */
export type MakerNames = ApiOutput<'catalogue', 'makerNames'>

const typed = z.string().trim().max(120)

/** What is typed about a manufacturer: '' stands for the default name. */
export const makerForm = contract.catalogue.saveManufacturer.input.omit({ words: true }).extend({ names: z.record(z.string(), typed) })
export type MakerForm = z.input<typeof makerForm>

/** What differs from the default, else ''. */
function own(value: unknown, standard: string): string {
  return typeof value === 'string' && value !== standard ? value : ''
}

/** A stored manufacturer as it is edited. */
export function toForm(
  { id, revision, name, shortName, serviceDept, phone, address, returnTemplate, hourRateFen, active, words }: Maker,
  defaults: MakerNames,
): MakerForm {
  return {
    id,
    revision,
    name,
    shortName,
    serviceDept,
    phone,
    address,
    returnTemplate,
    hourRateFen,
    active,
    names: Object.fromEntries(Object.entries(defaults).map(([key, standard]) => [key, own(words[key], standard)])),
  }
}

/** The stored words with the names typed here; the words of single forms are those of 表单中心 and stay. */
export function toWords({ names }: MakerForm, before: Maker['words'], defaults: MakerNames): Record<string, unknown> {
  const kept = Object.entries(before).filter(([key]) => !(key in defaults))
  return { ...Object.fromEntries(kept), ...Object.fromEntries(Object.entries(names).filter(([, text]) => text !== '')) }
}

/** The forms whose title, copies or signatures this manufacturer words otherwise. */
export function reworded({ words: { forms } }: Maker): readonly string[] {
  return typeof forms === 'object' && forms !== null
    ? Object.entries(forms)
        .filter(([, said]) => typeof said === 'object' && said !== null && Object.keys(said).length > 0)
        .map(([id]) => id)
    : []
}
