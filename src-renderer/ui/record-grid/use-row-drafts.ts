import { useRef, useState } from 'react'
import type { AppError, Problem } from '#domain/errors'
import { refusalOf } from '../../api.ts'

/** What is typed in a row and not yet saved. `id` null: the new record. */
export type RowDraft<R> = {
  readonly id: number | null
  /** the row as it was when typing began; its revision goes with the save */
  readonly base: R
  readonly values: Partial<R>
  /** texts that cannot be taken, by field: what was typed and why not */
  readonly wrong: Readonly<Record<string, { readonly typed: string; readonly why: string }>>
  readonly refusal: AppError | null
  readonly saving: boolean
}

export type SaveRow<R> = (row: R, id: number | null) => Promise<{ readonly id: number; readonly revision: number }>

type Options<R> = {
  readonly save: SaveRow<R>
  /** a row was saved: its new revision; `before` null: a new one, yet to come with the list */
  readonly onSaved: (row: R & { id: number; revision: number }, before: R | null) => void
  readonly onChange: () => void
  /** what was typed outlives the list: one comes back to it */
  readonly kept: Map<string, RowDraft<R>>
}

export const newRow = 'new'
export const rowKey = (id: number | null) => (id === null ? newRow : String(id))

const keptDrafts = new Map<string, Map<string, unknown>>()

/** The unsaved rows of one list of one person, for as long as the window is open. */
export function draftsOf<R>(list: string): Map<string, RowDraft<R>> {
  const drafts = keptDrafts.get(list) ?? new Map<string, unknown>()
  keptDrafts.set(list, drafts)
  // safe: a list is named by its grid, which holds rows of one kind
  return drafts as Map<string, RowDraft<R>>
}

/** The rows being typed in: each is saved by itself, at the revision it was seen, and stays until it is taken. */
export function useRowDrafts<R extends { readonly id: number; readonly revision: number }>({ save, onSaved, onChange, kept }: Options<R>) {
  const drafts = useRef(kept)
  const [, redraw] = useState(0)
  const changed = () => { redraw((times) => times + 1); onChange() }
  const put = (draft: RowDraft<R>) => { drafts.current.set(rowKey(draft.id), draft); changed() }
  const drop = (key: string) => { if (drafts.current.delete(key)) changed() }
  const of = (key: string) => drafts.current.get(key)
  const shown = (key: string, row: R): R => ({ ...row, ...of(key)?.values })

  async function store(key: string): Promise<boolean> {
    const draft = of(key)
    if (draft === undefined || draft.saving) return draft === undefined
    if (Object.keys(draft.wrong).length > 0) return false
    if (Object.keys(draft.values).length === 0 && draft.id !== null) { drop(key); return true }
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

  const edit = (id: number | null, base: R, field: string, taken: { readonly values: Partial<R> } | { readonly typed: string; readonly why: string }) => {
    const draft: RowDraft<R> = of(rowKey(id)) ?? { id, base, values: {}, wrong: {}, refusal: null, saving: false }
    const { [field]: _, ...wrong } = draft.wrong
    put('values' in taken ? { ...draft, values: { ...draft.values, ...taken.values }, wrong, refusal: null } : { ...draft, wrong: { ...draft.wrong, [field]: taken } })
  }

  /** The same typing on top of the row as it stands now. */
  const rebase = (key: string, base: R) => {
    const draft = of(key)
    if (draft !== undefined) put({ ...draft, base, refusal: null })
  }
  return { of, all: () => [...drafts.current.values()], shown, put, drop, store, edit, rebase }
}

export type RowDrafts<R extends { readonly id: number; readonly revision: number }> = ReturnType<typeof useRowDrafts<R>>

/** What is wrong with a field of a row: what cannot be taken, else the first finding of the refused save. */
export function wrongIn<R>(draft: RowDraft<R> | undefined, field: string, say: (problem: Problem) => string): string | undefined {
  const found = draft?.refusal?.problems.find((problem) => problem.field === field)
  return draft?.wrong[field]?.why ?? (found && say(found))
}
