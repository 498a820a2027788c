import type { AppError } from '#domain/errors'

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

export const newRow = 'new'
export const rowKey = (id: number | null) => (id === null ? newRow : String(id))

/** What was saved last. `before` null: a new record. */
export type Saved<R> = { readonly row: R; readonly before: R | null }

/** The row saved last was changed since by something else, which stays when the save is undone. */
export function savedWith<R extends { readonly id: number }>(saved: Saved<R> | null, change: { readonly id: number }): Saved<R> | null {
  if (saved === null || saved.row.id !== change.id) return saved
  return { row: { ...saved.row, ...change }, before: saved.before && { ...saved.before, ...change } }
}
