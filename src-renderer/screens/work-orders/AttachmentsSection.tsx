import { useApiCommand, useApiQuery } from '../../api.ts'
import { bytes, dayTime } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { fileAddress, upload } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
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
                  <td><Button size="small" kind="quiet" onClick={() => void remove.run({ id: file.id })}>{text('remove')}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <FilePick kinds={kinds} onFile={(file) => void upload(file).then((uploadId) => add.run({ workOrderId, uploadId }))} {...(add.running ? { chosen: text('adding') } : {})} />
        <Notice refusal={add.refusal ?? remove.refusal ?? open.refusal} />
      </div>
    </Section>
  )
}
