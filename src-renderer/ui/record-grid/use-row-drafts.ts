import { useRef, useState } from 'react'
import type { Problem } from '#domain/errors'
import { refusalOf } from '../../api.ts'
import type { KeptRows } from './kept-rows.ts'
import { rowKey, type RowDraft } from './row-draft.ts'

export type SaveRow<R> = (row: R, id: number | null) => Promise<{ readonly id: number; readonly revision: number }>

type Options<R> = {
  readonly save: SaveRow<R>
  /** a row was saved: its new revision; `before` null: a new one, yet to come with the list */
  readonly onSaved: (row: R & { id: number; revision: number }, before: R | null) => void
  readonly onChange: () => void
  readonly kept: KeptRows<R>
}

function isAlready<R extends object>(row: R, values: Partial<R>): boolean {
  return Object.entries(values).every(([field, value]) => Object.entries(row).some(([name, is]) => name === field && is === value))
}

/** The rows being typed in: each is saved by itself, at the revision it was seen, and stays until it is taken. */
export function useRowDrafts<R extends { readonly id: number; readonly revision: number }>({ save, onSaved, onChange, kept }: Options<R>) {
  const drafts = useRef(kept.rows)
  const [, redraw] = useState(0)
  const changed = () => {
    redraw((times) => times + 1)
    onChange()
    kept.changed()
  }
  const put = (draft: RowDraft<R>) => {
    drafts.current.set(rowKey(draft.id), draft)
    changed()
  }
  const drop = (key: string) => {
    if (drafts.current.delete(key)) changed()
  }
  const of = (key: string) => drafts.current.get(key)
  const shown = (key: string, row: R): R => ({ ...row, ...of(key)?.values })

  async function store(key: string): Promise<boolean> {
    const draft = of(key)
    if (draft === undefined || draft.saving) return draft === undefined
    if (Object.keys(draft.wrong).length > 0) return false
    if (Object.keys(draft.values).length === 0 && draft.id !== null) {
      drop(key)
      return true
    }
    put({ ...draft, saving: true, refusal: null })
    const row = { ...draft.base, ...draft.values }
    try {
      const saved = await save(row, draft.id)
      drop(key)
      onSaved({ ...row, ...saved }, draft.id === null ? null : draft.base)
      return true
    } catch (error) {
      put({ ...draft, saving: false, refusal: refusalOf(error) })
      return false
    }
  }

  const all = () => [...drafts.current.values()]
  const storeAll = () => {
    for (const { id } of all()) void store(rowKey(id))
  }

  /** What was saved last becomes again what it was before. */
  const undo = ({ row, before }: { readonly row: R; readonly before: R }) => {
    put({ id: row.id, base: row, values: { ...before, revision: row.revision }, wrong: {}, refusal: null, saving: false })
    void store(rowKey(row.id))
  }

  const edit = (
    id: number | null,
    base: R,
    field: string,
    taken: { readonly values: Partial<R> } | { readonly typed: string; readonly why: string },
  ) => {
    if ('values' in taken && of(rowKey(id))?.wrong[field] === undefined && isAlready(shown(rowKey(id), base), taken.values)) return
    const draft: RowDraft<R> = of(rowKey(id)) ?? { id, base, values: {}, wrong: {}, refusal: null, saving: false }
    const { [field]: _, ...wrong } = draft.wrong
    put(
      'values' in taken
        ? { ...draft, values: { ...draft.values, ...taken.values }, wrong, refusal: null }
        : { ...draft, wrong: { ...draft.wrong, [field]: taken } },
    )
  }

  /** The same typing on top of the row as it stands now, saved again. */
  const rebase = (key: string, base: R) => {
    const draft = of(key)
    if (draft === undefined) return
    put({ ...draft, base, refusal: null })
    void store(key)
  }
  /** A row was changed otherwise than here: what is typed stands on it as it is now. */
  const follow = (change: { readonly id: number }) => {
    const draft = of(rowKey(change.id))
    if (draft !== undefined) put({ ...draft, base: { ...draft.base, ...change } })
  }
  const keys = () => [...drafts.current.keys()]
  const troubled = () => all().filter(({ refusal, wrong }) => refusal !== null || Object.keys(wrong).length > 0)
  return { of, shown, drop, store, storeAll, undo, edit, rebase, follow, keys, troubled }
}

export type RowDrafts<R extends { readonly id: number; readonly revision: number }> = ReturnType<typeof useRowDrafts<R>>

/** What is wrong with a field of a row: what cannot be taken, else the first finding of the refused save. */
export function wrongIn<R>(draft: RowDraft<R> | undefined, field: string, say: (problem: Problem) => string): string | undefined {
  const found = draft?.refusal?.problems.find((problem) => problem.field === field)
  return draft?.wrong[field]?.why ?? (found && say(found))
}

/** The first of these fields with something wrong. */
export function firstWrong<R>(
  draft: RowDraft<R> | undefined,
  fields: readonly string[],
  say: (problem: Problem) => string,
): { readonly field: string; readonly why: string } | undefined {
  for (const field of fields) {
    const why = wrongIn(draft, field, say)
    if (why !== undefined) return { field, why }
  }
  return undefined
}
