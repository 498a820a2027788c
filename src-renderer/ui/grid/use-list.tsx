import type { GridApi } from 'ag-grid-community'
import { useContext, useEffect, useRef, useState } from 'react'
import { refusalOf, type ApiFeature, type ApiMethod } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Notice } from '../Notice.tsx'
import { useLatest } from '../use-latest.ts'
import { OwnerContext } from './grid-memory.ts'
import { useListTools } from './list-tools.tsx'
import { placeNow, returnToRow } from './return-to-row.ts'
import { listQuery, shownRange } from './rows.ts'
import { manyRows, mostChosenRows, oneRow, tickColumn, useChosen, type Chosen } from './use-chosen.ts'
import { useGridRows } from './use-grid-rows.ts'

type Asked<F extends ApiFeature, M extends ApiMethod<F>, R extends { readonly id: number }> = Omit<
  Parameters<typeof useListTools<R>>[0],
  'chosen'
> & {
  readonly feature: F
  readonly method: M
  readonly api: GridApi<R> | null
  /** further features whose change refreshes the list */
  readonly alsoOn: readonly string[]
  /** several rows may be chosen */
  readonly isMany: boolean
  readonly onChosen: ((chosen: Chosen<R>) => void) | undefined
  /** another value lets go of what is chosen */
  readonly unchooseOn: number
  /** where the cursor begins when one has not been here before */
  readonly firstColumn: string | undefined
}

/** None is chosen: what is done with the list is done with all that match. */
const nothing: readonly number[] = []

/** A list, whether its rows are opened or edited in place: its tools, its rows as the host answers them, and what is chosen of them. */
export function useList<F extends ApiFeature, M extends ApiMethod<F>, R extends { readonly id: number }>(asked: Asked<F, M, R>) {
  const { id, api, feature, method, text, filter, alsoOn, isMany, onChosen, unchooseOn, memory, place, firstColumn, autoFocus } = asked
  const hints = useText('grid')
  const owner = useContext(OwnerContext)
  const [ticked, setTicked] = useState<readonly number[]>(nothing)
  const [said, setSaid] = useState('')
  const { fields, filters, bar } = useListTools<R>({ ...asked, chosen: ticked })
  const narrowed = useLatest({ text, filter, filters })
  const narrowing = JSON.stringify([text, filter, filters])
  const [ask] = useState(() => listQuery<F, M, R>(feature, method))
  const choosing = useChosen<R>({
    api: isMany ? api : null,
    place: `${owner}:${id}`,
    list: `${feature}.${method}`,
    ask,
    narrowed,
    narrowing,
    onChosen: (chosen) => {
      setTicked(chosen.ids)
      setSaid('')
      onChosen?.(chosen)
    },
  })
  const { source, page, failure } = useGridRows<F, M, R>({
    api,
    feature,
    method,
    narrowed,
    narrowing,
    alsoOn,
    onNarrowed: choosing.clear,
    onRecordsChanged: choosing.again,
  })
  const unchoose = useLatest(choosing.clear)
  useEffect(() => {
    if (unchooseOn > 0) unchoose.current()
  }, [unchoose, unchooseOn])

  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  /** Once the first rows are there: back to the row one came from. */
  const restored = useRef(false)
  const onRows = ({ api: grid }: { readonly api: GridApi<R> }) => {
    setRange(shownRange(grid))
    if (isMany) choosing.tick()
    if (!restored.current) restored.current = returnToRow(grid, place, { firstColumn, select: !isMany, autoFocus })
  }
  const keepPlace = (grid: GridApi<R>, row: R | null) => {
    if (restored.current) memory.keepPlace(placeNow(grid, row))
  }
  const chooseAll = () => choosing.all(page?.total ?? 0)
  const onCopied = (rows: number | 'tooMany') =>
    setSaid(rows === 'tooMany' ? hints('copyTooMany', { most: mostChosenRows }) : hints('copiedRows', { rows }))
  return {
    fields,
    filters,
    bar,
    page,
    failures: (
      <>
        {failure !== null && <Notice refusal={refusalOf(failure)} onRetry={() => api?.refreshInfiniteCache()} />}
        {choosing.failure !== null && <Notice refusal={refusalOf(choosing.failure)} onRetry={chooseAll} />}
      </>
    ),
    choosing,
    chooseAll,
    onCopied,
    keepPlace,
    /** for the grid itself */
    rows: {
      datasource: source,
      alwaysShowVerticalScroll: true,
      onModelUpdated: onRows,
      onViewportChanged: onRows,
      onBodyScrollEnd: ({ api: grid }: { readonly api: GridApi<R> }) => keepPlace(grid, null),
      ...(isMany ? { rowSelection: manyRows, selectionColumnDef: tickColumn, onRowSelected: choosing.onTick } : { rowSelection: oneRow }),
    },
    /** for its foot */
    foot: { range, page, choosing: isMany ? { count: ticked.length, all: chooseAll, clear: choosing.clear } : null, said },
  }
}
