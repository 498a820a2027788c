import type { FormId } from '#domain/form-ids'
import { useApiCommand, useApiQuery } from '../../api.ts'

const key = 'form-favourites'

/** The forms a person uses most, on every seat: ids joined by a comma among the person's preferences. */
export function useFavourites() {
  const { data } = useApiQuery('session', 'preferences', {})
  const keep = useApiCommand('session', 'preference')
  const chosen = (data?.[key] ?? '').split(',').filter((form) => form !== '')
  const has = (form: FormId) => chosen.includes(form)
  const toggle = (form: FormId) =>
    void keep.run({ key, value: (has(form) ? chosen.filter((each) => each !== form) : [...chosen, form]).join(',') })
  return { has, toggle, count: chosen.length }
}
