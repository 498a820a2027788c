import { useCallback, useState } from 'react'
import type { MakerSheet } from '#domain/maker-sheet'

type Edits = {
  readonly past: readonly MakerSheet[]
  readonly now: MakerSheet
  readonly future: readonly MakerSheet[]
  /** what was changed last: typing on in one field is one step */ readonly what: string
}

const longestPast = 200

export type Change = (next: (before: MakerSheet) => MakerSheet, what?: string) => void

/** The sheet being edited, and the way back and forth through its changes. */
export function useSheetEdits(first: MakerSheet) {
  const [edits, setEdits] = useState<Edits>({ past: [], now: first, future: [], what: '' })
  const change = useCallback<Change>(
    (next, what = '') =>
      setEdits(({ past, now, what: before }) => {
        const after = next(now)
        if (after === now) return { past, now, future: [], what: before }
        return { past: what !== '' && what === before ? past : [...past, now].slice(-longestPast), now: after, future: [], what }
      }),
    [],
  )
  const undo = useCallback(
    () =>
      setEdits((edit) => {
        const last = edit.past.at(-1)
        return last === undefined ? edit : { past: edit.past.slice(0, -1), now: last, future: [edit.now, ...edit.future], what: '' }
      }),
    [],
  )
  const redo = useCallback(
    () =>
      setEdits((edit) => {
        const [next, ...future] = edit.future
        return next === undefined ? edit : { past: [...edit.past, edit.now], now: next, future, what: '' }
      }),
    [],
  )
  return { sheet: edits.now, change, undo, redo, canUndo: edits.past.length > 0, canRedo: edits.future.length > 0 }
}
