import { useContext, useEffect, useState } from 'react'
import { z } from 'zod'
import { announce, api } from '../../api.ts'
import { discardDraft, keepDraft, loadDraft } from '../../drafts.ts'
import { isLeaving } from '../../transport.ts'
import { OwnerContext } from '../grid/grid-memory.ts'
import { rowKey, type RowDraft } from './row-draft.ts'

const pause = 300

/** The unsaved rows of one list: in this window, so that one comes back to them, and on the host, so that neither a reload nor a power cut loses them. */
export type KeptRows<R> = { readonly rows: Map<string, RowDraft<R>>; readonly changed: () => void }

type List = { readonly key: string; readonly owner: string; readonly title: string; readonly rows: Map<string, RowDraft<unknown>> }

const open = new Map<string, List>()
const timers = new Map<List, ReturnType<typeof setTimeout>>()
/** lists the host holds rows of */
const written = new Set<List>()
const watching = new Set<() => void>()

/** How many rows of a person's lists are typed in and not yet saved. */
export const unsavedRows = (owner: string) =>
  [...open.values()].filter((list) => list.owner === owner).reduce((sum, { rows }) => sum + rows.size, 0)
/** Whether a draft holds rows that are counted as rows already. */
export const isCounted = (owner: string, draft: string) => open.has(`${owner} ${draft}`)
export function watchUnsavedRows(listener: () => void): () => void {
  watching.add(listener)
  return () => watching.delete(listener)
}

const content = z.array(
  z.object({
    id: z.int().nullable(),
    base: z.record(z.string(), z.unknown()),
    values: z.record(z.string(), z.unknown()),
    wrong: z.record(z.string(), z.object({ typed: z.string(), why: z.string() })),
  }),
)

function write(list: List): void {
  clearTimeout(timers.get(list))
  timers.delete(list)
  const { key, title, rows } = list
  if (rows.size === 0 && !written.delete(list)) return
  if (rows.size > 0) written.add(list)
  const typed = [...rows.values()].map(({ id, base, values, wrong }) => ({ id, base, values, wrong }))
  void (rows.size === 0 ? discardDraft(key) : keepDraft(key, title, typed)).then(() => announce(['drafts']))
}

function changed(list: List): void {
  clearTimeout(timers.get(list))
  if (isLeaving()) write(list)
  else
    timers.set(
      list,
      setTimeout(() => write(list), pause),
    )
  for (const listener of watching) listener()
}

window.addEventListener('pagehide', () => {
  for (const list of timers.keys()) write(list)
})

async function read(list: List): Promise<void> {
  const found = await loadDraft(list.key)
  const rows = content.safeParse(found?.content)
  if (found === null || !rows.success) return
  await api.drafts.adopt({ key: list.key, seat: found.seat })
  for (const row of rows.data) list.rows.set(rowKey(row.id), { ...row, refusal: null, saving: false })
  written.add(list)
}

/** Null while the host is asked what was left unsaved. `title`: what the person calls the list. */
export function useKeptRows<R>(id: string, title: string): KeptRows<R> | null {
  const owner = useContext(OwnerContext)
  const key = `rows:${id}`
  const at = `${owner} ${key}`
  const [list, setList] = useState(open.get(at))
  useEffect(() => {
    if (list !== undefined) return
    const asked: List = { key, owner, title, rows: new Map() }
    void read(asked)
      .catch(() => undefined)
      .then(() => {
        open.set(at, open.get(at) ?? asked)
        setList(open.get(at))
        for (const listener of watching) listener()
      })
  }, [list, at, key, owner, title])
  if (list === undefined) return null
  // safe: a list is named by its grid, which holds rows of one kind
  return { rows: list.rows as Map<string, RowDraft<R>>, changed: () => changed(list) }
}
