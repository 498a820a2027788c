import { useContext, useSyncExternalStore } from 'react'
import { useApiCommand, useApiQuery } from '../api.ts'
import { dayTime } from '../format.ts'
import { useSentence, useText } from '../messages/index.ts'
import { platform } from '../transport.ts'
import { OwnerContext } from '../ui/grid/grid-memory.ts'
import { isCounted, unsavedRows, watchUnsavedRows } from '../ui/record-grid/kept-rows.ts'
import { useSession } from './session.ts'

/** What lets one sleep: the last proven backup, nothing unsaved. */
export function FootLine() {
  const text = useText('frame')
  const say = useSentence()
  const { version } = useSession()
  const { data: summary } = useApiQuery('home', 'summary', {})
  const owner = useContext(OwnerContext)
  const rows = useSyncExternalStore(watchUnsavedRows, () => unsavedRows(owner))
  const { data } = useApiQuery('drafts', 'list', {})
  const drafts = (data ?? []).filter(({ key }) => !isCounted(owner, key))
  const unsaved = [
    ...(rows > 0 ? [text('unsavedRows', { count: rows })] : []),
    ...(drafts.length > 0 ? [text('drafts', { count: drafts.length })] : []),
  ]
  const backUp = useApiCommand('backups', 'make')
  const last = backUp.running
    ? text('backingUp')
    : summary?.lastBackupAt
      ? text('backedUp', { time: dayTime(summary.lastBackupAt).slice(5) })
      : text('notBackedUp')
  return (
    <footer className="frame-foot">
      <output className={summary && summary.lastBackupAt === null && !backUp.running ? 'tone-warn' : ''}>{last}</output>
      <button type="button" className="link-quiet" disabled={backUp.running} onClick={() => void backUp.run({})}>
        {text('backUpNow')}
      </button>
      {backUp.refusal && (
        <span className="tone-stop" role="alert">
          × {say(backUp.refusal.sentence)}
        </span>
      )}
      <span title={drafts.map(({ title }) => title).join('\n')}>{unsaved.length === 0 ? text('noDrafts') : unsaved.join(' · ')}</span>
      <span className="spring" />
      <span>
        {text('seat')} · {text(platform)}
      </span>
      <span>{text('version', { version })}</span>
    </footer>
  )
}
