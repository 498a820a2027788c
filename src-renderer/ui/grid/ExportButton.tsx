import { DownloadOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useApiCommand, type ApiInput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { shownCombo, useHotkey } from '../hotkeys.ts'
import { Notice } from '../Notice.tsx'
import { Progress } from '../Progress.tsx'
import { saveFile } from '../save-file.ts'
import { useWatched, wasStopped } from '../use-watched.ts'

export type ExportAsked = Omit<ApiInput<'lists', 'export'>, 'exportId'>
type Props = { readonly title: string; readonly chosen: number; readonly listens: boolean; readonly ask: () => ExportAsked }

/** The shown columns of all that match, or of the chosen rows, as an Excel file. Long ones say how far they are and can be stopped. */
export function ExportButton({ title, chosen, listens, ask }: Props) {
  const text = useText('grid')
  const make = useApiCommand('lists', 'export')
  const [exportId, setExportId] = useState<string | null>(null)
  const { progress, stop } = useWatched(exportId, make.running)
  const [said, setSaid] = useState('')
  const key = 'Ctrl+Shift+E'
  const run = async () => {
    if (make.running) return
    const id = crypto.randomUUID()
    setExportId(id)
    setSaid('')
    const file = await make.run({ exportId: id, ...ask() })
    if (file === null) return
    saveFile(file)
    setSaid(text('exported', { rows: file.rows }))
  }
  useHotkey(key, () => void run(), text('exportAll'), listens)
  return (
    <>
      <button
        type="button"
        className="grid-tool"
        disabled={make.running}
        title={shownCombo(key)}
        aria-keyshortcuts="Control+Shift+E"
        onClick={() => void run()}
      >
        <DownloadOutlined aria-hidden /> {chosen > 0 ? text('exportChosen', { count: chosen }) : text('exportAll')}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {((make.running && progress !== null) || make.refusal !== null) && (
        <div className="grid-export">
          {make.running && progress !== null && (
            <Progress label={text('exporting', { title })} done={progress.done} of={progress.of} onStop={stop} />
          )}
          {!make.running && make.refusal !== null && (
            <Notice refusal={wasStopped(make.refusal) ? null : make.refusal} onClose={make.clear} />
          )}
        </div>
      )}
    </>
  )
}
