import { useText } from '../../messages/index.ts'
import type { Saved } from './row-draft.ts'

const isActive = (row: object) => 'active' in row && row.active === true

/** The keys; once a row was saved: which one, with the way back; how many rows wait to be saved. */
export function LastSaved<R extends object>({
  saved,
  unsaved,
  nameOf,
  onUndo,
  onUnsaved,
}: {
  readonly saved: Saved<R> | null
  readonly unsaved: number
  readonly nameOf: (row: R) => string
  readonly onUndo: () => void
  /** to the next row that is not saved */
  readonly onUnsaved: () => void
}) {
  const text = useText('ui')
  const before = saved?.before ?? null
  const isRetired = before !== null && saved !== null && isActive(before) && !isActive(saved.row)
  return (
    <div className="record-saved small">
      {unsaved > 0 && (
        <span className="tone-warn">
          !{' '}
          <button type="button" className="link" aria-keyshortcuts="F8" title={text('toUnsavedRow')} onClick={onUnsaved}>
            {text('rowsUnsaved', { count: unsaved })} F8
          </button>{' '}
          · {text('rowsSavedBy')}
        </span>
      )}
      {saved === null && unsaved === 0 && <span className="muted">{text('rowKeys')}</span>}
      <span role="status" className="tone-ok">
        {saved !== null && `✓ ${text(isRetired ? 'recordRetired' : 'recordSaved', { name: nameOf(saved.row) })}`}
      </span>
      {before !== null && (
        <button type="button" className="link" aria-keyshortcuts="Control+Z" onClick={onUndo}>
          {text('undo')} Ctrl+Z
        </button>
      )}
    </div>
  )
}
