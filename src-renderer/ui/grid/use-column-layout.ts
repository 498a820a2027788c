import type { ColDef, ColumnMovedEvent, ColumnResizedEvent, ColumnVisibleEvent, GridApi, SortChangedEvent } from 'ag-grid-community'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useLatest } from '../use-latest.ts'
import { applyLayout, layoutOf } from './column-layout.ts'
import { withoutRoom, type ColumnPlace } from './column-room.ts'
import type { useGridMemory } from './grid-memory.ts'

type Asked<R> = {
  readonly api: GridApi<R> | null
  readonly definitions: readonly ColDef<R>[]
  /** the place the grid fills */
  readonly body: RefObject<HTMLElement | null>
  /** px of it that are no column of ours: boxes to tick */
  readonly beside: number
  readonly memory: ReturnType<typeof useGridMemory>
}

const scrollBar = 16
/** What the grid does by itself is nobody's wish. */
const byItself: ReadonlySet<string> = new Set(['gridOptionsChanged', 'flex', 'gridInitializing'])

/** The columns of a list as the person left them, else as many as have room. Give the grid `definitions` and `listeners`. */
export function useColumnLayout<R>({ api, definitions, body, beside, memory }: Asked<R>) {
  const [without, setWithout] = useState('')
  const now = useLatest(memory)
  useLayoutEffect(() => {
    const place = body.current
    if (place === null) return undefined
    const look = () => setWithout(withoutRoom(definitions, place.clientWidth - beside - scrollBar).join(' '))
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [body, definitions, beside])
  const fitting = useMemo(() => {
    const gone = new Set(without.split(' '))
    return definitions.map((definition): ColDef<R> => {
      const place: ColumnPlace | undefined = definition.context
      return { ...definition, initialHide: place?.hidden === true || gone.has(definition.colId ?? '') }
    })
  }, [definitions, without])
  // New definitions take the grid back to its beginnings, so what the person made of them is put in again. The grid tells of it in a moment, as if somebody had done it.
  const settling = useRef(0)
  useEffect(() => {
    if (!api || api.isDestroyed()) return
    settling.current += 1
    applyLayout(api, now.current.read().layout)
    setTimeout(() => {
      settling.current -= 1
    })
  }, [api, fitting, now])

  const keep = (source: string) => {
    if (api && settling.current === 0 && !byItself.has(source)) memory.keepLayout(layoutOf(api))
  }
  const listeners = {
    onSortChanged: ({ source }: SortChangedEvent<R>) => keep(source),
    onColumnVisible: ({ source }: ColumnVisibleEvent<R>) => keep(source),
    onColumnMoved: ({ finished, source }: ColumnMovedEvent<R>) => {
      if (finished) keep(source)
    },
    onColumnResized: ({ finished, source }: ColumnResizedEvent<R>) => {
      if (finished) keep(source)
    },
  }
  return { definitions: fitting, listeners }
}
