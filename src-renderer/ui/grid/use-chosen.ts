import type { GridApi, RowSelectedEvent, RowSelectionOptions } from 'ag-grid-community'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { api as host } from '../../api.ts'
import { useLatest } from '../use-latest.ts'
import type { Page, PageQuestion } from './rows.ts'
import { sortOf } from './column-layout.ts'

/** `rows` null: more are chosen than are looked at one by one (or they are just being read). */
export type Chosen<R> = { readonly ids: readonly number[]; readonly rows: readonly R[] | null }
/** So many rows come along with what is chosen; what is done with more of them is done by their ids. */
export const mostChosenRows = 500

// The grid starts over whenever one of these is another object, so they stand here.
export const oneRow: RowSelectionOptions = { mode: 'singleRow', checkboxes: false, enableClickSelection: true }
export const manyRows: RowSelectionOptions = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: false,
  enableClickSelection: false,
  copySelectedRows: false,
}
export const tickColumn = { width: 36, minWidth: 36, resizable: false, suppressHeaderMenuButton: true } as const

const none = { ids: [], rows: [] } as const
/** What was chosen in each person's lists of this window, so that it is found again on the way back. */
const kept = new Map<string, { readonly narrowing: string; readonly ids: readonly number[] }>()
/** The ticks a person sets; what the program sets follows from what is chosen. */
const byHand: ReadonlySet<string> = new Set(['checkboxSelected', 'rowClicked', 'spaceKey'])

type Narrowed = Pick<PageQuestion, 'text' | 'filter' | 'filters'>
type Asked<R> = {
  readonly api: GridApi<R> | null
  /** person and list */
  readonly place: string
  /** the list's name for the host, e.g. `claims.list` */
  readonly list: string
  readonly ask: (question: PageQuestion) => Promise<Page<R>>
  readonly narrowed: RefObject<Narrowed>
  readonly narrowing: string
  readonly onChosen: (chosen: Chosen<R>) => void
}

/**
 * What is chosen in a list, in sight or not: the ticks show it, and it is narrowed to what the list still holds whenever
 * that changes. Ctrl+A takes all that match.
 */
export function useChosen<R extends { readonly id: number }>({ api, place, list, ask, narrowed, narrowing, onChosen }: Asked<R>) {
  const [failure, setFailure] = useState<unknown>(null)
  const held = useRef<Chosen<R>>(none)
  const now = useLatest({ narrowing, onChosen })

  /** The ticks of the rows that are here; those that come later are ticked as they come. */
  const tick = () => {
    const ids = new Set(held.current.ids)
    api?.forEachNode((node) => {
      if (node.data !== undefined && ids.has(node.data.id) !== node.isSelected()) node.setSelected(ids.has(node.data.id))
    })
  }
  const put = (next: Chosen<R>) => {
    held.current = next
    kept.set(place, { narrowing: now.current.narrowing, ids: next.ids })
    setFailure(null)
    now.current.onChosen(next)
    tick()
  }
  /** The answer of the host, unless something else was chosen or asked for meanwhile. */
  const take = async (read: Promise<Chosen<R>>) => {
    const [before, asked] = [held.current, now.current.narrowing]
    try {
      const next = await read
      if (held.current === before && now.current.narrowing === asked) put(next)
    } catch (error) {
      setFailure(error)
    }
  }
  const question = (): Omit<PageQuestion, 'offset' | 'limit'> => ({ ...narrowed.current, sort: sortOf(api?.getColumnState() ?? []) })
  const readAll = async (): Promise<Chosen<R>> => ({ ids: (await host.lists.ids({ list, question: question() })).ids, rows: null })
  const readRows = async (of: Omit<PageQuestion, 'offset' | 'limit'>): Promise<Chosen<R>> => {
    const { rows } = await ask({ ...of, offset: 0, limit: mostChosenRows })
    return { ids: rows.map(({ id }) => id), rows }
  }
  const among = async (ids: readonly number[]): Promise<Chosen<R>> => {
    const of = question()
    if (ids.length <= mostChosenRows) return readRows({ ...of, filters: [...of.filters, { field: 'id', op: 'ids', value: ids }] })
    const there = new Set((await readAll()).ids)
    return { ids: ids.filter((id) => there.has(id)), rows: null }
  }
  const again = () => {
    if (held.current.ids.length > 0) void take(among(held.current.ids))
  }
  const all = (total: number) => {
    const here: R[] = []
    api?.forEachNode(({ data }) => {
      if (data !== undefined) here.push(data)
    })
    if (here.length === total && total <= mostChosenRows) put({ ids: here.map(({ id }) => id), rows: here })
    else void take(total <= mostChosenRows ? readRows(question()) : readAll())
  }
  const onTick = ({ data, node, source }: RowSelectedEvent<R>) => {
    if (data === undefined || !byHand.has(source)) return
    const { ids, rows } = held.current
    const others = ids.filter((id) => id !== data.id)
    const otherRows = rows?.filter(({ id }) => id !== data.id) ?? null
    const next = node.isSelected()
      ? { ids: [...others, data.id], rows: otherRows === null ? null : [...otherRows, data] }
      : { ids: others, rows: otherRows }
    const tooMany = next.ids.length > mostChosenRows
    put(tooMany ? { ids: next.ids, rows: null } : next)
    if (!tooMany && next.rows === null) again()
  }
  const clear = () => {
    if (held.current.ids.length > 0) put(none)
  }

  const returned = useLatest(() => {
    const before = kept.get(place)
    if (before !== undefined && before.ids.length > 0 && before.narrowing === narrowing) void take(among(before.ids))
  })
  useEffect(() => {
    if (api) returned.current()
  }, [api, returned])

  return { held, failure, tick, again, all, onTick, clear }
}
