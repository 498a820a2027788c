import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef, useState } from 'react'
import type { Condition } from '#domain/list-filter'
import { useApiQuery } from '../../api.ts'
import { useLatest } from '../use-latest.ts'
import { known, type Askable } from './conditions.ts'
import type { GridMemory, useGridMemory } from './grid-memory.ts'
import type { SavedView } from './SavedViews.tsx'
import { applyState } from './view-state.ts'

type Opened<R> = {
  readonly id: string
  readonly api: GridApi<R> | null
  readonly memory: ReturnType<typeof useGridMemory>
  readonly place: GridMemory
  readonly askable: readonly Askable[]
  readonly base: string
  readonly onBase: ((base: string) => void) | undefined
  readonly text: string
  readonly onText: ((text: string) => void) | undefined
  /** the cursor goes back into the rows */
  readonly back: () => void
}

/** What the list is narrowed by, and the saved view it stands in. */
export function useGridView<R>({ id, api, memory, place, askable, base, onBase, text, onText, back }: Opened<R>) {
  const [filters, setFilters] = useState<readonly Condition[]>(() => known(place.filters, askable))
  const [view, setView] = useState<SavedView | null>(place.view)
  const narrow = (next: readonly Condition[]) => {
    setFilters(next)
    memory.keepPlace({ filters: next, row: 0, openId: null })
  }
  const openView = (next: SavedView | null) => {
    if (!api) return
    setView(next)
    if (next === null) api.resetColumnState()
    else applyState(api, next.state)
    memory.keepPlace({ view: next })
    narrow(next === null ? [] : known(next.state.filters, askable))
    if (next !== null && next.state.base !== base) onBase?.(next.state.base)
    if (next !== null && next.state.text !== text) onText?.(next.state.text)
    back()
  }
  useDefaultView(id, api !== null && place.isNew, openView)
  return { filters, narrow, view, openView }
}

/** The person's default view, once, when the list is opened for the first time in this window. */
function useDefaultView(grid: string, due: boolean, open: (view: SavedView) => void): void {
  const { data: views } = useApiQuery('views', 'list', { grid }, { enabled: due })
  const done = useRef(false)
  const opened = useLatest(open)
  useEffect(() => {
    if (!due || done.current || views === undefined) return
    done.current = true
    const usual = views.find(({ isDefault }) => isDefault)
    if (usual !== undefined) opened.current(usual)
  }, [due, views, opened])
}
