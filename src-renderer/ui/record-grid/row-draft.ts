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
