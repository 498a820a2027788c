import { useCallback, useState } from 'react'
import { contract } from '#contract/index'
import { type MakerSheet, usualSheet } from '#domain/maker-sheet'
import type { ApiOutput } from '../../../api.ts'

type Stored = ApiOutput<'makerSheets', 'get'>

type Edits = {
  readonly past: readonly MakerSheet[]
  readonly now: MakerSheet
  readonly future: readonly MakerSheet[]
  /** what was changed last: typing on in one field is one step */ readonly what: string
}

const longestPast = 200

export type Change = (next: (before: MakerSheet) => MakerSheet, what?: string) => void

const emptySheet: MakerSheet = { ...usualSheet, background: null, fields: [] }

const begunFrom = ({ sheet }: Stored): Edits => ({ past: [], now: sheet ?? emptySheet, future: [], what: '' })
const areSame = (one: MakerSheet, other: MakerSheet) => JSON.stringify(one) === JSON.stringify(other)

/** As the host keeps it: texts trimmed. One the host would refuse goes as it is, to be refused there. */
const asKept = (sheet: MakerSheet): MakerSheet => contract.makerSheets.save.input.shape.sheet.safeParse(sheet).data ?? sheet

/**
 * The sheet being edited, the way back and forth through its changes, and the version it began from. A version saved
 * meanwhile is taken over while nothing was changed here, and when it is the one sent from here; else `isBehind`, and
 * what was changed stays until `takeTheirs` or `keepMine`.
 */
export function useSheetEdits(stored: Stored) {
  const [edits, setEdits] = useState(() => begunFrom(stored))
  const [base, setBase] = useState(stored)
  const [sent, setSent] = useState<MakerSheet | null>(null)
  const isDirty = !areSame(edits.now, base.sheet ?? emptySheet)
  const isNewer = stored.version !== base.version
  const isOwn = stored.sheet !== null && sent !== null && areSame(asKept(stored.sheet), sent)
  const takeTheirs = () => {
    setBase(stored)
    setEdits(begunFrom(stored))
  }
  const keepMine = () => setBase(stored)
  if (isNewer && isOwn) keepMine()
  else if (isNewer && !isDirty) takeTheirs()
  const sending = (): MakerSheet => {
    const next = asKept(edits.now)
    setEdits((edit) => ({ ...edit, now: next, what: '' }))
    setSent(next)
    return next
  }
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
  return {
    sheet: edits.now,
    change,
    undo,
    redo,
    canUndo: edits.past.length > 0,
    canRedo: edits.future.length > 0,
    version: base.version,
    isDirty,
    isBehind: isNewer && isDirty && !isOwn,
    takeTheirs,
    keepMine,
    sending,
  }
}
