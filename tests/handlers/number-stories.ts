import { addDays } from '#domain/dates'
import type { FormId } from '#domain/form-ids'
import { filledEntries } from '#forms/index'
import type { TestHost } from '#tests/support/host'

export const asSheet = { profile: 'default', startAt: 1 } as const
export const everything = { form: null, year: null, state: null, packId: null } as const

export type NumberStories = Awaited<ReturnType<typeof numberStories>>

/** Numbers given out, filled in and looked up at a station. */
export async function numberStories(station: TestHost) {
  const manufacturerId = (await station.api.catalogue.manufacturers({}))[0]?.id ?? 0

  async function reserve(form: FormId, count: number, more: { purpose?: 'reserve' | 'recover'; days?: number } = {}) {
    return station.api.numbers.reserve({
      form,
      manufacturerId,
      count,
      purpose: more.purpose ?? 'reserve',
      reason: '停电时手填',
      holder: '前台小李',
      dueOn: addDays(station.today(), more.days ?? 7),
    })
  }

  async function fill(blankId: number | null = null, form: 'F13' | 'A03' = 'F13') {
    const { id, revision } = await station.api.forms.save({
      id: null,
      revision: 0,
      form,
      manufacturerId,
      workOrderId: null,
      content: filledEntries[form].sample,
      blankId,
    })
    return station.api.forms.issue({ id, revision })
  }

  async function register(
    filter: Partial<{ form: FormId; state: 'blank' | 'entered' | 'returned' | 'voided' | 'issued' | 'recovering'; packId: number }> = {},
  ) {
    const { rows } = await station.api.numbers.list({
      offset: 0,
      limit: 100,
      sort: [{ column: 'number', direction: 'asc' }],
      text: '',
      filter: { ...everything, ...filter },
    })
    return rows
  }

  async function states(form: FormId): Promise<string[]> {
    return (await register({ form })).map(({ number, state }) => `${number.slice(-4)} ${state}`)
  }

  return { manufacturerId, reserve, fill, register, states }
}
