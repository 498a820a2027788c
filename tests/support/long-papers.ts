import { setTimeout as delay } from 'node:timers/promises'
import type { Api } from '#contract/index'
import type { LocalDate } from '#domain/dates'
import { filledEntries } from '#forms/index'

/** Issues so many papers of so many rows that drawing them takes some seconds. */
export async function manyLongPapers(api: Api, many: number): Promise<void> {
  const manufacturerId = (await api.catalogue.manufacturers({}))[0]?.id ?? 0
  const { sample } = filledEntries.F13
  const parts = Array.from({ length: 300 }, (_, nth) => sample.tables['parts']?.[nth % (sample.tables['parts'].length || 1)] ?? {})
  for (let nth = 0; nth < many; nth += 1) {
    const draft = await api.forms.save({
      id: null,
      revision: 0,
      form: 'F13',
      manufacturerId,
      workOrderId: null,
      content: { values: sample.values, tables: { parts } },
    })
    await api.forms.issue({ id: draft.id, revision: draft.revision })
  }
}

/** Enough that a stop reaches the host before its turn, however quick the drawing and slow the browser is. */
const exportsAtOnce = 6

/** Another seat exports the long papers of today, several times: whatever is drawn next waits for its turn. Answers once they are begun. */
export async function exportingElsewhere(api: Api, today: LocalDate): Promise<{ readonly drawn: Promise<unknown> }> {
  const exportIds = Array.from({ length: exportsAtOnce }, () => crypto.randomUUID())
  const drawn = Promise.all(
    exportIds.map((exportId) =>
      api.papers.printPeriod({ from: today, to: today, state: 'all', forms: ['F13'], into: 'pdf', reason: '', exportId }),
    ),
  )
  for (const exportId of exportIds) while ((await api.lists.exportProgress({ exportId })) === null) await delay(2)
  return { drawn }
}
