import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef, useState } from 'react'
import { onChanged, type ApiFeature, type ApiMethod } from '../../api.ts'
import { useLatest } from '../use-latest.ts'
import { datasource, listQuery, type Page, type PageQuestion } from './rows.ts'

type Asked<F extends ApiFeature, M extends ApiMethod<F>, R> = {
  readonly api: GridApi<R> | null
  readonly feature: F
  readonly method: M
  /** text and filters of this moment */
  readonly narrowed: { readonly current: Pick<PageQuestion, 'text' | 'filter' | 'filters'> }
  /** the same as one text: another one asks anew */
  readonly narrowing: string
  readonly alsoOn: readonly string[]
  /** the list is another one, or its records changed: what was chosen in it may be gone */
  readonly onNarrowed?: () => void
  readonly onRecordsChanged?: () => void
}

/** The rows of a grid as the host answers them, asked anew when the list is narrowed otherwise or a record changed. */
export function useGridRows<F extends ApiFeature, M extends ApiMethod<F>, R>({
  api,
  feature,
  method,
  narrowed,
  narrowing,
  alsoOn,
  onNarrowed,
  onRecordsChanged,
}: Asked<F, M, R>) {
  const [page, setPage] = useState<Page<R> | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  // A Grid asks one list for as long as it stands.
  const [source] = useState(() =>
    datasource<R>({
      ask: listQuery<F, M, R>(feature, method),
      narrowed: () => ({ text: narrowed.current.text, filter: narrowed.current.filter, filters: narrowed.current.filters }),
      onAnswer: (answer) => {
        setPage(answer)
        setFailure(null)
      },
      onFailed: setFailure,
    }),
  )

  const told = useLatest({ onNarrowed, onRecordsChanged })
  const asked = useRef(narrowing)
  useEffect(() => {
    if (!api || asked.current === narrowing) return undefined
    asked.current = narrowing
    const timer = setTimeout(() => {
      told.current.onNarrowed?.()
      if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top')
      api.refreshInfiniteCache()
    }, 120)
    return () => clearTimeout(timer)
  }, [api, narrowing, told])

  useEffect(
    () =>
      onChanged((topics) => {
        if (!topics.includes('*') && !topics.includes(feature) && !alsoOn.some((topic) => topics.includes(topic))) return
        api?.refreshInfiniteCache()
        told.current.onRecordsChanged?.()
      }),
    [api, feature, alsoOn, told],
  )

  return { source, page, failure }
}
