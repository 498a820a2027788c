import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { bytes, dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { fileAddress, upload } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FilePick } from '../../ui/FilePick.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'

const kinds = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.mp4']

/** 附件: photos and papers of the order, which travel with its claim. */
export function AttachmentsSection({ workOrderId }: { readonly workOrderId: number }) {
  const text = useText('attachments')
  const { data: files = [] } = useApiQuery('attachments', 'list', { workOrderId })
  const add = useApiCommand('attachments', 'add')
  const open = useApiCommand('attachments', 'open')
  const remove = useApiCommand('attachments', 'remove')
  const [asked, setAsked] = useState<(typeof files)[number] | null>(null)
  const leave = () => {
    remove.clear()
    setAsked(null)
  }
  const drop = async () => {
    if (asked !== null && (await remove.run({ id: asked.id })) !== null) leave()
  }
  const show = async (id: number) => {
    const produced = await open.run({ id })
    if (produced) window.open(fileAddress(produced.fileId), '_blank', 'noopener')
  }
  return (
    <Section id="attachments" title={text('title')} beside={files.length > 0 && String(files.length)}>
      <div className="attachments" data-field="attachments">
        {files.length === 0 && <p className="muted">{text('none')}</p>}
        {files.length > 0 && (
          <table className="rows">
            <tbody>
              {files.map((file) => (
                <tr key={file.id}>
                  <td><button type="button" className="link" onClick={() => void show(file.id)}>{file.name}</button></td><td className="figures muted">{bytes(file.bytes)}</td>
                  <td>{file.addedBy}</td><td className="figures muted">{dayTime(file.addedAt)}</td>
                  <td><Button size="small" kind="quiet" onClick={() => setAsked(file)}>{text('remove')}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <FilePick kinds={kinds} onFile={(file) => void upload(file).then((uploadId) => add.run({ workOrderId, uploadId }))} {...(add.running ? { chosen: text('adding') } : {})} />
        <Notice refusal={add.refusal ?? open.refusal} />
        {asked !== null && (
          <Dialog title={text('removeTitle', { name: asked.name })} open onClose={leave} refusal={remove.refusal} act={{ word: text('remove'), danger: true, running: remove.running, run: drop }}>
            <p>{text('removeHint')}</p>
          </Dialog>
        )}
      </div>
    </Section>
  )
}
