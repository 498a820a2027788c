import { useState } from 'react'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { Message } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { CopyLine } from './CopyLine.tsx'

type Copy = ApiOutput<'backups', 'list'>['items'][number]

/** A copy laid into a new folder; then how that folder is opened. The running station stays as it is. */
export function RestoreDialog({ copy: { name, at }, onClose }: { readonly copy: Copy; readonly onClose: () => void }) {
  const text = useText('settings')
  const { data: place } = useApiQuery('backups', 'restorePlace', { name })
  const restore = useApiCommand('backups', 'restore')
  const [typed, setTyped] = useState<string | null>(null)
  const [done, setDone] = useState<ApiOutput<'backups', 'restore'> | null>(null)
  const folder = typed ?? place?.folder ?? ''
  const run = async () => setDone(await restore.run({ name, folder: folder.trim() }))
  const title = text('restoreTitle', { time: dayTime(at) })
  if (done !== null) {
    return (
      <Dialog title={title} open onClose={onClose} width={680}>
        <Message tone="ok">
          {text('restored', {
            folder: done.folder,
            orders: done.content.workOrders,
            customers: done.content.customers,
            papers: done.content.papers,
          })}
        </Message>
        <p>{text('openWith')}</p>
        <CopyLine words={done.openWith} />
        <p className="muted small">{text('openWithHint')}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      width={680}
      refusal={restore.refusal}
      act={{ word: text('restoreNow'), run, running: restore.running, disabled: folder.trim() === '' }}
    >
      <p>{text('restoreHint')}</p>
      <Form label={title}>
        <FieldShell name="folder" label={text('restoreFolder')} hint={text('restoreFolderHint')}>
          {({ id, status }) => <TextInput id={id} status={status} mono value={folder} onChange={setTyped} maxLength={400} autoFocus />}
        </FieldShell>
      </Form>
      {restore.running && <Progress label={text('restoring')} done={null} of={1} />}
    </Dialog>
  )
}
